"""The pointer says what a press would do, and is left alone where nothing can be pressed."""

from pathlib import Path

import pygame
import pytest

from game.view.art import Art
from game.view.cursors import DRAWN, Cursors, drawn
from game.view.theme import PAPER_THEME, THEMES
from tests.game.view.stage import stage

BAKED = Path(__file__).parents[3] / "assets" / "baked"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("kind", DRAWN)
def test_each_has_its_icon_in_a_disc_of_light(kind: str, theme: str) -> None:
    """Its rim is dark, and the glyph stands out from the light around it."""
    pygame.init()
    pygame.display.set_mode((64, 64))
    picture = drawn(kind, Art(BAKED), THEMES[theme], 1.0)
    w, h = picture.get_size()
    solid = [picture.get_at((i, j)) for i in range(w) for j in range(h) if picture.get_at((i, j)).a >= 250]
    for role in ("focus", "focus_edge"):
        wanted = pygame.Color(THEMES[theme][role])
        assert any(max(abs(a - b) for a, b in zip(pixel, wanted, strict=True)) <= 2 for pixel in solid), role


def test_it_grows_with_the_text() -> None:
    """Somebody who reads at 200 % finds the pointer at 200 %."""
    pygame.init()
    pygame.display.set_mode((64, 64))
    small, large = (drawn("look", Art(BAKED), PAPER_THEME, scale).get_width() for scale in (1.0, 2.0))
    assert large >= 1.9 * small


def test_a_place_asks_for_its_pointers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An eye over a thing, speech over somebody, an arrow over a way out, a hand over a button, the system's own elsewhere."""
    asked: list[str | None] = []
    monkeypatch.setattr(Cursors, "over", lambda self, kind, *rest: asked.append(kind))
    s = stage(tmp_path)
    s.begin()
    s.play_until("place", line=False)
    here = s.run.sitting.moment.place if s.run.sitting is not None else None
    assert here is not None
    offered = {t.id: t.cursor for t in s.window.targets}
    assert {offered[spot.id] for spot in here.hotspots} == {"look"}
    assert {offered[way.id] for way in here.exits} == {"go"}
    assert offered["bar/menu"] == "press"
    spot = s.hands.target(here.hotspots[0].id)
    at = s.window.view.real(spot.box.centre)
    s.hands.see(pygame.event.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)))
    assert asked[-1] == "look"
