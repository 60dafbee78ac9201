"""What hangs and stands on the far wall of the art room: the fish of hands, the sink."""
from __future__ import annotations

from typing import TYPE_CHECKING

from ..light import contact
from ..palette import BRICK, MOODS, NIGHT, mix
from ..perspective import Camera
from ..props.workshop import handprint, paint_bottle
from ..svg import circle, num, path, polygon, rect, smooth, stroke

if TYPE_CHECKING:
    from random import Random

    from ..svg import Svg

M = MOODS["low-sun"]
CAM = Camera(eye=1.45, back=4.5, scale=340, horizon=425, vanish=1080)
FAR = 3.3


def fish_of_hands(rnd: Random) -> str:
    """Handprints on the plaster that make a fish: three rows of palms for scales, a brushed outline, one eye, a tail of two hands."""
    def at(u, y):
        return CAM.at(-2.72 + u, y, FAR)
    outline = [at(1.08, 2.1), at(.9, 2.31), at(.56, 2.44), at(.22, 2.36), at(-.06, 2.16), at(-.3, 2.42), at(-.33, 1.8), at(-.06, 2.04),
               at(.22, 1.84), at(.56, 1.76), at(.9, 1.89)]
    o = [path(smooth(outline), "#3F7FA0", fill_opacity=.16), stroke(smooth(outline), "#2F5F88", 6, stroke_opacity=.85)]
    rows = ((2.27, (.18, .38, .58)), (2.1, (.06, .25, .44, .63)), (1.93, (.18, .38, .58)))
    for r, (y, us) in enumerate(rows):
        for i, u in enumerate(us):
            px, py = at(u, y)
            o.append(handprint(px, py, .68, ("#3F7FA0", "#E9B23F", "#5E9A72", "#C9503C")[(i + r) % 4], -90 + rnd.uniform(-10, 10)))
    for y, turn in ((2.22, -58), (1.98, -122)):
        px, py = at(-.14, y)
        o.append(handprint(px, py, .66, "#8A5A8E", turn))
    ex, ey = at(.84, 2.17)
    return "".join(o) + circle(ex, ey, 11, "#FFF6DC") + circle(ex + 3, ey + 1, 6, NIGHT) + stroke(
        smooth([at(1.06, 2.08), at(.98, 2.04), at(.93, 2.06)], False), "#2F5F88", 5)


def sink(S: Svg, rnd: Random) -> str:
    """The stone sink: tiles, two taps, a shelf of gouache; in the basin all the colours of the week, which together make brown."""
    x0, x1, z0 = -1.94, -.68, 2.74
    (tx, ty), (bx, by) = CAM.at(x0, 1.52, FAR), CAM.at(x1, .8, FAR)
    n = 9
    tw = (bx - tx) / n
    o = [rect(tx + i * tw + 1, ty + j * tw + 1, tw - 2, tw - 2, mix("#F6E3C0", "#8FC0C4", rnd.choice([0, .1, .2, .5])), r=2)
         for i in range(n) for j in range(5)]
    for u, v, r, c in ((.08, .5, 6, "#C9503C"), (.36, .3, 4, "#E9B23F"), (.56, .62, 6, "#3F7FA0"), (.93, .36, 5, "#8A5A8E")):
        x, y = tx + (bx - tx) * u, ty + (by - ty) * v
        o += [circle(x, y, r, c), rect(x - 2, y, 4, r * 6, c, r=2)]
    sx, sy = CAM.at(-1.2, 1.86, FAR - .2)
    ex = CAM.at(-.36, 1.86, FAR - .2)[0]
    o += [path(polygon([(sx, sy + 9), (ex, sy + 9), (ex + 22, sy + 30), (sx + 22, sy + 30)]), "#8A6C9C", fill_opacity=.45),
          rect(sx, sy, ex - sx, 10, "#C98A5E"), rect(sx, sy, ex - sx, 3, "#FFE3AC")]
    for i, c in enumerate(["#C9503C", "#E9B23F", "#5E9A72", "#3F7FA0", "#8A5A8E", "#F3E9D8"]):
        o.append(paint_bottle(M, sx + 16 + i * 27 + rnd.uniform(-3, 3), sy, 50 + rnd.uniform(-4, 8), c))
    (lx, top), (rx, low), foot = CAM.at(x0, .94, z0), CAM.at(x1, .62, z0), CAM.at(0, 0, FAR)[1]
    (jx, jy), (kx, _) = CAM.at(x0 + .06, .94, FAR), CAM.at(x1 - .06, .94, FAR)
    w = rx - lx
    o += [contact(S, (tx + bx) / 2, CAM.at(0, 0, z0)[1], 190, 14, M.dark, .5)]
    o += [path(CAM.front(a, 0, b, .66, FAR - .02), c) for a, b, c in ((x0 + .1, x0 + .26, "#B08484"), (x1 - .26, x1 - .1, "#8A6272"))]
    o += [path(polygon([(lx, top), (rx, top), (kx, jy), (jx, jy)]), "#FFF6E0"),
          path(polygon([(lx + 14, top - 3), (rx - 14, top - 3), (kx - 8, jy + 6), (jx + 8, jy + 6)]), "#8C7480"),
          path(smooth([(lx + w * .2, top - 4, .4), (lx + w * .3, jy + 9), (lx + w * .62, jy + 8), (lx + w * .8, top - 4, .4)]), "#6B4636"),
          path(polygon([(lx, top), (rx, top), (rx - 7, low), (lx + 7, low)]), S.linear(lx, 0, rx, 0, (0, "#FFEFD6"), (.55, "#F1D6BC"),
                                                                                     (1, "#C79C94"))),
          rect(lx - 3, top - 4, w + 6, 11, "#FFFAEA", 3), rect(lx + 7, low - 8, w - 14, 8, "#9C7484")]
    o.append(stroke(f"M{num(lx + w * .5)} {num(low)}V{num(low + 26)}q0 16 18 16t18 16V{num(foot - 6)}", "#8C7480", 12))
    for i, (u, c) in enumerate(((.1, "#3F7FA0"), (.27, "#C9503C"), (.5, "#6B4636"), (.68, "#E9B23F"), (.86, "#5E9A72"))):
        px, h = lx + w * u, (34, 22, 48, 28, 18)[i]
        o.append(path(f"M{num(px - 8)} {num(top + 4)}h16q-2 {h * .5:.0f} -4 {h}q-4 8 -7 0q-2 -{h * .4:.0f} -5 -{h}z", c))
    for i, tap in enumerate((-1.6, -1.06)):
        px, py = CAM.at(tap, 1.16, FAR - .05)
        o += [rect(px - 7, py - 6, 14, 30, "#5E4A66", 3), stroke(f"M{num(px)} {num(py)}v-24q0 -16 16 -16t16 18v12", "#5E4A66", 11),
              stroke(f"M{num(px - 3)} {num(py)}v-24q0 -15 15 -17", "#FFDFA4", 3.4), rect(px - 16, py - 54, 30, 8, "#5E4A66", r=3),
              circle(px - 16, py - 50, 7, BRICK if i else "#3F7FA0")]
    return "".join(o)
