"""Lettering: measured, wrapped and drawn text.

Room: game/view. Lines break by the pygame-free metric that `check` uses too, so that a text breaks in the same places at every
window size. Rendered lines are kept: a screen that is drawn again costs blits only.
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

import pygame

from game.content import signs, textfit
from game.content.fallback import runs
from game.view.theme import TextStyle, rgb

MEASURED = 4000  # widths and broken paragraphs kept
LONGEST_LINE = 1000  # signs drawn of one line: far more than any sheet is wide
KEPT = 800  # rendered lines kept, about 20 MB at 1080p


class Lettering:
    """The fonts of one content root, at one scale. Make a new one when the window changes size."""

    def __init__(self, folder: Path, scale: float) -> None:
        self._folder, self._scale = folder, scale
        self._fonts: dict[tuple[str, int], pygame.font.Font] = {}
        self._lines: OrderedDict[tuple[str, str, int, str], pygame.Surface] = OrderedDict()
        self._widths: dict[tuple[str, str, float], float] = {}
        self._wrapped: dict[tuple[str, str, float, float], list[str]] = {}

    def forget(self) -> None:
        """Let go of every text that was drawn or measured: some of them were typed by somebody."""
        self._lines.clear()
        self._widths.clear()
        self._wrapped.clear()

    def width(self, text: str, style: TextStyle) -> float:
        """Width of one line in logical px, as this window really draws it."""
        key = (text, style.file, style.size)
        found = self._widths.get(key)
        if found is None:
            if len(self._widths) > MEASURED:
                self._widths.clear()
            whole = sum(self._measure(piece, file, style) for piece, file in runs(signs.shown(text), style.file))
            found = self._widths[key] = whole / self._scale
        return found

    def wrap(self, text: str, style: TextStyle, room: float) -> list[str]:
        """The text in lines no wider than `room` logical px; a newline in it starts a new line."""
        key = (text, style.file, style.size, room)
        found = self._wrapped.get(key)
        if found is None:
            if len(self._wrapped) > MEASURED:
                self._wrapped.clear()
            found = self._wrapped[key] = textfit.wrap(signs.shown(text), self._folder / style.file, self._size(style), room * self._scale)
        return found

    def _size(self, style: TextStyle) -> int:
        """Real px of a style."""
        return max(6, round(style.size * self._scale))

    def font(self, style: TextStyle) -> pygame.font.Font:
        """The pygame font for a style at this scale."""
        return self._font(style.file, style)

    def _font(self, file: str, style: TextStyle) -> pygame.font.Font:
        """A font file at the size of a style: that of the style, or the one that writes what it cannot."""
        key = (file, self._size(style))
        if key not in self._fonts:
            self._fonts[key] = pygame.font.Font(str(self._folder / file), key[1])
        return self._fonts[key]

    def _measure(self, text: str, file: str, style: TextStyle) -> int:
        """Width of one piece in real px; of what no font can measure, nothing."""
        try:
            return self._font(file, style).size(text)[0]
        except (pygame.error, ValueError):
            return 0

    def _render(self, text: str, style: TextStyle, colour: str) -> pygame.Surface:
        """One line of text, its pieces on one baseline: that of the style’s own font. What cannot be drawn is left out."""
        pieces = [(self._font(file, style), piece) for piece, file in runs(signs.shown(text[:LONGEST_LINE].replace("\n", " ")), style.file)]
        drawn = [_drawn(font, piece, colour) for font, piece in pieces]
        if len(drawn) == 1 and pieces[0][0] is self.font(style):
            return drawn[0]
        own = self.font(style)
        line = pygame.Surface((max(1, sum(piece.get_width() for piece in drawn)), own.get_height()), pygame.SRCALPHA)
        x = 0
        for (font, _), piece in zip(pieces, drawn, strict=True):
            line.blit(piece, (x, own.get_ascent() - font.get_ascent()))
            x += piece.get_width()
        return line

    def line(self, text: str, style: TextStyle, colour: str) -> tuple[pygame.Surface, int]:
        """One rendered line and its ascent, both in real px."""
        font = self.font(style)
        key = (text, style.file, self._size(style), colour)
        found = self._lines.get(key)
        if found is None:
            found = self._render(text, style, colour)
            self._lines[key] = found
            if len(self._lines) > KEPT:
                self._lines.popitem(last=False)
        else:
            self._lines.move_to_end(key)
        return found, font.get_ascent()


def _drawn(font: pygame.font.Font, text: str, colour: str) -> pygame.Surface:
    """One piece of a line; where it cannot be drawn (no width, or far too much of it), an empty one."""
    try:
        return font.render(text, True, rgb(colour))
    except (pygame.error, ValueError):
        return pygame.Surface((0, font.get_height()), pygame.SRCALPHA)
