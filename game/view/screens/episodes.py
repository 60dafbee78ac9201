"""« Quel épisode ? »: every installed episode, one a row. One that cannot be played says why, and the others stay.

Room: game/view/screens. What is installed and what lies in the saves is `game.view.episode_room`; a choice leaves here as its number.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.view.geometry import Box
from game.view.screen import Move
from game.view.screens.turning import TurningScreen
from game.view.scroll import scrolled
from game.view.ui import Ui
from game.view.widgets.basic import closing, name_tape
from game.view.widgets.scene import night

LARGE = 1.3


@dataclass(frozen=True, slots=True)
class Row:
    """One episode: its title, what is said below it, and whether it can be played and is the one that is open now."""

    name: str
    title: str
    what: str
    playable: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Take:
    """This row was pressed."""

    number: int


class EpisodesScreen(TurningScreen):
    """The list. `choose` opens the episode of a row."""

    name = "episodes"

    def __init__(self, rows: Callable[[], tuple[Row, ...]], choose: Callable[[int], Move]) -> None:
        super().__init__()
        self._rows, self._choose = rows(), choose

    @property
    def focus(self) -> str:
        """The row that is open, else the first."""
        return next((f"episodes/{row.name}" for row in self._rows if row.chosen), f"episodes/{self._rows[0].name}")

    def sheet(self, ui: Ui) -> None:
        c, words, large = ui.canvas, ui.words, ui.text_scale > LARGE
        night(ui)
        page = Box(260, 150, 1400, ui.bottom - 190) if not large else Box(60, 150, 1800, ui.bottom - 170)
        c.sheet(page, "surface", 3, 14)
        name_tape(ui, page.x + 50, page.y - (38 if not large else 110), words("episodes.which"))
        closing(ui, 1870, 26, "close")
        head = 0.0 if large else ui.block(page.x + 60, page.y + 58, page.w - 120, words("episodes.note"), "note", "text_soft")
        area = Box(page.x + 40, page.y + 74 + head, page.w - 80, page.h - 104 - head)
        c.rect(area, "surface")
        with scrolled(ui, "episodes/list", area, self._scroll) as inside:
            y = inside.y + 10
            for number, row in enumerate(self._rows):
                y += self._row(ui, inside.x + 14, y, inside.w - 32, number, row) + 22
            inside.foot = y

    def _row(self, ui: Ui, x: float, y: float, w: float, number: int, row: Row) -> float:
        """One sheet; returns its height. It can always be focused, so that a voice can say why it cannot be played."""
        c, words = ui.canvas, ui.words
        title, room = ui.style("h2"), w - 170
        told = ui.height(room, row.what, "note")
        box = Box(x, y, w, max(120.0, 34 + title.size * 1.3 + told + 24))
        what = f"{row.what}, {words('episodes.chosen')}" if row.chosen else row.what
        keys = (str(number + 1),) if number < 9 else ()
        look = ui.target(f"episodes/{row.name}", box, words("episodes.voice", title=row.title, what=what), Take(number), keys=keys)
        b = box.moved(0, 4 if look.pressed else -3 if look.lifted and row.playable else 0)
        ink = "text" if row.playable else "text_soft"
        if row.playable:
            c.sheet(b, "surface_raised", number + 2, 11 if look.lifted else 6)
        else:
            c.rect(b, "surface_sunk", 6)
            c.dashed(b, "edge")
        icon = "check" if row.chosen else "star" if row.playable else "broken"
        c.disc((b.x + 66, b.centre[1]), 38, "accent" if row.chosen else "surface")
        ground = ("on_accent", "accent") if row.chosen else (ink, "surface")
        c.icon(icon, b.x + 44, b.centre[1] - 22, 44, *ground)
        style = ui.fitted(row.title, "h2", room)
        c.line(b.x + 130, b.y + 26 + style.size * 0.9, row.title, style, ink)
        ui.block(b.x + 130, b.y + 34 + title.size * 1.3, room, row.what, "note", "text_soft")
        if look.focus:
            c.focus_ring(b, 10, 2)
        return box.h

    def on(self, signal: object) -> Move:
        if isinstance(signal, Take):
            return self._choose(signal.number) if self._rows[signal.number].playable else None
        return super().on(signal)
