"""The exercise's own service, as a child process that dies with us, however we die.

Room: reporting/client. The command line comes from the edge; the child watches its standard input, which this process holds
open: when we end, even killed, the system closes it and the child ends.
"""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from reporting.client.children import no_window
from reporting.client.secret import Hidden
from reporting.client.send import ServiceError

READY_SECONDS = 60.0  # a cold start on an old school laptop with a virus scanner
STOP_SECONDS = 8.0


class TrainingService:
    """One child process. `url`, `operator_key` and `wipe_token` (it opens the way to forget everything) are known once `start`
    returned."""

    def __init__(self, command: Sequence[str], *, folder: Path | None = None) -> None:
        """command: what to start, for example python -m reporting.service --training --data FOLDER; folder: where to start it."""
        self._command, self._folder = list(command), folder
        self._child: subprocess.Popen[bytes] | None = None
        self.url = ""
        self.operator_key = ""
        self.wipe_token = Hidden("")

    @property
    def running(self) -> bool:
        """Whether the child is alive."""
        return self._child is not None and self._child.poll() is None

    @property
    def process(self) -> subprocess.Popen[bytes] | None:
        """The child, alive or not; None before it was started and after it was stopped."""
        return self._child

    def start(self, seconds: float = READY_SECONDS) -> None:
        """Start it and read its ready line, whose key is the one to pin. raises: `ServiceError` cannot_start."""
        if self.running:
            return
        self.stop()
        try:
            child = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                     cwd=self._folder, **no_window())
        except OSError:
            raise ServiceError("cannot_start") from None
        self._child = child
        lines: list[bytes] = []
        assert child.stdout is not None  # noqa: S101  a pipe, asked for above
        reader = threading.Thread(target=lambda: lines.append(child.stdout.readline(8192)) if child.stdout else None, daemon=True)
        reader.start()
        reader.join(seconds)
        try:
            ready = json.loads(lines[0])
            if ready["mode"] != "training":
                raise ValueError("this is not an exercise")
            self.url, self.operator_key = str(ready["url"]), str(ready["operator_key"])
            self.wipe_token = Hidden(str(ready["wipe_token"]))
        except (IndexError, KeyError, TypeError, ValueError):
            self.stop()
            raise ServiceError("cannot_start") from None

    def stop(self) -> None:
        """End the child and wait until it is gone."""
        child, self._child = self._child, None
        if child is None:
            return
        if child.stdin is not None:
            with suppress(OSError):
                child.stdin.close()
        try:
            child.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        if child.stdout is not None:
            child.stdout.close()
