"""A pause: a buoy that rises and falls as slowly as one breathes. Nothing moves on without the player.

Room: game/view/screens. Reached from the menu. Without motion the buoy stays where it is, and the words alone say how.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi

from game.view.geometry import Box
from game.view.life import BEAT
from game.view.screen import Move, Open, Screen, Shut
from game.view.ui import Ui
from game.view.widgets.basic import button, button_width
from game.view.widgets.scene import SHEET

BREATH = 10.0  # seconds, in and out: six a minute
SWELL = 70.0  # how far the buoy rises and falls, logical px
BUOY = (1380.0, 640.0)  # the middle of its way


class BreatheScreen(Screen):
    """The harbour at night, a buoy, three short sentences."""

    name, over = "breathe", True

    def __init__(self, help_: Callable[[], Screen]) -> None:
        self._help = help_

    def draw(self, ui: Ui) -> None:
        words, c = ui.words, ui.canvas
        if ui.theme.flat or not c.art.has("title/back"):
            c.rect(SHEET, "desk")
        else:
            for layer in ("title/back", "title/mid"):
                if c.art.has(layer):
                    c.picture(layer, SHEET)
            c.veil(SHEET, "desk", 0.55)
        ui.life.stay()  # whoever breathes with it touches nothing
        phase = ui.life.beat % BREATH / BREATH if ui.life.moving else 0.25
        self._buoy(ui, phase)
        x, large = 120.0, ui.text_scale > 1.3
        y = 90.0 if large else 170.0
        w = 1000.0 if not large else 1120.0
        ui.line(x, y + ui.style("h1").size, words("breathe.title"), "h1", "on_desk")
        y += ui.style("h1").size * 1.5
        y += ui.block(x, y, w, words("breathe.how"), "lead", "on_desk") + 14
        if not large:
            y += ui.block(x, y, w, words("breathe.or"), "lead", "on_desk") + 14
        ui.block(x, y, w, words("breathe.waits"), "hand", "on_desk")
        h = max(84.0, 50 * ui.text_scale + 20)
        label, ask = words("breathe.on"), words("breathe.talk")
        box = Box(x, ui.bottom - h - 40, button_width(ui, label, key=words("key.esc")), h)
        button(ui, "breathe/on", box, label, Shut(), icon="back", kind="main", key=words("key.esc"))
        wide = button_width(ui, ask)
        beside = Box(box.right + 28, box.y, wide, h) if box.right + 28 + wide < 1860 else Box(x, box.y - h - 20, wide, h)
        button(ui, "breathe/talk", beside, ask, "talk", icon="phone")
        ui.first = "breathe/on"

    def _buoy(self, ui: Ui, phase: float) -> None:
        """Up while one breathes in, down while one breathes out; its lamp is brightest at the top. The word beside it says which."""
        c = ui.canvas
        x, middle = BUOY
        y = middle + SWELL * cos(2 * pi * phase)
        word = ui.words("breathe.in" if phase < 0.5 else "breathe.out")
        ui.life.expect(c.area(Box(x - 330, middle - SWELL - 340, 660, 2 * SWELL + 520)), ui.life.beat + BEAT)
        for n, half in enumerate((190.0, 250.0, 150.0)):
            c.rect(Box(x - half + n * 30, y + 108 + n * 26, 2 * half - n * 40, 5), "bar_soft", 2)
        c.polygon(((x - 118, y + 40), (x + 118, y + 40), (x + 84, y + 112), (x - 84, y + 112)), "focus_edge")
        c.polygon(((x - 110, y + 44), (x + 110, y + 44), (x + 79, y + 108), (x - 79, y + 108)), "danger")
        c.polygon(((x - 46, y + 44), (x - 22, y - 130), (x + 22, y - 130), (x + 46, y + 44)), "focus_edge")
        c.polygon(((x - 38, y + 44), (x - 17, y - 124), (x + 17, y - 124), (x + 38, y + 44)), "danger")
        c.polygon(((x - 30, y - 20), (x - 25, y - 60), (x + 25, y - 60), (x + 30, y - 20)), "surface_raised")
        bright = (1 - cos(2 * pi * phase)) / 2
        c.disc((x, y - 160), 36 + 18 * round(bright, 1), "highlight" if not ui.theme.flat else "pen")
        c.disc((x, y - 160), 26, "focus")
        ui.line(x, middle - SWELL - 240, word, "h2", "on_desk", "middle")

    def on(self, signal: object) -> Move:
        return Open(self._help()) if signal == "talk" else Shut()
