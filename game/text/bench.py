"""`play --text --watch`: files that were saved are read into the play, before what was typed is answered. For authors, in a checkout.

Room: game/text.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.root import words_root
from game.content.words import load_words
from game.core.events import Moved
from game.core.migrations import StateError
from game.session.rereading import read_again
from game.session.watch import Watch

if TYPE_CHECKING:
    from game.content.diagnostics import Diagnostic
    from game.text.house import House


class Bench:
    """Looks at an episode's files each time something is typed."""

    def __init__(self, root: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._follow(root)

    def _follow(self, root: Path) -> None:
        self._root, self._watch = root, Watch((root / "scenes", root / "story", words_root()))

    def reread(self, house: House) -> list[str]:
        """What has to be said of files that were saved since; nothing where none was. The house then tells the new story."""
        if house.root is not None and house.root != self._root:
            self._follow(house.root)
        return list(self._read(house)) if self._watch.look(self._clock()) else []

    def _read(self, house: House) -> Iterator[str]:
        fresh, words, root = read_again(self._root), house.words, self._root
        if fresh.story is None:
            yield from (_fault(fault, house) for fault in fresh.faults)
            yield words("bench.goes_on")
            return
        story = fresh.story
        moved: tuple[str, ...] = ()
        if house.sitting is not None:
            try:
                events = house.sitting.retell(story)
            except StateError as error:  # the id of the episode changed
                yield words("bench.other", why=str(error))
                return
            moved = tuple(name for event in events if isinstance(event, Moved) for name in event.unknown)
        house.story = story
        house.words_of = lambda locale: fresh.words.get(locale) or load_words(locale, root, story=story, strict=True)
        yield words("bench.moved", names=", ".join(moved)) if moved else words("bench.read")


def _fault(fault: Diagnostic, house: House) -> str:
    """Where, which rule, what: as `check` begins it."""
    words = house.words
    return f"{fault.mark}: {words(f'bench.{fault.severity}')} {fault.code}: {house.say_fault(fault, words.locale)}"
