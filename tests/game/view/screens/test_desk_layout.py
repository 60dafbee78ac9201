"""Nothing on a desk screen is out of reach, too small, overlapping or under the help strip, at any size of text."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.view.geometry import Box
from game.view.lettering import Lettering
from game.view.theme import TextStyle
from reporting.client.commands import Do
from reporting.protocol.receipt import Language
from tests.game.view.screens.desk_stage import Desk, desk_window
from tests.game.view.screens.desk_visits import VISITS

CASES: list[tuple[Language, float]] = [("fr", 1.0), ("en", 1.0), ("fr", 1.33), ("fr", 2.0), ("en", 2.0)]
LEAST, SMALL = 64.0, 29.9


class Reading(Lettering):
    """Lettering that remembers how small it was ever asked to write."""

    smallest: float = 999.0

    def line(self, text: str, style: TextStyle, colour: str):  # type: ignore[no-untyped-def]  # the same pair, passed on
        if text.strip():
            self.smallest = min(self.smallest, style.size)
        return super().line(text, style, colour)


def _overlap(a: Box, b: Box) -> float:
    w, h = min(a.right, b.right) - max(a.x, b.x), min(a.bottom, b.bottom) - max(a.y, b.y)
    return w * h if w > 0 and h > 0 else 0.0


@pytest.mark.parametrize(("language", "scale"), CASES)
@pytest.mark.parametrize("name", VISITS)
def test_everything_has_its_place(name: str, language: Language, scale: float) -> None:
    """Targets lie apart, inside the page and above the strip; Tab brings each into view at 64 px or more; all that is offered is there."""
    desk = desk_window(VISITS[name](language), scale=scale)
    _apart(desk)
    _written_large(desk)
    _reached(desk)
    _turned(desk)
    _offered(desk)


def _apart(desk: Desk) -> None:
    strip = min(t.box.y for t in desk.window.targets if t.id.startswith("strip/"))
    seen = [t for t in desk.own if t.box.w > 0 and t.box.h > 0]
    assert seen
    for t in seen:
        assert t.box.x >= 0, t.id
        assert t.box.right <= 1920, t.id
        assert t.box.y >= 0, t.id
        assert t.box.bottom <= strip + 0.01, t.id
    for a, b in combinations(seen, 2):
        assert _overlap(a.box, b.box) < 1, (a.id, b.id)


def _written_large(desk: Desk) -> None:
    """Large text wraps and turns; nothing is under 30 logical px. (The strip is the window's own.)"""
    canvas = desk.window._canvas
    before = canvas.letters
    canvas.letters = letters = Reading(before._folder, before._scale)
    desk.screen.draw(desk.window._ui())
    canvas.letters = before
    assert letters.smallest >= SMALL


def _reached(desk: Desk) -> None:
    wanted, reached = {t.id for t in desk.own if t.enabled}, set()
    for _ in range(len(desk.window.targets) + 1):
        desk.hands.key("tab")
        target = next(t for t in desk.window.targets if t.id == desk.window.attention.focus)
        reached.add(target.id)
        if not target.id.startswith("strip/"):
            assert target.box.w >= LEAST - 0.01, target
            assert target.box.h >= LEAST - 0.01, target
    assert wanted <= reached


def _turned(desk: Desk) -> None:
    """A long page turns to its end and back."""
    scroll = desk.screen._kept.scroll
    if scroll.furthest and not desk.screen._kept.inner.furthest:
        desk.screen.wheel(-500)
        desk.window.draw()
        assert scroll.offset == pytest.approx(scroll.furthest)
        desk.screen.wheel(500)
        desk.window.draw()
        assert scroll.offset == 0


def _offered(desk: Desk) -> None:
    """What the desk offers can be pressed: on the page, or under « Autres choix »."""
    offered = {action.id for action in desk.behind.moment.actions if action.enabled}
    shown = {t.signal.action for t in desk.own if isinstance(t.signal, Do) and t.enabled}
    menu = next((t for t in desk.own if t.id.endswith("/menu")), None)
    if menu is not None:
        desk.hands.press(menu.id, by="keyboard")
        shown |= {t.signal.action for t in desk.own if isinstance(t.signal, Do) and t.enabled}
    assert offered <= shown
