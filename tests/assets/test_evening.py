"""Rooms in the evening: darker, still in order, and lit only where a lamp is."""

import pytest

from assets.kit.evening import LAMPLIT, lamp_grade, night_grade, over, pools, ring
from assets.kit.palette import luminance, mix
from assets.kit.perspective import Camera
from assets.kit.svg import Svg, rect

GREYS = [mix("#14173A", "#F3E9D8", i / 12) for i in range(13)]
CAM = Camera(eye=1.45, back=4.0, scale=375, horizon=410, vanish=960)
FLOOR = [([(-4, 0), (4, 0), (4, 6), (-4, 6)], "#523547", "#F0AC66")]


@pytest.mark.parametrize("change", [night_grade(), night_grade(deep=0.2, dim=0.5), lamp_grade(), lamp_grade(dim=0.7)])
def test_dark_stays_below_light(change: object) -> None:
    """Thirteen greys come out in the same order, and none is lighter than by day."""
    assert callable(change)
    out = [luminance(change(grey)) for grey in GREYS]
    assert out == sorted(out)
    assert all(after <= luminance(grey) + 0.02 for after, grey in zip(out, GREYS, strict=True))


def test_what_stands_in_a_window_is_swapped() -> None:
    """A named colour becomes another outright, however it is written; the rest is graded."""
    night = night_grade(LAMPLIT, 0.6, {"#ffdd9a": "#2E3670"})
    assert night("#FFDD9A") == "#2E3670"
    assert night("#FFDD9B") != "#FFDD9B"


def test_a_pool_is_the_lit_floor_cut_to_its_ring() -> None:
    """The floor is drawn once for each ring, in no colour where no lamp reaches."""
    lights = [(ring((0, 2), (2, 1.5)), 0.2), (ring((0, 2), (1, 0.7)), 0.6)]
    assert pools(FLOOR, CAM, lights, night_grade()).count("<path") == 2
    assert pools(FLOOR, CAM, [(ring((20, 20), (1, 1)), 0.6)], night_grade()) == ""


def test_two_drawings_in_one_keep_their_order() -> None:
    """The second lies on the first, with its gradients."""
    low, high = Svg(100, 100, "a"), Svg(100, 100, "b")
    low.add(rect(0, 0, 50, 50, "#112233"))
    high.add(rect(0, 0, 50, 50, high.linear(0, 0, 50, 0, (0, "#445566"), (1, "#778899"))))
    text = over(low, high).tostring()
    assert text.index("#112233") < text.index("url(#b0)")
    assert 'id="b0"' in text
