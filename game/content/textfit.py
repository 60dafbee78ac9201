"""How wide words are and where lines break, without pygame: the one metric that `check` and the view share.

Room: game/content. Font files and sizes are arguments; widths are in the unit of the size (logical pixels). U+202F, which none of our
fonts holds, is measured as the thin blank that pygame draws for it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

THIN = "\u202f"
THIN_EM = 0.2  # width of a thin blank, in em
REFERENCE = 200  # the size that fonts are measured at, so that hinting plays no part


@lru_cache(maxsize=16)
def _font(path: Path) -> object:
    from PIL import ImageFont

    return ImageFont.truetype(str(path), REFERENCE)


@lru_cache(maxsize=20_000)
def _word(word: str, font: Path) -> float:
    """Width of a piece of text in em."""
    thin = word.count(THIN)
    length: float = _font(font).getlength(word.replace(THIN, ""))  # type: ignore[attr-defined]
    return length / REFERENCE + thin * THIN_EM


def width(text: str, font: Path, size: float) -> float:
    """Width of one line, in the unit of `size`."""
    return _word(text, font) * size


def wrap(text: str, font: Path, size: float, room: float) -> list[str]:
    """The lines of a text no wider than `room`. Breaks at plain spaces only; a newline starts a new line; a word wider than
    the room stands alone on its line. Always at least one line."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            trial = f"{line} {word}" if line else word
            if line and width(trial, font, size) > room:
                lines.append(line)
                line = word
            else:
                line = trial
        lines.append(line)
    return lines
