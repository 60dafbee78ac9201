"""A tide table for any day: what the quick exit shows. Plausible, for an invented harbour, and computed, so that it is never stale.

Room: game/session, for the window and the terminal. Two waves make the tide of this coast: the Moon's (a high water every 12 h 25)
and the Sun's (every 12 h); their beat gives spring and neap tides. Heights in metres above the lowest tide, times in minutes of the
local day, coefficients 20 to 120. Not for sailing: the page says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from math import cos, pi

MOON, SUN = 12.4206012, 12.0  # periods, hours
MEAN, MOON_HEIGHT, SUN_HEIGHT = 3.25, 1.75, 0.65  # metres
EPOCH = datetime(2026, 1, 3, 4, 30)  # a spring high water  # noqa: DTZ001 - local time of an invented harbour


@dataclass(frozen=True, slots=True)
class Turn:
    """A high or a low water."""

    minute: int  # of the day
    height: float  # metres
    high: bool

    @property
    def coefficient(self) -> int:
        """How great the tide is, 20 (neap) to 120 (spring), as French tables count it."""
        return max(20, min(120, round(abs(self.height - MEAN) / (MOON_HEIGHT + SUN_HEIGHT) * 118)))


def height(day: date, minute: float) -> float:
    """The height of the sea, in metres, at a minute of a day."""
    return _height(_hours(day) + minute / 60)


def _hours(day: date) -> float:
    """Hours from the spring high water to the beginning of a day."""
    return (datetime(day.year, day.month, day.day) - EPOCH).total_seconds() / 3600  # noqa: DTZ001


def _height(hours: float) -> float:
    return MEAN + MOON_HEIGHT * cos(2 * pi * hours / MOON) + SUN_HEIGHT * cos(2 * pi * hours / SUN)


def turns(day: date) -> list[Turn]:
    """The high and low waters of a day, in order; three or four of them."""
    return list(_turns(day))


@lru_cache(maxsize=16)  # the page is drawn again and again, and first within a tenth of a second
def _turns(day: date) -> tuple[Turn, ...]:
    start = _hours(day)
    heights = [_height(start + minute / 60) for minute in range(-1, 24 * 60 + 1)]
    found = []
    for minute in range(24 * 60):
        before, now, after = heights[minute : minute + 3]
        if (now >= before and now > after) or (now <= before and now < after):
            found.append(Turn(minute, now, high=now > after))
    return tuple(found)


def week(first: date) -> list[tuple[date, list[Turn]]]:
    """Seven days of turns."""
    return [(day, turns(day)) for day in (first + timedelta(days=i) for i in range(7))]
