"""One thing of a place, and all that can be done with it: look, take, use. Only what it has is offered.

Room: game/view/screens. Reads `moment.place`; what is done leaves here only as a command. A thing that can only be looked at needs no page.
"""

from __future__ import annotations

from game.core.commands import Examine, UseThing
from game.core.moment import HotspotNow
from game.view.geometry import Box
from game.view.screen import Move, Screen, Shut
from game.view.screens.sitting import Sitting
from game.view.ui import Ui
from game.view.widgets import bar, play, scene
from game.view.widgets.basic import button, button_width, closing, name_tape

ICONS = {"take": "hand", "use": "link"}


class ThingScreen(Screen):
    """A sheet beside the thing; closing it does nothing to it."""

    name, over = "thing", True

    def __init__(self, sitting: Sitting, spot: str) -> None:
        self._sitting, self._spot = sitting, spot

    def draw(self, ui: Ui) -> None:
        words, here = ui.words, self._sitting.moment.place
        spot = next((spot for spot in here.hotspots if spot.id == self._spot), None) if here is not None else None
        if here is None or spot is None:
            scene.night(ui)
            closing(ui, 1870, 26, "close")
            return
        scene.place(ui, here, veil=0.3)
        x, y = spot.mark or play.middle(spot.shape)
        rows = self._rows(ui, spot)
        h, gap = max(76.0, 44 * ui.text_scale + 26), 14.0
        name = words.line(spot.name)
        w = min(1700.0, max(560.0, ui.width(name, "h2") + 120, *(button_width(ui, label, key="1") + 100 for label, *_ in rows)))
        high = 70 + len(rows) * (h + gap) + 20
        top = bar.height(ui) + (70 if ui.text_scale <= 1.3 else 130)
        left = x + 70 if x + 70 + w < 1890 else x - 70 - w
        box = Box(min(max(left, 30), 1890 - w), min(max(y - high / 2, top), max(top, ui.bottom - high - 20)), w, high)
        ui.canvas.sheet(box, "surface_raised", 5, 12)
        name_tape(ui, box.x + 40, box.y - (38 if ui.text_scale <= 1.3 else 110), name)
        closing(ui, 1870, 26, "close")
        at = box.y + 46
        for n, (label, signal, target, icon) in enumerate(rows, start=1):
            button(ui, target, Box(box.x + 50, at, w - 100, h), label, signal, icon=icon, key=str(n), seed=n)
            at += h + gap
        ui.first = rows[0][2]

    def _rows(self, ui: Ui, spot: HotspotNow) -> list[tuple[str, object, str, str]]:
        words = ui.words
        look = words("play.look_again") if spot.examined else words("play.look")
        rows: list[tuple[str, object, str, str]] = [(look, Examine(spot.id), "thing/look", "eye")]
        for use in spot.uses:
            label = words.line(use.name)
            if use.with_ is not None:
                label = words("play.use_with", use=label, clue=words.line(use.with_))
            rows.append((label, UseThing(use.id), f"thing/{use.id}", ICONS[use.verb]))
        return rows

    def on(self, signal: object) -> Move:
        if isinstance(signal, Examine | UseThing):
            self._sitting.do(signal)
        return Shut()
