"""The lines to the two services: the exercise's, started when it is needed, and the live operator's.

Room: reporting/client. A line is handed out only once its statement was verified; a dead exercise is started again.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from reporting.client.choices import Mode
from reporting.client.send import Line, Operator, ServiceError
from reporting.client.training import TrainingService
from reporting.protocol.model import Mode as ProtocolMode

PASSING = "stop-la-violence-exercise-"
LEFT_SECONDS = 24 * 3600


class Lines:
    """One line a mode. Safe to use from several threads.

    The exercise keeps its cases for a day on a person's own device. On a shared or school device, and as long as nobody said whose
    it is, it keeps them in a folder of its own that is gone when it stops; the child itself takes it away, so that nothing stays
    even if this process is killed.
    """

    def __init__(
        self, training_command: Callable[[Path], Sequence[str]], data: Path, training_folder: Path | None, pinned: Operator | None,
    ) -> None:
        """training_command: what starts the exercise with its cases in a folder; data: where they stay for a day."""
        self._command, self._data, self._folder = training_command, data, training_folder
        self.training = TrainingService(())
        self._stays: bool | None = None  # where the exercise is: in `data`, in a passing folder, or not started yet
        self._wanted: bool | None = None  # where it should be; None as long as nobody said whose device this is
        self._passing: Path | None = None
        self._pinned = pinned
        self._open: dict[Mode, Line] = {}
        self._keys: dict[Mode, str] = {}
        self._guard = threading.Lock()
        self._over = False

    def to(self, mode: Mode) -> Line:
        """The verified line of this mode. raises: `ServiceError`."""
        with self._guard:
            if self._over:
                raise ServiceError("cannot_start")  # asked for before the end, come to its turn after it
            if mode == "training":
                self._settle()
            line = self._open.get(mode)
            if line is not None and (mode == "live" or self.training.running):
                return line
            line = Line(self._operator(mode))
            try:
                line.connect()
            except ServiceError:
                line.close()
                raise
            self._open[mode], self._keys[mode] = line, line.operator.key
            return line

    def key_of(self, mode: Mode) -> str:
        """The key of whom reports of this mode were composed for. Needs no service: keeping a report must work when it is down.

        raises: `ServiceError` wrong_operator, when nobody of this mode was ever verified
        """
        with self._guard:
            key = self._keys.get(mode)
        if key is None:
            raise ServiceError("wrong_operator")
        return key

    def wipe_exercise(self) -> int:
        """Have the exercise's service forget every case; it is started for that if it must be. How many it forgot.

        raises: `ServiceError`
        """
        forgotten = self.to("training").wipe(self.training.wipe_token)
        if self._passing is not None and self._data.exists():  # those of other days, on a device that is now said to be shared
            self.settle(stays=True)
            forgotten += self.to("training").wipe(self.training.wipe_token)
        return forgotten

    def settle(self, *, stays: bool) -> None:
        """Whether the exercise may keep its cases on this device. Takes no time: it moves when it is next needed."""
        self._wanted = stays

    def close(self, *, for_good: bool = False) -> None:
        """Stop the exercise and forget both operators. `for_good`: none is opened after that."""
        with self._guard:
            self._over = self._over or for_good
            for line in self._open.values():
                line.close()
            self._open.clear()
            self._wanted = None
            self._stop()

    def _settle(self) -> None:
        """Have the exercise where it should be."""
        stays = self._data.exists() if self._wanted is None else self._wanted
        if self._stays is stays:
            return
        if (line := self._open.pop("training", None)) is not None:
            line.close()
        self._stop()
        try:
            self._passing = None if stays else Path(tempfile.mkdtemp(prefix=PASSING))
        except OSError:
            raise ServiceError("cannot_start") from None
        if not stays:
            _sweep()
        command = self._command(self._passing or self._data)
        self.training = TrainingService(command if stays else [*command, "--forget"], folder=self._folder)
        self._stays = stays

    def _stop(self) -> None:
        self.training.stop()
        if self._passing is not None:
            shutil.rmtree(self._passing, ignore_errors=True)  # the child did it already, unless it had to be killed
            self._passing, self._stays = None, None

    def _operator(self, mode: Mode) -> Operator:
        if mode == "live":
            if self._pinned is None or self._pinned.mode is not ProtocolMode.LIVE:
                raise ServiceError("wrong_operator")
            return self._pinned
        self.training.start()
        return Operator(self.training.url, self.training.operator_key, ProtocolMode.TRAINING)


def _sweep() -> None:
    """Take away what a power cut left of earlier exercises; one that is still running is younger than a day."""
    for old in Path(tempfile.gettempdir()).glob(f"{PASSING}*"):
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > LEFT_SECONDS:
                shutil.rmtree(old, ignore_errors=True)
