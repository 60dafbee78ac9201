"""A play as steps that a person can read, and that a walkthrough file can hold.

Room: game/authoring. `game/session/walkthrough.py` reads the same steps; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from game.core.commands import Advance, Command


def steps(commands: Iterable[Command]) -> tuple[str, ...]:
    """One line a step, in YAML: `go: portail/to-vie-scolaire`, `place-card: [start, board-start-trust]`, `advance`.

    Any number of lines read in a row are as many steps: `read-on` would read further where somebody stopped in time.
    """
    return tuple(step(command) for command in commands)


def step(command: Command) -> str:
    """One command as a step."""
    given = ["null" if (value := getattr(command, field.name)) is None else str(value) for field in fields(command) if field.name != "do"]
    if not given:
        return command.do
    return f"{command.do}: {given[0]}" if len(given) == 1 else f"{command.do}: [{', '.join(given)}]"


def without_reading(commands: Iterable[Command]) -> tuple[str, ...]:
    """The same in short: what was done, reading left out."""
    return steps(command for command in commands if not isinstance(command, Advance))
