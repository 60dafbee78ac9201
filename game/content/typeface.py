"""The type of the interface: fonts, sizes, leading. The one place where they are written down.

Room: game/content, pygame-free: the view draws with it, and `check` measures with it. Imports nothing heavy.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A font file (under assets/fonts), its size in logical px and its line height as a multiple of the size."""

    file: str
    size: float
    leading: float

    def scaled(self, k: float) -> TextStyle:
        """The same style, larger or smaller."""
        return self if k == 1 else TextStyle(self.file, self.size * k, self.leading)


READ, READ_BOLD = "atkinson-hyperlegible-next-400.ttf", "atkinson-hyperlegible-next-700.ttf"
TITLE, TITLE_BOLD = "bricolage-grotesque-800.ttf", "bricolage-grotesque-700.ttf"
HAND = "caveat-700.ttf"

STYLES: Mapping[str, TextStyle] = MappingProxyType(
    {
        "poster": TextStyle(TITLE, 150, 0.92),
        "number": TextStyle(TITLE, 214, 1.0),
        "h1": TextStyle(TITLE, 64, 1.05),
        "h2": TextStyle(TITLE, 42, 1.15),
        "lead": TextStyle(READ, 34, 1.36),
        "lead-strong": TextStyle(READ_BOLD, 34, 1.36),
        "body": TextStyle(READ, 30, 1.42),
        "strong": TextStyle(READ_BOLD, 30, 1.42),
        "label": TextStyle(READ_BOLD, 30, 1.25),
        "note": TextStyle(READ, 30, 1.3),
        "hand": TextStyle(HAND, 42, 1.05),
        "hand-big": TextStyle(HAND, 58, 1.0),
        "mono": TextStyle("atkinson-hyperlegible-mono-400.ttf", 30, 1.3),
    }
)
