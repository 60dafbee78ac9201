"""How many words a play shows, and how long they take to read.

Room: game/authoring. Only what was really shown counts: each line that came on the sheet, each choice beside it, each box of the board
each time it was opened, the lines of a log, the title of each clue found, what is read at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.content.words import Words
from game.core.moment import Moment

PACE = 160
"""Words a minute: a pupil reading to understand."""


def shown(moments: Iterable[Moment]) -> Iterator[str]:
    """The ids of the texts that came into view, in order; one that comes back counts again."""
    line, choices, cards, board, log = None, frozenset[str](), frozenset[str](), False, None
    for now in moments:
        if now.line is not None and now.line.id != line:
            yield now.line.id
        here = frozenset(choice.text for choice in now.choices)
        yield from sorted(here - choices)
        found = frozenset(card.title for card in now.notebook)
        yield from sorted(found - cards)
        if now.board is not None and not board:
            for slot in now.board.slots:
                yield slot.question
                yield from (answer.text for answer in slot.answers)
                yield slot.unknown
        if now.log is not None and now.log.id != log:
            yield now.log.title
            yield from (text for row in now.log.lines for text in (row.id, row.at, row.by) if text is not None)
            yield from (count.id for count in now.log.counts)
        if now.recap is not None:
            yield from (text for act in now.recap.acts for text in (act.title, act.did, act.changed, act.mended) if text is not None)
        if now.farewell is not None:
            yield from (now.farewell.title, *now.farewell.texts)
        line = now.line.id if now.line is not None else None
        choices, cards, board = here, found, now.board is not None
        log = now.log.id if now.log is not None else None


def word_count(moments: Iterable[Moment], words: Words) -> int:
    """How many words were shown, in the language of `words`. A sign between two spaces (`«`, `?`) is none: French has many."""
    return sum(any(sign.isalnum() for sign in word) for text in shown(moments) for word in words.line(text).split())


def minutes(count: int) -> float:
    """How long so many words take."""
    return count / PACE
