"""The menu: Esc, when nothing else is open.

Room: game/view/screens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from game.view.geometry import Box
from game.view.screen import Home, Leave, Move, Open, Screen, Shut, Turn
from game.view.scroll import Scroll, Turned, scrolled, settled
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
    BREATHE = auto()
    QUIZ = auto()
    ITEMS = auto()
    CREDITS = auto()
    HOME = auto()
    LEAVE = auto()


ICONS = {
    Item.ON: "back", Item.HISTORY: "captions", Item.SAVES: "save", Item.SETTINGS: "settings", Item.HELP: "help",
    Item.BREATHE: "buoy", Item.QUIZ: "question", Item.ITEMS: "pencil", Item.CREDITS: "notebook", Item.HOME: "star", Item.LEAVE: "door",
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
    breathe: Callable[[], Screen] | None = None
    credits: Callable[[], Screen] | None = None
    playing: bool = True  # whether there is a story to go back to; over the title there is none


class MenuScreen(Screen):
    """A short list; the play is kept, and the page says so."""

    name, over = "menu", True

    def __init__(self, doors: MenuDoors) -> None:
        self._doors = doors
        self._scroll = Scroll()
        self._there = {
            Item.HISTORY: doors.history, Item.SAVES: doors.saves, Item.QUIZ: doors.quiz, Item.ITEMS: doors.questionnaire,
            Item.BREATHE: doors.breathe, Item.CREDITS: doors.credits,
        }  # fmt: skip
        missing = {item: door is None for item, door in self._there.items()}
        missing[Item.HOME] = not doors.playing
        self._items = [item for item in Item if not missing.get(item, False)]

    def draw(self, ui: Ui) -> None:
        settled(ui, self._scroll, lambda: self._sheet(ui))
        ui.first = "menu/on"

    def _sheet(self, ui: Ui) -> None:
        """In two columns where there are many items; in large text one below the other, and the list turns."""
        c, words = ui.canvas, ui.words
        night(ui)
        large = ui.text_scale > 1.3
        h, gap = (84.0, 16.0) if not large else (112.0, 14.0)
        columns = 2 if len(self._items) > FEW and not large else 1
        each = max(700.0, max(ui.width(self._label(ui, item)) for item in self._items) + 180)
        w = min(1800.0, columns * each + (columns - 1) * 40 + 120)
        each = (w - 120 - (columns - 1) * 40) / columns
        rows = -(-len(self._items) // columns)
        kept = 0.0 if large or not self._doors.playing else ui.height(w - 120, words("menu.kept"), "note") + 24
        room = ui.bottom - 130 if large else rows * (h + gap) + 90 + kept
        page = Box((1920 - w) / 2, 116 if large else max(150.0, (ui.bottom - room) / 2), w, room)
        c.sheet(page, "surface", 3, 14)
        name_tape(ui, page.x + 50, page.y - (38 if not large else 104), words("menu.title"))
        closing(ui, 1870, 26, Item.ON)
        if large:
            with scrolled(ui, "menu/scroll", Box(page.x + 60, page.y + 24, page.w - 120, page.h - 48), self._scroll) as inside:
                y = inside.y + 4
                for item in self._items:
                    self._button(ui, item, Box(inside.x, y, inside.w - 8, h))
                    y += h + gap
                inside.foot = y
            return
        for n, item in enumerate(self._items):
            column, row = divmod(n, rows)
            self._button(ui, item, Box(page.x + 60 + column * (each + 40), page.y + 66 + row * (h + gap), each, h))
        if kept:
            ui.block(page.x + 60, page.bottom - kept, page.w - 120, words("menu.kept"), "note", "text_soft")

    def _label(self, ui: Ui, item: Item) -> str:
        return ui.words(f"menu.{item.name.lower()}" if item is not Item.ON or self._doors.playing else "menu.shut")

    def _button(self, ui: Ui, item: Item, box: Box) -> None:
        kind = "main" if item is Item.ON else "paper"
        button(ui, f"menu/{item.name.lower()}", box, self._label(ui, item), item, icon=ICONS[item], kind=kind, seed=item.value)

    def on(self, signal: object) -> Move:
        match signal:
            case Item.ON:
                return Shut()
            case Item.HISTORY if self._doors.history is not None:
                return Turn(self._doors.history())  # coming back to a line leads to the story, not to this menu
            case Item.SETTINGS:
                return Open(self._doors.settings())
            case Item.HELP:
                return Open(self._doors.help())
            case Item.HOME:
                return Home(self._doors.title())
            case Item.LEAVE:
                return Leave()
            case Item() if (door := self._there.get(signal)) is not None:
                return Open(door())
            case Turned(scroll, by):
                scroll.turn(by)
        return None

    def wheel(self, lines: float) -> bool:
        """Turn the list of large text."""
        return self._scroll.wheel(lines)
