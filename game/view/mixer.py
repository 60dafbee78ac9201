"""What comes out of the loudspeakers: one mixer, opened when something is to be heard, with room for cross-fades.

Room: game/view. Everything that may take a while (opening, decoding) is meant for a background job; what must be quick is.
A computer without sound, or whose sound is taken away, is a computer where nothing is heard: nothing here raises for that.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field

import pygame

from game.session.sounds import Sound

RATE, BUFFER = 44100, 1024  # 23 ms: what is stopped is silent within two of these
LOOPS = 4  # decoded loops kept, about 8 MB each
CHANNELS = 12
FADES: dict[str, tuple[int, int]] = {"ambience": (0, 1), "music": (2, 3)}  # two each, for the cross-fade
ONCE = range(4, CHANNELS)


@dataclass
class Mixer:
    """pygame's mixer, and the sounds decoded so far. `open` and `load` may run in any thread; the rest in the window's."""

    mono: bool = False
    dead: bool = False  # there is no sound on this computer
    wiring: int = 0  # grows when the output is made anew: what was decoded for another one is not played
    _open: bool = False
    _stale: bool = False  # it has to be opened anew
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _loops: OrderedDict[str, pygame.mixer.Sound] = field(default_factory=OrderedDict)
    _short: dict[str, pygame.mixer.Sound] = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        """Whether something could be heard now."""
        return self._open and not self._stale and pygame.mixer.get_init() is not None

    def open(self) -> bool:
        """Open the computer's sound as the settings want it. False where there is none."""
        with self._lock:
            if self.is_open or self.dead:
                return not self.dead
            try:
                pygame.mixer.quit()
                pygame.mixer.init(RATE, -16, 1 if self.mono else 2, BUFFER, allowedchanges=0)
                pygame.mixer.set_num_channels(CHANNELS)
                self._open, self._stale = True, False
            except pygame.error:
                self.dead = True
            return self.is_open

    def load(self, sound: Sound) -> pygame.mixer.Sound | None:
        """Decode one sound, or find it decoded. None where it cannot be."""
        with self._lock:
            if not self.open():
                return None
            known = self._loops.get(sound.id) or self._short.get(sound.id)
            if known is not None:
                return known
            try:
                made = pygame.mixer.Sound(str(sound.file))
            except (pygame.error, OSError):
                return None
            if not sound.loop:
                self._short[sound.id] = made
                return made
            self._loops[sound.id] = made
            idle = [name for name, loop in self._loops.items() if loop is not made and not loop.get_num_channels()]
            for name in idle[: max(0, len(self._loops) - LOOPS)]:
                del self._loops[name]
            return made

    def rewire(self, *, mono: bool) -> None:
        """One side or two from now on. Silent until something is loaded, which opens the output anew."""
        self.stop()
        self.mono, self.wiring, self._stale = mono, self.wiring + 1, True
        self._loops, self._short = OrderedDict(), {}

    def known(self, name: str) -> pygame.mixer.Sound | None:
        """A short sound that is decoded already."""
        return self._short.get(name) if self.is_open else None

    def begin(self, kind: str, sound: pygame.mixer.Sound, fade_ms: int) -> None:
        """Let a loop come up while the one before it goes."""
        one, other = (pygame.mixer.Channel(number) for number in FADES[kind])
        free = other if one.get_busy() and not (other.get_busy() and one.get_sound() is sound) else one
        for channel in (one, other):
            if channel is not free:
                channel.fadeout(fade_ms)
        free.play(sound, loops=-1, fade_ms=fade_ms)

    def end(self, kind: str, fade_ms: int) -> None:
        """Let whatever loop of this kind is heard go."""
        if self.is_open:
            for number in FADES[kind]:
                pygame.mixer.Channel(number).fadeout(fade_ms)

    def once(self, sound: pygame.mixer.Sound) -> None:
        """Play something short on a channel that is free; with none free, it is let go."""
        free = next((channel for channel in map(pygame.mixer.Channel, ONCE) if not channel.get_busy()), None)
        if free is not None:
            free.play(sound)

    def hold(self, *, held: bool) -> None:
        """Stop where everything is, or go on from there."""
        if self.is_open:
            (pygame.mixer.pause if held else pygame.mixer.unpause)()

    def stop(self) -> None:
        """Silence, at once. Never raises, never waits for a sound that is being decoded."""
        with suppress(pygame.error):
            if pygame.mixer.get_init() is not None:
                pygame.mixer.stop()

    def close(self) -> None:
        """Give the computer's sound back. Waits for what is being decoded; may take a moment."""
        self.stop()
        with self._lock:
            self._loops.clear()
            self._short.clear()
            if self._open:
                pygame.mixer.quit()
            self._open = False
