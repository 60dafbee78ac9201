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

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from game.content.diagnostics import Diagnostic, did_you_mean
from game.content.loader import open_source
from game.content.model import Mark, Marks, Where
from game.content.rules import ARGUMENTS, NEVER_ENDS, NO_COMMAND, NOT_AS_EXPECTED, NOT_ON_OFFER, NOT_YET, ONE_THING, WRONG_VALUE
from game.content.story import Story
from game.content.vocabulary import Mode, PathId
from game.content.wording import explain, say_fault
from game.core.commands import COMMANDS, Advance, Command
from game.core.events import Event, Refused
from game.core.perform import begin, perform
from game.core.present import moment
from game.core.state import State

READ_ON = "read-on"
FURTHEST = 5_000
"""Lines that one `read-on` may pass: no day has so many, so beyond them the story goes in a circle."""
OFFERS = 12
"""Of what is on offer, this many are named where a step is not."""

UNWRITTEN = Marks()
KINDS = {kind.__dataclass_fields__["do"].default: kind for kind in Command.__args__}


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
    """A whole play: how it begins, and its steps. `marks` and `text` say where they were written, if they were."""

    path: PathId
    mode: Mode
    seed: int
    steps: tuple[Command | Expect | Literal["read-on"], ...]
    marks: Marks = UNWRITTEN
    text: str = ""

    def mark(self, number: int, *way: str | int) -> Mark:
        """Where a step was written (from 1), or something inside it."""
        return self.marks.value(("steps", number - 1, *way))


class WalkthroughError(Exception):
    """A walkthrough that cannot be read, or a step that did not go as written: `faults` say which rule, where and what.

    `step` counts from 1; 0 is the file itself. The text of the exception is for a log only.
    """

    def __init__(self, faults: Sequence[Diagnostic], step: int = 0) -> None:
        """At least one fault."""
        super().__init__("; ".join(f"{fault.mark} {fault.code} {fault.message}" for fault in faults[:3]))
        self.faults = tuple(faults)
        self.step = step


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    path: PathId
    mode: Mode
    seed: int = 1
    steps: list[Any]


def read_walkthrough(path: Path) -> Walkthrough:
    """Read one from YAML, with the same care as content. Raises WalkthroughError with everything that is wrong in it."""
    source = open_source(path, path.as_posix())
    wrong = list(source.diagnostics)
    data = source.data if isinstance(source.data, dict) else {}
    file: _File | None = None
    steps: list[Command | Expect | Literal["read-on"]] = []
    first = 0
    if not wrong:
        try:
            file = _File.model_validate(data)
        except ValidationError as error:
            wrong += explain(error, data, source.marks, _File)
    for number, step in enumerate(file.steps if file is not None else (), 1):
        try:
            steps.append(_step(step, source.marks, ("steps", number - 1)))
        except WalkthroughError as error:
            first = first or number
            wrong += error.faults
    if file is None or wrong:
        raise WalkthroughError([fault.with_lines({source.file: source.text}) for fault in wrong], first)
    return Walkthrough(file.path, file.mode, file.seed, tuple(steps), source.marks, source.text)


def _step(written: object, marks: Marks, where: Where) -> Command | Expect | Literal["read-on"]:
    """One step. Raises WalkthroughError."""
    if written == READ_ON:
        return "read-on"
    if isinstance(written, str):
        written = {written: []}
    if not isinstance(written, dict):
        raise WalkthroughError([WRONG_VALUE.at(marks.value(where), problem="a step is a word, or a word and what follows it")])
    if len(written) != 1:
        raise WalkthroughError([ONE_THING.at(marks.value(where), count=len(written), hint="begin the others with a dash of their own")])
    [(verb, given)] = written.items()
    if verb == "expect":
        return _expect(given, marks, (*where, verb))
    kind = KINDS.get(verb)
    if kind is None:
        raise WalkthroughError([NO_COMMAND.at(marks.key((*where, verb)), verb=verb, hint=did_you_mean(verb, [*KINDS, READ_ON, "expect"]))])
    names = [field.name for field in fields(kind) if field.name != "do"]
    values = given if isinstance(given, list) else [given]
    if len(values) != len(names):
        hint = f"`{verb}: [{', '.join(names)}]`" if len(names) > 1 else f"`{verb}: {names[0]}`" if names else f"`{verb}`"
        raise WalkthroughError([ARGUMENTS.at(marks.key((*where, verb)), verb=verb, takes=len(names), given=len(values), hint=hint)])
    try:
        return COMMANDS.validate_python({"do": verb, **dict(zip(names, values, strict=True))})
    except ValidationError as error:
        raise WalkthroughError(list(_arguments(error, names, marks, (*where, verb)))) from error


def _expect(given: object, marks: Marks, where: Where) -> Expect:
    try:
        return Expect.model_validate(given)
    except ValidationError as error:
        raise WalkthroughError(list(explain(error, given if isinstance(given, dict) else {}, marks, Expect, within=where))) from error


def _arguments(error: ValidationError, names: list[str], marks: Marks, where: Where) -> Iterator[Diagnostic]:
    """Each word that a command does not take, pointed at."""
    for fault in error.errors(include_url=False):
        name = next((step for step in fault["loc"] if step in names), None)
        at = (*where, names.index(str(name))) if name is not None and (*where, 0) in marks.values else where
        yield say_fault(fault, at, None, marks)


def written(walk: Iterable[Command]) -> list[str | dict[str, Any]]:
    """The steps of a recorded play, as a walkthrough writes them: `yaml.safe_dump` makes a file of it."""
    return [_written(command) for command in walk]


def _written(command: Command) -> str | dict[str, Any]:
    values = [getattr(command, field.name) for field in fields(command) if field.name != "do"]
    if not values:
        return command.do
    return {command.do: values if len(values) > 1 else values[0]}


def _shown(command: Command) -> str:
    """A command as a person would say it: `stamp-clue tide fact`."""
    values = [getattr(command, field.name) for field in fields(command) if field.name != "do"]
    return " ".join([command.do, *(str(value) for value in values if value is not None)])


def play(story: Story, walkthrough: Walkthrough) -> tuple[State, tuple[tuple[Command, tuple[Event, ...]], ...]]:
    """Play it through by the rules. The last state, and every command with what followed.

    raises: WalkthroughError at the first step that is refused, or where something expected is not so.
    """
    state, _ = begin(story, walkthrough.path, walkthrough.mode, walkthrough.seed)
    done: list[tuple[Command, tuple[Event, ...]]] = []

    def stop(number: int, fault: Diagnostic) -> WalkthroughError:
        return WalkthroughError([fault.with_lines({fault.file: walkthrough.text})], number)

    for number, step in enumerate(walkthrough.steps, 1):
        if isinstance(step, Expect):
            wrong = next(_compare(number, step, story, state, walkthrough), None)
            if wrong is not None:
                raise stop(number, wrong)
            continue
        reading = step == READ_ON
        for passed in range(FURTHEST + 1):
            command = Advance() if isinstance(step, str) else step
            if reading and not moment(story, state).allows(command):
                break
            if passed == FURTHEST:
                raise stop(number, NEVER_ENDS.at(walkthrough.mark(number), step=number))
            state, events = perform(story, state, command)
            if any(isinstance(event, Refused) for event in events):
                hint = f"on offer: {_offered(story, state)}"
                raise stop(number, NOT_ON_OFFER.at(walkthrough.mark(number), step=number, done=_shown(command), hint=hint))
            done.append((command, events))
            if not reading:
                break
    return state, tuple(done)


def _offered(story: Story, state: State) -> str:
    """What is on offer instead: the first of it, where there is much."""
    offers = [f"{offer.do} {' '.join(offer.on)}".strip() for offer in moment(story, state).offers]
    return ", ".join(offers[:OFFERS] + (["…"] if len(offers) > OFFERS else []))


def _compare(number: int, wanted: Expect, story: Story, state: State, walkthrough: Walkthrough) -> Iterator[Diagnostic]:
    """Whatever is not as expected, with what is."""
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
            mark = walkthrough.mark(number, "expect", name)
            expected = want if isinstance(want, str) else ", ".join(want)
            yield NOT_AS_EXPECTED.at(mark, step=number, name=name, found=_named(value), wanted=expected)
    for name, there in (("clues", state.has), ("reached", lambda name: name in state.reached)):
        missing = [one for one in getattr(wanted, name) if not there(one)]
        if missing:
            at = getattr(wanted, name).index(missing[0])
            yield NOT_YET.at(walkthrough.mark(number, "expect", name, at), step=number, names=", ".join(missing))


def _named(value: str | tuple[str, ...] | None) -> str:
    """What was found, as words; `nothing` where there is none."""
    listed = ", ".join([value] if isinstance(value, str) else value or ())
    return f"“{listed}”" if listed else "nothing"
