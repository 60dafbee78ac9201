"""Golden pictures: what a screen looked like when somebody last looked at it, compared with a tolerance.

A test never makes what it is compared with: where a picture is missing or differs, what was seen is left beside it as `….seen.png`, and the
test fails. `GOLDEN=write` in the environment asks for the pictures to be kept as they are now drawn (CONTRIBUTING.md); never under CI.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pygame
from PIL import Image

FOLDER = Path(__file__).parent / "goldens"
SIZE = (960, 540)
BLOCK = 6  # px: pictures are compared by blocks, so that the edge of a letter may move by a pixel
MEAN, WORST, SHARE = 2.5, 40.0, 0.004  # of 255: mean difference; a block that differs more counts; share of such blocks


def picture_of(surface: pygame.Surface) -> Image.Image:
    """The window's pixels at the size goldens are kept in."""
    image = Image.frombytes("RGB", surface.get_size(), pygame.image.tobytes(surface, "RGB"))
    return image if image.size == SIZE else image.resize(SIZE, Image.Resampling.BOX)


def blocks(image: Image.Image) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Mean colour of each block: (rows, columns, 3), 0 to 255."""
    w, h = SIZE[0] // BLOCK, SIZE[1] // BLOCK
    return np.asarray(image.convert("RGB").resize((w, h), Image.Resampling.BOX), np.float32)


def difference(a: Image.Image, b: Image.Image) -> tuple[float, float]:
    """Mean difference of the blocks (0 to 255) and the share of blocks that differ plainly."""
    gap = np.abs(blocks(a) - blocks(b)).max(axis=2)
    return float(gap.mean()), float((gap > WORST).mean())


def assert_golden(surface: pygame.Surface, name: str, folder: Path = FOLDER, environ: Mapping[str, str] = os.environ) -> None:
    """The screen looks as it did when its picture was kept. A picture is written only where `environ` asks for it."""
    path = folder / f"{name}.webp"
    shown = picture_of(surface)
    wrong = _what_differs(shown, path)
    if wrong is None:
        return
    asked = environ.get("GOLDEN") == "write"
    if asked and environ.get("CI", "").lower() not in {"1", "true"}:
        path.parent.mkdir(parents=True, exist_ok=True)
        shown.save(path, quality=82, method=6)
        return
    seen = path.with_suffix(".seen.png")
    seen.parent.mkdir(parents=True, exist_ok=True)
    shown.save(seen)
    how = "under CI none is written" if asked else "if that is what it should be, run this test with GOLDEN=write, and commit the picture"
    raise AssertionError(f"{wrong}; look at {seen}; {how}")


def _what_differs(shown: Image.Image, path: Path) -> str | None:
    """Words for how the screen differs from its picture; None where it does not."""
    if not path.exists():
        return f"there is no golden picture {path.name}"
    with Image.open(path) as kept:
        mean, share = difference(shown, kept)
    if mean <= MEAN and share <= SHARE:
        return None
    return f"{path.stem} looks different: mean {mean:.2f} (≤ {MEAN}), plain blocks {share:.2%} (≤ {SHARE:.2%})"
