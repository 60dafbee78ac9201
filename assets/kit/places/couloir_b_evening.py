"""`couloir-b` after the last bell: two tubes are left on, the window is blue, and the nurse's lamp is still lit."""
from __future__ import annotations

from ..bands import banded
from ..evening import BAND, HIGH, LAMPLIT, LOW, ROOFS, night_grade
from ..grade import regrade
from ..light import glow
from ..palette import CORAL
from ..props.school import exit_sign
from ..svg import Svg, path, polygon
from . import couloir_b as day
from .couloir_b import CAM, END, HOTSPOTS, STANDS, TUBES
from .couloir_b import M as NEON

M = LAMPLIT
LEFT_ON = tuple((z0, z1, 1 if i == 3 else 0) for i, (z0, z1, _) in enumerate(TUBES))

__all__ = ["HOTSPOTS", "STANDS", "M", "back", "front", "mid"]


def back() -> Svg:
    """The length of it, nearly dark; the end of the day in the window at its end, and in the wax."""
    S = regrade(day.hall(Svg(1920, 1080, "db"), LEFT_ON, day=False), night_grade(M, .5))
    S.add(_window(S), exit_sign(CAM, NEON, -.1, 2.52, 4.0), day.nurse_door(S))
    return banded(S)


def _window(S: Svg) -> str:
    """The sky over the roofs, and what of it the wax gives back."""
    top, low = CAM.at(0, 2.56, END)[1], CAM.at(0, .96, END)[1]
    sky = S.linear(0, top, 0, low, (0, HIGH), (.45, LOW), (.8, BAND), (1, BAND))
    panes = [(a, b, c, d) for a, b in ((-1.94, -1.235), (-1.165, -.485), (-.415, .29)) for c, d in ((.96, 1.95), (2.0, 2.56))]
    out = "".join(path(CAM.front(a, c, b, d, END), sky) for a, b, c, d in panes)
    roof = [(-1.94, .96), (-1.94, 1.3), (-1.3, 1.5), (-1.235, 1.44), (-1.235, .96)], [(-1.165, .96), (-1.165, 1.3), (-.5, 1.3), (-.485, .96)], [
        (-.415, .96), (-.415, 1.2), (.05, 1.2), (.05, .96)]
    out += "".join(path(polygon([CAM.at(x, y, END) for x, y in part]), ROOFS) for part in roof)
    (xa, y), (xb, _) = CAM.at(-1.94, 0, END), CAM.at(.29, 0, END)
    wax = polygon([(xa, y), (xb, y), (xb + 16, 660), (xa - 34, 660)])
    return out + path(wax, S.linear(0, y, 0, 660, (0, BAND, .4), (.5, LOW, .2), (1, LOW, 0))) + glow(S, (xa + xb) / 2, (top + low) / 2, 150, BAND, .3)


def mid() -> Svg:
    """The wall that faces us: the poster takes what light there is."""
    return regrade(day.mid(), night_grade(M, .22, {CORAL: "#E8545A"}, .62))


def front() -> Svg:
    """What is nearest, almost black."""
    return regrade(day.front(), night_grade(M, .5))
