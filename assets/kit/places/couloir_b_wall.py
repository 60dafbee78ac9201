"""The wall of corridor B that faces us: the poster, torn or put right, the small ads, the clock, the lost left glove."""
from __future__ import annotations

import math
import random

from ..fonts import HAND, TITLE
from ..palette import CHALK, CORAL, NIGHT, PAPER, mix
from ..props.school import console_ad, lost_glove, pinned, radiator, silent_clock
from ..props.tools import put, spray, words
from ..svg import circle, group, num, path, polygon, rect, smooth, stroke, taper, wobble
from .couloir_b_set import CAM, DADO, RIGHT, TURN, WALL, M


def facing_wall(S):
    x0, y_floor = CAM.at(RIGHT, 0, TURN)
    y_dado = CAM.at(0, 1.15, TURN)[1]
    wall, low = M.sh(WALL, .62), M.sh(DADO, .62)
    rim = [(x0, 548, 0), (1420, 628), (1560, 660), (1740, 640), (1880, 560), (1990, 420)]
    lit = smooth([(x0, -60, 0)] + rim + [(1990, -60, 0)])
    out = rect(x0, -40, 1980 - x0, y_floor + 40, wall) + rect(x0, y_dado, 1980 - x0, y_floor - y_dado, low)
    pool = path(lit, mix(M.sh(WALL, .2), M.glow, .16)) + rect(x0, y_dado, 1980 - x0, y_floor - y_dado, M.sh(DADO, .25))
    out += group(pool, clip_path=S.clip(lit))
    out += spray([p[:2] for p in rim[:5]], -40, 700, M.sh(WALL, .3), 4, opacity=.55)
    out += rect(x0, y_dado - 9, 1980 - x0, 9, M.sh(CHALK, .3)) + rect(x0, y_floor - 30, 1980 - x0, 30, M.sh("#33465A", .6))
    out += rect(x0, y_floor - 32, 1980 - x0, 4, M.li("#4C6070", .2))
    out += rect(x0, -40, 9, y_floor + 40, M.li(WALL, .45)) + rect(x0, y_dado, 9, y_floor - y_dado, M.li(DADO, .4))
    out += words(1398, 786, "B", 150, M.li(DADO, .3), TITLE, 800, opacity=.34)
    rnd = random.Random(31)
    for _ in range(26):
        x, y, size = rnd.uniform(x0 + 20, 1910), rnd.choice((rnd.uniform(520, 800), rnd.uniform(780, 826))), rnd.uniform(3, 13)
        out += path(smooth([(x, y, 0), (x + size, y - size * .3), (x + size * 2.4, y + size * .1, 0),
            (x + size, y + size * .35)]), M.li(DADO, .4) if rnd.random() < .4 else M.dark, fill_opacity=.24)
    for x, y, r in ((1338, 700, 13), (1337, 742, 9), (1339, 610, 7)):
        out += path(polygon(wobble([(x, y - r), (x + r * .8, y - r * .3), (x + r * .5, y + r)], 3, rnd)), M.li(WALL, .3))
    for x, y, r in ((1604, 190, 30), (1344, 208, -50), (1806, 150, 8)):
        out += put(x, y, 1, path("M0 0L26 -3L28 8L1 11Z", M.li(WALL, .5), fill_opacity=.5), turn=r)
    out += path(f"M{num(x0)} {num(y_floor)}H1980V{num(y_floor+44)}H{num(x0+70)}Z", M.dark, fill_opacity=.3)
    return out


def wall_things():
    """Clock, heating pipe, radiator, and the lost left glove put to dry."""
    pipe = M.sh("#93A79F", .35)
    out = silent_clock(M, 1488, 136, 54)
    out += rect(1868, 556, 13, 220, M.sh(pipe, .5)) + rect(1868, 556, 5, 220, M.li(pipe, .3))
    out += put(1622, 812, 1, path("M-18 22H258V40H-18Z", M.dark, fill_opacity=.25), radiator(M, 236, 190, pipe, 10))
    return out + put(1688, 626, 1, lost_glove(M, "#7E79A8"), turn=4)


POSTER = (1378, 236)
TEAR = [(208, 126), (178, 146), (186, 166), (152, 184), (158, 206), (119, 222), (126, 256), (74, 276), (58, 300)]


def _poster_art(sheet, blue, pale, upside_down=False):
    """The picture printed on the poster: Saturn over the sea."""
    planet = circle(104, 76, 50, M.li("#A9D3C6", .25))
    planet += path("M104 26A50 50 0 0 0 104 126A66 66 0 0 1 104 26Z", M.sh("#6FA6A6", .35))
    planet += group(path("M24 84C30 60 176 40 186 60C194 80 50 112 24 84ZM40 84C60 100 172 76 172 64C160 54 60 70 40 84Z", pale,
        fill_rule="evenodd"), transform="rotate(-6 104 76)")
    planet += path("M58 70A50 50 0 0 1 152 60L150 68C120 62 84 70 58 80Z", M.li("#A9D3C6", .25))
    art = path(sheet, blue)
    art += path(smooth([(0, 196, 0), (60, 176), (140, 190), (208, 150, 0), (208, 302, 0), (0, 302, 0)]), M.sh("#4F6CB0", .2))
    art += group(planet, transform="rotate(180 104 76)") if upside_down else planet
    art += "".join(path("M0 -6L1.6 -1.6L6 0L1.6 1.6L0 6L-1.6 1.6L-6 0L-1.6 -1.6Z", pale,
        transform=f"translate({x} {y}) scale({k})")
                   for x, y, k in ((24, 30, 1.1), (182, 116, .8), (186, 24, 1.3), (30, 132, .7), (150, 130, .6)))
    return art


def _poster_words(pale):
    """The name of the programme and its day, each line ending short of the sheet's edge."""
    out = words(14, 168, "La Minute", 33, pale, TITLE, 800, "start", spacing=-.5)
    out += words(13, 211, "Cosmos", 47, pale, TITLE, 800, "start", spacing=-.8)
    out += words(15, 238, "sur la webradio", 14, pale, weight=700, anchor="start")
    return out + words(15, 257, "le vendredi", 14, pale, weight=700, anchor="start")


def mended_poster(S):
    """The poster put right: a new planet sheet glued upside down over the comets, clear tape along the tear, neat corners."""
    blue, pale, tape = M.sh("#6E90CC", .06), M.li(CHALK, .25), M.li(PAPER, .15)
    whole = "M0 0L208 2L209 299L1 300Z"
    sheet = path("M6 8L214 10L215 307L7 308Z", M.dark, fill_opacity=.3) + _poster_art(whole, blue, pale, upside_down=True)
    sheet += path("M0 0L70 1L10 300H0Z", PAPER, fill_opacity=.1)
    strip = path(polygon([(x - 7, y - 8) for x, y in TEAR] + [(x + 7, y + 8) for x, y in reversed(TEAR)]), tape, fill_opacity=.2)
    tear = stroke(polygon(TEAR, False), M.sh(blue, .45), 1.6)  # the tape lies behind the words, the tear is a hair across them
    corners = "".join(put(x, y, 1, path("M-23 -8L20 -9L22 8L-21 9Z", tape, fill_opacity=.85), turn=r)
                      for x, y, r in ((8, 8, -42), (202, 8, 42), (6, 294, 42), (202, 294, -42)))
    return put(*POSTER, 1, sheet, group(strip, _poster_words(pale), tear, clip_path=S.clip(whole)), corners)


def torn_poster(S):
    """« La Minute Cosmos », torn across, comets scrawled over it in marker. Its tape is the only coral here."""
    blue, pale, ink = M.sh("#6E90CC", .12), M.li(CHALK, .2), M.dark
    ghost = rect(-2, -2, 212, 304, M.li(WALL, .45)) + path("M-2 302V-2H210", "none", stroke=M.sh(WALL, .5), stroke_width=2)
    sheet = "M0 0L208 2" + "".join(f"L{x} {y}" for x, y in TEAR) + "L1 300Z"
    edge = polygon([(x + 5, y + 6) for x, y in TEAR] + [(x, y) for x, y in reversed(TEAR)])
    art = _poster_art(sheet, blue, pale) + _poster_words(pale)
    art += path("M0 0L70 1L10 300H0Z", PAPER, fill_opacity=.1)
    body = path("M6 8L212 10L212 128L182 150L190 170L156 188L162 210L123 226L130 262L78 282L64 308L8 308Z", M.dark,
        fill_opacity=.3)
    body += path(edge, M.li(PAPER, .2)) + group(art, clip_path=S.clip(sheet))
    body += path("M150 104L158 100L148 118L160 128L146 146", "none", stroke=M.sh(blue, .5), stroke_width=2.5)
    flap = path("M4 8L66 -6L84 40L58 52L50 74L30 66L12 84Z", M.dark, fill_opacity=.3)
    flap += path("M0 0L62 -12L80 34L54 46L46 68L26 60L8 78Z", M.li(PAPER, .1)) + path("M0 0L62 -12L66 0L6 26Z", M.sh(PAPER, .3))
    flap += path("M8 78L26 60L46 68L54 46L50 42L24 52L7 68Z", blue)
    body += put(146, 250, 1, flap, turn=16)
    tape = "".join(put(x, y, 1, path("M-23 -8L-19 -9L20 -8L24 -5L21 8L-20 9L-24 6Z", CORAL) +
        path("M-20 -6H20V-2H-20Z", PAPER, fill_opacity=.35), turn=r)
                   for x, y, r in ((6, 8, -40), (203, 8, 38), (5, 292, 42), (196, 252, 62)))
    return put(*POSTER, 1, ghost, body, _comets(ink), tape)


def _comets(ink):
    """Marker comets: one on the planet, one across the title, one that has escaped on to the wall."""
    star = polygon([(math.sin(i * math.tau / 10) * (22, 9.5)[i % 2], -math.cos(i * math.tau / 10) * (22, 9.5)[i % 2])
        for i in range(10)])
    out = ""
    for x, y, size, turn in ((84, 96, 1.0, -32), (140, 252, .62, -28), (-17, 128, .78, -58), (172, 40, .55, -24)):
        comet = stroke(star, ink, 7) + path(star, ink, fill_opacity=.25)
        for dy, far, bend in ((-13, 92, -9), (1, 118, -5), (14, 84, 6)):
            comet += path(taper([(30, dy), (30 + (far - 30) * .5, dy * 1.25 + bend), (far, dy * 1.5 + bend * .4)], [8, 6, 1]),
                ink)
        out += put(x, y, size, comet, turn=turn)
    return out


def notice_board():
    cork, wood = M.sh("#9C8B70", .5), M.sh("#7D8A86", .5)
    out = rect(1646, 250, 338, 306, M.dark, fill_opacity=.28) + rect(1636, 238, 350, 310, wood, r=3)
    out += rect(1636, 238, 350, 5, M.li(wood, .5))
    out += rect(1648, 250, 340, 286, M.sh(cork, .45)) + rect(1648, 256, 340, 280, cork)
    out += spray([(1920, 270), (1650, 270)], 250, 260, M.dark, 12, (1.2, 2.8), .3)
    out += spray([(1650, 520), (1920, 520)], 250, 200, CHALK, 13, (1, 2.2), .25)

    def note(text, y, size=24, w=120):
        return words(w / 2, y, text, size, M.dark, HAND, 700)

    out += pinned(M, 1796, 268, 108, 84, M.sh("#BFD8CC", .1), note("Perdu :", 34, 25, 108) + note("motivation.", 56, 25, 108) +
        note("Récompense.", 76, 21, 108), 2.5)
    out += pinned(M, 1800, 376, 98, 68, M.sh("#D3CFE4", .1), note("Trouvé : un", 32, 22, 98) + note("gant gauche", 54, 22, 98),
        -3)
    knight = path("M-11 22H13L10 14C12 2 14 -6 6 -16L2 -22L-2 -16C-10 -12 -16 -4 -17 2L-12 7L-4 2C-6 8 -10 12 -11 22Z",
        M.sh(NIGHT, .1))
    chess = put(24, 44, .95, knight) + words(80, 36, "Échecs", 21, M.dark, weight=800)
    chess += words(80, 57, "mardi", 17, M.dark, weight=400) + words(80, 75, "12 h 30", 17, M.dark, weight=400)
    out += pinned(M, 1796, 458, 124, 86, M.sh(CHALK, .12), chess, 1.5, "#8A7FA8")
    out += pinned(M, 1662, 452, 112, 76, M.sh("#B9C6D8", .1), note("Chorale jeudi", 34, 23, 112) +
        note("(même si tu", 54, 20, 112) + note("chantes faux)", 70, 20, 112), -2)
    return out + console_ad(M, 1664, 264, -2)
