"""What was said: in order, come back to for free through lines, never past a decision; lines already read can be passed."""

from __future__ import annotations

from datetime import UTC, datetime

from game.core.commands import Advance, Choose, Examine
from game.session.clock import SteppedClock
from game.session.session import Session
from tests.game.plays import mini_story


def sitting() -> Session:
    """A play of the mini story that has just begun."""
    return Session.start(mini_story(), "m", "home", 7, None, SteppedClock(datetime(2026, 11, 20, 8, 5, tzinfo=UTC)))[0]


def read_on(session: Session) -> list[str]:
    """Advance until there is something else to do; the lines that were read, the first one included."""
    read = [session.moment.line.id] if session.moment.line is not None else []
    while session.moment.allows(Advance()):
        session.do(Advance())
        if session.moment.line is not None:
            read.append(session.moment.line.id)
    return read


def at_quay() -> Session:
    """The mini story on its quay, all read."""
    session = sitting()
    read_on(session)
    session.do(Choose("note-a-c1"))
    read_on(session)
    session.do(Choose("d-help.a"))
    read_on(session)
    return session


def test_what_was_said_stands_in_order_with_the_players_own_words() -> None:
    """Each line once, the answer between them."""
    session = sitting()
    first = read_on(session)
    answer = next(choice.text for choice in session.moment.choices if choice.id == "note-a-c1")
    session.do(Choose("note-a-c1"))
    then = read_on(session)
    assert [told.text for told in session.history] == [*first, answer, *then]
    assert [told.text for told in session.history if told.kind == "chosen"] == [answer]


def test_a_line_can_be_come_back_to_and_gone_forward_from() -> None:
    """Coming back shows that very line and forgets what came after it; forward plays it again."""
    session = at_quay()
    session.do(Examine("quay/rope"))
    lines = read_on(session)
    whole, end = session.history, session.state
    told = next(told for told in whole if told.text == lines[0])
    assert session.can_return_to(told)
    assert session.return_to(told)
    assert session.moment.line is not None
    assert session.moment.line.id == lines[0]
    assert session.history == whole[: whole.index(told) + 1]
    while session.forward():
        pass
    assert (session.state, session.history) == (end, whole)


def test_nothing_goes_back_past_a_decision() -> None:
    """Lines from before it are there to be read, not to be come back to."""
    session = at_quay()
    before = session.history[0]
    assert not session.can_return_to(before)
    state = session.state
    assert not session.return_to(before)
    assert session.state is state


def test_only_lines_already_read_are_passed() -> None:
    """A new line is never passed; one that was read before is, up to what is not a line."""
    session = at_quay()
    assert session.skip_read() == ()
    session.do(Examine("quay/rope"))
    assert session.skip_read() == ()
    read_on(session)
    session.do(Examine("quay/rope"))
    session.skip_read()
    read_on(session)
    session.do(Examine("quay/rope"))
    before = len(session.walk)
    session.skip_read()
    assert len(session.walk) > before
    assert not session.can_skip_read
