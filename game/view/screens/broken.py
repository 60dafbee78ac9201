"""Something went wrong in our own code: what is safe, what was not sent, and the ways on. The umbrella has turned inside out.

Room: game/view/screens. Shown by the window in place of the screen that failed; the help strip and the quick exit stay where they
are. It needs no story and no picture, so that it can be drawn when those are what broke.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from game.view.geometry import Box
from game.view.heard import SILENCE
from game.view.screen import Move, Screen
from game.view.scroll import Scroll, Turned, scrolled
from game.view.ui import Ui
from game.view.widgets import gust
from game.view.widgets.basic import button
from game.view.widgets.scene import SHEET, night

LARGE = 1.3
UMBRELLA = (335.0, 560.0)
GULL = 1700.0  # where the gull stands on the page's upper edge


class Way(Enum):
    """What can be done now."""

    RESUME = auto()
    TITLE = auto()
    REPORT = auto()


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What is true after the fall.

    kept:    the play is on the disk; False when the disk refused it; None when there was none.
    at_desk: the report desk was open, where something may have been sent before.
    report:  the crash report as it was written, without names; empty when even that could not be.
    trial:   a play of which nothing is ever kept.
    """

    kept: bool | None
    at_desk: bool
    report: str = ""
    trial: bool = False


@dataclass
class BrokenScreen(Screen):
    """« Quelque chose a lâché. » `resume` leads back to the play or the desk; None when there was neither."""

    after: Aftermath
    resume: Callable[[], Move] | None
    title: Callable[[], Move]
    reading: bool = False
    scroll: Scroll = field(default_factory=Scroll)
    name = "broken"
    rustle = None
    heard = SILENCE

    def draw(self, ui: Ui) -> None:
        c, words = ui.canvas, ui.words
        large = ui.text_scale > LARGE
        self._ground(ui)
        left = 60.0 if large else 660.0
        page = Box(left, 36 if large else 116, 1860 - left, ui.bottom - (56 if large else 146))
        c.sheet(page, "surface_raised", 4, 14)
        x, w = page.x + 70, page.w - 140
        heading = words("broken.report_head" if self.reading else "broken.head")
        head = ui.fitted(heading, "h2" if large else "h1", w)
        foot_of_head = page.y + 40 + head.size * 0.8
        c.line(x, foot_of_head, heading, head, "text")
        c.rule((x, foot_of_head + 16), (x + c.letters.width(heading, head), foot_of_head + 13), "pen", 5)
        if not large:
            c.tape((page.x + 240, page.y + 2), 190, 48, -2)
            gust.gull(ui, GULL, page.y + 4)
            self._denied(ui, page.right - 40, page.y + 62, x + c.letters.width(heading, head) + 40)
        top = page.y + (50 if large else 84) + head.size
        foot = page.bottom - (132 if large else 250)
        with scrolled(ui, "broken/page", Box(x, top, w, foot - top), self.scroll) as inside:
            y = inside.y + 6
            if self.reading:
                y += ui.block(inside.x, y, inside.w, self.after.report, "mono")
            else:
                for icon, word in self._points():
                    y += self._point(ui, inside.x, y, inside.w, icon, word, large=large) + (14 if large else 30)
            inside.foot = y
        self._ways(ui, Box(x, foot + 22, w, page.bottom - foot - 44), large)

    def _denied(self, ui: Ui, right: float, y: float, left: float) -> None:
        """What the gull has to say, where its words have room beside the heading; none in strong contrast, where it is not drawn."""
        said = ui.words("broken.gull")
        style = ui.fitted(said, "hand", right - left)
        if not ui.theme.flat and not self.reading and ui.canvas.letters.width(said, style) <= right - left + 1:
            ui.canvas.line(right, y, said, style, "text_soft", "end")

    def _point(self, ui: Ui, x: float, y: float, w: float, icon: str, word: str, *, large: bool) -> float:
        """One thing that is true, and what it means. Returns its height."""
        ui.canvas.disc((x + 44, y + 48), 44, "accent")
        ui.canvas.icon(icon, x + 19, y + 23, 50, "on_accent", "accent")
        strong, body = (ui.canvas.style(name, 1 if large else k) for name, k in (("strong", 1.2), ("body", 1.08)))
        head = ui.block(x + 122, y, w - 122, ui.words(word), strong)
        return max(96.0, head + ui.block(x + 122, y + head, w - 122, ui.words(f"{word}.what"), body))

    def _points(self) -> tuple[tuple[str, str], ...]:
        """What is true, the reassuring first; only what is true."""
        kept = {True: "broken.kept", False: "broken.not_kept", None: "broken.nothing"}[self.after.kept]
        if self.after.trial and self.after.kept is not None:
            kept = "broken.trial"
        return ("save", kept), ("lock", "broken.at_desk" if self.after.at_desk else "broken.unsent"), ("undo", "broken.ours")

    def _ways(self, ui: Ui, box: Box, large: bool) -> None:
        """Take the play up again, go to the title, read the report."""
        words, gap = ui.words, 22.0
        ways = [(Way.RESUME, "go")] if self.resume is not None else []
        ways += [(Way.TITLE, "back")] + ([(Way.REPORT, "eye")] if self.after.report else [])
        across = len(ways) if large else 2
        w, h = (box.w - gap * (across - 1)) / across, 88.0
        for n, (way, icon) in enumerate(ways):
            at = Box(box.x + (n % across) * (w + gap), box.y + n // across * (h + 16), w, h)
            word = f"broken.{way.name.lower()}"
            if way is Way.REPORT and self.reading:
                word = "broken.back"
            elif way is Way.RESUME and self.after.at_desk:
                word = "broken.desk"
            button(
                ui,
                f"broken/{way.name.lower()}",
                at,
                words(word),
                way,
                icon="" if large else icon,
                kind="main" if n == 0 else "paper",
                seed=n + 4,
            )
        if not large and self.after.report and len(ways) == 3:
            ui.block(box.x + w + gap, box.y + h + 22, w, words("broken.report_note"), "note", "text_soft")
        ui.first = "broken/resume" if self.resume is not None else "broken/title"

    def _ground(self, ui: Ui) -> None:
        """The night, and an umbrella that the wind has turned."""
        c = ui.canvas
        try:
            night(ui)
        except Exception:  # noqa: BLE001 - the picture itself may be what broke
            c.rect(SHEET, "desk")
        if ui.text_scale > LARGE:
            return
        gust.umbrella(ui, *UMBRELLA)

    def on(self, signal: object) -> Move:
        match signal:
            case Way.RESUME:
                return self.resume() if self.resume is not None else None
            case Way.TITLE:
                return self.title()
            case Way.REPORT:
                self.reading = not self.reading
                self.scroll.top()
            case Turned(scroll, by):
                scroll.turn(by)
        return None

    def wheel(self, lines: float) -> bool:
        return self.scroll.wheel(lines)

    def tick(self, now: float) -> bool:
        """Once more when what is shown turned out longer or shorter than its place."""
        del now
        return self.scroll.moved

    def close(self) -> Move | bool:
        """Esc closes the report; with nothing open it leads to the title."""
        if self.reading:
            self.reading = False
            self.scroll.top()
            return None
        return self.title()
