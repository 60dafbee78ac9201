"""What stands in the canteen: chairs, tables and what is on them, the bin with manners, the trolley, the parka."""
from __future__ import annotations

import math
import random
from dataclasses import replace
from typing import TYPE_CHECKING

from ..fonts import HAND
from ..light import contact
from ..palette import CHALK, MOODS, NIGHT, mix
from ..perspective import Camera
from ..props.pupils import CROWD, seated
from ..props.tools import put, words
from ..svg import circle, ellipse, num, path, polygon, rect, smooth, stroke

if TYPE_CHECKING:
    from random import Random

    from ..svg import Svg

MOOD = MOODS["canteen"]
M = MOOD
CAM = Camera(eye=1.55, back=4.8, scale=320, horizon=380, vanish=860)
CEILING = 3.35
TRAYS = ["#C9603F", "#E2A83C", "#3F8A86", "#5A6EA8", "#8A5A8E"]


def fries(x: float, y: float, w: float, rnd: Random, n: float = 14) -> str:
    """A heap of chips, its foot at (x, y)."""
    heap = [(x - w * .5, y, 0), (x - w * .28, y - w * .26), (x, y - w * .36), (x + w * .3, y - w * .24), (x + w * .5, y, 0)]
    o = [path(smooth(heap), "#C9822E")]
    for _ in range(n):
        cx, cy, a, ln = x + rnd.gauss(0, .2) * w, y - rnd.uniform(.06, .34) * w, rnd.uniform(-70, 70), w * rnd.uniform(.14, .24)
        dx, dy = math.sin(math.radians(a)) * ln, -math.cos(math.radians(a)) * ln * .7
        o.append(stroke(f"M{num(cx-dx*.5)} {num(cy-dy*.5)}L{num(cx+dx*.5)} {num(cy+dy*.5)}", rnd.choice(["#F2C04E", "#FFDD86",
            "#E5A53A"]), max(2, w * .065)))
    return "".join(o)


def chair(x: float, z: float, facing: float, col: str, turn: float = 0.0, h: float = .84) -> str:
    """A canteen chair; facing -1 looks left, +1 looks right. Light comes from the right."""
    w, d, seat = .36, .38, .45
    ca, sa = math.cos(turn), math.sin(turn)

    def at(u, y, v):
        """u towards where it faces, v into the picture."""
        u *= facing
        return CAM.at(x + u * ca - v * sa, y, z + u * sa + v * ca)

    def leg(u, v, c):
        return stroke(polygon([at(u, seat, v), at(u * 1.12, 0, v * 1.12)], False), c, .028 * CAM.k(z))

    shade, light = mix(M.sh(col, .95), M.dark, .12), M.li(col, .3)
    back_lit = facing < 0
    rest = smooth([at(-d / 2, .52, -w / 2) + (.5,), at(-d / 2, .52, w / 2) + (.5,), at(-d / 2 - .05, h, w / 2 - .02) + (.6,),
        at(-d / 2 - .05, h, -w / 2 + .02) + (.6,)])
    slot = smooth([at(-d / 2 - .045, h - .09, -w * .2), at(-d / 2 - .045, h - .09, w * .2), at(-d / 2 - .035, h - .14, w * .2),
        at(-d / 2 - .035, h - .14, -w * .2)])
    fold = polygon([at(-d / 2 - .012, .6, -w / 2 + .02), at(-d / 2 - .012, .6, w / 2 - .02)], False)
    edge = [at(-d / 2 - .05, h, w / 2 - .02), at(-d / 2 - .05, h, -w / 2 + .02)]
    top = [at(-d / 2, seat, -w / 2), at(d / 2, seat, -w / 2), at(d / 2, seat, w / 2), at(-d / 2, seat, w / 2)]
    front_edge = [at(-d / 2, seat, -w / 2), at(d / 2, seat, -w / 2), at(d / 2, seat - .03, -w / 2), at(-d / 2, seat - .03,
        -w / 2)]
    steel = "#5A6288"
    post = stroke(polygon([at(-d / 2, seat, -w / 2 + .03), at(-d / 2 - .02, .6, -w / 2 + .03)], False) + polygon([at(-d / 2, seat,
        w / 2 - .03), at(-d / 2 - .02, .6, w / 2 - .03)], False), steel, .026 * CAM.k(z))
    bits = [leg(-d / 2, w / 2, "#3E4570"), leg(d / 2, w / 2, "#3E4570"), post if not back_lit else "", path(rest, M.sh(col, .55))
        + path(slot, M.sh(col, .95)) + stroke(fold, M.sh(col, .8), 2) if not back_lit else "", path(polygon(top), light),
        path(polygon(front_edge), M.sh(col, .6)), leg(-d / 2, -w / 2, steel), leg(d / 2, -w / 2, steel)]
    if back_lit:
        bits += [post, path(rest, light), path(slot, M.sh(col, .75)), stroke(fold, M.sh(col, .4), 2)]
    bits.append(stroke(polygon(edge, False), M.li(col, .8) if back_lit else shade, 3))
    (fx, fy) = CAM.at(x, 0, z)
    k = CAM.k(z)
    for u, v in ((-d / 2, -w / 2), (d / 2, -w / 2)):
        px, py = at(u * 1.12, 0, v * 1.12)
        bits.append(ellipse(px, py - 1, .024 * k, .012 * k, "#2C2E4A"))
    return path(smooth([(fx - .95 * k, fy - 4), (fx - .2 * k, fy - .09 * k), (fx + .26 * k, fy - .04 * k),
        (fx + .1 * k, fy + .05 * k), (fx - .7 * k, fy + .05 * k)]), M.dark, fill_opacity=.3) + "".join(bits)


def table(S: Svg, x0: float, x1: float, z0: float, z1: float, top: str = "#F3E4C6", y: float = .76) -> str:
    """A long table running away from us, shadow to the left."""
    shadow = polygon([CAM.at(x0 - .75, 0, z0 - .05), CAM.at(x1 - .5, 0, z0 - .05), CAM.at(x1 - .5, 0, z1), CAM.at(x0 - .75, 0,
        z1)])
    ax, bx = CAM.at(x0, y, z0)[0], CAM.at(x1, y, z1)[0]
    o = [path(shadow, M.dark, fill_opacity=.32)]
    for z in (z1 - .1, (z0 + z1) / 2, z0 + .1):
        for x in (x0 + .1, x1 - .1):
            o.append(path(CAM.front(x - .03, 0, x + .03, y, z), "#5A6288" if x > (x0 + x1) / 2 else "#3E4570"))
    side = CAM.side(x1, z0, y - .05, z1, y) if x1 < 0 else CAM.side(x0, z0, y - .05, z1, y)
    return "".join(o) + path(CAM.floor(x0, z0, x1, z1, y), S.linear(ax, 0, max(bx, ax + 200), 0, (0, M.sh(top, .3)),
        (1, M.li(top, .3)))) + path(side, "#FFF3D2" if x1 < 0 else M.sh(top, .7)) + path(CAM.front(x0, y - .05, x1, y, z0),
        M.sh(top, .55))


def tray(x: float, z: float, col: str, rnd: Random, full: bool = True, y: float = .76, turn: float = 0.0) -> str:
    """A tray with its lunch: chips, a glass, an apple or a yoghurt."""
    k = CAM.k(z)
    ca, sa = math.cos(turn), math.sin(turn)

    def at(u, v, dy=0):
        return CAM.at(x + u * ca - v * sa, y + .015 + dy, z + u * sa + v * ca)

    o = [path(polygon([at(-.16, -.22, -.012), at(.16, -.22, -.012), at(.16, .22, -.012), at(-.16, .22, -.012)]), M.dark,
        fill_opacity=.35), path(polygon([at(-.16, -.22), at(.16, -.22), at(.16, .22), at(-.16, .22)]), M.sh(col, .15)),
        path(polygon([at(.13, -.22), at(.16, -.22), at(.16, .22), at(.13, .22)]), M.li(col, .5)),
        path(polygon([at(-.16, -.22), at(.16, -.22), at(.16, -.22, -.02), at(-.16, -.22, -.02)]), M.sh(col, .7))]
    px, py = at(-.02, -.04)
    o += [ellipse(px, py, .1 * k, .034 * k, "#FFFDF2"), ellipse(px - .02 * k, py + 1, .09 * k, .026 * k, "#D6D0DA")]
    if full:
        o.append(fries(px, py + 2, .17 * k, rnd, 9))
    gx, gy = at(.1, .13)
    o += [path(f"M{num(gx-.034*k)} {num(gy-.1*k)}h{num(.068*k)}l{num(-.01*k)} {num(.1*k)}h{num(-.048*k)}z", "#BFE3E6",
        fill_opacity=.85), path(f"M{num(gx+.014*k)} {num(gy-.1*k)}h{num(.02*k)}l{num(-.01*k)} {num(.1*k)}h{num(-.016*k)}z",
        "#FFFFFF", fill_opacity=.9)]
    ax, ay = at(-.1, .15)
    if rnd.random() < .6:
        c = rnd.choice(["#7E9A4A", "#C9503C"])
        o += [circle(ax, ay - .03 * k, .034 * k, M.sh(c, .4)), circle(ax + .008 * k, ay - .036 * k, .022 * k, M.li(c, .3))]
    else:
        o.append(rect(ax - .03 * k, ay - .06 * k, .06 * k, .06 * k, "#FFF3E0", r=2) + rect(ax - .03 * k, ay - .06 * k, .06 * k,
            .018 * k, "#5A6EA8"))
    return "".join(o)


def jug(x: float, z: float, y: float = .76, s: float = 1.0) -> str:
    """A water jug."""
    (px, py), k = CAM.at(x, y, z), CAM.k(z) * s
    return put(px, py, k * .0039, ellipse(-14, 1, 26, 5, M.dark, fill_opacity=.3), path("M-17 -58L19 -60L16 0Q0 4 -15 0Z", "#CFE6E6",
        fill_opacity=.8), path("M-16 -38L17.500 -38L16 0Q0 4 -15 0Z", "#8FC6CE", fill_opacity=.9),
        path("M8 -59L19 -60L16 0Q12 2 7 2Z", "#FFFFFF", fill_opacity=.75), stroke("M-16 -50q-17 2 -15 18t17 16", "#9DBCC6", 5),
        path("M14 -60l10 -6l-4 12z", "#CFE6E6"))


def bag(x: float, y: float, s: float) -> str:
    """The lilac school bag."""
    c = "#A58CC4"
    return put(x, y, s, ellipse(-20, 0, 70, 9, M.dark, fill_opacity=.35), stroke("M-14 -96q0 -22 16 -22t16 22", M.sh(c, .7), 8),
        path(smooth([(-46, -2, .4), (-50, -70), (-34, -100, .7), (34, -100, .7), (50, -70), (46, -2, .4)]), M.sh(c, .35)),
        path(smooth([(16, -2, .3), (22, -60), (20, -100, .5), (34, -100, .7), (50, -70), (46, -2, .4)]), M.li(c, .35)),
        path(smooth([(-38, -8, .4), (-38, -44, .6), (30, -44, .6), (32, -8, .4)]), M.sh(c, .65)), stroke("M-38 -40H30", "#E6DAF2",
        4), circle(-26, -74, 9, CHALK), circle(-22, -76, 7, M.sh(c, .3)))


def parka(x: float, y: float, s: float) -> str:
    """A red parka on a chair's back, its hood fallen forward, one white band on the sleeve."""
    c = "#C2453F"
    body = smooth([(-60, -152, .6), (-30, -176), (30, -176), (58, -152, .6), (64, -60), (58, 4, .3), (-56, 6, .3), (-66, -60)])
    return put(x, y, s, path(body, M.sh(c, .25)), path(smooth([(14, -174, .4), (30, -176), (58, -152, .6), (64, -60), (58, 4, .3),
        (24, 5, .3), (30, -80)]), M.li(c, .38)), path(smooth([(-60, -152, .5), (-84, -100), (-86, -26, .4), (-62, -20, .4),
        (-54, -90)]), M.sh(c, .6)), path("M-85 -62L-59 -58L-60 -42L-86 -46Z", M.sh(CHALK, .4)),
        path(smooth([(58, -152, .5), (84, -102), (88, -22, .4), (64, -18, .4), (52, -90)]), M.li(c, .2)),
        path("M61 -58L87 -62L88 -46L62 -42Z", CHALK), path(smooth([(-44, -168, .5), (-30, -196), (0, -204), (30, -196),
        (42, -168, .5), (22, -132), (0, -122), (-24, -132)]), M.sh(c, .5)), path(smooth([(-28, -170), (0, -188), (26, -170),
        (14, -144), (0, -138), (-14, -144)]), M.sh(NIGHT, .3)), stroke(smooth([(24, -198), (42, -170), (60, -150)], False),
        "#FFD8C0", 3), stroke("M0 -122V0", M.sh(c, .8), 3))


def tray_rack(S: Svg, x: float, z: float, w: float = .6, h: float = 1.5) -> str:
    """The tray-return trolley, half full, one tray put in by somebody in a hurry."""
    (px, py), k, rnd = CAM.at(x, 0, z), CAM.k(z), random.Random(6)
    W, H = w * k, h * k
    o = [path(f"M{num(-W*.9)} 0L{num(W*.5)} 6L{num(W*.9)} -8L{num(-W*.3)} -20Z", M.dark, fill_opacity=.35), rect(-W * .06, -H + 4,
        W * 1.0, H - 30, "#6A6C94", fill_opacity=.7)]
    step = (H - 50) / 9
    for i in range(9):
        y = -H + 20 + i * step
        o.append(rect(0, y, W * .9, 3, "#C8CDD6", fill_opacity=.9))
        if i in (1, 2, 4, 5, 7, 8):
            c, dx = TRAYS[(i * 3) % 5], (-16 if i == 4 else rnd.uniform(-3, 3))
            o += [path(polygon([(dx + 2, y - 7), (dx + W * .88, y - 7 + (8 if i == 4 else 0)), (dx + W * .88,
                y + 1 + (8 if i == 4 else 0)), (dx + 2, y + 1)]), M.sh(c, .35)), rect(dx + W * .7, y - 7 + (8 if i == 4 else 0),
                W * .18, 3, M.li(c, .6))]
            if i in (2, 5):
                o += [ellipse(dx + W * .4, y - 9, W * .2, 4, "#FFFDF2"), ellipse(dx + W * .4, y - 11, W * .15, 3, "#D6D0DA")]
    for dx in (-3, W * .9 - 4):
        o += [rect(dx, -H, 8, H - 12, "#7C82A6"), rect(dx + 5, -H, 3, H - 12, "#F6F4EA")]
    o += [rect(-3, -H, W * .9 + 7, 8, "#B6BCCC"), rect(-3, -H, W * .9 + 7, 3, "#FFFBEE"), circle(4, -4, 9, "#2C2E4A"),
        circle(W * .87, -4, 9, "#2C2E4A")]
    return put(px, py, 1, *o)


def bin_with_manners(S: Svg, x: float, z: float) -> str:
    """The bin somebody leans on: a mouth, a label that asks nicely."""
    (px, py), k = CAM.at(x, 0, z), CAM.k(z) / 100
    c = "#3F7F7A"
    return contact(S, px - 24, py, 110, 16, M.dark, .5) + put(px, py, k, path("M-30 -88L30 -88L26 0L-26 0Z", M.sh(c, .55)),
        path("M10 -88L30 -88L26 0L9 0Z", M.li(c, .25)), path("M-30 -88L-22 -88L-19 0L-26 0Z", M.sh(c, .95)),
        path("M-33 -88Q-33 -106 -20 -106H20Q33 -106 33 -88Z", M.sh(c, .3)), path("M14 -106H20Q33 -106 33 -88H15Z", M.li(c, .5)),
        path("M-22 -101H18L21 -91H-25Z", "#22304A"), path("M-22 -101H18L17 -98H-23Z", "#121C34"),
        path("M-24 -66L24 -67L23 -34L-23 -33Z", "#FFF3D6"), words(0, -53, "Nourrissez-", 10.5, M.dark, HAND),
        words(0, -41, "moi.", 11.5, M.dark, HAND))


def lamp(S: Svg, x: float, z: float, y: float = 2.42, col: str = "#E2A83C", r: float = .27) -> str:
    """An enamel lamp over the tables."""
    (px, py), k = CAM.at(x, y, z), CAM.k(z)
    R, top = r * k, CAM.at(x, CEILING, z)[1]
    dome = "M-100 0Q-95 -80 -18 -92H18Q95 -80 100 0Z"
    lit = "M10 -92H18Q95 -80 100 0H42Q44 -70 10 -92Z"
    return rect(px - 2, top, 4, py - R - top, "#6A6884") + put(px, py, R / 100, rect(-14, -110, 28, 22, "#6A6884"),
        path(dome, M.sh(col, .45)), path(lit, M.li(col, .5)), ellipse(0, 0, 100, 17, "#FFF6DC"), ellipse(0, -1, 80, 10,
        M.sh(col, .3)), ellipse(0, 1, 30, 10, "#FFFBEA"))


def eater(S: Svg, x: float, z: float, who: int, turn: int, study: bool) -> str:
    """One of the crowd on a canteen chair, elbows on the table."""
    (px, py), k = CAM.at(x, .45, z), CAM.k(z) / 100
    p = replace(CROWD[who], turn=turn, arms="table" if study else ("eat", "talk", "table")[who % 3], scarf=None, bag=None, back=False)
    return put(px, py, k, seated(S, M, p, .02 + z * .012))


def exercise_book(x: float, z: float, blank: bool = False, y: float = .76) -> str:
    """An open exercise book and a pen beside it."""
    (px, py), k = CAM.at(x, y + .01, z), CAM.k(z)
    w, h = .17 * k, .036 * k
    page = path(f"M{num(px - w)} {num(py + h)}L{num(px - w * .7)} {num(py - h)}H{num(px + w * .7)}L{num(px + w)} {num(py + h)}Z", "#FFFDF2")
    lines = "" if blank else "".join(stroke(f"M{num(px - w * .72)} {num(py - h * .5 + i * h * .5)}H{num(px - w * .1)}", "#8FA3C0", 1.4)
                                     for i in range(3))
    return page + lines + stroke(f"M{num(px)} {num(py - h)}V{num(py + h)}", "#C9C2CC", 2) + stroke(
        f"M{num(px + w * .4)} {num(py + h * .7)}l{num(w * .5)} {num(-h * .9)}", "#2F4A8A", 3)


def row(S: Svg, x0: float, x1: float, z0: float, z1: float, seed: int, col: str, left: tuple, right: tuple, on_left: dict,
        on_right: dict, study: bool) -> str:
    """A table left of the camera, chairs on both sides, who sits there, trays (or exercise books); far things first.

    left: z of the chairs on the left; right: (z, gap, turn, colour) of those on the right; on_left, on_right: z → who of the crowd."""
    rnd, o = random.Random(seed), []
    for z in left:
        o.append(chair(x0 - .3 - rnd.uniform(0, .1), z, 1, col, rnd.uniform(-.15, .15)))
        if z in on_left:
            o.append(eater(S, x0 - .24, z, on_left[z], 1, study))
    o.append(table(S, x0, x1, z0, z1))
    for z in left:
        places = (x0 + .23, z + rnd.uniform(-.05, .05)), (x1 - .23, z + rnd.uniform(-.06, .06))
        colours, full = (rnd.choice(TRAYS), rnd.choice(TRAYS)), rnd.random() < .8
        if study:
            o += [exercise_book(*places[0])] if z in on_left else []
        else:
            o += [tray(*places[0], colours[0], rnd), tray(*places[1], colours[1], rnd, full)]
    if not study:
        m = (x0 + x1) / 2
        o += [jug(m - .01, 3.4), bread(m + .05, 2.55), jug(m - .03, 1.75), bread(m - .09, 1.1), jug(m + .11, .72, s=1.08)][0 if col == "#3F8A86" else 5:]
    for z, gap, turn, tint in right:
        if z in on_right:
            o.append(eater(S, x1 + gap - .06, z, on_right[z], -1, study))
        o.append(chair(x1 + gap, z, -1, tint, turn))
    return "".join(o)


def bread(x: float, z: float, y: float = .76) -> str:
    """A basket of bread."""
    (px, py), k = CAM.at(x, y, z), CAM.k(z)
    return put(px, py, k * .0042, *(path(smooth([(dx - 13, -16), (dx, -36 - dx * .2), (dx + 14, -16), (dx, -8)]), c) for dx,
        c in ((-18, "#C98A4A"), (2, "#E8B878"), (20, "#D59C5A"))), path("M-36 -20H38L30 2Q0 7 -28 2Z", "#A86A44"),
        path("M16 -20H38L30 2Q20 5 14 5Z", "#E0A468"), stroke("M-33 -12H35", "#7A4A3A", 3))
