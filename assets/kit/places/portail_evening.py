"""`portail` at half past five: the same gate at nightfall, the lamps doing the work that the fog did in the morning."""
from __future__ import annotations

from ..grade import dusk_grade, regrade
from ..palette import MOODS
from ..svg import Svg
from . import portail
from .portail import HOTSPOTS, STANDS

M = MOODS["wet-dusk"]

__all__ = ["HOTSPOTS", "STANDS", "M", "back", "front", "mid"]


def back() -> Svg:
    """Sky, harbour and school in the blue hour."""
    return regrade(portail.back(), dusk_grade(M))


def mid() -> Svg:
    """Gate, wet ground and bikes."""
    return regrade(portail.mid(), dusk_grade(M))


def front() -> Svg:
    """What is nearest, almost black."""
    return regrade(portail.front(), dusk_grade(M))
