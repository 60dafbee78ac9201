"""A training service in this process: real store on disk, real application, a clock that the test moves."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from fastapi import FastAPI
from nacl.public import PrivateKey
from pydantic import BaseModel
from sqlalchemy import Engine
from starlette.testclient import TestClient

from reporting.protocol.model import Mode, canonical
from reporting.service.app import build_app
from reporting.service.inside.training_keys import TrainingKeys
from reporting.service.inside.training_reader import TrainingReader
from reporting.service.settings import Limits, Settings, training_settings
from reporting.service.store.cases import Cases
from reporting.service.store.opening import open_engine
from reporting.service.store.work import Work
from tests.reporting.service.people import Person, SteppedClock

JSON = {"content-type": "application/json"}
TOKEN = "f" * 64


@dataclass
class Service:
    """One training service and what the tests look at."""

    app: FastAPI
    client: TestClient
    settings: Settings
    engine: Engine
    cases: Cases
    clock: SteppedClock
    keys: TrainingKeys

    def person(self) -> Person:
        """Someone new, who writes to this service."""
        return Person(bytes(PrivateKey(self.keys.inside_secret).public_key).hex())

    def post(self, path: str, shape: BaseModel) -> tuple[int, bytes]:
        """Send a shape; the status and the body."""
        answer = self.client.post(path, content=canonical(shape), headers=JSON)
        return answer.status_code, answer.content

    def eventually(self, done: Callable[[], bool]) -> bool:
        """Call the service until what it does in the background is done; False after half a minute."""
        end = time.monotonic() + 30
        while not done() and time.monotonic() < end:
            self.client.get("/api/operator")
        return done()


StartService = Callable[..., Service]


@pytest.fixture
def clock() -> SteppedClock:
    """Noon, until it is told to move."""
    return SteppedClock()


@pytest.fixture
def start(tmp_path: Path, clock: SteppedClock) -> Iterator[StartService]:
    """Start a service with these limits in this folder; all are closed at the end."""
    open_ones: list[Service] = []

    def starting(folder: str = "données d’été", *, reads: bool = True, **limits: float) -> Service:
        keys = TrainingKeys(signing_seed=bytes([1] * 32), inside_secret=bytes([2] * 32))
        chosen = replace(Limits(wait_for_store_seconds=0.2), **limits)  # type: ignore[arg-type]
        settings = training_settings(tmp_path / folder, keys.statement(clock()), chosen)
        engine = open_engine(
            settings.store_path,
            Mode.TRAINING,
            max_bytes=chosen.store_bytes,
            wait_seconds=chosen.wait_for_store_seconds,
        )
        cases = Cases(engine, Mode.TRAINING)
        reader = TrainingReader(Work(engine), keys.inside_secret, clock) if reads else None
        app = build_app(settings, clock=clock, cases=lambda: cases, reader=reader, wipe_token=TOKEN)
        client = TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False)
        open_ones.append(Service(app, client, settings, engine, cases, clock, keys))
        return open_ones[-1]

    yield starting
    for service in open_ones:
        service.client.close()
        service.cases.close()


@pytest.fixture
def service(start: StartService) -> Service:
    """A training service with its ordinary limits."""
    return start()
