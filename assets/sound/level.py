"""Brings a sound to its loudness, under the ceiling, with soft ends; turns a ring to where its seam is least heard.

Room: assets, build-only. Loudness is LUFS (ITU-R BS.1770): integrated for what goes round, the loudest 400 ms for what happens once.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import numpy as np

from assets.sound import measure, ogg
from assets.sound.catalogue import Kind, Sound
from assets.sound.kit.synth import RATE, Array, Loop, band, count, db, fade, late, pan

TARGET: Mapping[Kind, float] = MappingProxyType({"ambience": -30.0, "music": -24.0, "interface": -22.0, "story": -20.0})
QUALITY: Mapping[Kind, float] = MappingProxyType({"ambience": 0.1, "music": 0.28, "interface": 0.4, "story": 0.4})
CEILING: Mapping[Kind, float] = MappingProxyType({"ambience": -6.0, "music": -6.0, "interface": -8.0, "story": -8.0})
"""dBTP before the codec adds its own ripple: what happens once comes without warning, so its peaks stay lower."""
SOFTENED = 3.0  # dB of peaks that may bend; what is above is turned down
LEAD_IN = 0.005  # seconds of nothing, so that the codec has somewhere to put what it smears before a knock
LEADS = (0.07, 0.1, 0.14, 0.19, 0.25, 0.32, 0.4)  # how much of a ring's end may go before its first beat, in seconds


def finished(sound: Sound) -> Array:
    """The sound as it is stored, (2, n): filtered, trimmed, levelled."""
    made = sound.make()
    x = band(made.tape, 28, 16000, 2) if isinstance(made, Loop) else _trimmed(pan(made, 0))
    return _levelled(x, sound)


def turned(x: Array, scratch: Path, quality: float) -> tuple[Array, float]:
    """Turn a ring a little so that the codec's rounding at the loop point is least heard. Returns it, and by how many seconds."""
    ticks = {}
    for lead in LEADS:
        ogg.write(scratch, np.roll(x, count(lead), axis=1), quality, final=False)
        ticks[lead] = measure.seam_tick(ogg.read(scratch))
    best = min(ticks, key=lambda lead: ticks[lead])
    return np.roll(x, count(best), axis=1), best


def _trimmed(x: Array, floor: float = -58.0) -> Array:
    """Cut the inaudible end and let it fall softly."""
    level = np.abs(x).max(0)
    last = int(np.flatnonzero(level > level.max() * db(floor))[-1])
    return late(fade(x[:, : last + 1], 0.0, min(0.08, last / RATE / 4)), LEAD_IN)


def _levelled(x: Array, sound: Sound) -> Array:
    measured = measure.integrated(x) if sound.looped else measure.momentary(x)
    x = x * db(TARGET[sound.kind] + sound.mix_db - measured)
    ceiling = CEILING[sound.kind]
    excess = measure.true_peak(x) - ceiling
    if excess > SOFTENED:
        x = x * db(SOFTENED - excess)
    for _ in range(4):
        if measure.true_peak(x) > ceiling:
            x = _rounded(x, db(ceiling - 0.5)) * db(-0.1)
    return x


def _rounded(x: Array, ceiling: float) -> Array:
    """Let rare peaks bend instead of clip: untouched below 70 % of the ceiling."""
    knee = 0.7 * ceiling
    bent = knee + (ceiling - knee) * np.tanh((np.abs(x) - knee) / (ceiling - knee))
    return np.where(np.abs(x) > knee, np.sign(x) * bent, x)
