"""What stands behind the gate in the fog: harbour, far street, shelter, school and its court."""
from __future__ import annotations

import random

from ..light import glow
from ..palette import BRICK, CHALK, MIST, MOODS, NIGHT, PAPER, SLATE
from ..perspective import Camera
from ..props.outdoor import (
    bare_tree,
    flying_gulls,
    lighthouse,
    mast,
    trawler,
)
from ..props.tools import put
from ..svg import path, rect, smooth, stroke

MOOD = MOODS["fog-morning"]
M = MOOD
CAM = Camera(eye=1.15, back=5, scale=365, horizon=490, vanish=640)
LAMP, FAR_LAMP = (1442, 262), (497, 196)
PALE, WARM = "#D3D3CF", "#F0C9A0"
GRANITE, IRON, ASPHALT = "#8A8794", "#2F3A5A", "#5A6682"


def fog_banks(S):
    """Long torn sheets of fog, each one step paler than the sky behind."""
    o = []
    for y, amp, col, op in ((70, 30, "#8496B2", .55), (170, 36, "#9DADBF", .6), (285, 30, "#B4C0C8", .65),
                            (385, 22, "#C8CDCD", .7)):
        r = random.Random(y)
        top = [(x, y + r.uniform(-amp, amp)) for x in range(-80, 2081, 180)]
        o.append(path(smooth(top, closed=False) + f"L2000 {y + 190}L-80 {y + 190}Z",
                      S.linear(0, y - amp, 0, y + 190, (0, col, op), (1, col, 0))))
    return "".join(o)


def harbour(S):
    """End of the street: masts like pencil marks, and the lighthouse lamp barely there."""
    a, b = M.far(M.sh(SLATE), .74), M.far(M.sh(SLATE), .6)
    quay = path("M-20 500L330 492L700 496V560H-20Z", a)
    return "".join([put(352, 500, 1, lighthouse(S, 176, a, M.glow)), put(255, 498, 1, mast(150, a, 3)),
                    put(300, 498, 1, mast(112, a, 2.4)), put(436, 500, 1, mast(200, a, 3.4)),
                    put(660, 500, 1, mast(170, a, 3)), quay, put(404, 516, 1, trawler(150, b, M.glow)),
                    put(560, 514, 1, mast(250, b, 4, M.glow)), put(618, 516, 1, mast(186, b, 3.4)),
                    flying_gulls(b, (236, 132, 20), (300, 96, 14), (392, 262, 11))])


def street(S):
    """Houses of the far side, only gables; the street goes down to the water."""
    c1, c2 = M.far(M.sh(SLATE), .66), M.far(M.sh(SLATE), .54)
    far = path("M-10 560V300L40 262L96 300V330L150 296L214 334V372L262 348L300 376V420L330 404L352 424V560Z", c1)
    near = path("M-10 600V236L18 214V190H40V226L64 250V600Z", c2)
    lit = rect(166, 396, 15, 22, M.far(M.glow, .25)) + rect(112, 372, 15, 22, M.far(SLATE, .5)) + rect(26, 320, 18, 28,
                                                                                                       M.far(M.glow, .2))
    return far + near + lit


def shelter(S):
    """The bus shelter opposite: a pale ghost of glass and slab, one bench, nobody."""
    c, g = M.far(M.sh(SLATE), .42), M.far(MIST, .55)
    roof = CAM.quad((-5.9, 2.42, 10.6), (-3.9, 2.42, 10.6), (-3.9, 2.42, 15.4), (-5.9, 2.42, 15.4))
    fascia = CAM.side(-3.9, 10.6, 2.42, 15.4, 2.62) + CAM.front(-5.9, 2.42, -3.9, 2.62, 10.6)
    glass = CAM.front(-5.7, .15, -4.3, 2.4, 11) + CAM.side(-5.7, 11, .15, 15, 2.4)
    posts = [CAM.front(x, 0, x + .1, 2.42, z) for x, z in ((-5.7, 11), (-4.35, 11), (-4.35, 15), (-5.7, 15))]
    bench = CAM.floor(-5.5, 11.5, -5, 14.5, .48) + CAM.side(-5, 11.5, .42, 14.5, .48)
    panel = CAM.front(-5.35, .9, -4.75, 1.9, 10.98)
    shine = CAM.quad((-5.3, .2, 10.97), (-5.05, .2, 10.97), (-4.5, 2.35, 10.97), (-4.75, 2.35, 10.97))
    return (path(glass, g, fill_opacity=.5) + path(bench, c) + path("".join(posts), c) + path(panel, M.far(CHALK, .3))
            + path(shine, PAPER, fill_opacity=.3) + path(roof, M.sh(c, .35)) + path(fascia, c))


def school(S):
    """The old granite school behind its yard: three storeys of fog, a handful of lit windows, one open door."""
    wall, roof, hole = M.far(M.sh(SLATE, .5), .62), M.far(M.sh(SLATE), .5), M.far(M.sh(SLATE), .52)
    grad = S.linear(0, 120, 0, 560, (0, wall, .75), (.5, wall, .95), (1, M.far(wall, .55), .95))
    o = [path("M944 140L992 84H1500L1520 70L1550 62L1580 70L1600 84H1990V140Z", roof, fill_opacity=.8),
         path("M954 136H1990V600H954Z", grad), rect(1120, 56, 34, 40, roof, fill_opacity=.8),
         rect(1700, 50, 40, 44, roof, fill_opacity=.8), path("M944 134H1990V148H940Z", roof, fill_opacity=.6)]
    for i in range(5):
        x = 1168 + i * 190
        o.append(path(f"M{x - 30} 112V76L{x} 50L{x + 30} 76V112Z", roof, fill_opacity=.85)
                 + rect(x - 12, 80, 24, 30, M.far(M.glow, .3) if i == 1 else wall, 2))
    lit = {(1, 4), (2, 2), (2, 7), (0, 9)}
    for row, (y, h) in enumerate(((172, 72), (288, 78), (414, 84))):
        for col in range(10):
            x = 982 + col * 94
            if row == 2 and col in (4, 5):
                continue
            on = (row, col) in lit
            o.append(rect(x, y, 44, h, M.far(M.glow, .08) if on else hole, fill_opacity=.95 if on else .55)
                     + stroke(f"M{x + 22} {y}V{y + h}M{x} {y + h * .4:.0f}H{x + 44}", wall, 3, cap="butt")
                     + rect(x - 5, y + h, 54, 5, roof, fill_opacity=.4))
            if on:
                o.append(glow(S, x + 22, y + h / 2, 80, M.glow, .5))
    o.append(path("M1366 556V432Q1366 396 1414 396T1462 432V556Z", roof)
             + path("M1376 556V436Q1376 406 1414 406T1452 436V556Z", "#FFDFA6")
             + stroke("M1414 408V556M1378 446H1450", M.far(BRICK, .3), 4) + glow(S, 1414, 480, 200, M.glow, .75))
    o.append("".join(rect(1350 - i * 14, 552 + i * 9, 128 + i * 28, 9, M.far(M.sh(SLATE), .55 - i * .06)) for i in range(3)))
    return "".join(o)


def court(S):
    """Plane trees of the yard and the covered-yard posts, two steps nearer than the school."""
    c1, c2 = M.far(M.sh(SLATE), .5), M.far(M.sh(NIGHT), .36)
    return (put(1085, 600, 1, bare_tree(S, c1, 480, random.Random(3), 6, .05))
            + put(1740, 600, 1, bare_tree(S, c1, 430, random.Random(8), 6, -.1))
            + put(1890, 620, 1, bare_tree(S, c2, 620, random.Random(12), 6, -.22)))
