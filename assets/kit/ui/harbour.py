"""The pause's harbour: a bell buoy with a light, and the long swell that lifts it once a breath."""
from __future__ import annotations

from math import cos, pi

from ..palette import mix
from ..svg import Svg, circle, ellipse, group, path, rect, smooth, stroke
from .tokens import THEMES, Theme

WAVE, RISE = 1480.0, 64.0  # from crest to crest; how far a crest stands over the middle, and a trough under it
MIDDLE = 80.0  # the middle of the swell in its picture


def buoy(S: Svg, x: float, y: float, k: float, theme: Theme) -> str:
    """A bell buoy leaning on the swell: striped float, open tower, bell, and a light that is the only warm thing near you."""
    dark, fir = "#1A1930", "#2C5A58"
    glow = "" if theme.flat else circle(0, -238, 120, S.radial(0, -238, 120, (0, theme.focus, .6), (.3, theme.focus, .2),
                                                               (1, theme.focus, 0)))
    tower = stroke("M-52 -56L-20 -214M52 -56L20 -214M-42 -112H42M-31 -162H31", theme.bar_soft, 9)
    return group(glow,
                 path("M-104 -50Q-100 30 -62 66Q0 84 62 66Q100 30 104 -50Z", fir),
                 path("M28 -36Q52 20 40 72L62 66Q100 30 104 -50Q70 -36 28 -36Z", "#1F4448"),
                 path("M-101 -16Q0 8 101 -16L96 18Q0 42 -96 18Z", "#FBF5E6"),
                 path("M34 -3Q72 -8 101 -16L96 18Q70 26 40 30Z", "#C9BCA2"),
                 ellipse(0, -50, 104, 17, "#3F6E6A"), ellipse(0, -52, 104, 15, "#4F827A"), ellipse(0, -54, 62, 8, "#2C5A58"),
                 tower,
                 path("M-26 -116Q-26 -168 0 -172Q26 -168 26 -116L34 -104H-34Z", "#C98A4E"),
                 path("M4 -171Q26 -168 26 -116L34 -104H12Z", "#8A5A3A"),
                 circle(0, -98, 9, "#C98A4E"), rect(-24, -226, 48, 14, dark, 3),
                 path("M-14 -226V-250Q0 -264 14 -250V-226Z", theme.focus),
                 transform=f"translate({x} {y}) rotate(-9) scale({k})")


def bell_buoy() -> Svg:
    """The buoy by itself, 360×500: its light in the middle of the top, its float's deck at (200, 360)."""
    S = Svg(360, 500, "bb")
    S.add(buoy(S, 200, 410, 1.06, THEMES["paper"]))
    return S


def swell(theme: str) -> Svg:
    """Night water under a crest line, 3400×480: a wave and a screen long, so that it can pass. A crest stands at 0 + n · WAVE."""
    t = THEMES[theme]
    S = Svg(3400, 480, "sw")
    line = [(x, MIDDLE - RISE * cos(2 * pi * x / WAVE)) for x in range(-37, 3460, 37)]
    top = smooth(line, False)
    fill = t.bar if t.flat else S.linear(0, 20, 0, 480, (0, mix(t.bar, "#5A5488", .35)), (.35, t.bar), (1, mix(t.bar, "#0E0C22", .5)))
    S.add(path(top + "L3500 500L-40 500Z", fill), stroke(top, t.bar_soft, 6))
    for n in range(-1, 3):  # the same lines on every wave: one that has passed looks like the next
        for down, begin, end, opacity in ((42, .62, 1.12, .5), (78, .14, .5, .34), (120, .74, 1.2, .26), (176, .3, .72, .2)):
            part = [(x, y + down) for x, y in line if (n + begin) * WAVE <= x <= (n + end) * WAVE]
            if len(part) > 1:
                S.add(stroke(smooth(part, False), t.bar_soft, 3.5, stroke_opacity=opacity))
    return S
