"""Running a training service: a socket on this machine only, a ready line, and an end that follows its parent's.

Room: reporting/service. The edge: the only module here that knows sockets, signals and standard streams.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from reporting.protocol.model import VERSION, Mode
from reporting.service.settings import Limits, Settings, system_clock, training_settings

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI

    from reporting.service.inside.training_reader import TrainingReader
    from reporting.service.store.cases import Cases

LOOPBACK = "127.0.0.1"
_GRACE_SECONDS = 3


@dataclass(frozen=True, slots=True)
class Ready:
    """What the embedding process learns, as one line of JSON. The token opens the wipe route and nothing else."""

    version: int
    mode: str
    url: str
    operator_key: str
    wipe_token: str = field(repr=False)

    def line(self) -> str:
        """The ready line, without its line end."""
        return json.dumps(asdict(self), sort_keys=True)


def run(
    data: Path,
    *,
    announce: Callable[[Ready], None],
    port: int = 0,
    parent: int | None = None,
    limits: Limits | None = None,
) -> None:
    """Serve training on this machine until it is told to stop (SIGTERM, Ctrl+C, or the end of `parent`).

    data:     folder of the training store and its keys
    announce: called once, when requests are answered
    port:     0 takes a free one
    parent:   a file descriptor to watch, usually standard input: when it closes, the service ends
    raises:   `StoreError`, `OSError` (folder not writable, port taken)
    """
    from reporting.service.app import build_app
    from reporting.service.inside.training_keys import training_keys

    keys = training_keys(data)
    settings = training_settings(data, keys.statement(system_clock()), limits)
    store = Opening(settings, keys.inside_secret)
    token = secrets.token_hex(32)
    app = build_app(settings, clock=system_clock, cases=store.cases, reader=store.read, wipe_token=token)
    listening = _listen(port)
    url = f"http://{LOOPBACK}:{listening.getsockname()[1]}"
    ready = Ready(VERSION, Mode.TRAINING.value, url, settings.statement.key, token)

    def started(server: uvicorn.Server) -> None:
        announce(ready)
        store.begin(when_impossible=lambda: _stop(server))
        if parent is not None:
            threading.Thread(target=_end_with, args=(parent, server), daemon=True, name="parent").start()

    try:
        _server(app, started).run(sockets=[listening])
        store.close()  # raises what kept the store from opening
    finally:
        listening.close()


class Opening:
    """The store, opened in a thread of its own while the first requests already arrive and wait for it.

    SQLAlchemy takes about as long to import as all the rest of the service: a game waiting for the ready line should
    not wait for it too.
    """

    def __init__(self, settings: Settings, inside_secret: bytes) -> None:
        self._settings, self._secret, self._begun = settings, inside_secret, False
        self._done: Future[tuple[Cases, TrainingReader]] = Future()

    def begin(self, *, when_impossible: Callable[[], None]) -> None:
        """Start opening."""
        self._begun = True

        def work() -> None:
            try:
                self._done.set_result(self._open())
            except Exception as error:  # noqa: BLE001  handed to whoever waits, and raised by `close`
                self._done.set_exception(error)
                when_impossible()

        threading.Thread(target=work, daemon=True, name="store").start()

    def cases(self) -> Cases:
        """The public side, once it is open. raises: `StoreError`."""
        return self._done.result()[0]

    def read(self) -> int:
        """The inside's turn: answer what is unread. raises: `StoreError`."""
        return self._done.result()[1]()

    def close(self) -> None:
        """Let go of the file, if it was ever asked for. raises: `StoreError` when it could not be opened."""
        if self._begun:
            self._done.result()[0].close()

    def _open(self) -> tuple[Cases, TrainingReader]:
        from reporting.service.inside.training_reader import TrainingReader
        from reporting.service.store.cases import Cases
        from reporting.service.store.opening import open_engine
        from reporting.service.store.work import Work

        limits = self._settings.limits
        engine = open_engine(
            self._settings.store_path,
            self._settings.mode,
            max_bytes=limits.store_bytes,
            wait_seconds=limits.wait_for_store_seconds,
        )
        reader = TrainingReader(Work(engine), self._secret, system_clock)
        return Cases(engine, self._settings.mode), reader


def _server(app: FastAPI, started: Callable[[uvicorn.Server], None]) -> uvicorn.Server:
    """uvicorn, without its access log, that tells when it is ready and takes SIGTERM and Ctrl+C as an ordinary end."""
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if self.started:
                started(self)

        @contextmanager
        def capture_signals(self) -> Iterator[None]:
            before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
            try:
                yield
            finally:
                for number, handler in before.items():
                    signal.signal(number, handler)

    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        http="h11",
        loop="asyncio",
        lifespan="on",
        h11_max_incomplete_event_size=16 * 1024,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    return Server(config)


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name != "nt":  # there, the option would let another program take the same port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((LOOPBACK, port))
    except OSError:
        listening.close()
        raise
    return listening


def _stop(server: uvicorn.Server) -> None:
    server.should_exit = True


def _end_with(parent: int, server: uvicorn.Server) -> None:
    """Ask the server to stop when `parent` closes; if it has not in time, stop anyway."""
    with suppress(OSError):
        while os.read(parent, 4096):
            pass
    _stop(server)
    time.sleep(_GRACE_SECONDS + 2)
    os._exit(0)  # a daemon thread: reached only when something still holds the process
