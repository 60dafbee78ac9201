"""Events: what followed from a command, in the order it happened. Past participles, ids only.

Room: game/core, the rules. A reader may animate or voice them; what is true now stands in the moment, so an event
may be missed without harm. Words are found elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from pydantic import ConfigDict, Field, TypeAdapter

from game.core.commands import Command, Lamp, Stamp, Sureness

_CLOSED = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True)
class Refused:
    """The command is not on offer now; the state is the very one that came in."""

    __pydantic_config__ = _CLOSED
    command: Annotated[Command, Field(discriminator="do")]
    what: Literal["refused"] = "refused"


@dataclass(frozen=True, slots=True)
class Entered:
    """The player stands in a place; `first` on the first visit."""

    __pydantic_config__ = _CLOSED
    place: str
    first: bool
    what: Literal["entered"] = "entered"


@dataclass(frozen=True, slots=True)
class Examined:
    """A hotspot was looked at; `first` the first time."""

    __pydantic_config__ = _CLOSED
    hotspot: str
    first: bool
    what: Literal["examined"] = "examined"


@dataclass(frozen=True, slots=True)
class Used:
    """A hotspot was used or taken, in this way."""

    __pydantic_config__ = _CLOSED
    use: str
    what: Literal["used"] = "used"


@dataclass(frozen=True, slots=True)
class Said:
    """A line is being said, thought or told."""

    __pydantic_config__ = _CLOSED
    line: str
    what: Literal["said"] = "said"


@dataclass(frozen=True, slots=True)
class Found:
    """A clue entered the notebook: its title and drawing are shown, its words are read there."""

    __pydantic_config__ = _CLOSED
    clue: str
    what: Literal["found"] = "found"


@dataclass(frozen=True, slots=True)
class Stamped:
    """A card of the notebook was stamped, or its stamp lifted (None)."""

    __pydantic_config__ = _CLOSED
    clue: str
    stamp: Stamp | None
    what: Literal["stamped"] = "stamped"


@dataclass(frozen=True, slots=True)
class TalkBegun:
    """A talk or scene began."""

    __pydantic_config__ = _CLOSED
    talk: str
    what: Literal["talk-begun"] = "talk-begun"


@dataclass(frozen=True, slots=True)
class TalkEnded:
    """A talk or scene is over; `skipped` when its summary stood in for it."""

    __pydantic_config__ = _CLOSED
    talk: str
    skipped: bool
    what: Literal["talk-ended"] = "talk-ended"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The player took a choice; from here a reader cannot roll back past a decision."""

    __pydantic_config__ = _CLOSED
    choice: str
    decision: str | None
    what: Literal["chosen"] = "chosen"


@dataclass(frozen=True, slots=True)
class BoardOpened:
    """The hypothesis board lies open."""

    __pydantic_config__ = _CLOSED
    what: Literal["board-opened"] = "board-opened"


@dataclass(frozen=True, slots=True)
class CardPlaced:
    """A box of the board holds this card now (None: it is empty)."""

    __pydantic_config__ = _CLOSED
    slot: str
    card: str | None
    what: Literal["card-placed"] = "card-placed"


@dataclass(frozen=True, slots=True)
class SurenessSaid:
    """The player said how sure they are of a box."""

    __pydantic_config__ = _CLOSED
    slot: str
    sure: Sureness
    what: Literal["sureness-said"] = "sureness-said"


@dataclass(frozen=True, slots=True)
class BoardClosed:
    """The board was put away; `committed` when it was shown to Louna."""

    __pydantic_config__ = _CLOSED
    committed: bool
    what: Literal["board-closed"] = "board-closed"


@dataclass(frozen=True, slots=True)
class LogOpened:
    """A log lies open."""

    __pydantic_config__ = _CLOSED
    log: str
    what: Literal["log-opened"] = "log-opened"


@dataclass(frozen=True, slots=True)
class LineKept:
    """A line of the log was kept."""

    __pydantic_config__ = _CLOSED
    line: str
    what: Literal["line-kept"] = "line-kept"


@dataclass(frozen=True, slots=True)
class LineNotKept:
    """The file was asked for. Nothing is lost by asking; it is told why."""

    __pydantic_config__ = _CLOSED
    line: str
    what: Literal["line-not-kept"] = "line-not-kept"


@dataclass(frozen=True, slots=True)
class LogClosed:
    """The log was put away."""

    __pydantic_config__ = _CLOSED
    log: str
    what: Literal["log-closed"] = "log-closed"


@dataclass(frozen=True, slots=True)
class LampAnswered:
    """The workshop's picture was changed and compared."""

    __pydantic_config__ = _CLOSED
    change: str
    lamp: Lamp
    what: Literal["lamp-answered"] = "lamp-answered"


@dataclass(frozen=True, slots=True)
class Rang:
    """The bell was rung."""

    __pydantic_config__ = _CLOSED
    what: Literal["rang"] = "rang"


@dataclass(frozen=True, slots=True)
class PhaseBegun:
    """Another part of the day has begun."""

    __pydantic_config__ = _CLOSED
    phase: str
    what: Literal["phase-begun"] = "phase-begun"


@dataclass(frozen=True, slots=True)
class Parted:
    """The player chose « Fermer » in the content note: back to the title, nothing counted, the note opens again."""

    __pydantic_config__ = _CLOSED
    what: Literal["parted"] = "parted"


@dataclass(frozen=True, slots=True)
class Ended:
    """The story is over; `ending` names how. What comes next (desk or take-home card) is outside the story."""

    __pydantic_config__ = _CLOSED
    ending: str
    what: Literal["ended"] = "ended"


@dataclass(frozen=True, slots=True)
class Moved:
    """A save spoke of ids this story no longer has: play goes on at the entry of `place`, and the reader says so."""

    __pydantic_config__ = _CLOSED
    place: str | None
    unknown: tuple[str, ...]
    what: Literal["moved"] = "moved"


Event: TypeAlias = (
    Refused
    | Entered
    | Examined
    | Used
    | Said
    | Found
    | Stamped
    | TalkBegun
    | TalkEnded
    | Chosen
    | BoardOpened
    | CardPlaced
    | SurenessSaid
    | BoardClosed
    | LogOpened
    | LineKept
    | LineNotKept
    | LogClosed
    | LampAnswered
    | Rang
    | PhaseBegun
    | Parted
    | Ended
    | Moved
)

EVENTS: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="what")])
"""Reads and writes any event as JSON."""
