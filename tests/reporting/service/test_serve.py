"""A real child process: ready line, real socket, an end that follows its parent's, and nothing lost to a kill."""

from __future__ import annotations

import errno
import json
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from reporting.protocol.model import Mode, canonical
from reporting.protocol.operator import SignedStatement, verify
from reporting.protocol.report import Accepted, Report
from reporting.protocol.sealing import open_reply
from reporting.protocol.status import CaseStatus
from tests.reporting.service.conftest import JSON
from tests.reporting.service.people import SECRET, Person

ROOT = Path(__file__).parents[3]
PATIENCE = 60  # seconds for a child on a busy machine; a good run takes about one
COMMAND = [sys.executable, "-W", "error", "-m", "reporting.service", "--training", "--data"]


class Child:
    """A service process, as the game starts it."""

    def __init__(self, data: Path, *more: str) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, str(data), *more], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self.process.stderr.read().decode() if self.process.stderr else ""
        self.ready: dict[str, Any] = json.loads(line)
        # trust_env: no proxy of this machine stands between us and loopback
        self.http = httpx.Client(base_url=self.ready["url"], trust_env=False, timeout=PATIENCE)

    def person(self) -> Person:
        """Someone who has checked the operator against the key of the ready line."""
        signed = SignedStatement.model_validate_json(self.http.get("/api/operator").content)
        return Person(verify(signed, pinned=self.ready["operator_key"], mode=Mode.TRAINING).inside_key)

    def send(self, report: Report) -> httpx.Response:
        """One report."""
        return self.http.post("/api/reports", content=canonical(report), headers=JSON)

    def status(self, person: Person) -> httpx.Response:
        """Where the case stands."""
        return self.http.post("/api/status", content=canonical(person.proof()), headers=JSON)

    def end(self) -> int:
        """Close its standard input, as the end of the game does; its exit code."""
        self.http.close()
        assert self.process.stdin is not None
        self.process.stdin.close()
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """Nothing of it outlives the test."""
        self.http.close()
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with a space and accents."""
    return tmp_path / "données d’été"


@pytest.fixture
def children() -> Iterator[list[Child]]:
    """Every child a test starts; ended with it."""
    started: list[Child] = []
    yield started
    for child in started:
        child.close()


def test_the_whole_path_over_a_real_socket(data: Path, children: list[Child]) -> None:
    """Ready line, pinned operator, report, status, reply, wipe; then it ends when its parent does, and says nothing more."""
    child = Child(data)
    children.append(child)
    assert set(child.ready) == {"version", "mode", "url", "operator_key", "wipe_token"}
    assert child.ready["url"].startswith("http://127.0.0.1:")
    person = child.person()
    answer = child.send(person.report())
    assert answer.status_code == 201
    assert Accepted.model_validate_json(answer.content).mode is Mode.TRAINING
    case = CaseStatus.model_validate_json(child.status(person).content)
    assert "exercice" in open_reply(case.replies[0].sealed, person.keys).text
    token = {"authorization": f"Bearer {child.ready['wipe_token']}"}
    assert child.http.post("/api/training/wipe", headers=token).json()["cases"] == 1
    assert child.status(person).status_code == 404
    assert child.end() == 0
    assert child.process.stdout is not None
    assert child.process.stderr is not None
    said = child.process.stdout.read() + child.process.stderr.read()
    assert said == b""  # no access log, no address, no word of anybody
    assert SECRET.encode() not in b"".join(path.read_bytes() for path in data.iterdir())


def test_it_listens_on_this_machine_only(data: Path, children: list[Child]) -> None:
    """Loopback, and no other address of the machine."""
    child = Child(data)
    children.append(child)
    port = int(child.ready["url"].rsplit(":", 1)[1])
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing: asks which address would be used
            outside = probe.getsockname()[0]
        except OSError:
            return  # no other address: nothing to prove
    with pytest.raises(OSError, match=r".+"), socket.create_connection((outside, port), timeout=2):
        pass


@pytest.mark.posix_only
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_when_asked(data: Path, children: list[Child], how: signal.Signals) -> None:
    """SIGTERM and Ctrl+C are an ordinary end."""
    child = Child(data)
    children.append(child)
    child.process.send_signal(how)
    assert child.process.wait(PATIENCE) == 0


@pytest.mark.posix_only
def test_it_dies_with_a_game_that_is_killed(data: Path) -> None:
    """The parent is killed outright: its end of the pipe closes, and the service goes."""
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import subprocess, sys; subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE).wait()",
            *COMMAND,
            str(data),
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    )
    assert parent.stdout is not None
    with parent.stdout as said:
        assert said.readline()  # the ready line of the service, which shares this stream
        parent.kill()
        parent.wait(PATIENCE)
        assert said.read() == b""  # the stream ends when its last holder, the service, is gone


@pytest.mark.parametrize("arguments", [[], ["--training"], ["--data", "x"], ["--live", "--data", "x"]])
def test_only_training_is_offered(arguments: list[str]) -> None:
    """Live is not started from here; forgetting a part says which."""
    found = subprocess.run(
        [sys.executable, "-m", "reporting.service", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE
    )
    assert found.returncode == 2
    assert "--training" in found.stderr


def test_what_keeps_it_from_starting_is_said(tmp_path: Path) -> None:
    """A port that is taken, a store of another kind: a code on standard error, never a traceback."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        found = refused(tmp_path / "a", "--port", port)
    assert found.startswith("service.cannot-start ")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "training.sqlite3").write_text("not a store " * 1000)
    assert refused(tmp_path / "b") == "service.store"


def test_a_folder_that_cannot_be_written_is_not_taken_for_a_port(tmp_path: Path) -> None:
    """A file in the folder's way gives the system's number, under a code of its own."""
    (tmp_path / "a").write_text("")
    assert refused(tmp_path / "a" / "b") in {f"service.cannot-write {number}" for number in (errno.ENOTDIR, errno.EEXIST)}


def refused(data: Path, *more: str) -> str:
    """The last line of a service that does not start (its input stays open: it ends by itself)."""
    with subprocess.Popen(
        [*COMMAND, str(data), *more], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        assert process.wait(PATIENCE) == 2
        assert process.stderr is not None
        said = process.stderr.read().decode()
    assert "Traceback" not in said
    return said.splitlines()[-1]


def kill_and_count(data: Path, children: list[Child], after: int) -> int:
    """Report from two threads, kill the service outright once `after` reports were acknowledged, send all of them again.

    returns: how many were acknowledged before the kill. Each of those is there after it; each report is one case.
    """
    child = Child(data)
    children.append(child)
    people = [child.person() for _ in range(2)]
    sent: list[tuple[Person, Report]] = []
    acknowledged: dict[str, bytes] = {}
    enough = threading.Semaphore(0)

    def reporting(inside_key: str) -> None:
        with httpx.Client(base_url=child.ready["url"], trust_env=False, timeout=PATIENCE) as http:
            while True:
                person = Person(inside_key)
                report = person.report()
                sent.append((person, report))  # the outbox: kept before it is sent
                try:
                    answer = http.post("/api/reports", content=canonical(report), headers=JSON)
                except httpx.HTTPError:
                    return
                if answer.status_code == 201:
                    acknowledged[report.idempotency] = answer.content
                    enough.release()

    threads = [threading.Thread(target=reporting, args=(person.inside_key,)) for person in people]
    for thread in threads:
        thread.start()
    for _ in range(after):
        assert enough.acquire(timeout=PATIENCE)
    child.process.kill()
    for thread in threads:
        thread.join(PATIENCE)
    child.close()

    again = Child(data)
    children.append(again)
    for person, report in sent:
        if report.idempotency in acknowledged:
            assert again.status(person).status_code == 200, "an acknowledged report was lost"
    for person, report in sent:
        answer = again.send(report)
        assert answer.status_code == 201
        assert answer.content == acknowledged.get(report.idempotency, answer.content)
        assert again.send(report).content == answer.content
        assert CaseStatus.model_validate_json(again.status(person).content).steps
    token = {"authorization": f"Bearer {again.ready['wipe_token']}"}
    assert again.http.post("/api/training/wipe", headers=token).json()["cases"] == len(sent)
    assert again.end() == 0
    return len(acknowledged)


def test_a_kill_loses_nothing_that_was_acknowledged(data: Path, children: list[Child]) -> None:
    """And what was not acknowledged, sent again with the same key, is one case."""
    assert kill_and_count(data, children, 5) >= 5


@pytest.mark.deep
def test_kills_at_many_moments(data: Path, children: list[Child]) -> None:
    """The same, at twenty moments: from before the first answer, while the store is still opening, to the twentieth."""
    for after in range(20):
        kill_and_count(data, children, after)
