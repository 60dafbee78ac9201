"""The people's pages: who was met, who is only a name so far; for the chosen one, what was noted and the clues that concern them.

Room: game/view/screens. Reads `moment.pages` and decides nothing. One notes what people did, never what they are.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.content import boxes
from game.core.moment import PageNow
from game.view.geometry import Box
from game.view.screen import Move
from game.view.screens.sitting import Sitting
from game.view.screens.turning import TurningScreen
from game.view.scroll import scrolled
from game.view.ui import Ui
from game.view.widgets import scene, tabs
from game.view.widgets.basic import button

PER_PAGE, COLUMNS = 6, 3
LARGE = boxes.LARGE


@dataclass(frozen=True, slots=True)
class Look:
    """Look at another person's page."""

    who: str


@dataclass(frozen=True, slots=True)
class Step:
    """The six people before or after; in large text, the person before or after."""

    by: int


class PeopleScreen(TurningScreen):
    """Six faces a page at the left, one person at the right; in large text one person fills it."""

    name, rustle, focus = "notebook-people", "page", None

    def __init__(self, sitting: Sitting, who: str = "") -> None:
        super().__init__()
        self._sitting, self._who = sitting, who

    def sheet(self, ui: Ui) -> None:
        c, words, now = ui.canvas, ui.words, self._sitting.moment
        page = tabs.spread(ui, "people")
        if not now.pages:
            ui.block(140, 320, 1500, words("notebook.no_people"), "lead")
            return
        chosen = next((one for one in now.pages if one.id == self._who), now.pages[0])
        if ui.text_scale > LARGE:
            foot = page.bottom - 112
            self._person(ui, Box(120, page.y + 24, boxes.PERSON_WIDE, foot - page.y - 44), chosen)
            if len(now.pages) > 1:
                button(ui, "person/before", Box(120, foot, 500, 92), words("notebook.person_before"), Step(-1), icon="back")
                button(ui, "person/after", Box(660, foot, 500, 92), words("notebook.person_after"), Step(1), icon="skip")
            return
        start = now.pages.index(chosen) // PER_PAGE * PER_PAGE
        for n, one in enumerate(now.pages[start : start + PER_PAGE]):
            self._face(ui, Box(112 + n % COLUMNS * 350, 136 + n // COLUMNS * 372, boxes.FACE_W, 346), one, n, on=one.id == chosen.id)
        if len(now.pages) > PER_PAGE:
            foot = page.bottom - 92
            button(ui, "people/before", Box(112, foot, 430, 76), words("notebook.page_before"), Step(-PER_PAGE), icon="back")
            button(ui, "people/after", Box(560, foot, 430, 76), words("notebook.page_after"), Step(PER_PAGE), icon="skip")
        if not ui.theme.flat:
            c.veil(Box(1186, page.y + 4, 8, page.h - 10), "shadow", 0.18)
        self._person(ui, Box(1230, 140, boxes.PERSON_W, page.bottom - 170), chosen)
        ui.first = f"person/{chosen.id}"

    def _face(self, ui: Ui, box: Box, one: PageNow, seed: int, *, on: bool) -> None:
        c, words = ui.canvas, ui.words
        name = words.line(one.name)
        state = "" if one.met else f", {words('notebook.only_a_name')}"
        look = ui.target(f"person/{one.id}", box, name + state, Look(one.id))
        under = words.line(one.role) if one.role is not None else "" if one.met else words("notebook.only_a_name")
        note = ui.style("note")
        lines = c.letters.wrap(under, note, box.w - boxes.FACE_SIDES)[: boxes.FACE_LINES]
        less = (len(lines) - 1) * 36.0  # a long role takes its second line from the drawing
        if one.met:
            c.sheet(box, "surface", seed + 2, 12 if on or look.lifted else 6)
            frame = Box(box.x + 14, box.y + 14, box.w - 28, 236 - less)
            c.rect(frame, "tape_cool")
            scene.photograph(ui, frame, one.id, "neutral", still=True)
            if not ui.theme.flat:
                c.tape((box.centre[0], box.y + 2), 116, 36, (-2.0, 3.0, -1.0)[seed % 3], "tape", seed)
        else:
            c.dashed(box, "edge")
            c.icon("person", box.centre[0] - 70, box.y + 50, 140, "rule", "surface_raised")
        style = ui.fitted(name, "label", box.w - boxes.FACE_SIDES)
        c.line(box.centre[0], box.bottom - 56 - less, name, style, "text" if one.met else "text_soft", "middle")
        for n, line in enumerate(lines):
            c.line(box.centre[0], box.bottom - 20 - less + n * 36, line, note, "text_soft", "middle")
        if on and not look.focus:
            c.rect(box.inset(-5), "accent", 8, 5)
        if look.focus:
            c.focus_ring(box)

    def _person(self, ui: Ui, box: Box, one: PageNow) -> None:
        """Their name, what was noted, the clues that concern them; it turns when it is long."""
        c, words = ui.canvas, ui.words
        cards = {card.id: card for card in self._sitting.moment.notebook}
        with scrolled(ui, "person/scroll", box, self._scroll) as inside:
            style = ui.fitted(words.line(one.name), "h1", inside.w)
            y = inside.y + style.size * 1.1
            c.line(inside.x, y, words.line(one.name), style, "text")
            if not c.cut(y + 10, y + 18):
                c.rule((inside.x, y + 14), (inside.x + c.letters.width(words.line(one.name), style) * 0.96, y + 11), "pen", 5)
            y += 16
            if one.role is not None:
                y += ui.block(inside.x, y, inside.w, words.line(one.role), "hand", "text_soft") + 18
            if not one.met:
                y += ui.block(inside.x, y, inside.w, words("notebook.only_a_name"), "body", "text_soft") + 12
            for note in one.notes:
                y += ui.block(inside.x, y, inside.w, words.line(note), "body") + 14
            if one.clues:
                y += ui.block(inside.x, y + 8, inside.w, words("notebook.concerned"), "label") + 18
            for clue in one.clues:
                row = Box(inside.x, y, inside.w - 10, max(72.0, 56 * ui.text_scale))
                button(ui, f"person/clue/{clue}", row, words.line(cards[clue].title), tabs.To("clues", clue), icon="notebook")
                y += row.h + 12
            y += ui.block(inside.x, y + 10, inside.w, words("notebook.gestures"), "hand", "text_soft") + 20
            inside.foot = y

    def on(self, signal: object) -> Move:
        pages = self._sitting.moment.pages
        match signal:
            case Look(who):
                self._who = who
                self._scroll.top()
            case Step(by) if pages:
                ids = [one.id for one in pages]
                at = ids.index(self._who) if self._who in ids else 0
                if abs(by) == 1:
                    self._who = ids[(at + by) % len(ids)]
                else:
                    self._who = ids[(at // PER_PAGE * PER_PAGE + by) % (-(-len(ids) // PER_PAGE) * PER_PAGE) % len(ids)]
                self._scroll.top()
            case tabs.To():
                from game.view.screens.notebook import part

                return part(self._sitting, signal)
            case _:
                return super().on(signal)
        return None
