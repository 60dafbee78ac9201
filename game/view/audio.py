"""What is heard, and what is written for it: the air of the place, music, sounds of the hand, sounds the story tells of.

Room: game/view. Follows what the screen on top says is heard (`Heard`); decodes in background jobs, fades one loop into the next,
lowers both under words, and is silent at once when asked. Sound is never needed: each that means something has a caption, shown
whether or not anything can be heard.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pygame

from game.session.jobs import Cancelled, Done, Jobs, Outcome, Progress, Work
from game.session.settings import Settings
from game.session.sounds import Sound, read_sounds
from game.view.heard import SILENCE, Heard
from game.view.mixer import FADES, Mixer

FADE_MS = 1500
DUCKED = 0.6  # -4.4 dB: what voices and reading need
GLIDE = 0.08  # of full level a step of the loop, so that a change of level is never heard as one
SHOWN = {"ambience": 5.0, "music": 5.0, "interface": 4.0, "story": 6.0, "moment": 4.0}  # seconds a caption stays
MANY = 2  # captions at a time, the newest last


@dataclass(frozen=True, slots=True)
class Loop:
    """A loop that is asked for; `since` is when it could first be heard, None until then."""

    sound: Sound
    since: float | None = None
    round: int = 0  # which time round, and how many of its moments were written
    told: int = 0


class Audio:
    """One window's sound. All but `Jobs` happens in the window's thread."""

    def __init__(self, folder: Path, jobs: Jobs, settings: Callable[[], Settings]) -> None:
        self._folder, self._jobs, self._settings = folder, jobs, settings
        self._book: Mapping[str, Sound] | None = None
        self._mixer = Mixer(mono=settings().mono)
        self._loops: dict[str, Loop] = {}
        self._decoded: dict[str, pygame.mixer.Sound] = {}
        self._captions: list[tuple[str, float]] = []
        self._heard = SILENCE
        self._line: str | None = None
        self._duck, self._now, self._left = 1.0, 0.0, 0.0
        self._away = self._voice = self._gone = False

    # ---- what is asked -----------------------------------------------------

    def hear(self, heard: Heard) -> None:
        """Follow what the screen on top says. Cheap when nothing changed."""
        if self._gone or heard == self._heard:
            return
        self._heard = heard
        for kind, name in (("ambience", heard.sound), ("music", heard.music)):
            known = self._loops.get(kind)
            if (known.sound.id if known is not None else None) != name:
                self._turn(kind, name)
        if heard.line != self._line:
            self._line = heard.line
            if heard.cue is not None:
                self.cue(heard.cue)

    def cue(self, name: str) -> None:
        """Play something once, and write what it is."""
        sound = self.book.get(name)
        if self._gone or sound is None or sound.loop:
            return
        self._write(sound.caption, SHOWN[sound.kind])
        if self._level(sound.kind) <= 0 or self._away:
            return
        known = self._mixer.known(name)
        if known is not None:
            self._once(sound, known)
        elif not self._mixer.dead:
            self._jobs.submit(self._decoding(sound), partial(self._loaded_once, sound), name="sound")

    def speaking(self, *, voice: bool) -> None:
        """A voice begins or ends: the loops go back under it."""
        self._voice = voice

    def focus(self, *, away: bool) -> None:
        """The window was left for another one, or hidden: nothing is heard until it is come back to."""
        if self._away != away and not self._gone:
            self._away = away
            self._mixer.hold(held=away)
            if away:
                self._left = self._now
                return
            self._loops = {kind: self._later(loop) for kind, loop in self._loops.items()}
            self._mixer.dead = False  # a loudspeaker may have been plugged in meanwhile
            self._begin_again()

    def restyle(self) -> None:
        """The settings were changed."""
        if self._gone:
            return
        mono = self._settings().mono
        if mono != self._mixer.mono:
            self._mixer.rewire(mono=mono)
            self._decoded.clear()
            self._loops = {kind: Loop(loop.sound) for kind, loop in self._loops.items()}
        self._set_levels()
        self._begin_again()
        if not self._settings().captions:
            self._captions.clear()

    def hush(self) -> None:
        """The quick exit: silence now, and for good. Never raises, never waits."""
        self._gone = True
        self._mixer.stop()
        self._captions.clear()
        self._loops.clear()

    def close(self) -> None:
        """The window closes."""
        self._gone = True
        self._mixer.close()

    # ---- what is shown -----------------------------------------------------

    @property
    def book(self) -> Mapping[str, Sound]:
        """The sounds that are installed, read when first asked for."""
        if self._book is None:
            self._book = read_sounds(self._folder)
        return self._book

    @property
    def captions(self) -> tuple[str, ...]:
        """Ids of what is written now, the newest last."""
        return tuple(word for word, _ in self._captions[-MANY:])

    @property
    def writes(self) -> bool:
        """Whether sounds are written at all: the reader's choice."""
        return self._settings().captions

    @property
    def busy(self) -> bool:
        """Whether a level is on its way, so that the loop should look more often."""
        return not self._gone and self._duck != self._wanted_duck and bool(self._decoded)

    def tick(self, now: float) -> bool:
        """Move levels and captions on (`now` in seconds). True when what is written changed."""
        self._now = now
        if self._gone:
            return False
        before = self.captions
        if self._duck != self._wanted_duck:
            step = GLIDE if self._duck < self._wanted_duck else -GLIDE
            reached = abs(self._duck - self._wanted_duck) <= GLIDE
            self._duck = self._wanted_duck if reached else self._duck + step
            self._set_levels()
        for kind, loop in tuple(self._loops.items()):
            self._loops[kind] = self._follow(loop)
        self._captions = [(word, until) for word, until in self._captions if until > now]
        return self.captions != before

    # ---- inside ------------------------------------------------------------

    @property
    def _wanted_duck(self) -> float:
        return DUCKED if self._heard.words or self._voice else 1.0

    def _level(self, kind: str) -> float:
        """0 to 1, as loud as the settings want; a volume is felt as its square."""
        s = self._settings()
        volume = {"ambience": s.ambience, "music": s.music}.get(kind, s.sounds)
        return (volume / 100) ** 2 if s.audible else 0.0

    def _write(self, word: str | None, seconds: float) -> None:
        if word is not None and self._settings().captions:
            self._captions = [*(one for one in self._captions if one[0] != word), (word, self._now + seconds)]

    def _turn(self, kind: str, name: str | None) -> None:
        """Another loop of this kind, or none. The one before it goes on until the next is decoded, so that there is no hole."""
        self._loops.pop(kind, None)
        self._decoded.pop(kind, None)
        sound = self.book.get(name) if name is not None else None
        if sound is None or sound.kind != kind:
            self._mixer.end(kind, FADE_MS)
            return
        self._loops[kind] = Loop(sound)
        self._write(sound.caption, SHOWN[kind])
        if not self._fetch(kind):
            self._mixer.end(kind, FADE_MS)

    def _fetch(self, kind: str) -> bool:
        """Have a loop decoded, if it may be heard; whether it may."""
        if self._level(kind) <= 0 or self._away or self._mixer.dead:
            return False
        sound, wiring = self._loops[kind].sound, self._mixer.wiring
        self._jobs.submit(self._decoding(sound), partial(self._loaded, kind, sound, wiring), name="sound")
        return True

    def _decoding(self, sound: Sound) -> Work[pygame.mixer.Sound | None]:
        def work(progress: Progress, cancelled: Cancelled) -> pygame.mixer.Sound | None:
            del progress, cancelled
            return self._mixer.load(sound)

        return work

    def _later(self, loop: Loop) -> Loop:
        """A loop that stood still while nobody was here."""
        return replace(loop, since=loop.since + self._now - self._left) if loop.since is not None else loop

    def _begin_again(self) -> None:
        """Fetch what is wanted and not heard, where it may be heard by now; let go what may not."""
        for kind in FADES:
            if kind in self._loops and kind not in self._decoded:
                self._fetch(kind)

    def _loaded(self, kind: str, sound: Sound, wiring: int, outcome: Outcome[pygame.mixer.Sound | None]) -> None:
        """A loop was decoded: it comes up, if it is still wanted."""
        loop = self._loops.get(kind)
        made = outcome.value if isinstance(outcome, Done) else None
        late = self._gone or wiring != self._mixer.wiring or not self._mixer.is_open or self._level(kind) <= 0
        if late or loop is None or loop.sound != sound or kind in self._decoded:
            return
        if made is None:
            self._mixer.end(kind, FADE_MS)
            return
        self._decoded[kind] = made
        self._set_levels()
        self._mixer.begin(kind, made, FADE_MS)
        self._mixer.hold(held=self._away)
        self._loops[kind] = Loop(sound, self._now)

    def _loaded_once(self, sound: Sound, outcome: Outcome[pygame.mixer.Sound | None]) -> None:
        if isinstance(outcome, Done) and outcome.value is not None and not self._gone:
            self._once(sound, outcome.value)

    def _once(self, sound: Sound, made: pygame.mixer.Sound) -> None:
        if not self._away and self._mixer.is_open:
            made.set_volume(self._level(sound.kind))
            self._mixer.once(made)

    def _set_levels(self) -> None:
        for kind in FADES.keys() - self._decoded.keys():
            if self._level(kind) <= 0:  # what still goes on from before
                self._mixer.end(kind, 200)
        for kind, made in tuple(self._decoded.items()):
            level = self._level(kind)
            made.set_volume(level * self._duck)
            if level <= 0:  # nothing is mixed that nobody hears
                self._mixer.end(kind, 200)
                del self._decoded[kind]
                self._loops[kind] = Loop(self._loops[kind].sound)

    def _follow(self, loop: Loop) -> Loop:
        """Write what is heard at this moment of a loop."""
        if loop.since is None or self._away or not loop.sound.moments:
            return loop
        turn, at = divmod(self._now - loop.since, loop.sound.seconds)
        told = loop.told if turn == loop.round else 0
        for second, word in loop.sound.moments[told:]:
            if second > at:
                break
            told += 1
            if at - second < SHOWN["moment"]:
                self._write(word, SHOWN["moment"])
        return Loop(loop.sound, loop.since, int(turn), told)
