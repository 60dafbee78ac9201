"""`arret_bus` by day: the same shelter in a fog that drizzles, the lamp out, the bus one pale shape among others."""
from __future__ import annotations

from ..grade import fog_grade, regrade
from ..palette import MOODS
from ..svg import Svg
from . import arret_bus
from .arret_bus import HOTSPOTS, STANDS

M = MOODS["fog-morning"]

__all__ = ["HOTSPOTS", "STANDS", "M", "back", "front", "mid"]


def back() -> Svg:
    """The street going down into the fog."""
    return regrade(arret_bus.back(lit=False), fog_grade(M, .3))


def mid() -> Svg:
    """The shelter, the timetable still the brightest sheet."""
    return regrade(arret_bus.mid(lit=False), fog_grade(M))


def front() -> Svg:
    """Bin, leaves, and a drizzle that hardly falls."""
    return regrade(arret_bus.front(drizzle=True), fog_grade(M))
