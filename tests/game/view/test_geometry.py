"""The sheet keeps its shape in any window."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.view.geometry import HEIGHT, WIDTH, Box, Viewport, inside

SIZES = st.tuples(st.integers(320, 5120), st.integers(240, 2880))


@given(SIZES, st.tuples(st.floats(0, WIDTH), st.floats(0, HEIGHT)))
def test_a_point_comes_back_where_it_was(size: tuple[int, int], point: tuple[float, float]) -> None:
    """Logical to real to logical: within one real pixel, at any window size."""
    view = Viewport(size)
    x, y = view.logical(view.real(point))
    assert abs(x - point[0]) <= 1 / view.scale
    assert abs(y - point[1]) <= 1 / view.scale


@given(SIZES)
def test_the_sheet_lies_whole_inside_the_window(size: tuple[int, int]) -> None:
    """4:3 projectors, tall windows, wide ones: evenly scaled, centred, nothing cut."""
    view = Viewport(size)
    left, top = view.real((0, 0))
    right, bottom = view.real((WIDTH, HEIGHT))
    assert left >= 0
    assert top >= 0
    assert right <= size[0] + 1
    assert bottom <= size[1] + 1
    assert abs(left - (size[0] - right)) <= 2
    assert abs(top - (size[1] - bottom)) <= 2


def test_a_point_is_inside_a_polygon_or_not() -> None:
    """A hotspot is a polygon, not its box."""
    triangle = ((0.0, 0.0), (100.0, 0.0), (0.0, 100.0))
    assert inside(triangle, (10, 10))
    assert not inside(triangle, (90, 90))
    assert Box(0, 0, 100, 100).holds((90, 90))
