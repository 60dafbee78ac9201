"""Read a source once, whole, without ever waiting on something that is not a file.

Room: reporting/fingerprint, its only module that opens a path. Nothing is written, and the path goes no further.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from reporting.fingerprint.errors import Empty, FileTooBig, IsFolder, Missing, NotAFile, NotAllowed, ReadFailed

# A 200-megapixel JPEG is about 80 MB; an uncompressed 100-megapixel RGB picture 300 MB.
MAX_BYTES = 400_000_000

Source = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO


def read_source(source: Source, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a path, of bytes, or of a binary file from where it stands (it is left open, at its end).

    raises: Missing, IsFolder, NotAFile, NotAllowed, ReadFailed (paths and files), Empty, FileTooBig.
            TypeError for anything else, a text file included.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        if len(source) > limit:
            raise FileTooBig(len(source), limit)
        data = bytes(source)
    elif isinstance(source, str | os.PathLike):
        data = _read_path(os.fspath(source), limit)
    elif hasattr(source, "read"):
        data = _read_file(source, limit)
    else:
        raise TypeError(f"a source is a path, bytes or a binary file, not {type(source).__name__}")
    if not data:
        raise Empty
    return data


def _read_path(path: str, limit: int) -> bytes:
    # Without O_NONBLOCK a pipe put in the place of a file between look and open would hold us for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        _refuse_other_kinds(Path(path).stat().st_mode)
        with os.fdopen(os.open(path, flags), "rb") as file:
            seen = os.fstat(file.fileno())
            _refuse_other_kinds(seen.st_mode)
            if seen.st_size > limit:
                raise FileTooBig(seen.st_size, limit)
            return _read_file(file, limit)
    except (FileNotFoundError, NotADirectoryError):
        raise Missing("no such file") from None
    except PermissionError:
        raise NotAllowed("the system refused") from None
    except OSError as error:
        raise ReadFailed(errno.errorcode.get(error.errno or 0, "unknown")) from None
    except ValueError as error:
        if isinstance(error, IsFolder | NotAFile | FileTooBig | ReadFailed):
            raise
        raise Missing("no file can have that name") from None  # a NUL in the path


def _refuse_other_kinds(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsFolder("a folder")
    if not stat.S_ISREG(mode):
        raise NotAFile("a device, pipe or socket")


def _read_file(file: BinaryIO, limit: int) -> bytes:
    try:
        data = file.read(limit + 1)
    except OSError as error:
        raise ReadFailed(errno.errorcode.get(error.errno or 0, "unknown")) from None
    if not isinstance(data, bytes):
        raise TypeError(f"a source file gives bytes; this one gave {type(data).__name__}")
    if len(data) > limit:
        raise FileTooBig(len(data), limit)
    return data
