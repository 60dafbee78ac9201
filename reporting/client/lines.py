"""The lines to the two services: the exercise's, started when it is needed, and the live operator's.

Room: reporting/client. A line is handed out only once its statement was verified; a dead exercise is started again.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from reporting.client.choices import Mode
from reporting.client.send import Line, Operator, ServiceError
from reporting.client.training import TrainingService
from reporting.protocol.model import Mode as ProtocolMode


class Lines:
    """One line a mode. Safe to use from several threads."""

    def __init__(self, training_command: Sequence[str], training_folder: Path | None, pinned: Operator | None) -> None:
        self.training = TrainingService(training_command, folder=training_folder)
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
        return self.to("training").wipe(self.training.wipe_token)

    def close(self, *, for_good: bool = False) -> None:
        """Stop the exercise and forget both operators. `for_good`: none is opened after that."""
        with self._guard:
            self._over = self._over or for_good
            for line in self._open.values():
                line.close()
            self._open.clear()
            self.training.stop()

    def _operator(self, mode: Mode) -> Operator:
        if mode == "live":
            if self._pinned is None or self._pinned.mode is not ProtocolMode.LIVE:
                raise ServiceError("wrong_operator")
            return self._pinned
        self.training.start()
        return Operator(self.training.url, self.training.operator_key, ProtocolMode.TRAINING)
