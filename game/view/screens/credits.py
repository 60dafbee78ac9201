"""Who speaks here, and what is invented: the story's credits.

Room: game/view/screens. Reached from the menu; the same words close the teacher's pack.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.content.model import Text
from game.view.geometry import Box
from game.view.screens.turning import TurningScreen
from game.view.scroll import scrolled
from game.view.ui import Ui
from game.view.widgets.basic import closing, name_tape
from game.view.widgets.scene import night


class CreditsScreen(TurningScreen):
    """One sheet; it turns when the words are large."""

    name = "credits"

    def __init__(self, credits_: Sequence[Text]) -> None:
        super().__init__()
        self._credits = credits_

    def sheet(self, ui: Ui) -> None:
        night(ui)
        words = sum(ui.height(1290, ui.words.line(text.id), "lead") + 26 for text in self._credits)
        h = min(ui.bottom - 150, words + 124)
        page = Box(240, max(120.0, (ui.bottom - h) / 2), 1440, h)
        ui.canvas.sheet(page, "surface", 5, 14, "rule")
        name_tape(ui, 300, page.y - (36 if ui.text_scale <= 1.3 else 90), ui.words("credits.title"))
        closing(ui, 1850, 24, "close")
        with scrolled(ui, "credits/scroll", Box(page.x + 70, page.y + 60, page.w - 140, page.h - 100), self._scroll) as inside:
            y = inside.y + 10
            for text in self._credits:
                y += ui.block(inside.x, y, inside.w - 10, ui.words.line(text.id), "lead") + 26
            inside.foot = y
