"""The state: everything a play has made true so far, and nothing of the story itself.

Room: game/core, the rules. Frozen; every rule answers with a new one that shares all it did not change. It travels as
versioned JSON through `STATES`. The answers of a questionnaire never enter it; neither do names, times or words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from pydantic import ConfigDict, Field, PlainSerializer, TypeAdapter

from game.core.commands import Stamp, Sureness

VERSION = 1
"""Of the state's shape. A change of shape raises it and adds a step to `migrations.py`."""

_CLOSED = ConfigDict(extra="forbid")

Ids: TypeAlias = Annotated[frozenset[str], PlainSerializer(sorted, return_type=list[str])]
"""A set of ids; written in order, so that the same state is always the same text."""


@dataclass(frozen=True, slots=True)
class Card:
    """A found clue: where the player stood, and the stamp they gave it."""

    __pydantic_config__ = _CLOSED
    clue: str
    found_in: str | None = None
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision that was offered. `option` stays None when it was not answered: skipped counts as not offered."""

    __pydantic_config__ = _CLOSED
    decision: str
    option: str | None = None


@dataclass(frozen=True, slots=True)
class Bond:
    """How far one person trusts the player: 0 at first, and for whoever is not named."""

    __pydantic_config__ = _CLOSED
    who: str
    trust: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the board that was touched: the card in it, and how sure the player is."""

    __pydantic_config__ = _CLOSED
    slot: str
    card: str | None = None
    sure: Sureness | None = None


@dataclass(frozen=True, slots=True)
class At:
    """Where in a talk the player is."""

    __pydantic_config__ = _CLOSED
    talk: str
    node: str


@dataclass(frozen=True, slots=True)
class State:
    """One play, now.

    lines:     ids of the lines to read; the first is on the sheet. In a talk the last one stays while choices are open.
    then:      a talk that begins when the lines are read.
    log:       the log that lies open, in a talk.
    reached:   scenes, talks, decisions, choices, flags and kept lines. Clues are in `notebook`, places in `visited`.
    seen:      lines that were read.
    returned:  `phase/place` pairs whose greeting was said: at most once a phase of the day.
    put_off:   scenes the player left without going through; they wait for the next visit or the next bell.
    ripe:      talks that wait for a next place or bell, and whose needs were met when the player last came to one.
    ringing:   talks this bell still has to bring, in order; `nudges` is how many clues it may still bring.
    to_repair: repairs that the last bell, or the part of the day that began, offered and that were not taken up since.
    trust:     hidden, within the episode's bounds; `care` is the same sum without bounds, for the endings' shares.
    bonds:     the trust of single persons, where the content says so, in the order of their names.
    ends_with: the ending that is being played; it stays what it was when it began.
    lamp:      what the workshop's last comparison computed, and `change` what had been done to the picture.
    seed:      of all chance in this play; `draws` is how often it was asked.
    """

    __pydantic_config__ = _CLOSED
    episode: str
    content: str
    path: Literal["s", "m", "f"]
    mode: Literal["class", "home"]
    seed: int
    version: Literal[1] = 1
    draws: Annotated[int, Field(ge=0)] = 0
    place: str | None = None
    talk: At | None = None
    lines: tuple[str, ...] = ()
    then: str | None = None
    log: str | None = None
    reached: Ids = frozenset()
    visited: Ids = frozenset()
    examined: Ids = frozenset()
    seen: Ids = frozenset()
    returned: Ids = frozenset()
    put_off: Ids = frozenset()
    ripe: Ids = frozenset()
    ringing: tuple[str, ...] = ()
    nudges: Annotated[int, Field(ge=0)] = 0
    to_repair: Ids = frozenset()
    notebook: tuple[Card, ...] = ()
    answers: tuple[Answer, ...] = ()
    trust: int = 0
    care: int = 0
    acts: Annotated[int, Field(ge=0)] = 0
    repairs: Annotated[int, Field(ge=0)] = 0
    bonds: tuple[Bond, ...] = ()
    board_open: bool = False
    boxes: tuple[Box, ...] = ()
    lamp: Literal["lit", "out"] | None = None
    change: Literal["same", "small", "filter", "crop", "stickers", "mirror"] | None = None
    summaries: bool = False
    closing: bool = False
    ends_with: str | None = None
    ended: str | None = None

    def has(self, clue: str) -> bool:
        """Whether this clue is in the notebook."""
        for card in self.notebook:  # noqa: SIM110 - asked thousands of times in a play, and a loop is twice as quick
            if card.clue == clue:
                return True
        return False

    def option(self, decision: str) -> str | None:
        """The option taken in a decision, or None."""
        return next((answer.option for answer in self.answers if answer.decision == decision), None)

    def bond(self, who: str) -> int:
        """How far this person trusts the player."""
        return next((bond.trust for bond in self.bonds if bond.who == who), 0)

    def box(self, slot: str) -> Box:
        """What lies in a box of the board."""
        return next((box for box in self.boxes if box.slot == slot), Box(slot))


STATES: TypeAdapter[State] = TypeAdapter(State)
"""Reads and writes a state as JSON. Old versions and changed stories go through `migrations.read_state`."""
