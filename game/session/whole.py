"""Files written whole or not at all, whatever stops the program and however full the disk is.

Room: game/session. The new bytes are written beside the file, pushed to the disk, then take its name in one step; the
name change itself is pushed too. A file that was there before can be kept as the previous one.
Read first: `write_whole`.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
import time
from pathlib import Path

from game.session.notices import Notice, notice

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_IN_THE_WAY = {errno.ENOTDIR, errno.EEXIST}


class NotKeptError(Exception):
    """Something could not be written; what was there before is untouched. `notice` says what to do."""

    def __init__(self, said: Notice) -> None:
        """Carry the sentence for the person."""
        super().__init__(said.word)
        self.notice = said


class DiskFullError(NotKeptError):
    """There is no room left: `needed` bytes were wanted on the disk that holds `folder`."""

    def __init__(self, folder: Path, needed: int) -> None:
        """Name what to free: a folder, and how much."""
        self.folder, self.needed = folder, needed
        super().__init__(notice("system.disk-full", folder=folder.name, size=f"{max(1, -(-needed // 1024))}"))


class NotAllowedError(NotKeptError):
    """The system refuses to write in `folder` (read-only, or it belongs to somebody else)."""

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        self.folder = folder
        super().__init__(notice("system.write-refused", folder=folder.name))


class InTheWayError(NotKeptError):
    """A file stands where `folder` should be."""

    def __init__(self, folder: Path) -> None:
        """Name what is in the way."""
        self.folder = folder
        super().__init__(notice("system.write-in-the-way", folder=folder.name))


class WriteFailedError(NotKeptError):
    """The disk failed in another way; `code` is the system's name for it."""

    def __init__(self, folder: Path, code: str) -> None:
        """Name the folder and the system's own code."""
        self.folder, self.code = folder, code
        super().__init__(notice("system.write-failed", folder=folder.name, code=code))


def write_whole(path: Path, data: bytes, *, previous: Path | None = None) -> None:
    """Put `data` in `path`; a reader finds the old bytes or the new ones, never a part.

    previous: where to keep the file that is being replaced, itself written whole.
    raises:   DiskFullError, NotAllowedError or WriteFailedError; then `path` is as it was.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write(beside, data)
            if previous is not None and path.exists():
                _keep_as(path, previous)
            _rename(beside, path)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
        _push_folder(path.parent)
    except OSError as error:
        raise _cause(error, path.parent, len(data)) from error


def sweep(folder: Path) -> None:
    """Remove what a killed program left half-written in `folder`. Never raises: it is only tidying."""
    with contextlib.suppress(OSError):
        for left in folder.glob(".*.part"):
            with contextlib.suppress(OSError):
                left.unlink()


def _write(path: Path, data: bytes) -> None:
    with open(path, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        file.write(data)
        file.flush()
        _push(file.fileno())


def _push(handle: int) -> None:
    """Push bytes to the disk itself. On macOS `fsync` stops at the drive's own memory; the stronger call is not known to every drive."""
    if sys.platform == "darwin":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def _keep_as(path: Path, previous: Path) -> None:
    """Give the file a second name; where the disk knows no second names, copy it. `path` never goes missing."""
    spare = previous.with_name(f".{previous.name}.{os.getpid()}.part")
    try:
        spare.unlink(missing_ok=True)
        try:
            os.link(path, spare)
        except OSError as error:
            if error.errno in _FULL:
                raise
            shutil.copyfile(path, spare)
        _rename(spare, previous)
    finally:
        with contextlib.suppress(OSError):
            spare.unlink(missing_ok=True)


def _rename(old: Path, new: Path) -> None:
    """Rename in one step. On Windows a virus scanner may hold the file for a moment: try again a few times."""
    for wait in (0.01, 0.05, 0.2) if sys.platform == "win32" else ():
        try:
            old.replace(new)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    old.replace(new)


def _push_folder(folder: Path) -> None:
    """Push a changed name to the disk. Windows has no such call, and some network disks refuse it: the bytes are safe."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _cause(error: OSError, folder: Path, needed: int) -> NotKeptError:
    if error.errno in _FULL:
        return DiskFullError(folder, needed)
    if error.errno in _FORBIDDEN:
        return NotAllowedError(folder)
    if error.errno in _IN_THE_WAY:
        return InTheWayError(folder)
    return WriteFailedError(folder, errno.errorcode.get(error.errno or 0, "?"))
