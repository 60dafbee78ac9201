"""The published description is fresh, and the service keeps every promise it makes there."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode

from reporting.protocol.model import Mode
from reporting.service.copy import training_description
from reporting.service.published import description
from tests.reporting.service.conftest import Service, StartService

HERE = {"host": "127.0.0.1"}
COPY = Path(__file__).parents[3] / "docs" / "openapi.json"

# A leap second or 30 February is a date-time by its pattern only; real ones are what programs send.
schemathesis.openapi.format(
    "date-time",
    st.integers(0, 4_000_000_000).map(lambda moment: datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")),
)


def test_the_copy_in_the_documentation_is_fresh(service: Service) -> None:
    """`python -m reporting.service --openapi docs/openapi.json` writes it again."""
    assert COPY.read_text("utf-8") == training_description().decode()
    assert description(service.app, Mode.TRAINING) == training_description()
    assert service.client.get("/openapi.json").content == training_description()


def test_every_answer_and_body_is_described() -> None:
    """Each operation names its refusals, 400 and 503 among them where they can happen, and takes JSON only."""
    paths = json.loads(training_description())["paths"]
    for path, operations in paths.items():
        for operation in operations.values():
            assert {"421", "503"} <= set(operation["responses"]), path
            if "requestBody" in operation:
                assert list(operation["requestBody"]["content"]) == ["application/json"]
                assert {"400", "408", "413", "415", "422"} <= set(operation["responses"]), path


def holds_float(value: object) -> bool:
    """JSON Schema takes 77.0 for an integer; our shapes are stricter, on purpose."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return isinstance(value, float) or any(map(holds_float, inner))


CALLS = [
    (path, method, mode)
    for path, operations in json.loads(training_description())["paths"].items()
    for method, operation in operations.items()
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or "requestBody" in operation
]


@pytest.mark.parametrize(("path", "method", "mode"), CALLS)
def test_the_service_keeps_its_promises(start: StartService, path: str, method: str, mode: GenerationMode) -> None:
    """Valid and invalid calls made from the description: only documented answers, of the documented shape."""
    service = start(per_minute=10_000_000)  # a ceiling that all these calls do not meet
    schema = schemathesis.openapi.from_asgi("/openapi.json", service.app, headers=HERE)
    operation = schema[path][method]

    # Each call goes through the whole application and is checked ten ways: half the usual count is already many.
    @settings(max_examples=settings().max_examples // 2)
    @given(case=operation.as_strategy(generation_mode=mode))
    def calls(case: Case[Any]) -> None:
        assume(mode is GenerationMode.NEGATIVE or not holds_float(case.body))
        case.call_and_validate(headers=HERE)

    calls()
