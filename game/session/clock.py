"""The time, as something that is passed in. Always UTC; nothing else in the game asks the system for it.

Room: game/session. Whoever needs the time takes a `Clock`; tests and the demo pass one they step themselves.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What tells the time."""

    def now(self) -> datetime:
        """This moment, in UTC, with its zone."""
        ...

    def monotonic(self) -> float:
        """Seconds that only grow, for measuring how long something took."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """This moment, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since some moment in the past."""
        return time.monotonic()


class SteppedClock:
    """A clock that stands still until somebody steps it: same run, same files."""

    def __init__(self, start: datetime) -> None:
        """Begin at `start`, which must carry its zone."""
        if start.tzinfo is None:
            raise ValueError(f"a time without its zone cannot be kept: {start.isoformat()}")
        self._now = start.astimezone(UTC)
        self._seconds = 0.0

    def now(self) -> datetime:
        """The time it was last stepped to."""
        return self._now

    def monotonic(self) -> float:
        """Seconds stepped so far."""
        return self._seconds

    def step(self, seconds: float) -> None:
        """Move on by some seconds."""
        self._seconds += seconds
        self._now += timedelta(seconds=seconds)
