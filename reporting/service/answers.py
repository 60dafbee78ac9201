"""How the service answers: canonical bytes, refusals without sentences, the same safe headers every time.

Room: reporting/service. Nothing that was sent is ever repeated in a refusal or in a log.
"""

from __future__ import annotations

import logging
from typing import Any

from fastapi import Request, Response
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reporting.protocol.model import VERSION, canonical
from reporting.protocol.status import Problem, ProblemCode, WrongField
from reporting.service.store.errors import StoreError

LOG = logging.getLogger("reporting.service")

TRY_AGAIN_SECONDS = 5
HEADERS = (
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
)


class RefusalError(Exception):
    """An answer that is no success, raised where it is found."""

    def __init__(self, status: int, code: ProblemCode, fields: tuple[WrongField, ...] = ()) -> None:
        super().__init__(code.value)
        self.status, self.problem = status, Problem(version=VERSION, code=code, fields=fields)


def answer(shape: BaseModel, status: int = 200) -> Response:
    """`shape` in its canonical bytes."""
    return Response(canonical(shape), status_code=status, media_type="application/json")


def refusal(error: RefusalError) -> Response:
    """The problem as JSON. 503 also says when to try again."""
    response = answer(error.problem, error.status)
    if error.status == 503:
        response.headers["retry-after"] = str(TRY_AGAIN_SECONDS)
    return response


def wrong_fields(error: ValidationError) -> tuple[WrongField, ...]:
    """Which fields are wrong and how, without what they held."""
    found = [
        WrongField(field=".".join(str(part) for part in entry["loc"])[:200], mistake=entry["type"][:80])
        for entry in error.errors(include_input=False, include_context=False, include_url=False)
    ]
    return tuple(found[:50])


async def on_refusal(_request: Request, error: Exception) -> Response:
    """Raised by a route or a gate."""
    assert isinstance(error, RefusalError)  # noqa: S101  registered for this type only
    return refusal(error)


async def on_store(_request: Request, error: Exception) -> Response:
    """Locked, full, not writable: the caller keeps its copy and tries later."""
    LOG.warning("the store said no: %s", error.args[0] if error.args else "")
    return refusal(RefusalError(503, ProblemCode.STORE))


async def on_http(_request: Request, error: Exception) -> Response:
    """No such path, or another method."""
    assert isinstance(error, HTTPException)  # noqa: S101  registered for this type only
    method = error.status_code == 405
    response = refusal(RefusalError(405 if method else 404, ProblemCode.METHOD if method else ProblemCode.NOT_FOUND))
    for name, value in (error.headers or {}).items():
        response.headers[name] = value
    return response


HANDLERS: dict[int | type[Exception], Any] = {RefusalError: on_refusal, StoreError: on_store, HTTPException: on_http}


class Outermost:
    """Around everything: known hosts only, safe headers, and no error that could tell what somebody wrote."""

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str]) -> None:
        self._app, self._hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def dressed(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message = {**message, "headers": [*message.get("headers", ()), *HEADERS]}
            await send(message)

        if _host(scope) not in self._hosts:
            await refusal(RefusalError(421, ProblemCode.WRONG_HOST))(scope, receive, dressed)
            return
        try:
            await self._app(scope, receive, dressed)
        except Exception as error:  # noqa: BLE001  the last door: a traceback could carry a person's words into a log
            LOG.error("a request failed: %s", type(error).__name__)
            if not started:
                await refusal(RefusalError(503, ProblemCode.STORE))(scope, receive, dressed)


def _host(scope: Scope) -> str:
    """The name the caller used, without its port."""
    host = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
    return host.rsplit(":", 1)[0] if not host.endswith("]") else host
