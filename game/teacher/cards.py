"""Cards to cut out: the moments of the timeline, the ways out, and what a pupil takes along.

Room: game/teacher. Two a row, dashed where the scissors go.
"""

from __future__ import annotations

from game.teacher import blocks as b
from game.teacher.look import ACCENT, INK, SOFT, TAPE
from game.teacher.press import FOOT, LEFT, RIGHT, Press

GAP, PAD = 4.0, 4.0
WIDTH = RIGHT - LEFT
WIDE = (WIDTH - GAP) / 2
PICTURE = (44.0, 27.5)


def cards(press: Press, block: b.Cards) -> None:
    """All cards on what is left of the page, as many rows as it takes."""
    rows = (len(block.cards) + 1) // 2
    high = (FOOT - press.y - GAP * (rows - 1)) / rows
    top = press.y
    for n, card in enumerate(block.cards):
        _card(press, card, LEFT + (n % 2) * (WIDE + GAP), top + (n // 2) * (high + GAP), high)
    press.y = top + rows * (high + GAP) - GAP


def _card(press: Press, card: b.Card, x: float, y: float, high: float) -> None:
    press.box(x, y, WIDE, high, None, INK, dash=True)
    inner, left, at = WIDE - 2 * PAD, x + PAD, y + PAD
    if card.picture:
        press.draw(card.picture, left, at, *PICTURE)
        side, room = left + PICTURE[0] + 3, inner - PICTURE[0] - 3
        line = at + press.put(card.label, side, at, room, "title", 11.5, ACCENT, leading=1.1) + 0.8
        line += press.put(card.title, side, line, room, "bold", 10, leading=1.15) + 0.6
        line += press.put(card.when, side, line, room, "read", 9, SOFT, leading=1.2)
        at = max(at + PICTURE[1], line) + 2.5
        at += press.put(card.said.text, left, at, inner, "read", 11.5)
    else:
        wide = press.wide(card.label, "title", 12.5 * press.k) + 6
        press.box(left, at, wide, 7.4 * press.k, TAPE, None)
        press.put(card.label, left, at + 1.2 * press.k, wide, "title", 12.5, INK, "C", leading=1.1)
        press.put(card.title, left + wide + 3, at + 1.5 * press.k, inner - wide - 3, "bold", 10.5, SOFT)
        at += 10.5 * press.k
        if card.said.text:
            at += press.put(card.said.text, left, at, inner, "read", 11.5)
        else:
            while at + 11 < y + high:
                at += 9
                press.rule(left, at, inner)
    if at > y + high - 1:
        press.room(FOOT)  # it runs over its edge: turn, so that a smaller size is tried


def take_home(press: Press, card: b.TakeHome) -> None:
    """The pupil's card, as often as it fits its sheet."""
    high = (FOOT - press.y - GAP * (card.copies - 1)) / card.copies
    top = press.y
    for n in range(card.copies):
        _home(press, card, top + n * (high + GAP), high)
    press.y = top + card.copies * (high + GAP) - GAP


def _home(press: Press, card: b.TakeHome, y: float, high: float) -> None:
    press.box(LEFT, y, WIDTH, high, None, INK, dash=True)
    left, inner, column = LEFT + PAD, WIDTH - 2 * PAD, 62.0
    at = y + PAD
    press.put(card.number, left, at - 1, column, "title", 46, ACCENT, leading=1.0, fixed=True)
    foot = at + 19
    for said in card.front:
        foot += press.put(said.text, left, foot, column - 4, "read", 10) + 3 * press.k
    x, wide, line = left + column + 3, inner - column - 3, at
    for said in card.texts:
        line += press.put(said.text, x, line, wide, "read", 10) + 2 * press.k
    for name, what, link in card.services:
        line += press.put(f"{name} ({link})", x, line, wide, "bold", 9.5)
        line += press.put(what, x, line, wide, "read", 9.5) + 0.8 * press.k
    if max(line, foot) > y + high - 2:
        press.room(FOOT)
