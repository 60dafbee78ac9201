"""PDQ in NumPy: the 256 bits and the quality that the reference library gives, on every system.

Room: reporting/fingerprint. Luma pixels go in, bits come out; nothing here opens a file.
It works strip by strip, so a large picture needs little memory beside its own. `blocks.py` is the short way for a JPEG
decoded reduced.

Source: ThreatExchange, hashing/hashing.pdf (PDQ), and what `pdqhash` 0.2.8 does on x86_64. To be equal bit for bit every sum
runs in float32 in the reference's own order: running sums in the box filters, products added one by one in the DCT. A matrix
product would be faster and would round differently. (On Arm a compiler may fuse the reference's products; ours rounds the
same everywhere.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

SIDE = 64  # the picture is filtered down to 64 × 64 before the DCT
SMALLEST = 5  # a side below this gives no hash: all bits zero, quality 0
STRIP = 128  # rows filtered at a time: fast because they stay in the processor's cache

Floats = NDArray[np.float32]
Bits = NDArray[np.bool_]


class ShapeError(ValueError):
    """The pixels have a shape that is no picture; carries the shape it got."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        super().__init__(f"expected luma of shape (height, width), neither of them 0; got {shape}")
        self.shape = shape


def pdq(luma: Floats) -> tuple[Bits, int]:
    """PDQ hash of one upright still picture, equal to the reference on the same pixels.

    luma:    (height, width) float32, 0 to 255, Rec. 601 weights (`luma_of_rgb`), EXIF rotation already applied.
    returns: bits, (256,) bool, most significant first; quality, 0 to 100 (no unit).
             At quality 49 or less the picture is too plain to match: say so, do not send it.
             A side under 5 pixels gives zeros and quality 0, as the reference does.
    raises:  ShapeError, with the shape it got, if `luma` is not two-dimensional or is empty.
    """
    if luma.ndim != 2 or 0 in luma.shape:
        raise ShapeError(luma.shape)
    height, width = luma.shape
    return pdq_of_strips(height, width, (luma[top : top + STRIP] for top in range(0, height, STRIP)))


def pdq_of_strips(height: int, width: int, strips: Iterable[Floats]) -> tuple[Bits, int]:
    """`pdq` of a picture that arrives from the top as strips of luma, (rows, width) float32 each, `height` rows in all."""
    if height < SMALLEST or width < SMALLEST:
        return np.zeros(SIDE * 4, dtype=np.bool_), 0
    if height == SIDE and width == SIDE:  # the reference does not filter what is already 64 × 64
        small = np.concatenate(list(strips), axis=0)
    else:
        along_rows, along_columns = window_of(width), window_of(height)
        columns = centres_of(width)
        once = _down(along_columns, (_along(strip, along_rows) for strip in strips))
        # Only 64 columns outlive the second pass, so only they are kept for the last running sums.
        narrow = np.concatenate([_along(strip, along_rows)[:, columns] for strip in once], axis=0)
        small = _along(np.ascontiguousarray(narrow.T), along_columns).T[centres_of(height)]
    small = np.ascontiguousarray(small)
    return bits_of(small), quality_of(small)


def luma_of_rgb(pixels: NDArray[np.uint8]) -> Floats:
    """Luma, (rows, width) float32, of (rows, width, 3) uint8 pixels: added in float64 and rounded once, as the reference does."""
    red, green, blue = (pixels[..., channel] * weight for channel, weight in enumerate((0.299, 0.587, 0.114)))
    red += green
    red += blue
    return red.astype(np.float32)


def bits_of(small: Floats) -> Bits:
    """The signs of 16 × 16 DCT coefficients about their lower median, in the reference's (reversed) order."""
    cosines = _cosines()
    half = np.zeros((16, SIDE), dtype=np.float32)
    for k in range(SIDE):
        half += cosines[:, k, None] * small[None, k, :]
    full = np.zeros((16, 16), dtype=np.float32)
    for k in range(SIDE):
        full += half[:, k, None] * cosines[None, :, k]
    flat = full.ravel()
    bits: Bits = flat > np.partition(flat, 127)[127]
    return bits[::-1]


def quality_of(small: Floats) -> int:
    """How much there is to hold on to: gradients, each cut to a whole per cent of full range, summed and scaled."""
    total = 0
    for step in (small[:-1] - small[1:], small[:, :-1] - small[:, 1:]):
        total += int(np.abs((step * np.float32(100) / np.float32(255)).astype(np.int32)).sum())
    return min(total // 90, 100)


def hex_of(bits: Bits) -> str:
    """The usual spelling of a hash: 64 hexadecimal digits, most significant bit first."""
    return np.packbits(bits).tobytes().hex()


def window_of(length: int) -> int:
    """Pixels in the box filter along an axis of `length` pixels: half of a sixty-fourth, rounded up."""
    return (length + 2 * SIDE - 1) // (2 * SIDE)


def centres_of(length: int) -> NDArray[np.intp]:
    """Where the 64 samples are taken: the middle of each sixty-fourth, rounded down."""
    return (((np.arange(SIDE) + 0.5) * length) / SIDE).astype(np.intp)


def _along(lines: Floats, window: int) -> Floats:
    """Box filter along the last axis by running sums: a sample enters, is added; one leaves, is subtracted; in that order."""
    count, length = lines.shape
    ahead = (window + 2) // 2 - 1  # samples summed before the first is written
    steady = length - window  # samples that enter while another leaves
    moves = np.empty((count, 2 * length), dtype=np.float32)
    moves[:, :window] = lines[:, :window]
    moves[:, window : window + 2 * steady : 2] = lines[:, window:]
    np.negative(lines[:, :steady], out=moves[:, window + 1 : window + 1 + 2 * steady : 2])
    tail = window + 2 * steady
    np.negative(lines[:, steady : steady + ahead], out=moves[:, tail : tail + ahead])
    sums = np.cumsum(moves[:, : tail + ahead], axis=1, dtype=np.float32)
    out = np.empty_like(lines)
    grown = window - ahead  # samples written while the window still fills
    np.divide(sums[:, ahead:window], np.arange(ahead + 1, window + 1, dtype=np.float32), out=out[:, :grown])
    np.divide(sums[:, window + 1 : tail : 2], np.float32(window), out=out[:, grown : grown + steady])
    np.divide(sums[:, tail:], np.arange(window - 1, window - 1 - ahead, -1, dtype=np.float32), out=out[:, grown + steady :])
    return out


def _down(window: int, strips: Iterable[Floats]) -> Iterator[Floats]:
    """The same filter down the columns, on strips of rows as they come; yields strips of as many filtered rows in all."""
    ahead = (window + 2) // 2 - 1
    total = np.zeros(0, dtype=np.float32)
    kept: list[Floats] = []  # rows that have entered and not left
    held = entered = 0
    done: list[Floats] = []
    for strip in strips:
        for row in strip:
            if entered:
                total += row
            else:
                total = row.copy()
            entered += 1
            held += 1
            kept.append(row)
            if held > window:
                total -= kept.pop(0)
                held -= 1
            if entered > ahead:
                done.append(total / np.float32(held))
                if len(done) == STRIP:
                    yield np.stack(done)
                    done.clear()
    for _ in range(ahead):
        total -= kept.pop(0)
        held -= 1
        done.append(total / np.float32(held))
    if done:
        yield np.stack(done)


def _cosines() -> Floats:
    """The 16 × 64 DCT rows, rounded to float32 where the reference rounds: the scale first, then each product."""
    scale = np.float64(np.float32(np.sqrt(2.0 / SIDE)))
    k, j = np.arange(1, 17)[:, None], np.arange(SIDE)[None, :]
    rows: Floats = (scale * np.cos(np.pi / 2.0 / SIDE * k * (2 * j + 1))).astype(np.float32)
    return rows
