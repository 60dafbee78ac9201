"""`vie-scolaire` after the last bell: the same lamp, a smaller circle of light, and the night at the window."""
from __future__ import annotations

from ..evening import BAND, LAMPLIT, ROOFS, SKY, lamp_grade
from ..grade import regrade
from ..light import glow
from ..svg import Svg
from . import vie_scolaire as day
from .vie_scolaire import HOTSPOTS, LAMP, STANDS

M = LAMPLIT
VIEW = {"#C2CDD6": SKY, "#A9B8C5": BAND, "#8C9DB0": ROOFS, "#98A9BA": ROOFS, "#E9D9B4": "#FFD890", "#8496A8": "#1C1F44", "#DDE2E2": "#57508A",
        "#E6EAEA": "#8A769E", "#8397A9": "#2A2E60"}
POSTER = {day.M.sh("#E4EEE6", .12): "#BDB4B2", day.M.sh("#A9C9C6", .2): "#84A09E"}
"""The poster of the 3018 is read at any hour."""
LIGHT = {c: c for c in ("#FFC877", "#FFD8A0", "#FFF3D2", "#FFE7B8", "#FBF5E6")}

__all__ = ["HOTSPOTS", "STANDS", "M", "back", "front", "mid"]


def back() -> Svg:
    """Walls that darken away from the lamp, the street lit behind the glass."""
    S = regrade(day.back(), lamp_grade(M, .6, VIEW | POSTER | LIGHT))
    return S.add(glow(S, LAMP[0], LAMP[1] + 20, 350, M.glow, .34, .9))


def mid() -> Svg:
    """Whale, chairs, desk and lamp, in its light."""
    return regrade(day.mid(), lamp_grade(M, .42, LIGHT))


def front() -> Svg:
    """What is nearest, almost black."""
    return regrade(day.front(), lamp_grade(M, .5))
