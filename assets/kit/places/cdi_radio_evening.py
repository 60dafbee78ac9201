"""`cdi-radio` after the last bell: the windows are blue, the lamp of the booth and the one beside the armchair are lit."""
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
    pools,
    ring,
)
from ..grade import regrade
from ..light import contact, glow
from ..palette import CHALK, PAPER
from ..props.radio import antenna_light, cable, planet_mobile, umbrella_antenna
from ..svg import Svg, ellipse, path, polygon, rect
from . import cdi_radio as day
from .cdi_radio import HOTSPOTS, STANDS
from .cdi_radio_booth import (
    BOOTH_X1,
    BOOTH_Z,
    CAM,
    booth_desk,
    booth_front,
    booth_inside,
    schedule_board,
)
from .cdi_radio_booth import M as NOON

M = LAMPLIT
LAMP = (2.72, 1.62, .25)
"""The reading lamp beside the armchair, in metres."""
POOL = ((2.75, 2.7, .16), (2.2, 2.1, .3), (1.65, 1.5, .5), (1.05, .95, .72))
RIMS = {"#F2A862": "#F2A862", "#C9824E": "#B9764A", "#A86A48": "#A86A48", "#FFC98A": "#E8AC74", "#B98A62": "#8E6A58"}
SIGNS = {NOON.sh(CHALK, .5): "#B9A6B0", NOON.sh("#F0D890", .28): "#C4A878"}
WINDOWS = {NOON.li("#FFE9BE", .6): SKY, NOON.li("#FFD998", .4): LOW, NOON.li("#F2B878", .2): BAND, "#E2A868": ROOFS, "#C98A58": "#343A70"}

__all__ = ["HOTSPOTS", "STANDS", "M", "back", "front", "mid"]


def back() -> Svg:
    """Room and shelves in the blue of the windows; lamplight on the boards, on the rug, and behind the glass."""
    S, rnd, night = Svg(1920, 1080, "eb"), random.Random(31), night_grade(M, .62, WINDOWS)
    shapes = day.floor_shapes()
    S.add(day.room(S, rnd), *[path(CAM.quad(*[(x, 0, z) for x, z in shape]), dark) for shape, dark, _ in shapes], day.back_shelves(S, rnd))
    regrade(S, night)
    spot = LAMP[::2]
    S.add(pools(shapes, CAM, [*_through_glass(), *((ring(spot, (x, z)), light) for x, z, light in POOL)], night))
    x, y = CAM.at(3, 1.9, LAMP[2] + .3)
    S.add(glow(S, x, y, 340, M.glow, .5, sy=1.1), booth_inside(S))
    return banded(S)


def _through_glass() -> list:
    """The booth's lamp on the boards before it, paler and wider the further it comes: outlines in metres, and how bright."""
    return [([(-6, .9), (-1.05, .9), (-1.05 + (.9 - z) * 1.13, z), (-6, z)], light) for z, light in ((-.9, .1), (-.35, .2), (.1, .32), (.5, .46))]


def mid() -> Svg:
    """The nook in half light, the antenna in the light of the lamp."""
    S, rnd = Svg(1920, 1080, "em"), random.Random(12)
    y1 = CAM.at(BOOTH_X1, 0, BOOTH_Z)[1]
    S.add(day.nook(S, rnd))
    regrade(S, lamp_grade(M, .55))
    T = Svg(1920, 1080, "et")
    ax, ay = CAM.at(1.75, 0, .75)
    T.add(contact(T, ax, ay + 4, 120, 22, M.dark, .6),
          cable(NOON, [(ax - 20, ay - 6), (ax - 90, ay + 30), (ax - 260, ay + 8), (ax - 420, ay + 22), (868, y1 + 4)], 6),
          umbrella_antenna(T, NOON, ax, 512, .92, (ay - 512) / .92, rnd))
    return banded(over(S, regrade(T, lamp_grade(M, .45))))


def _lamp(S: Svg) -> str:
    """The lamp itself: a paper shade on a thin foot, and its halo."""
    x, y = CAM.at(*LAMP)
    shade = polygon([(x - 46, y - 74), (x + 46, y - 74), (x + 82, y + 44), (x - 82, y + 44)])
    return "".join([glow(S, x, y, 330, M.glow, .5), rect(x - 5, y + 40, 10, 560, "#2A2340"), rect(x + 1, y + 40, 3, 560, "#B9805A"),
                    path(shade, S.linear(0, y - 74, 0, y + 44, (0, "#F2B070"), (.6, "#FFDFA4"), (1, "#FFF0CC"))),
                    path(polygon([(x - 46, y - 74), (x - 20, y - 74), (x - 44, y + 44), (x - 82, y + 44)]), "#D98A58", fill_opacity=.5),
                    ellipse(x, y + 44, 82, 11, PAPER), ellipse(x, y - 74, 46, 6, "#C97F52")])


def front() -> Svg:
    """The booth lit from within, the board of the week, then dark things close to us and the lamp among them."""
    S = Svg(1920, 1080, "ef")
    S.add(booth_desk(S))
    regrade(S, lamp_grade(M, .2))
    T = Svg(1920, 1080, "eg")
    x1, y1 = CAM.at(BOOTH_X1, 0, BOOTH_Z)
    T.add(contact(T, x1 - 300, y1, 560, 26, M.dark, .6), booth_front(T, random.Random(12)))
    over(S, regrade(T, night_grade(M, .45, SIGNS)))
    B = Svg(1920, 1080, "eh")
    B.add(schedule_board(B, NOON, 562, 232, 296, 376, random.Random(12)), antenna_light(B, NOON, 600, 152, 150, 40))
    over(S, regrade(B, lamp_grade(M, .5)))
    S.add(_lamp(S))
    F = Svg(1920, 1080, "ei")
    F.add(day.armchair(F), day.table_with_books(), planet_mobile(NOON, 1372, 34, .86, 140))
    return banded(over(S, regrade(F, night_grade(M, .35, RIMS))))
