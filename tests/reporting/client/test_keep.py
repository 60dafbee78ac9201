"""Writing whole or not at all: killed at any moment, on a disk with no room, in a folder that refuses."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reporting.client.keep import TEMPORARY, DiskFullError, KeepError, cause_of, clear_parts, remove, write_whole
from tests.reporting.client.desks import ROOT

SMALL_DISK = """
import resource, sys
from pathlib import Path
from reporting.client.keep import DiskFullError, write_whole
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_whole(Path(sys.argv[1]), b"x" * 100_000)
except DiskFullError as error:
    print(error.cause, error.megabytes)
"""
WRITER = """
import sys
from pathlib import Path
from reporting.client.keep import write_whole
path = Path(sys.argv[1])
print("ready", flush=True)
while True:
    for letter in b"ab":
        write_whole(path, bytes([letter]) * 300_000)
"""


def test_it_is_written_and_replaced(tmp_path: Path) -> None:
    """The folder is made, the content is there, the second takes the place of the first, nothing else is left."""
    path = tmp_path / "dossier à moi" / "une chose"
    write_whole(path, b"un")
    write_whole(path, b"deux")
    assert path.read_bytes() == b"deux"
    assert [file.name for file in path.parent.iterdir()] == ["une chose"]


@pytest.mark.posix_only
def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    """Others of the machine have no right on it."""
    write_whole(tmp_path / "x", b"un")
    assert (tmp_path / "x").stat().st_mode & 0o077 == 0


@pytest.mark.posix_only
def test_no_room_leaves_the_old_one(tmp_path: Path) -> None:
    """A real limit on what may be written: a typed cause, what to free, the old content, no half file."""
    path = tmp_path / "x"
    write_whole(path, b"avant")
    done = subprocess.run([sys.executable, "-c", SMALL_DISK, str(path)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["disk_full", "1"]
    assert path.read_bytes() == b"avant"
    assert [file.name for file in tmp_path.iterdir()] == ["x"]


@pytest.mark.posix_only
def test_a_kill_leaves_one_whole(tmp_path: Path) -> None:
    """Killed outright again and again while it writes: always one whole content; what was half is cleared."""
    path = tmp_path / "x"
    for turn in range(6):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], cwd=ROOT, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            while not path.exists():
                os.sched_yield()
            for _ in range(turn * 400):
                path.stat()
            writer.kill()
        content = path.read_bytes()
        assert content in (b"a" * 300_000, b"b" * 300_000)
    clear_parts(tmp_path)
    assert not list(tmp_path.glob(f"*{TEMPORARY}"))


def test_a_folder_that_is_a_file_is_a_typed_cause(tmp_path: Path) -> None:
    """No system error comes through."""
    (tmp_path / "x").write_bytes(b"")
    with pytest.raises(KeepError) as caught:
        write_whole(tmp_path / "x" / "y", b"un")
    assert caught.value.cause == "not_written"


@pytest.mark.parametrize(("number", "cause"), [(13, "not_allowed"), (30, "not_allowed"), (28, "disk_full"), (5, "not_written")])
def test_each_system_error_has_its_cause(tmp_path: Path, number: int, cause: str) -> None:
    """Refused, read-only, full, broken."""
    found = cause_of(OSError(number, ""), tmp_path, 10)
    assert found.cause == cause
    assert isinstance(found, DiskFullError) == (cause == "disk_full")


def test_removing_what_is_not_there_is_fine(tmp_path: Path) -> None:
    """Twice gone is gone."""
    write_whole(tmp_path / "x", b"")
    remove(tmp_path / "x")
    remove(tmp_path / "x")
    assert list(tmp_path.iterdir()) == []
