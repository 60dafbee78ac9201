"""Draw one picture, cut it to what shows, and store it as WebP.

Room: assets, build-only. Runs in worker processes: resvg holds the interpreter's lock.
Stays outside: which pictures there are (`catalogue`) and what the game reads (`manifest`).
"""

import io
from collections.abc import Sequence, Set
from importlib import import_module
from math import ceil, floor
from typing import Any

from PIL import Image, ImageChops, ImageFilter

from assets.bake.picture import LOSSLESS, Picture, Quick
from assets.bake.source import module_of
from assets.kit.render import image

STEP = 4  # crops start and end on multiples of 4 px, so that boxes are whole logical pixels at 4/3
NOISE = 6  # a difference of this much in a channel (0 to 255) is not seen


Box = tuple[int, int, int, int]
Painted = tuple[str, bytes, Box]
"""Id, stored bytes, and the box (left, top, right, bottom) in pixels of the whole drawing."""


def drawing(picture: Picture) -> Any:
    """The kit's `Svg` of this picture."""
    return getattr(import_module(module_of(picture)), picture.draw.partition(":")[2])(*picture.args)


def full(picture: Picture) -> Image.Image:
    """The whole drawing in pixels, RGBA, before any cutting."""
    width, height = picture.pixels
    svg = drawing(picture)
    if (round(svg.w), round(svg.h)) != picture.canvas and svg.w * picture.canvas[1] != svg.h * picture.canvas[0]:
        raise ValueError(f"{picture.id}: drawn {svg.w} by {svg.h}, listed as {picture.canvas}")
    return image(svg, width, text=picture.words).crop((0, 0, width, height))  # a last row may be a fraction of a pixel


def differing(base: Image.Image, other: Image.Image) -> Image.Image:
    """What must be laid over `base` to see `other`: transparent wherever the two look the same, with a soft rim."""
    difference = ImageChops.difference(base, other)
    most = difference.getchannel(0)
    for channel in range(1, 4):
        most = ImageChops.lighter(most, difference.getchannel(channel))
    seen = most.point(lambda value: 255 if value > NOISE else 0)
    near = seen.filter(ImageFilter.MaxFilter(7))  # the rim: where both agree, so that a lossy base shows no seam
    soft = ImageChops.lighter(seen, near.filter(ImageFilter.GaussianBlur(1.5)))
    out = other.copy()
    out.putalpha(ImageChops.multiply(soft, other.getchannel("A")))
    return out


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
        kept.save(out, "WEBP", lossless=True, quality=90, method=4)
    else:
        kept.save(out, "WEBP", quality=picture.quality, alpha_quality=100, method=5, use_sharp_yuv=True)
    return out.getvalue()


def paint(family: Sequence[Picture], wanted: Set[str]) -> list[Painted]:
    """Paint a picture and those laid over it.

    family:  the base first, then its overlays
    wanted:  ids of those that must be written; the base is drawn anyway
    returns: id, bytes and box (left, top, right, bottom, pixels of the whole drawing) of each one wanted
    """
    base, *overlays = family
    ground = full(base)
    out = []
    for picture in (base, *overlays):
        if picture.id not in wanted:
            continue
        painted = ground if picture is base else differing(ground, full(picture))
        box = shown(picture, painted)
        out.append((picture.id, encode(picture, painted.crop(box)), box))
    return out
