"""Live refuses to start without an operator that people can name; training and live cannot be taken for each other."""

from pathlib import Path

import pytest
from nacl.public import PrivateKey
from starlette.testclient import TestClient

from reporting.protocol.model import Mode
from reporting.protocol.operator import SignedStatement, sign, state, verify
from reporting.protocol.status import CaseStatus, StepKind
from reporting.service.app import build_app
from reporting.service.settings import (
    NamedOperator,
    OperatorIncompleteError,
    OperatorUnprovenError,
    Settings,
    live_settings,
    training_settings,
)
from reporting.service.store.cases import Cases
from reporting.service.store.errors import WrongStoreError
from reporting.service.store.opening import open_engine
from tests.reporting.service.conftest import JSON
from tests.reporting.service.people import NOON, Person, SteppedClock

SEED = bytes([5] * 32)
INSIDE = PrivateKey(bytes([6] * 32))
SAID = {"name": "Association d’essai", "legal_basis": "mission d’essai", "contact": "contact@exemple.test"}


def signed(mode: Mode = Mode.LIVE, **other: str) -> SignedStatement:
    """What the test operator signs, elsewhere, with a key the service never sees."""
    said = SAID | other
    return sign(state(mode=mode, inside_key=bytes(INSIDE.public_key).hex(), issued=NOON, **said), SEED)


def live(tmp_path: Path, **other: str) -> Settings:
    """Complete live settings, some of them replaced."""
    given = SAID | {"operator_key": signed().key} | other
    return live_settings(tmp_path, NamedOperator(**given), signed())


@pytest.mark.parametrize("field", ["name", "legal_basis", "contact", "operator_key"])
def test_live_names_each_setting_that_is_missing(tmp_path: Path, field: str) -> None:
    """Empty or blank: refused by name, before anything is opened."""
    for empty in ("", "  "):
        with pytest.raises(OperatorIncompleteError) as caught:
            live(tmp_path, **{field: empty})
        assert caught.value.missing == (field,)
    with pytest.raises(OperatorIncompleteError) as caught:
        live_settings(tmp_path, NamedOperator("", "", "", ""), None)
    assert caught.value.missing == ("name", "legal_basis", "contact", "operator_key", "statement")


def test_live_believes_a_statement_no_more_than_a_client_would(tmp_path: Path) -> None:
    """Another key, other words, another mode, a training service with a live statement: refused."""
    with pytest.raises(OperatorUnprovenError):
        live(tmp_path, operator_key="ab" * 32)
    with pytest.raises(OperatorUnprovenError):
        live(tmp_path, name="Une autre")
    with pytest.raises(OperatorUnprovenError):
        live_settings(tmp_path, NamedOperator(**SAID, operator_key=signed().key), signed(Mode.TRAINING))
    with pytest.raises(OperatorUnprovenError):
        training_settings(tmp_path, signed())


def test_the_two_modes_never_share_a_store(tmp_path: Path) -> None:
    """Other files, and a file of one mode is refused by the other even under its name."""
    training = training_settings(tmp_path, signed(Mode.TRAINING))
    assert training.store_path != live(tmp_path).store_path
    open_engine(training.store_path, Mode.TRAINING, max_bytes=1 << 24, wait_seconds=1).dispose()
    with pytest.raises(WrongStoreError):
        open_engine(training.store_path, Mode.LIVE, max_bytes=1 << 24, wait_seconds=1)


def test_a_live_service_proves_its_pinned_operator_and_takes_live_reports_only(tmp_path: Path) -> None:
    """The whole live path, with a test operator: signed mode, no wipe route, no automatic answer, nothing forgotten."""
    settings, clock = live(tmp_path), SteppedClock()
    engine = open_engine(settings.store_path, Mode.LIVE, max_bytes=1 << 24, wait_seconds=1)
    cases = Cases(engine, Mode.LIVE)
    app = build_app(settings, clock=clock, cases=lambda: cases, wipe_token="t")
    client = TestClient(app, base_url="http://127.0.0.1")
    answer = SignedStatement.model_validate_json(client.get("/api/operator").content)
    inside_key = verify(answer, pinned=signed().key, mode=Mode.LIVE).inside_key
    person = Person(inside_key, Mode.LIVE)
    for mode, expected in ((Mode.TRAINING, 422), (Mode.LIVE, 201)):
        report = person.report().model_copy(update={"mode": mode})
        assert client.post("/api/reports", content=report.model_dump_json(), headers=JSON).status_code == expected
    assert client.post("/api/training/wipe", headers={"authorization": "Bearer t"}).status_code == 404
    clock.step(days=400)
    shown = client.post("/api/status", content=person.proof().model_dump_json(), headers=JSON)
    assert [step.kind for step in CaseStatus.model_validate_json(shown.content).steps] == [StepKind.RECEIVED]
    cases.close()
