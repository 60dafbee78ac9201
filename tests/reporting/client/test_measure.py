"""The measuring process: limited, killed when it must be, never told apart by what it is called, never trusted."""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path

import pytest

from reporting.client.measure import CancelledError, MeasureError, measure, path_of
from reporting.client.secret import Hidden
from reporting.fingerprint import fingerprint_image

GOOD = {"result": {"pdq": "a" * 64, "quality": 90, "md5": "b" * 32, "sha256": "c" * 64}}


def nothing(_percent: int) -> None:
    """Nobody listens to the progress."""


def saying(*lines: object, then: str = "") -> list[str]:
    """A stand-in for the process, that says these lines, then does something."""
    text = "".join(json.dumps(line) + "\n" if not isinstance(line, str) else line for line in lines)
    return [sys.executable, "-c", f"import sys, os; sys.stdin.read(); sys.stdout.write({text!r}); sys.stdout.flush(); {then}"]


def cause(command: list[str], seconds: float = 30.0) -> str:
    """Why this process gave no fingerprint."""
    with pytest.raises(MeasureError) as caught:
        measure(Hidden("/x"), progress=nothing, cancel=threading.Event(), seconds=seconds, command=command)
    return caught.value.cause


def test_it_is_the_fingerprint_of_the_file(photograph: Path) -> None:
    """The same as in this process, with progress that only grows; a path with spaces, accents and quotes around it."""
    told: list[int] = []
    prints = measure(Hidden(f'  "{photograph}" '), progress=told.append, cancel=threading.Event())
    mine = fingerprint_image(photograph)
    assert (prints.pdq, prints.quality, prints.md5, prints.sha256) == (mine.pdq, mine.quality, mine.md5, mine.sha256)
    assert told == sorted(told)
    assert told


@pytest.mark.posix_only
def test_the_path_is_on_no_command_line(photograph: Path, tmp_path: Path) -> None:
    """Any program of the machine can read command lines and environments: the path is only on standard input."""
    spy = (
        "import sys, os, json; asked = json.loads(sys.stdin.readline()); "
        f"open({str(tmp_path / 'seen')!r}, 'w').write(repr(sys.argv) + repr(dict(os.environ))); "
        f"print({json.dumps(GOOD)!r})"
    )
    measure(Hidden(str(photograph)), progress=nothing, cancel=threading.Event(), command=[sys.executable, "-c", spy])
    assert photograph.name not in (tmp_path / "seen").read_text(encoding="utf-8")


@pytest.mark.parametrize("then", ["os.abort()", "os._exit(3)", "pass"])
def test_a_crash_is_a_cause(then: str) -> None:
    """Ended by a fault, by an exit or without an answer."""
    assert cause(saying({"progress": 0.2}, then=then)) == "crashed"


def test_too_slow_is_a_cause() -> None:
    """After its time it is killed."""
    hangs = saying({"progress": 0.2}, then="import threading; threading.Event().wait()")
    assert cause(hangs, seconds=1.0) == "too_slow"


@pytest.mark.parametrize("line", [
    "not json\n", [], {"result": {"pdq": "a" * 64}}, {"result": {**GOOD["result"], "pdq": "Z" * 64}},
    {"result": {**GOOD["result"], "quality": 900}}, {"result": {**GOOD["result"], "md5": "/photos/secret.jpg"}},
    {"error": {"cause": "/photos/secret.jpg"}}, "x" * 200_000])
def test_nothing_strange_is_believed(line: object) -> None:
    """A process taken over by the file it read cannot smuggle anything into a report."""
    assert cause(saying(line)) == "crashed"


def test_a_known_cause_comes_through() -> None:
    """What the fingerprint found."""
    assert cause(saying({"error": {"cause": "bomb", "width": 1}})) == "bomb"


def test_cancel_kills_at_once() -> None:
    """Set while it works: the process is gone and nothing is answered."""
    cancel = threading.Event()
    hangs = saying({"progress": 0.5}, then="import threading; threading.Event().wait()")
    with pytest.raises(CancelledError):
        measure(Hidden("/x"), progress=lambda _percent: cancel.set(), cancel=cancel, command=hangs)


def test_what_is_dropped_or_typed_becomes_a_path(tmp_path: Path) -> None:
    """Quotes, a file:// address with %20, a home folder; a relative path is made absolute."""
    spaced = tmp_path / "à moi.jpg"
    assert path_of(f"'{spaced}'") == str(spaced)
    assert path_of(spaced.as_uri()) == str(spaced)
    assert path_of("~") == str(Path.home())
    assert Path(path_of("x.jpg")) == Path(os.getcwd()) / "x.jpg"  # noqa: PTH109


def test_an_empty_path_is_missing() -> None:
    """Nothing typed: nothing is started."""
    with pytest.raises(MeasureError) as caught:
        measure(Hidden("  "), progress=nothing, cancel=threading.Event())
    assert caught.value.cause == "missing"
