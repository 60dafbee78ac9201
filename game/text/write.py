"""A line to be written: whatever is typed is the text, but for the quick exit and help.

Room: game/text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.content.words import Words
from game.session.search import folded
from game.text.house import House
from game.text.page import Page


class WritePage(Page):
    """One line for one field. Enter alone leaves it as it was; a word of its own empties it."""

    writes, private = True, True

    def __init__(self, label: str, value: str, then: Callable[[str], None]) -> None:
        self._label, self._value, self._then = label, value, then

    def told(self, house: House) -> Iterator[str]:
        words = house.words
        yield words("text.write", label=self._label)
        if self._value:
            yield words("text.write_now", value=self._value)
        yield words("text.write_how" if not self._value else "text.write_how_full")

    def write(self, house: House, typed: str) -> None:
        """Take the line."""
        text = "".join(sign for sign in typed if sign.isprintable()).strip()
        if text:
            self._then("" if _empties(text, house.words) else text)


def _empties(text: str, words: Words) -> bool:
    return folded(text) in {folded(word) for word in words("text.word.empty").split(",")}
