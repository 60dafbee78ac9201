"""What was read on this device is known to the next play; a class keeps nothing; a broken file is as good as none."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.vocabulary import Mode
from game.core.commands import Advance, Choose, UseThing
from game.session.clock import SystemClock
from game.session.marks import NAME, Marks
from game.session.saves import Saves
from game.session.session import Session
from tests.game.plays import day_story, things_story


def attic(folder: Path, mode: Mode = "home") -> Session:
    """A new play in the attic."""
    return Session.start(things_story(), "m", mode, 1, Saves(folder), SystemClock())[0]


def test_a_line_read_in_one_play_can_be_passed_in_the_next(tmp_path: Path) -> None:
    """New in the first, known in the second."""
    first = attic(tmp_path)
    assert not first.can_skip_read
    first.do(Advance())
    first.close()
    second = attic(tmp_path)
    assert second.can_skip_read
    second.skip_read()
    assert second.moment.line is None
    second.do(UseThing("attic/nail.take"))
    assert not second.can_skip_read


def test_the_file_holds_ids_of_lines_and_nothing_else(tmp_path: Path) -> None:
    """One a line."""
    play = attic(tmp_path)
    play.do(Advance())
    play.close()
    assert (tmp_path / NAME).read_text(encoding="utf-8") == "attic-arrive\n"


def test_a_class_keeps_none_and_knows_none(tmp_path: Path) -> None:
    """Whoever sits there next begins as new."""
    play = attic(tmp_path / "class", "class")
    play.do(Advance())
    play.close()
    assert not (tmp_path / "class" / NAME).exists()
    Marks(tmp_path / "class").keep({"attic-arrive"})
    assert not attic(tmp_path / "class", "class").can_skip_read


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"x" * (2 << 20), b""], ids=["no words", "huge", "empty"])
def test_a_broken_file_is_as_good_as_none(data: bytes, tmp_path: Path) -> None:
    """Nothing raises, and the next play mends it."""
    (tmp_path / NAME).write_bytes(data)
    play = attic(tmp_path)
    assert not play.can_skip_read
    play.do(Advance())
    play.close()
    assert "attic-arrive" in Marks(tmp_path).lines


def test_what_was_said_before_a_resume_can_be_read_again(tmp_path: Path) -> None:
    """The same lines and answers, in order, as if one had never left; none of them can be come back to."""
    play = Session.start(day_story(), "m", "home", 1, Saves(tmp_path), SystemClock())[0]
    while play.moment.allows(Advance()):
        play.do(Advance())
    play.do(Choose("d-joke.b"))
    while play.moment.allows(Advance()):
        play.do(Advance())
    before = play.history
    play.close()
    again = Session.resume(day_story(), Saves(tmp_path), SystemClock())[0]
    assert [(one.step, one.text, one.kind, one.name) for one in again.history] == [
        (one.step, one.text, one.kind, one.name) for one in before
    ]
    assert not any(again.can_return_to(one) for one in again.history)


def test_a_play_taken_up_goes_on_after_what_was_said(tmp_path: Path) -> None:
    """New lines follow the old ones, also when nobody asked for the history in between."""
    play = attic(tmp_path)
    play.close()
    again = Session.resume(things_story(), Saves(tmp_path), SystemClock())[0]
    again.do(Advance())
    again.do(UseThing("attic/nail.take"))
    assert [one.text for one in again.history] == ["attic-arrive", "attic-nail-3"]
