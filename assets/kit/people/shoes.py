"""Shoes by name: trainers, runners, high tops, ankle boots, court shoes. Each hangs from its ankle at (0, 0) and stands 35 below it."""
from __future__ import annotations

from typing import TYPE_CHECKING

from ..palette import CHALK, PAPER, luminance, mix
from ..svg import circle, num, path, smooth, stroke, taper
from .limbs import li, sh

if TYPE_CHECKING:
    from collections.abc import Callable

    from .look import Look

SHOES: dict[str, Callable[[str], str]] = {}
SOLE = [(-32, 19, .4), (67, 20, .5), (70, 28, .4), (62, 35, .3), (-28, 35, .3), (-34, 29)]
HEEL_SHADE = [(-32, 19, .4), (10, 20, .5), (4, 35, .3), (-28, 35, .3), (-34, 29)]


def shoe_kind(name: str) -> Callable[[Callable[[str], str]], Callable[[str], str]]:
    """Register the drawing of a shoe in one colour."""
    def register(draw: Callable[[str], str]) -> Callable[[str], str]:
        SHOES[name] = draw
        return draw
    return register


def shoe(L: Look, x: float, y: float, angle: float = 0, turn: float = 1.0, far: bool = False) -> str:
    """The person's shoe at the ankle (x, y); turn < 1 shortens it towards us."""
    c = sh(L.shoes, .3) if far else L.shoes
    return f'<g transform="translate({num(x)} {num(y)}) rotate({num(angle)}) scale({turn * 1.08:.2f} 1)">{SHOES[L.shoe](c)}</g>'


def _upper(c: str, outline: list, dark: list) -> str:
    """The upper and its shaded heel side."""
    return path(smooth(outline), c) + path(smooth(dark), sh(c, .6), opacity=.9)


def _sole(colour: str, shape: list = SOLE, dark: list = HEEL_SHADE) -> str:
    """A sole, darker under the heel."""
    return path(smooth(shape), colour) + path(smooth(dark), sh(colour, .55))


@shoe_kind("trainer")
def trainer(c: str) -> str:
    """A plain trainer with three laces."""
    bright = luminance(c) > .3
    sole = mix(c, sh(PAPER, .2), .7) if not bright else sh(c, .28)
    return (_upper(c, [(-23, -26), (-27, 2), (-31, 26, .3), (64, 27, .3), (67, 16), (54, 5), (32, -4), (17, -14), (15, -28)],
                   [(-23, -26), (-27, 2), (-31, 27, .3), (36, 27, .3), (14, 14), (-6, 4), (-8, -28)]) +
            path(smooth([(-27, 2), (-31, 26), (-16, 26), (-15, 8)]), sh(c, .9), opacity=.7) +
            path(smooth([(40, 26), (46, 10), (58, 8), (68, 18), (66, 27)]), li(c, .25) if not bright else sh(c, .12)) + _sole(sole) +
            stroke("M14 -12L27 -10M21 -4L35 -4M30 3L44 3", mix(c, PAPER, .65) if not bright else sh(c, .6), 3.6) +
            path(taper([(22, -14), (40, -3), (56, 4)], [.3, 4, .3]), li(c, .7), opacity=.5))


@shoe_kind("runner")
def runner(c: str) -> str:
    """A running shoe: a wedge of foam under the heel, a swept toe, one curved stripe."""
    foam = [(-40, 12, .3), (-8, 20), (40, 22), (72, 16, .3), (70, 30, .4), (56, 35, .3), (-30, 35, .3), (-42, 26)]
    return (_upper(c, [(-22, -24), (-31, -8), (-34, 20, .3), (62, 24, .3), (70, 15), (50, 3), (28, -6), (15, -16), (14, -26)],
                   [(-22, -24), (-31, -8), (-34, 22, .3), (34, 26, .3), (12, 12), (-8, 2), (-8, -26)]) +
            _sole(sh(CHALK, .12), foam, [(-40, 12, .3), (-8, 20), (10, 22), (2, 35, .3), (-30, 35, .3), (-42, 26)]) +
            path(taper([(-20, -4), (2, 14), (34, 12)], [7, 8, .4]), mix(c, "#2F7F7A", .75)) +
            stroke("M14 -10L26 -9M21 -3L34 -3", sh(c, .7), 3.4))


@shoe_kind("high-top")
def high_top(c: str) -> str:
    """A canvas high top: round white toe cap, a patch on the ankle, a thin pale sole."""
    toe = [(44, 20), (47, 8), (58, 6), (69, 14), (68, 22)]
    return (_upper(c, [(-23, -40), (-26, 0), (-29, 22, .3), (62, 23, .3), (66, 14), (52, 4), (30, -4), (19, -18), (18, -40)],
                   [(-23, -40), (-26, 0), (-29, 23, .3), (32, 23, .3), (12, 12), (-6, 0), (-8, -40)]) +
            path(smooth(toe), CHALK) + _sole(sh(CHALK, .1)) + stroke("M-28 25L64 26", c, 2.6) +
            circle(-6, -14, 8.4, CHALK) + circle(-6, -14, 4.2, c) +
            stroke("M14 -26L24 -25M16 -16L27 -15M22 -6L34 -6M32 2L44 2", CHALK, 3.4))


@shoe_kind("boot")
def boot(c: str) -> str:
    """An ankle boot: a shaft over the ankle, a welt, a heel and a thick ridged sole."""
    dark = sh(c, .95)
    tread = "".join(path(smooth([(x, 31), (x + 9, 31), (x + 8, 37), (x + 1, 37)]), dark) for x in range(-26, 58, 16))
    return (_upper(c, [(-27, -44), (-28, -4), (-33, 22, .3), (64, 23, .3), (68, 8), (52, -2), (34, -8), (24, -22), (22, -44)],
                   [(-27, -44), (-28, -4), (-33, 23, .3), (34, 23, .3), (12, 8), (-6, -4), (-8, -44)]) +
            path(smooth([(-24, -34), (-2, -32), (-2, -18), (-25, -18)]), sh(c, .8), opacity=.8) +
            _sole(mix(dark, "#1A1930", .35)) + tread + stroke("M-32 20L66 21", mix(c, "#D8A24A", .45), 2.6) +
            stroke("M14 -34L26 -32M17 -24L28 -22M24 -13L36 -12", mix(c, PAPER, .5), 3.6) +
            path(taper([(30, -14), (46, -4), (60, 4)], [.3, 6, .3]), li(c, .6), opacity=.6))


@shoe_kind("court")
def court(c: str) -> str:
    """A low leather shoe: a bare instep, a small heel, a shine on the toe."""
    return (_upper(c, [(-26, -6), (-29, 6), (-31, 25, .3), (62, 28, .3), (68, 18), (52, 8), (26, 6), (8, 4), (-8, -2)],
                   [(-26, -6), (-29, 6), (-31, 26, .3), (30, 28, .3), (12, 18), (-10, 8)]) +
            path(smooth([(-31, 24, .3), (-6, 26, .3), (-9, 36, .2), (-29, 36, .2)]), sh(c, .9)) +
            path(smooth([(-8, 27, .3), (66, 26, .3), (66, 33, .4), (8, 34, .4)]), sh(c, .7)) +
            path(taper([(34, 10), (50, 12), (62, 18)], [.3, 5, .3]), li(c, .9), opacity=.7) +
            stroke("M18 6L26 17M28 7L34 16", li(c, .4), 3))
