"""What is there with a fact: all it brings, and all that brings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.authoring.knowledge import Knowledge
from game.authoring.plot_reading import read_plot
from tests.game.plays import mini_story

BITS = 7
TABLES = st.dictionaries(st.integers(0, BITS - 1).map(lambda at: 1 << at), st.integers(0, (1 << BITS) - 1))


@given(TABLES, st.lists(st.integers(0, (1 << BITS) - 1), max_size=6))
def test_closing_facts_follows_every_chain(table: dict[int, int], asked: list[int]) -> None:
    """Whatever the table says, circles included, and whatever was asked before: the same as adding until nothing changes."""
    known = Knowledge(read_plot(mini_story()), "m", None)
    known.sure = table
    for facts in asked:
        slow, before = facts, -1
        while slow != before:
            before = slow
            for bit, more in table.items():
                slow |= more if slow & bit else 0
        assert known.close(facts) == slow
