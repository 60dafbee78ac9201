"""`gymnase` after the last bell: three lamps of the hall are lit, one of them over the bench; the windows are blue."""
from __future__ import annotations

from ..bands import banded
from ..evening import BAND, HIGH, LAMPLIT, LOW, ROOFS, lamp_grade, night_grade
from ..grade import regrade
from ..light import glow
from ..palette import PAPER
from ..svg import Svg, ellipse, path, polygon, rect
from . import gymnase as day
from .gymnase import CAM, HOTSPOTS, STANDS

M = LAMPLIT
VIEW = {"#FFF3D4": HIGH, "#FFE6B4": LOW, "#FFD692": BAND, "#E9BE86": ROOFS}
LAMPS = ((-2.2, 8.4), (2.7, 8.4))
"""The lamps under the trusses, in metres (x, z)."""
BENCH = (.7, 1.9)

__all__ = ["HOTSPOTS", "STANDS", "M", "back", "front", "mid"]


def back() -> Svg:
    """The hall in the dark, a round of light under each lamp."""
    S = Svg(1920, 1080, "hb")
    night = night_grade(M, .5, VIEW | {"#F6C888": "#F6C888", "#D9F2DC": "#D9F2DC", "#3F7A62": "#3F7A62"}, .62)
    pools = "".join(_pool(x, z, r) for (x, z), r in zip((*LAMPS, BENCH), (2.1, 2.1, 2.5), strict=True))
    regrade(day.hall(S, pools), night)
    return banded(S.add(*(_lamp(S, x, z) for x, z in LAMPS), _cone(S)))


def _pool(x: float, z: float, r: float) -> str:
    """A round of lamplight on the boards, in four steps."""
    (px, py), k = CAM.at(x, 0, z), CAM.k(z)
    high = (CAM.at(x, 0, z - r * .9)[1] - CAM.at(x, 0, z + r * .9)[1]) / 2
    return "".join(ellipse(px, py, r * k * s, high * s, "#F6C888", fill_opacity=.13) for s in (1, .8, .6, .4))


def _lamp(S: Svg, x: float, z: float) -> str:
    """An enamel dome under the truss, its cone, its halo."""
    (px, py), k, (fx, fy) = CAM.at(x, 3.75, z), CAM.k(z), CAM.at(x, 0, z)
    cone = polygon([(px - .4 * k, py), (px + .4 * k, py), (fx + 1.5 * k, fy), (fx - 1.5 * k, fy)])
    return "".join([path(cone, S.linear(0, py, 0, fy, (0, M.glow, .3), (1, M.glow, .03))), rect(px - 2, py - 100, 4, 70, "#171634"),
                    path(f"M{px - .42 * k:.1f} {py:.1f}Q{px - .38 * k:.1f} {py - .34 * k:.1f} {px:.1f} {py - .36 * k:.1f}"
                         f"T{px + .42 * k:.1f} {py:.1f}Z", "#2A2850"),
                    glow(S, px, py, 150, M.glow, .6, .7), ellipse(px, py, .42 * k, 6, PAPER)])


def _cone(S: Svg) -> str:
    """The light of the lamp over the bench, whose lamp hangs above the picture."""
    (x, y), k = CAM.at(*BENCH[:1], 0, BENCH[1]), CAM.k(BENCH[1])
    return path(polygon([(x - 60, -60), (x + 60, -60), (x + 2.2 * k, y), (x - 2.2 * k, y)]), S.linear(0, -60, 0, y, (0, M.glow, .2), (1, M.glow, .06)))


def mid() -> Svg:
    """Bench, board and trolley in lamplight, the charter beside the door of the store."""
    return regrade(day.mid(), lamp_grade(M, .5))


def front() -> Svg:
    """What is nearest, almost black."""
    return banded(regrade(day.close(Svg(1920, 1080, "hf")), night_grade(M, .3)))
