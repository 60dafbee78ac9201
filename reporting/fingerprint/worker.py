"""The same fingerprint in a process of its own, limited, that may be killed at any moment: `python -m reporting.fingerprint`.

Room: reporting/fingerprint. One request in, one answer out, over pipes; nothing is written to disk, so a kill leaves nothing.
The answer holds fingerprints or a cause; never the path, a name, a pixel or a traceback.

stdin:  one JSON line, {"version": 1, "path": "…"} or {"version": 1, "bytes": N} and then N raw bytes;
        optional "memory" (bytes) and "seconds" (processor time) lower the limits.
stdout: JSON lines: {"limited": ["memory", …]}, any number of {"progress": 0.6}, then one of
        {"result": {"pdq": …, "quality": …, "md5": …, "sha256": …}} or {"error": {"cause": "truncated", …}}.
exit:   0 once it has answered. With no last line the process was ended: by the processor limit (SIGXCPU), by the caller, or by
        a fault in a decoder.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from reporting.fingerprint.errors import FileTooBig, PictureError, ReadFailed
from reporting.fingerprint.limits import Limits, limit_this_process

VERSION = 1
LONGEST_REQUEST = 70_000  # bytes; the longest path of any system, spelled in JSON escapes, fits


def command() -> list[str]:
    """What to start; give it `folder()` as its working folder, so that it finds this very package."""
    return [sys.executable, "-m", "reporting.fingerprint"]


def folder() -> Path:
    """The folder that holds the package `reporting`."""
    return Path(__file__).resolve().parents[2]


def request_for(source: str | os.PathLike[str] | bytes, limits: Limits | None = None) -> bytes:
    """What to write to the worker's stdin: all of it, then close."""
    asked: dict[str, object] = {"version": VERSION}
    if limits is not None:
        asked |= {"memory": limits.memory, "seconds": limits.seconds}
    if isinstance(source, bytes):
        return json.dumps(asked | {"bytes": len(source)}).encode() + b"\n" + source
    return json.dumps(asked | {"path": os.fspath(source)}).encode() + b"\n"


def serve_one(given: BinaryIO, answer: BinaryIO) -> None:
    """Read one request, set the limits, answer."""

    def say(**line: object) -> None:
        answer.write(json.dumps(line).encode() + b"\n")
        answer.flush()

    try:
        source, limits = _request(given)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        say(error={"cause": "bad_request", "kind": type(error).__name__})
        return
    say(limited=limit_this_process(limits))
    try:
        say(result=_measured(source, given, _by_per_cents(lambda share: say(progress=share))))
    except PictureError as error:
        say(error={"cause": error.cause, **error.facts()})
    except MemoryError:
        say(error={"cause": "no_memory"})
    except BrokenPipeError:
        return  # nobody listens any more
    except Exception as error:  # noqa: BLE001 (a traceback on stderr could hold the path; the kind of error cannot)
        say(error={"cause": "crashed", "kind": type(error).__name__})


def _by_per_cents(say: Callable[[float], None]) -> Callable[[float], None]:
    """Pass progress on when it has grown by a whole per cent."""
    last = -1

    def tell(share: float) -> None:
        nonlocal last
        if int(share * 100) > last:
            last = int(share * 100)
            say(last / 100)

    return tell


def _request(given: BinaryIO) -> tuple[str | int, Limits]:
    """The path, or the number of bytes that follow; and the limits."""
    asked = json.loads(given.readline(LONGEST_REQUEST))
    if asked.pop("version") != VERSION:
        raise ValueError("unknown version")
    most = Limits()
    limits = Limits(min(int(asked.pop("memory", most.memory)), most.memory), min(int(asked.pop("seconds", most.seconds)), most.seconds))
    ((name, value),) = asked.items()
    if name == "path" and isinstance(value, str):
        return value, limits
    if name == "bytes" and type(value) is int and value >= 0:
        return value, limits
    raise ValueError("neither a path nor a number of bytes")


def _measured(source: str | int, given: BinaryIO, tell: Callable[[float], None]) -> dict[str, str | int]:
    # One thread is enough for such small products, and each more would reserve memory that the limit counts.
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
    from reporting.fingerprint.image import fingerprint_image
    from reporting.fingerprint.source import MAX_BYTES

    if isinstance(source, int):
        if source > MAX_BYTES:
            raise FileTooBig(source, MAX_BYTES)
        data = given.read(source)
        if len(data) < source:
            raise ReadFailed("fewer bytes came than were announced")
        found = fingerprint_image(data, tell)
    else:
        found = fingerprint_image(source, tell)
    return {"pdq": found.pdq, "quality": found.quality, "md5": found.md5, "sha256": found.sha256}


def main() -> None:
    """Serve the one request on stdin."""
    serve_one(sys.stdin.buffer, sys.stdout.buffer)
