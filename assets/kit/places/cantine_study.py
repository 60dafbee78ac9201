"""`cantine` in the afternoon: the same room as a study room, trays gone, exercise books instead."""
from __future__ import annotations

from . import cantine
from .cantine import HOTSPOTS, MOOD, STANDS, M, back, front

__all__ = ["HOTSPOTS", "MOOD", "STANDS", "M", "back", "front", "mid"]

mid = cantine.mid
