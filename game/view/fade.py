"""From one page to the next: what was shown fades, while what is new stands there already and answers.

Room: game/view. Nothing waits for it, and nothing of it is kept once it is over. Without motion, at rest, or in a single frame, one page
simply follows the other.
"""

from __future__ import annotations

from collections.abc import Hashable

import pygame

from game.view.life import Life

SECONDS = 0.28


class Fade:
    """The last frame of the page before, as long as it can still be seen."""

    def __init__(self) -> None:
        self._page: Hashable = None
        self._old: pygame.Surface | None = None
        self._began = 0.0

    def turn(self, page: Hashable, surface: pygame.Surface, life: Life) -> None:
        """A frame of this page is about to be drawn; the surface still shows the one before."""
        if page != self._page:
            known, self._page = self._page is not None, page
            self._old = surface.copy() if known and life.awake else None
            self._began = life.now

    def draw(self, surface: pygame.Surface, life: Life) -> None:
        """Lay what is left of the page before over the new one, and ask to be drawn again soon."""
        left = 1 - (life.now - self._began) / SECONDS
        if self._old is None or left <= 0 or not life.awake or self._old.get_size() != surface.get_size():
            self._old = None
            return
        self._old.set_alpha(round(255 * left))
        surface.blit(self._old, (0, 0))
        life.glide(surface.get_rect())

    def forget(self) -> None:
        """Nothing of what was shown is left, and the next page begins at once."""
        self._page = self._old = None
