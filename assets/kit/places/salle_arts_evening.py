"""`salle-arts` after the last bell: the ring light is the only lamp, and the real lighthouse turns in the window."""
from __future__ import annotations

import random

from ..bands import banded
from ..evening import (
    BAND,
    LAMPLIT,
    LOW,
    ROOFS,
    SKY,
    lamp_grade,
    night_grade,
    over,
)
from ..grade import regrade
from ..light import contact, glow
from ..props.workshop import ring_light
from ..svg import Svg, ellipse
from . import salle_arts as day
from .salle_arts import HOTSPOTS, STANDS
from .salle_arts_wall import CAM, fish_of_hands, sink

M = LAMPLIT
VIEW = {"#FFDD9A": SKY, "#FFE9B8": LOW, "#FFD48A": BAND, "#F2A65A": BAND, "#F0A458": "#4A4480", "#FFF0C4": "#C98A84", "#C97F4E": ROOFS, "#B0643F": ROOFS,
        "#D98A52": ROOFS, "#FFF3CF": "#FFF3CF"}
RING = (2.32, 1.75)
"""The foot of the ring light, in metres (x, z)."""

__all__ = ["HOTSPOTS", "STANDS", "M", "back", "front", "mid"]


def back() -> Svg:
    """The wall without its sun; the collage takes the light of the ring."""
    S, rnd = Svg(1920, 1080, "ib"), random.Random(7)
    S.add(day.room(S, random.Random(7)), day.boards(S, False), sink(S, rnd), fish_of_hands(rnd), day.corner(S), day.wall_shadow(S, False))
    regrade(S, night_grade(M, .4, VIEW, .5))
    S.add(_pool())
    T = Svg(1920, 1080, "jb")
    T.add(day.collage_frame(), day.collage_on_wall(T, False))
    over(S, regrade(T, lamp_grade(M, .3)))
    x, y = CAM.at(RING[0], 1.86, RING[1])
    return banded(S.add(glow(S, x, y, 350, M.glow, .5)))


def _pool() -> str:
    """What the ring lights of the floor, in four steps."""
    (px, py), k = CAM.at(RING[0], 0, RING[1] - .3), CAM.k(RING[1])
    return "".join(ellipse(px, py, 1.9 * k * s, .55 * k * s, "#F6C888", fill_opacity=.1) for s in (1, .8, .6, .4))


def mid() -> Svg:
    """Tables, easel and garland in half light; the ring is what it was."""
    S = regrade(day.mid(), lamp_grade(M, .62))
    (x, y), (fx, fy) = CAM.at(RING[0], 1.86, RING[1]), CAM.at(RING[0], 0, RING[1])
    return banded(S.add(contact(S, fx, fy + 6, 110, 16, M.dark, .5), ring_light(S, day.M, x, y, 72, fy)))


def front() -> Svg:
    """What is nearest, almost black."""
    return banded(regrade(day.close(Svg(1920, 1080, "if")), night_grade(M, .3)))
