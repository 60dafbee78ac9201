"""Writing a file whole or not at all, and saying why it could not be written.

Room: reporting/client. A kill at any moment leaves the old file or the new one, never half of one; a full disk leaves the old.
"""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from reporting.client.choices import DiskCause

TEMPORARY = ".part"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
MEGABYTE = 1_000_000


class KeepError(Exception):
    """Something could not be kept on, or read from, this device. `cause` finds the words."""

    def __init__(self, cause: DiskCause) -> None:
        super().__init__(cause)
        self.cause = cause


class DiskFullError(KeepError):
    """There is no room: `megabytes` (at least 1) have to be freed on the disk that holds `folder`."""

    def __init__(self, megabytes: int) -> None:
        super().__init__("disk_full")
        self.megabytes = megabytes


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` at `path`, readable by this user only; on the disk when this returns.

    raises: `DiskFullError`, `KeepError` not_allowed or not_written; what was there before is untouched.
    """
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}{TEMPORARY}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise cause_of(error, path.parent, len(content)) from None


def remove(path: Path) -> None:
    """Take a file away, for good, now. raises: `KeepError`; nothing when it was not there."""
    try:
        path.unlink(missing_ok=True)
        sync_folder(path.parent)
    except OSError as error:
        raise cause_of(error, path.parent, 0) from None


def clear_parts(folder: Path, name: str = "") -> None:
    """Take away what a kill left half-written; with `name`, of that file only."""
    with suppress(OSError):
        for part in folder.glob(f"{name}*{TEMPORARY}"):
            part.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make a rename durable; Windows and some network disks do it by themselves."""
    if os.name == "nt" or not folder.is_dir():
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def cause_of(error: OSError, folder: Path, size: int) -> KeepError:
    """The typed cause of a system error."""
    if error.errno in _FULL or getattr(error, "winerror", None) == 112:
        with suppress(OSError):
            missing = size - shutil.disk_usage(folder).free
            return DiskFullError(max(1, -(-missing // MEGABYTE)))
        return DiskFullError(1)
    return KeepError("not_allowed" if error.errno in _REFUSED else "not_written")
