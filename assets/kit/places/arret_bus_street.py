"""What the shelter looks at: sky and harbour, the collège, its gate, the wet road and the bus far off."""
from __future__ import annotations

import math
import random

from ..light import contact, glow
from ..palette import MOODS, PAPER
from ..perspective import Camera
from ..props.outdoor import (
    bare_tree,
    gull,
    lamp_light,
    lighthouse,
    mast,
    streak,
    street_lamp,
    trawler,
)
from ..props.tools import lens, put, words
from ..svg import circle, num, path, rect, smooth, stroke, taper

MOOD = MOODS["wet-dusk"]
M = MOOD
CAM = Camera(eye=1.15, back=5, scale=365, horizon=490, vanish=1090)
LAMP = (1444, 234)
PEACH, ROSE, VIOLET, INDIGO = "#FFBE8C", "#D98A8A", "#6E6298", "#232856"
FOG_GLASS, WOOD = "#8C9CC0", "#A9765A"


def sky(S):
    """Indigo to peach, with torn bars of cloud lit from below."""
    o = [rect(-60, -40, 2040, 660, S.linear(0, 0, 0, 520, (0, INDIGO), (.42, "#4A4A84"), (.7, "#96708F"), (.88, ROSE), (1, PEACH))),
         glow(S, 1110, 500, 620, "#FFD7A0", .8, sy=.42)]
    for y, x0, x1, h, col, lit in ((96, 900, 2100, 120, "#2C3166", "#4E4A80"), (214, 1180, 2060, 70, "#423F78", "#8A668C"),
                                   (262, 560, 1330, 60, "#54497F", "#A8748C"), (352, 1120, 2060, 44, "#725A8A", "#DE9488"),
                                   (402, 640, 1240, 30, "#8C668C", "#FFB68A"), (440, 1230, 1800, 20, "#B87C8A", "#FFC897")):
        r = random.Random(y)
        top = [(x0, y, .2)] + [(x0 + (x1 - x0) * i / 9, y - h * math.sin(math.pi * i / 9) ** .7 * r.uniform(.45, 1))
                               for i in range(1, 9)] + [(x1, y, .2)]
        low = [(x1 - (x1 - x0) * i / 6, y + h * r.uniform(.05, .3)) for i in range(1, 6)]
        o.append(path(smooth(top + low), lit, transform=f"translate(-6 {num(h * .1 + 3)})", fill_opacity=.85)
                 + path(smooth(top + low), col))
    return "".join(o)


def harbour(S):
    """The end of the street: a strip of burning water, trawlers, and the lighthouse awake."""
    far, near = "#8A6488", "#4B4478"
    water = path("M560 492H1500V540H560Z", S.linear(0, 490, 0, 540, (0, "#FFCF9C"), (1, "#C07F8C")))
    land = path("M560 496V470L640 462L760 474L860 466L930 484L1000 480L1012 494Z", far)
    return "".join([land, put(962, 488, 1, lighthouse(S, 150, far, M.glow)), water,
                    put(1036, 506, 1, trawler(130, near, M.glow)), put(1078, 500, 1, mast(112, near, 2.4)),
                    put(984, 504, 1, mast(150, near, 3, M.glow)), put(1300, 504, 1, mast(136, near, 2.6)),
                    put(1342, 502, 1, mast(96, near, 2.2))])


def school(S):
    """The collège against the last light: slate and chimneys, a cornice, three rows of windows. Somebody still works at the radio."""
    c1, c2, edge, sill = "#54497E", "#343566", "#6A5A8C", "#4C4A80"
    far = path("M1230 560V446L1262 424L1296 446V416L1340 388L1386 416V440L1430 420L1470 440V560Z", c1)
    far += "".join(rect(x, y, 10, 15, "#8A6C92", fill_opacity=.8) for x, y in ((1256, 458), (1328, 430), (1360, 430), (1424, 456)))
    block = path("M1430 600V300L1452 268H1474V240H1500V262L1560 214H1990V600Z", c2) + path("M1452 268L1560 214H1990V262H1448Z", "#2A2B58")
    block += "".join(stroke(f"M{1540 - i * 20} {224 + i * 12}H1990", "#3C3D70", 1.6, "butt") for i in range(4))
    block += rect(1430, 280, 560, 7, edge) + rect(1430, 287, 560, 5, "#26275A") + rect(1430, 356, 560, 4, sill)
    block += "".join(rect(1431, y, 15 if i % 2 else 24, 17, sill) for i, y in enumerate(range(296, 590, 22)))
    for x, w, h in ((1600, 34, 50), (1826, 46, 62)):
        block += rect(x, 216 - h, w, h + 6, "#2E2F60") + rect(x - 4, 214 - h, w + 8, 8, edge) + rect(x + 7, 202 - h, 8, 13, c2)
    smoke = [(1614, 150), (1606, 126), (1580, 110), (1560, 84), (1516, 70)]
    block += path(taper(smoke, [3, 9, 14, 18, 2]), "#8A6C92", fill_opacity=.35)
    dormers = "".join(path(f"M{x - 26} 262V226L{x} 200L{x + 26} 226V262Z", c2) + stroke(f"M{x - 29} 228L{x} 198L{x + 29} 228", edge, 4)
                      + rect(x - 11, 228, 22, 30, "#474780") + stroke(f"M{x} 228v30M{x - 11} 242h22", c2, 2.4) for x in (1640, 1760, 1880))
    windows = rect(1702, 292, 7, 310, "#26275A") + rect(1698, 284, 15, 10, "#26275A")
    for row, y in enumerate((300, 378, 456)):
        for col in range(6):
            x = 1482 + col * 78
            on = (row, col) in ((0, 4), (1, 1), (1, 5))
            windows += rect(x - 5, y - 5, 40, 62, sill) + rect(x, y, 30, 50, "#FFC27C" if on else "#3C3E78")
            windows += rect(x - 8, y + 52, 46, 5, edge)
            if not on:
                windows += path(f"M{x} {y + 50}V{y + 16}L{x + 22} {y}H{x + 30}Z", "#565894", fill_opacity=.6)
            elif (row, col) == (1, 1):
                windows += _at_the_radio(x, y)
            windows += stroke(f"M{x + 15} {y}V{y + 50}M{x} {y + 20}H{x + 30}", c2, 3, cap="butt")
            windows += glow(S, x + 15, y + 25, 56, M.glow, .5) if on else ""
    wires = stroke("M1720 118Q1830 130 1990 60M1720 130Q1840 150 1990 96", "#2A2C5C", 2)
    tree = put(1880, 640, 1, bare_tree(S, "#26285A", 560, random.Random(6), 5, -.16))
    return far + block + dormers + windows + tree + wires


def _at_the_radio(x, y):
    """In one window: a head with headphones on, bent over something, and a paper planet."""
    ink = "#7A4A44"
    return (circle(x + 10, y + 32, 6, ink) + path(f"M{x} {y + 50}Q{x + 2} {y + 38} {x + 10} {y + 38}Q{x + 19} {y + 38} {x + 21} {y + 50}Z", ink)
            + stroke(f"M{x + 4} {y + 32}a6.500 6.500 0 0 1 12 0", "#4A2C44", 2.4) + circle(x + 23, y + 9, 3.6, ink)
            + stroke(f"M{x + 17} {y + 11}q6 1 12 -4", ink, 1.4))


def road(S):
    """Wet road: it holds the whole sky upside down, then goes dark at our feet."""
    o = [rect(-60, 520, 2040, 600, S.linear(0, 520, 0, 1080, (0, "#E0978C"), (.07, "#A8748E"), (.2, "#635788"), (.45, "#363A6C"),
                                          (1, "#1B1F46")))]
    o.append(path(CAM.floor(4.3, -2, 9, 40), S.linear(0, 520, 0, 900, (0, "#8A6488"), (.3, "#40407A"), (1, "#23264F"))))
    o.append(path(CAM.quad((4.3, .1, -2), (4.3, .1, 40), (4.3, 0, 40), (4.3, 0, -2)), "#1D2048")
             + stroke(CAM.line((4.3, .1, -2), (4.3, .1, 40)), "#B98A94", 2.4, stroke_opacity=.8))
    shine = CAM.quad((1.1, 0, -2), (3.0, 0, -2), (2.3, 0, 40), (1.7, 0, 40))
    o.append(path(shine, S.linear(0, 520, 0, 1080, (0, "#FFC392", .8), (.25, ROSE, .45), (.7, VIOLET, .25), (1, VIOLET, 0))))
    o += [path(CAM.floor(2.26, z, 2.38, z + 1.5), "#C9BFD6", fill_opacity=.42) for z in (-1.6, 1.4, 4.4, 7.4, 10.4, 13.4, 16.4)]
    r = random.Random(3)
    ripples = "".join(lens(r.uniform(1120, 1920), y, r.uniform(18, 80) * (y - 480) / 300, r.uniform(1.6, 4))
                      for y in (540 + 530 * r.random() ** 1.5 for _ in range(90)))
    o.append(path(ripples, "#C896A6", fill_opacity=.28))
    return "".join(o)


def gate(S, lit):
    """The school gate across the road, seen from its side, one leaf open under the street lamp."""
    wall, side, iron = "#3A3A6C", "#4C4878", "#1C1F48"
    x = 5.2
    o = [path(CAM.side(x, 5.2, 0, 7.4, 1.15) + CAM.side(x, 12.6, 0, 34, 1.15),
              S.linear(1160, 0, 1920, 0, (0, "#8A6A8C"), (.5, side), (1, wall))),
         path(CAM.quad((x - .1, 1.15, 5.2), (x + .5, 1.15, 5.2), (x + .5, 1.15, 7.4), (x - .1, 1.15, 7.4)), "#7E6688")]
    bars = "".join(CAM.side(x, 8 + i * .3, .05, 8.06 + i * .3, 2.0) for i in range(15)) + CAM.side(x, 8, .05, 12.2,
                                                                                                   .4) + CAM.side(x, 8, 1.8,
                                                                                                                  12.2, 1.87)
    rail = "".join(CAM.side(x, z, 1.15, z + .05, 1.95) for z in [5.2 + i * .25 for i in range(9)]
                   + [12.8 + i * .5 for i in range(20)]) + CAM.side(x, 12.6, 1.86, 24, 1.92)
    o.append(path(CAM.side(x, 8, 0, 12.2, 1.0), S.linear(0, 480, 0, 660, (0, "#4A4478"), (1, "#2A2C5C"))))
    o.append(path(bars + rail + CAM.side(x, 5.2, 1.86, 7.4, 1.92), iron))
    arch = [CAM.at(x, 2.3 + .5 * (1 - (2 * u - 1) ** 2), 8 + 4.2 * u) for u in [i / 8 for i in range(9)]]
    o.append(stroke(smooth(arch, closed=False), iron, 8))
    for z in (12.2, 7.3):
        o.append(path(CAM.front(x, 0, x + .6, 2.35, z), "#2A2C5A")
                 + path(CAM.side(x, z, 0, z + .6, 2.35),
                        S.linear(0, 330, 0, 650, (0, "#E2A584" if z < 8 else "#B08090"), (1, "#7A5E80"))))
        o.append(path(CAM.front(x - .08, 2.35, x + .68, 2.5, z - .05), "#33346A")
                 + path(CAM.side(x - .08, z - .05, 2.35, z + .65, 2.5), "#D8A083"))
    foot = CAM.at(4.6, 0, 14)
    r = random.Random(21)
    px, py = CAM.at(x + .02, 2.5, 7.4)
    o.append(put(px, py + 1, 1.32, gull(S, M, .2), flip=True))
    pole = put(foot[0] + 2, foot[1], .96, street_lamp(S, M, 386, 92), flip=True)
    o.append(glow(S, LAMP[0], 604, 300, M.glow, .8, sy=.16) + pole + lamp_light(S, M, *LAMP, 370, 150, op=.8, r=130)
             + streak(S, LAMP[0], 602, 1080, 34, "#FFC07C", r, .9, 60, PAPER) if lit else pole)
    return "".join(o)


def bus(S, lit):
    """The next line 4, still far: two headlights and an amber 4. He will let it pass."""
    x, z = 1.72, 26
    (px, py), (qx, qy) = CAM.at(x - 1.1, 3, z), CAM.at(x + 1.1, .25, z)
    r = random.Random(14)
    dark, pane = "#2A2A5A", f"M{px + 10} {py + 102}L{px + 54} {py + 36}H{px + 90}L{px + 46} {py + 102}Z"
    body = (rect(px, py, qx - px, qy - py, dark, 12) + rect(px + 10, py + 36, qx - px - 20, 66, "#7D6A92", 6) +
            path(pane, "#C08A92", fill_opacity=.7))
    for edge, side in ((px, -1), (qx, 1)):
        body += stroke(f"M{edge - 8 * side} {py + 14}Q{edge + 14 * side} {py + 10} {edge + 13 * side} {py + 30}", dark, 4)
        body += rect(edge + 13.5 * side - 5.5, py + 28, 11, 26, dark, 4)
    sign = rect(px + 24, py + 7, qx - px - 48, 23, "#171A38", 3) + words((px + qx) / 2, py + 26, "4", 23, M.glow, weight=800)
    lights = ""
    for lx in (px + 24, qx - 24):
        lights += glow(S, lx, qy - 18, 110, "#FFE2B0", .9 if lit else .4) + circle(lx, qy - 18, 11, PAPER)
        lights += streak(S, lx, qy + 14, 960 if lit else 760, 15, "#FFE0B4", r, .85 if lit else .3, 50, PAPER)
    lights += "".join(stroke(f"M{lx - 90} {qy - 18}H{lx + 90}", PAPER, 2, stroke_opacity=.5) for lx in (px + 24, qx - 24))
    return contact(S, (px + qx) / 2, qy + 14, 100, 10, M.dark, .6) + body + sign + lights
