"""Why something cannot happen is one word and the names it is about."""

from __future__ import annotations

from game.authoring.outcome import Reason, explain
from game.authoring.plot_reading import read_plot
from game.authoring.possible import possible
from tests.game.plays import mini_story


def test_what_happens_needs_no_reason() -> None:
    """Whatever is there is not shut, and whatever is shut can be explained."""
    plot = read_plot(mini_story())
    for path in ("s", "m", "f"):
        found = possible(plot, path, None)
        assert found.there
        assert not found.there & found.shut.keys()
        assert all(explain(plot, found, key) is None for key in found.there)
        assert all(isinstance(explain(plot, found, key), Reason) for key in found.shut)


def test_the_shut_are_told_with_what_they_ask() -> None:
    """A key that nothing leads to has no reason at all."""
    plot = read_plot(mini_story())
    assert explain(plot, possible(plot, "m", None), "talk:nowhere") is None
