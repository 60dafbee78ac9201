"""Hostile bodies: each is refused in its documented way, and nothing is stored."""

import asyncio
import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.types import Message, Receive

from reporting.protocol.model import canonical
from reporting.protocol.report import MAX_BODY_BYTES
from reporting.protocol.status import CaseProof, Problem, ProblemCode
from reporting.service.answers import RefusalError
from reporting.service.intake.body import read_body
from reporting.service.settings import Limits
from tests.reporting.service.conftest import JSON, Service, StartService

NESTED = 100_000


@pytest.mark.parametrize(
    "kind",
    [
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "text/plain",
        "image/jpeg",
        "application/octet-stream",
        "application/json; charset=utf-16",
        "application/jsonx",
        "",
    ],
)
def test_only_json_is_taken(service: Service, kind: str) -> None:
    """No route takes a file, a form or a picture: 415 before the body is read."""
    for path in ("/api/reports", "/api/status", "/api/withdraw"):
        answer = service.client.post(path, content=b"\xff\xd8\xff\xe0" * 10, headers={"content-type": kind})
        assert answer.status_code == 415
        assert Problem.model_validate_json(answer.content).code is ProblemCode.WRONG_TYPE


def test_json_may_say_its_charset(service: Service) -> None:
    """What ordinary programs send is fine; what is compressed is not."""
    body = canonical(service.person().report())
    headers = {"content-type": 'Application/JSON; charset="UTF-8"'}
    assert service.client.post("/api/reports", content=body, headers=headers).status_code == 201
    packed = JSON | {"content-encoding": "gzip"}
    assert service.client.post("/api/reports", content=body, headers=packed).status_code == 415


def test_too_long_is_refused_announced_or_not(service: Service) -> None:
    """64 KiB and one byte: 413, whether the length was announced or came in pieces."""
    body = b"[" + b" " * (MAX_BODY_BYTES - 1) + b"]"

    def pieces() -> Iterator[bytes]:
        for start in range(0, len(body), 1000):
            yield body[start : start + 1000]

    for content in (body, pieces()):
        answer = service.client.post("/api/reports", content=content, headers=JSON)
        assert answer.status_code == 413
        assert Problem.model_validate_json(answer.content).code is ProblemCode.TOO_LARGE
    lying = service.client.post("/api/reports", content=b"{}", headers=JSON | {"content-length": "9" * 4000})
    assert lying.status_code == 413


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b'{"version": "\xc3\x28"}',
        b"nothing",
        b"[" * 60_000,
        b'{"a":' * 10_000,
        b"\xef\xbb\xbf{}",
        b'{"version": NaN',
        b'"\\ud800',
    ],
    ids=lambda body: repr(body[:12]),
)
def test_what_is_not_json_is_said(service: Service, body: bytes) -> None:
    """Cut short, not UTF-8, nested without end: 400."""
    answer = service.client.post("/api/reports", content=body, headers=JSON)
    assert answer.status_code == 400
    assert Problem.model_validate_json(answer.content).code is ProblemCode.NOT_JSON


def reading(receive: Receive, seconds: float = 5.0) -> RefusalError:
    """What reading a body refuses when the network behaves like `receive`."""
    scope = {"type": "http", "method": "POST", "headers": [(b"content-type", b"application/json")]}
    with pytest.raises(RefusalError) as caught:
        asyncio.run(read_body(Request(scope, receive), CaseProof, Limits(body_seconds=seconds)))
    return caught.value


def test_a_body_that_never_ends_is_given_up() -> None:
    """One byte, then silence: 408, and nothing is held for ever."""
    parts = [b"{"]

    async def slow() -> Message:
        if not parts:
            await asyncio.Event().wait()
        return {"type": "http.request", "body": parts.pop(), "more_body": True}

    found = reading(slow, seconds=0.01)
    assert (found.status, found.problem.code) == (408, ProblemCode.TOO_SLOW)


def test_a_caller_who_leaves_is_no_failure() -> None:
    """The line is cut in the middle of the body."""

    async def gone() -> Message:
        return {"type": "http.disconnect"}

    assert reading(gone).status == 400


@pytest.fixture
def unhurried(start: StartService) -> Service:
    """A service without the ceiling that thousands of examples in one minute would meet."""
    return start(per_minute=10_000_000)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(field=st.integers(0, 8), value=JSON_VALUES, whole=st.booleans())
def test_any_json_is_answered_in_a_documented_way(unhurried: Service, field: int, value: object, whole: bool) -> None:
    """Anything at all in place of a field, or of the whole body: taken or named as wrong, never a failure."""
    body = json.loads(canonical(unhurried.person().report()))
    body[list(body)[field]] = value
    answer = unhurried.client.post("/api/reports", content=json.dumps(value if whole else body), headers=JSON)
    assert answer.status_code in {201, 422}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(raw=st.binary(max_size=300))
def test_any_bytes_are_answered_in_a_documented_way(unhurried: Service, raw: bytes) -> None:
    """Noise never fails the unhurried."""
    assert unhurried.client.post("/api/status", content=raw, headers=JSON).status_code in {400, 422}
