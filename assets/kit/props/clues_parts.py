"""Parts of clue cards that are drawings of their own: a zipped shark, letters that fall, wall bars, a bib."""
from __future__ import annotations

import math
from itertools import pairwise

from ..palette import NIGHT, PAPER, mix
from ..svg import circle, group, num, path, polygon, rect, smooth, stroke
from ..ui.text import line
from ..ui.tokens import TITLE, TextStyle


def zipped_shark(col, pale):
    """The team's shark, its mouth closed by a zip."""
    body = smooth([(-150, 30, .3), (-118, -26), (-40, -52), (60, -46), (130, -16), (158, 6, .3), (176, -34, .2), (186, -30),
                   (178, 8), (190, 40), (178, 44, .2), (154, 18, .3), (90, 38), (-20, 56), (-110, 52)])
    zip_ = stroke("M-146 27L-60 32", mix(col, NIGHT, .55), 18, "butt") + stroke("M-146 27L-60 32", NIGHT, 3, "butt")
    zip_ += "".join(stroke(f"M{x} {27 + (x + 146) * .058 - 5 * (i % 2):.1f}v5", "#F0B04A", 3, "butt") for i, x in enumerate(range(-143, -64, 5)))
    return "".join([path("M-30 -48C-12 -74 4 -96 34 -106C26 -84 34 -64 46 -46Z", col), path(body, col),
                    path(smooth([(-146, 36), (-60, 40), (60, 20), (120, 20), (40, 48), (-60, 58), (-118, 54)]), pale, opacity=.5),
                    zip_,
                    path(polygon([(-66, 18), (-46, 20), (-44, 44), (-64, 43)]), "#F0B04A"), stroke("M-55 34V66", "#D8923A", 8), circle(-55, 66, 5, "#F0B04A"),
                    circle(-94, -8, 9, PAPER), circle(-92, -6, 4.6, NIGHT), stroke("M-108 -20L-80 -15", NIGHT, 3.6),
                    stroke("M-20 0C-26 10 -24 20 -16 28M-4 0C-10 10 -8 20 0 28", NIGHT, 3.4, opacity=.6)])


def placed(x, y, *parts, turn=0, s=1):
    return group(*parts, transform=f"translate({num(x)} {num(y)}) rotate({turn}) scale({s})")


def falling(word, course, start, size):
    """Letters that hang under a curve at even distances, each a little smaller and turned with it."""
    wide = {"f": .42, "i": .31, "o": .64, "u": .62}
    run = [0.0]
    for (x, y), (x2, y2) in pairwise(course):
        run.append(run[-1] + math.hypot(x2 - x, y2 - y))
    at = start
    for i, letter in enumerate(word):
        now = size * (1 - .055 * i)
        middle = at + wide[letter] * now / 2
        n = next(k for k, far in enumerate(run) if far >= middle)
        (x0, y0), (x1, y1) = course[n - 1], course[n]
        t = (middle - run[n - 1]) / (run[n] - run[n - 1])
        lean = math.degrees(math.atan2(y1 - y0, x1 - x0))
        yield placed(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t,
                      line(0, 34 + now * .74, letter, TextStyle(TITLE, now, 800, 1), NIGHT, "middle"), turn=lean)
        at += wide[letter] * now + 9


def wall_bars(M):
    """The gym's wall bars behind the bench, in the light of a window."""
    wood, out = M.sh("#C98545", .35), []
    for x in (452, 606):
        out += [rect(x + 8, 26, 16, 262, "#14122C", opacity=.22), rect(x, 26, 16, 262, M.sh(wood, .35))]
    for y in range(48, 280, 38):
        out += [rect(446, y + 9, 190, 8, "#14122C", opacity=.22), rect(444, y, 190, 10, wood), rect(444, y, 190, 3, M.li(wood, .6))]
    return out


def bib(M):
    """A substitute's bib, folded on the bench: number and trim."""
    body = smooth([(430, 286, .3), (504, 282, .3), (512, 302), (506, 314, .3), (428, 318, .3), (422, 302)])
    return [path(body, "#14122C", opacity=.35, transform="translate(10 8)"), path(body, M.sh("#E0A93A", .1)),
            path(smooth([(430, 300), (470, 306), (508, 300), (506, 314, .3), (428, 318, .3)]), M.sh("#E0A93A", .55)),
            line(468, 302, "12", TextStyle(TITLE, 24, 800, 1), NIGHT, "middle", transform="skewX(-8) translate(42 0)")]
