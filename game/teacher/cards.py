"""Cards to cut out: the moments of the timeline, the ways out, and what a pupil takes along.

Room: game/teacher. Two a row, dashed where the scissors go.
"""

from __future__ import annotations

from game.teacher import blocks as b
from game.teacher.look import ACCENT, INK, PAPER, SOFT, TAPE
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
            at += press.put(card.said.text, left, at, inner, "read", 13.5)
        else:
            while at + 11 < y + high:
                at += 9
                press.rule(left, at, inner)
    if at > y + high - 1:
        press.room(FOOT)  # it runs over its edge: turn, so that a smaller size is tried


def take_home(press: Press, card: b.TakeHome) -> None:
    """The pupil's card, as often as it stands on the sheet, two a row: the size of a postcard."""
    rows = (card.copies + 1) // 2
    high = (FOOT - press.y - GAP * (rows - 1)) / rows
    top = press.y
    for n in range(card.copies):
        _home(press, card, LEFT + (n % 2) * (WIDE + GAP), top + (n // 2) * (high + GAP), high)
    press.y = top + rows * (high + GAP) - GAP


def _home(press: Press, card: b.TakeHome, x: float, y: float, high: float) -> None:
    press.box(x, y, WIDE, high, None, INK, dash=True)
    left, inner, k = x + PAD, WIDE - 2 * PAD, press.k
    (number, first), *others = card.lines
    at = y + PAD - 1
    press.put(number, left, at, 34, "title", 34, ACCENT, leading=1.0, fixed=True)
    side = left + press.wide(number, "title", 34) + 4
    press.put(first.text, side, at + 1.5, left + inner - side, "bold", 9.2)
    at += 14.5
    for called, said in others:
        wide = max(15.0 * k, press.wide(called, "title", 10.5 * k) + 2.5)
        press.put(called, left, at, wide, "title", 10.5, ACCENT)
        at += press.put(said.text, left + wide, at + 0.3, inner - wide, "read", 9.2) + 0.7 * k
    at += 1.2 * k
    press.put(card.adult, left, at, inner, "bold", 9.2)
    wide = press.wide(card.adult, "bold", 9.2 * k) + 2
    press.rule(left + wide, at + 4.0 * k, inner - wide)
    at += 6.6 * k
    for n, said in enumerate(card.gestures, start=1):
        press.put(f"{n}.", left, at, 6, "title", 10.5, ACCENT)
        at += press.put(said.text, left + 6 * k, at, inner - 6 * k, "bold", 9.8) + 1.0 * k
    at += 0.8 * k
    at += press.put(card.removal, left, at, inner, "title", 10.5, ACCENT) + 0.4 * k
    for name, address, where in card.services:
        at += press.put(f"{name} · {address}", left, at, inner, "bold", 9.2)
        at += press.put(where.text, left, at, inner, "read", 9.2) + 0.8 * k
    danger = press.high(card.danger.text, "bold", 9.2, inner - 4) + 2.6
    foot = y + high - PAD + 1 - danger
    press.box(left, foot, inner, danger, PAPER, INK)
    press.put(card.danger.text, left + 2, foot + 1.3, inner - 4, "bold", 9.2)
    if at > foot - 1:
        press.room(FOOT)
