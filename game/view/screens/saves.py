"""« Tes parties »: prints of where one was. The automatic one large, three of one's own, and the play before.

Room: game/view/screens. A slot that is full is chosen, then taken up, kept over or deleted; the last two ask first. What lies in a
slot is `game.session.shelf`; a picture of a place is drawn by `game.view.thumbnail`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

import pygame

from game.core.moment import PlaceNow
from game.session.notices import Notice
from game.session.shelf import Kept
from game.session.shelf_words import facts, named, what, where
from game.session.slots import AUTOSAVE, BEFORE
from game.view.geometry import Box
from game.view.screen import Move, Screen, Shut
from game.view.scroll import Scroll, Turned, scrolled, settled
from game.view.thumbnail import drawn, packed, unpacked
from game.view.ui import Ui
from game.view.widgets.basic import button, closing, name_tape
from game.view.widgets.scene import SHEET, night

LARGE = 1.3


class Do(Enum):
    """What can be done with a slot."""

    RESUME = auto()
    KEEP = auto()
    DELETE = auto()


ICONS = {Do.RESUME: "go", Do.KEEP: "save", Do.DELETE: "cross"}


@dataclass(frozen=True, slots=True)
class Ask:
    """Something was asked of a slot."""

    do: Do
    slot: str


@dataclass(frozen=True, slots=True)
class Choose:
    """A full slot was pressed: what can be done with it is shown."""

    slot: str


class Answer(Enum):
    """The answer to a question."""

    YES = auto()
    NO = auto()


@dataclass(frozen=True, slots=True)
class SavesDoors:
    """What the list works with. `here` is where the play under way stands; None when there is none, and then nothing can be kept."""

    shelf: Callable[[], tuple[Kept, ...]]
    picture: Callable[[str], bytes | None]
    here: Callable[[], PlaceNow | None]
    keep: Callable[[str, bytes], Notice | None]  # what has to be said if the disk refused
    delete: Callable[[str], Notice | None]
    resume: Callable[[str], Move]
    now: Callable[[], datetime]


class SavesScreen(Screen):
    """The list. It is read again after each change."""

    name, over = "saves", True

    def __init__(self, doors: SavesDoors) -> None:
        self._doors = doors
        self._shelf = doors.shelf()
        self._scroll = Scroll()
        self._pictures: dict[str, pygame.Surface | None] = {}
        self._asked: Ask | None = None  # the question that is open
        self._said: Notice | None = None
        self._chosen = next((kept.slot for kept in self._shelf[1:] if kept.state != "empty"), AUTOSAVE)
        self._later: str | None = None  # the slot to keep in: its picture is drawn with the next frame

    # ---- drawing ----------------------------------------------------------

    def draw(self, ui: Ui) -> None:
        if self._later is not None:
            self._keep(ui, self._later)
        if self._asked is not None:
            self._question(ui, self._asked)
            return
        c, words, large = ui.canvas, ui.words, ui.text_scale > LARGE
        if ui.theme.flat or not c.art.has("ui/desk-cloth"):
            c.rect(SHEET, "desk")
        else:
            c.picture("ui/desk-cloth", SHEET)
        head = words("saves.title")
        style = ui.style("h2" if large else "h1")
        c.line(80, 96, head, style, "on_desk")
        closing(ui, 1860, 30, "close")
        note = words(self._said.word, **self._said.blanks) if self._said is not None else words("saves.where")
        left = 80 + c.letters.width(head, style) + 50
        if self._said is not None or not large:
            c.line(left, 92, note, ui.fitted(note, "hand", 1660 - left), "on_desk")
        if large:
            self._list(ui)
        else:
            self._prints(ui)
        ui.first = "saves/autosave/resume" if self._kept(AUTOSAVE).state != "empty" and not large else ui.first

    def _prints(self, ui: Ui) -> None:
        """The automatic one at the left; the others at the right, two by two; under them what can be done with the chosen one."""
        self._automatic(ui, Box(60, 130, 820, ui.bottom - 160))
        for n, kept in enumerate(self._shelf[1:]):
            box = Box(920 + n % 2 * 480, 130 + n // 2 * 318, 450, 298)
            if kept.state != "empty":
                self._print(ui, box, kept, n + 1)
            elif kept.slot != BEFORE:
                self._free(ui, box, kept, n + 1)
        sheet = Box(920, 782, 930, ui.bottom - 812)
        chosen = self._kept(self._chosen)
        if chosen.slot != AUTOSAVE and chosen.state != "empty":
            ui.canvas.sheet(sheet, "tape_cool", 6, 7)
            head = named(ui.words, chosen)
            ui.canvas.line(sheet.x + 40, sheet.y + 54, head, ui.fitted(head, "label", sheet.w - 80), "text")
            self._acts(ui, Box(sheet.x + 40, sheet.y + 82, sheet.w - 80, 84), chosen)

    def _automatic(self, ui: Ui, page: Box) -> None:
        c, words, kept = ui.canvas, ui.words, self._kept(AUTOSAVE)
        c.sheet(page, "surface_raised", 3, 11)
        print_ = Box(page.x + 42, page.y + 42, 736, 414)
        self._picture(ui, print_, kept)
        name_tape(ui, page.x + 24, page.y + 10, words("saves.auto"), "label", angle=-3)
        if kept.state == "empty":
            ui.block(print_.x, print_.bottom + 40, print_.w, words("saves.nothing"), "lead")
            return
        title = where(ui.words, kept)
        c.line(print_.x, print_.bottom + 68, title, ui.fitted(title, "h2", print_.w), "text")
        y = print_.bottom + 88
        y += ui.block(print_.x, y, print_.w, what(ui.words, kept, self._doors.now()), "note", "text_soft")
        ui.block(print_.x, y, print_.w, words("saves.auto_note"), "note", "text_soft")
        box = Box(print_.x, page.bottom - 126, print_.w, 92)
        rest = 250.0 if self._may(Do.DELETE, kept) else 0.0
        go = Box(box.x, box.y, box.w - rest, box.h)
        button(ui, "saves/autosave/resume", go, words("saves.resume"), Ask(Do.RESUME, AUTOSAVE), icon="go", kind="main", key="R")
        if rest:
            at = Box(go.right + 16, box.y, rest - 16, box.h)
            button(ui, "saves/autosave/delete", at, words("saves.delete"), Ask(Do.DELETE, AUTOSAVE), icon="cross", seed=4)

    def _print(self, ui: Ui, box: Box, kept: Kept, number: int) -> None:
        """A slot that is full: its picture, its place, how far and when."""
        c, words, chosen = ui.canvas, ui.words, kept.slot == self._chosen
        state = words("voice.chosen" if chosen else "voice.not_chosen")
        keys = (str(number),)
        look = ui.target(
            f"saves/{kept.slot}",
            box,
            f"{named(ui.words, kept)}, {what(ui.words, kept, self._doors.now())}, {state}",
            Choose(kept.slot),
            keys=keys,
        )
        b = box.moved(0, -4 if look.lifted else 0)
        c.sheet(b, "surface_raised", number + 4, 13 if look.lifted or chosen else 7)
        self._picture(ui, Box(b.x + 26, b.y + 24, 248, 140), kept)
        c.rect(Box(b.right - 98, b.y + 24, 62, 62), "accent" if chosen else "surface", 31)
        c.rect(Box(b.right - 98, b.y + 24, 62, 62), "edge", 31, 3)
        ink = "on_accent" if chosen else "text"
        if chosen:
            c.icon("check", b.right - 84, b.y + 38, 34, ink, "accent")
        else:
            c.line(b.right - 67, b.y + 66, str(number), ui.style("label"), ink, "middle")
        if kept.slot == BEFORE:
            name_tape(ui, b.x + 14, b.y - 16, words("saves.before_short"), "label", angle=-2, h=54, role="tape_cool")
        title = where(ui.words, kept)
        c.line(b.x + 26, b.y + 204, title, ui.fitted(title, "label", b.w - 52), "text")
        for n, line in enumerate(facts(ui.words, kept, self._doors.now())):
            c.line(b.x + 26, b.y + 242 + 36 * n, line, ui.fitted(line, "note", b.w - 52), "text_soft")
        if chosen and not look.focus:
            c.rect(b.inset(-5), "accent" if ui.theme.flat else "focus", 8, 5)
        if look.focus:
            c.focus_ring(b)

    def _free(self, ui: Ui, box: Box, kept: Kept, number: int) -> None:
        """A slot that is free: a frame to keep the play in, if there is one."""
        c, words = ui.canvas, ui.words
        c.dashed(box, "on_desk", 4, 14, 12)
        can = self._may(Do.KEEP, kept)
        label = words("saves.keep" if can else "saves.free")
        x, y = box.centre
        if can:
            look = ui.target(f"saves/{kept.slot}", box, f"{label}, {number}", Ask(Do.KEEP, kept.slot), keys=(str(number),))
            c.icon("save", x - 30, y - 76, 60, "on_desk", "desk")
            if look.lifted:
                c.rect(box.inset(14), "on_desk", 6, 3)
            if look.focus:
                c.focus_ring(box)
        c.line(x, y + 40, label, ui.style("label"), "on_desk", "middle")

    def _list(self, ui: Ui) -> None:
        """Large text: one slot a row, and below what can be done with the chosen one."""
        c, words = ui.canvas, ui.words
        shown = [kept for kept in self._shelf if kept.state != "empty" or (kept.slot not in (AUTOSAVE, BEFORE))]
        high = max(150.0, ui.style("label").size * 1.3 + ui.style("note").size * 1.3 + 30)
        area = Box(60, 140, 1800, ui.bottom - 140 - 150)

        def rows() -> None:
            c.rect(area.inset(-10), "desk")
            with scrolled(ui, "saves/list", area, self._scroll) as inside:
                y = inside.y + 8
                for n, kept in enumerate(shown):
                    self._row(ui, Box(inside.x + 8, y, inside.w - 20, high), kept, n)
                    y += high + 18
                inside.foot = y

        settled(ui, self._scroll, rows)
        chosen = self._kept(self._chosen)
        if chosen.state == "empty" and self._may(Do.KEEP, chosen):
            box = Box(60, ui.bottom - 134, 1800, 112)
            button(ui, f"saves/{chosen.slot}/keep", box, words("saves.keep"), Ask(Do.KEEP, chosen.slot), icon="save", kind="main")
        elif chosen.state != "empty":
            self._acts(ui, Box(60, ui.bottom - 134, 1800, 112), chosen)
        ui.first = f"saves/{self._chosen}" if any(kept.slot == self._chosen for kept in shown) else "close"

    def _row(self, ui: Ui, box: Box, kept: Kept, number: int) -> None:
        c, chosen = ui.canvas, kept.slot == self._chosen
        title, told = named(ui.words, kept), what(ui.words, kept, self._doors.now())
        state = ui.words("voice.chosen" if chosen else "voice.not_chosen")
        keys = (str(number),) if number else ()
        look = ui.target(f"saves/{kept.slot}", box, ", ".join(filter(None, (title, told, state))), Choose(kept.slot), keys=keys)
        c.sheet(box, "surface_raised", number + 4, 10 if look.lifted else 5)
        h = box.h - 36
        self._picture(ui, Box(box.x + 18, box.y + 18, h * 16 / 9, h), kept)
        x = box.x + 40 + h * 16 / 9
        room = box.right - x - 90
        c.line(x, box.y + 18 + ui.style("label").size * 0.9, title, ui.fitted(title, "label", room, 0.5), "text")
        for line in c.letters.wrap(told, ui.style("note"), room)[:1]:
            c.line(x, box.y + 22 + ui.style("label").size * 1.2 + ui.style("note").size * 0.9, line, ui.style("note"), "text_soft")
        if chosen:
            size = 48 * min(ui.drawn, 1.4)
            c.icon("check", box.right - 46 - size / 2, box.centre[1] - size / 2, size, "good", "surface_raised")
            c.rect(box, "accent", 6, 5)
        if look.focus:
            c.focus_ring(box, 10, 2)

    def _acts(self, ui: Ui, box: Box, kept: Kept) -> None:
        """Take up, keep over, delete: those that make sense now."""
        acts = [do for do in Do if self._may(do, kept)]
        w = (box.w - 16 * (len(acts) - 1)) / max(1, len(acts))
        for n, do in enumerate(acts):
            word = "saves.replace" if do is Do.KEEP else f"saves.{do.name.lower()}"
            at = Box(box.x + n * (w + 16), box.y, w, box.h)
            kind = "main" if do is Do.RESUME else "paper"
            name = f"saves/{kept.slot}/{do.name.lower()}"
            icon = ICONS[do] if ui.text_scale < 1.7 or len(acts) < 3 else ""
            button(ui, name, at, ui.words(word), Ask(do, kept.slot), icon=icon, kind=kind, seed=n + 4)

    def _question(self, ui: Ui, asked: Ask) -> None:
        """Deleting and keeping over cannot be undone: they are asked, and « no » has the focus."""
        c, words = ui.canvas, ui.words
        night(ui)
        word, kept = f"saves.ask_{asked.do.name.lower()}", self._kept(asked.slot)
        w = 1200.0 if ui.text_scale <= LARGE else 1760.0
        told = " · ".join(filter(None, (named(ui.words, kept), what(ui.words, kept, self._doors.now()))))
        inner = w - 140
        parts = ((words(word), "h2"), (told, "strong"), (words(f"{word}.what"), "body"))
        h = sum(ui.height(inner, text, style) + 18 for text, style in parts) + 96 + 112 * min(1.4, ui.text_scale)
        page = Box((1920 - w) / 2, max(40, (ui.bottom - h) / 2), w, h)
        c.sheet(page, "surface_raised", 5, 14)
        y = page.y + 44
        for text, style in parts:
            y += ui.block(page.x + 70, y, inner, text, style) + 18
        high = 84 * min(1.4, ui.text_scale)
        half = (inner - 24) / 2
        button(ui, "saves/no", Box(page.x + 70, y + 12, half, high), words("saves.no"), Answer.NO, icon="back", kind="main")
        yes = words("saves.delete" if asked.do is Do.DELETE else "saves.replace")
        button(ui, "saves/yes", Box(page.x + 94 + half, y + 12, half, high), yes, Answer.YES, icon=ICONS[asked.do], seed=4)
        ui.first = "saves/no"

    # ---- pictures -------------------------------------------------

    def _picture(self, ui: Ui, box: Box, kept: Kept) -> None:
        """The print of a slot: the picture beside it, else the place as the play would show it; an icon where there is none."""
        key = f"{kept.slot} {kept.saved_at}"
        if key not in self._pictures:
            data = self._doors.picture(kept.slot)
            picture = unpacked(data) if data is not None else None
            self._pictures[key] = drawn(ui, kept.place) if picture is None and kept.place is not None else picture
        picture, c = self._pictures[key], ui.canvas
        if picture is None:
            c.rect(box, "surface_sunk", 4)
            icon = {"empty": "save", "shut": "lock", "open": "star"}[kept.state]
            c.icon(icon, box.centre[0] - box.h / 6, box.centre[1] - box.h / 6, box.h / 3, "text_soft", "surface_sunk")
        else:
            size = c.area(box).size
            c.piece((box.x, box.y), 0, lambda: pygame.transform.smoothscale(picture, size), "print", key, size)
        c.rect(box, "edge", 2, 3)

    # ---- answers ------------------------------------------------------------

    def _kept(self, slot: str) -> Kept:
        return next(kept for kept in self._shelf if kept.slot == slot)

    def _may(self, do: Do, kept: Kept) -> bool:
        """Whether it makes sense for this slot now. The automatic one is not kept by hand, nor deleted while it is being written."""
        if do is Do.KEEP:
            return self._doors.here() is not None and kept.slot not in (AUTOSAVE, BEFORE)
        if kept.state == "empty":
            return False
        return do is Do.RESUME or kept.slot != AUTOSAVE or self._doors.here() is None

    def on(self, signal: object) -> Move:
        self._said = None
        match signal:
            case Choose(slot):
                self._chosen = slot
            case Ask(Do.RESUME, slot):
                return self._doors.resume(slot)
            case Ask(Do.KEEP, slot) if self._kept(slot).state == "empty":
                self._later = slot
            case Ask():
                self._asked = signal
            case Answer():
                asked, self._asked = self._asked, None
                if signal is Answer.YES and asked is not None:
                    if asked.do is Do.KEEP:
                        self._later = asked.slot
                    else:
                        self._said = self._doors.delete(asked.slot) or Notice("saves.deleted")
                        self._again()
            case Turned(scroll, by):
                scroll.turn(by)
            case "close":
                return Shut()
        return None

    def _keep(self, ui: Ui, slot: str) -> None:
        """Draw the place in small and keep the play with it."""
        self._later = None
        here = self._doors.here()
        if here is not None:
            self._said = self._doors.keep(slot, packed(drawn(ui, here))) or Notice("saves.kept")
            self._chosen = slot
            self._again()

    def _again(self) -> None:
        """Read the slots again after a change."""
        self._shelf = self._doors.shelf()
        self._pictures.clear()
        if self._kept(self._chosen).state == "empty":
            self._chosen = next((kept.slot for kept in self._shelf if kept.state != "empty"), AUTOSAVE)

    def close(self) -> Move | bool:
        """Esc answers an open question with no."""
        if self._asked is not None:
            self._asked = None
            return None
        return True

    def wheel(self, lines: float) -> bool:
        """Turn the list of large text."""
        return self._scroll.wheel(lines)
