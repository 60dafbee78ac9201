"""The report desk in the window: one screen that shows whatever moment the desk is in.

Room: game/view/screens. It draws `DeskMoment` and answers with the desk's own commands; what they do is decided in
`reporting.client`, and done by the room that is handed in. Esc goes a step back and loses nothing that was typed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, get_args

from game.view.actions import Dropped
from game.view.heard import SILENCE
from game.view.screen import Move, Open, Screen
from game.view.screens import (
    desk_doors,
    desk_error,
    desk_follow,
    desk_leaving,
    desk_links,
    desk_lookup,
    desk_over,
    desk_picture,
    desk_receipt,
    desk_review,
    desk_routes,
    desk_who,
)
from game.view.screens.desk_files import Browser
from game.view.screens.desk_page import Kept, Local, Page, Typed
from game.view.scroll import Scroll, Turned
from game.view.ui import Ui
from reporting.client import choices
from reporting.client.commands import AddPicture, Asked, Do, Write
from reporting.client.moment import DeskMoment, LookupNow
from reporting.client.secret import Hidden

DRAW: dict[choices.Screen, Callable[[Page], None]] = {
    "leaving": desk_leaving.draw,
    "real_or_try": desk_doors.draw,
    "opening": desk_over.opening,
    "not_connected": desk_routes.draw,
    "routes": desk_routes.draw,
    "who": desk_who.draw,
    "picture": desk_picture.draw,
    "links": desk_links.draw,
    "review": desk_review.draw,
    "receipt": desk_receipt.draw,
    "lookup": desk_lookup.draw,
    "follow": desk_follow.draw,
    "error": desk_error.draw,
}
ESCAPES: tuple[choices.Action, ...] = ("stay", "back", "return_to_story", "close")


class Room(Protocol):
    """What the screen needs of `reporting.client.room`."""

    @property
    def moment(self) -> DeskMoment:
        """What the desk shows now."""
        ...

    @property
    def unopened(self) -> str:
        """The address of a page that no browser opened, to be copied by hand; else nothing."""
        ...

    @property
    def closed(self) -> bool:
        """The desk is over: go back to the story."""
        ...

    def ask(self, command: Asked) -> None:
        """Do what a person asked for."""
        ...

    def tick(self) -> bool:
        """Let time pass; true if the moment changed."""
        ...

    def wipe(self) -> None:
        """Quick exit: forget everything, kill what runs. Must not wait."""
        ...


class DeskScreen(Screen):
    """The desk. `leave` says where to go once it is over; `from_story`, whether a story waits there."""

    name = "desk"
    rustle = None
    heard = SILENCE

    def __init__(self, room: Room, leave: Callable[[], Move], from_story: bool = True) -> None:
        self._room, self._leave, self._kept = room, leave, Kept(from_story=from_story)
        self._shown: choices.Screen | None = None
        self._browser: Browser | None = None
        self._next: str | None = None  # where the focus goes once what it was on is gone
        self._go: str | None = None  # where it goes at once

    @property
    def room(self) -> Room:
        """What stands behind the screen."""
        return self._room

    # ---- drawing ----------------------------------------------------------

    def draw(self, ui: Ui) -> None:
        """The moment; again where a focus or a new height turned the page."""
        moment = self._room.moment
        if moment.screen != self._shown:
            self._shown = moment.screen
            self._kept.fresh()
        if self._go is not None:
            ui.attention.focus, ui.attention.by_keyboard, self._go = self._go, True, None
        for _ in range(4):
            ui.targets.clear()
            ui.fields.clear()
            self._kept.again = False
            self._draw(ui, moment)
            if not self._kept.moved:
                break
        if any(t.id == ui.attention.focus for t in ui.targets):  # the keyboard has found its place: from now on it leads
            self._kept.scroll.still = False

    def _draw(self, ui: Ui, moment: DeskMoment) -> None:
        self._kept.address = self._room.unopened
        page = Page(ui, moment, self._kept)
        DRAW[moment.screen](page)
        over = self._kept.menu or (moment.asking is not None and moment.asking.about != "open_site")
        if over:
            ui.targets.clear()  # what lies under a small sheet can be seen, not pressed
            ui.fields.clear()
            (desk_over.asking if moment.asking is not None else desk_over.menu)(page)
        ui.first = self._first(ui, page)

    def _first(self, ui: Ui, page: Page) -> str | None:
        """Where the keyboard starts. At the two doors nothing is preselected."""
        if page.moment.screen == "real_or_try" and not page.kept.menu:
            return None
        offered = next((a for a in page.moment.actions if a.focus), None)
        known = {t.id for t in ui.targets if t.enabled}
        if self._next in known:
            return self._next
        if offered is not None and page.id(offered.id) in known:
            return page.id(offered.id)
        if offered is not None and offered.id == "noted" and page.id("scroll/down") in known:
            return page.id("scroll/down")  # what is still to be read comes first
        aside = (page.id("for_real"), page.id("find_case"))
        own = (t.id for t in ui.targets if t.id in known and t.id not in aside)
        return next((name for name in own if name.split("/")[1] not in ("scroll", "code")), None)

    # ---- answers ----------------------------------------------------------

    def on(self, signal: object) -> Move:
        """A command of the desk, or something that stays in the window."""
        kept, self._next = self._kept, None
        match signal:
            case Turned(scroll, by):
                scroll.turn(by)
            case Typed(text):
                kept.path = text
            case Local("menu"):
                kept.menu, kept.over = True, Scroll()
            case Local("shut"):
                kept.menu = False
            case Local("browse"):
                return self._browse()
            case Local("take_path"):
                self._take(kept.path)
                kept.path = ""
            case desk_lookup.Complete(index, word):
                self._room.ask(Write("word", word, index))
                self._next = f"lookup/word/{index + 1}" if index < 8 else "lookup/open_case"
            case Write("word", text, index):
                self._room.ask(signal)
                self._onward(text, index)
            case Write("passphrase", text):
                kept.passphrase = text
                self._room.ask(signal)
            case _ if isinstance(signal, get_args(Asked)):
                kept.menu, kept.note = False, ""
                self._room.ask(signal)
        return self._leave() if self._room.closed else None

    def _onward(self, text: str, index: int) -> None:
        """After a word, Space goes on to the next place, as Enter does; a whole receipt was pasted: on to opening its case."""
        body = self._room.moment.body
        if not isinstance(body, LookupNow) or body.working:
            return
        if len(text.split()) >= len(body.words) and body.missing == 0:
            self._go = "lookup/open_case"
        elif text != text.rstrip() and body.words[index].text:
            self._go = f"lookup/word/{index + 1}" if index + 1 < len(body.words) else "lookup/open_case"

    def _browse(self) -> Move:
        self._browser = Browser(lambda: self._room.moment, self._take, start=self._browser.folder if self._browser else None)
        return Open(self._browser)

    def _take(self, path: str) -> None:
        """One file of one's own: its path goes to the measuring process and nowhere else."""
        if path.strip():
            self._kept.note = ""
            self._room.ask(AddPicture(Hidden(path)))

    def dropped(self, file: Dropped) -> Move:
        """A file let go over the window: taken at the picture's step, politely left alone anywhere else."""
        if self._room.moment.screen == "picture" and not self._kept.menu:
            self._take(file.path)
        else:
            self._kept.note = "desk.dropped_elsewhere"
        return None

    def close(self) -> Move | bool:
        """Esc: shut what lies over, else one step back. Where there is no step back it does nothing."""
        if self._kept.menu:
            self._kept.menu = False
            return None
        offered = {a.id for a in self._room.moment.actions if a.enabled}
        action = next((a for a in ESCAPES if a in offered), None)
        return self.on(Do(action)) if action is not None else False

    def wheel(self, lines: float) -> bool:
        """The part that turns; the code of the review before the page."""
        kept = self._kept
        if kept.menu:
            return kept.over.wheel(lines)
        return kept.inner.wheel(lines) if kept.inner.furthest else kept.scroll.wheel(lines)

    def tick(self, now: float) -> bool:
        """Time passes: progress, and a report that is tried again."""
        del now
        return self._room.tick()

    def wipe(self) -> None:
        """Quick exit: nothing that was typed remains."""
        self._kept = Kept(from_story=self._kept.from_story)
        self._browser = None
        self._room.wipe()
