"""Choosing a file on this device: names only, folders first, no thumbnail and no preview anywhere.

Room: game/view/screens. Mouse, wheel, Tab, arrows, page keys; Esc closes. The chosen path is handed over once and forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.view.actions import Dropped
from game.view.files import Entry, Listing, home, list_folder, parent
from game.view.geometry import Box
from game.view.screen import Move, Screen, Shut
from game.view.scroll import Scroll, Turned, scrolled, settled
from game.view.ui import Ui
from game.view.widgets.basic import button, button_width
from game.view.widgets.desk import Column, title
from game.view.widgets.desk_frame import LEFT, RIGHT, Foot, Press, draw_head, measure_head
from reporting.client.moment import DeskMoment


@dataclass(frozen=True, slots=True)
class Enter:
    """Go to a folder."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Take:
    """This file."""

    path: Path


@dataclass(frozen=True, slots=True)
class Away:
    """Close without choosing."""


class Browser(Screen):
    """The file browser. `take` receives the path that was chosen."""

    name = "desk-files"
    over = True

    def __init__(self, moment: Callable[[], DeskMoment], take: Callable[[str], None], start: Path | None = None) -> None:
        self._moment, self._take = moment, take
        self._scroll = Scroll()
        self._listing: Listing = list_folder(start if start is not None and start.is_dir() else home())

    @property
    def folder(self) -> Path:
        """The folder that is shown."""
        return self._listing.folder

    def draw(self, ui: Ui) -> None:
        """The whole screen, the mark of the mode included."""
        settled(ui, self._scroll, lambda: self._draw(ui))
        ui.first = next((t.id for t in ui.targets if t.id.startswith("files/row")), "files/away")

    def _draw(self, ui: Ui) -> None:
        m = self._moment()
        head = measure_head(ui, m.badge, m.operator or "", ())
        draw_head(ui, head, m.badge, m.operator or "", ())
        foot = Foot([Press("files/away", ui.words("desk.files.close"), Away(), icon="back", key=ui.words("key.esc"))])
        foot.promise = ui.words("desk.files.names_only")
        foot.sign = "eye-off"
        bottom = foot.measure(ui, head.page) - 14
        y = head.top + 24
        y += title(ui, LEFT, y, RIGHT - LEFT, ui.words("desk.files.title")) + 10
        y += self._ways(ui, y) + 14
        area = Box(LEFT, y, RIGHT - LEFT, max(140.0, bottom - y))
        with scrolled(ui, "files/scroll", area, self._scroll) as inside:
            column = Column(ui, inside.x, inside.y + 6, inside.w)
            self._rows(ui, column)
            inside.foot = column.y
        foot.draw(ui)

    def _ways(self, ui: Ui, y: float) -> float:
        """Home, the folder above, and where one is. Returns the height."""
        high = max(68.0, 46 * ui.text_scale + 18)
        x = LEFT
        up = parent(self.folder)
        for name, word, icon, to in (("home", "desk.files.home", "person", home()), ("up", "desk.files.up", "back", up)):
            label = ui.words(word)
            w = button_width(ui, label)
            button(ui, f"files/{name}", Box(x, y, w, high), label, Enter(to or self.folder), icon=icon, enabled=to is not None)
            x += w + 20
        where = self.folder.name or str(self.folder)
        room = RIGHT - x - 20
        taken = high
        if ui.width(where) > room:
            if room < 300:
                x, room = LEFT, RIGHT - LEFT
                taken += ui.height(room, where, "label") + 12
                ui.block(x, y + high + 10, room, where, "label")
                return taken
            where = _shortened(ui, where, room)
        ui.line(x + 10, y + high / 2 + 10.5 * ui.text_scale, where, "label")
        return taken

    def _rows(self, ui: Ui, column: Column) -> None:
        listing, s = self._listing, ui.text_scale
        if listing.problem is not None:
            column.point("warning", ui.words(listing.problem), "warn")
            return
        if not listing.entries:
            column.point("file", ui.words("desk.files.empty"))
            return
        high = max(66.0, 44 * s + 18)
        for n, entry in enumerate(listing.entries):
            box = column.take(high, 8)
            visible = ui.clip is None or (box.bottom > ui.clip.y - high and box.y < ui.clip.bottom + high)
            signal = Enter(self.folder / entry.name) if entry.folder else Take(self.folder / entry.name)
            kind = ui.words("desk.files.folder" if entry.folder else "desk.files.file")
            look = ui.target(f"files/row/{n}", box, f"{kind} : {entry.name}", signal)
            if visible:
                _row(ui, entry, box, hover=look.hover, focus=look.focus)
        if listing.more:
            column.text(ui.words("desk.files.more"), "note", "text_soft")

    def on(self, signal: object) -> Move:
        """Go into a folder, take a file, or turn the list."""
        match signal:
            case Turned(scroll, by):
                scroll.turn(by)
            case Enter(folder):
                self._listing = list_folder(folder)
                self._scroll = Scroll()
            case Take(path):
                self._take(str(path))
                return Shut()
            case Away():
                return Shut()
        return None

    def dropped(self, file: Dropped) -> Move:
        """A file let go over the list is what one was looking for."""
        self._take(file.path)
        return Shut()

    def wheel(self, lines: float) -> bool:
        """Turn the list."""
        return self._scroll.wheel(lines)

    def wipe(self) -> None:
        """Quick exit: no name of the device stays here."""
        self._listing = Listing(Path(), ())
        self._scroll = Scroll()


def _row(ui: Ui, entry: Entry, box: Box, *, hover: bool, focus: bool) -> None:
    c, s = ui.canvas, ui.text_scale
    c.rect(box, "surface_raised", 6)
    c.rect(box, "edge", 6, 5 if hover else 2)
    if entry.folder:
        x, y = box.x + 24, box.y + box.h / 2 - 17
        c.rect(Box(x, y, 20, 12), "pen", 3)
        c.rect(Box(x, y + 6, 44, 30), "pen", 4)
    else:
        c.icon("file", box.x + 26, box.y + box.h / 2 - 20, 40, "text" if entry.picture else "rule", "surface_raised")
    name = _shortened(ui, entry.name, box.w - 120)
    ui.line(box.x + 92, box.y + box.h / 2 + 10.5 * s, name, "label" if entry.folder or entry.picture else "note",
            "text" if entry.folder or entry.picture else "text_soft")  # fmt: skip
    if focus:
        c.focus_ring(box, 10, 2)


def _shortened(ui: Ui, name: str, room: float) -> str:
    """A long name with its middle left out: the end tells files apart."""
    if ui.width(name) <= room:
        return name
    keep = len(name)
    while keep > 8:
        keep -= max(1, keep // 12)
        short = f"{name[: keep // 2]}…{name[-(keep - keep // 2) :]}"
        if ui.width(short) <= room:
            return short
    return name[:8]
