"""`cantine` in the afternoon: the same room as a study room, the counter shut, trays gone, exercise books instead."""
from __future__ import annotations

from ..svg import Svg
from . import cantine
from .cantine import HOTSPOTS, STANDS, M, front

__all__ = ["HOTSPOTS", "STANDS", "M", "back", "front", "mid"]


def back() -> Svg:
    """The room with the shutter down over the pans."""
    return cantine.back(shut=True)


def mid() -> Svg:
    """Fewer people, further apart, and a page that stays white."""
    return cantine.mid(study=True)
