"""The exercise's child process: it starts, says who it is, and dies with us."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reporting.client.send import ServiceError
from reporting.client.training import TrainingService
from tests.reporting.client.desks import PATIENCE, ROOT, training_command

HOLDER = """
import sys, time
from reporting.client.training import TrainingService
service = TrainingService(sys.argv[1:])
service.start()
print(service.process.pid, flush=True)
time.sleep(600)
"""


def gone(pid: int, seconds: float) -> bool:
    """Whether the process ends within `seconds`; 0 asks about now."""
    until, pause = time.monotonic() + seconds, threading.Event()
    while True:
        try:
            os.kill(pid, 0)
            stat = Path(f"/proc/{pid}/stat")  # one that ended and waits to be collected still has a number on Linux
            if stat.exists() and stat.read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        if time.monotonic() >= until:
            return False
        pause.wait(0.05)


def test_it_starts_speaks_and_stops(tmp_path: Path) -> None:
    """Its address is on this machine, its key is there to pin, and nothing is left running."""
    service = TrainingService(training_command(tmp_path), folder=ROOT)
    service.start()
    assert service.url.startswith("http://127.0.0.1:")
    assert len(service.operator_key) == 64
    assert len(service.wipe_token.reveal()) == 64
    assert service.wipe_token.reveal() not in repr(vars(service))
    process = service.process
    service.stop()
    assert process is not None
    assert process.poll() is not None
    assert not service.running


READY = {"mode": "training", "url": "x", "operator_key": "y", "wipe_token": "z"}
SAID = ["", "{}", json.dumps(READY | {"mode": "live"}), *(json.dumps({k: v for k, v in READY.items() if k != name}) for name in READY)]


@pytest.mark.parametrize("command", [["/nowhere/at all"], *([sys.executable, "-c", f"print({said!r})"] for said in SAID)])
def test_what_cannot_be_an_exercise_is_not_one(command: list[str]) -> None:
    """Nothing to start, nothing said, nonsense said, or a live service: each is one typed cause."""
    service = TrainingService(command)
    with pytest.raises(ServiceError) as caught:
        service.start()
    assert caught.value.cause == "cannot_start"
    assert service.process is None


def test_a_silent_child_is_given_up() -> None:
    """A child that never says that it is ready is ended after the time it was given."""
    service = TrainingService([sys.executable, "-c", "import sys; sys.stdin.read()"])
    with pytest.raises(ServiceError):
        service.start(seconds=0.3)
    assert service.process is None


@pytest.mark.posix_only
def test_it_dies_with_a_killed_parent(tmp_path: Path) -> None:
    """The parent is killed outright, without a word: the child is gone a moment later."""
    with subprocess.Popen([sys.executable, "-c", HOLDER, *training_command(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert not gone(child, 0)
        os.kill(parent.pid, signal.SIGKILL)
        parent.wait()
    assert gone(child, PATIENCE), "the exercise outlived the game"
