"""Pixels from whole-number arithmetic alone: the same on every system and for every version of NumPy."""

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
KINDS = ("noise", "walk", "flat", "ramp", "boxes")


def mixed(count: int, seed: int) -> NDArray[np.uint32]:
    """`count` well-mixed 32-bit numbers (the finaliser of a common hash, applied to a counter)."""
    state = np.arange(count, dtype=np.uint64) * 2654435761 + np.uint64(seed * 40503 + 1)
    state &= np.uint64(0xFFFFFFFF)
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        state ^= state >> np.uint64(shift)
        state = (state * np.uint64(factor)) & np.uint64(0xFFFFFFFF)
    return (state ^ (state >> np.uint64(16))).astype(np.uint32)


def pixels_of(kind: str, height: int, width: int, seed: int) -> Pixels:
    """(height, width, 3) pixels of one of `KINDS`."""
    chance = mixed(height * width * 3, seed).reshape(height, width, 3)
    if kind == "noise":
        return (chance >> 24).astype(np.uint8)
    if kind == "walk":  # smooth along both axes, so its larger shapes carry most of it
        steps = (chance % 7).astype(np.int64) - 3
        wandered = np.cumsum(np.cumsum(steps, axis=0) // 2, axis=1) // 3
        return np.asarray((128 + 127 * np.sign(wandered) * (np.abs(wandered) % 256) // 256).clip(0, 255), dtype=np.uint8)
    if kind == "flat":
        return np.full((height, width, 3), seed * 37 % 256, dtype=np.uint8)
    if kind == "ramp":
        rows, columns = np.mgrid[0:height, 0:width]
        plane = (rows * 255 // max(height - 1, 1) + columns * 128 // max(width - 1, 1)) // 2
        return np.stack([plane, 255 - plane, plane // 2], axis=-1).astype(np.uint8)
    pixels = np.zeros((height, width, 3), dtype=np.uint8)
    for one in mixed(24 * 7, seed).reshape(24, 7).tolist():
        top, left = one[0] % height, one[1] % width
        pixels[top : top + 1 + one[2] % max(height // 2, 1), left : left + 1 + one[3] % max(width // 2, 1)] = [v % 256 for v in one[4:]]
    return pixels
