"""What lives in the places by itself: steam, rain, leaves, motes, a lamp that fails, a screen that works. Small pictures of the
whole place, laid over one of its layers in a rhythm; `LIVING` says which, where and how often. Nothing here draws the eye from a face."""
from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass

from .light import glow
from .palette import OCHRE, PAPER, mix
from .svg import Svg, circle, ellipse, group, path, polygon, rect, smooth, stroke, taper

W, H = 1920, 1080
Draw = Callable[..., str]


def steam(S: Svg, frame: int, x: float, y: float, tall: float, colour: str = PAPER, wide: float = 1.0) -> str:
    """Three wisps that rise and thin out, one third of a turn further each frame."""
    out = ""
    for i in range(3):
        t = (i + frame / 4) / 3 % 1
        foot, top = y - tall * t * .7, y - tall * (t * .7 + .34)
        lean = math.sin(t * 6.3 + i) * 14 * wide
        pts = [(x + lean * .3, foot), (x - lean, (foot * 2 + top) / 3), (x + lean, (foot + top * 2) / 3), (x + lean * .5, top)]
        out += path(taper(pts, [.3, 13 * wide * (1 - t * .4), 10 * wide, .3]), colour, fill_opacity=round(.34 * (1 - t), 3))
    return out


def steams(S: Svg, frame: int, spots: tuple, tall: float, colour: str = PAPER) -> str:
    """Several plates that steam out of step."""
    return "".join(steam(S, frame + i, x, y, tall, colour, .7) for i, (x, y) in enumerate(spots))


def rain(S: Svg, frame: int, box: tuple, n: int, colour: str) -> str:
    """Slanted strokes; a new fall each frame."""
    x, y, w, h = box
    rnd, out = random.Random(90 + frame), ""
    for _ in range(n):
        px, py, long = x + rnd.random() * w, y + rnd.random() * h, rnd.uniform(22, 60)
        d = f"M{px:.0f} {py:.0f}L{px - long * .16:.0f} {min(y + h, py + long):.0f}"
        out += stroke(d, colour, rnd.uniform(1.4, 2.6), stroke_opacity=round(rnd.uniform(.18, .5), 2))
    return out


def rings(S: Svg, frame: int, spots: tuple, colour: str) -> str:
    """Where drops meet a puddle: rings that widen and fade."""
    out = ""
    for i, (x, y) in enumerate(spots):
        r = 7 + 12 * ((frame + i) % 3)
        o = round(.62 - .19 * ((frame + i) % 3), 2)
        out += ellipse(x, y, r, r * .3, "none", stroke=colour, stroke_width=2.4, stroke_opacity=o)
    return out


def leaves(S: Svg, frame: int, start: tuple, step: tuple, n: int, colours: tuple, size: float = 15) -> str:
    """A handful of leaves on the wind, each frame a step further along, turning."""
    rnd, out = random.Random(5), ""
    for i in range(n):
        ox, oy, speed = rnd.uniform(-150, 150), rnd.uniform(-110, 110), rnd.uniform(.8, 1.2)
        x = start[0] + ox + step[0] * frame * speed
        y = start[1] + oy + step[1] * frame * speed + math.sin(frame * 1.7 + i) * 22
        turn, k = (frame * 67 * speed + i * 80) % 360, size * rnd.uniform(.8, 1.25)
        leaf = smooth([(-k, 0, .2), (-k * .2, -k * .5), (k, 0, .1), (-k * .1, k * .46)])
        vein = path(taper([(-k, 0), (0, 2), (k * .8, 0)], [2, 2, .3]), mix(colours[0], "#3A2430", .5))
        out += group(path(leaf, colours[i % len(colours)]), vein,
                     transform=f"translate({x:.0f} {y:.0f}) rotate({turn:.0f}) scale(1 {.55 + .4 * abs(math.sin(frame + i)):.2f})")
    return out


def motes(S: Svg, frame: int, quad: tuple, n: int, colour: str) -> str:
    """Dust in a shaft of light: the same grains, drifting."""
    rnd, out = random.Random(12), ""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = quad
    for i in range(n):
        u = (rnd.random() + frame * .012 * rnd.uniform(.3, 1)) % 1
        v = (rnd.random() + frame * .02 * rnd.uniform(-.4, 1)) % 1
        x = (ax * (1 - u) + bx * u) * (1 - v) + (dx * (1 - u) + cx * u) * v
        y = (ay * (1 - u) + by * u) * (1 - v) + (dy * (1 - u) + cy * u) * v
        shine = .5 + .5 * math.sin(i * 2.4 + frame * 1.57)
        out += circle(x, y, rnd.uniform(1.4, 3.4), colour, fill_opacity=round(.14 + .5 * shine, 2))
    return out


def glints(S: Svg, frame: int, box: tuple, n: int, colour: str) -> str:
    """Light on water or on a wet street: short strokes that come and go."""
    x, y, w, h = box
    rnd, out = random.Random(31 + frame), ""
    for _ in range(n):
        px, py, long = x + rnd.gauss(.5, .2) * w, y + rnd.random() * h, rnd.uniform(.12, .42) * w
        d = taper([(px - long, py), (px, py + 1), (px + long, py)], [.3, 4.5, .3])
        out += path(d, colour, fill_opacity=round(rnd.uniform(.3, .75), 2))
    return out


def failing(S: Svg, frame: int, at: tuple, r: float, tubes: tuple, dark: str) -> str:
    """A neon that goes out for an instant: its tubes grey, the light round them gone."""
    out = glow(S, *at, r, dark, .34, .8)
    return out + "".join(path(polygon(tube), mix(dark, "#7F93A8", .45), fill_opacity=.85) for tube in tubes)


def halo(S: Svg, frame: int, x: float, y: float, r: float, colour: str) -> str:
    """A lamp in the fog that breathes."""
    return glow(S, x, y, r, colour, .22)


def scan(S: Svg, frame: int, box: tuple, colour: str) -> str:
    """A line that reads a screen from the top to the bottom."""
    x, y, w, h = box
    at = y + h * (frame + .5) / 5
    return rect(x, at - 12, w, 12, colour, fill_opacity=.16) + rect(x, at, w, 3, colour, fill_opacity=.85)


def bars(S: Svg, frame: int, box: tuple, ground: str, colour: str) -> str:
    """A waveform that listens."""
    x, y, w, h = box
    rnd, n = random.Random(60 + frame), 17
    out = rect(x, y, w, h, ground)
    for i in range(n):
        swell = math.sin(math.pi * (i + .5) / n)
        k = h * (.1 + .8 * swell * rnd.random())
        out += rect(x + w * (i + .2) / n, y + (h - k) / 2, w / n * .55, k, colour, 2)
    return out


def stars(S: Svg, frame: int, spots: tuple, colour: str) -> str:
    """Some of the stars, brighter for a moment."""
    return "".join(circle(x, y, 3.4, colour, fill_opacity=.9) + glow(S, x, y, 16, colour, .4)
                   for i, (x, y) in enumerate(spots) if i % 3 == frame)


def snores(S: Svg, frame: int, x: float, y: float, colour: str) -> str:
    """The robot vacuum sleeps: one z more each frame."""
    def z(i: int) -> str:
        k, px, py = 7 + 3 * i, x + 17 * i, y - 24 * i
        return stroke(f"M{px} {py}h{k}l{-k} {k}h{k}", colour, 2.6, stroke_opacity=.8)
    return "".join(z(i) for i in range(frame + 1))


@dataclass(frozen=True)
class Living:
    """One thing that lives on a layer.

    frames: how many pictures there are; scores: in which order they come (-1: nothing), one chosen each time
    beat:   seconds a picture; rest: seconds between two scores, from and to
    """

    layer: str
    name: str
    draw: Draw
    args: tuple
    frames: int
    scores: tuple[tuple[int, ...], ...]
    beat: float = .25
    rest: tuple[float, float] = (0, 0)


ROUND3, ROUND4 = ((0, 1, 2),), ((0, 1, 2, 3),)
GUST = ((0, 1, 2, 3, 4, 5, 6),)
AUTUMN = ("#E0A93A", "#C98B4A", OCHRE)

LIVING = (
    Living("portail/mid", "lamp", halo, (497, 190, 120, "#FFC58A"), 1, ((0, 0, 0, 0), (0, 0)), .25, (1, 4)),
    Living("portail/mid", "street", glints, ((455, 690, 70, 330), 9, "#FFD08A"), 3, ROUND3, .5, (.5, 2)),
    Living("portail/front", "leaf", leaves, ((1640, 210), (-34, 62), 1, AUTUMN), 7, GUST, .25, (6, 14)),
    Living("portail-soir/mid", "street", glints, ((455, 690, 70, 330), 9, "#FFD08A"), 3, ROUND3, .5, (.5, 2)),
    Living("vie-scolaire/mid", "kettle", steam, (1376, 500, 190, PAPER), 4, ROUND4, .375),
    Living("vie-scolaire-soir/mid", "kettle", steam, (1376, 500, 190, "#D9C2B4"), 4, ROUND4, .375),
    Living("cour/mid", "leaves", leaves, ((1330, 330), (-150, 52), 5, AUTUMN), 7, GUST, .125, (1.5, 5)),
    Living("couloir-b/mid", "neon", failing, ((1010, 250), 330, (((1006, 104), (1060, 104), (1072, 128), (1010, 128)),), "#1E3040"), 1,
           ((0, -1, 0), (0,), (0, 0, -1, -1, 0)), .125, (3, 9)),
    Living("gymnase/mid", "dust", motes, (((520, 210), (820, 300), (1240, 640), (820, 660)), 26, "#FFD9A0"), 4, ROUND4, .5),
    Living("gymnase-soir/mid", "dust", motes, (((1010, 0), (1190, 0), (1500, 620), (700, 620)), 22, "#E8C08A"), 4, ROUND4, .5),
    Living("cdi-radio/mid", "dust", motes, (((1540, 130), (1760, 160), (1420, 700), (1000, 640)), 26, "#FFD9A0"), 4, ROUND4, .5),
    Living("cdi-radio-soir/mid", "dust", motes, (((1680, 430), (1860, 430), (1760, 800), (1380, 800)), 18, "#FFD9A0"), 4, ROUND4, .5),
    Living("cantine/mid", "plates", steams, (((168, 432), (275, 432), (392, 432), (508, 432), (622, 432)), 100, PAPER), 4, ROUND4, .375),
    Living("cantine/back", "sea", glints, ((1600, 400, 66, 80), 7, "#FFFFFF"), 3, ROUND3, .5, (.5, 2)),
    Living("cantine-perm/back", "sea", glints, ((1600, 400, 66, 80), 7, "#FFE3B0"), 3, ROUND3, .5, (.5, 2)),
    Living("cantine-soir/back", "sea", glints, ((1600, 400, 66, 80), 7, "#E8A884"), 3, ROUND3, .5, (.5, 2)),
    Living("salle-arts/mid", "dust", motes, (((180, 120), (620, 160), (1300, 700), (820, 760)), 28, "#FFE3B0"), 4, ROUND4, .5),
    Living("salle-arts-soir/back", "sea", glints, ((110, 450, 120, 80), 6, "#F0A468"), 3, ROUND3, .5, (.5, 2)),
    Living("salle-info/mid", "scan", scan, ((1030, 428, 172, 116), "#2F8FA8"), 5, ((0, 1, 2, 3, 4),), .25, (2, 6)),
    Living("salle-info/mid", "robot", snores, (985, 806, "#BFD8F0"), 3, ((0, 1, 2, 2),), .5, (1, 3)),
    Living("arret-bus-soir/mid", "rain", rain, ((980, 60, 900, 360), 52, "#C8CCF0"), 3, ROUND3, .25),
    Living("arret-bus-soir/mid", "drops", rings, (((770, 948), (985, 962), (1445, 935), (1560, 955), (1010, 850)), "#E8D8E8"),
           3, ROUND3, .25),
    Living("arret-bus/mid", "drizzle", rain, ((980, 60, 900, 360), 34, "#EEF0F6"), 3, ROUND3, .375),
    Living("arret-bus/mid", "drops", rings, (((770, 948), (985, 962)), "#F3E9D8"), 3, ROUND3, .25, (1, 4)),
    Living("studio/mid", "wave", bars, ((1262, 503, 138, 62), "#20264A", "#8FD0E8"), 3, ROUND3, .25),
    Living("studio/mid", "tea", steam, (1452, 596, 120, PAPER, .7), 4, ROUND4, .375),
    Living("studio/back", "stars", stars, (((758, 42), (1030, 30), (1130, 46), (1290, 38), (1382, 28), (848, 62)), PAPER),
           3, ROUND3, .5, (1, 4)),
)
BY_NAME = {(living.layer, living.name): living for living in LIVING}


def alive(layer: str, name: str, frame: int) -> Svg:
    """One picture of something that lives there, 1920×1080, transparent but for it."""
    S, living = Svg(W, H, "lf"), BY_NAME[layer, name]
    return S.add(living.draw(S, frame, *living.args))
