"""Reading a body: JSON, at most 64 KiB, within a time; then the strict shape, or the names of the wrong fields.

Room: reporting/service/intake. We read the bytes ourselves: what is too long is never held in memory, and the strict
shapes are checked on the JSON text (a date is a string there), not on what a laxer parser made of it.
"""

from __future__ import annotations

import asyncio
from typing import TypeVar

from fastapi import Request
from pydantic import ValidationError
from starlette.requests import ClientDisconnect

from reporting.protocol.model import Model
from reporting.protocol.status import ProblemCode
from reporting.service.answers import RefusalError, wrong_fields
from reporting.service.settings import Limits

Shape = TypeVar("Shape", bound=Model)


async def read_body(request: Request, shape: type[Shape], limits: Limits) -> Shape:
    """The body as `shape`.

    raises: `RefusalError` 415 not JSON by its header, 413 too long, 408 too slow, 400 not JSON, 422 with the fields.
    """
    _only_json(request)
    try:
        async with asyncio.timeout(limits.body_seconds):
            raw = await _bytes(request, limits.body_bytes)
    except TimeoutError:
        raise RefusalError(408, ProblemCode.TOO_SLOW) from None
    except ClientDisconnect:
        raise RefusalError(400, ProblemCode.NOT_JSON) from None
    try:
        return shape.model_validate_json(raw)
    except ValidationError as error:
        if any(entry["type"] == "json_invalid" for entry in error.errors(include_url=False, include_input=False)):
            raise RefusalError(400, ProblemCode.NOT_JSON) from None
        raise RefusalError(422, ProblemCode.FIELDS, wrong_fields(error)) from None


def _only_json(request: Request) -> None:
    kind, _, rest = request.headers.get("content-type", "").lower().partition(";")
    charset = rest.replace(" ", "").replace('"', "")
    plain = request.headers.get("content-encoding", "identity").lower() == "identity"
    if kind.strip() != "application/json" or charset not in {"", "charset=utf-8"} or not plain:
        raise RefusalError(415, ProblemCode.WRONG_TYPE)


async def _bytes(request: Request, limit: int) -> bytes:
    announced = request.headers.get("content-length", "0")
    if not announced.isascii() or not announced.isdigit() or int(announced[:12]) > limit:
        raise RefusalError(413, ProblemCode.TOO_LARGE)
    raw = bytearray()
    async for part in request.stream():
        raw += part
        if len(raw) > limit:
            raise RefusalError(413, ProblemCode.TOO_LARGE)
    return bytes(raw)
