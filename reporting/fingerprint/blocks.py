"""PDQ from a JPEG decoded reduced: a few bits at most from the hash of its full pixels, in a fraction of the time.

Room: reporting/fingerprint. Small luma pixels and the size of the full picture go in, bits come out; nothing here opens a file.

A JPEG stores 8 × 8 blocks of frequencies, and its decoder can stop at the mean of each whole, half or quarter block. PDQ only
ever sees weighted sums of pixels (two box filters, then 64 × 64 samples), so the weights of the *full* size are summed over each
block and applied to the means. The window of the reference is a whole number of full pixels and off centre when even: filtering
the small picture as if it were the original would move the samples by several pixels, and the hash by 6 bits on average.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reporting.fingerprint.pdq import SIDE, Bits, Floats, bits_of, centres_of, quality_of, window_of


def pdq_of_blocks(blocks: NDArray[np.uint8], rows: Floats, columns: Floats) -> tuple[Bits, int]:
    """PDQ hash, near the full-pixel one, of a picture whose pixels are each the mean of a square of full pixels.

    blocks:  (height, width) uint8 luma, upright.
    rows:    (64, height) weights from `block_weights`; columns: (64, width), the same along the other axis.
    returns: as `pdq`.
    """
    small = rows @ blocks.astype(np.float32) @ columns.T
    return bits_of(small), quality_of(small)


def block_weights(length: int, block: int, *, flipped: bool = False) -> Floats:
    """What each block of pixels weighs in each of the 64 samples that PDQ takes along one axis.

    length:  full pixels along the axis, 5 or more; block: pixels a block; the last stored block may be cut short.
    flipped: the stored axis runs against the upright one (EXIF), so the short block comes first; the window is off centre.
    returns: (64, ceil(length / block)) float32, in upright order; each row sums to 1.
    """
    window = window_of(length)
    right = (window + 2) // 2 - 1
    left = window - 1 - right
    centres = centres_of(length)
    first, last = np.maximum(centres - left, 0), np.minimum(centres + right, length - 1)
    # The second pass is a mean of up to `window` means of the first. Each of those is a step up and a step down.
    means = first[:, None] + np.arange(window)
    inside = means <= last[:, None]
    low, high = np.maximum(means - left, 0), np.minimum(means + right, length - 1)
    share = np.where(inside, 1.0 / ((last - first + 1)[:, None] * (high - low + 1)), 0.0)
    start = low[:, :1]  # the first full pixel that counts; 2 × window of them is enough
    width = 2 * window + 1
    base = np.arange(SIDE)[:, None] * width
    up = np.where(inside, base + low - start, base)
    down = np.where(inside, base + high + 1 - start, base)
    steps = np.bincount(up.ravel(), share.ravel(), SIDE * width) - np.bincount(down.ravel(), share.ravel(), SIDE * width)
    weights = np.cumsum(steps.reshape(SIDE, width), axis=1)
    pixels = np.minimum(start + np.arange(width), length - 1)  # past the end the weight is 0
    count = -(-length // block)
    places = count - 1 - (length - 1 - pixels) // block if flipped else pixels // block
    gathered = np.bincount((np.arange(SIDE)[:, None] * count + places).ravel(), weights.ravel(), SIDE * count)
    return gathered.reshape(SIDE, count).astype(np.float32)
