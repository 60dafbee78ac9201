"""Pupils nobody knows, seen from across a room or a yard: faces and hair made as the cast's are, light to draw, with something to do.

Feet at (0, 0), 100 units a metre, light from the right. `turn` is 1 for somebody who looks to the right, -1 to the left."""
from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..palette import INK, mix
from ..people.eyes import brows, eyes
from ..people.face import ear, face_outline
from ..people.hair import HAIR
from ..people.look import EX, Look
from ..people.mouth import mouth
from ..svg import circle, ellipse, group, num, path, smooth, stroke, taper

if TYPE_CHECKING:
    from ..palette import Mood
    from ..svg import Svg

SKINS = ("peach", "copper", "walnut", "rose", "ebony", "honey")
HAIRS = ("#2B1C28", "#5A3A28", "#8E6A44", "#3A2A34", "#B98A50")
HEAD, CHIN = .132, -126.0      # units of a pupil per head unit; where the chin is
NEAR = .12                     # haze: nearer than this a face has lids and lips, further away a dot and a line
Point = tuple[float, float]


@dataclass(frozen=True)
class Pupil:
    """Who it is at a glance: colours, hair, what the arms do ("down", "talk", "pockets", "bag", "point", "fold"), what they wear ("zip",
    "hoodie", "stripe", "puffer"), and whether we see only their back."""

    coat: str
    legs: str
    skin: int = 0
    hair: int = 0
    style: str = "crop"
    arms: str = "down"
    turn: int = 1
    stride: float = .3
    scarf: str | None = None
    bag: str | None = None
    tall: float = 1.0
    top: str = "zip"
    mood: str = "neutral"
    back: bool = False


def _look(M: Mood, p: Pupil, d: float) -> Look:
    """The pupil as the kit's faces know people, seen through so much air."""
    L = Look(name="", skin=SKINS[p.skin], hair=HAIRS[p.hair], style=p.style, col=p.coat, accent=p.scarf or "#B5654A",
             nose=.8 + .15 * (p.skin % 4), lips=.95 + .12 * (p.skin % 3), smile=("soft", "closed", "wide")[p.hair % 3],
             seed=p.skin * 7 + p.hair)
    for name in ("sk", "sks", "skl", "skf", "hair", "hs", "hl", "browc", "iris", "col", "accent"):
        setattr(L, name, M.far(getattr(L, name), d))
    return L


def _head(S: Svg, M: Mood, p: Pupil, L: Look, d: float) -> tuple[str, str]:
    """What hangs behind the shoulders, and the head: 3/4, or its back."""
    at = f'transform="translate({num(1.5 * p.turn)} {num(CHIN - 96 * HEAD)}) scale({HEAD * p.turn} {HEAD})"'
    if p.back:
        return "", f"<g {at}>{_nape(L)}</g>"
    e = EX[p.mood]
    behind, middle, front, _ = HAIR[p.style](S, L)
    skull = face_outline(L)
    shade = ([(-110, -130), (-40, -125), (-58, -60), (-49, -16), (-55, 18), (-40, 52), (-26, 76), (14, 92), (24, 122), (-60, 130),
              (-110, 60)]
             if p.turn > 0 else [(58, -130), (100, -90), (96, 40), (60, 110), (-10, 124), (14, 96), (44, 62), (58, 10), (54, -60)])
    nose = [(20, -8), (21, 12), (11, 32), (18, 37), (31, 36), (25, 10)]
    planes = group(path(smooth(shade), L.sks, opacity=.75), ellipse(-16, 38, 26, 13, L.skf, opacity=.28), clip_path=S.clip(skull))
    face = ear(L) + path(skull, L.sk) + planes + path(smooth(nose), L.sks, opacity=.6)
    if d < NEAR:
        lips = group(mouth(S, L, e["m"]), transform=f"translate(23 {num(66 * L.low)}) scale(1.04 1.12)")
        face += eyes(S, L, e, False) + lips + brows(L, e)
    else:
        dark = mix(INK, L.sk, .25)
        face += ellipse(-17, -1, 9, 12, dark) + ellipse(48, -2, 7, 11, dark)
        face += stroke("M-40 -30Q-18 -42 2 -30M36 -32Q50 -40 66 -30", L.browc, 9)
        face += stroke("M8 62Q24 72 42 60", mix(L.sks, INK, .3), 8)
    return f"<g {at}>{behind}</g>", f"<g {at}>{face}{middle}{front}</g>"


def _nape(L: Look) -> str:
    """A head from behind: neck, ears, hair down to the collar or gathered."""
    long = L.style in ("wavy", "plait", "braids", "bob")
    low = [(92, 60), (88, 150), (0, 168), (-92, 150), (-96, 60)] if long else [(74, 40), (52, 84, .3), (10, 70), (-20, 90, .3), (-72, 40)]
    out = ellipse(-86, 4, 14, 22, L.sks) + ellipse(84, 2, 14, 21, L.sk)
    out += path(smooth([(0, -138), (62, -122), (92, -66), (92, 0), *low, (-96, -10), (-90, -74), (-56, -124)]), L.hair)
    out += path(smooth([(-8, -136), (-30, -60), (-40, 30), (-30, 80), (-72, 40), (-96, -10), (-90, -74), (-56, -124)]), L.hs, opacity=.8)
    out += path(taper([(36, -112), (62, -60), (62, 0)], [.3, 12, .3]), L.hl, opacity=.7)
    return out + (circle(4, -140, 42, L.hair) + path(taper([(4, -176), (30, -160), (38, -132)], [.3, 8, .3]), L.hl)
                  if L.style in ("bun", "pencil-bun") else "")


def _arm(p: Pupil, near: bool) -> list[Point]:
    """Shoulder, elbow and wrist of one arm."""
    f = p.turn
    s = (-13.5 if near else 13.5, -117.0)
    ways: dict[str, list[Point]] = {
        "down": [(s[0] * 1.3, -95), (s[0] * 1.22, -75)],
        "talk": [(s[0] * 1.1, -96), (s[0] * .4 + 19 * f, -106 if near else -94)],
        "pockets": [(s[0] * 1.6, -95), (s[0] * .9, -78)],
        "bag": [(s[0] * 1.2, -96), (s[0] * .3 - 2 * f, -111)],
        "point": [(s[0] + 12 * f, -108), (s[0] + 32 * f, -118)] if near else [(s[0] * 1.3, -95), (s[0] * 1.2, -75)],
        "fold": [(s[0] * 1.35, -97), (-s[0] * .5, -98 if near else -93)],
        "table": [(s[0] * 1.35, -96), (s[0] * .5 + 9 * f, -86)],
        "eat": [(s[0] * 1.35, -96), (s[0] * .4 + 11 * f, -112)] if near else [(s[0] * 1.35, -96), (s[0] * .5 + 9 * f, -86)],
    }
    return [s, *ways[p.arms]]


def _hand(L: Look, arm: list[Point], opened: bool, d: float) -> str:
    """A mitten of fingers with a seam and a thumb beyond the wrist; open when it explains something, a drop when it is far."""
    (ex, ey), (x, y) = arm[-2:]
    far = math.dist((ex, ey), (x, y)) or 1
    u, v = (x - ex) / far, (y - ey) / far

    def at(along: float, aside: float) -> Point:
        return x + u * along - v * aside, y + v * along + u * aside
    if d >= NEAR:
        return path(taper([at(-1, 0), at(5, 0), at(10, 0)], [7, 8.4, 4.6]), L.sk)
    seam = mix(L.sks, INK, .2)
    out = path(taper([at(-1, 0), at(4, 0), at(10, .5)], [6.4, 8, 4.6]), L.sk)
    out += path(taper([at(1, -1), at(4, -4.6), at(8, -5.4)], [3.4, 3.2, 2]), L.sk)
    if opened:
        out += "".join(path(taper([at(4, a * .6), at(11, a)], [2.8, 1.9]), L.sk) for a in (-2.4, 1, 4.2))
    out += path(taper([at(4, .8), at(9, 1.4)], [1, .5]), seam)
    return out + path(taper([at(-1, 3), at(4, 3.4), at(8, 2.6)], [.6, 1.6, .4]), L.sks, opacity=.8)


def _sleeve(arm: list[Point], wide: float, colour: str, cuff: str, lit: str, d: float) -> str:
    """A sleeve; near enough, its lit edge and its cuff."""
    if d >= NEAR:
        return path(taper(arm, [wide, wide * .94, wide * .72]), colour)
    a, b, c = arm
    end = (b[0] + (c[0] - b[0]) * .8, b[1] + (c[1] - b[1]) * .8)
    edge = [(x + wide * .3, y) for x, y in (a, b)]
    return (path(taper(arm, [wide, wide * .94, wide * .72]), colour) + path(taper([end, c], [wide * .8, wide * .76]), cuff) +
            path(taper(edge, [.3, 1.6]), lit, fill_opacity=.7))


def _clothes(p: Pupil, low: str, lit: str, pale: str) -> str:
    """What a coat is known by from afar: a zip, a hood and its pocket, two bright lines, quilting."""
    if p.back:
        return stroke("M0 -122V-70", low, 1.4, stroke_opacity=.6)
    if p.top == "hoodie":
        return (path(smooth([(-8, -90), (9, -91), (12, -74), (-11, -73)]), low, fill_opacity=.6) +
                stroke("M-2 -117L-3 -106M4 -117L4 -107", pale, 1.2) + stroke("M-15 -70H15", low, 2.4))
    if p.top == "stripe":
        return stroke("M-15.5 -104Q0 -101 15.5 -105M-15.5 -100Q0 -97 15.5 -101", pale, 1.9)
    if p.top == "puffer":
        return "".join(stroke(f"M-16 {y}Q0 {y + 3} 16 {y - 1}", low, 1.5) for y in (-110, -98, -86, -76)) + "".join(
            stroke(f"M3 {y}Q9 {y + .6} 13 {y - 1}", lit, 1.8, stroke_opacity=.7) for y in (-106, -94, -82))
    return stroke("M1.5 -119V-70", low, 1.8) + stroke("M2.600 -119V-70", pale, .7, stroke_opacity=.7)


def _torso(M: Mood, p: Pupil, L: Look, d: float) -> str:
    """Coat and sleeves, hands, the collar, the bag on the back, the scarf the wind or the room takes."""
    f, coat = p.turn, M.far(M.sh(p.coat, .22), d)
    low, lit, pale = M.far(M.sh(p.coat, .75), d), M.far(M.li(p.coat, .5), d), M.far("#F0E6D4", d + .08)
    out = ""
    if p.bag and not p.back:
        b = M.far(M.sh(p.bag, .5), d)
        out += path(smooth([(-9 * f, -120), (-24 * f, -116), (-27 * f, -86), (-22 * f, -74), (-8 * f, -76)]), b)
    far, near = _arm(p, False), _arm(p, True)
    if f < 0:
        far, near = near, far
    hidden = p.arms == "pockets"
    if p.arms != "fold":
        out += ("" if hidden else _hand(L, far, p.arms == "talk", d)) + _sleeve(far, 10.5, M.far(M.sh(p.coat, .45), d), low, lit, d)
    body = smooth([(-7, -124), (-14.5, -119, .6), (-16.5, -100), (-16, -68, .3), (16, -68, .3), (16.5, -100), (14.5, -119, .6), (7, -124)])
    out += path("M-5 -132L-6 -119H7L6 -132Z", L.sks) + path(body, coat)
    out += path(smooth([(-14, -120, .4), (-6, -122), (-8, -96), (-6, -68, .3), (-16, -68, .3), (-16.5, -100)]), low)
    out += path(smooth([(9, -122, .4), (14.5, -119, .5), (16.5, -100), (16, -68, .3), (12.5, -68, .3), (13, -98)]), lit)
    out += _clothes(p, low, lit, pale)
    if p.top in ("hoodie", "puffer") or p.back:
        out += path(smooth([(-9, -125), (-13, -119), (0, -112), (13, -119), (9, -125), (0, -119)]), coat)
        out += stroke("M-12 -119Q0 -111 12 -119", low, 1.4)
    else:
        out += path(smooth([(-8, -125, .3), (-11, -117, .3), (1.5, -115), (12, -117, .3), (8, -125, .3), (1, -119)]), mix(coat, lit, .45))
    if p.bag and p.back:
        b = M.far(M.sh(p.bag, .25), d)
        out += path(smooth([(-12, -119), (12, -119), (15, -94), (12, -76), (-12, -76), (-15, -94)]), b) + path(
            smooth([(-12, -119), (-4, -120), (-7, -96), (-5, -76), (-12, -76), (-15, -94)]), M.far(M.sh(p.bag, .75), d)) + stroke(
                "M-9 -94Q0 -92 10 -95", M.far(M.sh(p.bag, 1), d), 1.6)
    if p.arms == "fold":
        out += _sleeve(far, 11, coat, low, lit, d) + _hand(L, far, False, d)
    out += ("" if hidden else _hand(L, near, p.arms in ("talk", "point"), d)) + _sleeve(near, 11.5, mix(coat, low, .3), low, lit, d)
    if p.scarf and p.style != "beanie":
        c = M.far(p.scarf, d)
        out += path(smooth([(11, -126, .3), (-10, -127, .3), (-30, -132), (-46, -126, .2), (-42, -118, .2), (-28, -122), (-10, -117),
                            (11, -118, .3)]), c)
    return out


def _upper(S: Svg, M: Mood, p: Pupil, d: float) -> str:
    """Everything above the hips."""
    L = _look(M, p, d)
    behind, head = _head(S, M, p, L, d)
    return behind + _torso(M, p, L, d) + head


def pupil(S: Svg, M: Mood, p: Pupil, d: float) -> str:
    """Somebody standing or walking, `d` from 0 (near) to 1 (lost in the haze)."""
    f, g, legs = p.turn, 10 * p.stride, M.far(M.sh(p.legs, .35), d)
    shoe, sole, lit = M.far(M.sh("#C98A6A", .35), d), M.far(M.sh("#EFE6D8", .2), d), M.far(M.li(p.legs, .2), d)
    out = path(taper([(-6, -72), (-7 - g * .7, -38), (-7 - g, -4)], [15, 11.5, 9]), M.far(M.sh(p.legs, .8), d))
    out += path(taper([(6, -72), (7 + g * .6, -38), (7 + g * .8, -4)], [15, 11.5, 9]), legs)
    out += stroke(f"M{13} -70L{12 + g * .6} -38L{11 + g * .8} -8", lit, 1.8)
    for x in (-7 - g, 7 + g * .8):
        toe = 0 if p.back else 5 * f
        out += path(smooth([(x - 5, -7, .3), (x + 5, -7, .3), (x + 5 + toe, -1, .3), (x - 5 + toe * .4, -1, .3)]), shoe)
        out += stroke(f"M{num(x - 5 + toe * .3)} -.5H{num(x + 5 + toe)}", sole, 2)
    return out + _upper(S, M, p, d)


def seated(S: Svg, M: Mood, p: Pupil, d: float) -> str:
    """Somebody at a table: seat at (0, 0) and 40 cm from the floor, knees in front, back upright."""
    f, legs = p.turn, M.far(M.sh(p.legs, .35), d)
    thigh = path(taper([(0, -4), (30 * f, 0), (40 * f, -2)], [20, 17, 14]), legs) + stroke(
        f"M{6 * f} -10L{36 * f} -8", M.far(M.li(p.legs, .2), d), 1.8, stroke_opacity=.7)
    shin = path(taper([(38 * f, -2), (38 * f, 24), (36 * f, 38)], [14, 11, 9]), M.far(M.sh(p.legs, .75), d))
    shoe = ellipse(40 * f, 40, 9, 4.5, M.far(M.sh("#C98A6A", .4), d))
    shoe += stroke(f"M{num(32 * f)} 44H{num(49 * f)}", M.far(M.sh("#EFE6D8", .3), d), 2)
    up = f'<g transform="translate(0 66)">{_upper(S, M, p, d)}</g>'
    return shoe + shin + thigh + ellipse(0, 0, 15, 9, M.far(M.sh(p.coat, .6), d)) + up


CROWD = (
    Pupil("#B8505E", "#3A3A5E", 0, 0, "wavy", "talk", 1, .2, None, "#50507A", top="hoodie", mood="happy"),
    Pupil("#3E7F94", "#2C2A4E", 2, 3, "curls", "pockets", -1, .2, "#D8953E", top="puffer"),
    Pupil("#D8A23C", "#46527A", 3, 1, "plait", "down", 1, 1.5, top="zip", mood="happy"),
    Pupil("#5E8A52", "#2C2A4E", 1, 0, "curly-top", "talk", 1, .1, None, None, 1.04, top="stripe", mood="happy"),
    Pupil("#C07E58", "#46527A", 3, 2, "bun", "fold", -1, .1, None, None, .95, top="hoodie"),
    Pupil("#3F5C9A", "#5B3A5E", 4, 0, "twists", "pockets", -1, .2, top="puffer"),
    Pupil("#7E74B4", "#2C2A4E", 0, 1, "beanie", "bag", 1, 1.2, "#3F7A74", "#6E4A52"),
    Pupil("#6E84AE", "#3A3A5E", 2, 0, "puffs", "down", 1, 1.1, bag="#B0803E", back=True),
    Pupil("#3F8E84", "#46527A", 0, 4, "mop", "point", -1, .4, top="stripe", mood="happy"),
    Pupil("#C4603F", "#2C2A4E", 5, 3, "bob", "bag", -1, 1.6, None, "#3F5F66", top="hoodie"),
    Pupil("#56689A", "#2C2A4E", 3, 1, "crop", "down", 1, .4, bag="#8A4E5A", top="zip", back=True),
    Pupil("#D2A456", "#5B3A5E", 1, 0, "headscarf", "talk", 1, .2, "#A8586E", top="zip", mood="happy"),
    Pupil("#5E86C0", "#2C2A4E", 4, 0, "crop", "fold", -1, .1, None, None, 1.05, top="stripe"),
    Pupil("#96684E", "#33384F", 2, 0, "twists", "talk", -1, .2, top="hoodie", mood="happy"),
)
"""Fourteen of them, no two alike."""
