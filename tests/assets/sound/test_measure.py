"""The rulers: each finds the fault it is there for, and nothing in a sound that has none."""

from __future__ import annotations

import numpy as np
import pytest

from assets.sound import measure
from assets.sound.kit.synth import RATE, Array, Loop, fade, noise, seeded, times
from assets.sound.mono import UNHEARD, mono_loss


def hiss(seconds: float = 4.0, level: float = 0.05) -> Array:
    """A steady ring of noise, the same on both sides."""
    x = noise(int(seconds * RATE), seeded("hiss"), -3.0)
    return np.stack([x, x]) * level


def tone(level: float, hz: float = 997.0, seconds: float = 2.0) -> Array:
    """A pure tone on both sides."""
    x = level * np.sin(2 * np.pi * hz * times(seconds))
    return np.stack([x, x])


def test_loudness_is_the_broadcasters() -> None:
    """A tone of 997 Hz at full scale on both sides is 0 LUFS (BS.1770), half as high 6 dB less."""
    assert measure.integrated(tone(1.0)) == pytest.approx(0.0, abs=0.1)
    assert measure.momentary(tone(0.5)) == pytest.approx(-6.0, abs=0.1)


def test_true_peak_sees_between_samples() -> None:
    """A tone whose samples all miss its crest."""
    x = np.stack([0.9 * np.sin(2 * np.pi * (np.arange(RATE) / 4 + 1 / 8))] * 2)
    assert np.abs(x).max() < 0.65
    assert measure.true_peak(x) == pytest.approx(20 * np.log10(0.9), abs=0.3)


def test_sides_that_cancel_are_found() -> None:
    """The same on both sides loses nothing as one, two strangers lose 3 dB, a tone against itself almost all."""
    assert mono_loss(hiss()) == pytest.approx(0.0, abs=0.05)
    strangers = np.stack([noise(4 * RATE, seeded(name), -3.0) * 0.05 for name in ("left", "right")])
    assert mono_loss(strangers) == pytest.approx(-3.0, abs=0.3)
    against = tone(0.3)
    against[1] *= -0.9
    assert mono_loss(against) < -20 < UNHEARD


def test_a_click_is_found() -> None:
    """One sample that stands alone; noise and tones have none."""
    assert measure.clicks(hiss()) == 0
    assert measure.clicks(tone(0.3)) == 0
    broken = tone(0.3)
    broken[:, 20_000] += 0.2
    assert measure.clicks(broken) > 0


def test_a_bad_seam_is_found() -> None:
    """A ring closes; a piece cut out of the middle of a swell does not."""
    ring = hiss()
    assert measure.seam(ring)[0] < 1
    assert measure.seam_tick(ring) <= 3
    torn = ring + 0.4 * np.linspace(0, 1, ring.shape[1])
    assert measure.seam(torn)[0] > 1
    assert measure.seam_tick(torn) > 3


def test_an_abrupt_end_is_found() -> None:
    """A sound that stops at once."""
    x = tone(0.3, seconds=0.3103)
    assert measure.ends(x) > -45
    assert measure.ends(fade(x, 0.01, 0.05)) < -45


def test_a_repeat_is_found() -> None:
    """Three seconds of a rhythm, twice, are heard as three seconds."""
    once = Loop(3.0)
    rng = seeded("rhythm")
    for at in rng.uniform(0, 3, 12):
        once.place(fade(rng.standard_normal(4000), 0.001, 0.05), at)
    twice = np.concatenate([once.tape, once.tape], axis=1)
    likeness, at = measure.repetition(twice)
    assert likeness > 0.75
    assert at == pytest.approx(3.0, abs=0.05)


def test_what_small_loudspeakers_lose_is_found() -> None:
    """A low tone is gone, a middle one stays."""
    assert measure.small_speaker(tone(0.3, hz=80)) < -20
    assert measure.small_speaker(tone(0.3, hz=1000)) > -0.5
    assert measure.speech_share(tone(0.3, hz=1000)) > 99
    assert measure.speech_share(tone(0.3, hz=5000)) < 1


def test_likeness_tells_a_copy_from_another() -> None:
    """The same sound with a little rounding, and another sound."""
    x = hiss()
    alike, over = measure.likeness(x, np.round(x * 4096) / 4096)
    assert alike > 0.999
    assert over > 40
    assert measure.likeness(x, x[:, ::-1])[0] < 0.1


def test_a_key_is_heard() -> None:
    """Two chords of the same notes, an octave apart, are one key; the chord a tone higher is another."""
    chords = ((220, 277.2, 329.6), (440, 554.4, 659.3), (493.9, 622.3, 740))
    low, high, other = (np.sum([tone(0.1, hz=f) for f in chord], axis=0) for chord in chords)
    assert measure.chroma(low) @ measure.chroma(high) > 0.95
    assert measure.chroma(low) @ measure.chroma(other) < 0.3


def test_what_stays_the_same_is_no_development() -> None:
    """A hiss goes nowhere; one that is joined by a tone half-way does."""
    still = hiss(8.0)
    assert measure.development(still) < 1
    moved = still.copy()
    moved[:, 4 * RATE :] += tone(0.2, hz=400, seconds=4.0)
    assert measure.development(moved) > 3
