"""The ceiling counts everybody together, remembers nobody, and opens again."""

from contextlib import ExitStack

import pytest

from reporting.protocol.status import Problem, ProblemCode
from reporting.service.answers import RefusalError
from reporting.service.intake.ceiling import Ceiling
from tests.reporting.service.conftest import StartService
from tests.reporting.service.people import SteppedClock


def test_so_many_at_once_and_no_more(clock: SteppedClock) -> None:
    """The third of two is refused, and let in when one has left."""
    ceiling = Ceiling(clock, at_once=2, per_minute=100)
    with ExitStack() as both:
        both.enter_context(ceiling.place())
        both.enter_context(ceiling.place())
        with pytest.raises(RefusalError) as caught, ceiling.place():
            pass
        assert caught.value.status == 503
    with ceiling.place():
        pass


def test_so_many_in_a_minute_then_again(clock: SteppedClock) -> None:
    """Full until the minute is over; a clock that was set back opens it too, rather than closing it for years."""
    ceiling = Ceiling(clock, at_once=9, per_minute=3)
    for back in (60, -86_400):
        for _ in range(3):
            with ceiling.place():
                pass
        with pytest.raises(RefusalError), ceiling.place():
            pass
        clock.step(seconds=back)
    with ceiling.place():
        pass


def test_a_place_is_given_back_after_a_failure(clock: SteppedClock) -> None:
    """A request that fails frees its place."""
    ceiling = Ceiling(clock, at_once=1, per_minute=100)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), ceiling.place():
            raise ZeroDivisionError


def test_a_flood_is_told_to_keep_its_copy(start: StartService) -> None:
    """503 with a time to wait, and no refusal depends on who asks."""
    service = start(per_minute=2)
    report = service.person().report()
    answers = [service.post("/api/reports", report) for _ in range(3)]
    assert [status for status, _ in answers] == [201, 201, 503]
    assert Problem.model_validate_json(answers[-1][1]).code is ProblemCode.BUSY
    service.clock.step(minutes=1)
    assert service.post("/api/reports", report)[0] == 201
