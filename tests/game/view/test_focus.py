"""Focus goes round by Tab and straight ahead by arrows."""

from __future__ import annotations

from game.view.actions import Action
from game.view.focus import nearest, neighbour
from game.view.geometry import Box
from game.view.ui import Target


def at(name: str, x: float, y: float, *, enabled: bool = True) -> Target:
    """A target of 100 × 60."""
    return Target(name, Box(x, y, 100, 60), name, name, enabled=enabled)


GRID = [at("a", 0, 0), at("b", 200, 0), at("c", 0, 100), at("d", 200, 100), at("off", 400, 0, enabled=False)]


def test_tab_goes_round_and_passes_over_what_is_closed() -> None:
    """In drawing order, both ways; from nowhere, to the first or the last."""
    assert [neighbour(GRID, f) for f in (None, "a", "d")] == ["a", "b", "a"]
    assert [neighbour(GRID, f, back=True) for f in (None, "a")] == ["d", "d"]
    assert neighbour([], None) is None


def test_arrows_go_straight_ahead_and_stop_at_the_edge() -> None:
    """The closest one in that direction; a closed one is passed over."""
    assert nearest(GRID, "a", Action.RIGHT) == "b"
    assert nearest(GRID, "a", Action.DOWN) == "c"
    assert nearest(GRID, "d", Action.UP) == "b"
    assert nearest(GRID, "b", Action.RIGHT) is None
    assert nearest(GRID, None, Action.DOWN) == "a"
