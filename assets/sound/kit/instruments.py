"""What the music is played on: each function is one note, its pitch in Hz, mono (n,) or wide (2, n)."""
from __future__ import annotations

import numpy as np
from numpy.random import Generator

from assets.sound.kit.synth import RATE, Array, band, count, drift, fade, glide, modes, noise, times


def pad(f: float, seconds: float, rng: Generator, bright: float = 1.6, attack: float = 1.2, release: float = 1.8) -> Array:
    """A breath of air through a church organ far away: slow, slightly beating, wide."""
    t = times(seconds + release)
    out = np.zeros((2, len(t)))
    for side in (0, 1):
        for k in range(1, 9):
            for cents in (-4, 3.5):
                tune = 2 ** ((cents + rng.uniform(-1.5, 1.5)) / 1200)
                out[side] += k ** -bright * np.sin(2 * np.pi * f * k * tune * t + rng.uniform(0, 6.28))
    shimmer = 0.85 + 0.15 * np.sin(2 * np.pi * rng.uniform(0.1, 0.25) * t + rng.uniform(0, 6))
    return fade(out * shimmer, attack, release) * 0.25


def kalimba(f: float, rng: Generator, seconds: float = 1.6) -> Array:
    """A metal tongue under a thumb: round note, a tiny bell at the start, wood behind."""
    t = times(seconds)
    bell = 1.3 * np.exp(-t / 0.035) * np.sin(2 * np.pi * f * 5.4 * t)
    body = np.sin(2 * np.pi * f * t + bell * 0.5) * np.exp(-t / (0.42 * (440 / f) ** 0.4))
    octave_ = 0.12 * np.sin(2 * np.pi * 2.003 * f * t) * np.exp(-t / 0.2)
    thumb = band(noise(len(t), rng), 250, 1500) * np.exp(-t / 0.006) * 0.06
    return fade(body + octave_ + thumb, 0.002, 0.2)


def pizzicato(f: float, rng: Generator, seconds: float = 0.9, mute: float = 1.0) -> Array:
    """A plucked string, muted by the side of the hand."""
    k = np.arange(1, 15)
    t60 = 0.95 / mute / (1 + 0.22 * k ** 1.3) * (196 / f) ** 0.35
    gains = np.sin(k * np.pi * 0.21) / k ** 1.25
    finger = band(noise(count(0.05), rng), 200, 1400) * np.exp(-times(0.05) / 0.006) * 0.08
    out = modes(k * f * np.sqrt(1 + 0.0002 * k ** 2), t60, gains, seconds)
    out[:len(finger)] += fade(finger, 0.001, 0.02)
    return fade(out, 0.003, 0.1)


def felt(f: float, rng: Generator, seconds: float = 4.0, touch: float = 0.6) -> Array:
    """A piano with felt over its strings, played for one person."""
    t = times(seconds)
    out = np.zeros_like(t)
    for k in range(1, 9):
        partial = k * f * np.sqrt(1 + 0.0004 * k ** 2)
        tail = 0.65 * np.exp(-t * k ** 0.7 / 0.5) + 0.35 * np.exp(-t * k ** 0.6 / (1.9 * (220 / f) ** 0.3))
        for cents in (-0.7, 0.9):
            out += np.exp(-k * (1.25 - 0.4 * touch)) * tail * np.sin(2 * np.pi * partial * 2 ** (cents / 1200) * t + rng.uniform(0, 0.5))
    hammer = band(noise(len(t), rng, -3), 70, 420) * np.exp(-t / 0.03) * 0.05
    return fade(out + hammer, 0.012, 0.6) * 1.6


def radio_tone(f: float, rng: Generator, seconds: float = 3.0) -> Array:
    """A far station's carrier: thin, never quite in tune, fading as the sky moves."""
    n = count(seconds)
    wander = 2 ** ((drift(n, rng, 1.5) - 0.5) * 0.45 / 12)
    fading = 0.25 + 0.75 * drift(n, rng, 2.2)
    return fade((glide(f * wander) + 0.4 * glide(f * wander * 1.0065)) * fading, 0.6, 1.2) * 0.5


def brush(rng: Generator, seconds: float = 0.22, low: float = 2800) -> Array:
    """Wire brush on a drum skin."""
    n = count(seconds)
    return fade(band(noise(n, rng, -1), low, 9000, 1) * np.exp(-times(seconds) / (seconds * 0.4)), seconds * 0.12, seconds * 0.4)


def thud(rng: Generator) -> Array:
    """A soft felt mallet on something big."""
    t = times(0.45)
    return fade(glide(58 + 34 * np.exp(-t / 0.02)) * np.exp(-t / 0.11), 0.004, 0.1)


def marimba(f: float, rng: Generator, seconds: float = 1.1, yarn: float = 1.0) -> Array:
    """A rosewood bar over its tube, struck with yarn: the tone, its double octave gone at once, a soft knock."""
    bar = modes([f, f * 3.94, f * 9.6], [0.9 * (260 / f) ** 0.5, 0.16, 0.05], [1.0, 0.28 / yarn, 0.09 / yarn], seconds)
    knock = band(noise(count(0.05), rng, -2), 180, 1500) * np.exp(-times(0.05) / 0.007) * 0.12
    bar[: len(knock)] += fade(knock, 0.001, 0.02)
    return fade(bar, 0.002, 0.12)


def clarinet(f: float, rng: Generator, seconds: float = 0.8) -> Array:
    """A clarinet in its low register: odd partials, a soft start, air, a little life towards the end of long notes."""
    t = times(seconds)
    swell = np.minimum(1, t / 0.05) * (1 - 0.25 * t / seconds)
    pitch = f * (1 - 0.012 * np.exp(-t / 0.03)) * (1 + 0.0035 * np.sin(2 * np.pi * 5.1 * t + rng.uniform(0, 6.28)) * np.clip((t - 0.35) / 0.4, 0, 1))
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    out = np.zeros(len(t))
    for k, gain in enumerate((1.0, 0.05, 0.42, 0.05, 0.24, 0.06, 0.13, 0.05, 0.07), 1):
        if k * f < 7000:
            out += gain * swell ** (1 + 0.22 * k) * np.sin(k * phase + rng.uniform(0, 0.4))
    air = band(noise(len(t), rng, -1), 900, 5000, 1) * swell * 0.018
    return fade(out + air, 0.03, min(0.12, seconds * 0.3)) * 0.6


def strings(f: float, rng: Generator, seconds: float = 1.5, bright: float = 1.15) -> Array:
    """Six bows on one note, never quite together: slow to speak, wide, each with its own vibrato."""
    t = times(seconds + 0.5)
    out = np.zeros((2, len(t)))
    for side in (0, 1):
        for _ in range(3):
            shake = 1 + 0.0028 * np.sin(2 * np.pi * rng.uniform(4.7, 5.6) * t + rng.uniform(0, 6.28)) * np.clip(t / 0.6, 0, 1)
            phase = 2 * np.pi * np.cumsum(f * 2 ** (rng.normal(0, 4) / 1200) * shake) / RATE
            for k in range(1, 12):
                if k * f < 6500:
                    out[side] += k ** -bright * np.sin(k * phase + rng.uniform(0, 6.28))
    rosin = band(noise(len(t), rng, -2), 1500, 6000, 1) * 0.008
    return fade(out / 6 + rosin, 0.22, 0.55)


def glass(f: float, rng: Generator, seconds: float = 2.2) -> Array:
    """A small bell of steel, far up: a pure tone and two that leave early."""
    out = modes([f, f * 2.76, f * 5.4], [1.9, 0.7, 0.25], [1.0, 0.22, 0.08], seconds)
    return fade(out * (1 + 0.03 * np.sin(2 * np.pi * rng.uniform(3, 4) * times(seconds))), 0.003, 0.4)


def tick(rng: Generator, f: float = 1150) -> Array:
    """A wood block, small and dry."""
    return modes([f, f * 1.53, f * 2.6], [0.05, 0.035, 0.02], [1.0, 0.5, 0.25], 0.08) + fade(band(noise(count(0.08), rng), 1500, 5000), 0, 0.07) * 0.02
