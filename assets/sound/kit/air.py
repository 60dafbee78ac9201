"""What the air of several places is made of: mains hum, wind, and moments spread without a rhythm."""
from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from assets.sound.kit.synth import RATE, Array, Loop, band, drift, noise


def hum(n: int, hz: float, levels: Sequence[float], rng: Generator, wobble: float = 0.02) -> Array:
    """Mains electricity: exact harmonics, hardly breathing. Stays in phase over the loop."""
    t = np.arange(n) / RATE
    out = np.zeros((2, n))
    for k, level in enumerate(levels, 1):
        f = round(hz * k * n / RATE) * RATE / n
        for side in (0, 1):
            out[side] += level * np.sin(2 * np.pi * f * t + rng.uniform(0, 6.28)) * (1 + wobble * (drift(n, rng, 0.5) - 0.5))
    return out


def scatter(loop: Loop, rng: Generator, number: int, edge: float = 0.5) -> list[float]:
    """Moments spread over the loop without a rhythm: one per slice, anywhere in it."""
    slice_ = loop.seconds / number
    return [(i + rng.uniform(edge * 0.3, 1 - edge * 0.3)) * slice_ for i in range(number)]


def wind(n: int, rng: Generator, gust_hz: float = 0.16, low: float = 130, high: float = 520) -> tuple[Array, Array]:
    """Gusts: a soft push in the low air whose brightness follows its strength, and a thin whistle on the edge of things."""
    gust = drift(n, rng, gust_hz) ** 1.4
    out = np.zeros((2, n))
    for side in (0, 1):
        own = np.clip(gust * (0.75 + 0.5 * drift(n, rng, 0.5)), 0, 1.2)
        dull, bright = band(noise(n, rng, -4), low, high), band(noise(n, rng, -4), high * 0.8, high * 4)
        out[side] = dull * (0.25 + own) + bright * own ** 2.2 * 1.1
    return out / out.std(), gust
