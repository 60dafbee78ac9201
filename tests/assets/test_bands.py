"""Gradients cut into bands look as they did, and what cannot be cut is left as it was."""

import pytest
from PIL import ImageChops, ImageStat

from assets.kit.bands import banded
from assets.kit.render import image
from assets.kit.svg import Svg, ellipse, group, path, rect


def sheet(kind: str) -> Svg:
    """A drawing with one large gradient of this kind."""
    drawing = Svg(960, 540, "x")
    across = drawing.linear(0, 0, 960, 0, (0, "#223355"), (0.4, "#887799"), (1, "#FFD0A0"))
    down = drawing.linear(0, 500, 0, 20, (0, "#223355", 0.9), (1, "#FFD0A0", 0))
    halo = drawing.radial(480, 270, 260, (0, "#FFD0A0", 0.6), (0.35, "#FFD0A0", 0.3), (1, "#FFD0A0", 0), sy=0.8)
    drawn = {
        "across": rect(0, 0, 960, 540, across),
        "wall": rect(0, 0, 960, 540, "#446688") + path("M-200 600L700 400L700 100L-200 -90Z", across),
        "down": rect(0, 0, 960, 540, "#446688") + path("M0 30L960 10V540H0Z", down),
        "halo": rect(0, 0, 960, 540, "#446688") + ellipse(480, 270, 260, 208, halo),
    }
    return drawing.add(drawn[kind])


@pytest.mark.parametrize("kind", ["across", "wall", "down", "halo"])
@pytest.mark.parametrize("width", [960, 1280])
def test_bands_look_like_the_gradient(kind: str, width: int) -> None:
    """At both sizes that are drawn, only the soft rim of a slanted shape is more than a few levels off, and on the whole nothing is."""
    whole, cut = image(sheet(kind), width), image(banded(sheet(kind)), width)
    difference = ImageChops.difference(whole.convert("RGB"), cut.convert("RGB"))
    far = ImageChops.lighter(ImageChops.lighter(*difference.split()[:2]), difference.getchannel(2)).histogram()
    assert sum(far[7:]) / sum(far) < 0.005
    assert max(ImageStat.Stat(difference).mean) < 0.8


@pytest.mark.parametrize("kind", ["across", "wall", "down", "halo"])
def test_large_gradients_are_cut(kind: str) -> None:
    """What stood as one shape with a gradient stands as flat shapes."""
    assert 'fill="url(' not in "".join(banded(sheet(kind)).out)


def test_what_cannot_be_cut_stays() -> None:
    """Slanted gradients, curved shapes, small ones and those in a turned group are drawn as before."""
    drawing = Svg(960, 540, "x")
    slanted = rect(0, 0, 960, 540, drawing.linear(0, 0, 960, 540, (0, "#223355"), (1, "#FFD0A0")))
    level = drawing.linear(0, 0, 960, 0, (0, "#223355"), (1, "#FFD0A0"))
    curved, small = path("M0 0C300 80 600 80 960 0V540H0Z", level), rect(0, 0, 60, 60, level)
    turned = group(rect(0, 0, 960, 540, level), transform="rotate(8)")
    before = [slanted, curved, small, turned]
    assert banded(drawing.add(*before)).out == before
