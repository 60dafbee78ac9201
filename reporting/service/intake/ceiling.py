"""A ceiling on everybody together, so that a flood cannot fill the store. Nothing is remembered of any caller.

Room: reporting/service/intake. Refusing is kind here: the client keeps its copy and tries again by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from reporting.protocol.status import ProblemCode
from reporting.service.answers import RefusalError
from reporting.service.settings import Clock

_WINDOW = timedelta(minutes=1)


class Ceiling:
    """At most `at_once` requests at a time and `per_minute` in a minute. Used from one event loop."""

    def __init__(self, clock: Clock, *, at_once: int, per_minute: int) -> None:
        self._clock, self._at_once, self._per_minute = clock, at_once, per_minute
        self._inside, self._taken, self._since = 0, 0, datetime.min.replace(tzinfo=UTC)

    @contextmanager
    def place(self) -> Iterator[None]:
        """One place under the ceiling. raises: `RefusalError` 503 when there is none."""
        now = self._clock()
        if not self._since <= now < self._since + _WINDOW:  # also when the system's clock was set back
            self._since, self._taken = now, 0
        if self._inside >= self._at_once or self._taken >= self._per_minute:
            raise RefusalError(503, ProblemCode.BUSY)
        self._taken += 1
        self._inside += 1
        try:
            yield
        finally:
            self._inside -= 1
