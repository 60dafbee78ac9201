"""`cour` after the last bell: nobody, the lamps of the wing, and the chalk comet still there."""
from __future__ import annotations

from ..grade import dusk_grade, regrade
from ..light import glow
from ..palette import MOODS, mix, rgb
from ..svg import Svg, path, polygon
from . import cour
from .cour import HOTSPOTS, STANDS
from .cour_backdrop import CAM

M = MOODS["wet-dusk"]

__all__ = ["HOTSPOTS", "STANDS", "M", "back", "front", "mid"]


def back() -> Svg:
    """Buildings against the last light; three windows of the wing are still lit and lie on the wet ground."""
    S = regrade(cour.back(break_time=False), dusk_grade(M))
    for x, y, w, h in ((1220, 252, 112, 196), (1392, 256, 96, 190)):
        pane = polygon([(x, y), (x + w, y + 8), (x + w, y + h + 8), (x, y + h)])
        S.add(path(pane, "#FFC27C", fill_opacity=.5), glow(S, x + w / 2, y + h / 2, 190, M.glow, .5))
    pool = polygon([CAM.at(2.2, 0, 8.4), CAM.at(4.6, 0, 9.2), CAM.at(4.0, 0, 4.6), CAM.at(.6, 0, 4.0)])
    return S.add(path(pool, S.linear(0, 600, 0, 800, (0, "#FFC27C", .34), (1, "#FFC27C", 0))))


def _dim_leaves(colour: str) -> str:
    """Nightfall in which the yellow of leaves goes out too: a mark shines here, a leaf does not."""
    r, g, b = rgb(colour)
    out = dusk_grade(M)(colour)
    return mix(out, "#5A4A6E", .62) if r - b > 80 and g > .62 * r else out


def mid() -> Svg:
    """Walkway, tables, bench and tree without their sun."""
    return regrade(cour.mid(sunny=False), _dim_leaves)


def front() -> Svg:
    """Bags somebody forgot, grass, leaves."""
    return regrade(cour.front(), _dim_leaves)
