"""One sitting: going back and forth, keeping the play, taking it up again."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from game.core.commands import Advance, Choose, Command, Examine, Go
from game.core.events import Moved, Refused
from game.core.moment import Moment
from game.core.perform import begin
from game.core.state import STATES, State
from game.session.clock import SteppedClock
from game.session.jobs import Jobs
from game.session.notices import Notice
from game.session.saves import BrokenSaveError, NewerSaveError, NoSaveError, Saves
from game.session.session import Session
from game.session.whole import DiskFullError
from tests.game.plays import mini_story, walk

STORY = mini_story()
TO_THE_QUAY: tuple[Command, ...] = (Choose("note-a-c1"), Advance(), Advance(), Advance(), Choose("d-help.a"), Advance(), Advance())


def clock() -> SteppedClock:
    """A morning in November."""
    return SteppedClock(datetime(2026, 11, 20, 8, 5, tzinfo=UTC))


def new_session(saves: Saves | None, *, jobs: Jobs | None = None) -> Session:
    """A play of the mini story that has just begun."""
    return Session.start(STORY, "m", "home", 3, saves, clock(), jobs=jobs)[0]


def do_all(session: Session, commands: tuple[Command, ...]) -> None:
    """Do each; none may be refused."""
    for command in commands:
        assert not any(isinstance(event, Refused) for event in session.do(command)), command


def test_the_play_is_kept_after_every_command(tmp_path: Path) -> None:
    """A crash at any moment loses nothing: another sitting takes it up at the same line."""
    session = new_session(Saves(tmp_path))
    for command in TO_THE_QUAY:
        session.do(command)
        assert session.kept()
        again, events = Session.resume(STORY, Saves(tmp_path), clock())
        assert (again.state, again.walk, events) == (session.state, session.walk, ())
        assert again.moment == session.moment


def test_the_commands_lead_to_the_state() -> None:
    """What the recorder kept, played from the start, gives this very play."""
    session = new_session(None)
    do_all(session, TO_THE_QUAY)
    session.do(Go("nowhere"))
    assert session.walk == TO_THE_QUAY
    assert walk(STORY, begin(STORY, "m", "home", 3)[0], session.walk)[0] == session.state


def test_going_back_is_free_until_a_decision() -> None:
    """« Un choix ne s’efface pas, on y revient »."""
    session = new_session(None)
    do_all(session, TO_THE_QUAY[:4])
    before = session.state
    assert session.back()
    assert session.forward()
    assert session.state is before
    do_all(session, TO_THE_QUAY[4:5])
    assert not session.can_go_back
    assert not session.back()
    do_all(session, TO_THE_QUAY[5:])
    assert session.back()
    assert session.back()
    assert not session.back()
    assert session.state.option("d-help") == "a"


def test_another_way_forward_forgets_the_old_one() -> None:
    """After going back, a new command is the way."""
    session = new_session(None)
    do_all(session, (*TO_THE_QUAY, Examine("quay/rope")))
    session.back()
    do_all(session, (Examine("quay/bell"),))
    assert not session.can_go_forward
    assert not session.state.has("knot")


def test_a_refusal_leaves_the_way_forward() -> None:
    """Nothing happened."""
    session = new_session(None)
    do_all(session, TO_THE_QUAY)
    session.back()
    session.do(Go("nowhere"))
    assert session.can_go_forward


def test_the_moment_is_built_once() -> None:
    """A reader may ask for it at every frame."""
    session = new_session(None)
    assert session.moment is session.moment
    assert isinstance(session.moment, Moment)


class SlowSaves(Saves):
    """Saves whose writes wait for a signal: a slow disk."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.go = threading.Event()
        self.begun = threading.Event()
        self.count = 0

    def write(self, slot: str, state: State, walk: tuple[Command, ...], now: datetime) -> None:
        if threading.current_thread() is not threading.main_thread():
            self.begun.set()
            assert self.go.wait(10)
        self.count += 1
        super().write(slot, state, walk, now)


def test_a_slow_disk_gets_the_newest_state_and_few_writes(tmp_path: Path) -> None:
    """While one write is under way the next waits, and takes what is true then."""
    woken = threading.Event()
    saves, jobs = SlowSaves(tmp_path), Jobs(woken.set)
    session = new_session(saves, jobs=jobs)
    do_all(session, TO_THE_QUAY)
    assert not session.kept()
    saves.go.set()
    while not session.kept():
        assert woken.wait(10)
        woken.clear()
        jobs.poll()
    assert saves.count == 2
    assert Session.resume(STORY, saves, clock())[0].state == session.state


def test_closing_never_lets_an_older_state_land_last(tmp_path: Path) -> None:
    """The write under way is slower than closing: what closing wrote stays."""
    saves, jobs = SlowSaves(tmp_path), Jobs()
    session = new_session(saves, jobs=jobs)
    do_all(session, TO_THE_QUAY[:1])
    assert saves.begun.wait(10)
    do_all(session, TO_THE_QUAY[1:])
    closing = threading.Timer(0.0, saves.go.set)
    closing.start()
    assert session.close()
    closing.join()
    assert Session.resume(STORY, saves, clock())[0].state == session.state
    assert session.close()


class FullSaves(Saves):
    """Saves on a disk that is full until somebody frees it."""

    full = True

    def write(self, slot: str, state: State, walk: tuple[Command, ...], now: datetime) -> None:
        if self.full:
            raise DiskFullError(self.folder, 2000)
        super().write(slot, state, walk, now)


@pytest.mark.parametrize("background", [False, True])
def test_a_full_disk_is_said_once_and_play_goes_on(tmp_path: Path, background: bool) -> None:
    """What to free is named; as soon as there is room the play is kept."""
    saves = FullSaves(tmp_path)
    jobs = Jobs() if background else None
    session = new_session(saves, jobs=jobs)
    for command in TO_THE_QUAY:
        session.do(command)
        deliver(jobs)
    assert session.take_notices() == (Notice("system.disk-full", (("folder", tmp_path.name), ("size", "2"))),)
    assert session.take_notices() == ()
    assert not session.kept()
    saves.full = False
    session.do(Examine("quay/rope"))
    deliver(jobs)
    assert session.kept()
    assert session.close()


def deliver(jobs: Jobs | None) -> None:
    """Wait for background work and deliver it."""
    while jobs is not None and jobs.busy:
        jobs.poll()


def test_a_new_play_sets_the_old_one_aside(tmp_path: Path) -> None:
    """Nothing is lost by beginning again; only looking at the title changes nothing."""
    saves = Saves(tmp_path)
    old = new_session(saves)
    do_all(old, TO_THE_QUAY)
    new = new_session(saves)
    assert Session.resume(STORY, saves, clock())[0].state == old.state
    do_all(new, TO_THE_QUAY[:1])
    assert Session.resume(STORY, saves, clock(), slot="autosave-before")[0].state == old.state
    assert Session.resume(STORY, saves, clock())[0].state == new.state


def test_saving_under_another_name(tmp_path: Path) -> None:
    """A slot of one's own beside the automatic one."""
    saves = Saves(tmp_path)
    session = new_session(saves)
    do_all(session, TO_THE_QUAY)
    session.save_as("mine")
    assert Session.resume(STORY, saves, clock(), slot="mine")[0].state == session.state


def rewrite(path: Path, **changes: object) -> None:
    """Change the state inside a save, its checksum made right again."""
    from game.session.saves import _sum

    plain = json.loads(path.read_bytes())
    plain["state"].update(changes)
    plain["sum"] = _sum(plain["state"], tuple(plain["walk"]))
    path.write_text(json.dumps(plain), encoding="utf-8")


def test_a_changed_story_is_said(tmp_path: Path) -> None:
    """Unknown ids: the play goes on at the entry of its place."""
    saves = Saves(tmp_path)
    do_all(new_session(saves), TO_THE_QUAY)
    rewrite(tmp_path / "autosave.json", place="gone")
    session, events = Session.resume(STORY, saves, clock())
    assert Moved("quay", ("gone",)) in events
    assert [notice.word for notice in session.take_notices()] == ["system.save-moved"]


@pytest.mark.parametrize(
    ("changes", "error", "word"),
    [
        ({"version": 99}, NewerSaveError, "system.save-newer"),
        ({"episode": "other"}, BrokenSaveError, "system.save-other-episode"),
        ({"score": 1}, BrokenSaveError, "system.save-broken"),
    ],
)
def test_what_cannot_be_resumed_says_why(tmp_path: Path, changes: dict[str, object], error: type[Exception], word: str) -> None:
    """Each cause has its words, and the file stays."""
    saves = Saves(tmp_path)
    do_all(new_session(saves), TO_THE_QUAY)
    rewrite(tmp_path / "autosave.json", **changes)
    before = (tmp_path / "autosave.json").read_bytes()
    with pytest.raises(error) as raised:
        Session.resume(STORY, saves, clock())
    assert raised.value.notice.word == word  # type: ignore[attr-defined]
    assert (tmp_path / "autosave.json").read_bytes() == before


def test_nothing_to_resume(tmp_path: Path) -> None:
    """The title then offers no « Reprendre »."""
    with pytest.raises(NoSaveError):
        Session.resume(STORY, Saves(tmp_path), clock())


def test_a_newer_save_is_never_written_over(tmp_path: Path) -> None:
    """A new play on an older copy of the game keeps it beside."""
    path = tmp_path / "autosave.json"
    path.write_text('{"format": "stop-la-violence-save", "version": 2}', encoding="utf-8")
    do_all(new_session(Saves(tmp_path)), TO_THE_QUAY[:2])
    assert (tmp_path / "autosave.json.newer").read_text(encoding="utf-8").endswith('"version": 2}')


def test_broken_saves_are_never_written_over(tmp_path: Path) -> None:
    """« Elle ne les remplacera pas » is true of both files."""
    for name in ("autosave.json", "autosave.previous.json"):
        (tmp_path / name).write_text("?", encoding="utf-8")
    do_all(new_session(Saves(tmp_path)), TO_THE_QUAY)
    for name in ("autosave.json.broken", "autosave.previous.json.broken"):
        assert (tmp_path / name).read_text(encoding="utf-8") == "?"


class BackAndForth(RuleBasedStateMachine):
    """Going back and forth never changes what is there."""

    @initialize()
    def start(self) -> None:
        """A new play, kept nowhere."""
        self.session = new_session(None)

    @precondition(lambda self: self.session.state.ended is None)
    @rule(data=st.data())
    def go_on(self, data: st.DataObject) -> None:
        """Anything on offer."""
        offers = [offer for offer in self.session.moment.offers if offer.do != "stamp-clue"]
        command = data.draw(st.sampled_from([command for offer in offers for command in offer.commands()]))
        self.session.do(command)

    @rule(steps=st.integers(1, 5))
    def back_then_forward(self, steps: int) -> None:
        """As many steps forward as back lead to the same state and the same commands."""
        before, path = self.session.state, self.session.walk
        taken = sum(self.session.back() for _ in range(steps))
        assert walk(STORY, begin(STORY, "m", "home", 3)[0], self.session.walk)[0] == self.session.state
        assert sum(self.session.forward() for _ in range(taken)) == taken
        assert (self.session.state, self.session.walk) == (before, path)
        assert STATES.dump_json(self.session.state) == STATES.dump_json(before)


TestBackAndForth = BackAndForth.TestCase
TestBackAndForth.settings = settings(settings(), stateful_step_count=25, max_examples=max(10, settings().max_examples // 3))
