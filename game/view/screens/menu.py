"""The menu: Esc, when nothing else is open.

Room: game/view/screens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from game.view.geometry import Box
from game.view.screen import Home, Leave, Move, Open, Screen, Shut, Turn
from game.view.ui import Ui
from game.view.widgets.basic import button, closing, name_tape
from game.view.widgets.scene import night

FEW = 5  # items that stand at their full height


class Item(Enum):
    """What the menu offers."""

    ON = auto()
    HISTORY = auto()
    SAVES = auto()
    SETTINGS = auto()
    HELP = auto()
    QUIZ = auto()
    ITEMS = auto()
    HOME = auto()
    LEAVE = auto()


ICONS = {
    Item.ON: "back", Item.HISTORY: "captions", Item.SAVES: "save", Item.SETTINGS: "settings", Item.HELP: "help",
    Item.QUIZ: "question", Item.ITEMS: "pencil", Item.HOME: "star", Item.LEAVE: "door",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class MenuDoors:
    """Where the menu leads; `title` keeps the play first. The list of saves is there where any are kept, the quiz and the items
    when the story has some."""

    settings: Callable[[], Screen]
    help: Callable[[], Screen]
    title: Callable[[], Screen]
    saves: Callable[[], Screen] | None = None
    quiz: Callable[[], Screen] | None = None
    questionnaire: Callable[[], Screen] | None = None
    history: Callable[[], Screen] | None = None
    playing: bool = True  # whether there is a story to go back to; over the title there is none


class MenuScreen(Screen):
    """A short list; the play is kept, and the page says so."""

    name, over = "menu", True

    def __init__(self, doors: MenuDoors) -> None:
        self._doors = doors
        there = {Item.HISTORY: doors.history, Item.SAVES: doors.saves, Item.QUIZ: doors.quiz, Item.ITEMS: doors.questionnaire}
        missing = {item: door is None for item, door in there.items()}
        missing[Item.HOME] = not doors.playing
        self._items = [item for item in Item if not missing.get(item, False)]

    def draw(self, ui: Ui) -> None:
        c, words = ui.canvas, ui.words
        night(ui)
        large = ui.text_scale > 1.3
        h, gap = (88.0, 16.0) if not large else (112.0, 12.0)
        if len(self._items) > FEW:
            h, gap = (min(76.0, (ui.bottom - 340) / len(self._items) - 11), 11.0) if not large else (98.0, 6.0)
            h = min(h, (ui.bottom - 200) / len(self._items) - gap)
        w = max(820.0, max(ui.width(words(f"menu.{item.name.lower()}")) for item in self._items) + 320)
        top = 150.0
        kept = 0.0 if large or not self._doors.playing else ui.height(w - 120, words("menu.kept"), "note")
        page = Box((1920 - w) / 2, top, w, 66 + len(self._items) * (h + gap) + 24 + kept)
        c.sheet(page, "surface", 3, 14)
        name_tape(ui, page.x + 50, top - (38 if not large else 110), words("menu.title"))
        closing(ui, 1870, 26, Item.ON)
        y = top + (66 if not large else 40)
        for item in self._items:
            kind = "main" if item is Item.ON else "paper"
            name = f"menu/{item.name.lower()}"
            label = words(f"menu.{item.name.lower()}" if item is not Item.ON or self._doors.playing else "menu.shut")
            button(ui, name, Box(page.x + 60, y, page.w - 120, h), label, item, icon=ICONS[item], kind=kind, seed=item.value)
            y += h + gap
        if kept:
            ui.block(page.x + 60, y + 4, page.w - 120, words("menu.kept"), "note", "text_soft")
        ui.first = "menu/on"

    def on(self, signal: object) -> Move:
        match signal:
            case Item.ON:
                return Shut()
            case Item.HISTORY if self._doors.history is not None:
                return Turn(self._doors.history())  # coming back to a line leads to the story, not to this menu
            case Item.SAVES if self._doors.saves is not None:
                return Open(self._doors.saves())
            case Item.SETTINGS:
                return Open(self._doors.settings())
            case Item.HELP:
                return Open(self._doors.help())
            case Item.QUIZ if self._doors.quiz is not None:
                return Open(self._doors.quiz())
            case Item.ITEMS if self._doors.questionnaire is not None:
                return Open(self._doors.questionnaire())
            case Item.HOME:
                return Home(self._doors.title())
            case Item.LEAVE:
                return Leave()
        return None
