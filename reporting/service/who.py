"""Who may call a route. Every route says so; one that does not is closed.

Room: reporting/service. A route is open only through `GuardedRoute`, which looks for a `Who` among its dependencies.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Coroutine
from enum import StrEnum
from typing import Any

from fastapi import Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.params import Depends
from fastapi.routing import APIRoute

from reporting.protocol.status import ProblemCode
from reporting.service.answers import RefusalError


class Who(StrEnum):
    """The kinds of callers there are."""

    ANYONE = "anyone"  # unnamed; no address is kept
    RECEIPT = "receipt"  # whoever proves a receipt, in the body
    EMBEDDER = "embedder"  # the process that started this service and holds the token of its ready line


class Gate:
    """A dependency that says who may call, and for the embedding process also checks it."""

    def __init__(self, who: Who, token: str | None = None) -> None:
        self.who, self._token = who, token

    def __call__(self, request: Request) -> None:
        if self.who is not Who.EMBEDDER:
            return  # anyone; a receipt is proven by the route itself, which has read the body
        shown = request.headers.get("authorization", "")
        if self._token is None or not hmac.compare_digest(shown.encode(), f"Bearer {self._token}".encode()):
            raise RefusalError(403, ProblemCode.FORBIDDEN)


def may_call(who: Who, token: str | None = None) -> Depends:
    """To be written in a route's `dependencies`."""
    return Depends(Gate(who, token))


def who_may_call(dependant: Dependant) -> tuple[Who, ...]:
    """What a route declares; nothing when it is closed."""
    return tuple(inner.call.who for inner in dependant.dependencies if isinstance(inner.call, Gate))


class GuardedRoute(APIRoute):
    """A route that answers 404 unless it declares exactly one kind of caller."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, or the closed door."""
        if len(who_may_call(self.dependant)) == 1:
            return super().get_route_handler()

        async def closed(_request: Request) -> Response:
            raise RefusalError(404, ProblemCode.NOT_FOUND)

        return closed
