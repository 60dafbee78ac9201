"""The notebook: clue cards pasted in, the chosen one large, and three stamps to say what one makes of it.

Room: game/view/screens. Reads `moment.notebook`; a change leaves here only as a command. In large text one card fills the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.content import boxes
from game.core.commands import StampClue
from game.core.moment import CardNow
from game.view.geometry import Box
from game.view.screen import Move, Screen, Shut, Turn
from game.view.screens.notebook_people import PeopleScreen
from game.view.screens.notebook_words import WordsScreen
from game.view.screens.sitting import Sitting
from game.view.ui import Ui
from game.view.widgets import tabs
from game.view.widgets.basic import button
from game.view.widgets.play import STAMPS, card, stamp_button, stamp_width

PER_PAGE, COLUMNS = 6, 3
LARGE = boxes.LARGE


@dataclass(frozen=True, slots=True)
class Look:
    """Look at another card."""

    clue: str


@dataclass(frozen=True, slots=True)
class Step:
    """The card (or the page) before or after."""

    by: int


def part(sitting: Sitting, to: tabs.To) -> Turn:
    """Another part of the notebook, in this one's place."""
    screens: dict[tabs.Tab, Screen] = {
        "clues": NotebookScreen(sitting, to.item),
        "people": PeopleScreen(sitting, to.item),
        "words": WordsScreen(sitting),
    }
    return Turn(screens[to.tab])


class NotebookScreen(Screen):
    """The clues found so far."""

    name, over, rustle = "notebook", True, "page"

    def __init__(self, sitting: Sitting, clue: str = "") -> None:
        self._sitting = sitting
        ids = [card.id for card in sitting.moment.notebook]
        self._clue = clue if clue in ids else ids[-1] if ids else ""
        self._page = ids.index(self._clue) // PER_PAGE if ids else 0

    def draw(self, ui: Ui) -> None:
        c, words, cards = ui.canvas, ui.words, self._sitting.moment.notebook
        large = ui.text_scale > LARGE
        page = tabs.spread(ui, "clues", others=tabs.needed(self._sitting.moment))
        progress = self._sitting.moment.progress
        if not cards:
            self._nothing(ui, page, large=large)
            return
        chosen = next((k for k in cards if k.id == self._clue), cards[0])
        if not large:
            if not ui.theme.flat:
                c.veil(Box(1216, page.y + 4, 8, page.h - 10), "shadow", 0.18)
            count = words("notebook.count", found=progress.clues, of=progress.of_clues)
            ui.line(120, 172, count, "label", "text_soft")
            self._grid(ui, page, cards, chosen, more=progress.clues < progress.of_clues)
            self._detail(ui, Box(1264, 140, boxes.DETAIL_W, page.bottom - 160), chosen)
        else:
            self._detail(ui, Box(120, 118, boxes.DETAIL_WIDE, page.bottom - 118), chosen, wide=True)
            y = page.bottom - 112
            if len(cards) > 1:
                button(ui, "card/before", Box(120, y, 500, 92), words("notebook.before"), Step(-1), icon="back")
                button(ui, "card/after", Box(660, y, 500, 92), words("notebook.after"), Step(1), icon="skip")

    def _nothing(self, ui: Ui, page: Box, *, large: bool) -> None:
        """Before the first clue: six places that wait, and what comes there."""
        c, told = ui.canvas, ui.words("notebook.empty")
        if large:
            c.icon("notebook", 140, 250, 140, "text_soft", "surface_raised")
            ui.block(340, 240, 1380, told, "lead")
            return
        w, h = boxes.CARD_W, (boxes.CARD_W - 28) * 0.625 + 112
        for n in range(PER_PAGE):
            _not_yet(ui, Box(112 + (n % COLUMNS) * (w + 30), 196 + (n // COLUMNS) * (h + 34), w, h))
        if not ui.theme.flat:
            c.veil(Box(1216, page.y + 4, 8, page.h - 10), "shadow", 0.18)
        c.icon("eye", 1264, 196, 96, "accent", "surface_raised")
        ui.block(1264, 320, boxes.DETAIL_W, told, "lead")

    def _grid(self, ui: Ui, page: Box, cards: tuple[CardNow, ...], chosen: CardNow, *, more: bool) -> None:
        """Six cards a page; after the last one a place that waits, while there is `more` to find."""
        pages = -(-len(cards) // PER_PAGE)
        shown = cards[self._page * PER_PAGE : (self._page + 1) * PER_PAGE]
        w, top = boxes.CARD_W, 196.0
        h = min((page.bottom - top - (100 if pages > 1 else 30)) / 2 - 24, (w - 28) * 0.625 + 112)
        for i, now in enumerate(shown):
            box = Box(112 + (i % COLUMNS) * (w + 30), top + (i // COLUMNS) * (h + 34), w, h)
            card(ui, f"card/{now.id}", box, now, Look(now.id), chosen=now.id == chosen.id, seed=i + 1)
        if more and len(shown) < PER_PAGE:
            i = len(shown)
            _not_yet(ui, Box(112 + (i % COLUMNS) * (w + 30), top + (i // COLUMNS) * (h + 34), w, h))
        if pages > 1:
            y = page.bottom - 92
            turns = (("before", 112.0, -PER_PAGE, "back", self._page > 0), ("after", 560.0, PER_PAGE, "skip", self._page < pages - 1))
            for name, x, by, icon, can in turns:
                label = ui.words(f"notebook.page_{name}")
                button(ui, f"page/{name}", Box(x, y, 430, 76), label, Step(by), icon=icon, enabled=can)
        ui.first = f"card/{chosen.id}"

    def _detail(self, ui: Ui, box: Box, now: CardNow, *, wide: bool = False) -> None:
        """The chosen card: its drawing, what it shows, where it was found, its stamp. `wide`: the words stand beside the drawing."""
        c, words = ui.canvas, ui.words
        size = ui.fitted(words.line(now.title), "h2", box.w)
        c.line(box.x, box.y + size.size * 0.9, words.line(now.title), size, "text")
        top = box.y + size.size * 1.2 + 14
        about = words("notebook.about", who=", ".join(words.line(name) for name in now.about)) if now.about else ""
        found = words("notebook.found_in", place=words.line(now.found_in)) if now.found_in else ""
        w = boxes.DRAWING_WIDE
        if not wide:
            w = box.w * boxes.detail_drawing(ui, size.size, words.line(now.card), about=about, found=found)
        drawn = Box(box.x, top, w, w * boxes.DRAWING)
        c.picture(now.picture, drawn)
        c.rect(drawn, "edge", 0, 3)
        x, y, room = (box.x + w + 44, top - 8, box.w - w - 44) if wide else (box.x, drawn.bottom + 18, box.w)
        y += ui.block(x, y, room, words.line(now.card), "body") + 8
        if not wide:
            if about:
                y += ui.block(x, y, room, about, "note", "text_soft") + 2
            if found:
                y += ui.block(x, y, room, found, "note", "text_soft") + 6
            ui.line(x, y + 42, words("notebook.to_me"), "hand", "text_soft")
            y += 58
        left, foot = (x, y) if not wide else (box.x, box.bottom - 262)
        tight = not wide and sum(stamp_width(ui, kind) + 12 for kind in STAMPS) > room + 12  # then on two rows, their keys left to a voice
        for n, kind in enumerate(STAMPS, start=1):
            on = now.stamp == kind
            signal = StampClue(now.id, None if on else kind)  # type: ignore[arg-type]  # the keys of STAMPS are stamps
            if tight and left + stamp_width(ui, kind) > x + room:
                left, foot = x, foot + 74
            left += stamp_button(ui, f"stamp/{kind}", left, foot, kind, signal, on=on, key=str(n), beneath=not (wide or tight)) + 12

    def on(self, signal: object) -> Move:
        cards = self._sitting.moment.notebook
        match signal:
            case "close":
                return Shut()
            case Look(clue):
                self._clue = clue
            case Step(by) if abs(by) == 1 and cards:
                ids = [k.id for k in cards]
                at = ids.index(self._clue) if self._clue in ids else 0
                self._clue = ids[(at + by) % len(ids)]
            case Step(by) if cards:
                pages = -(-len(cards) // PER_PAGE)
                self._page = (self._page + (1 if by > 0 else -1)) % pages
                self._clue = cards[self._page * PER_PAGE].id
            case StampClue():
                self._sitting.do(signal)
            case tabs.To():
                return part(self._sitting, signal)
        return None


def _not_yet(ui: Ui, box: Box) -> None:
    """A place that waits for a clue. Which one is not said."""
    c, (x, y) = ui.canvas, box.centre
    c.dashed(box, "rule" if not ui.theme.flat else "edge")
    c.icon("question", x - 32, y - 56, 64, "text_soft", "surface_raised")
    ui.line(x, y + 56, ui.words("notebook.not_yet"), "note", "text_soft", "middle")
