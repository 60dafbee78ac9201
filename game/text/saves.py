"""« Tes parties » in a terminal: what lies in each slot, to be taken up, kept or deleted; the last two ask first.

Room: game/text.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.session.shelf import Kept
from game.session.shelf_words import named, what
from game.session.slots import KEPT
from game.text.house import House
from game.text.page import Entry, Open, Page, Resume, Shut, Turn


class SavesPage(Page):
    """Every slot a player knows."""

    def told(self, house: House) -> Iterator[str]:
        words = house.words
        yield words("saves.title") + ", " + words("saves.where") + "."
        if all(kept.state == "empty" for kept in house.shelf()):
            yield words("saves.nothing")

    def entries(self, house: House) -> Iterator[Entry]:
        for kept in house.shelf():
            if kept.state != "empty":
                yield Entry(_label(kept, house), Open(SlotPage(kept.slot)))
            elif kept.slot in KEPT and house.can_keep:
                yield Entry(house.words("text.save_free", number=KEPT.index(kept.slot) + 1), Open(SlotPage(kept.slot)))


class SlotPage(Page):
    """One slot, and what can be done with it. `asked` is what was asked for and waits for a yes."""

    def __init__(self, slot: str) -> None:
        self._slot, self._asked, self._done = slot, "", False

    def _kept(self, house: House) -> Kept:
        return next(kept for kept in house.shelf() if kept.slot == self._slot)

    def told(self, house: House) -> Iterator[str]:
        words = house.words
        if self._asked:
            yield words(f"saves.ask_{self._asked}")
            yield words(f"saves.ask_{self._asked}.what")
            return
        yield _label(self._kept(house), house) + "."

    def entries(self, house: House) -> Iterator[Entry]:
        words, kept = house.words, self._kept(house)
        if self._asked:
            yes = "saves.delete" if self._asked == "delete" else "saves.replace"
            yield Entry(words(yes), Turn(lambda: self._do(house)))
            yield Entry(words("saves.no"), Shut())
            return
        if kept.state != "empty":
            yield Entry(words("saves.resume"), Resume(self._slot))
        if self._slot in KEPT and house.can_keep:
            act = Turn(lambda: self._keep(house)) if kept.state == "empty" else Turn(lambda: self._ask("keep"))
            yield Entry(words("saves.keep" if kept.state == "empty" else "saves.replace"), act)
        if kept.state != "empty" and self._slot in KEPT:
            yield Entry(words("saves.delete"), Turn(lambda: self._ask("delete")))

    def over(self, house: House) -> bool:
        del house
        return self._done

    def _ask(self, what_: str) -> None:
        self._asked = what_

    def _do(self, house: House) -> None:
        if self._asked == "delete":
            house.delete(self._slot)
            self._done = True
        else:
            self._keep(house)

    def _keep(self, house: House) -> None:
        house.keep(self._slot)
        self._done = True


def _label(kept: Kept, house: House) -> str:
    """The slot and its place, then how far it is and when it was kept."""
    words = house.words
    name = words("text.save_slot", number=KEPT.index(kept.slot) + 1, place=named(words, kept)) if kept.slot in KEPT else named(words, kept)
    told = what(words, kept, house.clock.now())
    return words("text.stance", label=name, stance=told) if told else name
