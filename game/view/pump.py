"""Waiting for what comes in.

Room: game/view.
"""

from __future__ import annotations

import pygame

NAP_MS = 10  # between two looks at what has come in: nobody feels it, and SDL's own waiting looks a thousand times a second


def events(longest_ms: int) -> list[pygame.event.Event]:
    """What has come in, as soon as there is something; nothing after `longest_ms`."""
    end = pygame.time.get_ticks() + longest_ms
    while True:
        found = pygame.event.get()
        if found or pygame.time.get_ticks() >= end:
            return found
        pygame.time.wait(NAP_MS)
