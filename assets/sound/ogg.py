"""Ogg Vorbis in and out. Equal sounds are equal files on one machine: the random stream number is replaced by one made of the name.

Room: assets, build-only.
"""

from __future__ import annotations

import zlib
from pathlib import Path

import numpy as np
import soundfile

from assets.sound.kit.synth import RATE, Array

PIECE = 8192  # frames at a time: libsndfile's Vorbis writer overflows its stack on long arrays


def write(path: Path, x: Array, quality: float, *, final: bool = True) -> None:
    """Write stereo (2, n) at a Vorbis quality from 0 to 1. What is not `final` keeps its random stream number: quicker."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with soundfile.SoundFile(path, "w", RATE, 2, format="OGG", subtype="VORBIS", compression_level=1 - quality) as file:
        for start in range(0, x.shape[1], PIECE):
            file.write(x[:, start : start + PIECE].T)
    if final:
        _fix_stream_number(path, zlib.crc32(path.stem.encode()))


def read(path: Path) -> Array:
    """The file as (2, n), as the game will hear it."""
    samples, rate = soundfile.read(path, always_2d=True)
    assert rate == RATE, (path, rate)
    return np.asarray(samples.T, dtype=np.float64)


def _table_entry(index: int) -> int:
    rest = index << 24
    for _ in range(8):
        rest = (rest << 1) ^ (0x04C11DB7 if rest & 0x80000000 else 0)
    return rest & 0xFFFFFFFF


_TABLE = [_table_entry(index) for index in range(256)]


def _checksum(data: bytes) -> int:
    """The checksum of an Ogg page (polynomial 04c11db7, unreflected)."""
    found = 0
    for byte in data:
        found = ((found << 8) & 0xFFFFFFFF) ^ _TABLE[(found >> 24) ^ byte]
    return found


def _fix_stream_number(path: Path, number: int) -> None:
    data, at = bytearray(path.read_bytes()), 0
    while at < len(data):
        segments = data[at + 26]
        end = at + 27 + segments + sum(data[at + 27 : at + 27 + segments])
        data[at + 14 : at + 18] = number.to_bytes(4, "little")
        data[at + 22 : at + 26] = bytes(4)
        data[at + 22 : at + 26] = _checksum(bytes(data[at:end])).to_bytes(4, "little")
        at = end
    path.write_bytes(bytes(data))
