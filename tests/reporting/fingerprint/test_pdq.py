"""PDQ: every bit and the quality are the reference's, by committed vectors everywhere and by the reference itself where it is."""

import json
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from reporting.fingerprint.pdq import ShapeError, hex_of, luma_of_rgb, pdq, pdq_of_strips
from tests.reporting.fingerprint.make_pdq_vectors import SIZES, VECTORS
from tests.reporting.fingerprint.recipes import KINDS, pixels_of

Reference = Callable[[NDArray[np.uint8]], tuple[str, int]]


@pytest.fixture(scope="module")
def reference() -> Reference:
    """The reference library, asked in our terms."""
    import pdqhash

    def ask(pixels: NDArray[np.uint8]) -> tuple[str, int]:
        bits, quality = pdqhash.compute(np.ascontiguousarray(pixels))
        return hex_of(bits.astype(np.bool_)), int(quality)

    return ask


def ours(pixels: NDArray[np.uint8]) -> tuple[str, int]:
    """Our hash and quality of (height, width, 3) pixels."""
    bits, quality = pdq(luma_of_rgb(pixels))
    return hex_of(bits), quality


def test_every_committed_vector() -> None:
    """What the reference said when the vectors were made is what we say, bit for bit."""
    vectors = json.loads(VECTORS.read_text(encoding="utf-8"))["vectors"]
    assert len(vectors) == len(SIZES) * len(KINDS)
    wrong = [
        (kind, height, width)
        for kind, height, width, seed, expected, quality in vectors
        if ours(pixels_of(kind, height, width, seed)) != (expected, quality)
    ]
    assert wrong == []


@pytest.mark.needs_compiler
@given(pixels=arrays.arrays(np.uint8, st.tuples(st.integers(1, 40), st.integers(1, 40), st.just(3))))
def test_equal_to_the_reference_on_small_arrays(reference: Reference, pixels: NDArray[np.uint8]) -> None:
    """Any small array, those under 5 pixels a side included."""
    assert ours(pixels) == reference(pixels)


@pytest.mark.needs_compiler
@given(
    kind=st.sampled_from(KINDS),
    height=st.one_of(st.integers(1, 400), st.sampled_from([64, 128, 129, 256])),
    width=st.one_of(st.integers(1, 400), st.sampled_from([64, 128, 129, 256])),
    seed=st.integers(0, 10_000),
)
def test_equal_to_the_reference_on_any_shape(reference: Reference, kind: str, height: int, width: int, seed: int) -> None:
    """Noise, smooth, flat, ramps and boxes, at sizes on both sides of each change of the filter window."""
    pixels = pixels_of(kind, height, width, seed)
    assert ours(pixels) == reference(pixels)


@pytest.mark.needs_compiler
@pytest.mark.parametrize("shape", [(150, 6001), (6001, 150), pytest.param((3000, 4000), marks=pytest.mark.deep)])
def test_equal_to_the_reference_on_long_sides(reference: Reference, shape: tuple[int, int]) -> None:
    """The running sums stay equal over long rows and columns, where rounding has had time to add up."""
    pixels = pixels_of("walk", *shape, 7)
    assert ours(pixels) == reference(pixels)


@given(cut=st.integers(1, 199), seed=st.integers(0, 100))
def test_the_cut_into_strips_does_not_matter(cut: int, seed: int) -> None:
    """The sums run on from one strip to the next, wherever the cut is."""
    luma = luma_of_rgb(pixels_of("walk", 200, 150, seed))
    whole, quality = pdq(luma)
    bits, same = pdq_of_strips(200, 150, iter([luma[:cut], luma[cut:]]))
    assert hex_of(bits) == hex_of(whole)
    assert same == quality


@pytest.mark.parametrize("shape", [(0, 4), (4, 0), (5,), (2, 3, 4)])
def test_no_picture_has_that_shape(shape: tuple[int, ...]) -> None:
    """The error carries the shape it got."""
    with pytest.raises(ShapeError) as caught:
        pdq(np.zeros(shape, dtype=np.float32))
    assert caught.value.shape == shape
