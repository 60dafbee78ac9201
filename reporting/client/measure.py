"""Taking a picture's fingerprints in a limited process of its own, with progress, cancel and a time limit.

Room: reporting/client. The picture is opened by that process alone, from a path written to its standard input: a path on a
command line could be read by every other program of the machine. What comes back is fingerprints or a cause.
"""

from __future__ import annotations

import json
import os
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, get_args
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from reporting.client.children import no_window
from reporting.client.choices import PictureCause
from reporting.client.secret import Hidden
from reporting.client.shapes import Prints
from reporting.fingerprint.worker import command as worker_command
from reporting.fingerprint.worker import folder as worker_folder
from reporting.fingerprint.worker import request_for

LONGEST_SECONDS = 90.0
MAX_ANSWER = 64 * 1024  # bytes read of what the process says


class MeasureError(Exception):
    """A picture gave no fingerprint. `cause` finds the words; nothing of the file is in it."""

    def __init__(self, cause: PictureCause) -> None:
        super().__init__(cause)
        self.cause = cause


class CancelledError(Exception):
    """The person stopped it. Nothing remains of it."""


def path_of(typed: str) -> str:
    """The absolute path in what was typed, pasted or dropped: quotes, file:// and ~ are understood."""
    text = typed.strip().strip("\"'“”«»").strip()
    if text.lower().startswith("file:"):
        text = url2pathname(unquote(urlsplit(text).path)) if os.name != "nt" else url2pathname(urlsplit(text).path)
    try:
        return str(Path(text).expanduser().absolute())
    except RuntimeError:  # ~somebody that does not exist
        return str(Path(text).absolute())


def measure(
    path: Hidden[str],
    *,
    progress: Callable[[int], None],
    cancel: threading.Event,
    seconds: float = LONGEST_SECONDS,
    command: Sequence[str] | None = None,
) -> Prints:
    """Fingerprints of the file at `path`.

    progress: told whole per cents, 0 to 100, from another thread than the caller's
    cancel:   when set, the process is killed at once
    seconds:  of real time; after that the process is killed
    raises:   `MeasureError` with its cause, `CancelledError`
    """
    if not path.reveal().strip():
        raise MeasureError("missing")
    try:
        request = request_for(path_of(path.reveal()))
    except UnicodeEncodeError:
        raise MeasureError("missing") from None
    try:
        child = subprocess.Popen(list(command or worker_command()), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                 stderr=subprocess.DEVNULL, cwd=worker_folder(), **no_window())
    except OSError:
        raise MeasureError("crashed") from None
    with child:
        return _followed(child, request, progress, cancel, time.monotonic() + seconds)


def _followed(child: subprocess.Popen[bytes], request: bytes, progress: Callable[[int], None], cancel: threading.Event,
              until: float) -> Prints:
    last: list[object] = []
    assert child.stdin is not None  # noqa: S101  both are pipes, asked for above
    assert child.stdout is not None  # noqa: S101
    reader = threading.Thread(target=_read, args=(child.stdout, progress, last), daemon=True, name="fingerprint")
    reader.start()
    try:
        child.stdin.write(request)
        child.stdin.close()
    except OSError:
        pass  # it ended before it read; its answer, or the lack of one, says why
    while reader.is_alive() and not cancel.is_set() and time.monotonic() < until:
        reader.join(0.05)
    stopped = reader.is_alive()
    child.kill()
    child.wait()
    reader.join()
    if cancel.is_set():
        raise CancelledError
    if stopped:
        raise MeasureError("too_slow")
    return _prints(last[0] if last else None)


def _read(lines: IO[bytes], progress: Callable[[int], None], last: list[object]) -> None:
    read = 0
    for line in lines:
        read += len(line)
        try:
            said = json.loads(line)
        except ValueError:
            return
        if read > MAX_ANSWER or not isinstance(said, dict):
            return
        share = said.get("progress")
        if isinstance(share, int | float):
            progress(int(share * 100))
        if "result" in said or "error" in said:
            last.append(said)
            return


def _prints(said: object) -> Prints:
    """The answer, checked: the decoders may have been taken over by the file they read."""
    match said:
        case {"result": {"pdq": str(pdq), "quality": int(quality), "md5": str(md5), "sha256": str(sha256)}}:
            sizes = ((pdq, 64), (md5, 32), (sha256, 64))
            if all(len(text) == size and set(text) <= set("0123456789abcdef") for text, size in sizes) and 0 <= quality <= 100:
                return Prints(pdq, quality, md5, sha256)
        case {"error": {"cause": str(cause)}}:
            raise MeasureError(next((known for known in get_args(PictureCause) if known == cause), "crashed"))
    raise MeasureError("crashed")
