"""The process of its own: one request, one answer, limits that hold, and nothing said that should not be."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from reporting.fingerprint import fingerprint_image
from reporting.fingerprint.limits import MEBIBYTE, Limits
from reporting.fingerprint.worker import command, folder, request_for
from tests.reporting.fingerprint.made import saved, tall_jpeg, whole_files

JPEG = whole_files()["jpeg"]
LARGE = saved(Image.new("RGB", (8000, 7000), (90, 120, 150)), "PNG", compress_level=1)  # 56 megapixels in 250 kB


def asked(request: bytes) -> tuple[list[dict[str, Any]], int]:
    """What the worker said to a request, and how it ended. It says nothing on stderr."""
    done = subprocess.run(command(), input=request, capture_output=True, cwd=folder(), timeout=60, check=False)
    assert done.stderr == b""
    return [json.loads(line) for line in done.stdout.splitlines()], done.returncode


def test_path_and_bytes_are_answered_with_the_same_fingerprint(tmp_path: Path) -> None:
    """Limits first, then progress, then what `fingerprint_image` gives; no pHash, no path."""
    path = tmp_path / "prénom à la mer.jpg"
    path.write_bytes(JPEG)
    found = fingerprint_image(JPEG)
    for source in (path, JPEG):
        lines, code = asked(request_for(source))
        assert code == 0
        assert lines[-1] == {"result": {"pdq": found.pdq, "quality": found.quality, "md5": found.md5, "sha256": found.sha256}}
        shares = [line["progress"] for line in lines[1:-1]]
        assert shares == sorted(shares)
        assert shares[-1] == 1.0
        assert "mer" not in json.dumps(lines)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere not all of these can be set")
def test_what_is_limited_is_said() -> None:
    """On Linux all of it."""
    lines, _ = asked(request_for(JPEG))
    assert lines[0] == {"limited": ["memory", "processor", "core", "written", "open"]}


def test_a_refusal_is_an_answer(tmp_path: Path) -> None:
    """The cause and what was given, and exit 0."""
    lines, code = asked(request_for(JPEG[:900]))
    assert code == 0
    assert lines[-1] == {"error": {"cause": "truncated", "found": "JPEG", "size": 900}}
    lines, code = asked(request_for(tmp_path / "prenom.jpg"))
    assert lines[-1] == {"error": {"cause": "missing", "reason": "no such file"}}


@pytest.mark.parametrize(
    "request_line",
    [b"", b"\n", b"[]\n", b"{}\n", b'{"version": 2, "path": "x"}\n', b'{"version": 1}\n', b'{"version": 1, "path": 3}\n',
     b'{"version": 1, "bytes": -1}\n', b'{"version": 1, "path": "x", "odd": 1}\n', b'{"version": 1, "path": "' + b"x" * 80_000],
)  # fmt: skip
def test_a_request_it_does_not_understand(request_line: bytes) -> None:
    """Is said to be one, without being repeated."""
    lines, code = asked(request_line)
    assert code == 0
    assert lines[-1]["error"]["cause"] == "bad_request"


def test_fewer_bytes_than_announced() -> None:
    """Is a failed reading, not a truncated picture."""
    lines, _ = asked(request_for(JPEG)[:-10])
    assert lines[-1]["error"]["cause"] == "read_failed"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory limit")
def test_the_memory_limit_holds() -> None:
    """A picture that needs more than it may have gets a cause, and the caller loses nothing."""
    lines, code = asked(request_for(LARGE, Limits(memory=260 * MEBIBYTE)))
    assert code == 0
    assert lines[-1]["error"]["cause"] == "no_memory"


@pytest.mark.posix_only
def test_the_processor_limit_ends_it() -> None:
    """A picture that takes more than its seconds is ended by the system: no last line, and a code that says so."""
    lines, code = asked(request_for(LARGE, Limits(seconds=1)))
    assert code in (-signal.SIGXCPU, -signal.SIGKILL)
    assert {key for line in lines for key in line} == {"limited", "progress"}


def test_it_may_be_killed_at_any_moment(tmp_path: Path) -> None:
    """Killed before, during and after; nothing is left on disk beside the picture."""
    path = tmp_path / "large.jpg"
    path.write_bytes(tall_jpeg(8000, 300))
    for lines in range(4):
        with subprocess.Popen(command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder()) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(request_for(path))
            process.stdin.close()
            for _ in range(lines):
                process.stdout.readline()
            process.kill()
    assert [one.name for one in tmp_path.iterdir()] == ["large.jpg"]


def test_it_imports_nothing_it_does_not_need() -> None:
    """The room itself costs no NumPy, Pillow or imagehash until a picture comes."""
    code = "import sys, reporting.fingerprint.worker; print(sorted({'numpy', 'PIL', 'imagehash', 'pillow_heif'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=folder(), check=True)
    assert done.stdout.strip() == "[]"
