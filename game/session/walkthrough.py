"""Walkthroughs: a play as a list of readable steps, played by the rules with no window. Recorded plays and tests share it.

Room: game/session. A step is one command with its argument, `read-on` (advance until there is something else to do), or
what must be true by then:

    path: m
    mode: home
    steps:
      - choose: note-contenu-a-c1
      - read-on
      - go: portail/to-vie-scolaire
      - place-card: [start, board-start-trust]
      - expect: {place: vie-scolaire, clues: [note-conditions]}
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from game.content.story import Story
from game.content.vocabulary import Mode, PathId
from game.core.commands import COMMANDS, Advance, Command
from game.core.events import Event, Refused
from game.core.perform import begin, perform
from game.core.present import moment
from game.core.state import State

READ_ON = "read-on"


class Expect(BaseModel):
    """What must be true at a step; what is not named is not looked at. `clues` and `reached` are among those found."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    place: str | None = None
    line: str | None = None
    talk: str | None = None
    activity: Literal["place", "talk", "board", "ended"] | None = None
    clues: tuple[str, ...] = ()
    reached: tuple[str, ...] = ()
    choices: tuple[str, ...] | None = None
    ending: str | None = None
    leads_to: Literal["desk", "card"] | None = None


@dataclass(frozen=True, slots=True)
class Walkthrough:
    """A whole play: how it begins, and its steps."""

    path: PathId
    mode: Mode
    seed: int
    steps: tuple[Command | Expect | Literal["read-on"], ...]


class WalkthroughError(Exception):
    """A walkthrough that cannot be read, or a step that did not go as written. `step` counts from 1; 0 is the file itself."""

    def __init__(self, step: int, why: str) -> None:
        """Name the step."""
        super().__init__(f"step {step}: {why}" if step else why)
        self.step = step


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    path: PathId
    mode: Mode
    seed: int = 1
    steps: list[str | dict[str, Any]]


def read_walkthrough(path: Path) -> Walkthrough:
    """Read one from YAML. Raises WalkthroughError, with the step that is none."""
    try:
        file = _File.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError, UnicodeDecodeError) as error:
        raise WalkthroughError(0, f"{path.name} is no walkthrough: {error}") from error
    return Walkthrough(file.path, file.mode, file.seed, tuple(_step(number, step) for number, step in enumerate(file.steps, 1)))


def _step(number: int, written: str | dict[str, Any]) -> Command | Expect | Literal["read-on"]:
    if written == READ_ON:
        return "read-on"
    if isinstance(written, str):
        written = {written: []}
    if len(written) != 1:
        raise WalkthroughError(number, f"one thing a step, not {sorted(written)}")
    [(verb, given)] = written.items()
    try:
        if verb == "expect":
            return Expect.model_validate(given)
        kind = next((kind for kind in Command.__args__ if kind.__dataclass_fields__["do"].default == verb), None)
        if kind is None:
            raise WalkthroughError(number, f"“{verb}” is no command")
        names = [field.name for field in fields(kind) if field.name != "do"]
        values = given if isinstance(given, list) else [given]
        if len(values) != len(names):
            raise WalkthroughError(number, f"“{verb}” takes {len(names)} arguments, not {len(values)}")
        return COMMANDS.validate_python({"do": verb, **dict(zip(names, values, strict=True))})
    except ValidationError as error:
        raise WalkthroughError(number, str(error)) from error


def written(walk: Iterable[Command]) -> list[str | dict[str, Any]]:
    """The steps of a recorded play, as a walkthrough writes them: `yaml.safe_dump` makes a file of it."""
    return [_written(command) for command in walk]


def _written(command: Command) -> str | dict[str, Any]:
    values = [getattr(command, field.name) for field in fields(command) if field.name != "do"]
    if not values:
        return command.do
    return {command.do: values if len(values) > 1 else values[0]}


def play(story: Story, walkthrough: Walkthrough) -> tuple[State, tuple[tuple[Command, tuple[Event, ...]], ...]]:
    """Play it through by the rules. The last state, and every command with what followed.

    raises: WalkthroughError at the first step that is refused, or where something expected is not so.
    """
    state, _ = begin(story, walkthrough.path, walkthrough.mode, walkthrough.seed)
    done: list[tuple[Command, tuple[Event, ...]]] = []
    for number, step in enumerate(walkthrough.steps, 1):
        if isinstance(step, Expect):
            _compare(number, step, story, state)
            continue
        reading = step == READ_ON
        while True:
            command = Advance() if isinstance(step, str) else step
            if reading and not moment(story, state).allows(command):
                break
            state, events = perform(story, state, command)
            if any(isinstance(event, Refused) for event in events):
                raise WalkthroughError(number, f"{command} is not on offer; on offer: {', '.join(_offered(story, state))}")
            done.append((command, events))
            if not reading:
                break
    return state, tuple(done)


def _offered(story: Story, state: State) -> list[str]:
    return [f"{offer.do} {' '.join(offer.on)}".strip() for offer in moment(story, state).offers]


def _compare(number: int, wanted: Expect, story: Story, state: State) -> None:
    """Raise for the first thing that is not as expected, with what is."""
    now = moment(story, state)
    found = {
        "place": state.place,
        "line": now.line.id if now.line is not None else None,
        "talk": now.talk,
        "activity": now.activity,
        "choices": tuple(choice.id for choice in now.choices),
        "ending": state.ended,
        "leads_to": now.farewell.leads_to if now.farewell is not None else None,
    }
    for name, value in found.items():
        want = getattr(wanted, name)
        if want is not None and want != value:
            raise WalkthroughError(number, f"{name} is {value}, not {want}")
    missing = [clue for clue in wanted.clues if not state.has(clue)] + [name for name in wanted.reached if name not in state.reached]
    if missing:
        raise WalkthroughError(number, f"not yet: {', '.join(missing)}")
