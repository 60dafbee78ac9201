"""What really leaves the mixer: written to a file by SDL's disk driver, then looked at sample by sample."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest
from scipy import signal

from assets.sound import measure, ogg
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


def test_one_theme_becomes_the_next(tape: Callable[[], Tape]) -> None:
    """On the way both are heard, each lower than alone; at no moment is there a hole; then the first is gone and the second whole.

    The player fades by the clock and the file is written when the machine has time, so where half-way lies in it is not fixed.
    """
    t = tape()
    t.audio.hear(Heard(music="title"))
    t.run(3)
    turned = t.bytes // FRAME / 44100
    t.audio.hear(Heard(music="account"))
    t.run(3.4)
    heard = t.samples().mean(0)
    first, second = (Theme(heard, name, at) for name, at in (("title", turned - 1), ("account", turned + 2.4)))
    began = second.began
    assert turned - 0.2 < began < turned + 1.5
    before, (after, whole) = gains(heard, [first], turned - 1)[0], gains(heard, [first, second], began + 2)
    on_the_way = [gains(heard, [first, second], at) for at in np.arange(began, began + 1.5, 0.05)]
    assert any(before > one > before * 0.1 and whole > other > whole * 0.1 for one, other in on_the_way)
    assert abs(after) < before * 0.05
    windows = heard[int((turned - 1) * 44100) : int((began + 2) * 44100)]
    levels = [float(np.sqrt(np.mean(part**2))) for part in np.array_split(windows, len(windows) // 8820)]
    assert min(levels) > 0.1 * max(levels)  # a fifth of a second is never empty


class Theme:
    """Where a theme lies in what was heard, found by what it sounds like at a second where it is alone."""

    def __init__(self, heard: np.ndarray, name: str, alone: float) -> None:
        self._whole = ogg.read(SOUNDS / "music" / f"{name}.ogg").mean(0)
        alike = signal.correlate(self._whole[: 8 * 44100], part_of(heard, alone), "valid", "fft")
        self.began = (int(alone * 44100) - int(np.argmax(alike))) / 44100

    def at(self, second: float) -> np.ndarray:
        """The half a second of it that is due then."""
        return part_of(self._whole, second - self.began)


def part_of(x: np.ndarray, at: float) -> np.ndarray:
    """Half a second."""
    return x[int(at * 44100) : int(at * 44100) + 22050]


def gains(heard: np.ndarray, themes: list[Theme], at: float) -> list[float]:
    """How loud each theme is in half a second from here on: 1 is as it was stored. Whatever they have in common is told apart."""
    own = np.stack([theme.at(at) for theme in themes], 1)
    return [float(gain) for gain in np.linalg.lstsq(own, part_of(heard, at), rcond=None)[0]]


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
