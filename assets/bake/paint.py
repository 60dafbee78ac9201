"""Draw one picture, cut it to what shows, and store it as WebP.

Room: assets, build-only. Runs in worker processes: resvg holds the interpreter's lock.
Stays outside: which pictures there are (`catalogue`) and what the game reads (`manifest`).
"""

import io
from collections.abc import Sequence, Set
from functools import lru_cache
from importlib import import_module
from math import ceil, floor
from typing import Any, NamedTuple

from PIL import Image, ImageChops, ImageFilter

from assets.bake.picture import LOSSLESS, Picture, Quick
from assets.bake.source import module_of
from assets.kit.render import image

STEP = 4  # crops start and end on multiples of 4 px, so that boxes are whole logical pixels at 4/3
RIM = 3  # px round what differs, where both look the same
NOISE = 6  # a difference of this much in a channel (0 to 255) is not seen


Box = tuple[int, int, int, int]


class Painted(NamedTuple):
    """A picture once baked. Boxes are (left, top, right, bottom) in pixels of the whole drawing."""

    id: str
    data: bytes  # what is stored
    box: Box  # where something is to be seen
    part: Box | None = None  # where the file lies, for a picture that is whole only on another
    ground: tuple[int, int] | None = None  # left and top of that other one


def drawing(picture: Picture) -> Any:
    """The kit's `Svg` of this picture."""
    return getattr(import_module(module_of(picture)), picture.draw.partition(":")[2])(*picture.args)


def full(picture: Picture) -> Image.Image:
    """The whole drawing in pixels, RGBA, before any cutting."""
    width, height = picture.pixels
    svg = drawing(picture)
    if (round(svg.w), round(svg.h)) != picture.canvas and svg.w * picture.canvas[1] != svg.h * picture.canvas[0]:
        raise ValueError(f"{picture.id}: drawn {svg.w} by {svg.h}, listed as {picture.canvas}")
    text = past_the_frame(svg, *picture.bleed) if picture.bleed else svg.tostring()
    if "<text" in text and not picture.words:  # it would be drawn without them
        raise ValueError(f"{picture.id}: has words, and is not listed as having them")
    return image(text, width, text=picture.words).crop((0, 0, width, height))  # a last row may be a fraction of a pixel


def past_the_frame(svg: Any, across: int, down: int) -> str:
    """The markup of a drawing of which so much more is seen on either side, above and below."""
    w, h = round(svg.w), round(svg.h)
    wider, higher = w + 2 * across, h + 2 * down
    frame = f'viewBox="{-across} {-down} {wider} {higher}" width="{wider}" height="{higher}"'
    text: str = svg.tostring()
    return text.replace(f'viewBox="0 0 {w} {h}" width="{w}" height="{h}"', frame, 1)


def differing(base: Image.Image, other: Image.Image) -> Image.Image:
    """What must be laid over `base` to see `other`: transparent wherever the two look the same, but for a rim so that a lossy base
    shows no seam. Edges that are half clear in both are left as they are, or they would be laid down twice."""
    difference = ImageChops.difference(base, other)
    most = difference.getchannel(0)
    for channel in range(1, 4):
        most = ImageChops.lighter(most, difference.getchannel(channel))
    seen = most.point(lambda value: 255 if value > NOISE else 0)
    solid = ImageChops.darker(base.getchannel("A"), other.getchannel("A")).point(lambda value: 255 if value == 255 else 0)
    rim = Image.new("L", seen.size)
    if (found := seen.getbbox()) is not None:  # mostly a small part of the whole
        rim.paste(seen.crop(box := _grown(found, RIM)).filter(ImageFilter.MaxFilter(2 * RIM + 1)), box)
    rim = ImageChops.multiply(rim, solid)
    out = other.copy()
    out.putalpha(ImageChops.multiply(ImageChops.lighter(seen, rim), other.getchannel("A")))
    return out


def _grown(box: Box, by: int) -> Box:
    left, top, right, bottom = box
    return left - by, top - by, right + by, bottom + by


def shown(picture: Picture, painted: Image.Image) -> Box:
    """What is kept: what is not transparent, grown to multiples of `STEP`; everything of a picture that must stay whole."""
    width, height = painted.size
    bounds = painted.getchannel("A").getbbox()
    if bounds is None or picture.whole or picture.opaque:
        return 0, 0, width, height
    left, top, right, bottom = bounds
    return (
        floor(left / STEP) * STEP,
        floor(top / STEP) * STEP,
        min(width, ceil(right / STEP) * STEP),
        min(height, ceil(bottom / STEP) * STEP),
    )


def encode(picture: Picture, painted: Image.Image) -> bytes:
    """The bytes that are stored."""
    out = io.BytesIO()
    kept = painted.convert("RGB") if picture.opaque else painted
    if isinstance(picture, Quick):
        kept.save(out, "JPEG", quality=picture.quality, subsampling=0, optimize=True)
    elif picture.quality == LOSSLESS:
        kept.save(out, "WEBP", lossless=True, quality=90, method=4, exact=_patch(picture))
    else:
        kept.save(out, "WEBP", quality=picture.quality, alpha_quality=100, method=5, use_sharp_yuv=True)
    return out.getvalue()


def paint(family: Sequence[Picture], wanted: Set[str], under: Picture | None = None) -> list[Painted]:
    """Paint a picture and those laid over it.

    family:  the base first, then its overlays
    wanted:  ids of those that must be written; the base is drawn anyway
    under:   what the base is whole on (its `on`)
    """
    base, *overlays = family
    ground = full(base)
    out = []
    for picture in (base, *overlays):
        if picture.id not in wanted:
            continue
        if picture is base and under is not None:
            out.append(_on(under, base, ground))
            continue
        painted = ground if picture is base else differing(ground, full(picture))
        box = shown(picture, painted)
        if _patch(picture):
            painted = _hollow(painted)
        out.append(Painted(picture.id, encode(picture, painted.crop(box)), box))
    return out


def _patch(picture: Picture) -> bool:
    """Whether it is laid over a layer of a place, each made smaller on its own: it keeps the colours round it, or it had a dark rim."""
    return picture.over is not None and picture.bleed is not None


def _hollow(part: Image.Image) -> Image.Image:
    """The same, without the colours that are clear and far from any that is seen: they would only take room."""
    near = part.getchannel("A").point(lambda value: 255 if value else 0).filter(ImageFilter.MaxFilter(4 * RIM + 1))
    return Image.composite(part, Image.new("RGBA", part.size), near)


@lru_cache(maxsize=2)
def _ground(picture: Picture) -> Image.Image:
    """A drawing that several pictures are whole on."""
    return full(picture)


def _on(under: Picture, picture: Picture, whole: Image.Image) -> Painted:
    """What a picture adds to the one it is whole on."""
    below, down = _ground(under), round(picture.down * picture.scale)
    left, top, _, _ = shown(under, below)
    ground = Image.new("RGBA", whole.size)
    ground.paste(below, (0, down))
    part = differing(ground, whole)
    where = shown(picture, part)
    return Painted(picture.id, encode(picture, part.crop(where)), shown(picture, whole), where, (left, top + down))
