"""An offer: commands that will be accepted now, as plain data. `offers.py` makes them; a moment carries them.

Room: game/core, the rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

from game.core.commands import COMMANDS, Command

Do: TypeAlias = Literal[
    "examine",
    "use",
    "talk-to",
    "go",
    "advance",
    "choose",
    "stamp-clue",
    "open-board",
    "place-card",
    "say-how-sure",
    "commit-board",
    "close-board",
    "skip-scene",
    "ring-bell",
    "go-back-over",
    "keep-line",
    "close-log",
    "travel",
    "try-change",
]


class Shown(BaseModel):
    """Base of everything in a moment: frozen, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Offer(Shown):
    """Commands that will be accepted now: the verb, what it may be done to, and with what.

    `on` lists the first argument (hotspot, person, exit, choice, clue or slot), `given` the second one
    (stamp, card or sureness; None is an answer too). Both are empty for verbs that take none. A verb may have
    several offers: each box of the board has cards of its own.
    """

    do: Do
    on: tuple[str, ...] = ()
    given: tuple[str | None, ...] = ()

    def commands(self) -> Iterator[Command]:
        """Every single command this offer stands for."""
        yield from _commands(self.do, self.on, self.given)

    def allows(self, command: Command) -> bool:
        """Whether this offer stands for that command."""
        if command.do != self.do:
            return False
        given = tuple(getattr(command, name) for name in _ARGUMENTS[self.do])
        return all(value in among for value, among in zip(given, (self.on, self.given), strict=False))


@lru_cache(maxsize=4096)  # whoever plays by themselves asks for the same few again and again
def _commands(do: Do, on: tuple[str, ...], given: tuple[str | None, ...]) -> tuple[Command, ...]:
    names = _ARGUMENTS[do]
    return tuple(
        COMMANDS.validate_python({"do": do, **dict(zip(names, (target, value), strict=False))})
        for target in on or (None,)
        for value in given or (None,)
    )


_ARGUMENTS: dict[Do, tuple[str, ...]] = {
    "examine": ("hotspot",),
    "use": ("use",),
    "talk-to": ("person",),
    "go": ("exit",),
    "advance": (),
    "choose": ("choice",),
    "stamp-clue": ("clue", "stamp"),
    "open-board": (),
    "place-card": ("slot", "card"),
    "say-how-sure": ("slot", "sure"),
    "commit-board": (),
    "close-board": (),
    "skip-scene": (),
    "ring-bell": (),
    "go-back-over": ("repair",),
    "keep-line": ("line",),
    "close-log": (),
    "travel": ("place",),
    "try-change": ("choice", "lamp"),
}
