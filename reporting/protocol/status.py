"""Following a case: what is asked with a receipt, and the dated steps that come back.

Room: reporting/protocol. Replies travel sealed to the case's own key; steps are in clear, as they say nothing of anyone.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from reporting.protocol.model import Instant, Mode, Model, Version
from reporting.protocol.report import Base64, LocatorHex, VerifierHex

MAX_STEPS = 200
MAX_REPLIES = 50


class StepKind(StrEnum):
    """What can happen to a case, in the order it usually does."""

    RECEIVED = "received"
    READ = "read"
    REQUEST_SENT = "request-sent"
    ANSWER = "answer"
    FINGERPRINT_SHARED = "fingerprint-shared"
    WITHDRAWN = "withdrawn"


class Step(Model):
    """One thing that happened, and when."""

    kind: StepKind
    at: Instant


class SealedReply(Model):
    """A `Reply` that only the receipt opens (`sealing.open_reply`)."""

    at: Instant
    sealed: Base64


class Reply(Model):
    """What the hotline answers, in the language of the report."""

    version: Version
    language: Literal["fr", "en"]
    text: Annotated[str, StringConstraints(min_length=1, max_length=3500)]


class CaseProof(Model):
    """Asks for one case: `POST /api/status` and `POST /api/withdraw`. In the body, so that it stays out of any address."""

    version: Version
    mode: Mode
    locator: LocatorHex
    verifier: VerifierHex


class CaseStatus(Model):
    """Where a case stands. Steps and replies are in order of time, the oldest first."""

    version: Version
    mode: Mode
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=MAX_STEPS)]
    replies: Annotated[tuple[SealedReply, ...], Field(max_length=MAX_REPLIES)]
    withdrawn: bool


class ProblemCode(StrEnum):
    """Every way the service says no. The client finds its words by these."""

    NOT_JSON = "not-json"
    NOT_FOUND = "not-found"
    METHOD = "method"
    KEY_REUSED = "key-reused"
    RECEIPT_REUSED = "receipt-reused"
    TOO_LARGE = "too-large"
    WRONG_TYPE = "wrong-type"
    FIELDS = "fields"
    FORBIDDEN = "forbidden"
    TOO_SLOW = "too-slow"
    WRONG_HOST = "wrong-host"
    BUSY = "busy"
    STORE = "store"


class WrongField(Model):
    """A field that cannot be taken, and the kind of mistake. What was sent is not repeated."""

    field: Annotated[str, StringConstraints(max_length=200)]
    mistake: Annotated[str, StringConstraints(max_length=80)]


class Wiped(Model):
    """The training store is empty again. `cases` counts what was forgotten."""

    version: Version
    mode: Mode
    cases: Annotated[int, Field(ge=0)]


class Problem(Model):
    """An answer that is no success: a code, and the wrong fields when there are some. Never a sentence, never what was sent."""

    version: Version
    code: ProblemCode
    fields: Annotated[tuple[WrongField, ...], Field(max_length=50)] = ()
