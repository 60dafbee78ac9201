"""What one loudspeaker loses: both sides of a sound played as one, in a classroom or with the setting for it.

Room: assets, build-only. Kept apart from `measure`, whose numbers are stored with each sound.
"""

from __future__ import annotations

import numpy as np

from assets.sound.kit.synth import Array
from assets.sound.measure import momentary

UNHEARD = -3.5
"""dB that may be lost: a little more than by sides that know nothing of each other (-3)."""


def mono_loss(x: Array) -> float:
    """How much of its loudest 400 ms a sound (2, n) loses as one, in dB: 0 in the middle, -3 for strangers, less where the sides cancel."""
    return momentary(np.stack([x.mean(0)] * 2)) - momentary(x)
