"""The public routes. Each says who may call it, what each answer promises, and when it is durable.

Room: reporting/service/intake.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from reporting.protocol.model import Mode, Model
from reporting.protocol.operator import SignedStatement
from reporting.protocol.report import Accepted, Report
from reporting.protocol.status import CaseProof, CaseStatus, Problem, ProblemCode, WrongField
from reporting.service.answers import RefusalError, answer
from reporting.service.intake.body import read_body
from reporting.service.intake.ceiling import Ceiling
from reporting.service.settings import Clock, Settings
from reporting.service.store.errors import KeyReusedError, NoSuchCaseError, ReceiptReusedError
from reporting.service.who import GuardedRoute, Who, may_call

if TYPE_CHECKING:
    from reporting.service.store.cases import Cases

Shape = TypeVar("Shape", Report, CaseProof)

_SAYS = {
    400: "The body is not JSON.",
    403: "Only the process that started this service may ask for that.",
    404: "No case opens with this receipt.",
    408: "The body took too long to arrive. Nothing was kept: send it again.",
    409: "The key came with another report before, or the receipt already has a case. Nothing was changed.",
    413: "The body is longer than 64 KiB.",
    415: "The body is not announced as application/json. No route takes a file.",
    421: "This service does not answer to that name.",
    422: "Some fields are wrong; each is named, with the kind of mistake.",
    503: "Too much at once, or the store cannot write. Nothing was kept: keep your copy and try later.",
}


def shown(shape: type[Model]) -> dict[str, Any]:
    """A shape in the published description. By reference: FastAPI would build validators that we never use."""
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{shape.__name__}"}}}


def answers(success: type[Model], *codes: int, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """What a route may answer, for the published description."""
    told: dict[int | str, dict[str, Any]] = {code: {"description": _SAYS[code], "content": shown(Problem)} for code in (*codes, 421, 503)}
    told[status] = {"description": (success.__doc__ or "").splitlines()[0], "content": shown(success)}
    return told


def takes(shape: type[Model]) -> dict[str, Any]:
    """The body of a route, for the published description (we read it ourselves, see `body.py`)."""
    return {"requestBody": {"required": True, "content": shown(shape)}}


@dataclass(frozen=True, slots=True)
class Intake:
    """What the public routes work with.

    cases: the store, perhaps after a wait: it may still be opening while the first requests arrive
    taken: told after a report is on disk; it can refuse nothing any more
    """

    settings: Settings
    cases: Callable[[], Cases]
    clock: Clock
    ceiling: Ceiling
    taken: Callable[[], None]

    async def read(self, request: Request, shape: type[Shape]) -> Shape:
        """The body, in the mode of this service only."""
        body = await read_body(request, shape, self.settings.limits)
        if body.mode is not self.settings.mode:
            raise RefusalError(422, ProblemCode.FIELDS, (WrongField(field="mode", mistake=f"{_other(body.mode)}_only"),))
        return body

    def forget_old(self) -> None:
        """Training forgets after a day, whatever happens."""
        if self.settings.keeps is not None:
            self.cases().forget_before(self.clock() - self.settings.keeps)

    def accept(self, report: Report) -> Accepted:
        """One transaction, on disk when it returns; then the inside is told."""
        self.forget_old()
        accepted = self.cases().accept(report, self.clock())
        self.taken()
        return accepted

    def status(self, proof: CaseProof) -> CaseStatus:
        """Where a case stands."""
        self.forget_old()
        return self.cases().status(proof)

    def withdraw(self, proof: CaseProof) -> CaseStatus:
        """Forget what the case holds."""
        return self.cases().withdraw(proof, self.clock())


def _other(mode: Mode) -> str:
    return (Mode.LIVE if mode is Mode.TRAINING else Mode.TRAINING).value


def router(intake: Intake) -> APIRouter:
    """The public routes of one service."""
    api = APIRouter(route_class=GuardedRoute, redirect_slashes=False)

    @api.get("/api/operator", responses=answers(SignedStatement), dependencies=[may_call(Who.ANYONE)])
    async def operator() -> Response:
        """Who runs this service, signed. A client goes on only if its pinned key signed it, for the mode it expects.

        who: anyone.
        """
        return answer(intake.settings.statement)

    @api.post(
        "/api/reports",
        status_code=201,
        responses=answers(Accepted, 400, 408, 409, 413, 415, 422, status=201),
        openapi_extra=takes(Report),
        dependencies=[may_call(Who.ANYONE)],
    )
    async def accept_report(request: Request) -> Response:
        """Take one report: fingerprints in clear, the rest sealed, as small JSON. No route here takes a file.

        who:     anyone, unnamed; no address is kept. Only the receipt opens the case, and we never see it.
        answers: 201 once the case is on disk; the same report again gets the same answer, never a second case.
                 409 when the key or the receipt is already used by another report, 503 “keep it, try later”.
        """
        with intake.ceiling.place():
            report = await intake.read(request, Report)
            return answer(await run_in_threadpool(intake.accept, report), 201)

    @api.post(
        "/api/status",
        responses=answers(CaseStatus, 400, 404, 408, 413, 415, 422),
        openapi_extra=takes(CaseProof),
        dependencies=[may_call(Who.RECEIPT)],
    )
    async def case_status(request: Request) -> Response:
        """Where a case stands: dated steps, and replies sealed to the case's own key.

        who:     whoever proves the receipt. 404 says the same for an unknown case and for a wrong proof.
        """
        with intake.ceiling.place():
            proof = await intake.read(request, CaseProof)
            return answer(await run_in_threadpool(intake.status, proof))

    @api.post(
        "/api/withdraw",
        responses=answers(CaseStatus, 400, 404, 408, 413, 415, 422),
        openapi_extra=takes(CaseProof),
        dependencies=[may_call(Who.RECEIPT)],
    )
    async def withdraw(request: Request) -> Response:
        """Take a report back: its fingerprints and its sealed part are overwritten, and the case says it was withdrawn.

        who:     whoever proves the receipt. What was already shared with platforms may stay there; that is said elsewhere.
        """
        with intake.ceiling.place():
            proof = await intake.read(request, CaseProof)
            return answer(await run_in_threadpool(intake.withdraw, proof))

    return api


def refused(error: Exception) -> RefusalError:
    """What the store refuses, as an answer."""
    if isinstance(error, KeyReusedError):
        return RefusalError(409, ProblemCode.KEY_REUSED)
    if isinstance(error, ReceiptReusedError):
        return RefusalError(409, ProblemCode.RECEIPT_REUSED)
    assert isinstance(error, NoSuchCaseError)  # noqa: S101  the three refusals there are
    return RefusalError(404, ProblemCode.NOT_FOUND)
