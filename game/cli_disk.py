"""What to say when a disk refuses: that it is full, that it may not be written to, or that a file is in the way; where, and what to do.

Room: game/cli. The game's own saves have words of their own (`game/session/whole.py`); these are for what a command writes.
Imported only once something is wrong.
"""

import contextlib
import errno
import shutil
from pathlib import Path

from game.content.words import Words

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
IN_THE_WAY = frozenset({errno.ENOTDIR, errno.EEXIST, errno.EISDIR})
_WINDOWS_FULL = 112


def disk_trouble(error: OSError, folder: Path, words: Words, *, option: str, needed_mb: int) -> str:
    """Words for what the disk refused.

    folder:    what the command was to write in
    option:    what chooses another folder, as it is typed
    needed_mb: how much room the command wants, in MB
    """
    number = error.errno or 0
    if number in FULL or getattr(error, "winerror", None) == _WINDOWS_FULL:
        return words("cli.disk.full", folder=folder, free=_free_mb(folder), size=needed_mb, option=option)
    if number in FORBIDDEN:
        return words("cli.disk.refused", folder=folder, option=option)
    if number in IN_THE_WAY:
        return words("cli.disk.file", file=_in_the_way(folder) or folder, option=option)
    return words("cli.disk.failed", folder=folder, code=errno.errorcode.get(number, type(error).__name__), option=option)


def fullest(*folders: Path) -> Path:
    """The one whose disk has the least room: a full disk does not say which it is."""
    return min(folders, key=_free_mb)


def _free_mb(folder: Path) -> int:
    """Room left on the disk of `folder`, which may not exist yet; 0 where nobody can tell."""
    for place in (folder, *folder.absolute().parents):
        with contextlib.suppress(OSError):
            return shutil.disk_usage(place).free // 1_000_000
    return 0


def _in_the_way(folder: Path) -> Path | None:
    """The file that stands where a folder is needed."""
    return next((place for place in (folder, *folder.parents) if place.is_file()), None)
