"""Small pictures of places, for the list of saves: drawn from the game's own art, never from what the window shows.

Room: game/view. So nothing that was typed, and nothing of the desk, can ever be in one.
"""

from __future__ import annotations

import io

import pygame

from game.core.moment import PlaceNow
from game.view.canvas import Canvas
from game.view.theme import PAPER_THEME
from game.view.ui import Attention, Ui
from game.view.widgets import scene

SIZE = (480, 270)


def drawn(ui: Ui, place: PlaceNow) -> pygame.Surface:
    """The place with the people who stand in it, `SIZE` real px, whatever the window's size and theme."""
    small = pygame.Surface(SIZE)
    scene.place(Ui(Canvas(small, PAPER_THEME, ui.canvas.art, ui.canvas.letters), ui.words, Attention()), place)
    return small


def packed(picture: pygame.Surface) -> bytes:
    """As a JPEG, about 25 KiB, with nothing but its pixels."""
    out = io.BytesIO()
    pygame.image.save(picture, out, "place.jpg")
    return out.getvalue()


def unpacked(data: bytes) -> pygame.Surface | None:
    """What `packed` made; None for anything that is no picture of that size."""
    try:
        picture = pygame.image.load(io.BytesIO(data), "place.jpg")
    except pygame.error:
        return None
    return picture if picture.get_size() == SIZE else None
