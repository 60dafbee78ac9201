"""What the desk holds: items, the draft, the composed report, a case. All immutable; what a person typed is never in a repr.

Room: reporting/client.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from reporting.client.choices import Age, Contact, Device, ItemState, PictureCause, Who
from reporting.protocol.receipt import Receipt
from reporting.protocol.report import Inside, Report
from reporting.protocol.status import StepKind

MAX_ITEMS = 10
MAX_LINKS = 10
MAX_SHORT = 200  # characters of the account and of « seen »
MAX_CONTEXT = 2000


@dataclass(frozen=True, slots=True)
class Prints:
    """The fingerprints of one picture that may leave: nothing of its name, size, date or other hashes is here."""

    pdq: str = field(repr=False)  # 64 hexadecimal digits
    quality: int  # 0 to 100; 49 or less is too plain to be recognised
    md5: str = field(repr=False)
    sha256: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Item:
    """A chosen picture, by number. Its path is not here: only the measuring process ever had it."""

    id: int
    source: Literal["own", "example"]
    state: ItemState = "queued"
    percent: int = 0
    cause: PictureCause | None = None
    prints: Prints | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """All that a person chose and typed."""

    who: Who | None = None
    age: Age | None = None
    device: Device | None = None
    items: tuple[Item, ...] = ()
    links: tuple[str, ...] = field(default=("",), repr=False)
    account: str = field(default="", repr=False)
    seen: str = field(default="", repr=False)
    context: str = field(default="", repr=False)
    contact_kind: Contact = "anonymous"
    contact: str = field(default="", repr=False)

    @property
    def writes(self) -> bool:
        """Whether anything may be written on this device: a shared or a school one keeps nothing."""
        return self.device == "mine"

    @property
    def taken(self) -> int:
        """How many pictures count towards the most that are taken: those that leave, or may. What failed or is too plain does not."""
        return sum(item.state in ("queued", "measuring", "ready") for item in self.items)

    @property
    def ready(self) -> tuple[Item, ...]:
        """The items that will leave as fingerprints."""
        return tuple(item for item in self.items if item.state == "ready" and item.prints is not None)

    @property
    def busy(self) -> tuple[int, ...]:
        """The numbers of the items that are still being measured."""
        return tuple(item.id for item in self.items if item.state in ("queued", "measuring"))


@dataclass(frozen=True, slots=True)
class Composed:
    """A report, sealed, with its receipt and what its envelope holds. Its authorisation is dated when it was composed and
    counts for nothing: the bytes that are sent are made from the yes of the review (`review.py`)."""

    report: Report = field(repr=False)
    inside: Inside = field(repr=False)
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One thing that happened to a case, or will."""

    id: StepKind
    at: datetime | None
    state: Literal["done", "now", "next"]


@dataclass(frozen=True, slots=True)
class CaseMessage:
    """An answer of the hotline, opened on this device."""

    at: datetime
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Case:
    """What the service says of a case."""

    steps: tuple[CaseStep, ...]
    messages: tuple[CaseMessage, ...]
    withdrawn: bool = False
