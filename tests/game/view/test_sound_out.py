"""What really leaves the mixer: written to a file by SDL's disk driver, then looked at sample by sample."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from assets.sound import measure
from game.content.root import content_root
from game.session.jobs import Jobs
from game.session.settings import Settings
from game.view.audio import Audio
from game.view.heard import Heard

SOUNDS = content_root() / "assets" / "baked" / "sound"
FRAME = 4  # bytes: two channels of 16 bits
SECOND = 44100 * FRAME


class Tape:
    """A player whose loudspeaker is a file."""

    def __init__(self, file: Path) -> None:
        self.file, self.jobs = file, Jobs()
        self.audio = Audio(SOUNDS, self.jobs, lambda: Settings(sound="on"))

    @property
    def bytes(self) -> int:
        """How much has been written."""
        return self.file.stat().st_size if self.file.exists() else 0

    def run(self, seconds: float) -> None:
        """Let the window's loop go round until this much more was written."""
        end = self.bytes + int(seconds * SECOND)
        while self.bytes < end:
            self.jobs.poll()
            self.audio.tick(pygame.time.get_ticks() / 1000)
            pygame.time.wait(5)

    def samples(self, start: int = 0) -> np.ndarray:
        """(2, n), full scale at 1, from a byte on."""
        raw = np.frombuffer(self.file.read_bytes()[start // FRAME * FRAME :], dtype="<i2")
        return raw[: raw.size // 2 * 2].reshape(-1, 2).T / 32768


@pytest.fixture
def tape(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Tape]]:
    """A tape that runs; afterwards the mixer is closed."""
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "disk")
    monkeypatch.setenv("SDL_DISKAUDIOFILE", str(tmp_path / "heard.raw"))
    tapes: list[Tape] = []

    def start() -> Tape:
        tapes.append(Tape(tmp_path / "heard.raw"))
        return tapes[-1]

    yield start
    for one in tapes:
        one.audio.close()


def test_the_exit_is_silent_within_80_ms(tape: Callable[[], Tape]) -> None:
    """Place, music and bell at once; then nothing but zeros."""
    t = tape()
    t.audio.hear(Heard(sound="portail", music="title"))
    t.run(2.5)
    t.audio.cue("bell")
    t.run(0.6)
    before = t.bytes
    assert np.abs(t.samples(before - SECOND // 10)).max() > 0.005
    t.audio.hush()
    t.run(0.5)
    sounding = np.flatnonzero(np.abs(t.samples(before)).max(0) > 0)
    assert sounding.size == 0 or sounding[-1] / 44100 < 0.08


def test_nothing_clicks_when_places_words_and_levels_change(tape: Callable[[], Tape]) -> None:
    """Through a cross-fade, a lowering under words and a sound of the hand, no sample stands alone and none clips."""
    t = tape()
    t.audio.hear(Heard(sound="portail"))
    t.run(2)
    t.audio.hear(Heard(sound="couloir-b", words=True))
    t.run(1)
    t.audio.cue("choice")
    t.audio.hear(Heard(sound="couloir-b", music="title"))
    t.run(2.5)
    heard = t.samples()
    assert np.abs(heard).max() < 0.9
    assert measure.clicks(heard) == 0
    assert np.abs(heard[:, -SECOND // FRAME :]).max() > 0.003


def test_a_window_that_was_left_gives_nothing_out(tape: Callable[[], Tape]) -> None:
    """Another window in front: zeros; back again: the loop goes on where it stood."""
    t = tape()
    t.audio.hear(Heard(sound="portail"))
    t.run(2)
    t.audio.focus(away=True)
    t.run(0.2)
    left = t.bytes
    t.run(0.5)
    assert np.abs(t.samples(left)).max() == 0
    t.audio.focus(away=False)
    t.run(0.5)
    assert np.abs(t.samples(t.bytes - SECOND // 5)).max() > 0.001
