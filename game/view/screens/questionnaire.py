"""The items of before and after: a sentence and a scale, the same both times. Passing is as large as answering.

Room: game/view/screens. Nothing is kept; no option has the focus first, so that nothing is suggested.
"""

from __future__ import annotations

from game.content.quiz import Item, Questionnaire
from game.session.asking import PASSED
from game.view.geometry import Box
from game.view.screens.asking import TRUTH, AskingScreen, Give
from game.view.ui import Ui
from game.view.widgets.basic import chip

STEPS = range(5)


class QuestionnaireScreen(AskingScreen):
    """One page an item."""

    name = "questionnaire"

    def __init__(self, questionnaire: Questionnaire) -> None:
        super().__init__(len(questionnaire.items))
        self._items = questionnaire

    def body(self, ui: Ui, x: float, y: float, w: float) -> float:
        words = ui.words
        if not self._begun:
            return y + ui.block(x, y, w, words.line(self._items.intro.id), "lead")
        if self._asking.done:
            return y + ui.block(x, y, w, words.line(self._items.outro.id), "lead")
        item = self._items.items[self._asking.at]
        y += ui.block(x, y, w, words.line(item.id), "h1" if ui.text_scale <= 1.3 else "h2") + 24
        y += ui.block(x, y, w, words(f"asking.scale_{item.scale}"), "lead-strong") + 26
        if item.scale == "true":
            options: list[tuple[str, int | str]] = [(words(f"asking.{value}"), value) for value in TRUTH]
            return self.choices(ui, x, y, w, [*options, (words("asking.pass"), PASSED)])
        if ui.text_scale > 1.3:
            return self.choices(ui, x, y, w, [*_rows(ui, item), (words("asking.pass"), PASSED)])
        y = self._scale(ui, item, x, y, w) + 34
        chip(ui, f"answer/{PASSED}", Box(x, y, 460, 72), words("asking.pass"), Give(PASSED), chosen=self._asking.answer == PASSED, key="P")
        return y + 84

    def _scale(self, ui: Ui, item: Item, x: float, y: float, w: float) -> float:
        """Five stops on a line, its two ends in words. Returns their foot."""
        c, words = ui.canvas, ui.words
        step, r = (w - 240) / 4, 56.0
        cy, style = y + r + 8, ui.style("h2")
        c.rect(Box(x + 120, cy - 3, w - 240, 6), "edge")
        rows = dict(_rows(ui, item))
        voices = {value: label for label, value in rows.items()}
        for n in STEPS:
            cx, chosen = x + 120 + n * step, self._asking.answer == n
            state = words("voice.chosen") if chosen else words("voice.not_chosen")
            look = ui.target(f"answer/{n}", Box(cx - r, cy - r, 2 * r, 2 * r), f"{voices[n]}, {state}", Give(n), keys=(str(n),))
            lift = -3 if look.lifted else 0
            c.disc((cx, cy + lift), r, "edge")
            c.disc((cx, cy + lift), r - (6 if look.lifted else 4), "accent" if chosen else "surface_raised")
            c.line(cx, cy + lift + style.size * 0.36, str(n), style, "on_accent" if chosen else "text", "middle")
            if look.focus:
                c.focus_ring(Box(cx - r, cy - r, 2 * r, 2 * r), r, 6)
            if chosen:
                c.disc((cx + r * 0.8, cy - r * 0.8), 24, "good")
                c.icon("check", cx + r * 0.8 - 15, cy - r * 0.8 - 15, 30, "on_good", "good")
        foot = cy + r + 22
        for n, end in ((0, "low"), (4, "high")):
            ui.line(x + 120 + n * step, foot + 26, words(f"asking.{item.scale}_{end}"), "body", "text", "middle")
        return foot + 40


def _rows(ui: Ui, item: Item) -> list[tuple[str, int | str]]:
    """The answers of a scale, its two ends in words."""
    words = ui.words
    low, high = words(f"asking.{item.scale}_low"), words(f"asking.{item.scale}_high")
    return [(f"{n}, {low}" if n == 0 else f"{n}, {high}" if n == 4 else str(n), n) for n in STEPS]
