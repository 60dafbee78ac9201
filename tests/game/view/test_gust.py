"""What a gust leaves: lines drawn through their knots, without any picture."""

from __future__ import annotations

import pytest

from game.view.widgets import gust


def test_a_line_goes_through_its_knots() -> None:
    """An open line begins and ends where it is told to, a closed one comes back; each passes its corners."""
    knots = ((0.0, 0.0, 0.0), (10.0, 4.0, 1.0), (20.0, 0.0, 0.0))
    line = gust.outline(knots, closed=False)
    assert line[0] == pytest.approx((0, 0))
    assert line[-1] == pytest.approx((20, 0))
    assert any(point == pytest.approx((10, 4)) for point in line)
    assert gust.outline(knots)[-1] == pytest.approx((0, 0))


def test_a_stroke_is_as_wide_as_it_is_told() -> None:
    """A straight one is a rectangle."""
    assert gust.ribbon([(0, 0), (10, 0)], 4) == [(0, 2), (10, 2), (10, -2), (0, -2)]
