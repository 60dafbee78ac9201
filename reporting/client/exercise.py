"""What an exercise leaves, in one hand: whoever writes or sends for it takes turns with whoever erases it all.

Room: reporting/client. Without turns, a report or a draft on its way in another thread would land just after everything was erased.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reporting.client.choices import Mode
from reporting.client.draft import Drafts
from reporting.client.lines import Lines
from reporting.client.lock import forget_keyfile
from reporting.client.outbox import Outbox


class Exercise:
    """The exercises of this device, as one thing that can be erased. Safe to use from several threads."""

    def __init__(self, folder: Path, lines: Lines) -> None:
        """folder: the client's data folder."""
        self._folder, self._lines = folder, lines
        self._turn = threading.Lock()
        self._erased = 0  # the last visit whose exercise was erased

    @contextmanager
    def turn(self, visit: int, mode: Mode) -> Iterator[bool]:
        """Hold this while something is kept or sent. False: that visit's exercise was erased, keep and send nothing."""
        if mode == "live":
            yield True
            return
        with self._turn:
            yield visit > self._erased

    def erase(self, visit: int) -> None:
        """Have the service forget every case, then take what waits, the draft and the key file off this device.

        The service comes first: as long as it has not answered, nothing is half erased and one can simply try again.
        raises: `ServiceError`, nothing was erased; `KeepError`, the service forgot but a file stays
        """
        with self._turn:
            self._lines.wipe_exercise()
            # whatever happens to the files, what was on its way belongs to something that is gone
            self._erased = max(self._erased, visit)
            Outbox(self._folder, "training").wipe()
            Drafts(self._folder, "training").wipe()
            forget_keyfile(self._folder)
