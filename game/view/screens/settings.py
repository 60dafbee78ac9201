"""Settings: language, size of text, contrast, full screen. Each takes effect at once and is kept.

Room: game/view/screens. What the school locked is shown closed, with a word about it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.session.settings import LoadedSettings
from game.view.geometry import Box
from game.view.screen import Move, Restyle, Screen, Shut
from game.view.ui import Ui
from game.view.widgets.basic import button, chip, closing, name_tape
from game.view.widgets.scene import night

# setting: its icon and its values with their words
ROWS: tuple[tuple[str, str, tuple[tuple[object, str], ...]], ...] = (
    ("language", "globe", (("fr", "settings.fr"), ("en", "settings.en"))),
    ("text_size", "text-size", ((100, "settings.normal"), (133, "settings.large"), (200, "settings.larger"))),
    ("contrast", "contrast", (("normal", "settings.paper"), ("high", "settings.strong"))),
    ("full_screen", "eye", ((False, "settings.window"), (True, "settings.full"))),
)


@dataclass(frozen=True, slots=True)
class Set:
    """Give a setting a value."""

    name: str
    value: object


class SettingsScreen(Screen):
    """The settings in force (`read`), and how to change one (`change`)."""

    name, over = "settings", True

    def __init__(self, read: Callable[[], LoadedSettings], change: Callable[[str, object], None]) -> None:
        self._read, self._change, self._page = read, change, 0

    def draw(self, ui: Ui) -> None:
        c, words, loaded = ui.canvas, ui.words, self._read()
        night(ui)
        page = Box(110, 116, 1700, ui.bottom - 146)
        c.sheet(page, "surface", 6, 14)
        name_tape(ui, 170, 78, words("settings.title"))
        closing(ui, 1850, 26, "close")
        large = ui.text_scale > 1.4
        rows = ROWS[self._page * 2 : self._page * 2 + 2] if large else ROWS
        y, step = 220.0, 290.0 if large else 150.0
        for name, icon, values in rows:
            locked = name in loaded.locked
            c.icon(icon, 170, y + 8, 48, "accent", "surface")
            label = words(f"settings.{name}")
            ui.line(246, y + 46, label, "strong")
            if locked:
                ui.line(620, y + 46, words("settings.locked"), "note", "text_soft")
            else:
                left, top = (620.0, y - 4) if not large else (246.0, y + 84)
                for value, word in values:
                    text = words(word)
                    w = max(240.0, ui.width(text) + 90)
                    on = getattr(loaded.settings, name) == value
                    chip(ui, f"{name}/{value}", Box(left, top, w, max(70, ui.style("label").size * 1.8)), text, Set(name, value), chosen=on)
                    left += w + 22
            if not large:
                c.stitch(170, page.right - 60, y + step - 44)
            y += step
        self._keys(ui, page, large)

    def _keys(self, ui: Ui, page: Box, large: bool) -> None:
        """The keys that never change."""
        words = ui.words
        y = page.bottom - 116
        if large:
            button(ui, "settings/more", Box(170, y, 620, 92), words("settings.more"), "more", icon="skip")
        else:
            ui.block(170, y + 4, 1560, words("settings.keys"), "note", "text_soft")

    def on(self, signal: object) -> Move:
        match signal:
            case "close":
                return Shut()
            case "more":
                self._page = 1 - self._page
            case Set(name, value):
                self._change(name, value)
                return Restyle()
        return None
