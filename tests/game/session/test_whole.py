"""Files are whole: old or new, whatever stops the writer."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.session.whole import DiskFullError, InTheWayError, NotAllowedError, sweep, write_whole

ROOT = Path(__file__).resolve().parents[3]


def test_a_file_is_replaced_and_the_one_before_kept(tmp_path: Path) -> None:
    """Nothing else is left in the folder."""
    path, before = tmp_path / "é a.json", tmp_path / "é a.previous.json"
    write_whole(path, b"one", previous=before)
    write_whole(path, b"two", previous=before)
    write_whole(path, b"three", previous=before)
    assert (path.read_bytes(), before.read_bytes()) == (b"three", b"two")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["é a.json", "é a.previous.json"]


def test_folders_are_made(tmp_path: Path) -> None:
    """The first save makes its folder."""
    write_whole(tmp_path / "a" / "b" / "c", b"x")
    assert (tmp_path / "a" / "b" / "c").read_bytes() == b"x"


def test_a_disk_without_second_names_copies_instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A USB stick knows no hard links."""

    def refuse(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    path, before = tmp_path / "a", tmp_path / "b"
    write_whole(path, b"one", previous=before)
    write_whole(path, b"two", previous=before)
    assert (path.read_bytes(), before.read_bytes()) == (b"two", b"one")


FULL = """
import resource, signal, sys
from pathlib import Path
from game.session.whole import DiskFullError, InTheWayError, write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
path = Path(sys.argv[1])
write_whole(path, b"a" * 900, previous=path.with_name("previous"))
try:
    write_whole(path, b"b" * 5000, previous=path.with_name("previous"))
except DiskFullError as error:
    print(error.needed, error.notice.word, dict(error.notice.params))
print(path.read_bytes() == b"a" * 900, sorted(file.name for file in path.parent.iterdir()))
"""


@pytest.mark.posix_only
def test_a_full_disk_leaves_the_file_and_names_what_to_free(tmp_path: Path) -> None:
    """The system itself refuses the bytes half-way: the old file stands, no part of the new one stays."""
    run = subprocess.run([sys.executable, "-c", FULL, str(tmp_path / "save.json")], cwd=ROOT, capture_output=True, text=True, check=True)
    said, whole = run.stdout.splitlines()
    assert said == f"5000 system.disk-full {{'folder': '{tmp_path.name}', 'size': '5'}}"
    assert whole == "True ['save.json']"


@pytest.mark.posix_only
def test_a_device_that_is_really_full(tmp_path: Path) -> None:
    """/dev/full refuses as a full disk does."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    full = tmp_path / f".save.json.{os.getpid()}.part"
    full.symlink_to("/dev/full")
    with pytest.raises(DiskFullError):
        write_whole(tmp_path / "save.json", b"x" * 100)
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    """It is said by a type of its own, with no path in it."""
    (tmp_path / "saves").write_text("not a folder")
    with pytest.raises(InTheWayError) as error:
        write_whole(tmp_path / "saves" / "a.json", b"x")
    assert error.value.notice.word == "system.write-in-the-way"
    assert str(tmp_path) not in str(error.value.notice)


def test_causes_are_told_apart() -> None:
    """A read-only disk is not a full one."""
    from game.session.whole import WriteFailedError, _cause

    folder = Path("saves")
    assert isinstance(_cause(OSError(28, ""), folder, 1), DiskFullError)
    assert isinstance(_cause(OSError(30, ""), folder, 1), NotAllowedError)
    failed = _cause(OSError(5, ""), folder, 1)
    assert isinstance(failed, WriteFailedError)
    assert failed.code == "EIO"


def test_what_a_killed_program_left_is_swept(tmp_path: Path) -> None:
    """And nothing else."""
    (tmp_path / ".a.json.1.part").write_text("half")
    (tmp_path / "a.json").write_text("whole")
    sweep(tmp_path)
    sweep(tmp_path / "nowhere")
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]


WRITER = """
import itertools, json, sys
from pathlib import Path
from game.session.whole import write_whole
path = Path(sys.argv[1])
for number in itertools.count(int(sys.argv[2])):
    write_whole(path, json.dumps({"number": number, "filler": str(number) * 3000}).encode(), previous=path.with_name("before"))
    print(number, flush=True)
"""


def kill_many(folder: Path, times: int) -> None:
    """Start a writer, kill it without warning at some moment, look at what it left; again and again."""
    path, last = folder / "save.json", 0
    for turn in range(times):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(last + 1)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        try:
            for _ in range(1 + turn % 5):
                writer.stdout.readline()
        finally:
            writer.send_signal(signal.SIGKILL)
            said = writer.stdout.read().split()
            writer.stdout.close()
            writer.wait()
        for name in ("save.json", "before"):
            if (folder / name).exists():
                held = json.loads((folder / name).read_bytes())
                assert held["filler"] == str(held["number"]) * 3000
        number = json.loads(path.read_bytes())["number"]
        assert number >= max([last + 1, *map(int, said[:-1])]), "what was said to be kept is there"
        last = number
        sweep(folder)


@pytest.mark.posix_only
def test_killed_without_warning(tmp_path: Path) -> None:
    """Whenever the blow falls, both files are whole and nothing that was kept is lost."""
    kill_many(tmp_path, 12)


@pytest.mark.posix_only
@pytest.mark.deep
def test_killed_without_warning_thousands_of_times(tmp_path: Path) -> None:
    """The same, long enough to meet every moment."""
    kill_many(tmp_path, 3000)
