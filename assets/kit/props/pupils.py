"""Pupils nobody knows, seen from across a room or a yard: small, light to draw, with a face, a posture and something to do.

Feet at (0, 0), 100 units a metre, light from the right. `turn` is 1 for somebody who looks to the right, -1 to the left."""
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..palette import mix
from ..svg import circle, ellipse, path, smooth, stroke, taper

if TYPE_CHECKING:
    from ..palette import Mood

SKINS = ("#E8B892", "#C98D62", "#8A5A3E", "#F0C8A8", "#6A4432")
HAIRS = ("#2B1C28", "#5A3A28", "#8E6A44", "#3A2A34", "#B98A50")


@dataclass(frozen=True)
class Pupil:
    """Who it is at a glance: colours, hair, and what the arms do ("down", "talk", "pockets", "bag", "point", "fold")."""

    coat: str
    legs: str
    skin: int = 0
    hair: int = 0
    style: str = "short"
    arms: str = "down"
    turn: int = 1
    stride: float = .3
    scarf: str | None = None
    bag: str | None = None
    tall: float = 1.0


def _head(M: Mood, p: Pupil, d: float) -> str:
    """A head in three quarters: shadow on the left, an ear or hair, eye, brow, nose and mouth."""
    f, skin, hair = p.turn, M.far(SKINS[p.skin], d), M.far(M.sh(HAIRS[p.hair], .35), d)
    dark, ink = M.far(M.sh(SKINS[p.skin], .75), d), M.far(M.dark, d * .8)
    face = smooth([(-9, -150), (0, -155), (9, -150), (11 if f > 0 else 9, -142), (10, -133), (4 + 2 * f, -126), (-4 + 2 * f, -126),
                   (-10, -133), (-11 if f < 0 else -9, -142)])
    out = path("M-4 -130L-5 -119H6L5 -130Z", dark) + path(face, skin)
    out += path(smooth([(-9, -150), (-2, -153), (-3, -140), (-4 + f, -127), (-10, -133), (-11, -142)]), dark, fill_opacity=.75)
    out += path(f"M{9 * f} -143L{13 * f} -137.5L{9 * f} -137Z", skin if f > 0 else dark)
    out += circle(4.4 * f, -142, 1.5, ink) + stroke(f"M{2 * f} -146L{7 * f} -146.6", hair, 1.8)
    if d < .3:
        out += circle(9 * f, -142, 1.2, ink) + stroke(f"M{4 * f} -132.5Q{7 * f} -131 {9 * f} -133", dark if p.skin != 4 else ink, 1.7)
    return out + _hair(M, p, hair, d)


def _hair(M: Mood, p: Pupil, hair: str, d: float) -> str:
    """Hair, hood or cap: what the silhouette is known by."""
    f, lit = p.turn, M.li(hair, .3)
    cap = smooth([(10 * f, -149), (6 * f, -156), (-4 * f, -159), (-12 * f, -153), (-13 * f, -143), (-9 * f, -136, .3),
                  (-7 * f, -144), (-1 * f, -149), (6 * f, -150, .3)])
    if p.style == "long":
        return path(smooth([(9 * f, -150), (4 * f, -158), (-6 * f, -159), (-14 * f, -150), (-15 * f, -132), (-17 * f, -112),
                            (-7 * f, -110), (-6 * f, -134), (-2 * f, -147), (5 * f, -150)]), hair)
    if p.style == "afro":
        return (path(smooth([(9 * f, -149), (12 * f, -158), (3 * f, -168), (-10 * f, -167), (-19 * f, -156), (-17 * f, -142),
                             (-9 * f, -136), (-6 * f, -145), (1 * f, -150)]), hair) + circle(6, -161, 3, lit, fill_opacity=.5))
    if p.style == "bun":
        return path(cap, hair) + circle(-10 * f, -161, 6, hair)
    if p.style == "tail":
        return path(cap, hair) + path(taper([(-11 * f, -151), (-21 * f, -143), (-20 * f, -126)], [8, 7, 2]), hair)
    if p.style == "hood":
        coat = M.far(M.sh(p.coat, .5), d)
        return path(smooth([(10 * f, -152), (5 * f, -160), (-6 * f, -161), (-15 * f, -151), (-15 * f, -132), (-9 * f, -118),
                            (4 * f, -118), (-3 * f, -128), (-4 * f, -142), (2 * f, -150)]), coat)
    if p.style == "beanie":
        knit = M.far(M.sh(p.scarf or "#A5504A", .3), d)
        return path(smooth([(11, -147), (9, -157), (0, -163), (-9, -157), (-11.500, -147)]), knit) + path(
            "M-12 -150H12V-145H-12Z", M.li(knit, .25))
    return path(cap, hair)


def _arm(p: Pupil, near: bool) -> list[tuple[float, float]]:
    """Shoulder, elbow and hand of one arm."""
    f = p.turn
    s = (-13 if near else 13, -118)
    ways = {
        "down": [(s[0] * 1.25, -95), (s[0] * 1.2, -72)],
        "talk": [(s[0] * 1.1, -96), (s[0] * .4 + 20 * f, -106 if near else -96)],
        "pockets": [(s[0] * 1.5, -94), (s[0] * .85, -76)],
        "bag": [(s[0] * 1.2, -96), (s[0] * .3 - 2 * f, -112)],
        "point": [(s[0] + 12 * f, -108), (s[0] + 34 * f, -118)] if near else [(s[0] * 1.25, -95), (s[0] * 1.2, -72)],
        "fold": [(s[0] * 1.3, -97), (-s[0] * .5, -96)],
        "table": [(s[0] * 1.3, -96), (s[0] * .5 + 10 * f, -86)],
    }
    return [s, *ways[p.arms]]


def _torso(M: Mood, p: Pupil, d: float) -> str:
    """Coat and sleeves, the bag on the back, the scarf the wind or the room takes."""
    f, coat = p.turn, M.far(M.sh(p.coat, .3), d)
    low, lit, hand = M.far(M.sh(p.coat, .75), d), M.far(M.li(p.coat, .5), d), M.far(SKINS[p.skin], d)
    out = ""
    if p.bag:
        b = M.far(M.sh(p.bag, .5), d)
        out += path(smooth([(-9 * f, -120), (-24 * f, -116), (-27 * f, -86), (-22 * f, -74), (-8 * f, -76)]), b)
    body = smooth([(-14, -121, .4), (0, -125), (14, -121, .4), (16, -100), (15, -68, .3), (-15, -68, .3), (-16, -100)])
    far, near = _arm(p, False), _arm(p, True)
    if f < 0:
        far, near = near, far
    out += path(taper(far, [10, 9, 7]), M.far(M.sh(p.coat, .45), d)) + circle(*far[-1], 4, hand) if p.arms != "fold" else ""
    out += path(body, coat) + path(smooth([(-14, -121, .4), (-6, -123), (-8, -96), (-6, -68, .3), (-15, -68, .3), (-16, -100)]), low)
    out += path(smooth([(9, -123, .4), (14, -121, .4), (16, -100), (15, -68, .3), (11, -68, .3), (12, -98)]), lit)
    out += stroke("M1 -123V-70", low, 1.6, stroke_opacity=.7)
    out += path(taper(near, [11, 10, 8]), mix(coat, low, .45)) + circle(*near[-1], 4.2, hand)
    if p.arms == "fold":
        out += path(taper(far, [11, 10, 8]), coat)
    if p.scarf and p.style != "beanie":
        c = M.far(p.scarf, d)
        out += path(smooth([(11, -126, .3), (-10, -127, .3), (-30, -132), (-46, -126, .2), (-42, -118, .2), (-28, -122), (-10, -117),
                            (11, -118, .3)]), c)
    return out


def pupil(M: Mood, p: Pupil, d: float) -> str:
    """Somebody standing or walking, `d` from 0 (near) to 1 (lost in the haze)."""
    f, g, legs = p.turn, 10 * p.stride, M.far(M.sh(p.legs, .5), d)
    shoe, lit = M.far(M.sh("#D8D2C4", .45), d), M.far(M.sh(p.legs, .1), d)
    out = path(taper([(-6, -72), (-7 - g * .7, -38), (-7 - g, -4)], [15, 11, 8]), M.far(M.sh(p.legs, .8), d))
    out += path(taper([(6, -72), (7 + g * .6, -38), (7 + g * .8, -4)], [15, 11, 8]), legs)
    out += stroke(f"M{13} -70L{12 + g * .6} -38L{11 + g * .8} -8", lit, 2)
    for x in (-7 - g, 7 + g * .8):
        out += path(smooth([(x - 5, -6, .3), (x + 5, -6, .3), (x + 4 + 5 * f, 0, .3), (x - 5 + 4 * f, 1, .3)]), shoe)
    return out + _torso(M, p, d) + _head(M, p, d)


def seated(M: Mood, p: Pupil, d: float) -> str:
    """Somebody at a table: seat at (0, 0) and 40 cm from the floor, knees in front, back upright."""
    f, legs = p.turn, M.far(M.sh(p.legs, .5), d)
    thigh = path(taper([(0, -4), (30 * f, 0), (40 * f, -2)], [20, 17, 14]), legs)
    shin = path(taper([(38 * f, -2), (38 * f, 24), (36 * f, 38)], [14, 11, 8]), M.far(M.sh(p.legs, .8), d))
    up = f'<g transform="translate(0 66)">{_torso(M, p, d)}{_head(M, p, d)}</g>'
    shoe = ellipse(40 * f, 40, 9, 4.5, M.far(M.sh("#D8D2C4", .5), d))
    return shoe + shin + thigh + ellipse(0, 0, 15, 9, M.far(M.sh(p.coat, .6), d)) + up


CROWD = (
    Pupil("#8A3F48", "#3A3A5E", 0, 0, "long", "talk", 1, .2, None, "#50507A"),
    Pupil("#3E6A7A", "#2C2A4E", 2, 3, "afro", "pockets", -1, .2, "#D8953E"),
    Pupil("#D8A23C", "#46527A", 3, 1, "tail", "down", 1, 1.5),
    Pupil("#4F6B4A", "#2C2A4E", 1, 0, "short", "talk", 1, .1, None, None, 1.04),
    Pupil("#6E5A8C", "#46527A", 3, 2, "bun", "fold", -1, .1, None, None, .95),
    Pupil("#3A4A7A", "#5B3A5E", 4, 0, "hood", "pockets", -1, .2),
    Pupil("#A86A4A", "#2C2A4E", 0, 1, "beanie", "bag", 1, 1.2, "#3F7A74", "#6E4A52"),
    Pupil("#5E6E8A", "#3A3A5E", 2, 0, "tail", "down", 1, 1.1),
    Pupil("#3F7A74", "#46527A", 0, 4, "short", "point", -1, .4),
    Pupil("#B5553F", "#2C2A4E", 1, 3, "long", "bag", -1, 1.6, None, "#3F5F66"),
    Pupil("#46527A", "#2C2A4E", 3, 1, "hood", "down", 1, .4),
    Pupil("#C79A52", "#5B3A5E", 1, 0, "bun", "talk", 1, .2, "#8A3F48"),
    Pupil("#56719E", "#2C2A4E", 4, 0, "short", "fold", -1, .1, None, None, 1.05),
    Pupil("#7A5A50", "#33384F", 2, 0, "afro", "talk", -1, .2),
)
"""Fourteen of them, no two alike."""
