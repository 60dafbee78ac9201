"""A pause: a swell that lifts a buoy and lets it down as slowly as one breathes. Nothing moves on without the player.

Room: game/view/screens. Reached from the menu and the bar. Without motion the sea stands still, and the words alone say how.
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
MIDDLE = 736.0  # the middle of the swell
WAVE, RISE = 1480.0, 64.0  # from crest to crest, and how far a crest stands over the middle: as `assets.kit.ui.harbour` draws them
SWELL, TOP = (3400.0, 480.0), 80.0  # the picture of the swell, and where its middle lies in it
BUOY, DECK = (360.0, 500.0), (200.0, 430.0)  # the picture of the buoy, and the point of it that lies on the water
EDGE = 1880.0  # right of all words


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
        self._sea(ui, phase)
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
        beside = Box(box.right + 28, box.y, min(button_width(ui, ask), EDGE - box.right - 28), h)
        button(ui, "breathe/talk", beside, ask, "talk", icon="phone")
        self._how(ui, phase, beside.right + 60, box.y + h / 2)
        ui.first = "breathe/on"

    def _sea(self, ui: Ui, phase: float) -> None:
        """Half a breath after a trough a crest is under the buoy: up while one breathes in, down while one breathes out."""
        c = ui.canvas
        y = MIDDLE + RISE * cos(2 * pi * phase)
        c.picture("ui/buoy", Box(WAVE - DECK[0], y - DECK[1], *BUOY))
        water = "ui/swell-contrast" if ui.theme.flat else "ui/swell"
        c.picture(water, Box((phase + 0.5) % 1 * WAVE - WAVE, MIDDLE - TOP, *SWELL))
        due = ui.life.beat + BEAT
        ui.life.expect(c.area(Box(WAVE - DECK[0], MIDDLE - RISE - DECK[1], BUOY[0], RISE + DECK[1])), due)
        ui.life.expect(c.area(Box(0, MIDDLE - RISE - 20, SHEET.w, ui.strip_top - MIDDLE + RISE + 20)), due)

    def _how(self, ui: Ui, phase: float, left: float, middle: float) -> None:
        """An arrow up and « breathe in », an arrow down and « breathe out », on the water; the one that is due stands out."""
        labels, moves = (ui.words("breathe.in"), ui.words("breathe.out")), ui.life.moving
        name, between = "h2", 70.0
        sign = ui.style(name).size * 0.9
        each = [ui.width(label, name) + sign + 24 for label in labels]
        beside = left + sum(each) + between <= EDGE
        if not beside:  # one under the other
            name, sign = "strong", ui.style("strong").size * 0.9
            each = [ui.width(label, name) + sign + 24 for label in labels]
        style = ui.style(name)
        x = EDGE - (sum(each) + between if beside else max(each))
        for n, label in enumerate(labels):
            y = middle if beside else middle + (n - 0.5) * style.size * 1.25
            due = not moves or (phase < 0.5) == (n == 0)
            _arrow(ui, x, y, sign, up=n == 0, role="focus" if due else "bar_soft")
            ui.line(x + sign + 24, y + style.size * 0.35, label, name, "on_bar" if due else "bar_soft")
            x += each[n] + between if beside else 0.0

    def on(self, signal: object) -> Move:
        return Open(self._help()) if signal == "talk" else Shut()


def _arrow(ui: Ui, x: float, middle: float, side: float, *, up: bool, role: str) -> None:
    """A broad arrow, `side` high and wide."""
    way = -1 if up else 1
    half = side / 2
    points = ((0, 1), (-1, 0), (-0.4, 0), (-0.4, -1), (0.4, -1), (0.4, 0), (1, 0))
    ui.canvas.polygon(tuple((x + half + px * half, middle + way * py * half) for px, py in points), role)
