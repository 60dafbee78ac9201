"""What must happen in the world, as data. `runner.py` makes it happen and answers with commands.

Room: reporting/client. `step` returns these and performs none. Each carries the visit it belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from reporting.client.choices import Keeping, Mode
from reporting.client.secret import Hidden
from reporting.client.shapes import Draft
from reporting.protocol.receipt import Language, Receipt


@dataclass(frozen=True, slots=True)
class OpenService:
    """Start the exercise, or reach the live operator; verify its statement against the pinned key; look for what waits."""

    visit: int
    mode: Mode


@dataclass(frozen=True, slots=True)
class Settle:
    """Whose device this is was said: the exercise may keep its cases here for a day, or only until it is closed."""

    visit: int
    stays: bool


@dataclass(frozen=True, slots=True)
class CloseService:
    """Stop the exercise and forget the operator."""

    visit: int


@dataclass(frozen=True, slots=True)
class Measure:
    """Take the fingerprints of a file, in a limited child process. `path` None is the bundled example."""

    visit: int
    item: int
    path: Hidden[str] | None


@dataclass(frozen=True, slots=True)
class StopMeasuring:
    """Kill the measuring of these items."""

    visit: int
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Compose:
    """Make the receipt (or keep the one that was made) and its keys, seal, and answer with the report. Nothing is sent."""

    visit: int
    number: int  # answers to an older number are dropped: something was changed since
    mode: Mode
    draft: Draft = field(repr=False)
    language: Language
    at: datetime
    receipt: Receipt | None


@dataclass(frozen=True, slots=True)
class Keep:
    """Put the report in the outbox before it is sent; in memory only on a shared or school device."""

    visit: int
    mode: Mode
    key: str
    body: bytes = field(repr=False)
    keeping: Keeping
    passphrase: Hidden[str] | None


@dataclass(frozen=True, slots=True)
class Send:
    """Send these very bytes, once: the same key never makes a second case."""

    visit: int
    mode: Mode
    key: str
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class SendWaiting:
    """Try again what earlier visits left in the outbox."""

    visit: int
    mode: Mode
    passphrase: Hidden[str] | None


@dataclass(frozen=True, slots=True)
class Erase:
    """Take a waiting report off this device."""

    visit: int
    mode: Mode
    key: str


@dataclass(frozen=True, slots=True)
class SavePdf:
    """Write the receipt as a PDF, in the person's documents folder."""

    visit: int
    receipt: Receipt
    language: Language


@dataclass(frozen=True, slots=True)
class OpenSite:
    """Open a real service's page in the system's browser."""

    visit: int
    url: str


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Ask for the case of a receipt and open its messages."""

    visit: int
    mode: Mode
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class WithdrawCase:
    """Withdraw a case."""

    visit: int
    mode: Mode
    receipt: Receipt


@dataclass(frozen=True, slots=True)
class SaveDraft:
    """Keep the draft on this device, encrypted."""

    visit: int
    mode: Mode
    draft: Draft = field(repr=False)
    passphrase: Hidden[str] | None


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """Read the draft that was kept."""

    visit: int
    mode: Mode
    passphrase: Hidden[str] | None


@dataclass(frozen=True, slots=True)
class WipeDraft:
    """Take the kept draft off this device: it was sent, or the person erased it."""

    visit: int
    mode: Mode


@dataclass(frozen=True, slots=True)
class WipeExercise:
    """Forget every exercise: in its service, and what waits, the draft and the key file on this device. Has no mode: there is
    no such thing for real."""

    visit: int


@dataclass(frozen=True, slots=True)
class CloseDesk:
    """The desk is over: the reader goes back to the story (or, after a quick exit, shows the neutral page)."""

    visit: int
    quick: bool = False


Effect = (OpenService | Settle | CloseService | Measure | StopMeasuring | Compose | Keep | Send | SendWaiting | Erase | SavePdf
          | OpenSite | OpenCase | WithdrawCase | SaveDraft | OpenDraft | WipeDraft | WipeExercise | CloseDesk)
