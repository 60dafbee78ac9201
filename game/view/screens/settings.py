"""Settings: what one sees (language, size of text, handwriting, contrast, movement, window) and what one hears.

Room: game/view/screens. Each takes effect at once and is kept. What the school locked is shown closed, with a word about it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from game.session.settings import LoadedSettings, Settings
from game.view.geometry import Box
from game.view.screen import Move, Restyle, Screen, Shut
from game.view.ui import Ui
from game.view.widgets.basic import button, chip, closing, name_tape
from game.view.widgets.scene import night

Part = Literal["seen", "heard"]
Row = tuple[str, str, tuple[tuple[object, str], ...]]

VOLUME = ((0, "settings.none"), (40, "settings.low"), (70, "settings.medium"), (100, "settings.high"))
# setting: its icon and its values with their words
ROWS: dict[Part, tuple[Row, ...]] = {
    "seen": (
        ("language", "globe", (("fr", "settings.fr"), ("en", "settings.en"))),
        ("text_size", "text-size", ((100, "settings.normal"), (133, "settings.large"), (200, "settings.larger"))),
        ("plain_hand", "pencil", ((False, "settings.hand"), (True, "settings.plain"))),
        ("contrast", "contrast", (("normal", "settings.paper"), ("high", "settings.strong"))),
        ("motion", "motion", (("full", "settings.motion_full"), ("reduced", "settings.motion_reduced"))),
        ("full_screen", "eye", ((False, "settings.window"), (True, "settings.full"))),
    ),
    "heard": (
        ("sound", "sound", (("on", "settings.sound_on"), ("off", "settings.sound_off"))),
        ("ambience", "fog", VOLUME),
        ("music", "star", VOLUME),
        ("sounds", "hand", VOLUME),
        ("mono", "ear", ((False, "settings.mono_off"), (True, "settings.mono_on"))),
        ("captions", "captions", ((True, "settings.captions_on"), (False, "settings.captions_off"))),
    ),
}
LARGE = 1.4
A_PAGE = 2  # rows, in large text


@dataclass(frozen=True, slots=True)
class Set:
    """Give a setting a value."""

    name: str
    value: object


@dataclass(frozen=True, slots=True)
class To:
    """Turn to the other part."""

    part: Part


def in_force(settings: Settings, name: str) -> object:
    """The value that is marked: what is heard now stands for « auto »."""
    if name == "sound":
        return "on" if settings.audible else "off"
    return getattr(settings, name)


class SettingsScreen(Screen):
    """The settings in force (`read`), and how to change one (`change`)."""

    name, over, lowers = "settings", True, False

    def __init__(self, read: Callable[[], LoadedSettings], change: Callable[[str, object], None]) -> None:
        self._read, self._change, self._page = read, change, 0
        self._part: Part = "seen"

    def draw(self, ui: Ui) -> None:
        c, words = ui.canvas, ui.words
        night(ui)
        page = Box(110, 116, 1700, ui.bottom - 146)
        c.sheet(page, "surface", 6, 14)
        title = 170 + name_tape(ui, 170, 78, words("settings.title")) + 24
        closing(ui, 1850, 26, "close")
        large = ui.text_scale > LARGE
        top = self._parts(ui, large, title)
        rows = ROWS[self._part]
        if large:
            rows = rows[self._page * A_PAGE :][:A_PAGE]
        step = 250.0 if large else 104.0 if len(rows) > 4 else 140.0
        for n, row in enumerate(rows):
            self._row(ui, row, top + n * step, large)
            if not large:
                c.stitch(170, page.right - 60, top + (n + 1) * step - 14)
        self._foot(ui, page, large)

    def _parts(self, ui: Ui, large: bool, title: float) -> float:
        """What one sees, what one hears, right of the title. Returns where the rows begin."""
        left, h = max(title, 620.0 if not large else 690.0), max(70.0, ui.style("label").size * 1.8)
        parts: tuple[Part, ...] = ("seen", "heard")
        most = (1790 - left - 22) / len(parts)  # both stay on the sheet, however long their words
        for part in parts:
            text = ui.words(f"settings.{part}")
            w = min(max(330.0, ui.width(text) + 90), most)
            chip(ui, f"part/{part}", Box(left, 146, w, h), text, To(part), chosen=part == self._part)
            left += w + 22
        return 146 + h + 40

    def _row(self, ui: Ui, row: Row, y: float, large: bool) -> None:
        name, icon, values = row
        c, words, loaded = ui.canvas, ui.words, self._read()
        size = 48 * min(ui.drawn, 1.5)
        c.icon(icon, 170, y + 32 - size / 2, size, "accent", "surface")
        label = words(f"settings.{name}")
        c.line(198 + size, y + 46, label, ui.fitted(label, "strong", (1750 if large else 620) - 214 - size), "text")
        if name in loaded.locked:
            ui.line(620, y + 46, words("settings.locked"), "note", "text_soft")
            return
        left, top = (620.0, y - 4) if not large else (170.0, y + 84)
        room = (1750.0 - left) / len(values) - 16
        for value, word in values:
            text = words(word)
            w = min(room, max(240.0, ui.width(text) + 90))
            on = in_force(loaded.settings, name) == value
            chip(ui, f"{name}/{value}", Box(left, top, w, max(70, ui.style("label").size * 1.8)), text, Set(name, value), chosen=on)
            left += w + 16

    def _foot(self, ui: Ui, page: Box, large: bool) -> None:
        """The keys that never change; in class, why nothing is heard."""
        words = ui.words
        keys = ui.height(1560, words("settings.keys"), "note")
        if large:
            button(ui, "settings/more", Box(170, page.bottom - 116, 620, 92), words("settings.more"), "more", icon="skip")
        elif self._part == "seen" and keys < 60:  # in larger text the rows need the room; each key stands where it works
            ui.block(170, page.bottom - keys - 26, 1560, words("settings.keys"), "note", "text_soft")
        elif self._read().settings.class_mode:
            ui.line(170, page.bottom - 24, words("settings.sound_class"), "note", "text_soft")

    def on(self, signal: object) -> Move:
        match signal:
            case "close":
                return Shut()
            case "more":
                self._page = (self._page + 1) % -(-len(ROWS[self._part]) // A_PAGE)
            case To(part):
                self._part, self._page = part, 0
            case Set(name, value):
                self._change(name, value)
                return Restyle()
        return None
