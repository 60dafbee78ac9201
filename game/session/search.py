"""Search in the notebook: clue cards, people, the glossary, in the words the player reads.

Room: game/session. A pure function of the moment and the words: window and terminal share it. Case and accents do not matter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.content.words import Words
from game.core.moment import Moment

Kind = Literal["clue", "person", "term"]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that holds every word that was asked for: what it is, its id, its title and the text that held them."""

    kind: Kind
    id: str
    title: str
    text: str


def folded(text: str) -> str:
    """Lower case, without accents, with plain apostrophes and spaces: « L’Été » is found by "l'ete"."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(plain.casefold().replace("’", "'").split())


def search(now: Moment, words: Words, asked: str) -> tuple[Hit, ...]:
    """What holds every word of `asked`, titles first. Nothing is found by nothing."""
    wanted = folded(asked).split()
    if not wanted:
        return ()
    found = [hit for hit in _everything(now, words) if all(word in folded(f"{hit.title} {hit.text}") for word in wanted)]
    return tuple(sorted(found, key=lambda hit: not all(word in folded(hit.title) for word in wanted)))


def _everything(now: Moment, words: Words) -> Iterator[Hit]:
    """All that the notebook holds now, in its own order."""
    for card in now.notebook:
        yield Hit("clue", card.id, words.line(card.title), words.line(card.card))
    for page in now.pages:
        yield Hit("person", page.id, words.line(page.name), " ".join(words.line(note) for note in page.notes))
    for term in now.glossary:
        yield Hit("term", term.id, words.line(term.word), words.line(term.meaning))
