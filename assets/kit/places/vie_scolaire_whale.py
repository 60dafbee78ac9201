"""The whale that eats lost scarves: papier mâché on castors, an umbrella for a spout, a button for an eye."""
from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING

from ..fonts import HAND
from ..palette import MOODS, NIGHT, OCHRE, PAPER, SAND, SLATE
from ..perspective import Camera
from ..props.tools import put, spray, words
from ..svg import circle, cut_rect, ellipse, group, num, path, rect, smooth, stroke, taper

if TYPE_CHECKING:
    from random import Random

MOOD = MOODS["kettle-light"]
M = MOOD
CAM = Camera(eye=1.45, back=5.0, scale=375, horizon=405, vanish=900)


def whale(S):
    """The lost-property whale: papier-mâché, fed with scarves, spouting an umbrella nobody came back for."""
    skin = "#7894BE"
    body = smooth([(446, -166, .4), (430, -214), (366, -262), (272, -276), (186, -250), (130, -214), (100, -226), (82, -262),
        (70, -292, .3), (44, -286, .3), (40, -220), (50, -150),
                   (84, -78), (150, -26), (240, -8), (350, -10), (432, -36), (478, -102, .4), (430, -110), (352, -124),
                   (318, -140, .3), (360, -154), (414, -158)])
    flukes = smooth([(60, -270), (34, -300), (-14, -308), (-30, -332, .4), (16, -340), (54, -312), (64, -306), (92, -344),
        (140, -354, .4), (130, -326), (102, -298), (78, -268)])
    out = ellipse(240, 4, 262, 26, M.dark, fill_opacity=.45) + _umbrella()
    out += path("M318 -140L446 -166L478 -102L430 -70L340 -90Z", M.dark)
    out += path(flukes, M.sh(skin, .75))
    out += path(smooth([(64, -306), (92, -344), (140, -354, .4), (130, -326), (102, -298), (80, -272, .2)]), M.sh(skin, .35))
    inside = path(smooth([(478, -102, .3), (400, -76), (300, -68), (180, -74), (70, -120), (40, -60), (150, -10), (240, 4),
        (350, 4), (440, -20)]), M.sh("#C9A878", .35))
    for i in range(5):
        y = -62 + i * 13
        inside += stroke(f"M{100+i*22} {y+4-i*2}Q{260} {y+30-i*6} {470-i*12} {y-26+i*4}", M.sh("#8A6A4C", .5), 3.2,
            stroke_opacity=.75)
    inside += _strips(skin)
    inside += path(smooth([(30, -320), (140, -320), (128, -230), (150, -150), (210, -80), (300, -30), (300, 20), (20, 20),
        (20, -200)]), M.dark, fill_opacity=.34)
    inside += spray([(128, -230), (150, -150), (210, -80), (300, -30)], 44, 300, M.dark, 14, (1.4, 3.2), .34)
    inside += path(smooth([(446, -166, .3), (430, -216), (366, -264), (272, -280), (250, -276), (300, -266), (362, -246),
        (412, -204), (430, -164)]), M.li(skin, .6))
    inside += path("M318 -140L360 -154L414 -158L446 -166L444 -176L404 -170L350 -162L312 -146Z", M.li(skin, .45))
    out += path(body, M.sh(skin, .12)) + group(inside, clip_path=S.clip(body))
    lip = smooth([(312, -146, .3), (350, -160), (404, -170), (446, -176, .3), (446, -164, .3), (414, -156), (360, -150),
        (320, -138, .3)])
    out += _scarves() + path(lip, M.sh(skin, .3)) + stroke("M320 -140Q306 -142 298 -154", M.dark, 5) + _button_eye()
    out += path(smooth([(236, -96, .3), (262, -70), (262, -30), (236, 6, .3), (214, -14), (206, -60)]), M.sh(skin, .5))
    out += path(smooth([(236, -96, .3), (262, -70), (262, -30), (236, 6, .3), (250, -40), (246, -72)]), M.li(skin, .25))
    out += _name_card() + "".join(circle(x, 2, 15, M.dark) + circle(x + 2, 0, 6, M.sh(SLATE, .3)) for x in (140, 330))
    out += path("M96 -16L400 -16L392 -4H104Z", M.sh("#8A6549", .7))
    return put(62, 908, .98, out)


def _strips(skin):
    """The strips of paper the whale is made of."""
    rnd, out = random.Random(17), ""
    for _ in range(46):
        x, y, a, w, h = rnd.uniform(60, 430), rnd.uniform(-270, -90), rnd.uniform(-38, 38), rnd.uniform(34, 72), rnd.uniform(13,
            22)
        tone = rnd.choice((M.sh(skin, .3), M.li(skin, .2), M.sh("#8FA3B8", .15), M.sh("#6A86B4", .2)))
        out += put(x, y, 1, cut_path(w, h, rnd, tone), turn=a)
    return out


def cut_path(w: float, h: float, rnd: Random, tone: str) -> str:
    return path(cut_rect(0, 0, w, h, rnd, 3.5), tone, fill_opacity=.55)


def _button_eye():
    """A coat button sewn on with orange thread, and a patient eyelid."""
    out = ellipse(352, -192, 25, 24, M.dark, fill_opacity=.35) + circle(355, -196, 23, M.sh(NIGHT, .2))
    out += circle(355, -196, 17, M.li(NIGHT, .14))
    out += "".join(circle(355 + dx, -196 + dy, 3.4, M.dark) for dx in (-6, 6) for dy in (-6, 6))
    out += stroke("M349 -202L361 -190M361 -202L349 -190", OCHRE, 3.4)
    return out + path(smooth([(328, -200), (340, -220), (360, -224), (382, -210), (380, -204), (358, -214), (342, -210),
        (332, -196)]), M.sh("#7894BE", .6)) + circle(364, -205, 4, PAPER)


def _umbrella():
    """The spout."""
    out = stroke("M268 -262L286 -388", M.sh("#5B4A44", .4), 6)
    for pts, tone in (([(176, -372, 0), (206, -428), (284, -452, 0), (236, -374, 0), (206, -384)], M.sh("#56688F", .75)),
        ([(236, -374, 0), (284, -452, 0), (296, -380, 0), (266, -388)], M.sh("#56688F", .35)),
                      ([(296, -380, 0), (284, -452, 0), (352, -400, 0), (326, -398)], M.sh("#6A80AC", .15)),
                      ([(352, -400, 0), (284, -452, 0), (360, -440), (396, -392, 0), (374, -400)], M.li("#6A80AC", .3))):
        out += path(smooth(pts), tone)
    return out + stroke("M284 -452L286 -468", M.dark, 5) + path(smooth([(268, -262, .3), (254, -274), (262, -282), (282, -280),
        (288, -270)]), M.dark, fill_opacity=.6)


def _scarves():
    """What the whale has eaten this autumn."""
    out = ""
    for pts, width, col, bands in (([(356, -124), (420, -116), (456, -84), (462, -34), (452, 0)], 32, "#7F9F7C", "#DCE3D0"),
        ([(350, -128), (380, -110), (402, -80), (404, -40), (396, -8)], 30, "#D0A048", "#7A5A34"),
                                   ([(372, -140), (446, -142), (496, -122), (516, -76), (508, -36)], 28, "#8B6A94", "#C9B4CF")):
        out += path(taper(pts, [width * .7, width, width, width, width * .95]), M.sh(col, .25))
        out += path(taper([(x - width * .3, y + 2) for x, y in pts], [width * .2, width * .34, width * .38, width * .38,
            width * .3]), M.sh(col, .75), fill_opacity=.8)
        for t in (1.55, 2.25, 2.95, 3.55):
            i, f = int(t), t - int(t)
            x, y = pts[i][0] + (pts[i + 1][0] - pts[i][0]) * f, pts[i][1] + (pts[i + 1][1] - pts[i][1]) * f
            turn = math.degrees(math.atan2(pts[i + 1][1] - pts[i][1], pts[i + 1][0] - pts[i][0]))
            out += put(x, y, 1, rect(-5, -width * .48, 10, width * .96, M.sh(bands, .2), r=3), turn=turn)
        ex, ey = pts[-1]
        out += "".join(stroke(f"M{num(ex-width*.38+k*width*.19)} {num(ey-3)}l{num((k-2)*1.6)} 18", M.sh(col, .3 + .1 * (k % 2)),
            4.5) for k in range(5))
    bobble = circle(398, -152, 15, M.sh("#CFC6B4", .2)) + circle(403, -156, 8, M.li("#CFC6B4", .4))
    return out + path(smooth([(364, -118, .3), (374, -146), (398, -156), (422, -142), (432, -116, .3)]),
        M.sh("#4F7C78", .3)) + path(smooth([(404, -154), (422, -142), (432, -116, .3), (412, -116, .3)]),
        M.li("#4F7C78", .3)) + bobble


def _name_card():
    card = path("M5 6L189 2L191 84L8 90Z", M.dark, fill_opacity=.4) + path("M0 2L184 -2L186 80L3 85Z", M.li("#D9C29A", .25))
    card += path("M0 2L40 1L30 84L3 85Z", M.sh("#D9C29A", .35), fill_opacity=.7)
    return put(112, -204, 1, stroke("M30 6L92 -36L156 4", M.sh(SAND, .6), 3.5), card, words(94, 39, "Objets", 42, M.dark, HAND,
        700), words(94, 73, "trouvés", 42, M.dark, HAND, 700), turn=-4)
