"""« Revenir là-dessus »: what one may come back to now, since the last bell. Now, later, or not at all.

Room: game/view/screens. Reads `moment.repairs`; a repair leaves here only as a command.
"""

from __future__ import annotations

from game.content import boxes
from game.core.commands import GoBackOver
from game.view.geometry import Box
from game.view.screen import Move, Screen, Shut
from game.view.screens.sitting import Sitting
from game.view.ui import Ui
from game.view.widgets.basic import button, closing, name_tape
from game.view.widgets.scene import night

MOST = 5  # that fit a page in the largest text; the next ones come when these were taken up, or at the next bell


class RepairsScreen(Screen):
    """One button for each; closing it is an answer too."""

    name, over = "repairs", True

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def draw(self, ui: Ui) -> None:
        words, c = ui.words, ui.canvas
        night(ui)
        repairs = self._sitting.moment.repairs[:MOST]
        large = ui.text_scale > boxes.LARGE
        w = boxes.repair_width(ui.text_scale) + 120
        hint = ui.height(w - 120, words("play.repair_hint"), "lead")
        h, gap = (96.0, 18.0) if not large else (110.0, 12.0)
        page = Box((1920 - w) / 2, 150, w, 70 + hint + len(repairs) * (h + gap) + 46)
        c.sheet(page, "surface_raised", 4, 14)
        name_tape(ui, page.x + 50, page.y - (38 if not large else 110), words("play.repair"))
        closing(ui, 1870, 26, "close")
        y = page.y + 60
        y += ui.block(page.x + 60, y, page.w - 120, words("play.repair_hint"), "lead") + 24
        for n, repair in enumerate(repairs, start=1):
            title = words.line(repair.title) if repair.title else words("play.repair")
            label = words("play.repair_with", title=title, who=words.line(repair.who)) if repair.who else title
            button(
                ui,
                f"repair/{repair.id}",
                Box(page.x + 60, y, page.w - 120, h),
                label,
                GoBackOver(repair.id),
                icon="undo",
                key=str(n),
                seed=n,
            )
            y += h + gap
        ui.first = f"repair/{repairs[0].id}" if repairs else "close"

    def on(self, signal: object) -> Move:
        if isinstance(signal, GoBackOver):
            self._sitting.do(signal)
        return Shut()
