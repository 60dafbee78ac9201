"""`check` and the window set words alike: what check lets pass is drawn inside its box."""

from __future__ import annotations

from functools import partial

import pygame
import pytest

from game.authoring.spots import SIZES, spots
from game.content.fitting import Measure
from game.content.model import Text
from game.content.root import content_root
from game.content.words import Words
from game.view.art import Art
from game.view.canvas import Canvas
from game.view.lettering import Lettering
from game.view.theme import THEMES
from game.view.ui import Attention, Ui
from tests.game.view.stage import story, words

FONTS = content_root() / "assets" / "fonts"
A_LINE = 62.0
"""Logical px of the highest line at normal text: a paragraph that just fits for one may take one line more for the other."""


@pytest.fixture(scope="module")
def canvas() -> Canvas:
    """A page at its logical size, in pixels that nobody sees."""
    pygame.init()
    surface = pygame.display.set_mode((1920, 1080))
    return Canvas(surface, THEMES["paper"], Art(content_root() / "assets" / "baked"), Lettering(FONTS, 1.0))


def told(said: Words, text: Text) -> str:
    """A text in a language."""
    return said.line(text.id)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_check_and_the_window_need_the_same_room(canvas: Canvas, lang: str, size: float) -> None:
    """Every text of the story, in its box: pygame draws it as the metric says, and the metric is never the kinder of the two."""
    said = words(lang)
    page = Ui(canvas, said, Attention(), size)
    metric = Measure(size, said, FONTS, exact=True)
    rough = Measure(size, said, FONTS)
    met = 0
    for lay_out in spots(story(), size, partial(told, said)):
        drawn, measured, guessed = lay_out(page), lay_out(metric), lay_out(rough)
        assert (drawn is None) == (measured is None) == (guessed is None)
        if drawn is None or measured is None or guessed is None:
            continue
        met += 1
        name = (drawn.text.id, drawn.which, drawn.need, measured.need)
        assert abs(drawn.need - measured.need) <= drawn.need / 10 + A_LINE * size, name
        assert measured.need > measured.limit or drawn.need <= drawn.limit + 1, name
        assert guessed.need > guessed.limit or measured.need <= measured.limit + 1, name
    assert met > 200


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_check_lets_pass_is_drawn_inside_its_box(canvas: Canvas, lang: str, size: float) -> None:
    """Nothing of the shipped story is flagged, and each text then fits where the window draws it."""
    said = words(lang)
    page = Ui(canvas, said, Attention(), size)
    for lay_out in spots(story(), size, partial(told, said)):
        spot = lay_out(page)
        assert spot is None or spot.need <= spot.limit + 1, (spot.text.id, spot.which, spot.need, spot.room)
