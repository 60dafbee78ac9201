"""Numbers for what cannot be heard here: loudness, true peak, seam, clicks, share of the speech band, repetition.

Room: assets, build-only. Sounds are (2, n) at 44100 Hz, full scale at 1. Loudness is LUFS (ITU-R BS.1770, by pyloudnorm).
"""

from __future__ import annotations

import warnings
from itertools import pairwise

import numpy as np
import pyloudnorm
from scipy import signal

from assets.sound.kit.synth import RATE, Array

WIDTHS = {"short": 3.0, "moment": 0.4}  # seconds


def integrated(x: Array) -> float:
    """Loudness of the whole, gated. Shorter than 400 ms has none: see `momentary`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return float(pyloudnorm.Meter(RATE).integrated_loudness(x.T))


def windowed(x: Array, seconds: float) -> Array:
    """Loudness of every window of this length, 10 ms apart; short sounds are followed by silence."""
    n = int(seconds * RATE)
    power = np.pad(_weighted(x) ** 2, [(0, 0), (0, max(0, n - x.shape[1]))]).sum(0)
    total = np.concatenate([[0], np.cumsum(power)])
    means = (total[n:] - total[:-n])[::441] / n
    return np.asarray(-0.691 + 10 * np.log10(np.maximum(means, 1e-12)))


def momentary(x: Array) -> float:
    """Loudness of the loudest 400 ms: the fair measure of what happens once."""
    return float(windowed(x, WIDTHS["moment"]).max())


def small_speaker(x: Array) -> float:
    """How much loudness is lost on a laptop or a projector, which play little below 250 Hz, in dB (0 or less)."""
    heard = _sos(x, signal.butter(4, 250, "highpass", fs=RATE, output="sos"))
    return momentary(heard) - momentary(x)


def true_peak(x: Array) -> float:
    """Highest point between samples too (four times oversampled), in dBTP."""
    return float(20 * np.log10(np.abs(signal.resample_poly(x, 4, 1, axis=1)).max() + 1e-12))


def crest(x: Array) -> float:
    """Peak over mean level, in dB: high for ticks and knocks, low for hums."""
    return float(20 * np.log10(np.abs(x).max() / (np.sqrt(np.mean(x**2)) + 1e-12)))


def seam(x: Array) -> tuple[float, float]:
    """Of a loop: the step across its end against its largest ordinary steps (below 1: unheard), and the change of level there in dB."""
    step = np.abs(x[:, 0] - x[:, -1]).max() / np.percentile(np.abs(np.diff(x)), 99.9)
    n = int(0.05 * RATE)
    before, after = (np.sqrt(np.mean(part**2)) for part in (x[:, -n:], x[:, :n]))
    return float(step), float(abs(20 * np.log10(after / before)))


def seam_tick(x: Array) -> float:
    """How far the treble (above 6 kHz) of the 7 ms at the loop point stands over the loop's own, in dB: its 99th percentile.

    0 or less is a seam that nobody finds.
    """
    ring = np.concatenate([x[:, -RATE // 2 :], x, x[:, : RATE // 2]], axis=1)
    treble = np.abs(_sos(ring, signal.butter(4, 6000, "highpass", fs=RATE, output="sos"))[:, RATE // 2 - 150 :]).max(0)
    around = treble[:300].max()
    usual = np.percentile(treble[: x.shape[1] // 300 * 300].reshape(-1, 300).max(1), 99)
    return float(20 * np.log10(around / (usual + 1e-12) + 1e-12))


def clicks(x: Array) -> int:
    """Jumps of one sample that stand alone: bends over 25 times their surroundings of 5 ms."""
    bend = np.abs(np.diff(x, 2)).max(0)
    around = signal.oaconvolve(bend, np.ones(221) / 221, "same") + 1e-7
    return int(((bend > 25 * around) & (bend > 0.02)).sum())


def ends(x: Array) -> float:
    """Of what happens once: the larger of its first and last sample, in dBFS; a sound that starts or stops at once clicks."""
    return float(20 * np.log10(max(np.abs(x[:, 0]).max(), np.abs(x[:, -1]).max()) + 1e-9))


def speech_share(x: Array) -> float:
    """Part of the energy, in %, between 300 Hz and 3 kHz, where voices live."""
    f, power = signal.welch(x.sum(0), RATE, nperseg=min(8192, x.shape[1]))
    return float(100 * power[(f > 300) & (f < 3000)].sum() / power[f > 20].sum())


def repetition(x: Array, shortest: float = 2.0) -> tuple[float, float]:
    """Highest likeness of a loop to itself, shifted by `shortest` seconds or more (1: a heard repeat), and that shift."""
    _, _, spectra = signal.stft(x.mean(0), RATE, nperseg=2048, noverlap=1024)
    edges = np.geomspace(2, 900, 25).astype(int)
    bands = np.log(np.stack([np.abs(spectra[a : b + 1]).mean(0) for a, b in pairwise(edges)]) + 1e-6)
    bands -= bands.mean(1, keepdims=True)
    likeness = np.fft.ifft((np.abs(np.fft.fft(bands, axis=1)) ** 2).sum(0)).real
    likeness /= likeness[0]
    frame = 1024 / RATE
    first = int(shortest / frame)
    best = first + int(np.argmax(likeness[first : len(likeness) // 2 + 1]))
    return float(likeness[best]), best * frame


def chroma(x: Array) -> Array:
    """Which notes a piece is made of: twelve shares from C to B between 80 Hz and 2 kHz, their mean taken away, of length 1."""
    f, power = signal.welch(x.mean(0), RATE, nperseg=32768)
    heard = (f > 80) & (f < 2000)
    note = np.round(69 + 12 * np.log2(f[heard] / 440)).astype(int) % 12
    shares = np.sqrt(np.bincount(note, power[heard], 12))
    shares -= shares.mean()
    return np.asarray(shares / (np.linalg.norm(shares) + 1e-12))


def development(x: Array, parts: int = 4) -> float:
    """How much a piece becomes another one on its way: the mean change, in dB, of its octaves (90 Hz to 6 kHz) between its parts."""
    levels = []
    for part in np.array_split(x.mean(0), parts):
        f, power = signal.welch(part, RATE, nperseg=8192)
        levels.append([power[(f >= low) & (f < 2 * low)].sum() for low in (90, 180, 360, 720, 1440, 2880)])
    changes = np.ptp(10 * np.log10(np.array(levels) + 1e-12), axis=0)
    return float(changes.mean())


def likeness(x: Array, y: Array) -> tuple[float, float]:
    """How alike two renders are: their correlation (1: the same) and the level of x over that of their difference, in dB."""
    n = min(x.shape[1], y.shape[1])
    a, b = x[:, :n].ravel(), y[:, :n].ravel()
    alike = float(np.corrcoef(a, b)[0, 1])
    return alike, float(10 * np.log10(np.sum(a**2) / (np.sum((a - b) ** 2) + 1e-20)))


def report(x: Array, *, looped: bool) -> dict[str, float]:
    """What the manifest keeps of one stored sound."""
    short = windowed(x, WIDTHS["short" if looped else "moment"])
    out = {
        "seconds": x.shape[1] / RATE,
        "lufs": integrated(x) if looped else momentary(x),
        "true_peak": true_peak(x),
        "crest": crest(x),
        "clicks": clicks(x),
        "speech_share": speech_share(x),
        "small_speaker": small_speaker(x),
    }
    if looped:
        out["range"] = float(np.percentile(short, 95) - np.percentile(short, 10))
        out["seam_step"], out["seam_level_db"] = seam(x)
        out["seam_tick"] = seam_tick(x)
        out["repetition"], out["repetition_at"] = repetition(x)
    else:
        out["ends"] = ends(x)
    return {name: round(value, 2) for name, value in out.items()}


def _weighted(x: Array) -> Array:
    """As the ear weighs it (the K curve), channel by channel."""
    out = x.copy()
    for stage in pyloudnorm.Meter(RATE)._filters.values():
        out = np.stack([stage.apply_filter(channel) for channel in out])
    return out


def _sos(x: Array, filter_: Array) -> Array:
    return np.asarray(signal.sosfilt(filter_, x))
