"""The umbrella antenna: what its three signs mean, and which one it is now. A word about trust, never a figure.

Room: game/view/screens. Reads `moment.progress.signal`.
"""

from __future__ import annotations

from collections.abc import Callable

from game.content import boxes
from game.view.geometry import Box
from game.view.screens.turning import TurningScreen
from game.view.scroll import scrolled
from game.view.ui import Ui
from game.view.widgets.bar import SIGNAL
from game.view.widgets.basic import closing, name_tape
from game.view.widgets.scene import night


class AntennaScreen(TurningScreen):
    """One sheet: the sentence, then a row for each sign; the one that is heard now is marked and named so."""

    name = "antenna"

    def __init__(self, signal: Callable[[], str]) -> None:
        super().__init__()
        self._signal = signal

    def sheet(self, ui: Ui) -> None:
        c, words = ui.canvas, ui.words
        night(ui)
        large = ui.text_scale > boxes.LARGE
        w = 1260.0 if not large else 1760.0
        about, row = ui.height(w - 140, words("antenna.about"), "lead"), max(128.0, ui.style("h2").size * 1.2 + ui.style("body").size * 3)
        h = min(ui.bottom - (150 if not large else 190), 64 + about + 40 + 3 * (row + 20) + 40)
        page = Box((1920 - w) / 2, (ui.bottom - h) / 2 + (30 if not large else 80), w, h)
        c.sheet(page, "surface", 4, 14)
        name_tape(ui, page.x + 50, page.y - (36 if not large else 96), words("antenna.title"))
        closing(ui, 1870, 26, "close")
        with scrolled(ui, "antenna/scroll", Box(page.x + 70, page.y + 56, page.w - 140, page.h - 86), self._scroll) as inside:
            y = inside.y + 8
            y += ui.block(inside.x, y, inside.w, words("antenna.about"), "lead") + 30
            for sign, (picture, word) in SIGNAL.items():
                y += self._row(ui, Box(inside.x, y, inside.w - 8, row), sign, picture, words(word)) + 20
            inside.foot = y

    def _row(self, ui: Ui, box: Box, sign: str, picture: str, word: str) -> float:
        c, words, here = ui.canvas, ui.words, sign == self._signal()
        c.sheet(box, "surface_raised" if here else "surface", len(sign), 8 if here else 2)
        if here:
            c.rect(box, "accent", 8, 4)
        drawn = picture + "-contrast" if ui.theme.flat else picture
        ground = Box(box.x + 24, box.y + (box.h - 96) / 2, 150, 96)
        c.rect(ground, "tape_cool", 8)
        if c.art.has(drawn):
            c.picture(drawn, Box(ground.x + 7, ground.y + 4, 136, 88))
        left, style = box.x + 204, ui.style("strong")
        high = style.size * 1.3 + ui.height(box.right - left - 24, words(f"antenna.{sign}"), "body")
        top = box.y + (box.h - high) / 2
        c.line(left, top + style.size, word, style, "text")
        if here:
            note = words("antenna.now")
            at = left + c.letters.width(word, style) + 34
            c.icon("check", at, top + style.size * 0.55 - 17, 34, "good", "surface_raised")
            ui.line(at + 44, top + style.size, note, "note", "text_soft")
        ui.block(left, top + style.size * 1.3, box.right - left - 24, words(f"antenna.{sign}"), "body")
        return box.h
