"""How wide words are and where they break, without a window: `check` and the view lay out with the same numbers.

Room: game/content, pygame-free. Pillow's basic layout measures the shipped fonts within 1 % of what pygame.font draws (7 % for Caveat,
whose kerning is stronger). U+202F has no glyph in them: it is drawn, and so measured, as half a space.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.fallback import is_common, runs

if TYPE_CHECKING:
    from PIL import ImageFont

NB, THIN = "\u00a0", "\u202f"
MARGIN = 1.01
"""A line is broken as if it were this much wider, so that what fits here fits there."""


@lru_cache(maxsize=64)
def _face(font: Path, size: float) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont  # a twentieth of a second: only for whoever has paragraphs to set

    return ImageFont.truetype(str(font), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8192)
def width(text: str, font: Path, size: float) -> float:
    """How wide `text` is on one line, in the unit of `size`; kept for whoever asks again.

    font:   a font file.
    size:   in pixels, as pygame.font takes it.
    raises: OSError where there is no such font.
    """
    return measured(text, font, size)


def measured(text: str, font: Path, size: float) -> float:
    """The same, measured each time."""
    if is_common(text):
        return _length(text, font, size)
    return sum(_length(piece, font.with_name(file), size) for piece, file in runs(text, font.name))


def _length(text: str, font: Path, size: float) -> float:
    face = _face(font, size)
    thin = text.count(THIN)
    return face.getlength(text.replace(THIN, "")) + thin * face.getlength(" ") / 2 if thin else face.getlength(text)


def wrap(text: str, font: Path, size: float, room: float) -> list[str]:
    """The lines of `text` in a column `room` wide. Breaks at plain spaces only: U+00A0 and U+202F hold their words together.

    A word wider than the column is cut where it must be. An empty text is one empty line.
    """
    return [line for paragraph in text.split("\n") for line in _paragraph(paragraph, font, size, room / MARGIN)]


def _paragraph(text: str, font: Path, size: float, room: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width(longer, font, size) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _cut(word, font, size, room)
        lines += full
    return [*lines, line]


def _cut(word: str, font: Path, size: float, room: float) -> list[str]:
    """A word in pieces that fit; at least one sign a piece, however narrow the column."""
    pieces = [""]
    for sign in word:
        if pieces[-1] and width(pieces[-1] + sign, font, size) > room:
            pieces.append("")
        pieces[-1] += sign
    return pieces
