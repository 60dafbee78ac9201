"""Speaking with one service: its verified statement, one report, one case. Small JSON, bounded answers, typed failures.

Room: reporting/client. The session never follows a redirection, never takes a password from the system, and on this machine
never goes through a proxy. Nothing is sent to a service whose statement the pinned key did not sign.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import urlsplit
from urllib.request import getproxies

import requests
from pydantic import ValidationError

from reporting.client.choices import ServiceCause
from reporting.client.secret import Hidden
from reporting.protocol.keys import CaseKeys
from reporting.protocol.model import Mode, Model, canonical
from reporting.protocol.operator import OperatorError, SignedStatement, Statement, verify
from reporting.protocol.report import MAX_BODY_BYTES, Accepted
from reporting.protocol.status import CaseProof, CaseStatus, Problem, ProblemCode, Wiped

CONNECT_SECONDS, READ_SECONDS = 6.0, 25.0
MAX_ANSWER = 4 * 1024 * 1024
Shape = TypeVar("Shape", bound=Model)

_REFUSALS: dict[ProblemCode, ServiceCause] = {
    ProblemCode.TOO_LARGE: "too_large", ProblemCode.BUSY: "ceiling", ProblemCode.STORE: "down", ProblemCode.TOO_SLOW: "slow",
    ProblemCode.NOT_FOUND: "unknown_case", ProblemCode.WRONG_HOST: "odd_answer", ProblemCode.METHOD: "odd_answer"}


class ServiceError(Exception):
    """The service could not be reached or trusted, or said no. `fields` names what it did not accept."""

    def __init__(self, cause: ServiceCause, fields: tuple[str, ...] = ()) -> None:
        super().__init__(cause)
        self.cause, self.fields = cause, fields


@dataclass(frozen=True, slots=True)
class Operator:
    """A service and the key that must have signed its statement. `ca` is a certificate file, for an operator with its own."""

    url: str
    key: str = field(repr=False)
    mode: Mode
    ca: Path | None = None


class Line:
    """A line to one service. `connect` first: nothing else works before the statement was verified."""

    def __init__(self, operator: Operator, *, timeouts: tuple[float, float] = (CONNECT_SECONDS, READ_SECONDS)) -> None:
        self.operator, self._timeouts = operator, timeouts
        self._statement: Statement | None = None
        self._session = requests.Session()
        # no .netrc, no proxy of the environment: what leaves goes where we say, or nowhere
        self._session.trust_env = False
        self._session.headers.clear()
        self._session.headers.update({
            "User-Agent": "stop-la-violence", "Accept": "application/json", "Accept-Encoding": "identity",
            "Connection": "close"})  # a person reads for minutes: a connection kept open would be dead when it is needed
        if not is_near(operator.url):
            self._session.proxies.update(getproxies())
        if operator.ca is not None:
            self._session.verify = str(operator.ca)

    @property
    def statement(self) -> Statement:
        """Who is at the other end, verified. raises: `ServiceError` wrong_operator, before `connect`."""
        if self._statement is None:
            raise ServiceError("wrong_operator")
        return self._statement

    def connect(self) -> Statement:
        """Ask for the statement and verify it against the pinned key. raises: `ServiceError`."""
        if urlsplit(self.operator.url).scheme != "https" and not is_near(self.operator.url):
            raise ServiceError("not_secure")
        signed = self._ask("GET", "/api/operator", SignedStatement, 200, None)
        try:
            self._statement = verify(signed, pinned=self.operator.key, mode=self.operator.mode)
        except OperatorError:
            self._statement = None
            raise ServiceError("wrong_operator") from None
        return self._statement

    def send(self, body: bytes) -> Accepted:
        """Send these very bytes. Returns once the service says that the case is on its disk. raises: `ServiceError`."""
        self._trusted()
        if len(body) > MAX_BODY_BYTES:
            raise ServiceError("too_large")
        accepted = self._ask("POST", "/api/reports", Accepted, 201, body)
        if accepted.mode is not self.operator.mode:
            raise ServiceError("odd_answer")
        return accepted

    def status(self, keys: CaseKeys) -> CaseStatus:
        """Where the case stands. raises: `ServiceError`."""
        return self._case("/api/status", keys)

    def withdraw(self, keys: CaseKeys) -> CaseStatus:
        """Take the report back. raises: `ServiceError`."""
        return self._case("/api/withdraw", keys)

    def wipe(self, token: Hidden[str]) -> int:
        """Have an exercise's service forget every case, with the token of its ready line; how many it forgot.

        raises: `ServiceError`; wrong_operator for a live one, which is not even asked
        """
        if self.operator.mode is not Mode.TRAINING:
            raise ServiceError("wrong_operator")
        self._trusted()
        wiped = self._ask("POST", "/api/training/wipe", Wiped, 200, None, {"Authorization": f"Bearer {token.reveal()}"})
        if wiped.mode is not Mode.TRAINING:
            raise ServiceError("odd_answer")
        return wiped.cases

    def close(self) -> None:
        """Forget the operator and close the connections."""
        self._statement = None
        self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _trusted(self) -> None:
        if self._statement is None:
            self.connect()

    def _case(self, path: str, keys: CaseKeys) -> CaseStatus:
        self._trusted()
        proof = CaseProof(version=1, mode=self.operator.mode, locator=keys.locator.hex(), verifier=keys.verifier.hex())
        return self._ask("POST", path, CaseStatus, 200, canonical(proof))

    def _ask(self, method: str, path: str, shape: type[Shape], success: int, body: bytes | None,
             more: Mapping[str, str] | None = None) -> Shape:
        headers = {**({"Content-Type": "application/json"} if body is not None else {}), **(more or {})}
        try:
            with self._session.request(method, self.operator.url.rstrip("/") + path, data=body, headers=headers,
                                       timeout=self._timeouts, allow_redirects=False, stream=True) as answer:
                raw = _bounded(answer)
        except requests.exceptions.SSLError:
            raise ServiceError("not_secure") from None
        except requests.exceptions.Timeout:
            raise ServiceError("slow") from None
        except requests.exceptions.ConnectionError:
            raise ServiceError("down") from None
        except requests.exceptions.RequestException:  # an address that is none, an answer that is no HTTP
            raise ServiceError("odd_answer") from None
        if answer.status_code == success:
            try:
                return shape.model_validate_json(raw)
            except ValidationError:
                raise ServiceError("odd_answer") from None
        raise _refusal(raw)


def _bounded(answer: requests.Response) -> bytes:
    raw = bytearray()
    for part in answer.iter_content(64 * 1024):
        raw += part
        if len(raw) > MAX_ANSWER:
            raise ServiceError("odd_answer")
    return bytes(raw)


def _refusal(raw: bytes) -> ServiceError:
    try:
        problem = Problem.model_validate_json(raw)
    except ValidationError:
        return ServiceError("odd_answer")
    return ServiceError(_REFUSALS.get(problem.code, "refused"), tuple(wrong.field for wrong in problem.fields))


def is_near(url: str) -> bool:
    """Whether the address is this very machine."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


