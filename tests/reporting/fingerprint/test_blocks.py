"""The hash from a JPEG decoded reduced: the weights are those of the full filter, and the distance is small."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from benchmarks.pictures import KINDS, jpeg
from reporting.fingerprint import fingerprint_image
from reporting.fingerprint.blocks import block_weights
from reporting.fingerprint.decode import REDUCE_FROM, block_for
from reporting.fingerprint.pdq import centres_of, hex_of, luma_of_rgb, pdq, window_of
from tests.reporting.fingerprint.distance import bits_apart


def mean_of_means(length: int) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """(64, length): the two box filters written out plainly, as a mean of means of each pixel's neighbours."""
    window = window_of(length)
    left, right = window - (window + 2) // 2, (window + 2) // 2
    box = np.zeros((length, length))
    for middle in range(length):
        reach = slice(max(middle - left, 0), min(middle + right, length))
        box[middle, reach] = 1 / (reach.stop - reach.start)
    return (box @ box)[centres_of(length)]


@given(length=st.integers(5, 700), block=st.sampled_from([1, 2, 4, 8]), flipped=st.booleans())
def test_weights_are_the_filter_summed_over_each_block(length: int, block: int, flipped: bool) -> None:
    """Whatever the length and the block; when the stored axis runs backwards the short block is the first."""
    plain = mean_of_means(length)
    if flipped:
        expected = np.add.reduceat(plain[:, ::-1], np.arange(0, length, block), axis=1)[:, ::-1]
    else:
        expected = np.add.reduceat(plain, np.arange(0, length, block), axis=1)
    np.testing.assert_allclose(block_weights(length, block, flipped=flipped), expected, atol=1e-6)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("height", "width", "quality"), [(1200, 1672, 88), (2003, 1501, 80), pytest.param(3000, 4000, 90, marks=pytest.mark.deep)]
)
def test_at_most_10_bits_from_the_full_pixels(kind: str, height: int, width: int, quality: int) -> None:
    """Each kind of made picture, at sizes decoded to a half, to a quarter, and (deep) to an eighth."""
    data = jpeg(KINDS[kind](height, width, height), quality=quality)
    assert block_for(width, height) > 1
    full, _ = pdq(luma_of_rgb(np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))))
    found = fingerprint_image(data)
    assert bits_apart(found.pdq, hex_of(full)) <= 10


@pytest.mark.parametrize(
    ("width", "height", "block"), [(4000, 3000, 8), (3000, 4000, 8), (2048, 1536, 4), (1672, 1200, 2), (1400, 1400, 1), (200, 20000, 1)]
)
def test_how_far_a_size_is_reduced(width: int, height: int, block: int) -> None:
    """The window of the shorter side must hold three blocks; under 2 megapixels nothing is reduced."""
    assert block_for(width, height) == block
    assert block == 1 or width * height >= REDUCE_FROM
