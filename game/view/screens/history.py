"""What was said, to be read again; a press on a line comes back to it. Beside it: a line back or forward, past what was read, the pace.

Room: game/view/screens. Reads `sitting.history`; what can be come back to is the sitting's word: never past a decision.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from game.session.history import Told
from game.session.settings import LoadedSettings
from game.view.geometry import Box
from game.view.screen import Move, Screen, Shut
from game.view.screens.sitting import Sitting
from game.view.scroll import Inside, Scroll, Turned, scrolled
from game.view.ui import Ui
from game.view.widgets.basic import button, chip, closing
from game.view.widgets.scene import SHEET, head

LATELY = 120
"""Lines that are listed: an hour of reading. Laying out all of a long evening would be felt."""
LARGE = 1.3
FACE = 74.0  # the side of a photograph beside a line
PACES = ("off", "slow", "normal", "quick")


class Tool(Enum):
    """What stands beside the lines."""

    BACK = auto()
    FORWARD = auto()
    SKIP_READ = auto()
    TURN = auto()  # in large text: to the tools, or to the lines


@dataclass(frozen=True, slots=True)
class Return:
    """Come back to this line."""

    told: Told


@dataclass(frozen=True, slots=True)
class Read:
    """A line was pressed that can only be read."""

    place: int


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast lines follow by themselves."""

    pace: str


class HistoryScreen(Screen):
    """The newest line lowest, and in view at first. `read` and `change` are the settings, for the pace alone."""

    name, over = "history", True

    def __init__(self, sitting: Sitting, read: Callable[[], LoadedSettings], change: Callable[[str, object], None]) -> None:
        self._sitting, self._read, self._change = sitting, read, change
        self._scroll, self._fresh, self._tools = Scroll(), True, False

    def draw(self, ui: Ui) -> None:
        first = len(ui.targets)
        for _ in range(4):
            del ui.targets[first:]
            self._draw(ui)
            if self._fresh and self._scroll.content:
                self._scroll.moved |= self._scroll.turn(self._scroll.furthest)
                self._fresh = self._scroll.moved
            if not self._scroll.moved:
                break

    def _draw(self, ui: Ui) -> None:
        c, words = ui.canvas, ui.words
        c.rect(SHEET, "surface_sunk" if ui.theme.flat else "#37345C")
        c.line(90, 78, words("history.title"), c.style("h1"), "on_desk")
        closing(ui, 1860, 24, "close")
        large = ui.text_scale > LARGE
        if large:
            foot = ui.bottom - 112
            if self._tools:
                self._tool_page(ui, Box(70, 116, 1780, foot - 136))
            else:
                self._lines(ui, Box(70, 116, 1780, foot - 136))
            label = words("history.lines" if self._tools else "history.tools")
            button(ui, "history/turn", Box(70, foot, 760, 92), label, Tool.TURN, icon="skip")
            ui.first = "history/turn"
            return
        self._lines(ui, Box(70, 116, 1330, ui.bottom - 140))
        self._tool_page(ui, Box(1440, 116, 420, ui.bottom - 140))

    # ---- the lines ---------------------------------------------------------

    def _lines(self, ui: Ui, box: Box) -> None:
        c, told = ui.canvas, self._sitting.history[-LATELY:]
        c.sheet(box, "surface_raised", 4, 12)
        if not told:
            ui.block(box.x + 60, box.y + 60, box.w - 120, ui.words("history.none"), "lead")
            return
        with scrolled(ui, "history/scroll", Box(box.x + 30, box.y + 16, box.w - 60, box.h - 32), self._scroll) as inside:
            y = inside.y + 8
            for n, one in enumerate(told):
                y += self._line(ui, one, inside, y, n) + 8
            inside.foot = y

    def _line(self, ui: Ui, one: Told, inside: Inside, y: float, n: int) -> float:
        """One line: who, and their words; the player's own are set off. Returns its height."""
        c, words = ui.canvas, ui.words
        free, mine = self._sitting.can_return_to(one), one.kind == "chosen"
        name = words("history.you") if mine else words.line(one.name) if one.name else ""
        text = words.line(one.text)
        side = FACE * min(ui.drawn, 1.3)
        x = inside.x + 24 + side + 24
        w = inside.x + inside.w - x - 28 - (74 if free else 0)
        label = ui.style("label")
        above = label.size * 1.3 if name else 0.0
        h = max(side + 16 if name else 72.0, above + ui.height(w, text, "body") + 24)
        box = Box(inside.x, y, inside.w, h)
        said = f"{name}. {text}" if name else text
        spoken = words("history.return", text=said) if free else said
        look = ui.target(f"history/{n}", box, spoken, Return(one) if free else Read(n))
        if mine:
            c.rect(Box(box.x, box.y, box.w, box.h), "surface", 6)
            c.rect(Box(box.x, box.y, 10, box.h), "pen")
        if look.lifted:
            c.rect(box, "edge", 6, 3)
        if name:
            c.line(x, y + 12 + label.size, name, label, "accent")
            self._face(ui, one, Box(inside.x + 24, y + 8, side, side))
        ui.block(x, y + 12 + above, w, text, "strong" if mine else "body")
        if free:
            size = 44 * min(ui.drawn, 1.4)
            c.icon("undo", box.right - 48 - size / 2, y + (h - size) / 2, size, "accent", "surface_raised")
        if look.focus:
            c.focus_ring(box, 8, 3)
        return h

    def _face(self, ui: Ui, one: Told, box: Box) -> None:
        """Whoever speaks, on a small photograph; a sign for the player; nothing for somebody who is only heard."""
        c = ui.canvas
        if c.cut(box.y, box.bottom):
            return
        if one.kind == "chosen":
            c.disc(box.centre, box.w / 2, "accent")
            c.icon("hand", box.x + box.w * 0.2, box.y + box.h * 0.2, box.w * 0.6, "on_accent", "accent")
        elif one.who is not None and c.art.has(f"bust/{one.who}/neutral"):
            head(ui, box, one.who, None, edge=4)

    # ---- the tools ---------------------------------------------------------

    def _tool_page(self, ui: Ui, box: Box) -> None:
        words, sitting, large = ui.words, self._sitting, ui.text_scale > LARGE
        high = 92.0 if large else 80.0
        y, w = box.y, min(box.w, 860.0)
        items = (
            (Tool.BACK, "back", "play.back", sitting.can_go_back), (Tool.FORWARD, "go", "play.forward", sitting.can_go_forward),
            (Tool.SKIP_READ, "skip", "play.skip_read", sitting.can_skip_read),
        )  # fmt: skip
        for n, (tool, icon, word, enabled) in enumerate(items):
            button(ui, f"history/{tool.name.lower()}", Box(box.x, y, w, high), words(word), tool, icon=icon, enabled=enabled, seed=n + 2)
            y += high + 14
        y += 12
        right = Box(box.x + w + 50, box.y, box.w - w - 50, box.h) if large else Box(box.x, y, box.w, box.bottom - y)
        y = right.y
        y += ui.block(right.x, y, right.w, words("history.pace"), "label", "on_desk") + 12
        loaded = self._read()
        if "auto_read" in loaded.locked:
            ui.block(right.x, y, right.w, words("settings.locked"), "note", "on_desk")
            return
        each = (right.w - 14) / 2 if not large else right.w
        step = max(70.0, ui.style("label").size * 1.9)
        for n, pace in enumerate(PACES):
            at = Box(right.x + n % 2 * (each + 14), y + n // 2 * (step + 12), each, step) if not large else Box(
                right.x, y + n * (step + 12), each, step
            )  # fmt: skip
            chip(ui, f"history/pace/{pace}", at, words(f"history.pace_{pace}"), Pace(pace), chosen=loaded.settings.auto_read == pace)
        if not large:
            y += 2 * (step + 12) + 10
            y += ui.block(right.x, y, right.w, words("history.pace_note"), "note", "on_desk") + 26
            ui.block(right.x, y, right.w, words("history.note"), "hand", "on_desk")

    def on(self, signal: object) -> Move:
        match signal:
            case "close":
                return Shut()
            case Return(told):
                self._sitting.return_to(told)
                return Shut()
            case Tool.BACK:
                self._sitting.back()
                self._fresh = True
            case Tool.FORWARD:
                self._sitting.forward()
                self._fresh = True
            case Tool.SKIP_READ:
                self._sitting.skip_read()
                return Shut()
            case Tool.TURN:
                self._tools = not self._tools
            case Pace(pace):
                self._change("auto_read", pace)
            case Turned(scroll, by):
                scroll.turn(by)
        return None

    def wheel(self, lines: float) -> bool:
        """Turn the lines."""
        return self._scroll.wheel(lines)
