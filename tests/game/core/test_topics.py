"""Topics, what is said once only, what is thrown in, and answers that say why they cannot be given."""

from __future__ import annotations

import pytest

from game.core.commands import Advance, Choose, Examine, RingBell, TalkTo
from game.core.events import Refused, Said
from game.core.perform import perform
from game.core.present import moment
from game.core.state import State
from tests.game.core.test_bells import do, in_corridor, said
from tests.game.plays import day_story, walk

STORY = day_story()


def shown(state: State) -> list[str]:
    """The answers on the sheet."""
    return [choice.id for choice in moment(STORY, state).choices]


def test_a_topic_is_gone_once_it_was_taken() -> None:
    """What was spoken of is not offered again; leaving always is."""
    state, _ = do(in_corridor(), TalkTo("yanis"))
    assert shown(state) == ["topics-cake", "topics-secret", "topics-bye"]
    state, _ = do(state, Choose("topics-cake"))
    assert shown(state) == ["topics-secret", "topics-bye"]


def test_a_clue_unlocks_a_topic_and_the_talk_is_had_again() -> None:
    """With nothing left to ask he has no talk; the crumbs bring him back; a third time there is nothing again."""
    state, _ = do(in_corridor(), TalkTo("yanis"), Choose("topics-cake"), Choose("topics-bye"))
    assert moment(STORY, state).offered("talk-to") is None
    state, _ = do(state, Examine("corridor/crumbs"), TalkTo("yanis"))
    assert shown(state) == ["topics-crumbs", "topics-secret", "topics-bye"]
    state, _ = do(state, Choose("topics-crumbs"), Choose("topics-bye"))
    assert moment(STORY, state).offered("talk-to") is None


def test_a_line_said_once_is_not_said_again() -> None:
    """Back at the same node: the line that was on the sheet stays there, and the greeting is not repeated."""
    state, events = do(in_corridor(), TalkTo("yanis"))
    assert said(events) == ["topics-1"]
    state, events = do(state, Choose("topics-cake"), Choose("topics-bye"), Examine("corridor/crumbs"), TalkTo("yanis"))
    assert "topics-1" not in said(events)


@pytest.mark.parametrize(("joke", "enabled"), [("a", True), ("c", False)])
def test_trust_unlocks_a_topic_and_until_then_it_says_why(joke: str, *, enabled: bool) -> None:
    """Shown to everybody; who is not trusted yet reads why, and is refused."""
    state, _ = do(in_corridor(joke=joke), TalkTo("yanis"))
    secret = next(choice for choice in moment(STORY, state).choices if choice.id == "topics-secret")
    assert (secret.enabled, secret.why_not) == (enabled, None if enabled else "topics-secret.why_not")
    after, events = perform(STORY, state, Choose("topics-secret"))
    assert (events[0] == Refused(Choose("topics-secret"))) is not enabled
    assert (after is state) is not enabled


def test_somebody_may_be_interrupted() -> None:
    """While he counts his slices one may read on or throw in a question; then the rest stays unsaid."""
    state, _ = do(in_corridor(), TalkTo("yanis"))
    state, _ = walk(STORY, state, [Choose("topics-cake")])
    now = moment(STORY, state)
    assert [(choice.id, choice.interrupt) for choice in now.choices] == [("topics-cut", True)]
    assert now.allows(Advance())
    cut, events = walk(STORY, state, [Choose("topics-cut")])
    assert Said("topics-why-1") in events
    assert "topics-cake-2" not in cut.seen
    read, _ = walk(STORY, state, [Advance()])
    assert shown(read) == [], "the next line has nothing to cut short"


def test_what_was_thrown_in_counts_as_reached() -> None:
    """Conditions may speak of it, and of the flag its node sets."""
    state, _ = do(in_corridor(), TalkTo("yanis"))
    state, _ = walk(STORY, state, [Choose("topics-cake"), Choose("topics-cut")])
    assert {"topics-cut", "yanis-counted"} <= state.reached


def test_a_bell_does_not_take_a_topic_away() -> None:
    """Nothing has a lock or an expiry: the bells go by and the topics stay."""
    state, _ = do(in_corridor(), RingBell(), RingBell(), TalkTo("yanis"))
    assert "topics-cake" in shown(state)
