"""Golden pictures: what a screen looked like when somebody last looked at it, compared with a tolerance.

`python -m tests.game.view.golden` is not needed: a missing picture is written and the test fails once, naming it; look at it, commit it.
To renew pictures after a change that was meant, delete them and run the tests twice.
"""

from __future__ import annotations

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


def assert_golden(surface: pygame.Surface, name: str) -> None:
    """The screen looks as it did. Writes the picture and fails when there was none."""
    path = FOLDER / f"{name}.webp"
    shown = picture_of(surface)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        shown.save(path, quality=82, method=6)
        raise AssertionError(f"there was no golden picture {path.name}: it was written; look at it, then run again")
    with Image.open(path) as kept:
        mean, share = difference(shown, kept)
    if mean > MEAN or share > SHARE:
        seen = path.with_suffix(".seen.png")
        shown.save(seen)
        raise AssertionError(f"{name} looks different: mean {mean:.2f} (≤ {MEAN}), plain blocks {share:.2%} (≤ {SHARE:.2%}); see {seen}")
