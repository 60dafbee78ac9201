"""Clue cards that are close-ups of a wall one has stood before, 640x400: the very drawing of the place, brought nearer, so that a card
and its wall always say the same. Only the nurse's card is drawn for itself: in the corridor it is small in its clip."""
from __future__ import annotations

import random
from collections.abc import Callable

from ..light import glow
from ..palette import MOODS, NIGHT, PAPER
from ..places.arret_bus import timetable
from ..places.cdi_radio_booth import schedule_board
from ..places.couloir_b_wall import facing_wall, notice_board, torn_poster
from ..svg import Svg, circle, cut_rect, group, num, path, polygon, rect, smooth, stroke, taper
from ..ui.text import line
from ..ui.tokens import TITLE, TextStyle
from .clues import H, W, _hand, _read, _shade, _sheet
from .school import card_clip


def _closer(x, y, k, *parts):
    """What lies around (x, y) in a place, k times as large, its corner in ours."""
    return group(*parts, transform=f"translate({num(-x * k)} {num(-y * k)}) scale({k})")


def affiche_dechiree() -> Svg:
    """The poster of corridor B: torn across, comets over it, coral tape at its corners."""
    S = Svg(W, H, "ca")
    S.add(rect(0, 0, W, H, "#41575A"), _closer(1334, 246, 1.42, facing_wall(S), notice_board(), torn_poster(S)))
    return S


def annonce_console() -> Svg:
    """Sacha's small ad on the board of corridor B: a price that came down twice, a strip gone."""
    S = Svg(W, H, "an")
    S.add(_closer(1652, 258, 2.28, notice_board()))
    return S


def planning_barre() -> Svg:
    """The radio's week on its brown paper, Friday struck out along a ruler; the pencil lies beside."""
    M = MOODS["booth"]
    S, slats = Svg(W, H, "cp"), ("#6B4348", "#5E3C46", "#64404A")
    S.add(rect(0, 0, W, H, "#4A3144"), *[rect(i * 54 - 6, 0, 48, H, slats[i % 3]) + rect(i * 54 + 42, 0, 4, H, "#8A5A50") for i in range(13)],
          schedule_board(S, M, 34, 12, 528, 374, random.Random(12)),
          path(polygon([(-20, -20), (390, -20), (150, 420), (-20, 420)]), M.key, opacity=.14), _shade(M, 660, 520, 5, .26))
    S.add(group(path(polygon([(0, -6), (118, -6), (132, 0), (118, 6), (0, 6)]), "#14122C", opacity=.35, transform="translate(7 10)"),
                path(polygon([(0, -6), (118, -6), (132, 0), (118, 6), (0, 6)]), "#D8953E"),
                path(polygon([(0, 0), (118, 0), (132, 0), (118, 6), (0, 6)]), "#A2622A"),
                path(polygon([(118, -6), (132, 0), (118, 6)]), "#F0D9B0"), rect(-12, -6, 12, 12, "#C98F8A"),
                transform="translate(560 384) rotate(-72)"))
    return S


def trajet_ligne4() -> Svg:
    """The lit timetable in the rain: one line worn by a nail, six minutes counted in pen."""
    S = Svg(W, H, "ct")
    rnd = random.Random(12)
    S.add(rect(0, 0, W, H, S.linear(0, 0, 0, H, (0, "#2B2F62"), (.7, "#565C8E"), (1, "#3A3F72"))),
          glow(S, 566, 74, 190, "#FFC98A", .85), circle(566, 74, 20, "#FFE7B8"), rect(560, 90, 9, 320, "#171A38"),
          _closer(662, 278, 1.45, timetable(S, 700, 282, 232, 326)))
    for _ in range(64):
        x, y, r = rnd.random() * W, rnd.random() * H, rnd.uniform(2, 6)
        S.add(path(smooth([(x, y - r * 1.5, .3), (x + r, y + r * .3), (x, y + r), (x - r, y + r * .3)]), "#DDE6F2", opacity=.3),
              circle(x - r * .3, y, r * .28, "#FFFFFF", opacity=.7))
    for x, y0, y1 in ((24, 60, 250), (470, 150, 372), (606, 210, 330)):
        S.add(path(taper([(x, y0), (x + 4, (y0 + y1) / 2), (x, y1)], [.5, 4, 7]), "#DDE6F2", opacity=.45))
    return S


def carte_3018() -> Svg:
    """One of the cards in the clip on the nurse's door, warm wood behind it; an hour is pencilled on it."""
    M = MOODS["neon"]
    S = Svg(W, H, "c3")
    rnd = random.Random(4)
    wood = S.linear(0, 0, W, 0, (0, "#F2A863"), (.55, "#D98A55"), (1, "#B96B4C"))
    S.add(rect(0, 0, W, H, wood), rect(40, -10, 560, 430, "#8E4E4A", opacity=.24), rect(40, -10, 16, 430, "#FFDDA2", opacity=.5),
          path(polygon([(60, -20), (400, -20), (230, 420), (-20, 420)]), "#FFE3AE", opacity=.25), _shade(M, 640, 470, 7, .18))
    for dx, turn, tone in ((16, 2.6, "#D8CDBC"), (8, -.4, "#E6DCCB")):
        S.add(path(cut_rect(104 + dx, 62, 424, 316, rnd, 3), tone, transform=f"rotate({turn} 312 62)"))
    d = cut_rect(100, 60, 424, 316, rnd, 3)
    S.add('<g transform="rotate(-2.4 312 60)">', _sheet(d, 104, 64, 410, 304, PAPER),
          path(polygon([(100, 60), (524, 60), (524, 96), (100, 96)]), "#2C5A58"),
          line(312, 206, "3018", TextStyle(TITLE, 124, 800, 1), "#1F4A4A", "middle"),
          line(312, 248, "gratuit et anonyme", _read(33), NIGHT, "middle"),
          line(312, 286, "9 h-23 h, 7 jours sur 7", _read(31, 400), NIGHT, "middle"), "</g>")
    S.add(line(372, 354, "9 h 05", _hand(62), "#4A4560", "middle", transform="rotate(-6 372 354)"),
          stroke("M300 366C340 360 410 358 456 348", "#4A4560", 3.4), group(card_clip(M), transform="translate(312 54) scale(3.1)"))
    return S


CLUES: dict[str, Callable[[], Svg]] = {"affiche-dechiree": affiche_dechiree, "annonce-console": annonce_console, "planning-barre": planning_barre,
                                       "trajet-ligne4": trajet_ligne4, "carte-3018": carte_3018}
TITLES = {"affiche-dechiree": "L’affiche", "annonce-console": "L’annonce", "planning-barre": "Le planning", "trajet-ligne4": "L’horaire",
          "carte-3018": "La carte"}
