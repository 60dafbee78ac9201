"""The start after a quick exit: the tide table, and one explicit « reprendre ». Nothing else brings anything back.

Room: game/view/screens.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from game.view.geometry import Box
from game.view.heard import SILENCE
from game.view.screen import Home, Move, Screen
from game.view.screens.neutral import NeutralScreen
from game.view.ui import Ui


class ResumeScreen(Screen):
    """The neutral page of a new start. `back` forgets the marker and gives the title."""

    name, neutral = "resume", True
    rustle = None
    heard = SILENCE

    def __init__(self, today: date, back: Callable[[], Screen]) -> None:
        self._page, self._back = NeutralScreen(today, days=3), back

    def draw(self, ui: Ui) -> None:
        self._page.draw(ui)
        c, label = ui.canvas, ui.words("resume.back")
        w = ui.width(label) + 60
        box = Box(1850 - w, 14, w, 64)
        look = ui.target("resume", box, label, "resume")
        c.rect(box, "#FFFFFF", 6)
        c.rect(box, "#1B3A57", 6, 4 if look.lifted else 2)
        style = ui.style("body")
        c.line(box.centre[0], box.centre[1] + style.size * 0.35, label, style, "#1B3A57", "middle")
        if look.focus:
            c.focus_ring(box, 8, 2)

    def on(self, signal: object) -> Move:
        return Home(self._back()) if signal == "resume" else None

    def close(self) -> Move | bool:
        """Esc opens nothing here: only « reprendre » does."""
        return False
