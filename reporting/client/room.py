"""The room behind the desk: holds the desk's state, lets its effects happen, and brings the answers back to the reader's thread.

Room: reporting/client. A window and a terminal each hold one. Everything that is decided is decided by `desk.py`; everything that
happens is done by `runner.py`. Answers arrive from other threads through a queue that `tick` empties.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from reporting.client.commands import Answer, Asked, Command, Tick
from reporting.client.desk import DeskEnv, DeskMoment, DeskState, open_desk, present, step
from reporting.client.effects import CloseDesk, Effect, OpenSite
from reporting.client.routes import Routes
from reporting.protocol.receipt import Language


class Clock(Protocol):
    """What time it is, in UTC."""

    def now(self) -> datetime:
        """Now."""
        ...


class Pinned(Protocol):
    """A live operator as the settings name it."""

    @property
    def url(self) -> str:
        """Where it answers."""
        ...

    @property
    def key(self) -> str:
        """Its public key, which signs who it is."""
        ...

    @property
    def ca(self) -> Path | None:
        """The certificates it is known by, where they are not the system's."""
        ...


class Runner(Protocol):
    """What makes effects happen: `reporting.client.runner.DeskRunner`."""

    def start(self, effect: Effect) -> None:
        """Begin, and return at once."""
        ...

    def close(self) -> None:
        """End everything; may wait for a child to die."""
        ...


@dataclass(frozen=True, slots=True)
class Setting:
    """What the desk may know of the world that does not change while it is open.

    country: two capital letters   pinned: a live operator is in the settings   example: the bundled picture exists
    """

    language: Language
    country: str
    routes: Routes
    pinned: bool
    example: bool


class DeskRoom:
    """One visit to the desk."""

    def __init__(
        self, setting: Setting, clock: Clock, runner: Callable[[Callable[[Answer], None]], Runner], *,
        browse: Callable[[str], bool], wake: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        """`runner` is made with the function it answers through. `browse` opens a page and says whether it could."""
        self._setting, self._clock, self._browse, self._wake = setting, clock, browse, wake
        self._answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
        self._runner = runner(self._emit)
        self._unopened: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._state: DeskState = open_desk()
        self._moment: DeskMoment | None = None
        self._ticked: datetime | None = None
        self.closed = False
        self.quick = False
        self.unopened = ""  # the address of a page that no browser opened

    # ---- for the screen ---------------------------------------------------

    @property
    def moment(self) -> DeskMoment:
        """What the desk shows now; made once a state."""
        if self._moment is None:
            self._moment = present(self._state, self._env())
        return self._moment

    @property
    def state(self) -> DeskState:
        """The value everything follows from."""
        return self._state

    def ask(self, command: Asked) -> None:
        """Do what a person asked for."""
        self._take(command)

    def tick(self) -> bool:
        """Bring in what has come back, and let a second pass. True if anything changed."""
        before = self._state
        while True:
            try:
                answer = self._answers.get_nowait()
            except queue.Empty:
                break
            self._take(answer)
        turned = False
        while not self._unopened.empty():
            self.unopened, turned = self._unopened.get_nowait(), True
        now = self._clock.now()
        if self._ticked is None or (now - self._ticked).total_seconds() >= 1:
            self._ticked = now
            self._take(Tick())
        return turned or self._state is not before

    def wipe(self) -> None:
        """Quick exit. The state is replaced here and now; children are ended behind, so that nobody waits for them."""
        self._state, self._moment, self.unopened = open_desk(self._state.visit + 1), None, ""
        self.closed = self.quick = True
        while True:
            try:
                self._answers.get_nowait()
            except queue.Empty:
                break
        threading.Thread(target=self._runner.close, name="desk-close", daemon=True).start()

    def close(self) -> None:
        """The window closes: end the exercise and whatever is being measured."""
        self._runner.close()

    # ---- the value and the world ------------------------------------------

    def _env(self) -> DeskEnv:
        s = self._setting
        return DeskEnv(now=self._clock.now(), language=s.language, country=s.country, routes=s.routes, pinned=s.pinned, example=s.example)

    def _take(self, command: Command) -> None:
        if self.closed:
            return
        after, effects = step(self._state, command, self._env())
        if after is not self._state:
            self._state, self._moment = after, None
        for effect in effects:
            self._perform(effect)

    def _perform(self, effect: Effect) -> None:
        match effect:
            case CloseDesk(quick=quick):
                self.closed, self.quick = True, quick
                threading.Thread(target=self._runner.close, name="desk-close", daemon=True).start()
            case OpenSite(url=url):
                threading.Thread(target=self._open, args=(url,), name="desk-browse", daemon=True).start()
            case _:
                self._runner.start(effect)

    def _open(self, url: str) -> None:
        """In a thread of its own: some systems take seconds to say that there is no browser."""
        self._unopened.put("" if self._browse(url) else url)
        self._wake()

    def _emit(self, answer: Answer) -> None:
        """From any thread."""
        self._answers.put(answer)
        self._wake()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a visit is made with, whoever reads it.

    folder: where the desk may keep things; documents: where a receipt's PDF goes; fonts: for that PDF; training: how the exercise's
    service is started; pinned: the live operator; example: the bundled picture, if it is there; keyring: the system's may be asked.
    """

    folder: Path
    documents: Path
    fonts: Path
    words: Callable[[str], str]
    training: Callable[[Path], Sequence[str]]
    pinned: Pinned | None
    example: Path
    keyring: bool
    language: Language
    country: str


def open_room(around: Surroundings, clock: Clock, *, wake: Callable[[], None] = lambda: None) -> DeskRoom:
    """A new visit. What it needs is read only now."""
    from reporting.client.lock import system_keyring
    from reporting.client.routes import load_routes
    from reporting.client.runner import DeskRunner, DeskTools
    from reporting.client.send import Operator
    from reporting.protocol.model import Mode

    pinned = None if around.pinned is None else Operator(around.pinned.url, around.pinned.key, Mode.LIVE, around.pinned.ca)
    there = around.example.is_file()
    tools = DeskTools(
        folder=around.folder,
        documents=around.documents,
        fonts=around.fonts,
        words=around.words,
        training_command=around.training,
        training_data=around.folder / "training",
        pinned=pinned,
        example=around.example if there else None,
        ring=system_keyring if around.keyring else lambda: None,
    )
    setting = Setting(around.language, around.country, load_routes(), pinned is not None, there)
    return DeskRoom(setting, clock, lambda emit: DeskRunner(tools, emit), browse=browse, wake=wake)


def browse(url: str) -> bool:
    """Open a page in the person's own browser. False where there is none: the address is then shown to be copied."""
    import webbrowser

    try:
        found = webbrowser.get()
        if type(found) is webbrowser.GenericBrowser:  # a text browser would wait in a terminal that nobody sees
            return False
        return found.open(url)
    except (webbrowser.Error, OSError):
        return False
