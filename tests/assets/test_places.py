"""The places of the kit: they reach past the frame, their words can be read and are written as French is, their modules stay short."""

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops

from assets.bake.manifest import read
from assets.bake.paint import past_the_frame
from assets.bake.places import BLEED, DEPTHS, PATCHES, PLACES
from assets.kit.fonts import HAND, READ, TITLE, file
from assets.kit.places import couloir_b_wall
from assets.kit.render import image
from assets.kit.svg import Svg

ROOT = Path(__file__).resolve().parents[2]
MARGIN = (58, 33)  # px past the frame, 3 % of it: what a leaning layer may show
SHEET = (208, 299)  # px: the corridor's poster
OPEN = 0.2  # of an edge: slanted silhouettes leave the frame somewhere; a layer that ends at the frame leaves it everywhere
LONGEST = 400  # lines a module
TEXT = re.compile(r"<text\b([^>]*)>(.*?)</text>", re.S)


SMALL = 2  # the layers are looked at in half their size
CLEAR = 200  # alpha below this is a hole; where two bands meet between two px it is a little less than 255


@cache
def drawn(place: str, depth: str) -> Svg:
    """One layer of the kit."""
    svg: Svg = getattr(import_module(f"assets.kit.places.{PLACES[place]}"), depth)()
    return svg


def wide(svg: Svg) -> Image.Image:
    """A drawing with 3 % more on every side."""
    return image(past_the_frame(svg, *MARGIN), (1920 + 2 * MARGIN[0]) // SMALL)


@cache
def wide_layer(place: str, depth: str) -> Image.Image:
    """One layer of the kit, so."""
    return wide(drawn(place, depth))


def openings(picture: Image.Image) -> dict[str, float]:
    """Edge → the share of it where the layer is solid just inside the frame and gone somewhere in the margin."""
    alpha = picture.getchannel("A")
    w, h = picture.size
    x, y = MARGIN[0] // SMALL, MARGIN[1] // SMALL
    sides = {
        "left": ((x + 1, y, x + 2, h - y), [(i, y, i + 1, h - y) for i in range(x)]),
        "right": ((w - x - 2, y, w - x - 1, h - y), [(i, y, i + 1, h - y) for i in range(w - x, w)]),
        "top": ((x, y + 1, w - x, y + 2), [(x, i, w - x, i + 1) for i in range(y)]),
        "bottom": ((x, h - y - 2, w - x, h - y - 1), [(x, i, w - x, i + 1) for i in range(h - y, h)]),
    }
    out = {}
    for side, (inside, outside) in sides.items():
        edge, least = alpha.crop(inside), alpha.crop(outside[0])
        for box in outside[1:]:
            least = ImageChops.darker(least, alpha.crop(box))
        gone = ImageChops.subtract(edge, least).histogram()
        out[side] = sum(gone[61:]) / sum(gone)
    return out


@pytest.mark.parametrize("place", PLACES)
def test_layers_reach_past_the_frame(place: str) -> None:
    """Leaning a layer by up to 3 % shows no bare edge."""
    for depth in DEPTHS:
        found = {side: share for side, share in openings(wide_layer(place, depth)).items() if share > OPEN}
        assert found == {}, depth


def test_a_layer_that_ends_at_the_frame_is_found() -> None:
    """The measure sees a sheet that is cut off exactly at the frame, on all four sides."""
    sheet = Svg(1920, 1080, "x").add('<rect x="0" y="0" width="1920" height="1080" fill="#446688"/>')
    assert min(openings(wide(sheet)).values()) > 0.9


def test_backs_are_opaque() -> None:
    """Nothing shines through the farthest layer where the nearer ones are open too, in all of what is baked past the frame either."""
    for place in PLACES:
        layers = [wide_layer(place, depth) for depth in DEPTHS]
        together = Image.new("RGBA", layers[0].size)
        for layer in layers:
            together.alpha_composite(layer)
        x, y = ((margin - bleed) // SMALL for margin, bleed in zip(MARGIN, BLEED, strict=True))
        baked = together.crop((x, y, together.width - x, together.height - y))
        assert sum(baked.getchannel("A").histogram()[:CLEAR]) == 0, place


def test_layers_are_named_and_sized_alike() -> None:
    """Every picture of a place is `place/depth`, is drawn for 2560×1440, and a patch names the layer it changes."""
    entries: dict[str, dict[str, Any]] = read()["pictures"]
    for name in [*(f"{place}/{depth}" for place in PLACES for depth in DEPTHS), *PATCHES]:
        assert name.rpartition("/")[2] in DEPTHS, name
        assert entries[name]["canvas"] == [1920, 1080], name
        assert entries[name]["scale"] == round(4 / 3, 4), name
    for name, (_, _, over) in PATCHES.items():
        assert over is None or over.rpartition("/")[2] == name.rpartition("/")[2], name


def all_words() -> list[tuple[str, str, str]]:
    """Layer, family and text of every word drawn in a place."""
    out = []
    for place in PLACES:
        for depth in DEPTHS:
            for head, text in TEXT.findall(drawn(place, depth).tostring()):
                attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', head))
                plain = re.sub(r"<[^>]+>", "", text)
                out.append((f"{place}/{depth}", attributes["font-family"], plain))
    return out


def test_words_on_walls_are_set_in_the_fonts_that_ship() -> None:
    """Every word uses one of the three families, and every letter of it has a glyph there."""
    glyphs = {family: TTFont(file(family, 700)).getBestCmap() for family in (TITLE, READ, HAND)}
    for layer, family, text in all_words():
        name = family.split(",")[0].strip(" '\"")
        assert name in glyphs, (layer, family)
        assert [c for c in text if ord(c) not in glyphs[name]] == [], (layer, text)


def test_words_on_walls_are_french_as_it_is_printed() -> None:
    """Real letters, curly apostrophes, one sign for the ellipsis, a space before the double signs."""
    for layer, _, text in all_words():
        assert "'" not in text, (layer, text)
        assert "..." not in text, (layer, text)
        assert not re.search(r"\w[:;!?»]|«\w", text) or re.fullmatch(r"\d\d:\d\d", text), (layer, text)


def ink(markup: str) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of what is drawn, on a sheet of 400×400."""
    box = image(Svg(400, 400, "i").add(markup).tostring(), 400, text=True).getbbox()
    assert box is not None
    return box


def test_the_words_of_the_corridor_s_poster_end_before_its_edge() -> None:
    """The name of the programme and its day stand on the sheet; the two small lines are whole beside the tear, too."""
    poster_words: Callable[[str], str] = couloir_b_wall._poster_words
    left, top, right, bottom = ink(poster_words("#000000"))
    assert left >= 10
    assert top >= 120
    assert right <= SHEET[0] - 10
    assert bottom <= SHEET[1] - 20
    lines = re.findall(r"<text.*?</text>", poster_words("#000000"), re.S)
    for line in lines[2:]:
        small = ink(line)
        beside = [x for x, y in couloir_b_wall.TEAR if small[1] - 8 <= y <= small[3] + 8]
        assert small[2] <= min(beside), line


def test_modules_stay_short() -> None:
    """A place or its props are read in one sitting."""
    paths = [*(ROOT / "assets/kit/places").glob("*.py"), *(ROOT / "assets/kit/props").glob("*.py")]
    lines = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    assert {name: n for name, n in lines.items() if n > LONGEST} == {}


def test_spots_lie_in_the_picture() -> None:
    """What can be touched lies inside the frame; who stands somewhere has the feet in it."""
    for place, module in PLACES.items():
        kit = import_module(f"assets.kit.places.{module}")
        for name, (x, y, w, h) in kit.HOTSPOTS.items():
            assert 0 <= x < x + w <= 1920, (place, name)
            assert 0 <= y < y + h <= 1080, (place, name)
            assert min(w, h) >= 64, (place, name)
        for name, spot in kit.STANDS.items():
            if name != "extras_spots":
                assert 0 < spot[0] < 1920, (place, name)
                assert 500 < spot[1] < 1080, (place, name)
