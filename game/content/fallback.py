"""Which font writes a letter that the family of a text does not have: Noto Sans, for Greek, Cyrillic and rare Latin letters.

Room: game/content, pygame-free: the view draws by it and `textfit` measures by it. Every family has the letters of `COMMON` (a test looks),
so that nearly every text is one piece; French, English, Polish, Czech, Romanian, Hungarian, Turkish and their neighbours never need more.
"""

from __future__ import annotations

import re
from functools import lru_cache

REGULAR, BOLD = "noto-sans-400.ttf", "noto-sans-700.ttf"

COMMON = (
    "\u0000-£¥-¬®-´¶-ÿ"  # ASCII and Latin-1
    "Ā-ćĊ-ēĖ-ěĞ-ģĦħĪīĮ-ĳĶķĹ-ľŁ-ňŐ-ŕŘ-śŞ-šŤťŪūŮ-žȘ-țẀ-ẅỲỳ"  # Latin Extended: all of the European Union’s Latin letters
    "–—‘-‚“-„†-•…‰‹›⁄€™−≈≠≤≥"
    "\u2009\u200b-\u200f\u202f\u2028\u2060\ufeff"  # blanks, which no font has to draw
)
"""What every family can write, as the inside of a character class."""

_OTHER = re.compile(f"(?:[^{COMMON}][\u0300-\u036f]*)+")


def is_common(text: str) -> bool:
    """Whether every family can write all of it."""
    return _OTHER.search(text) is None


@lru_cache(maxsize=1024)
def runs(text: str, file: str) -> tuple[tuple[str, str], ...]:
    """The text in pieces, each with the name of the font file that writes it. An empty text is one empty piece."""
    if is_common(text):
        return ((text, file),)
    fallback = BOLD if file.rpartition("-")[2] in ("700.ttf", "800.ttf") else REGULAR
    pieces, at = [], 0
    for found in _OTHER.finditer(text):
        pieces += [(text[at : found.start()], file), (found[0], fallback)]
        at = found.end()
    return tuple((piece, font) for piece, font in (*pieces, (text[at:], file)) if piece)
