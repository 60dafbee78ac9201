"""`cantine` after the last bell: chairs, the shutter down, the lamps over two tables, and the last of the day on the sea."""
from __future__ import annotations

from ..evening import BAND, LAMPLIT, LOW, ROOFS, SKY, lamp_grade, night_grade
from ..grade import regrade
from ..light import glow
from ..svg import Svg, ellipse, path, polygon
from . import cantine as day
from .cantine import HOTSPOTS, STANDS
from .cantine_furniture import CAM

M = LAMPLIT
VIEW = {"#CFE6EC": SKY, "#EDF6EE": LOW, "#FBF8E8": BAND, "#BFE0DC": "#7A6690", "#6FAFB6": "#2E3468", "#FFFDF0": "#E8A884", "#9DB4BE": ROOFS,
        "#F3E9D8": "#A58EA2", "#FFE7B0": "#FFE7B0", "#FFF6DC": "#7E6C96", "#FFF3D2": "#8E7CA2"}
LAMPS = ((-.38, 2.2), (2.42, 1.9))
"""The lamps that are lit, in metres (x, z), as the day has them."""

__all__ = ["HOTSPOTS", "STANDS", "M", "back", "front", "mid"]


def back() -> Svg:
    """The room with its shutter down and its windows blue; two rounds of light on the wall and on the lino."""
    S = regrade(day.back(True, False), night_grade(M, .5, VIEW, .72))
    return S.add(*(_pool(x, z) for x, z in LAMPS))


def _pool(x: float, z: float) -> str:
    """What a lamp lights of the lino, in four steps."""
    (px, py), k = CAM.at(x, 0, z - .2), CAM.k(z)
    return "".join(ellipse(px, py, 1.5 * k * s, .42 * k * s, "#FFD9A0", fill_opacity=.09) for s in (1, .8, .6, .4))


def mid() -> Svg:
    """Nobody; each lamp lights its table."""
    S = regrade(day.mid(True, True), lamp_grade(M, .6, {"#FFF6DC": "#FFF6DC", "#FFFBEA": "#FFFBEA"}))
    return S.add(*(_cone(S, x, z) for x, z in LAMPS))


def _cone(S: Svg, x: float, z: float) -> str:
    """The light of a lamp down to the table's edge, and its halo."""
    (px, py), k, (tx, ty) = CAM.at(x, 2.42, z), CAM.k(z), CAM.at(x, .76, z)
    cone = polygon([(px - .25 * k, py), (px + .25 * k, py), (tx + 1.0 * k, ty), (tx - 1.0 * k, ty)])
    return path(cone, S.linear(0, py, 0, ty, (0, M.glow, .34), (1, M.glow, .05))) + glow(S, px, py + 6, 170, M.glow, .5, .7)


def front() -> Svg:
    """What is nearest, almost black; its own lamp is out."""
    return regrade(day.front(), night_grade(M, .3, {"#FFF6DC": "#4A4478"}))
