"""Answering a list of sentences: passing is an answer, going back is free, nothing shows what was given."""

from __future__ import annotations

from dataclasses import fields

from game.core.state import State
from game.session.asking import PASSED, Asking


def test_one_goes_on_once_something_was_given() -> None:
    """An answer or a pass; not before."""
    asking = Asking(2)
    assert asking.onward() == asking
    asking = asking.give(3).onward()
    assert (asking.at, asking.done, asking.answer) == (1, False, None)
    asking = asking.give(PASSED).onward()
    assert asking.done
    assert asking.give(1) == asking
    assert asking.onward() == asking


def test_going_back_keeps_what_was_given_and_lets_it_change() -> None:
    """The first sentence has none before it."""
    asking = Asking(3).give(1).onward().give("true").back()
    assert (asking.at, asking.answer) == (0, 1)
    asking = asking.give(4).onward()
    assert (asking.answer, asking.given) == ("true", (4, "true", None))
    assert Asking(3).back() == Asking(3)


def test_its_text_shows_no_answer() -> None:
    """Not in a log, not in an error."""
    assert repr(Asking(3).give(4)) == "Asking(0 of 3)"


def test_no_state_has_a_place_for_an_answer() -> None:
    """What a save holds is the state; none of its fields is for these answers."""
    assert not {"quiz", "items", "asking", "questionnaire", "given"} & {field.name for field in fields(State)}
