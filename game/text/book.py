"""What can be opened at any time of the story: notebook, people, glossary, map, decisions, what was said.

Room: game/text. Reads the moment; a stamp and a walk leave here as commands.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.core.commands import STAMPS, Stamp, StampClue, Travel
from game.session.search import search
from game.text.house import House
from game.text.now import decided
from game.text.page import Entry, Open, Page, Return
from game.text.story import moment_of

LATELY = 60
"""Lines of the history that are read out."""


class NotebookPage(Page):
    """The clues found so far, each with its stamp."""

    def told(self, house: House) -> Iterator[str]:
        now, words = moment_of(house), house.words
        found = now.progress.clues
        yield words("text.notebook" if found != 1 else "text.notebook_one", found=found, of=now.progress.of_clues)
        if now.progress.signal is not None:
            yield words("text.signal", signal=words(f"play.{now.progress.signal}"))
        yield words("text.pages" if now.notebook else "notebook.empty")

    def entries(self, house: House) -> Iterator[Entry]:
        words = house.words
        for card in moment_of(house).notebook:
            title = words.line(card.title)
            stamp = words(f"play.{card.stamp}") if card.stamp is not None else None
            label = words("text.card", title=title, stamp=stamp) if stamp else words("text.card_no_stamp", title=title)
            yield Entry(label, Open(CluePage(card.id)))


class CluePage(Page):
    """One clue: its words, what its drawing shows, where it was noted, whom it concerns, and its stamp."""

    def __init__(self, clue: str) -> None:
        self._clue = clue

    def told(self, house: House) -> Iterator[str]:
        words = house.words
        for card in moment_of(house).notebook:
            if card.id == self._clue:
                yield words.line(card.title)
                yield words.line(card.card)
                yield words("text.card_shows", alt=words.line(card.alt))
                if card.found_in is not None:
                    yield words("notebook.found_in", place=words.line(card.found_in))
                if card.about:
                    yield words("notebook.about", who=", ".join(words.line(name) for name in card.about))

    def entries(self, house: House) -> Iterator[Entry]:
        now, words = moment_of(house), house.words
        held = next((card.stamp for card in now.notebook if card.id == self._clue), None)
        for stamp in STAMPS:
            if now.allows(StampClue(self._clue, stamp)):
                label = words("text.stamp", stamp=words(f"play.{stamp}"))
                yield Entry(self._marked(house, label, stamp == held), StampClue(self._clue, stamp), words("notebook.to_me"))
        if held is not None and now.allows(StampClue(self._clue, None)):
            yield Entry(words("text.stamp_lift"), StampClue(self._clue, None))

    @staticmethod
    def _marked(house: House, label: str, held: bool) -> str:
        return house.words("text.stance", label=label, stance=house.words("voice.chosen")) if held else label

    def done(self, house: House, stamp: Stamp | None) -> str:
        """What is said once it was stamped."""
        words = house.words
        return words("text.stamped", stamp=words(f"play.{stamp}")) if stamp is not None else words("text.stamp_lifted")


class PeoplePage(Page):
    """Everybody met, or heard of."""

    def told(self, house: House) -> Iterator[str]:
        words = house.words
        yield words("notebook.tab_people") + "."
        yield words("notebook.gestures" if moment_of(house).pages else "notebook.no_people")

    def entries(self, house: House) -> Iterator[Entry]:
        words = house.words
        for page in moment_of(house).pages:
            name = words.line(page.name)
            yield Entry(
                name if page.met else words("text.stance", label=name, stance=words("notebook.only_a_name")), Open(PersonPage(page.id))
            )


class PersonPage(Page):
    """One person: what was written of them, the clues that concern them."""

    def __init__(self, who: str) -> None:
        self._who = who

    def told(self, house: House) -> Iterator[str]:
        now, words = moment_of(house), house.words
        for page in now.pages:
            if page.id == self._who:
                name = words.line(page.name)
                yield words("text.person", name=name, role=words.line(page.role)) if page.role is not None else name
                if not page.met:
                    yield words("notebook.only_a_name")
                yield from (words.line(note) for note in page.notes)

    def entries(self, house: House) -> Iterator[Entry]:
        now, words = moment_of(house), house.words
        clues = next((page.clues for page in now.pages if page.id == self._who), ())
        for card in now.notebook:
            if card.id in clues:
                yield Entry(words.line(card.title), Open(CluePage(card.id)), words("notebook.concerned"))


class GlossaryPage(Page):
    """Words and their meanings."""

    def told(self, house: House) -> Iterator[str]:
        words, terms = house.words, moment_of(house).glossary
        yield words("notebook.tab_words") + "."
        yield from (words("text.say", name=words.line(term.word), text=words.line(term.meaning)) for term in terms)
        if not terms:
            yield words("notebook.no_words")


class FoundPage(Page):
    """What holds the words that were looked for."""

    def __init__(self, asked: str) -> None:
        self._asked = asked

    def told(self, house: House) -> Iterator[str]:
        words = house.words
        hits = search(moment_of(house), words, self._asked)
        yield words("notebook.found", count=len(hits)) + "." if hits else words("notebook.found_nothing")
        yield from (words("text.say", name=hit.title, text=hit.text) for hit in hits if hit.kind == "term")

    def entries(self, house: House) -> Iterator[Entry]:
        for hit in search(moment_of(house), house.words, self._asked):
            if hit.kind != "term":
                yield Entry(hit.title, Open(CluePage(hit.id) if hit.kind == "clue" else PersonPage(hit.id)))


class MapPage(Page):
    """The map as a list: where one is, where one may walk, what comes later."""

    def told(self, house: House) -> Iterator[str]:
        now, words = moment_of(house), house.words
        if now.map is None:
            yield words("text.map_none")
            return
        yield words("text.map", title=words.line(now.map.title))
        if now.map.note is not None:
            yield words.line(now.map.note)
        for place in now.map.places:
            if not place.travel:
                yield words(f"map.{place.state}", place=words.line(place.name)).rstrip(".") + "."

    def entries(self, house: House) -> Iterator[Entry]:
        now, words = moment_of(house), house.words
        for place in now.map.places if now.map is not None else ():
            if place.travel and now.allows(Travel(place.id)):
                yield Entry(words("map.go", place=words.line(place.name)), Travel(place.id))


class DecisionsPage(Page):
    """What one decided, in one's own words, and what came of it once that is known."""

    def told(self, house: House) -> Iterator[str]:
        now, words = moment_of(house), house.words
        if now.recap is not None and now.recap.acts:
            yield from decided(now, words)
            return
        taken = house.sitting.decisions if house.sitting is not None else ()
        yield words("text.decisions" if taken else "text.decisions_none")
        yield from (words.line(text) for text in taken)


class HistoryPage(Page):
    """What was said lately, the oldest first; a number comes back to a line. What lies before a decision can only be read."""

    def told(self, house: House) -> Iterator[str]:
        sitting = house.sitting
        yield house.words("text.history" if sitting is not None and sitting.history else "text.history_none")

    def entries(self, house: House) -> Iterator[Entry]:
        words, sitting = house.words, house.sitting
        if sitting is None:
            return
        for one in sitting.history[-LATELY:]:
            label = words.line(one.text)
            if one.kind == "chosen":
                label = words("text.history_you", text=label)
            elif one.name is not None:
                label = words("text.say", name=words.line(one.name), text=label)
            yield Entry(label, Return(one) if sitting.can_return_to(one) else None)
