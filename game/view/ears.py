"""Joins the window to its sound: what lies open is what is heard, what happens to the window happens to the sound.

Room: game/view. Without `Audio` (a test, a bench) nothing is heard and nothing is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import pygame

from game.content import boxes
from game.view.audio import Audio
from game.view.heard import SILENCE, Heard
from game.view.screen import Move, Open, Restyle, Screen, Shut, Turn
from game.view.ui import Ui
from game.view.widgets import captions

LEFT = (pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN)
BACK = (pygame.WINDOWFOCUSGAINED,)


class Ears:
    """The window's sound, or none."""

    def __init__(self, audio: Audio | None) -> None:
        self._audio = audio

    @property
    def busy(self) -> bool:
        """Whether the loop should look more often for a moment."""
        return self._audio is not None and self._audio.busy

    def event(self, event: pygame.event.Event) -> None:
        """Nothing is heard from a window that one has left."""
        if self._audio is not None and event.type in (*LEFT, *BACK):
            self._audio.focus(away=event.type in LEFT)

    def tick(self, stack: Sequence[Screen], now: float) -> bool:
        """Follow what lies open. True when what is written changed."""
        if self._audio is None:
            return False
        self._audio.hear(heard(stack))
        return self._audio.tick(now)

    def moved(self, move: Move, before: Screen) -> None:
        """A screen was laid on, turned or put away: its paper is heard."""
        match move:
            case Open(screen) | Turn(screen):
                self._rustle(screen.rustle)
            case Shut():
                self._rustle(before.rustle)
            case Restyle():
                self.restyle()
                self._rustle("pencil-tick")
            case _:
                pass

    def focused(self) -> None:
        """The keyboard went on to something else."""
        self._rustle("focus")

    def restyle(self) -> None:
        """The settings changed."""
        if self._audio is not None:
            self._audio.restyle()

    def hush(self) -> None:
        """The quick exit. Never raises."""
        if self._audio is not None:
            with suppress(Exception):
                self._audio.hush()

    def lane(self, top: Screen, text_scale: float) -> float:
        """What a screen leaves free over the help strip: as long as sounds may be written, so that nothing jumps when one is."""
        return boxes.lane(text_scale) if self._audio is not None and self._audio.writes and top.written else 0.0

    def draw(self, ui: Ui, top: Screen) -> None:
        """What is heard, written over the page."""
        if self._audio is not None and self._audio.captions and top.written:
            captions.draw(ui, self._audio.captions)

    def _rustle(self, sound: str | None) -> None:
        if self._audio is not None and sound is not None:
            self._audio.cue(sound)


def heard(stack: Sequence[Screen]) -> Heard:
    """What the highest screen with an opinion wants; lowered when another lies over it."""
    for screen in reversed(stack):
        wanted = screen.heard
        if wanted is not None:
            return wanted if screen is stack[-1] or not stack[-1].lowers else replace(wanted, words=True)
    return SILENCE
