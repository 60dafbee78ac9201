"""Help: whom to call, on one page, offline. F1 from anywhere.

Room: game/view/screens. The lines are dated data (`game/words/help.yaml`); 3018 comes first and largest, danger stands in one band.
In large text the page is turned: first 3018 and danger, then the others, never smaller.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.content import boxes
from game.content.help import HelpLine
from game.content.words import Words
from game.view.geometry import Box
from game.view.heard import SILENCE
from game.view.screen import Move, Screen, Shut, Turn
from game.view.ui import Ui
from game.view.widgets.basic import button, button_width, closing, name_tape
from game.view.widgets.scene import night

LARGE = 1.3
WITHIN = 42.0  # logical px between the first card's edge and its words
SIZES = (1.0, 0.8, 0.64, 0.5, 0.4, 0.32)  # of the number, the largest that its card can hold
DANGER_SIZES = (1.0, 0.92, 0.85, 0.78, 0.72, 0.64, 0.56, 0.5)  # of the band of danger, the largest that it can hold
NUMBER_SIZES = (0.9, 0.8, 0.7, 0.6, 0.5)  # of the number in large text


@dataclass(frozen=True, slots=True)
class Abroad:
    """The country whose lines are shown (`fr`), and how to show the next one's."""

    country: str
    next: Callable[[], HelpScreen]


class HelpScreen(Screen):
    """« Besoin d’en parler ? » over whatever was shown. `lines` are the country's, 3018 (or its like) first."""

    name, over = "help", True
    heard = SILENCE

    def __init__(self, lines: tuple[HelpLine, ...], abroad: Abroad | None = None) -> None:
        self._first = lines[0]
        self._urgent = tuple(line for line in lines if line.urgent)
        self._others = tuple(line for line in lines[1:] if not line.urgent)
        self._page = 0
        self._abroad = abroad

    def draw(self, ui: Ui) -> None:
        words = ui.words
        night(ui)
        page = Box(60, 104, 1800, ui.bottom - 128)
        ui.canvas.sheet(page, "surface", 4, 14)
        taken = 120 + name_tape(ui, 120, 66, words("helppage.title")) + 24
        closing(ui, 1850, 24, "close")
        if self._abroad is not None:
            country = words(f"country.{self._abroad.country}")
            label = words("helppage.country", country=country) if ui.text_scale <= LARGE else country
            right = ui.targets[-1].box.x - 28
            fits = button_width(ui, label) <= right - taken
            wide = button_width(ui, label if fits else "")  # where the title needs the room, the sign alone: a voice says the rest
            button(ui, "help/country", Box(right - wide, 22, wide, 72), label if fits else "", "country", icon="globe", voice=label)
        foot = page.bottom - (138 if ui.text_scale <= LARGE else 122)
        if ui.text_scale <= LARGE:
            danger = foot - 128
            self._number(ui, Box(110, 176, 690, danger - 196))
            h = min(240.0, (danger - 196 - 2 * 16) / max(1, len(self._others)))
            for i, line in enumerate(self._others):
                self._line(ui, Box(830, 176 + i * (h + 16), 980, h), line)
            self._danger(ui, Box(110, danger, 1700, 112))
            ui.block(110, foot + 2, 1180, words("help.near"), "note")
        elif self._page == 0:
            self._number(ui, Box(110, 176, 1700, foot - 196 - 190))
            self._danger(ui, Box(110, foot - 186, 1700, 174))
        else:
            shown = self._others[(self._page - 1) * 2 : self._page * 2]
            h = (foot - 196 - 16) / 2
            for i, line in enumerate(shown):
                self._line(ui, Box(110, 176 + i * (h + 16), 1700, h), line)
        self._foot(ui, foot, taken)

    def _number(self, ui: Ui, box: Box) -> None:
        """The first number, as large as its card allows: over its words, or beside them in large text."""
        c, line = ui.canvas, self._first
        c.sheet(box, "surface_raised", 2, 7, "accent")
        what, hours, called = ui.words(line.what.id), _hours(ui.words, line), line.called(ui.words)
        if ui.text_scale > LARGE:
            self._number_beside(ui, box, what, hours)
            return
        w = box.w - 90
        words_h = ui.height(w, what, "body") + ui.height(w, hours, "strong")
        sizes = [c.style("number", k) for k in SIZES]
        style = next((at for at in sizes if c.letters.width(called, at) <= box.w - 190), sizes[-1])
        centre, base = box.centre[0] + 50, box.y + sizes[0].size * 0.5 + style.size * 0.48
        c.icon("phone", centre - c.letters.width(called, style) / 2 - 96, base - style.size * 0.33 - 38, 76, "accent", "surface_raised")
        c.line(centre, base, called, style, "accent", "middle")
        x, y = box.x + 45, box.bottom - words_h - 34
        y += ui.block(x, y, w, hours, "strong", "text", "middle")
        ui.block(x, y, w, what, "body", "text", "middle")

    def _number_beside(self, ui: Ui, box: Box, what: str, hours: str) -> None:
        """Large text: the number gives way, step by step, until its words stand clear of the stitching."""
        c, number = ui.canvas, self._first.called(ui.words)
        for size in NUMBER_SIZES:
            style = c.style("number", size)
            wide = c.letters.width(number, style)
            x = box.x + 50 + wide + 46
            w = box.right - WITHIN - x
            words_h = ui.height(w, what, "body") + ui.height(w, hours, "strong")
            if words_h <= box.h - 2 * WITHIN:
                break
        base = box.centre[1] + style.size * 0.33 + 50
        c.icon("phone", box.x + 50 + wide / 2 - 50, base - style.size * 0.72 - 112, 100, "accent", "surface_raised")
        c.line(box.x + 50 + wide / 2, base, number, style, "accent", "middle")
        y = box.centre[1] - words_h / 2
        y += ui.block(x, y, w, hours, "strong")
        ui.block(x, y, w, what, "body")

    def _line(self, ui: Ui, box: Box, line: HelpLine) -> None:
        """A number, and who answers when."""
        c = ui.canvas
        called = line.called(ui.words)
        c.sheet(box, "surface_raised", len(called), 6)
        size = ui.fitted(called, "h1" if ui.text_scale <= LARGE else "h2", 330)
        x = box.x + max(190.0, c.letters.width(called, size) + 70)
        c.line(box.x + 32, box.centre[1] + size.size * 0.35, called, size, "accent")
        text = f"{ui.words(line.what.id)} {_hours(ui.words, line)}"
        high = ui.height(box.right - x - 24, text, "note")
        ui.block(x, box.centre[1] - high / 2, box.right - x - 24, text, "note")

    def _danger(self, ui: Ui, box: Box) -> None:
        """Danger, in one band: the numbers, and which one takes text messages."""
        c, words = ui.canvas, ui.words
        c.sheet(box, "danger", 3, 6)
        size = 60 * min(ui.drawn, 1.3)
        c.icon("warning", box.x + 24, box.centre[1] - size / 2, size, "on_danger", "danger")
        numbers = [line.called(words) for line in self._urgent]
        text = words("helppage.danger") if "114" in numbers else words("helppage.danger_elsewhere", numbers=", ".join(numbers))
        for k in DANGER_SIZES:
            style = ui.style("h2", k)
            lines = c.letters.wrap(text, style, box.w - 150)
            if len(lines) * style.size * 1.25 <= box.h - 16 and (len(lines) == 1 or k < 0.9 or ui.text_scale > LARGE):
                break
        step = style.size * 1.25
        y = box.centre[1] - step * len(lines) / 2 + style.size
        for i, line in enumerate(lines):
            c.line(box.x + 120, y + i * step, line, style, "on_danger")

    def _foot(self, ui: Ui, foot: float, taken: float) -> None:
        """When the numbers were checked (in large text beside the title, which ends at `taken`), the pages, and the way back."""
        words = ui.words
        checked = min(line.checked for line in (self._first, *self._others, *self._urgent))
        dated = words("help.checked", date=checked.strftime(words("helppage.date")))
        if ui.text_scale <= LARGE:
            ui.line(110, foot + 116, dated, "note", "text_soft")
        else:
            ui.canvas.line(1790, 160, dated, ui.fitted(dated, "note", 1740 - taken, boxes.SMALL), "text_soft", "end")
            pages = 1 + -(-len(self._others) // 2)
            label = words("helppage.more", page=self._page + 1, pages=pages)
            button(ui, "help/more", Box(110, foot + 8, 960, 96), label, "more", icon="skip")
        name = words("back" if self.below.startswith("desk") else "helppage.return")  # the desk is no game
        w = max(480.0, button_width(ui, name))
        button(ui, "help/back", Box(1810 - w, foot + 12, w, 88), name, "close", icon="back", kind="main")
        ui.first = "help/back"

    def on(self, signal: object) -> Move:
        if signal == "more":
            self._page = (self._page + 1) % (1 + -(-len(self._others) // 2))
            return None
        if signal == "country" and self._abroad is not None:
            return Turn(self._abroad.next())
        return Shut() if signal == "close" else None


def _hours(words: Words, line: HelpLine) -> str:
    """When a line answers, and its address in letters, to be copied without a network."""
    hours = words(line.hours.id)
    hours = hours[:1].upper() + hours[1:]
    return words("helppage.at", hours=hours, link=line.host) if line.host else f"{hours}."
