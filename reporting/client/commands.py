"""What a person can ask of the desk, and what the world answers.

Room: reporting/client. `Command` is all that `desk.step` takes. A person's commands never raise: what is not on offer is ignored.
An `Answer` comes from `runner.py`; it carries the visit it was asked in, so an answer to a wiped visit is dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as kept
from typing import Literal

from reporting.client.choices import Action, Cause, Keeping
from reporting.client.secret import Hidden
from reporting.client.shapes import Case, Composed, Draft, Prints

PickField = Literal["who", "age", "device", "contact_kind", "route_age"]
WriteField = Literal["link", "account", "seen", "context", "contact", "word", "passphrase"]


@dataclass(frozen=True, slots=True)
class Do:
    """Press a button of the moment."""

    action: Action


@dataclass(frozen=True, slots=True)
class Pick:
    """Choose an option of the moment."""

    field: PickField
    option: str


@dataclass(frozen=True, slots=True)
class Write:
    """Type in a field: its whole new text. `index` counts links and receipt words from 0."""

    field: WriteField
    text: str = kept(repr=False)
    index: int = 0


@dataclass(frozen=True, slots=True)
class AddPicture:
    """Take the fingerprint of a file of one's own. The path goes to the measuring process and is not remembered."""

    path: Hidden[str]


@dataclass(frozen=True, slots=True)
class AddExample:
    """Take the bundled picture; training only."""


@dataclass(frozen=True, slots=True)
class Cancel:
    """Stop measuring an item."""

    item: int


@dataclass(frozen=True, slots=True)
class Remove:
    """Take an item or (with `link`) a link away."""

    item: int
    what: Literal["item", "link"] = "item"


@dataclass(frozen=True, slots=True)
class LeaveFor:
    """Ask to open a real service's site. A question comes first: the browser keeps a trace."""

    service: str


@dataclass(frozen=True, slots=True)
class QuickExit:
    """Leave at once: nothing typed remains, unless the draft was saved encrypted."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Time passed (the time itself is in the environment): a waiting report may be tried again."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The service is there and its statement was verified against the pinned key."""

    visit: int
    operator: str
    keeping: Keeping
    waiting: int = 0
    draft_found: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """Something asked for did not work. `what` names the effect; `item` the picture; `fields` what was refused;
    `megabytes` what has to be freed on a full disk."""

    visit: int
    what: Literal["open", "measure", "compose", "send", "waiting", "keep", "pdf", "status", "withdraw", "draft", "erase",
                  "wipe"]
    cause: Cause
    item: int = -1
    fields: tuple[str, ...] = ()
    megabytes: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """An item is being measured; percent from 0 to 100."""

    visit: int
    item: int
    percent: int


@dataclass(frozen=True, slots=True)
class Measured:
    """An item's fingerprints are ready."""

    visit: int
    item: int
    prints: Prints


@dataclass(frozen=True, slots=True)
class Ready:
    """The report is composed and sealed, its receipt made. Nothing was sent."""

    visit: int
    number: int
    composed: Composed


@dataclass(frozen=True, slots=True)
class Kept:
    """The report is in the outbox (or, where nothing may be written, in memory): it can be sent."""

    visit: int
    keeping: Keeping


@dataclass(frozen=True, slots=True)
class Arrived:
    """The service says the report is stored."""

    visit: int


@dataclass(frozen=True, slots=True)
class PdfSaved:
    """The receipt was written as a PDF, in the folder of this name."""

    visit: int
    folder: str = kept(repr=False)


@dataclass(frozen=True, slots=True)
class CaseOpened:
    """The case of a receipt, its messages opened on this device."""

    visit: int
    case: Case


@dataclass(frozen=True, slots=True)
class Withdrew:
    """The case is withdrawn."""

    visit: int


@dataclass(frozen=True, slots=True)
class DraftKept:
    """The draft was saved, encrypted."""

    visit: int


@dataclass(frozen=True, slots=True)
class DraftOpened:
    """The draft of an earlier visit."""

    visit: int
    draft: Draft


@dataclass(frozen=True, slots=True)
class Erased:
    """The waiting report is no longer on this device."""

    visit: int


@dataclass(frozen=True, slots=True)
class ExerciseWiped:
    """Nothing of any exercise is left: not in its service, not on this device."""

    visit: int


@dataclass(frozen=True, slots=True)
class WaitingSent:
    """Reports of earlier visits were tried again: so many are still waiting."""

    visit: int
    left: int


Asked = Do | Pick | Write | AddPicture | AddExample | Cancel | Remove | LeaveFor | QuickExit | Tick
Answer = (Opened | Failed | Progress | Measured | Ready | Kept | Arrived | PdfSaved | CaseOpened | Withdrew | DraftKept
          | DraftOpened | Erased | ExerciseWiped | WaitingSent)
Command = Asked | Answer
