"""The quick exit's page: a tide table. Nothing on it speaks of the game, and nothing on it can be pressed.

Room: game/view/screens. It is plain on purpose: white paper, one curve, a table, as any harbour's site shows.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pygame

from game.session import tides
from game.view import paper
from game.view.geometry import Box
from game.view.heard import SILENCE
from game.view.screen import Move, Screen
from game.view.ui import Ui

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WHITE, BLUE, PALE, DARK, GREY, LINE = "#FFFFFF", "#6F9FC0", "#DCE9F2", "#1B3A57", "#4D6072", "#C7D5E0"
CURVE = Box(150, 330, 1660, 230)
ROW = 62


class NeutralScreen(Screen):
    """Tide times for some days from `today`."""

    name, neutral = "neutral", True
    rustle = None
    heard = SILENCE

    def __init__(self, today: date, days: int = 5) -> None:
        self._today, self._days = today, days

    def draw(self, ui: Ui) -> None:
        c, words = ui.canvas, ui.words
        c.rect(Box(0, 0, 1920, 1080), WHITE)
        c.rect(Box(0, 0, 1920, 92), PALE)
        c.line(70, 60, words("tides.title"), c.style("h2"), DARK)
        c.line(70, 168, words("tides.place"), c.style("h2", 0.9), DARK)
        c.line(70, 222, self._date(ui, self._today), c.style("body"), GREY)
        today = tides.turns(self._today)
        high = next((t for t in today if t.high), today[0])
        said = words("tides.next", time=_clock(ui, high.minute), height=_metres(ui, high.height))
        c.line(1850, 168, said, c.style("strong"), DARK, "end")
        c.line(1850, 222, words("tides.coefficient", value=high.coefficient), c.style("body"), GREY, "end")
        self._curve(ui, today)
        self._table(ui)
        c.line(70, 628 + ROW * (self._days + 1) + 52, words("tides.legal"), c.style("body", 1), GREY)

    def _date(self, ui: Ui, day: date) -> str:
        return ui.words("tides.date", day=ui.words(f"tides.{DAYS[day.weekday()]}"), date=day.day, month=ui.words(f"tides.m{day.month}"))

    def _curve(self, ui: Ui, today: list[tides.Turn]) -> None:
        """The sea over the day, filled, with its high and low waters."""
        c = ui.canvas

        def at(minute: float, metres: float) -> tuple[float, float]:
            return CURVE.w * minute / 1440, CURVE.h - CURVE.h * metres / 6.2

        def make() -> pygame.Surface:
            s = paper.Sketch(CURVE.w, CURVE.h, c.view.scale, 4)
            shore = [at(m, tides.height(self._today, m)) for m in range(0, 1441, 8)]
            s.polygon([(0, CURVE.h), *shore, (CURVE.w, CURVE.h)], PALE)
            for a, b in pairwise(shore):
                s.line(a, b, BLUE, 4)
            return s.done()

        for metres in (2, 4, 6):
            y = CURVE.bottom - CURVE.h * metres / 6.2
            c.rule((CURVE.x, y), (CURVE.right, y), LINE, 2)
            c.line(CURVE.x - 16, y + 10, f"{metres} m", c.style("body"), GREY, "end")
        c.piece((CURVE.x, CURVE.y), 4, make, "tide", self._today)
        for hour in range(0, 25, 6):
            x = CURVE.x + CURVE.w * hour / 24
            c.line(min(x, CURVE.right - 30), CURVE.bottom + 40, ui.words("tides.hour", hour=hour), c.style("body"), GREY, "middle")
        for turn in today:
            x, y = at(turn.minute, turn.height)
            c.disc((CURVE.x + x, CURVE.y + y), 8, DARK)

    def _table(self, ui: Ui) -> None:
        """High and low waters, seven days."""
        c, top = ui.canvas, 628.0
        heads = (("tides.day", 70), ("tides.coef", 330), ("tides.high", 500), ("tides.low", 1160))
        c.rect(Box(50, top, 1820, ROW - 8), PALE)
        for word, x in heads:
            c.line(x, top + 38, ui.words(word), c.style("strong"), DARK)
        for i, (day, turns) in enumerate(tides.week(self._today)[: self._days]):
            y = top + ROW * (i + 1)
            if i == 0:
                c.rect(Box(50, y - 6, 1820, ROW - 4), "#EEF4F8")
            name = ui.words("tides.short", day=ui.words(f"tides.{DAYS[day.weekday()]}")[:3], date=day.day)
            c.line(70, y + 34, name, c.style("strong" if i == 0 else "body"), DARK)
            highs = [t for t in turns if t.high]
            c.line(330, y + 34, str(highs[0].coefficient if highs else ""), c.style("body"), DARK)
            for x0, kind in ((500, highs), (1160, [t for t in turns if not t.high])):
                for j, t in enumerate(kind[:2]):
                    c.line(x0 + j * 330, y + 34, f"{_clock(ui, t.minute)}   {_metres(ui, t.height)}", c.style("body"), GREY)
            c.rule((50, y + ROW - 8), (1870, y + ROW - 8), LINE, 1)

    def on(self, signal: object) -> Move:
        del signal
        return None


def _clock(ui: Ui, minute: int) -> str:
    return ui.words("tides.clock", hour=minute // 60, minute=f"{minute % 60:02d}")


def _metres(ui: Ui, height: float) -> str:
    return ui.words("tides.metres", value=f"{height:.2f}".replace(".", ui.words("tides.point")))
