"""The desk's state: one immutable value. Which world it is in is a type of its own, set once in a visit.

Room: reporting/client. Stays outside: files, the clock (in `DeskEnv`), chance, words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from reporting.client.choices import SHORTEST_PASSPHRASE, Badge, Cause, Keeping, Mode, Question, ReceiptPdf, RouteAge, Screen, SendPhase
from reporting.client.routes import Routes
from reporting.client.secret import Hidden
from reporting.client.shapes import Case, Composed, Draft
from reporting.protocol.receipt import Language, Receipt

RETRY_FIRST = timedelta(minutes=2)
RETRY_LONGEST = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class DeskEnv:
    """What the desk may know of the world. Built by the reader for each step; `now` has a time zone."""

    now: datetime
    language: Language
    country: str  # two capital letters
    routes: Routes
    pinned: bool  # a live operator is pinned in the settings
    example: bool = True  # a bundled picture exists


@dataclass(frozen=True, slots=True)
class Undecided:
    """Neither door was taken yet."""


@dataclass(frozen=True, slots=True)
class Trying:
    """Training. `operator` is None until the exercise's own service was verified."""

    operator: str | None = None
    keeping: Keeping = "memory"
    waiting: int = 0
    draft_found: bool = False


@dataclass(frozen=True, slots=True)
class ForReal:
    """For real. `operator` is None while nobody verified is at the other end."""

    operator: str | None = None
    keeping: Keeping = "memory"
    waiting: int = 0
    draft_found: bool = False


World = Undecided | Trying | ForReal


@dataclass(frozen=True, slots=True)
class Problem:
    """What just did not work; `word` is an id."""

    word: str
    params: tuple[tuple[str, str], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Sending:
    """The report on its way. `body` is what the review showed, byte for byte; `key` makes it arrive once."""

    key: str
    body: bytes = field(repr=False)
    phase: SendPhase = "to_note"
    keeping: Keeping = "memory"
    tries: int = 0
    next_try: datetime | None = None
    cause: Cause | None = None
    fields: tuple[str, ...] = ()
    in_flight: bool = False


@dataclass(frozen=True, slots=True)
class Lookup:
    """The nine places of a receipt being typed."""

    words: tuple[str, ...] = field(default=("",) * 9, repr=False)
    exercise: bool = False
    working: bool = False


@dataclass(frozen=True, slots=True)
class Follow:
    """A case that was opened."""

    receipt: Receipt = field(repr=False)
    case: Case | None = None
    covered: bool = True
    working: bool = False


@dataclass(frozen=True, slots=True)
class DeskState:
    """Where the person is and what they did. Its repr says the screen and the world, nothing of the person."""

    visit: int = 1
    screen: Screen = "leaving"
    came_from: tuple[Screen, ...] = ()
    world: World = Undecided()
    draft: Draft = field(default=Draft(), repr=False)
    next_item: int = 1
    compose_number: int = 0
    composing: bool = False
    composed: Composed | None = field(default=None, repr=False)
    receipt: Receipt | None = None  # made once in a report: what was written down stays true when something is changed
    authorised_at: datetime | None = None
    review_view: Literal["words", "code"] = "words"
    sending: Sending | None = field(default=None, repr=False)
    pdf: ReceiptPdf = "offered"
    pdf_folder: str = field(default="", repr=False)
    passphrase: Hidden[str] | None = None
    draft_kept: bool = False
    lookup: Lookup = field(default=Lookup(), repr=False)
    follow: Follow | None = field(default=None, repr=False)
    route_age: RouteAge | None = None
    asking: Question | None = None
    asking_service: str | None = None
    problem: Problem | None = None
    wiping: bool = False  # the exercise is being erased
    done: str | None = None  # id of what was just done, said at the two doors
    closed: bool = False  # the reader left: nothing is answered any more

    @property
    def has_passphrase(self) -> bool:
        """Whether a passphrase long enough to protect something was typed."""
        return self.passphrase is not None and len(self.passphrase.reveal()) >= SHORTEST_PASSPHRASE

    @property
    def mode(self) -> Mode | None:
        """Training, live, or None while neither door was taken. Set once in a visit."""
        match self.world:
            case Trying():
                return "training"
            case ForReal():
                return "live"
            case Undecided():
                return None

    @property
    def badge(self) -> Badge:
        """Live only once the operator was verified; training as soon as the paper door was taken."""
        match self.world:
            case Trying():
                return "training"
            case ForReal(operator=str()):
                return "live"
            case _:
                return "none"


