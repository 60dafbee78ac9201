"""The base of every shape that travels: strict, closed, versioned, and one way only to write it as bytes.

Room: reporting/protocol, what travels between a person's device and a hotline.
Stays outside: files, network, the clock, words (a field has a word id; the reader finds the words).
Read first: `report.py`, which says what a report is.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, Final, Literal

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)

VERSION: Final = 1
"""The version of every shape here. Version 1 stays readable for ever; its fixtures are kept in the tests."""


class Mode(StrEnum):
    """Training and live are two worlds: another derivation, another key, another store."""

    TRAINING = "training"
    LIVE = "live"


def _exactly(kind: type) -> BeforeValidator:
    """For a literal: Python holds that True == 1, a wire format must not."""

    def check(value: object) -> object:
        if type(value) is not kind:
            raise ValueError(f"not of type {kind.__name__}")
        return value

    return BeforeValidator(check)


Version = Annotated[Literal[1], _exactly(int)]
Yes = Annotated[Literal[True], _exactly(bool)]


class Model(BaseModel):
    """A shape that travels: immutable, unknown keys refused, no silent conversion ("3" is not 3)."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, ser_json_bytes="base64", hide_input_in_errors=True)


def _whole_utc_second(value: datetime) -> datetime:
    try:
        return value.astimezone(UTC).replace(microsecond=0)
    except OverflowError:  # the first or the last day there is, in a zone that would leave the calendar
        raise ValueError("outside the calendar") from None


def instant_text(value: datetime) -> str:
    """`value` (aware) as it is written everywhere: 2026-11-28T09:30:00Z, UTC, whole seconds."""
    return _whole_utc_second(value).replace(tzinfo=None).isoformat() + "Z"


_INSTANT_SCHEMA = {"type": "string", "format": "date-time", "description": "UTC, whole seconds: 2026-11-28T09:30:00Z"}

Instant = Annotated[
    AwareDatetime,
    AfterValidator(_whole_utc_second),
    PlainSerializer(instant_text, return_type=str),
    WithJsonSchema(_INSTANT_SCHEMA),
]
"""A moment with a time zone, kept as UTC in whole seconds. Reading anything without a time zone is an error."""


def hexadecimal(size: int) -> StringConstraints:
    """Lower-case hexadecimal of exactly `size` bytes."""
    return StringConstraints(pattern=rf"^[0-9a-f]{{{2 * size}}}$", min_length=2 * size, max_length=2 * size)


def canonical(model: BaseModel) -> bytes:
    """The one way a shape is written: UTF-8 JSON, keys sorted, no spaces, nothing left out.

    These bytes are what is sent, signed, sealed and shown, so that « what leaves » is the very thing that leaves.
    """
    plain: Any = model.model_dump(mode="json")
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()
