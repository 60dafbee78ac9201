"""What the file holds: nothing readable, nothing of anybody, and nothing left of what was forgotten."""

from pathlib import Path

from sqlalchemy import inspect

from reporting.protocol.report import Report
from reporting.service.store.tables import METADATA
from tests.reporting.service.conftest import Service
from tests.reporting.service.people import SECRET, Person


def raw(service: Service) -> bytes:
    """Every byte in the folder of the store, log included."""
    return b"".join(path.read_bytes() for path in sorted(service.settings.data.iterdir()) if path.is_file())


def take(service: Service) -> tuple[Person, Report]:
    """A report taken and answered."""
    person = service.person()
    report = person.report()
    service.client.headers["user-agent"] = "Agent-Reconnaissable/7.3"
    assert service.post("/api/reports", report)[0] == 201
    assert service.post("/api/status", person.proof())[0] == 200
    return person, report


def test_the_file_names_nobody_and_reads_nothing(service: Service) -> None:
    """No word of the sealed part, no verifier, no seed, no address, no program: only what was sent in clear."""
    person, report = take(service)
    kept = raw(service)
    assert report.items[0].pdq is not None
    assert report.items[0].pdq.encode() in kept  # the search below does look in the right place
    for hidden in (
        SECRET,
        "exercice",
        person.keys.verifier.hex(),
        person.keys.seed.reveal().hex(),
        "127.0.0.1",
        "testclient",
        "Agent-Reconnaissable",
        service.keys.inside_secret.hex(),
    ):
        assert hidden.encode() not in kept
    assert person.keys.verifier.reveal() not in kept
    assert person.keys.seed.reveal() not in kept


def test_no_column_is_made_for_a_person(service: Service) -> None:
    """No table has a place for an address, a program, a name or a session."""
    columns = {column.name for table in METADATA.tables.values() for column in table.columns}
    assert not columns & {"ip", "address", "host", "user_agent", "name", "email", "session", "cookie", "client"}
    assert set(inspect(service.engine).get_table_names()) == set(METADATA.tables) | {"alembic_version"}


def test_what_is_withdrawn_leaves_the_file(service: Service) -> None:
    """Fingerprints and sealed part are overwritten, in the file and in its log."""
    person, report = take(service)
    assert service.post("/api/withdraw", person.proof())[0] == 200
    assert_gone(service, report)


def test_what_is_forgotten_after_a_day_leaves_the_file(service: Service) -> None:
    """The same, for the whole case."""
    person, report = take(service)
    service.clock.step(hours=25)
    assert service.post("/api/status", person.proof())[0] == 404
    assert_gone(service, report)
    assert report.locator.encode() not in raw(service)


def test_what_is_wiped_leaves_the_file(service: Service) -> None:
    """The same, on demand, and the file is small again."""
    reports = [take(service)[1] for _ in range(20)]
    service.cases.compact()  # until now most of it was in the log
    before = size(service.settings.store_path)
    assert service.cases.wipe() == 20
    for report in reports:
        assert_gone(service, report)
    assert size(service.settings.store_path) < before
    assert take(service)  # and it still works


def size(path: Path) -> int:
    """Bytes of the file."""
    return path.stat().st_size


def assert_gone(service: Service, report: Report) -> None:
    """Nothing of what was to be compared or read is left anywhere."""
    kept = raw(service)
    for item in report.items:
        assert item.pdq is not None
        assert item.pdq.encode() not in kept
    assert report.sealed[:200].encode() not in kept
