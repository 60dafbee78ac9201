"""Pictures of sounds, for those who cannot listen: spectrogram, outline, and where their energy lies.

Room: assets, build-only. `write(DIR)` makes one PNG a sound and `sound.json` with what was measured.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw
from scipy import signal

from assets.sound import ogg
from assets.sound.catalogue import Sound, sounds
from assets.sound.kit.synth import RATE, Array
from assets.sound.manifest import BAKED, read

SIZE, ROWS, LOWEST, HIGHEST = 1400, 420, 40.0, 16000.0
OUTLINE = 110
MARKS = (100, 300, 1000, 3000, 10000)


def spectrogram(x: Array) -> Image.Image:
    """Time to the right, pitch upward in octaves, 80 dB from black to white; below it the outline of the wave."""
    window = 4096 if x.shape[1] > 4 * RATE else 1024
    mono = np.pad(x.mean(0), (0, max(0, window * 2 - x.shape[1])))
    f, _, spectra = signal.stft(mono, RATE, nperseg=window, noverlap=window - max(64, mono.size // SIZE))
    level = 20 * np.log10(np.abs(spectra) + 1e-9)
    at = np.geomspace(LOWEST, HIGHEST, ROWS)[::-1]
    rows = np.stack([level[int(np.argmin(np.abs(f - hz)))] for hz in at])
    columns = np.linspace(0, rows.shape[1] - 1, SIZE).astype(int)
    shown = np.clip((rows[:, columns] - rows.max() + 80) / 80, 0, 1)
    picture = Image.new("RGB", (SIZE, ROWS + OUTLINE), "white")
    colours = np.stack([shown**0.7, shown**1.5, 0.25 + 0.5 * shown * (1 - shown)], axis=-1)
    picture.paste(Image.fromarray((255 * np.clip(colours, 0, 1)).astype(np.uint8)), (0, 0))
    draw = ImageDraw.Draw(picture)
    for hz in MARKS:
        y = int(ROWS * np.log(HIGHEST / hz) / np.log(HIGHEST / LOWEST))
        draw.text((4, y - 6), f"{hz} Hz", fill="white")
    for column, part in enumerate(np.array_split(mono / (np.abs(mono).max() + 1e-9), SIZE)):
        low, high = (ROWS + OUTLINE / 2 * (1 - value) for value in (part.max(), part.min()))
        draw.line((column, low, column, high), fill="#333355")
    for second in range(int(mono.size / RATE) + 1):
        left = int(second * RATE / mono.size * SIZE)
        draw.line((left, ROWS - (12 if second % 5 == 0 else 5), left, ROWS), fill="white")
    return picture


def write(out: Path, only: Iterable[str] = (), baked: Path = BAKED) -> None:
    """One PNG a baked sound, and `sound.json`: a list of objects with kind, id, bytes, and all that was measured."""
    out.mkdir(parents=True, exist_ok=True)
    entries, asked = read(baked), set(only)
    shown: list[Sound] = [s for s in sounds() if s.id in entries and (not asked or s.id in asked)]
    for sound in shown:
        picture = spectrogram(ogg.read(baked / sound.file))
        ImageDraw.Draw(picture).text((90, 4), f"{sound.id}  {entries[sound.id]['lufs']} LUFS", fill="white")
        picture.save(out / f"{sound.id}.png")
    table = [{"id": sound.id, **entries[sound.id]} for sound in shown]
    (out / "sound.json").write_text(json.dumps(table, indent=1), encoding="utf-8")
