"""One service, put together from what it is given: settings, clock, store, and whoever reads on the inside.

Room: reporting/service. The only place where the public part and the inside meet, and only in training.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from fastapi import APIRouter, FastAPI, Response
from starlette.concurrency import run_in_threadpool

from reporting.protocol.model import VERSION, Mode
from reporting.protocol.status import Wiped
from reporting.service.answers import HANDLERS, LOG, Outermost, answer, refusal
from reporting.service.intake.ceiling import Ceiling
from reporting.service.intake.routes import Intake, answers, refused, router
from reporting.service.published import description
from reporting.service.settings import Clock, Settings
from reporting.service.store.errors import RefusedError, StoreError
from reporting.service.who import GuardedRoute, Who, may_call

if TYPE_CHECKING:
    from reporting.service.store.cases import Cases

FORGET_EVERY_SECONDS = 600.0


def build_app(
    settings: Settings,
    *,
    clock: Clock,
    cases: Callable[[], Cases],
    reader: Callable[[], int] | None = None,
    wipe_token: str | None = None,
) -> FastAPI:
    """The application.

    settings:   its mode and operator (`training_settings`, `live_settings`)
    clock:      now, aware
    cases:      gives the store, of the same mode, once it is open; closed by whoever opened it
    reader:     told after each report and at start; answers what is unread. None when the inside runs elsewhere
    wipe_token: opens `POST /api/training/wipe`, in training only
    """

    def taken() -> None:
        if reader is not None:
            with suppress(StoreError):  # the report is safe; it is answered at the next one, or at the next start
                reader()

    limits = settings.limits
    ceiling = Ceiling(clock, at_once=limits.at_once, per_minute=limits.per_minute)
    intake = Intake(settings, cases, clock, ceiling, taken)

    async def forget() -> None:
        await run_in_threadpool(taken)  # what was left unread when the process last ended
        while True:
            try:
                await run_in_threadpool(intake.forget_old)
            except StoreError:
                LOG.warning("the store could not forget now; tried again later")
            await asyncio.sleep(FORGET_EVERY_SECONDS)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        forgetting = asyncio.create_task(forget())
        yield
        forgetting.cancel()
        with suppress(asyncio.CancelledError):
            await forgetting

    app = FastAPI(
        title="Stop la Violence",
        version=str(VERSION),
        openapi_url=None,  # published by a route of ours, which says who may call it
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
        exception_handlers=dict(HANDLERS),
    )
    app.add_exception_handler(RefusedError, lambda _request, error: refusal(refused(error)))
    app.add_middleware(Outermost, hosts=settings.hosts)
    app.include_router(router(intake))
    app.include_router(_description_route(app, settings.mode))
    if settings.mode is Mode.TRAINING and wipe_token is not None:
        app.include_router(_wipe_route(cases, wipe_token))
    return app


def _description_route(app: FastAPI, mode: Mode) -> APIRouter:
    api = APIRouter(route_class=GuardedRoute)

    @api.get("/openapi.json", include_in_schema=False, dependencies=[may_call(Who.ANYONE)])
    async def openapi() -> Response:
        """What this service takes and answers, for programs. who: anyone."""
        return Response(description(app, mode), media_type="application/json")

    return api


def _wipe_route(cases: Callable[[], Cases], token: str) -> APIRouter:
    api = APIRouter(route_class=GuardedRoute)

    @api.post(
        "/api/training/wipe",
        responses=answers(Wiped, 403),
        dependencies=[may_call(Who.EMBEDDER, token)],
    )
    async def wipe() -> Response:
        """Forget every exercise now.

        who: the process that started this service, by the token of its ready line (`Authorization: Bearer …`).
        """
        forgotten = await run_in_threadpool(lambda: cases().wipe())
        return answer(Wiped(version=VERSION, mode=Mode.TRAINING, cases=forgotten))

    return api
