"""Whether words fit their boxes, without a window: a `Setting` of `boxes.py` that measures with the fonts that ship.

Room: game/content, pygame-free; for `check` and the tests. Paragraphs are first set in a rough way, from the widths of their words, that is
never too kind; only what would not fit is then broken sign by sign as the view does it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from . import textfit
from .compiled import LONGEST
from .fallback import is_common
from .typeface import HAND, STYLES, TextStyle
from .words import Words

REFERENCE = 100.0
"""The size words are measured at, in px, once for all sizes."""
ROUGH = 1.03
"""A rough paragraph is set as if its words were this much wider: hinting, and what kerning there is to a space."""

KERNED = {HAND: 1.08}
"""Fonts whose letters pygame sets further apart than the metric does, by more than `textfit.MARGIN`."""


@lru_cache(maxsize=32_768)
def _em(word: str, font: str) -> float:
    """How wide a word is, in parts of the size. font: the file, as plain text: a path is slow to look up by.

    Without kerning, which the shipped fonts keep where the basic layout does not look, a word is as wide as its signs.
    """
    if is_common(word):
        return sum(_advance(sign, font) for sign in word)
    return textfit.measured(word, Path(font), REFERENCE) / REFERENCE


@lru_cache(maxsize=4096)
def _advance(sign: str, font: str) -> float:
    return textfit.measured(sign, Path(font), REFERENCE) / REFERENCE


class Measure:
    """Sets words as the page would, in one language at one text size.

    exact: break lines as the view does; else roughly, and never in fewer lines.
    cut:   the last word met that is wider than its column and would be cut in two; empty when there was none.
    """

    def __init__(self, text_scale: float, words: Words, fonts: Path, *, exact: bool = False) -> None:
        self.text_scale, self.words, self._exact = text_scale, words, exact
        self._fonts = {st.file: fonts / st.file for st in STYLES.values()}
        self._names = {file: str(path) for file, path in self._fonts.items()}
        self.cut = ""

    def style(self, style: str | TextStyle, k: float = 1) -> TextStyle:
        """A style at the reader's text size."""
        return (STYLES[style] if isinstance(style, str) else style).scaled(self.text_scale * k)

    def width(self, text: str, style: str | TextStyle = "label") -> float:
        """The width of one line: never less than what the window draws."""
        st = self.style(style)
        size = max(6, round(st.size))
        if self._exact:
            return textfit.width(text, self._fonts[st.file], size) * KERNED.get(st.file, textfit.MARGIN)
        font, words = self._names[st.file], text.split(" ")
        wide = (sum(_em(word, font) for word in words) + (len(words) - 1) * _em(" ", font)) * size
        return wide * ROUGH * KERNED.get(st.file, textfit.MARGIN)

    def height(self, w: float, text: str, style: str | TextStyle = "body") -> float:
        """The height of a paragraph in a column `w` wide; notes a word that would be cut."""
        st = self.style(style)
        font, size, room = self._names[st.file], max(6, round(st.size)), w / textfit.MARGIN
        if len(text) > LONGEST:  # no text of a story is so long; a catalogue may hold anything
            return st.size * st.leading * len(text)
        for word in text.split():
            if _em(word, font) * size * ROUGH > room and textfit.width(word, self._fonts[st.file], size) > room:
                self.cut = word
        lines = len(textfit.wrap(text, self._fonts[st.file], size, w)) if self._exact else _rough(text, font, size, room / ROUGH)
        return st.size * st.leading * lines


def _rough(text: str, font: str, size: float, room: float) -> int:
    """How many lines a text takes at most."""
    lines, space = 0, _em(" ", font) * size
    for paragraph in text.split("\n"):
        lines, left = lines + 1, 0.0
        for word in paragraph.split(" "):
            wide = _em(word, font) * size
            if left and left + space + wide > room:
                lines, left = lines + 1, 0.0
            while wide > room:  # cut, as the view would
                lines, wide = lines + 1, wide - room
            left += (space if left else 0.0) + wide
    return lines
