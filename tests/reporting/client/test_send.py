"""Speaking with a service: only a verified one, only on its own terms, and each failure has its own cause."""

from __future__ import annotations

import socket
import sqlite3
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from reporting.client.send import Line, Operator, ServiceError
from reporting.client.shapes import Draft
from reporting.client.submission import compose
from reporting.protocol.model import Mode, canonical
from reporting.protocol.report import MAX_BODY_BYTES
from reporting.protocol.status import Problem, ProblemCode, WrongField
from tests.reporting.client.desks import NOON
from tests.reporting.client.lines_to import Liar, key, liar, live_service, statement, wire_to

QUICK = (2.0, 0.4)


@pytest.fixture
def told() -> Iterator[Liar]:
    """A service that answers what the test says."""
    with liar() as one:
        yield one


def operator(url: str, pinned: str | None = None, mode: Mode = Mode.LIVE) -> Operator:
    """Whom the client trusts."""
    return Operator(url, pinned or key(), mode)


def cause(line: Line, body: bytes = b"{}") -> ServiceError:
    """Why sending does not work."""
    with line, pytest.raises(ServiceError) as caught:
        line.send(body)
    return caught.value


def test_a_report_reaches_the_real_live_service_once(tmp_path: Path) -> None:
    """Verified by the pinned key, composed for it, sent twice: one case, the same answer, and the receipt opens it."""
    from reporting.protocol.receipt import derive

    with live_service(tmp_path) as live, Line(live) as line:
        said = line.connect()
        composed = compose(Draft(who="shown", links=("lucarne.example/p/1",)), "fr", NOON, said)
        body = canonical(composed.report)
        assert line.send(body) == line.send(body)
        assert not composed.receipt.training
        status = line.status(derive(composed.receipt))
        assert not status.withdrawn
        assert line.withdraw(derive(composed.receipt)).withdrawn


def test_a_lost_answer_makes_no_second_case(tmp_path: Path) -> None:
    """The service stored the report but its answer never came: « down » is said, and the same bytes again make no second case."""
    with live_service(tmp_path) as live, wire_to(live.url) as wire, Line(replace(live, url=wire.url)) as line:
        body = canonical(compose(Draft(who="shown", account="@bouee"), "fr", NOON, line.connect()).report)
        wire.cut = True
        with pytest.raises(ServiceError) as caught:
            line.send(body)
        assert caught.value.cause == "down"
        wire.cut = False
        assert line.send(body).stored
        (store,) = tmp_path.glob("*.sqlite3")
        with closing(sqlite3.connect(store)) as looked:
            assert looked.execute("select count(*) from cases").fetchone() == (1,)
    assert wire.heard.count(b"POST /api/reports") == 2


def test_the_wrong_operator_is_sent_nothing(told: Liar) -> None:
    """Another pinned key, or another mode: refused before anything is sent."""
    for wrong in (operator(told.url, "ab" * 32), operator(told.url, mode=Mode.TRAINING)):
        assert cause(Line(wrong)).cause == "wrong_operator"
    assert told.asked == ["GET /api/operator"] * 2


def test_nothing_is_composed_for_whom_was_not_verified(told: Liar) -> None:
    """Before `connect` there is no statement to compose for."""
    with Line(operator(told.url)) as line, pytest.raises(ServiceError) as caught:
        line.statement  # noqa: B018
    assert caught.value.cause == "wrong_operator"


@pytest.mark.parametrize(("status", "code", "expected"), [
    (503, ProblemCode.BUSY, "ceiling"), (503, ProblemCode.STORE, "down"), (413, ProblemCode.TOO_LARGE, "too_large"),
    (422, ProblemCode.FIELDS, "refused"), (409, ProblemCode.RECEIPT_REUSED, "refused"), (404, ProblemCode.NOT_FOUND, "unknown_case"),
    (408, ProblemCode.TOO_SLOW, "slow")])
def test_each_refusal_has_its_cause(told: Liar, status: int, code: ProblemCode, expected: str) -> None:
    """What the service says, as one of the causes that words exist for; wrong fields are named."""
    told.status, told.body = status, canonical(Problem(version=1, code=code, fields=(WrongField(field="items.0.pdq", mistake="x"),)))
    failure = cause(Line(operator(told.url)))
    assert failure.cause == expected
    assert failure.fields == ("items.0.pdq",)


@pytest.mark.parametrize(("status", "body", "headers"), [
    (201, b"<html>", {}), (500, b"", {}), (302, b"", {"location": "http://127.0.0.1:9/"}), (201, b"x" * 5_000_000, {}),
    (201, canonical(statement()), {})])
def test_an_odd_answer_is_no_arrival(told: Liar, status: int, body: bytes, headers: dict[str, str]) -> None:
    """Nonsense, an error page, a redirection (never followed), far too much, another shape: none of them means « stored »."""
    told.status, told.body, told.headers = status, body, headers
    assert cause(Line(operator(told.url))).cause == "odd_answer"


def test_silence_and_absence(told: Liar) -> None:
    """No answer in time, and nobody there."""
    told.silent.set()
    assert cause(Line(operator(told.url), timeouts=QUICK)).cause == "slow"
    told.silent.clear()
    with socket.create_server(("127.0.0.1", 0)) as empty:
        port = empty.getsockname()[1]
    assert cause(Line(operator(f"http://127.0.0.1:{port}"))).cause == "down"


def test_too_much_is_not_even_sent(told: Liar) -> None:
    """Above what a service reads, it is said here."""
    assert cause(Line(operator(told.url)), b"x" * (MAX_BODY_BYTES + 1)).cause == "too_large"
    assert told.asked == ["GET /api/operator"]


def test_no_proxy_and_no_password_on_this_machine(told: Liar, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A proxy and a .netrc of the system are ignored: the exercise never leaves this machine."""
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login moi password secret\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with Line(operator(told.url)) as line:
        assert line.connect().name


def test_an_open_road_is_never_taken() -> None:
    """Without TLS nothing is asked of another machine, not even who it is."""
    assert cause(Line(operator("http://hotline.example"))).cause == "not_secure"


@pytest.mark.needs_tool("openssl")
def test_a_certificate_must_be_known(tmp_path: Path) -> None:
    """A certificate nobody vouches for is refused; the operator's own, given with its address, is taken."""
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=essai", "-addext",
            "subjectAltName=IP:127.0.0.1", "-keyout", str(tmp_path / "key.pem"), "-out", str(tmp_path / "cert.pem")]
    subprocess.run(made, check=True, capture_output=True)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = canonical(statement())
            self.send_response(200)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nothing is logged."""

    class Server(HTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A refused certificate ends the talk; that is what is tested."""

    server = Server(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    url = f"https://127.0.0.1:{server.server_port}"
    try:
        assert cause(Line(operator(url))).cause == "not_secure"
        with Line(Operator(url, key(), Mode.LIVE, ca=tmp_path / "cert.pem"), timeouts=(5.0, 5.0)) as line:
            assert line.connect().name
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
