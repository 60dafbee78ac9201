"""A drawing at another hour keeps its values in order: what was darker stays darker."""

import pytest

from assets.kit.grade import dusk_grade, fog_grade, regrade
from assets.kit.palette import MOODS, luminance, mix
from assets.kit.svg import Svg, rect

GREYS = [mix("#14173A", "#F3E9D8", i / 12) for i in range(13)]


@pytest.mark.parametrize("change", [fog_grade(MOODS["fog-morning"]), fog_grade(MOODS["fog-morning"], 0.3), dusk_grade(MOODS["wet-dusk"])])
def test_dark_stays_below_light(change: object) -> None:
    """Thirteen greys come out in the same order."""
    assert callable(change)
    out = [luminance(change(grey)) for grey in GREYS]
    assert out == sorted(out)


def test_every_colour_goes_through_the_grade() -> None:
    """Fills and the stops of gradients are changed, numbers and ids are not."""
    drawing = Svg(100, 100, "x")
    drawing.add(rect(0, 0, 50, 50, "#112233"), rect(0, 0, 50, 50, drawing.linear(0, 0, 50, 0, (0, "#112233"), (1, "#445566"))))
    text = regrade(drawing, lambda _: "#ABCDEF").tostring()
    assert "#112233" not in text
    assert text.count("#ABCDEF") == 3
