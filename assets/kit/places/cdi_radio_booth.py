"""The webradio’s booth in the library: what is inside the glass, the desk, the front with its signs."""
from __future__ import annotations

import random
from typing import TYPE_CHECKING

from ..fonts import HAND, READ
from ..light import contact, glow
from ..palette import BRICK, CHALK, CORAL, FIR, MOODS, OCHRE, PAPER, PLUM, SAND, SLATE, mix
from ..perspective import Camera
from ..props.radio import (
    antenna_light,
    boom,
    chair,
    foam,
    headphones,
    microphone,
    mixing_desk,
    tally_sheet,
)
from ..props.tools import plane, trace, words
from ..svg import Svg, circle, cut_rect, ellipse, group, num, path, polygon, rect, stroke, taper

if TYPE_CHECKING:
    from random import Random

    from ..palette import Mood


MOOD = MOODS["booth"]
M = MOOD
CAM = Camera(eye=1.45, back=4.5, scale=340, horizon=425, vanish=915)

WALL_Z, WALL_X, CEILING = 4.6, 3.0, 3.55
BOOTH_Z, BOOTH_X0, BOOTH_X1, BOOTH_TOP = 1.4, -4.0, -.2, 2.62
GLASS = (-4.0, .66, -1.62, 2.3)
WINDOWS = [(-.95, .05), (.45, 1.45), (1.85, 2.85), (3.25, 4.25)]
SILL, LINTEL = .72, 3.3
SUN = (-1, -.40, .24)
WEEK = [("LUN", "Infos du self"), ("MAR", "Les livres du CDI"), ("MER", "Musique"), ("JEU", "Hand : résultats"), ("VEN", "La Minute Cosmos")]


def schedule_board(S: Svg, M: Mood, x: float, y: float, w: float, h: float, rnd: Random) -> str:
    """The week of programmes, drawn by hand on brown paper. Friday is struck out in coral, along a ruler."""
    kraft, ink = "#DDB988", M.dark
    out = [path(cut_rect(x + 8, y + 10, w, h, rnd, 2), M.dark, fill_opacity=.5),
           path(cut_rect(x, y, w, h, rnd, 3), M.sh(kraft, .1))]
    out.append(words(x + w / 2, y + h * .125, "Cette semaine", h * .115, ink, HAND, 700, "middle"))
    out.append(stroke(f"M{num(x + w * .16)} {num(y + h * .152)}q{num(w * .3)} 8 {num(w * .66)} -3", M.sh(BRICK, .2), 4))
    row = h * .152
    for i, (day, title) in enumerate(WEEK):
        ry = y + h * .2 + row * i
        paper = [SAND, "#C7D2C0", "#E8D9B8", "#BFC9D6", PAPER][i]
        out += [path(cut_rect(x + w * .04, ry, w * .18, row * .82, rnd, 2), M.sh([BRICK, FIR, PLUM, SLATE, OCHRE][i], .3)),
                words(x + w * .13, ry + row * .56, day, row * .38, CHALK, READ, 800, "middle"),
                path(cut_rect(x + w * .235, ry, w * .725, row * .82, rnd, 2), M.li(paper, .12)),
                words(x + w * .255, ry + row * .6, title, row * (.575 if i == 4 else .53), "#1C1830", HAND, 700, anchor="start")]
    ly = y + h * .2 + row * 4 + row * .42
    out.append(path(polygon([(x + w * .235, ly + 3), (x + w * .985, ly - 5), (x + w * .985, ly - .5), (x + w * .235, ly + 8.5)]), CORAL))
    out += [circle(px, y + 9, 6, M.li(FIR, .3)) for px in (x + 12, x + w - 12)]
    return "".join(out)


def booth_inside(S: Svg) -> str:
    """What is behind the glass: foam, warm lamp, two empty chairs, headphones on their nail."""
    z_in = 3.4
    at = plane(CAM.at(-4.9, .5, z_in), CAM.at(BOOTH_X1, .5, z_in), CAM.at(-4.9, 2.7, z_in), CAM.at(BOOTH_X1, 2.7, z_in))
    lamp = CAM.at(-2.75, 2.02, 2.4)
    gx0, gy0 = CAM.at(BOOTH_X0, BOOTH_TOP, BOOTH_Z)
    gx1, gy1 = CAM.at(BOOTH_X1, 0, BOOTH_Z)
    o = [rect(-10, gy0, gx1 + 10, gy1 - gy0, M.sh("#6A4450", .8)), foam(M, at, 23, 9, "#8E6470", lamp, 560, .8),
         glow(S, *lamp, 360, M.glow, .68, sy=.9)]
    lx, ly = lamp
    o += [stroke(f"M{num(lx)} {num(ly - 40)}V150", M.dark, 4),
          path(polygon([(lx - 16, ly - 46), (lx + 16, ly - 46), (lx + 58, ly), (lx - 58, ly)]), M.sh(BRICK, .25)),
          path(polygon([(lx + 2, ly - 46), (lx + 16, ly - 46), (lx + 58, ly), (lx + 14, ly)]), M.li(BRICK, .45)),
          ellipse(lx, ly, 58, 9, M.li(PAPER, .4)),
          glow(S, lx, ly + 6, 120, PAPER, .7, sy=.6)]
    o += [chair(M, 458, 716, .62, -1, "#3F6A7A"), chair(M, 96, 716, .62, 1, "#A85668"), headphones(M, 446, 268, .6, 6)]
    return "".join(o)


def booth_desk(S: Svg) -> str:
    """The table in front of whoever is in the booth: mixing desk, two microphones, the sheet where somebody counts."""
    z, y = 1.75, .78
    o = [path(CAM.front(-4.2, 0, -1.3, y - .05, z), M.sh("#5A3C44", .95)), path(CAM.floor(-4.2, z, -1.3, 2.75, y), "#B07C58"),
         path(CAM.front(-4.2, y - .06, -1.3, y, z), M.li("#B87C52", .15)), ellipse(*CAM.at(-2.5, y, 2.2), 210, 16, "#E8B070")]
    desk = plane(CAM.at(-3.05, .80, 1.78), CAM.at(-1.98, .80, 1.78), CAM.at(-3.0, 1.03, 2.4), CAM.at(-2.04, 1.03, 2.4))
    o += [path(CAM.front(-3.05, .74, -1.98, .8, 1.78), M.dark), mixing_desk(S, M, desk, 10, random.Random(8))]
    for arm, head, turn in (([(34, 590), (72, 450), (188, 368)], (176, 440), 14),
                            ([(520, 596), (484, 452), (372, 366)], (352, 432), -12)):
        o += [boom(M, arm, 9), microphone(S, M, *head, .42, turn, detail=False)]
    o.append(tally_sheet(M, 452, 556, .86, 5))
    return "".join(o)


def booth_front(S: Svg, rnd: Random) -> str:
    """The booth's face: glass with reflections, slatted panel."""
    dark, body, slat, lit = "#33253F", "#4A3144", "#6B4348", "#D9935A"
    face = CAM.front(BOOTH_X0, 0, BOOTH_X1, BOOTH_TOP, BOOTH_Z)
    glass = CAM.front(*GLASS, BOOTH_Z)
    x0, y0 = CAM.at(GLASS[2] + .06, BOOTH_TOP, BOOTH_Z)
    x1, y1 = CAM.at(BOOTH_X1, 0, BOOTH_Z)
    gx0, gy0 = CAM.at(GLASS[0], GLASS[3], BOOTH_Z)
    gx1, gy1 = CAM.at(GLASS[2], GLASS[1], BOOTH_Z)
    o = [path(face + glass, S.linear(0, 0, x1, 0, (0, dark), (1, body)), fill_rule="evenodd")]
    step, high = (x1 - x0) / 13, y1 - gy1 - 86
    for i in range(13):
        o += [rect(x0 + step * i, y0, step - 5, y1 - y0, mix(slat, body, rnd.uniform(0, .4))),
              rect(x0 + step * (i + 1) - 8, y0, 3, y1 - y0, mix(slat, lit, .4))]
    for x in range(-20, 400, 132):
        o += [rect(x, gy1 + 40, 112, high, dark), rect(x, gy1 + 40, 112, 5, M.dark),
              rect(x, y1 - 49, 112, 4, mix(slat, lit, .12)),
              rect(x + 108, gy1 + 40, 4, high, mix(slat, lit, .2))]
    o += [rect(gx0, gy1, gx1 - gx0 + 12, 14, mix(slat, lit, .55)),
          rect(gx0, gy1 + 13, gx1 - gx0 + 12, 9, M.dark, fill_opacity=.6),
          rect(gx1 - 2, gy0 - 14, 14, gy1 - gy0 + 26, slat), rect(gx1 + 8, gy0 - 14, 5, gy1 - gy0 + 26, mix(slat, lit, .75)),
          rect(gx0, gy0 - 14, gx1 - gx0 + 10, 14, dark), rect(0, y0 - 18, x1 + 6, 24, slat), rect(0, y0 - 18, x1 + 6, 6, lit),
          rect(0, y0 + 6, x1, 10, M.dark, fill_opacity=.4), rect(0, y1 - 30, x1, 30, M.dark, fill_opacity=.75)]
    bands = [(40, 110), (128, 146), (330, 440), (458, 470)]
    shine = [path(polygon([(a + 130, gy0), (b + 130, gy0), (b - 60, gy1), (a - 60, gy1)]), "#FFE3B4", fill_opacity=.085) for a,
             b in bands]
    for x, i in ((214, 0), (292, 1)):
        shine += [path(polygon([(x, 226 + i * 5), (x + 58, 214 + i * 5), (x + 58, 408 - i * 4), (x, 398 - i * 4)]), "#FFD592",
                       fill_opacity=.13),
                  stroke(trace((x + 29, 222), (x + 29, 400)) + trace((x, 312), (x + 58, 308)), "#5A3A4A", 5, stroke_opacity=.3)]
    o.append(group(shine, clip_path=S.clip(glass)))
    o += [rect(84, y0 + 26, 168, 40, M.sh(CHALK, .5), 4), words(168, y0 + 57, "SILENCE", 31, M.dark, READ, 800, "middle",
                                                                spacing=4),
          path(cut_rect(246, y0 + 34, 186, 36, rnd, 3), M.sh("#F0D890", .28)),
                                                                words(339, y0 + 62, "… sauf en direct !", 29, M.dark, HAND, 700,
                                                                        "middle")]
    return "".join(o)


def shade_on_panel(S: Svg) -> str:
    """Shadow over the panel and the schedule, with the last of the light left out of it in the shape of the window."""
    x0, y0 = CAM.at(GLASS[2] + .06, BOOTH_TOP, BOOTH_Z)
    x1, y1 = CAM.at(BOOTH_X1, 0, BOOTH_Z)
    quads = [[(540, 325), (623, 294), (623, 515), (540, 543)], [(639, 288), (890, 192), (890, 428), (639, 510)],
             [(540, 559), (623, 531), (623, 725), (540, 747)], [(639, 526), (890, 444), (890, 652), (639, 720)]]
    lit = "".join(polygon(q) for q in quads)
    frame = f"M{num(x0)} {num(y0)}H{num(x1)}V{num(y1)}H{num(x0)}Z"
    return group(path(lit, "#FFAE5C", fill_opacity=.1), path(frame + "".join(polygon(q[::-1]) for q in quads), "#3A2A56",
                                                             fill_opacity=.6, fill_rule="evenodd"),
                 clip_path=S.clip(frame))


def booth(S: Svg, rnd: Random) -> str:
    """The desk, the glass and the panel with the schedule: in front of whoever sits inside."""
    x1, y1 = CAM.at(BOOTH_X1, 0, BOOTH_Z)
    return (booth_desk(S) + contact(S, x1 - 300, y1, 560, 26, M.dark, .6) + booth_front(S, rnd)
            + schedule_board(S, M, 562, 232, 296, 376, rnd) + shade_on_panel(S) + antenna_light(S, M, 600, 152, 150, 40))
