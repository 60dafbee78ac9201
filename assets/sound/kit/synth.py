"""What every sound is made of: noises, oscillators, envelopes, filters, rooms, and tapes glued into a ring.

Mono sounds are arrays (n,), stereo ones (2, n). Loops are circular everywhere (noise, filters, reverb, late notes),
so their end flows into their beginning without any crossfade.
"""
from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from scipy import fft, signal
from scipy.special import ndtr

RATE = 44100

Array: TypeAlias = NDArray[np.float64]
"""Mono (n,) or stereo (2, n), full scale at 1."""


def seeded(name: str) -> Generator:
    """The same name always gives the same sound."""
    return np.random.default_rng(zlib.crc32(name.encode()))


def count(seconds: float) -> int:
    return int(round(seconds * RATE))


def times(seconds: float) -> Array:
    return np.arange(count(seconds)) / RATE


def db(decibels: float) -> float:
    return 10 ** (decibels / 20)


def shape(x: Array, gain: Callable[[Array], Array]) -> Array:
    """Circular zero-phase filter: `gain` maps frequencies in Hz to factors."""
    n = x.shape[-1]
    return fft.irfft(fft.rfft(x) * gain(np.maximum(fft.rfftfreq(n, 1 / RATE), 1.0)), n)


def band(x: Array, low: float | None = None, high: float | None = None, order: int = 2) -> Array:
    """Keeps what lies between two frequencies; the sound gets thinner (low) or duller (high)."""
    def gain(f: Array) -> Array:
        g = np.ones_like(f)
        if low:
            g /= np.sqrt(1 + (low / f) ** (2 * order))
        if high:
            g /= np.sqrt(1 + (f / high) ** (2 * order))
        return g
    return shape(x, gain)


def peak_eq(x: Array, hz: float, decibels: float, octaves: float = 1.0) -> Array:
    """A broad bump or dip around one frequency."""
    return shape(x, lambda f: db(decibels * np.exp(-0.5 * (np.log2(f / hz) / (octaves / 2)) ** 2)))


def noise(n: int, rng: Generator, slope: float = 0.0) -> Array:
    """Steady hiss of level 1; slope in dB per octave (0 white, -3 pink, -6 brown)."""
    x = shape(rng.standard_normal(n), lambda f: np.maximum(f, 25.0) ** (slope / 6.02))
    return x / (np.sqrt(np.mean(x ** 2)) + 1e-12)


def wide_noise(n: int, rng: Generator, slope: float = 0.0, width: float = 0.7) -> Array:
    """The same hiss around the listener: width 0 is a point, 1 is everywhere."""
    middle, sides = noise(n, rng, slope), (noise(n, rng, slope), noise(n, rng, slope))
    return np.stack([np.sqrt(1 - width) * middle + np.sqrt(width) * s for s in sides])


def drift(n: int, rng: Generator, hz: float) -> Array:
    """A slow hand on a fader: smooth random curve from 0 to 1, circular, moving about `hz` times a second."""
    x = shape(rng.standard_normal(n), lambda f: np.exp(-(f / hz) ** 2) * (f > 1.01 * RATE / n / 2))
    x -= x.mean()
    return ndtr(x / (x.std() + 1e-12))


def glide(hz: Array) -> Array:
    """A pure tone whose pitch follows an array of frequencies."""
    return np.sin(2 * np.pi * np.cumsum(hz) / RATE)


def modes(hz: Iterable[float], t60: Iterable[float], gains: Iterable[float], seconds: float) -> Array:
    """Something solid struck once: partials that ring and die, each in its own time."""
    t = times(seconds)
    out = np.zeros_like(t)
    for f, d, g in zip(hz, t60, gains):
        if f < RATE / 2.2:
            out += g * np.exp(-6.9 * t / d) * np.sin(2 * np.pi * f * t)
    return fade(out, 0.0006, 0.01)


def fade(x: Array, attack: float, release: float) -> Array:
    """Soft edges, so that nothing ever clicks."""
    x = np.array(x, dtype=float)
    n = x.shape[-1]
    a, r = min(count(attack), n // 2), min(count(release), n // 2)
    if a:
        x[..., :a] *= 0.5 - 0.5 * np.cos(np.pi * np.arange(a) / a)
    if r:
        x[..., n - r:] *= 0.5 + 0.5 * np.cos(np.pi * (np.arange(r) + 1) / r)
    return x


def line(points: Sequence[tuple[float, float]], seconds: float) -> Array:
    """A path drawn through (second, value) points, with rounded corners."""
    t = times(seconds)
    x = np.interp(t, *zip(*points))
    k = max(3, count(min(0.03, seconds / 20)))
    padded = np.pad(x, (k, k), mode="edge")
    return np.convolve(padded, np.hanning(k) / np.hanning(k).sum(), "same")[k:-k]


def pan(x: Array, where: float | Array) -> Array:
    """Puts a mono sound between left (-1) and right (1) at equal power; `where` may be a moving array."""
    if x.ndim == 2:
        return x
    angle = (np.clip(where, -1, 1) + 1) * np.pi / 4
    return np.stack([x * np.cos(angle), x * np.sin(angle)])


def mix(*layers: Array) -> Array:
    """Lays sounds of different lengths over each other from the same start."""
    stereo = any(x.ndim == 2 for x in layers)
    layers = [pan(x, 0) if stereo else x for x in layers]
    n = max(x.shape[-1] for x in layers)
    return sum(np.pad(x, [(0, 0)] * (x.ndim - 1) + [(0, n - x.shape[-1])]) for x in layers)


def late(x: Array, seconds: float) -> Array:
    """The same sound, starting later."""
    return np.pad(x, [(0, 0)] * (x.ndim - 1) + [(count(seconds), 0)])


def room(seconds: float, rng: Generator, damping: float = 3500.0, low: float = 110.0, predelay: float = 0.008) -> Array:
    """The answer of a place to a hand clap: early echoes, then a tail whose treble dies first."""
    n = count(seconds * 1.15)
    t = np.arange(n) / RATE
    out = np.zeros((2, n))
    for centre in (125, 250, 500, 1000, 2000, 4000, 8000):
        t60 = seconds / (1 + (centre / damping) ** 1.3)
        raw = np.stack([rng.standard_normal(n) for _ in range(2)])
        out += band(raw, centre / 1.41, centre * 1.41) * np.exp(-6.9 * t / t60) * centre ** -0.15
    out *= 1 - np.exp(-t / 0.012)
    for _ in range(9):
        at = count(rng.uniform(0.004, 0.045))
        if at < n:
            out[rng.integers(2), at] += rng.uniform(2, 6) * rng.choice((-1, 1))
    out = fade(band(out, low, damping * 2.5, 1), 0.0, seconds * 0.2)
    out = late(out, predelay)
    return out / np.sqrt(np.sum(out ** 2) / 2)


def reverb(x: Array, impulse: Array, wet: float = 0.3) -> Array:
    """One sound heard in a room; the tail is kept."""
    x = pan(x, 0)
    tail = np.stack([signal.fftconvolve(x[c], impulse[c]) for c in (0, 1)])
    return mix(x * (1 - wet * 0.5), tail * wet)


class Loop:
    """A stereo tape glued into a ring: what falls off its end comes back at its beginning."""

    def __init__(self, seconds: float) -> None:
        self.n = count(seconds)
        self.seconds = self.n / RATE
        self.tape = np.zeros((2, self.n))

    def add(self, layer: Array | Loop, gain: float = 1.0) -> Loop:
        """Lays a full-length layer (mono, stereo or another Loop)."""
        layer = layer.tape if isinstance(layer, Loop) else pan(layer, 0) if layer.ndim == 1 else layer
        self.tape += layer * gain
        return self

    def place(self, x: Array, at: float, gain: float = 1.0, where: float | Array = 0.0) -> Loop:
        """Drops one sound at a second of the loop, anywhere between left and right."""
        x = pan(x, where) * gain
        start = count(at) % self.n
        for i in range(0, x.shape[-1], self.n):
            piece = x[:, i:i + self.n]
            self.tape[:, (start + np.arange(piece.shape[-1])) % self.n] += piece
        return self

    def wash(self, impulse: Array, wet: float = 0.5, dry: float | None = None) -> Loop:
        """Lets the whole tape ring in a room, tail over the seam included."""
        folded = np.zeros_like(self.tape)
        for i in range(0, impulse.shape[-1], self.n):
            piece = impulse[:, i:i + self.n]
            folded[:, :piece.shape[-1]] += piece
        tail = fft.irfft(fft.rfft(self.tape) * fft.rfft(folded), self.n)
        self.tape = self.tape * (1 - wet if dry is None else dry) + tail * wet
        return self

    def filter(self, low: float | None = None, high: float | None = None, order: int = 2) -> Loop:
        """Moves the whole tape behind a door (high) or into a small speaker (low)."""
        self.tape = band(self.tape, low, high, order)
        return self
