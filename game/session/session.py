"""One sitting of one player: the story, the state, going back and forth through lines, and a save that follows.

Room: game/session. A reader asks with `do`, shows `moment`, and delivers background work with `Jobs.poll()`.
Going back is free through lines and looks; it stops at the last decision (« un choix ne s’efface pas, on y revient »).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from game.content.root import content_root
from game.content.story import Story
from game.content.vocabulary import Change, Mode, PathId
from game.core.commands import Advance, Command, TryChange
from game.core.events import Event, Moved, Refused
from game.core.migrations import OtherEpisodeError, StateError, TooNewError, read_state
from game.core.moment import Moment
from game.core.perform import begin, perform
from game.core.present import moment
from game.core.state import STATES, State
from game.session.clock import Clock
from game.session.history import History, Told, retold
from game.session.jobs import Cancelled, Done, Failed, Jobs, Outcome, Progress
from game.session.keeper import Keeper, stays
from game.session.marks import Marks
from game.session.notices import Notice, notice
from game.session.saves import BrokenSaveError, NewerSaveError, Saves
from game.session.slots import AUTOSAVE
from game.session.whole import NotKeptError
from game.session.workshop import PICTURE, Comparison, Workshop
from reporting.fingerprint.errors import PictureError

_DEEPEST = 400
"""How many steps one can go back; each costs a reference, not a copy."""


class Session:
    """One sitting. Made by `Session.start` or `Session.resume`; end it with `close()`.

    The play is kept in `slot` after every command: in the background when it was given `jobs`, else at once. Only one
    write is ever under way; the next takes the newest state. `close()` waits for nothing and writes what is not kept yet.
    """

    def __init__(
        self,
        story: Story,
        state: State,
        saves: Saves | None,
        clock: Clock,
        *,
        jobs: Jobs | None = None,
        slot: str = AUTOSAVE,
        walk: tuple[Command, ...] = (),
        notices: tuple[Notice, ...] = (),
        workshop: Workshop | None = None,
    ) -> None:
        """Use `start` or `resume`. `saves=None` keeps nothing, for the demo and for bots."""
        self.story = story
        self._state = state
        self._saves = saves
        self._keeper = Keeper(saves, slot) if saves is not None else None
        self._clock = clock
        self._jobs = jobs
        self._walk = list(walk)
        self._back: list[State] = []  # before each of the last commands of the walk
        self._forward: list[tuple[Command, State]] = []
        self._notices: list[Notice] = list(notices)
        self._history = History()
        self._untold: tuple[State, tuple[Command, ...]] | None = None  # a play taken up again, until somebody asks what was said in it
        self._marks = Marks(saves.folder) if saves is not None and state.mode == "home" else None
        self._moment: Moment | None = None
        self._kept: State | None = None
        self._writing = False
        self._said_full = False
        self._workshop = workshop
        self._comparing = False
        self._compare_failed = False

    @classmethod
    def start(
        cls,
        story: Story,
        path: PathId,
        mode: Mode,
        seed: int,
        saves: Saves | None,
        clock: Clock,
        *,
        jobs: Jobs | None = None,
        slot: str = AUTOSAVE,
    ) -> tuple[Session, tuple[Event, ...]]:
        """Begin a new play. With its first command the play that lay in `slot` moves to the slot `NAME-before`."""
        state, events = begin(story, path, mode, seed)
        session = cls(story, state, saves, clock, jobs=jobs, slot=slot)
        if session._keeper is not None:
            session._keeper.fresh = True
        return session, events

    @classmethod
    def resume(
        cls,
        story: Story,
        saves: Saves,
        clock: Clock,
        *,
        jobs: Jobs | None = None,
        slot: str = AUTOSAVE,
        into: str | None = None,
        mode: Mode | None = None,
        renames: Mapping[str, str] = MappingProxyType({}),
    ) -> tuple[Session, tuple[Event, ...]]:
        """Take up the play in `slot`. What had to be mended is in `notices`.

        mode:   where one plays now, in class or at home: a play begun at home and taken up in class is a class's.
        into:   where it goes on, if not in `slot`, which then stays as it is; the play that lay there moves to `NAME-before`.
        raises: NoSaveError, BrokenSaveError, NewerSaveError (each with its notice). The files are left as they are.
        """
        saved = saves.read(slot)
        try:
            state, events = read_state(dict(saved.state), story, renames)
        except TooNewError:
            raise NewerSaveError(notice("system.save-newer", slot=slot)) from None
        except OtherEpisodeError as other:
            raise BrokenSaveError(notice("system.save-other-episode", slot=slot, episode=other.episode)) from None
        except StateError:
            raise BrokenSaveError(notice("system.save-broken", slot=slot)) from None
        if mode is not None and mode != state.mode:
            state = replace(state, mode=mode)
        notices = saved.notices
        if any(isinstance(event, Moved) for event in events):
            notices = (*notices, notice("system.save-moved"))
        session = cls(story, state, saves, clock, jobs=jobs, slot=into or slot, walk=saved.walk, notices=notices)
        if session._keeper is not None:
            session._keeper.fresh = into not in (None, slot)
        before = str(saved.state.get("mode"))
        session._untold = begin(story, state.path, "class" if before == "class" else "home", state.seed)[0], saved.walk
        if state.change is not None and session.moment.workshop is not None:
            session._compute(state.change, lambda _: None)  # a save holds the lamp, not the picture
        return session, events

    @property
    def state(self) -> State:
        """The play now."""
        return self._state

    @property
    def moment(self) -> Moment:
        """What may be shown now; built once for each state."""
        if self._moment is None:
            self._moment = moment(self.story, self._state)
        return self._moment

    @property
    def walk(self) -> tuple[Command, ...]:
        """Every command that led here, in order: played again from the start it gives this very state."""
        return tuple(self._walk)

    def do(self, command: Command) -> tuple[Event, ...]:
        """Ask for something. A refusal is an event and changes nothing, the way back and forth included."""
        state, events = perform(self.story, self._state, command)
        if any(isinstance(event, Refused) for event in events):
            return events
        self._note(command)
        self._walk.append(command)
        if any(stays(event) for event in events):
            self._back.clear()
        else:
            self._back.append(self._state)
            del self._back[:-_DEEPEST]
        self._forward.clear()
        self._move(state)
        return events

    def retell(self, story: Story) -> tuple[Event, ...]:
        """Go on in a story that was changed meanwhile, where the play stands. What it no longer knows is let go, as with an old save.

        The way back ends here: the steps behind are of the story before. raises: StateError, and everything stays as it was.
        """
        state, events = read_state(STATES.dump_python(self._state, mode="json"), story)
        self.story = story
        self._back.clear()
        self._forward.clear()
        self._move(state)
        return events

    # ---- the workshop ------------------------------------------------------

    @property
    def comparison(self) -> Comparison | None:
        """The workshop's last comparison, for a screen; None before the first, and until it was computed again for a play taken up."""
        change = self._state.change
        return self._workshop.known(change) if self._workshop is not None and change is not None else None

    @property
    def comparing(self) -> Literal["idle", "under-way", "failed"]:
        """How the workshop's sum stands: it may be under way, and the last one may have failed."""
        return "under-way" if self._comparing else "failed" if self._compare_failed else "idle"

    def try_change(self, choice: str) -> None:
        """Change the workshop's picture by this choice; the lamp is computed, in the background when there are jobs, then played.

        A picture that cannot be read plays nothing, and `comparing` says so.
        """
        taken = self.story.choices.get(choice)
        if taken is None or taken.change is None or self._comparing:
            return
        # refused, and nothing else, if the player went on meanwhile
        self._compute(taken.change, lambda found: self.do(TryChange(choice, found.lamp)))

    def _compute(self, change: Change, then: Callable[[Comparison], object]) -> None:
        if self._workshop is None:
            self._workshop = Workshop(content_root() / PICTURE)
        compare = self._workshop.compare
        self._compare_failed = False
        if self._jobs is None:
            try:
                then(compare(change))
            except PictureError:
                self._compare_failed = True
            return

        def work(progress: Progress, cancelled: Cancelled) -> Comparison:
            del progress, cancelled  # it takes a tenth of a second
            return compare(change)

        def done(outcome: Outcome[Comparison]) -> None:
            self._comparing = False
            match outcome:
                case Done(found):
                    then(found)
                case Failed(PictureError()):
                    self._compare_failed = True
                case Failed(error):
                    raise error
                case _:
                    pass

        self._comparing = True
        self._jobs.submit(work, done, name="workshop")

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step to go back to since the last decision."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether a step back can be taken again."""
        return bool(self._forward)

    def back(self) -> bool:
        """One step back, through lines and looks. False when there is none."""
        if not self._back:
            return False
        self._forward.append((self._walk.pop(), self._state))
        self._move(self._back.pop())
        return True

    def forward(self) -> bool:
        """One step forward again. False when there is none."""
        if not self._forward:
            return False
        command, state = self._forward.pop()
        self._note(command)
        self._walk.append(command)
        self._back.append(self._state)
        self._move(state)
        return True

    # ---- what was said ----------------------------------------------------

    @property
    def history(self) -> tuple[Told, ...]:
        """What was said in this play, the oldest first; what was gone back over is not in it."""
        if self._untold is not None:
            (begun, walk), self._untold = self._untold, None
            self._history.before(retold(self.story, begun, walk))
        self._history.note(self.moment, len(self._walk))
        return self._history.told

    @property
    def decisions(self) -> tuple[str, ...]:
        """The ids of the words one decided with, in the order of the play; what was skipped or not met is not in it."""
        taken = (f"{answer.decision}.{answer.option}" for answer in self._state.answers if answer.option is not None)
        return tuple(name for name in taken if name in self.story.choices)

    def can_return_to(self, told: Told) -> bool:
        """Whether this line can be come back to: it was said since the last decision, and is not the present one."""
        return told.kind != "chosen" and 0 < len(self._walk) - told.step <= len(self._back)

    def return_to(self, told: Told) -> bool:
        """Come back to a line that was said, as `back` does. False, and nothing moves, where a decision lies between."""
        if not self.can_return_to(told):
            return False
        while len(self._walk) > told.step:
            self.back()
        return True

    @property
    def can_skip_read(self) -> bool:
        """Whether the line that stands here had been read before, in this play or in another here, and only wants to be read on from."""
        now = self.moment
        if now.line is None or now.choices or not now.allows(Advance()):
            return False
        return now.line.seen or (self._marks is not None and now.line.id in self._marks.lines)

    def skip_read(self) -> tuple[Event, ...]:
        """Read on to the first new line, or to whatever is not a line. What followed; nothing where the line is new."""
        events: list[Event] = []
        while self.can_skip_read:
            events += self.do(Advance())
        return tuple(events)

    def _note(self, command: Command) -> None:
        self._history.note(self.moment, len(self._walk))
        self._history.chose(self.moment, command, len(self._walk) + 1)

    def _move(self, state: State) -> None:
        self._state = state
        self._moment = None
        self._history.note(self.moment, len(self._walk))
        self._autosave()

    def take_notices(self) -> tuple[Notice, ...]:
        """What has to be said, each once."""
        said, self._notices = tuple(self._notices), []
        return said

    def kept(self) -> bool:
        """Whether the play as it stands is on the disk."""
        return self._saves is None or self._kept is self._state

    def keep_now(self) -> bool:
        """Keep the play as it stands, without waiting for its turn. False when the disk refused; `take_notices` says why."""
        if not self.kept():
            self._write_now()
        return self.kept()

    def save_as(self, slot: str) -> None:
        """Keep the play in another slot too, now. Raises NotKeptError."""
        if self._saves is not None:
            self._saves.write(slot, self._state, self.walk, self._clock.now())

    def close(self) -> bool:
        """Keep what is not kept yet. False when the disk refused; `take_notices` says why. May be called again."""
        kept = self.keep_now()
        if self._marks is not None:
            self._marks.keep(self._state.seen)
        self._jobs = None
        return kept

    def _autosave(self) -> None:
        if self._keeper is None or self._writing:
            return
        if self._jobs is None:
            self._write_now()
            return
        keep = self._keeper.keeping(self._state, self.walk, self._clock.now())

        def work(progress: Progress, cancelled: Cancelled) -> State:
            del progress, cancelled  # a save is never called off
            return keep()

        self._writing = True
        self._jobs.submit(work, self._written, name="autosave")

    def _written(self, outcome: Outcome[State]) -> None:
        self._writing = False
        match outcome:
            case Done(state):
                self._kept, self._said_full = state, False
                if not self.kept():
                    self._autosave()
            case Failed(NotKeptError() as error):
                self._say_once(error)
            case Failed(error):
                raise error
            case _:
                pass

    def _write_now(self) -> None:
        if self._keeper is None:
            return
        try:
            self._kept = self._keeper.keeping(self._state, self.walk, self._clock.now())()
            self._said_full = False
        except NotKeptError as error:
            self._say_once(error)

    def _say_once(self, error: NotKeptError) -> None:
        """A disk that stays full is said once, not at every line; the next command tries again."""
        if not self._said_full:
            self._notices.append(error.notice)
            self._said_full = True
