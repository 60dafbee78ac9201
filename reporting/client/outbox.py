"""The outbox: a report is in it, locked, before it is sent, and leaves it once the service said that it is stored.

Room: reporting/client. One file a report, named by its idempotency key; training and live have folders of their own. A report
that comes out of here is sent with the same key and the same bytes, so however often it is tried there is one case.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from reporting.client.choices import Mode
from reporting.client.keep import KeepError, clear_parts, remove, write_whole
from reporting.client.lock import Lock, unlock

VERSION = 1
ENDING = ".sealed"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A report that was not acknowledged yet. `operator_key` is whom it is sealed for: nobody else is sent it."""

    key: str
    body: bytes = field(repr=False)
    operator_key: str = field(repr=False)


class Outbox:
    """The reports of one mode that wait on this device."""

    def __init__(self, folder: Path, mode: Mode) -> None:
        """folder: the client's data folder; nothing is made before the first report."""
        self._folder, self._mode = folder / f"outbox-{mode}", mode

    def put(self, waiting: Waiting, lock: Lock) -> None:
        """Keep a report, locked, on the disk when this returns. raises: `KeepError`."""
        plain = json.dumps({"version": VERSION, "mode": self._mode, "key": waiting.key, "operator_key": waiting.operator_key,
                            "body": base64.b64encode(waiting.body).decode()}, sort_keys=True).encode()
        write_whole(self._file(waiting.key), lock.shut(plain))

    def waiting_keys(self) -> tuple[str, ...]:
        """The keys of what waits; needs no lock."""
        try:
            return tuple(sorted(path.stem for path in self._folder.glob(f"*{ENDING}")))
        except OSError:
            return ()

    def get(self, key: str, locks: Sequence[Lock]) -> Waiting:
        """One report. raises: `KeepError` damaged, no_key, wrong_passphrase, not_written when it cannot be read."""
        try:
            locked = self._file(key).read_bytes()
        except OSError:
            raise KeepError("not_written") from None
        try:
            said = json.loads(unlock(locked, locks))
            known = said.pop("version") == VERSION and said.pop("mode") == self._mode and said["key"] == key
            waiting = Waiting(said["key"], base64.b64decode(said["body"], validate=True), said["operator_key"])
        except (ValueError, KeyError, TypeError, AttributeError):
            raise KeepError("damaged") from None
        if not known:
            raise KeepError("damaged")
        return waiting

    def erase(self, key: str) -> None:
        """Take one report away. raises: `KeepError`."""
        remove(self._file(key))
        with suppress(OSError):
            clear_parts(self._folder)

    def forget_before(self, moment: float) -> None:
        """Take away what was kept before `moment` (seconds, as file systems count): an exercise is over after a day."""
        for key in self.waiting_keys():
            with suppress(OSError, KeepError):
                if self._file(key).stat().st_mtime < moment:
                    self.erase(key)

    def wipe(self) -> None:
        """Take everything away, the folder too. raises: `KeepError`."""
        for key in self.waiting_keys():
            remove(self._folder / f"{key}{ENDING}")
        clear_parts(self._folder)
        with suppress(OSError):
            self._folder.rmdir()

    def _file(self, key: str) -> Path:
        if len(key) != 32 or not set(key) <= set("0123456789abcdef"):
            raise KeepError("damaged")  # never a path made of something else
        return self._folder / f"{key}{ENDING}"
