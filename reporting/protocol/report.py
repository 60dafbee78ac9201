"""A report: what travels in clear because it must be compared, and what travels sealed.

Room: reporting/protocol. Stays outside: pictures and everything about the file they came from. There is no field for
picture bytes, a file name, a path, dimensions, a duration, EXIF or a pHash, and a test keeps it so.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic.config import JsonDict

from reporting.protocol.keys import LOCATOR_BYTES, SEED_BYTES, VERIFIER_BYTES
from reporting.protocol.model import Instant, Mode, Model, Version, Yes, hexadecimal

MAX_BODY_BYTES = 64 * 1024
"""The service reads no more than this. The limits below are chosen so that the longest valid report fits."""
MAX_ITEMS = 160
MAX_SETS = 20
MAX_SEALED_CHARACTERS = 22_000
MIN_QUALITY = 50
"""At 49 or less a picture is too plain to be matched: such a fingerprint is not sent (PDQ's own advice)."""

LocatorHex = Annotated[str, hexadecimal(LOCATOR_BYTES)]
VerifierHex = Annotated[str, hexadecimal(VERIFIER_BYTES)]
VerifierHash = Annotated[str, hexadecimal(32)]
PublicKeyHex = Annotated[str, hexadecimal(SEED_BYTES)]
IdempotencyKey = Annotated[str, hexadecimal(16)]
SetId = Annotated[str, hexadecimal(8)]
Base64 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]+={0,2}$", min_length=64, max_length=MAX_SEALED_CHARACTERS)]


class Label(StrEnum):
    """How a fingerprint was made. A closed list, so that no file name can ever slip in here."""

    PLAIN = "plain"
    MIRROR = "mirror"
    CROP_LINE = "crop-line"
    CROP_FREE = "crop-free"
    ASPECT = "aspect"
    BARS = "bars"
    TILT = "tilt"
    OVERLAY = "overlay"
    WINDOW = "window"
    FRAME = "frame"


_PDQ_WITH_ITS_QUALITY: JsonDict = {  # for the schema: what the validator below says of the two
    "anyOf": [
        {
            "properties": {"pdq": {"type": "string", "maxLength": 64}, "quality": {"type": "integer"}},
            "required": ["pdq", "quality"],
        },
        {"properties": {"pdq": {"type": "null"}, "quality": {"type": "null"}}},
    ]
}


class Item(Model):
    """One fingerprint. All the fingerprints of one picture or film share a set id, so that they are withdrawn together.

    pdq and quality go together. A picture too plain for PDQ is reported by its exact digests alone, both left out.
    """

    model_config = ConfigDict(json_schema_extra=_PDQ_WITH_ITS_QUALITY)

    set_id: SetId
    label: Label
    pdq: Annotated[str, hexadecimal(32)] | None = None
    quality: Annotated[int, Field(ge=MIN_QUALITY, le=100)] | None = None
    md5: Annotated[str, hexadecimal(16)] | None = None
    sha256: Annotated[str, hexadecimal(32)] | None = None

    @model_validator(mode="after")
    def _pdq_with_its_quality(self) -> Self:
        if (self.pdq is None) is not (self.quality is None):
            raise ValueError("pdq and quality go together")
        return self


class Authorisation(Model):
    """« Yes, send this », said explicitly, and when. `wording` is the version of the sentence that was agreed to."""

    given: Yes
    at: Instant
    wording: Annotated[int, Field(ge=1, le=999)] = 1


class Report(Model):
    """The whole of what is sent, once.

    version        1
    mode           training or live; a service takes only its own
    idempotency    made with the report and kept in the outbox: sent again, it never makes a second case
    locator, verifier_hash, reply_key   from the receipt (`receipt.derive`); the receipt itself is not here
    items          fingerprints, none when only links are reported
    sealed         an `Inside`, sealed to the operator (`sealing.seal_inside`), base64
    """

    version: Version
    mode: Mode
    idempotency: IdempotencyKey
    locator: LocatorHex
    verifier_hash: VerifierHash
    reply_key: PublicKeyHex
    items: Annotated[tuple[Item, ...], Field(max_length=MAX_ITEMS)]
    authorisation: Authorisation
    sealed: Base64


class Who(StrEnum):
    """Who reports. Only the person shown, or someone beside them on their device, comes to the picture step."""

    SELF = "self"
    WITH = "with"
    FRIEND = "friend"
    PARENT = "parent"
    WITNESS = "witness"
    UNSAID = "unsaid"


class AgeBand(StrEnum):
    """The age of the person shown, as little as the routes need to know."""

    UNDER_15 = "under-15"
    FROM_15_TO_17 = "15-17"
    ADULT = "18-plus"
    UNSAID = "unsaid"


class ContactKind(StrEnum):
    EMAIL = "email"
    PHONE = "phone"
    OTHER = "other"


class Contact(Model):
    """How to reach the person, only if they choose to be reached outside their case."""

    kind: ContactKind
    value: Annotated[str, StringConstraints(min_length=1, max_length=200)]


class Inside(Model):
    """What only the hotline's inside can read. Every part but the version may stay empty.

    links     addresses where it was seen        account   pseudonym that published it
    seen_at   when, in the person's own words    messages  words received (threats), as typed by the person
    """

    version: Version
    language: Literal["fr", "en"]
    who: Who = Who.UNSAID
    age_band: AgeBand = AgeBand.UNSAID
    links: Annotated[tuple[Annotated[str, StringConstraints(min_length=1, max_length=2000)], ...], Field(max_length=20)] = ()
    account: Annotated[str, StringConstraints(max_length=200)] = ""
    seen_at: Annotated[str, StringConstraints(max_length=200)] = ""
    context: Annotated[str, StringConstraints(max_length=4000)] = ""
    messages: Annotated[tuple[Annotated[str, StringConstraints(min_length=1, max_length=1000)], ...], Field(max_length=10)] = ()
    contact: Contact | None = None


class Accepted(Model):
    """The service's answer once the case is on disk. Sent again, a report gets this very answer again."""

    version: Version
    mode: Mode
    stored: Yes
    received: Instant
    items: Annotated[int, Field(ge=0, le=MAX_ITEMS)]


def new_idempotency_key() -> str:
    """32 hexadecimal digits that no other report has."""
    return secrets.token_hex(16)


def new_set_id() -> str:
    """16 hexadecimal digits that gather the fingerprints of one picture; says nothing about the file."""
    return secrets.token_hex(8)


def authorise(at: datetime) -> Authorisation:
    """The explicit yes, given at `at` (aware)."""
    return Authorisation(given=True, at=at)
