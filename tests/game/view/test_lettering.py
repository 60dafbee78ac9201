"""The view writes every letter of Europe: none is drawn as the box of a missing one."""

from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import textfit
from game.content.root import content_root
from game.content.typeface import STYLES
from game.view.fields import OTHER
from game.view.lettering import Lettering
from tests.game.view.stage import stage
from tests.game.view.test_window import Writing

FONTS = content_root() / "assets" / "fonts"
MISSING = "\uf8ff"  # a letter that no font has


@pytest.fixture
def lettering() -> Lettering:
    """Letters at the size of a 1920×1080 window."""
    pygame.init()
    return Lettering(FONTS, 1.0)


def pixels(lettering: Lettering, text: str, style: str) -> bytes:
    """What is drawn of a text."""
    return pygame.image.tobytes(lettering.line(text, STYLES[style], "#000000")[0], "RGBA")


@pytest.mark.parametrize("style", ["body", "strong", "h1", "hand", "mono"])
@pytest.mark.parametrize("letter", [*"ąćęłńśźżřšžůěțșăîőűğışļģħ", *"ЯжїґЂ", *"Ωψάϊ", *"ŵẽạ"])
def test_no_letter_is_a_box(lettering: Lettering, letter: str, style: str) -> None:
    """Each letter looks unlike the box that stands for a missing one, and is not blank."""
    drawn = pixels(lettering, letter, style)
    assert drawn != pixels(lettering, MISSING, style)
    assert any(drawn[3::4])


@pytest.mark.parametrize("text", ["Олена Ковальчук", "Ελένη", "Zoë, Łukasz et Олена"])
def test_what_is_measured_is_what_is_drawn(lettering: Lettering, text: str) -> None:
    """A text in two fonts is as wide as the pieces of it, in the view and without a window (within 3 %)."""
    style = STYLES["body"]
    drawn = lettering.line(text, style, "#000000")[0].get_width()
    assert lettering.width(text, style) == drawn
    assert textfit.width(text, FONTS / style.file, style.size) == pytest.approx(drawn, rel=0.03)


def test_a_field_takes_the_font_of_what_is_typed_in_it(tmp_path: Path) -> None:
    """Cyrillic typed into a field is written, letter by letter, by the fallback; once it is gone our own font is back."""
    s, screen = stage(tmp_path), Writing()
    s.window.stack.append(screen)
    s.window.draw()
    s.hands.write("field", "dé Олена")
    assert screen.value == "dé Олена"
    (line,) = s.window._fields._lines.values()
    assert OTHER in line.class_ids
    assert line.get_text() == "dé Олена"
    assert line.is_focused
    for _ in range(5):
        s.hands.tap(pygame.K_BACKSPACE)
    assert screen.value == "dé "
    (line,) = s.window._fields._lines.values()
    assert OTHER not in line.class_ids


@given(
    st.text(alphabet=st.characters(exclude_categories=()), max_size=40)
    | st.sampled_from(["\0", "\u200b", "\u0301", "\x1b[2J", "W" * 70_000])
)
def test_no_text_stops_the_window(text: str) -> None:
    """Whatever somebody wrote or typed is measured, wrapped and drawn; what cannot be is left out."""
    pygame.init()
    letters, style = Lettering(FONTS, 1.0), STYLES["body"]
    letters.wrap(text[:400], style, 500)
    assert letters.width(text, style) >= 0
    assert letters.line(text, style, "#000000")[0].get_width() < 100_000
