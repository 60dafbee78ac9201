"""Services to speak with: the real live application with a test operator, a wire that listens to every byte, and a liar.

Not a test: what the tests of this folder share. All of them on this machine only.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from nacl.public import PrivateKey
from nacl.signing import SigningKey

from reporting.client.send import Operator
from reporting.protocol.model import Mode, canonical
from reporting.protocol.operator import SignedStatement, sign, state

SIGNING_SEED, INSIDE_SECRET = bytes([7] * 32), bytes([9] * 32)
NAME = "Ligne d’essai"


def statement(mode: Mode = Mode.LIVE, seed: bytes = SIGNING_SEED) -> SignedStatement:
    """The test operator's statement, signed."""
    inside = bytes(PrivateKey(INSIDE_SECRET).public_key).hex()
    issued = datetime(2026, 11, 1, tzinfo=UTC)
    return sign(state(mode=mode, name=NAME, legal_basis="essai", contact="essai@example.org", inside_key=inside, issued=issued), seed)


def key() -> str:
    """What a client pins."""
    return bytes(SigningKey(SIGNING_SEED).verify_key).hex()


@contextmanager
def live_service(folder: Path) -> Iterator[Operator]:
    """The real application in live mode, its store in `folder`, on a free port of this machine."""
    import uvicorn

    from reporting.service.app import build_app
    from reporting.service.settings import NamedOperator, live_settings, system_clock
    from reporting.service.store.cases import Cases
    from reporting.service.store.opening import open_engine

    folder.mkdir(parents=True, exist_ok=True)
    said = NamedOperator(name=NAME, legal_basis="essai", contact="essai@example.org", operator_key=key())
    settings = live_settings(folder, said, statement())
    engine = open_engine(settings.store_path, Mode.LIVE, max_bytes=settings.limits.store_bytes, wait_seconds=2.0)
    cases = Cases(engine, Mode.LIVE)
    app = build_app(settings, clock=system_clock, cases=lambda: cases)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, ws="none", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield Operator(f"http://127.0.0.1:{listening.getsockname()[1]}", key(), Mode.LIVE)
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
        engine.dispose()


@dataclass
class Wire:
    """A wire to a service: every byte that the client sends goes on, and into `heard`."""

    url: str
    heard: bytearray = field(default_factory=bytearray)
    cut: bool = False  # the service's answers are lost on the way


@contextmanager
def wire_to(url: str) -> Iterator[Wire]:
    """Listen between a client and the service at `url`."""
    port = int(url.rsplit(":", 1)[1])
    listening = socket.create_server(("127.0.0.1", 0))
    wire = Wire(f"http://127.0.0.1:{listening.getsockname()[1]}")

    def carry(source: socket.socket, target: socket.socket, ear: bytearray | None) -> None:
        with suppress(OSError):
            while part := source.recv(65536):
                if ear is not None:
                    ear += part
                elif wire.cut:
                    break
                target.sendall(part)
        with suppress(OSError):
            target.shutdown(socket.SHUT_WR)

    def serve() -> None:
        with suppress(OSError):
            while True:
                near, _ = listening.accept()
                far = socket.create_connection(("127.0.0.1", port))
                ends = ((near, far, wire.heard), (far, near, None))
                pair = [threading.Thread(target=carry, args=end, daemon=True) for end in ends]
                for one in pair:
                    one.start()
                threading.Thread(target=lambda pair=pair, near=near, far=far: _end(pair, near, far), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield wire
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()


def _end(pair: list[threading.Thread], *sockets: socket.socket) -> None:
    for one in pair:
        one.join()
    for each in sockets:
        each.close()


@dataclass
class Liar:
    """Answers whatever it was told to, and remembers what was asked."""

    url: str
    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    silent: threading.Event = field(default_factory=threading.Event)  # set: it never answers until cleared


@contextmanager
def liar() -> Iterator[Liar]:
    """A server that answers what it likes; `GET /api/operator` first gives the true statement."""
    told = Liar("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.asked.append(f"GET {self.path}")
            self._say(200, canonical(statement()), {})

        def do_POST(self) -> None:
            told.asked.append(f"POST {self.path}")
            self.rfile.read(int(self.headers["content-length"]))
            while told.silent.is_set():
                threading.Event().wait(0.05)
            self._say(told.status, told.body, told.headers)

        def _say(self, status: int, body: bytes, headers: dict[str, str]) -> None:
            with suppress(OSError):
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nothing is logged."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield told
    finally:
        told.silent.clear()
        server.shutdown()
        thread.join()
        server.server_close()
