"""Words: the glossary, and a search through everything the notebook holds.

Room: game/view/screens. What is typed here stays here, and is forgotten on the quick exit.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.content.words import Words
from game.session.search import Hit, search
from game.view.geometry import Box
from game.view.screen import Move
from game.view.screens.sitting import Sitting
from game.view.screens.turning import TurningScreen
from game.view.scroll import Inside, scrolled
from game.view.ui import Field, Ui
from game.view.widgets import tabs

ICONS = {"clue": "notebook", "person": "people", "term": "question"}


@dataclass(frozen=True, slots=True)
class Asked:
    """Something else was typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Read:
    """A word that only wants to be read."""

    term: str


class WordsScreen(TurningScreen):
    """With nothing typed, every word of the glossary; else whatever holds all the words typed."""

    name, rustle, focus = "notebook-words", "page", None

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting, self._asked = sitting, ""

    def sheet(self, ui: Ui) -> None:
        words = ui.words
        page = tabs.spread(ui, "words")
        label = words("notebook.search")
        y = page.y + 30
        ui.line(130, y + ui.style("label").size, label, "label")
        y += ui.style("label").size * 1.5
        high = max(74.0, 50 * ui.text_scale + 16)
        ui.field(Field("notebook/search", Box(130, y, 1660, high), self._asked, label, Asked, longest=80))
        y += high + 24
        with scrolled(ui, "words/scroll", Box(130, y, 1660, page.bottom - y - 24), self._scroll) as inside:
            inside.foot = self._results(ui, inside, words) if self._asked.strip() else self._glossary(ui, inside)

    def _glossary(self, ui: Ui, inside: Inside) -> float:
        """Every word, each a target of its own so that a voice reads it."""
        y = inside.y + 6
        terms = self._sitting.moment.glossary
        if not terms:
            return y + ui.block(inside.x, y, inside.w, ui.words("notebook.no_words"), "body", "text_soft") + 10
        for term in terms:
            word, meaning = ui.words.line(term.word), ui.words.line(term.meaning)
            y += self._row(ui, inside, y, f"term/{term.id}", "question", word, meaning, Read(term.id)) + 12
        return y

    def _results(self, ui: Ui, inside: Inside, words: Words) -> float:
        y = inside.y + 6
        hits = search(self._sitting.moment, words, self._asked)
        found = words("notebook.found", count=len(hits)) if hits else words("notebook.found_nothing")
        y += ui.block(inside.x, y, inside.w, found, "note", "text_soft") + 12
        for hit in hits:
            y += self._row(ui, inside, y, f"hit/{hit.kind}/{hit.id}", ICONS[hit.kind], hit.title, hit.text, _signal(hit)) + 12
        return y

    def _row(self, ui: Ui, inside: Inside, y: float, name: str, icon: str, title: str, text: str, signal: object) -> float:
        c = ui.canvas
        high = ui.height(inside.w - 110, title, "strong") + (ui.height(inside.w - 110, text, "body") if text else 0) + 34
        box = Box(inside.x, y, inside.w - 6, max(72.0, high))
        look = ui.target(name, box, f"{title}. {text}", signal)
        c.rect(box, "surface", 8)
        c.rect(box, "edge", 8, 4 if look.hover else 2)
        size = 40 * min(ui.drawn, 1.25)
        c.icon(icon, box.x + 40 - size / 2, box.y + 38 - size / 2, size, "accent", "surface")
        top = box.y + 14
        top += ui.block(box.x + 80, top, inside.w - 110, title, "strong")
        if text:
            ui.block(box.x + 80, top, inside.w - 110, text, "body")
        if look.focus:
            c.focus_ring(box, 10, 2)
        return box.h

    def on(self, signal: object) -> Move:
        match signal:
            case Asked(text):
                self._asked = text
                self._scroll.top()
            case tabs.To():
                from game.view.screens.notebook import part

                return part(self._sitting, signal)
            case _:
                return super().on(signal)
        return None

    def wipe(self) -> None:
        """Quick exit: forget what was typed."""
        self._asked = ""


def _signal(hit: Hit) -> object:
    """Where a press on it leads: to the card or the page; a word is read here."""
    if hit.kind == "term":
        return Read(hit.id)
    return tabs.To("clues" if hit.kind == "clue" else "people", hit.id)
