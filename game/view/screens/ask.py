"""A question before something that cannot simply be taken back: what would happen, and two answers.

Room: game/view/screens. « No » has the focus; Esc is « no ».
"""

from __future__ import annotations

from collections.abc import Callable

from game.view.geometry import Box
from game.view.screen import Move, Screen, Shut
from game.view.ui import Ui
from game.view.widgets.basic import button, button_width
from game.view.widgets.scene import night

WIDTH = 1240.0


class AskScreen(Screen):
    """Asks `question`; `yes` and `no` are the words of the answers, `then` what follows a yes."""

    name, over = "ask", True

    def __init__(self, question: str, yes: str, no: str, then: Callable[[], Move]) -> None:
        self._question, self._yes, self._no, self._then = question, yes, no, then

    def draw(self, ui: Ui) -> None:
        c, words = ui.canvas, ui.words
        night(ui)
        w = WIDTH if ui.text_scale < 1.5 else 1760.0
        x, row = (1920 - w) / 2, max(88.0, ui.style("label").size * 2.2)
        high = ui.height(w - 140, words(self._question), "lead")
        wide = {name: max(360.0, button_width(ui, words(name))) for name in (self._no, self._yes)}
        rows = 1 if sum(wide.values()) + 164 <= w else 2
        h = high + 150 + rows * (row + 18)
        page = Box(x, (ui.bottom - h) / 2, w, h)
        c.sheet(page, "surface", 4, 14)
        ui.block(x + 70, page.y + 56, w - 140, words(self._question), "lead")
        y = page.bottom - rows * (row + 18) - 34
        button(ui, "ask/no", Box(x + 70, y, wide[self._no], row), words(self._no), Shut(), icon="back", kind="main")
        at = (x + 70 + wide[self._no] + 24, y) if rows == 1 else (x + 70, y + row + 18)
        button(ui, "ask/yes", Box(*at, wide[self._yes], row), words(self._yes), "yes", icon="check")
        ui.first = "ask/no"

    def on(self, signal: object) -> Move:
        return self._then() if signal == "yes" else Shut()
