"""Every answer is dressed the same: safe headers, no cookie, JSON problems, and no name but ours."""

import logging

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from reporting.protocol.status import Problem, ProblemCode
from reporting.service.answers import HEADERS, Outermost
from reporting.service.settings import LOOPBACK_HOSTS
from tests.reporting.service.conftest import JSON, Service
from tests.reporting.service.people import SECRET


def test_every_answer_has_the_safe_headers_and_no_cookie(service: Service) -> None:
    """Success or refusal, known path or not."""
    answers = [
        service.client.get("/api/operator"),
        service.client.get("/openapi.json"),
        service.client.get("/nowhere"),
        service.client.get("/api/reports"),
        service.client.post("/api/reports", content=b"{", headers=JSON),
        service.client.post("/api/training/wipe"),
        service.client.get("/api/operator", headers={"host": "evil.test"}),
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 404, 405, 400, 403, 421]
    for answer in answers:
        assert {name.decode(): value.decode() for name, value in HEADERS}.items() <= answer.headers.items()
        assert "set-cookie" not in answer.headers
        assert "server" not in answer.headers
        if answer.status_code >= 400:
            Problem.model_validate_json(answer.content)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:1", "[::1]:8000", "[::1]"])
def test_the_names_of_this_machine_are_answered(service: Service, host: str) -> None:
    """With or without a port."""
    assert service.client.get("/api/operator", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["example.test", "127.0.0.1.example.test", "192.0.2.7:8000", "a:b:c"])
def test_a_page_elsewhere_cannot_borrow_the_address(service: Service, host: str) -> None:
    """A name that an attacker points at this machine is refused."""
    answer = service.client.get("/api/operator", headers={"host": host})
    assert Problem.model_validate_json(answer.content).code is ProblemCode.WRONG_HOST


def test_a_failure_tells_nobody_what_was_written(caplog: pytest.LogCaptureFixture) -> None:
    """An unforeseen error is a 503, and neither the answer nor the log carries its message."""
    inner = FastAPI(openapi_url=None)

    @inner.get("/")
    def fails() -> None:
        raise RuntimeError(SECRET)

    inner.add_middleware(Outermost, hosts=LOOPBACK_HOSTS)
    client = TestClient(inner, base_url="http://127.0.0.1")
    with caplog.at_level(logging.DEBUG):
        answer = client.get("/")
    assert answer.status_code == 503
    assert SECRET not in answer.text
    assert SECRET not in caplog.text
    assert "RuntimeError" in caplog.text
