"""A desk as a person uses it, with the real runner behind it: commands in, moments out, answers waited for.

Not a test: what the tests of this folder share.
"""

from __future__ import annotations

import queue
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from reporting.client.commands import AddPicture, Answer, Command, Do, Pick, Write
from reporting.client.desk import DeskEnv, DeskMoment, DeskState, Effect, open_desk, present, step
from reporting.client.routes import load_routes
from reporting.client.runner import DeskRunner, DeskTools
from reporting.client.secret import Hidden

ROOT = Path(__file__).resolve().parents[3]
FONTS = ROOT / "assets" / "fonts"
NOON = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
ENV = DeskEnv(now=NOON, language="fr", country="FR", routes=load_routes(), pinned=False)
PATIENCE = 60.0  # seconds that a test waits before it says what it was waiting for


def training_command(folder: Path) -> list[str]:
    """What starts the exercise's service, its store in `folder`."""
    return [sys.executable, "-m", "reporting.service", "--training", "--data", str(folder)]


def tools(folder: Path, **other: object) -> DeskTools:
    """Tools whose every folder is inside `folder`; no keyring, as on a bare machine."""
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    plain = DeskTools(folder=folder / "client", documents=folder / "documents", fonts=FONTS, words=lambda word: word,
                      training_command=training_command, training_data=folder / "service", training_folder=ROOT, ring=lambda: None)
    return replace(plain, **other)  # type: ignore[arg-type]  # the fields of DeskTools, by name


class Desk:
    """One visit: `do` a command, `wait` for the world, look at `moment`."""

    def __init__(self, given: DeskTools, env: DeskEnv = ENV) -> None:
        self.env, self.state, self.effects = env, open_desk(), list[Effect]()
        self._answers: queue.Queue[Answer] = queue.Queue()
        self.runner = DeskRunner(given, self._answers.put)

    @property
    def moment(self) -> DeskMoment:
        """What is shown now; it always survives the trip through JSON."""
        now = present(self.state, self.env)
        assert DeskMoment.model_validate_json(now.model_dump_json()) == now
        return now

    def do(self, *commands: Command) -> DeskMoment:
        """Give commands, start what follows from them."""
        for command in commands:
            self.state, effects = step(self.state, command, self.env)
            for effect in effects:
                self.effects.append(effect)
                self.runner.start(effect)
        return self.moment

    def wait(self, until: Callable[[DeskState], bool]) -> DeskMoment:
        """Take answers until the state is as it should be. Fails by naming the last problem."""
        while not until(self.state):
            try:
                self.do(self._answers.get(timeout=PATIENCE))
            except queue.Empty:
                raise AssertionError(f"nothing came; {self.state!r}, problem {self.state.problem}") from None
        return self.moment

    def close(self) -> None:
        """Stop everything."""
        self.runner.close()


def to_who(desk: Desk, door: str = "try") -> None:
    """Through a door, to the first question."""
    desk.do(Do("continue"), Do("try" if door == "try" else "for_real"))
    desk.wait(lambda state: state.screen == "who")


def to_review(desk: Desk, *pictures: Path, who: str = "shown", device: str = "mine") -> None:
    """Answer everything, with these pictures, up to a composed review."""
    desk.do(Pick("who", who), Pick("age", "15_17"), Pick("device", device), Do("continue"))
    for path in pictures:
        desk.do(AddPicture(Hidden(str(path))))
    desk.wait(lambda state: not state.draft.busy)
    if desk.state.screen == "picture":
        desk.do(Do("continue"))
    desk.do(Write("link", "lucarne.example/p/8841"), Write("account", "@bouee_perdue"), Write("seen", "lundi, vers 18 h"),
            Write("context", "Une photo tourne depuis dimanche."), Do("review"))
    desk.wait(lambda state: state.composed is not None)


def send(desk: Desk) -> None:
    """Authorise, note the receipt, and wait until it arrived or is kept."""
    desk.do(Do("authorise"), Do("send"), Do("noted"))
    desk.wait(lambda state: state.sending is not None and state.sending.phase in ("arrived", "kept"))
