"""One service put together: what was left undone is done at its start, and a store that fails is no end."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from fastapi import FastAPI

from reporting.protocol.status import CaseStatus, StepKind
from reporting.service.app import build_app
from reporting.service.inside.training_keys import TrainingKeys
from reporting.service.settings import training_settings
from reporting.service.store.cases import Cases
from reporting.service.store.errors import StoreError
from tests.reporting.service.conftest import Service, StartService
from tests.reporting.service.people import SteppedClock


async def start_and_stop(app: FastAPI, until: asyncio.Event) -> None:
    """Start the application, wait for the event, stop it."""
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(app.router.lifespan_context(app))
        await asyncio.wait_for(until.wait(), timeout=30)


def test_a_store_that_fails_at_the_start_is_no_end(tmp_path: Path, clock: SteppedClock) -> None:
    """It is asked twice (to answer, to forget), fails twice, and the service starts and stops all the same."""
    asked: list[int] = []

    async def scenario() -> None:
        loop, twice = asyncio.get_running_loop(), asyncio.Event()

        def failing() -> Cases:
            asked.append(1)
            if len(asked) == 2:
                loop.call_soon_threadsafe(twice.set)
            raise StoreError

        keys = TrainingKeys(signing_seed=bytes(32), inside_secret=bytes([1] * 32))
        settings = training_settings(tmp_path, keys.statement(clock()))

        def reader() -> int:
            failing()
            return 0

        await start_and_stop(build_app(settings, clock=clock, cases=failing, reader=reader), twice)

    asyncio.run(scenario())
    assert len(asked) == 2


def test_yesterday_is_forgotten_at_the_start(start: StartService) -> None:
    """Nobody has to call: starting is enough."""
    before = start(reads=False)
    assert before.post("/api/reports", before.person().report())[0] == 201
    before.clock.step(hours=25)
    after = start()
    with after.client:
        assert after.eventually(lambda: count(after) == 0)


def test_the_steps_carry_the_time_of_the_service(service: Service) -> None:
    """Not the device's: a case is followed by one clock."""
    service.clock.step(hours=2)
    person = service.person()
    service.post("/api/reports", person.report())
    case = CaseStatus.model_validate_json(service.post("/api/status", person.proof())[1])
    assert (case.steps[0].kind, case.steps[0].at) == (StepKind.RECEIVED, service.clock())


def count(service: Service) -> int:
    """How many cases are stored."""
    with service.engine.connect() as tx:
        return int(tx.exec_driver_sql("SELECT count(*) FROM cases").scalar_one())
