"""The pointer over what can be done: an eye over a thing, speech over a person, an arrow over a way out, a hand over the rest.

Room: game/view. Elsewhere it is the system's own arrow, as large as its owner set it; the drawn ones grow with the reader's text size.
"""

from __future__ import annotations

from contextlib import suppress

import pygame

from game.view.art import Art
from game.view.paper import Sketch
from game.view.theme import Theme

DRAWN = {"look": "eye", "talk": "captions", "go": "go"}
"""What a target may ask for → its icon."""
SIZE = 52  # logical px at 100 % text


class Cursors:
    """What the pointer looks like now; set anew only when it changes."""

    def __init__(self) -> None:
        self._shown: tuple[object, ...] = ()

    def over(self, kind: str | None, art: Art, theme: Theme, scale: float) -> None:
        """Over a target of this kind (None: over nothing). `scale`: real px a logical one, times the text size.

        A driver without pointers is left in peace."""
        key = (kind, theme.name, round(scale, 2)) if kind in DRAWN else (kind is not None,)
        if key == self._shown:
            return
        self._shown = key
        with suppress(pygame.error):
            if kind is not None and kind in DRAWN:
                picture = drawn(kind, art, theme, scale)
                pygame.mouse.set_cursor(pygame.Cursor((picture.get_width() // 2, picture.get_height() // 2), picture))
            else:
                pygame.mouse.set_cursor(pygame.SYSTEM_CURSOR_ARROW if kind is None else pygame.SYSTEM_CURSOR_HAND)


def drawn(kind: str, art: Art, theme: Theme, scale: float) -> pygame.Surface:
    """A disc of light with the icon in it; what is pressed is its middle."""
    half = SIZE / 2
    sketch = Sketch(SIZE, SIZE, scale, 2)
    sketch.circle((half, half), half, theme["focus_edge"])
    sketch.circle((half, half), half - 4, theme["focus"])
    picture = sketch.done()
    px = max(16, round(SIZE * 0.62 * scale))
    glyph = art.icon(DRAWN[kind], px, theme["focus_edge"], theme["focus"])
    w, h = picture.get_size()
    picture.blit(glyph, ((w - px) // 2, (h - px) // 2))
    return picture
