"""Commands: what a player can ask for, and nothing more.

Room: game/core, the rules. Every command is a small frozen value that travels as JSON; `perform` answers it.
Stays outside: what a command does (one module each, see `perform.py`) and whether it is allowed now (`offers.py`).
Read first: `moment.py`, whose `offers` name the commands that will be accepted.

On the wire each command is an object with `do`, its verb: `{"do": "examine", "hotspot": "portail/gull"}`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from pydantic import ConfigDict, Field, TypeAdapter

Stamp: TypeAlias = Literal["fact", "feeling", "rumour"]
Sureness: TypeAlias = Literal["sure", "think", "unknown"]
STAMPS: tuple[Stamp, ...] = ("fact", "feeling", "rumour")
Lamp: TypeAlias = Literal["lit", "out"]
LAMPS: tuple[Lamp, ...] = ("lit", "out")
SURENESSES: tuple[Sureness, ...] = ("sure", "think", "unknown")

_CLOSED = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Examine:
    """Look at a hotspot, named `place/hotspot`."""

    __pydantic_config__ = _CLOSED
    hotspot: str
    do: Literal["examine"] = "examine"


@dataclass(frozen=True, slots=True)
class UseThing:
    """Take a hotspot, or use it, alone or with a noted clue; `use` is `place/hotspot.use`."""

    __pydantic_config__ = _CLOSED
    use: str
    do: Literal["use"] = "use"


@dataclass(frozen=True, slots=True)
class TalkTo:
    """Begin the talk a person has for the player now."""

    __pydantic_config__ = _CLOSED
    person: str
    do: Literal["talk-to"] = "talk-to"


@dataclass(frozen=True, slots=True)
class Go:
    """Leave by an exit, named `place/exit`."""

    __pydantic_config__ = _CLOSED
    exit: str
    do: Literal["go"] = "go"


@dataclass(frozen=True, slots=True)
class Advance:
    """Read on: the next line, or whatever follows the last one."""

    __pydantic_config__ = _CLOSED
    do: Literal["advance"] = "advance"


@dataclass(frozen=True, slots=True)
class Choose:
    """Take one of the choices shown; `choice` is its stable id, never its number."""

    __pydantic_config__ = _CLOSED
    choice: str
    do: Literal["choose"] = "choose"


@dataclass(frozen=True, slots=True)
class StampClue:
    """Stamp a card of the notebook, or lift its stamp with None. A stamp can be changed for ever."""

    __pydantic_config__ = _CLOSED
    clue: str
    stamp: Stamp | None
    do: Literal["stamp-clue"] = "stamp-clue"


@dataclass(frozen=True, slots=True)
class OpenBoard:
    """Sit down at the hypothesis board."""

    __pydantic_config__ = _CLOSED
    do: Literal["open-board"] = "open-board"


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """Put one of a box's answer cards in it, or empty the box with None."""

    __pydantic_config__ = _CLOSED
    slot: str
    card: str | None
    do: Literal["place-card"] = "place-card"


@dataclass(frozen=True, slots=True)
class SayHowSure:
    """Say how sure one is of a box; « je ne sais pas » (`unknown`) is a full answer, and takes the card out."""

    __pydantic_config__ = _CLOSED
    slot: str
    sure: Sureness
    do: Literal["say-how-sure"] = "say-how-sure"


@dataclass(frozen=True, slots=True)
class CommitBoard:
    """Show the board to Louna: the story goes on from there."""

    __pydantic_config__ = _CLOSED
    do: Literal["commit-board"] = "commit-board"


@dataclass(frozen=True, slots=True)
class CloseBoard:
    """Leave the board as it is; it is kept."""

    __pydantic_config__ = _CLOSED
    do: Literal["close-board"] = "close-board"


@dataclass(frozen=True, slots=True)
class RingBell:
    """Ring the bell: the day goes on, and what waits for a bell comes."""

    __pydantic_config__ = _CLOSED
    do: Literal["ring-bell"] = "ring-bell"


@dataclass(frozen=True, slots=True)
class GoBackOver:
    """« Revenir là-dessus »: begin the talk that repairs a decision, named by the talk's id."""

    __pydantic_config__ = _CLOSED
    repair: str
    do: Literal["go-back-over"] = "go-back-over"


@dataclass(frozen=True, slots=True)
class KeepLine:
    """Keep a line of the log that lies open. The file is never kept: asking for it is answered."""

    __pydantic_config__ = _CLOSED
    line: str
    do: Literal["keep-line"] = "keep-line"


@dataclass(frozen=True, slots=True)
class CloseLog:
    """Put the log away; the talk goes on."""

    __pydantic_config__ = _CLOSED
    do: Literal["close-log"] = "close-log"


@dataclass(frozen=True, slots=True)
class Travel:
    """Walk to a place on the map where one has been before."""

    __pydantic_config__ = _CLOSED
    place: str
    do: Literal["travel"] = "travel"


@dataclass(frozen=True, slots=True)
class TryChange:
    """Take a choice that changes the workshop's picture. `lamp` is what the comparison computed, which the rules cannot know."""

    __pydantic_config__ = _CLOSED
    choice: str
    lamp: Lamp
    do: Literal["try-change"] = "try-change"


@dataclass(frozen=True, slots=True)
class SkipScene:
    """« Passer cette scène »: its summary instead, its clues all the same, its decision left unanswered."""

    __pydantic_config__ = _CLOSED
    do: Literal["skip-scene"] = "skip-scene"


Command: TypeAlias = (
    Examine
    | UseThing
    | TalkTo
    | Go
    | Advance
    | Choose
    | StampClue
    | OpenBoard
    | PlaceCard
    | SayHowSure
    | CommitBoard
    | CloseBoard
    | SkipScene
    | RingBell
    | GoBackOver
    | KeepLine
    | CloseLog
    | Travel
    | TryChange
)

COMMANDS: TypeAdapter[Command] = TypeAdapter(Annotated[Command, Field(discriminator="do")])
"""Reads and writes any command as JSON; an unknown verb or key is refused by pydantic with its place."""
