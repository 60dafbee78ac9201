"""The story: a place, a talk, the board, the farewell, whichever the moment says.

Room: game/view/screens. Draws `sitting.moment` and answers with commands; what a command does is the core's. Found clues and
refusals are shown for a while as strips that slide over nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from game.core.commands import Command
from game.core.events import Event, Found
from game.core.moment import Moment
from game.view.geometry import Box
from game.view.screen import Move, Open, Screen
from game.view.screens import board, farewell, place, talk
from game.view.ui import Ui
from game.view.widgets import bar

SHOWN_FOR = 6.0  # seconds a found clue stays on the screen


class Sitting(Protocol):
    """What the screen needs of `game.session.session`."""

    @property
    def moment(self) -> Moment:
        """The present moment."""
        ...

    @property
    def can_go_back(self) -> bool:
        """Whether there is a line to go back to."""
        ...

    def do(self, command: Command) -> tuple[Event, ...]:
        """Do something; what followed."""
        ...

    def back(self) -> bool:
        """Go back one line."""
        ...


@dataclass(frozen=True, slots=True)
class StoryDoors:
    """Where the story's screen can lead."""

    notebook: Callable[[], Screen]
    menu: Callable[[], Screen]
    leave: Callable[[], Move]  # the story is over: to the desk at home, to the title with the take-home card in class


class StoryScreen(Screen):
    """One sitting, as it goes on."""

    name = "story"

    def __init__(self, sitting: Sitting, doors: StoryDoors) -> None:
        self._sitting, self._doors = sitting, doors
        self._found: list[str] = []
        self._until = 0.0
        self._now = 0.0
        self._talk = talk.Paging()
        self._board = board.Chosen()
        self._page = 0

    def draw(self, ui: Ui) -> None:
        now = self._sitting.moment
        match now.activity:
            case "place":
                place.draw(ui, now)
            case "talk":
                talk.draw(ui, now, self._talk)
            case "board" if now.line is not None:
                talk.draw(ui, now, self._talk)
            case "board":
                board.draw(ui, now, self._board)
            case "ended":
                farewell.draw(ui, now, self._page)
        if now.activity in ("place", "talk") or (now.activity == "board" and now.line is not None):
            bar.draw(ui, now, back=self._sitting.can_go_back)
        if self._found and now.activity in ("place", "talk"):
            self._toast(ui, now)

    def _toast(self, ui: Ui, now: Moment) -> None:
        """The title and the drawing of what was just noted; its words are read in the notebook."""
        c = ui.canvas
        cards = [card for card in now.notebook if card.id in self._found]
        for i, card in enumerate(cards[-2:]):
            text = ui.words.line(card.title)
            w = max(ui.width(text), ui.width(ui.words("play.noted"), "note")) + 230
            box = Box(24, 104 + i * 132, w, 120)
            c.sheet(box, "surface_raised", i + 3, 10)
            c.picture(card.picture, Box(box.x + 14, box.y + 12, 154, 96))
            ui.line(box.x + 190, box.y + 46, ui.words("play.noted"), "note", "text_soft")
            ui.line(box.x + 190, box.y + 92, text, "label")

    def on(self, signal: object) -> Move:
        match signal:
            case bar.Bar.NOTEBOOK:
                self._found.clear()
                return Open(self._doors.notebook())
            case bar.Bar.MENU:
                return Open(self._doors.menu())
            case bar.Bar.BACK:
                self._sitting.back()
            case talk.Turn():
                self._talk.turn(self._sitting.moment)
            case board.Pick():
                self._board.pick(signal)
            case farewell.More(page):
                self._page = page
            case farewell.Leave():
                return self._doors.leave()
            case bar.Bar.SKIP:
                self._perform(talk.SKIP)
            case _:
                self._perform(signal)  # a command of the core
        return None

    def _perform(self, command: object) -> None:
        events = self._sitting.do(command)  # type: ignore[arg-type]  # screens' own signals were answered above
        found = [event.clue for event in events if isinstance(event, Found)]
        if found:
            self._found = found
            self._until = self._now + SHOWN_FOR

    def tick(self, now: float) -> bool:
        """Let the strip of a found clue go after a while."""
        self._now = now
        if self._found and now > self._until:
            self._found.clear()
            return True
        return False
