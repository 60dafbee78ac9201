"""What the quiz and the items of before and after share: one sentence at a time, nothing counted, nothing kept.

Room: game/view/screens. What is answered lives in these screens alone, and goes with them. `quiz.py` and `questionnaire.py` draw a page.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.content.boxes import LARGE
from game.session.asking import Asking
from game.view.geometry import Box
from game.view.screen import Move, Shut
from game.view.screens.turning import TurningScreen
from game.view.scroll import scrolled
from game.view.ui import Ui
from game.view.widgets.basic import button, button_width, chip, closing
from game.view.widgets.scene import night

TRUTH = ("true", "false", "unknown")


@dataclass(frozen=True, slots=True)
class Give:
    """An answer to the sentence shown."""

    answer: int | str


@dataclass(frozen=True, slots=True)
class Go:
    """On, or back."""

    back: bool = False


LEAST, LEAST_APART = 540.0, 300.0  # the least height of the sheet, so that it changes little from one sentence to the next


class AskingScreen(TurningScreen):
    """What both lists share: the sheet, the sentence, the ways on and back. It turns when the words are large."""

    grows, focus = True, None

    def __init__(self, count: int) -> None:
        super().__init__()
        self._asking, self._begun = Asking(count), False

    def sheet(self, ui: Ui) -> None:
        c = ui.canvas
        night(ui)
        high, tall = max(84.0, 50 * ui.text_scale + 20), self._scroll.content
        apart = not self._begun or self._asking.done  # a few words alone: a smaller sheet, in the middle
        room, w = ui.bottom - 130, 1180.0 if apart and ui.text_scale <= LARGE else 1620.0
        h = min(room, max(LEAST_APART if apart else LEAST, tall + high + 116)) if tall else room
        page = Box((1920 - w) / 2, 104 + ((room - h) * 0.4 if apart else 0), w, h)
        c.sheet(page, "surface_raised", 5, 14)
        closing(ui, 1850, 24, "close")
        self._head(ui)
        foot = page.bottom - high - 26
        under = foot if self._ready or self._can_go_back else page.bottom - 10
        with scrolled(ui, "asking/scroll", Box(page.x + 70, page.y + 30, page.w - 140, under - page.y - 50), self._scroll) as inside:
            inside.foot = self.body(ui, inside.x, inside.y + 10, inside.w - 10)
        self._foot(ui, Box(page.x + 70, foot, page.w - 140, high))

    def _head(self, ui: Ui) -> None:
        """That nobody will know, and how far one is: a dot a sentence."""
        c, words, asking = ui.canvas, ui.words, self._asking
        style = c.style("label", min(1.4, ui.text_scale))
        c.icon("eye-off", 152, 36, 44, "on_desk", "desk")
        c.line(210, 70, words("asking.nobody"), style, "on_desk")
        if not self._begun or asking.done:
            return
        count = words("asking.count", number=asking.at + 1, of=asking.count)
        right = 1840 - ui.width(words("close")) - ui.width(words("key.esc")) - 90
        room = right - 250 - c.letters.width(words("asking.nobody"), style)
        wide = c.letters.width(count, style)
        dots = 34.0 * asking.count
        if wide > room:
            return
        c.line(right, 70, count, style, "on_desk", "end")
        if wide + dots + 40 > room:
            return
        x = right - wide - dots - 10
        for n in range(asking.count):
            c.disc((x + n * 34, 60), 11, "on_desk", 0 if n < asking.at else 3)
            if n == asking.at:
                c.disc((x + n * 34, 60), 11, "focus")

    @property
    def _ready(self) -> bool:
        """Whether one can go on."""
        return not self._begun or self._asking.done or self._asking.answer is not None

    @property
    def _can_go_back(self) -> bool:
        return self._begun and self._asking.at > 0 and not self._asking.done

    def body(self, ui: Ui, x: float, y: float, w: float) -> float:
        """The words of the present page; returns their foot."""
        raise NotImplementedError

    def _foot(self, ui: Ui, box: Box) -> None:
        words, asking = ui.words, self._asking
        label = words("asking.begin" if not self._begun else "asking.close" if asking.done else "asking.next")
        w = max(330.0, button_width(ui, label))
        if self._ready:
            button(ui, "asking/next", Box(box.right - w, box.y, w, box.h), label, Go(), icon="go", kind="main")
            ui.first = "asking/next"
        if self._can_go_back:
            before = words("asking.before")
            button(ui, "asking/before", Box(box.x, box.y, max(300.0, button_width(ui, before)), box.h), before, Go(back=True), icon="back")

    def on(self, signal: object) -> Move:
        match signal:
            case Give(answer):
                self._asking = self._asking.give(answer)
            case Go(back=True):
                self._asking = self._asking.back()
                self._scroll.top()
            case Go() if not self._begun:
                self._begun = True
                self._scroll.top()
            case Go() if self._asking.done:
                return Shut()
            case Go():
                self._asking = self._asking.onward()
                self._scroll.top()
            case _:
                return super().on(signal)
        return None

    def wipe(self) -> None:
        """Quick exit: nothing that was answered stays."""
        self._asking, self._begun = Asking(self._asking.count), False

    def choices(self, ui: Ui, x: float, y: float, w: float, options: list[tuple[str, int | str]]) -> float:
        """One answer a row, the chosen one ticked. Returns their foot."""
        high = max(72.0, 46 * ui.text_scale + 22)
        for n, (label, value) in enumerate(options, start=1):
            chosen = self._asking.answer == value
            chip(ui, f"answer/{value}", Box(x, y, w, high), label, Give(value), chosen=chosen, key=str(n))
            y += high + 14
        return y
