"""The public routes: a report is taken once, found again with its receipt only, and taken back."""

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from reporting.protocol.model import Mode, canonical
from reporting.protocol.operator import SignedStatement, verify
from reporting.protocol.report import Accepted, new_idempotency_key
from reporting.protocol.sealing import open_reply
from reporting.protocol.status import CaseStatus, Problem, ProblemCode, SealedReply, StepKind
from tests.reporting.service.conftest import JSON, Service, StartService
from tests.reporting.service.people import NOON, SECRET, Person


def code(body: bytes) -> ProblemCode:
    """The code of a refusal."""
    return Problem.model_validate_json(body).code


def test_the_operator_proves_itself(service: Service) -> None:
    """The statement is signed, and says training."""
    signed = SignedStatement.model_validate_json(service.client.get("/api/operator").content)
    assert verify(signed, pinned=service.settings.statement.key, mode=Mode.TRAINING).mode is Mode.TRAINING


def test_a_report_is_taken_read_and_answered(service: Service) -> None:
    """201, then dated steps, and a reply that only the receipt opens and that says it was an exercise."""
    person = service.person()
    status, body = service.post("/api/reports", person.report())
    assert status == 201
    assert Accepted.model_validate_json(body) == Accepted(version=1, mode=Mode.TRAINING, stored=True, received=NOON, items=2)
    status, body = service.post("/api/status", person.proof())
    assert status == 200
    case = CaseStatus.model_validate_json(body)
    assert [(step.kind, step.at) for step in case.steps] == [
        (StepKind.RECEIVED, NOON),
        (StepKind.READ, NOON),
        (StepKind.ANSWER, NOON),
    ]
    text = open_reply(case.replies[0].sealed, person.keys).text
    assert text.startswith("C’est un exercice\u00a0: personne n’a reçu ce signalement.")


def test_the_reply_is_in_the_language_of_the_report(service: Service) -> None:
    """English for who wrote in English."""
    person = service.person()
    service.post("/api/reports", person.report(language="en"))
    case = CaseStatus.model_validate_json(service.post("/api/status", person.proof())[1])
    assert open_reply(case.replies[0].sealed, person.keys).text.startswith("This is an exercise: nobody")


def test_links_alone_make_a_report(service: Service) -> None:
    """A friend has no fingerprint to send."""
    assert service.post("/api/reports", service.person().report(items=0))[0] == 201


def test_the_same_report_again_gets_the_same_answer(service: Service) -> None:
    """A retry, even hours later, makes no second case and changes no word of the answer."""
    report = service.person().report()
    first = service.post("/api/reports", report)
    service.clock.step(hours=3)
    assert service.post("/api/reports", report) == first
    assert count(service) == 1


def test_retries_that_cross_each_other_make_one_case(service: Service) -> None:
    """Eight at once with the same key: eight times the same answer."""
    report = service.person().report()
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: service.post("/api/reports", report), range(8)))
    assert {status for status, _ in answers} <= {201, 503}
    assert len({body for status, body in answers if status == 201}) == 1
    assert count(service) == 1


def test_a_key_or_a_receipt_serves_once(service: Service) -> None:
    """The same key with other content, and the same receipt with another key, are refused; the first case is untouched."""
    person = service.person()
    first = person.report()
    service.post("/api/reports", first)
    other = service.person().report().model_copy(update={"idempotency": first.idempotency})
    status, body = service.post("/api/reports", other)
    assert (status, code(body)) == (409, ProblemCode.KEY_REUSED)
    again = first.model_copy(update={"idempotency": new_idempotency_key()})
    status, body = service.post("/api/reports", again)
    assert (status, code(body)) == (409, ProblemCode.RECEIPT_REUSED)
    assert count(service) == 1


def test_nobody_else_opens_a_case(service: Service) -> None:
    """A wrong proof and an unknown case get the very same answer."""
    person, stranger = service.person(), service.person()
    service.post("/api/reports", person.report())
    wrong = person.proof().model_copy(update={"verifier": stranger.keys.verifier.hex()})
    for path in ("/api/status", "/api/withdraw"):
        guessed, unknown = service.post(path, wrong), service.post(path, stranger.proof())
        assert guessed == unknown
        assert (guessed[0], code(guessed[1])) == (404, ProblemCode.NOT_FOUND)
    assert service.post("/api/status", person.proof())[0] == 200


def test_what_the_service_keeps_does_not_open_a_case(service: Service) -> None:
    """The stored hash is no proof."""
    person = service.person()
    service.post("/api/reports", person.report())
    stolen = person.proof().model_copy(update={"verifier": person.keys.verifier.hash()})
    assert service.post("/api/status", stolen)[0] == 404


def test_a_withdrawn_case_keeps_nothing_to_compare_or_to_read(service: Service) -> None:
    """Fingerprints and sealed part are gone, the case says so, and asking twice answers the same."""
    person = service.person()
    report = person.report()
    service.post("/api/reports", report)
    service.clock.step(minutes=5)
    first = service.post("/api/withdraw", person.proof())
    service.clock.step(minutes=5)
    assert service.post("/api/withdraw", person.proof()) == first
    case = CaseStatus.model_validate_json(first[1])
    assert case.withdrawn
    assert case.steps[-1].kind is StepKind.WITHDRAWN
    with service.engine.connect() as tx:
        for table in ("items", "sealed"):
            assert tx.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0
    assert service.post("/api/reports", report)[0] == 201  # a late retry of the withdrawn report revives nothing
    assert CaseStatus.model_validate_json(service.post("/api/status", person.proof())[1]).withdrawn


def test_the_other_mode_is_refused(service: Service) -> None:
    """A real report never enters training, whatever sent it there."""
    person = service.person()
    for path, shape in (("/api/reports", person.report()), ("/api/status", person.proof())):
        status, body = service.post(path, shape.model_copy(update={"mode": Mode.LIVE}))
        assert status == 422
        assert [wrong.field for wrong in Problem.model_validate_json(body).fields] == ["mode"]
    assert count(service) == 0


def test_wrong_fields_are_named_and_not_repeated(service: Service) -> None:
    """422 says where, never what."""
    body = json.loads(canonical(service.person().report()))
    body["context"] = SECRET
    body["items"][1]["quality"] = 12
    answer = service.client.post("/api/reports", content=json.dumps(body), headers=JSON)
    assert answer.status_code == 422
    fields = {wrong.field for wrong in Problem.model_validate_json(answer.content).fields}
    assert fields == {"context", "items.1.quality"}
    assert SECRET not in answer.text


def test_a_locked_store_is_said_and_nothing_is_half_written(service: Service) -> None:
    """Another program holds the file: 503 with a time to wait, and the same report is taken later."""
    report = service.person().report()
    holder = sqlite3.connect(service.settings.store_path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    answer = service.client.post("/api/reports", content=canonical(report), headers=JSON)
    assert (answer.status_code, code(answer.content)) == (503, ProblemCode.STORE)
    assert int(answer.headers["retry-after"]) > 0
    holder.execute("ROLLBACK")
    holder.close()
    assert count(service) == 0
    assert service.post("/api/reports", report)[0] == 201


def test_a_full_disk_is_said_and_nothing_is_half_written(start: StartService) -> None:
    """The store cannot grow: 503 once it is full, every acknowledged case is whole, the others are not there at all."""
    service = start(store_bytes=300 * 1024)
    stored, refused = [], 0
    for _ in range(60):
        person = service.person()
        status, body = service.post("/api/reports", person.report(items=40))
        if status == 201:
            stored.append(person)
        else:
            assert (status, code(body)) == (503, ProblemCode.STORE)
            refused += 1
    assert stored
    assert refused
    assert count(service) == len(stored)
    with service.engine.connect() as tx:
        assert tx.exec_driver_sql("SELECT count(*) FROM items").scalar_one() == 40 * len(stored)
    assert all(service.post("/api/status", person.proof())[0] == 200 for person in stored)


def test_an_answer_that_cannot_be_written_does_not_lose_the_report(start: StartService) -> None:
    """Taken while nobody reads inside; answered as soon as somebody does."""
    closed = start(reads=False)
    person = closed.person()
    assert closed.post("/api/reports", person.report())[0] == 201
    case = CaseStatus.model_validate_json(closed.post("/api/status", person.proof())[1])
    assert [step.kind for step in case.steps] == [StepKind.RECEIVED]
    opened = start()
    with opened.client:  # starting is enough
        assert opened.eventually(lambda: len(replies(opened, person)) == 1)


@pytest.mark.parametrize("hours", [23, 25])
def test_training_forgets_after_a_day(service: Service, hours: int) -> None:
    """Still there after 23 hours, gone after 25."""
    person = service.person()
    service.post("/api/reports", person.report())
    service.clock.step(hours=hours)
    assert service.post("/api/status", person.proof())[0] == (200 if hours < 24 else 404)
    assert count(service) == (1 if hours < 24 else 0)


def replies(service: Service, person: Person) -> tuple[SealedReply, ...]:
    """The replies of a case so far."""
    return CaseStatus.model_validate_json(service.post("/api/status", person.proof())[1]).replies


def count(service: Service) -> int:
    """How many cases are stored."""
    with service.engine.connect() as tx:
        return int(tx.exec_driver_sql("SELECT count(*) FROM cases").scalar_one())
