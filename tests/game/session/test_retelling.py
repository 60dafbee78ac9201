"""A story that changes while it is played: the play goes on in the new one, and what is no longer known is let go."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.content.loader import load_story
from game.content.story import Story
from game.core.commands import Advance, Choose, Command, Examine
from game.core.events import Moved
from game.core.migrations import OtherEpisodeError
from game.session.clock import SteppedClock
from game.session.saves import Saves
from game.session.session import Session
from game.session.slots import AUTOSAVE, BEFORE, KEPT, any_kept, is_kept
from tests.game.plays import MINI, day_story, mini_story

TO_THE_QUAY: tuple[Command, ...] = (Choose("note-a-c1"), Advance(), Advance(), Advance(), Choose("d-help.a"), Advance(), Advance())


def clock() -> SteppedClock:
    """A morning in November."""
    return SteppedClock(datetime(2026, 11, 20, 8, 5, tzinfo=UTC))


def at_the_quay(saves: Saves | None = None) -> Session:
    """Some lines into the mini story, with the knot looked at."""
    session, _ = Session.start(mini_story(), "m", "home", 3, saves, clock())
    for command in (*TO_THE_QUAY, Examine("quay/rope"), Advance()):
        session.do(command)
    return session


def changed(folder: Path, old: str, new: str) -> Story:
    """The mini story with these words of its files put otherwise."""
    shutil.copytree(MINI, folder)
    for path in folder.rglob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return load_story(folder)


def test_other_words_leave_the_play_where_it_is(tmp_path: Path) -> None:
    """Nothing happens but that the words are others; the steps so far are still known."""
    session = at_the_quay()
    before, walk = session.state, session.walk
    story = changed(tmp_path / "story", "quai", "grand quai")
    assert session.retell(story) == ()
    assert session.story is story
    assert session.moment.place is not None
    assert session.moment.place.id == "quay"
    assert (session.state.notebook, session.walk) == (before.notebook, walk)
    assert not session.can_go_back


def test_a_thing_that_is_gone_is_let_go(tmp_path: Path) -> None:
    """As when an old save is read: the clue and the hotspot are named, the rest of the play stays."""
    session = at_the_quay()
    assert "quay/rope" in session.state.examined
    story = changed(tmp_path / "story", "rope", "cable")
    (moved, *_) = session.retell(story)
    assert isinstance(moved, Moved)
    assert "quay/rope" in moved.unknown
    assert session.moment.place is not None
    assert session.moment.place.id == "quay"
    assert session.state.option("d-help") == "a"
    assert "quay/cable" in {spot.id for spot in session.moment.place.hotspots}


def test_another_episode_is_refused_and_nothing_changes() -> None:
    """The play stays in its own story."""
    session = at_the_quay()
    before = session.state
    with pytest.raises(OtherEpisodeError):
        session.retell(day_story())
    assert session.state is before
    assert session.story is mini_story()


def test_a_kept_play_goes_on_in_the_automatic_slot(tmp_path: Path) -> None:
    """The kept one stays as it was kept, and the play that lay in the automatic slot is set aside, not lost."""
    saves = Saves(tmp_path)
    session = at_the_quay(saves)
    session.save_as(KEPT[0])
    kept = (tmp_path / f"{KEPT[0]}.json").read_bytes()
    other, _ = Session.start(mini_story(), "m", "home", 9, saves, clock())
    other.do(TO_THE_QUAY[0])
    again, _ = Session.resume(mini_story(), saves, clock(), slot=KEPT[0], into=AUTOSAVE)
    again.do(Examine("quay/rope"))
    assert again.state.seed == 3
    assert saves.read(AUTOSAVE).state["seed"] == 3
    assert saves.read(BEFORE).state["seed"] == 9
    assert (tmp_path / f"{KEPT[0]}.json").read_bytes() == kept


def test_any_slot_counts(tmp_path: Path) -> None:
    """The list of saves is offered as soon as it holds something."""
    assert not any_kept(tmp_path)
    at_the_quay().save_as(KEPT[1])
    assert not any_kept(tmp_path)
    session = at_the_quay(Saves(tmp_path))
    session.save_as(KEPT[1])
    assert is_kept(tmp_path, KEPT[1])
    assert any_kept(tmp_path)
