"""From the bytes of one whole still picture to pixels, upright, with bounded memory.

Room: reporting/fingerprint. The only module that calls a decoder; it names the decoder's class itself, so no other format is ever
tried, nothing is registered for the rest of the process, and Pillow's own size warnings never come up (ours come first).

What counts as the picture is what Pillow's `convert("RGB")` gives after EXIF rotation, 8 bits a channel:
alpha is dropped (the colour stored under it stays), a palette is looked up, grey is repeated in the three channels, CMYK is
converted without a profile, 16-bit grey keeps its high byte (as the decoder does
for 16-bit colour; `convert` alone would turn nearly all of it white), 10-bit HEIC is brought to
8 bits by its decoder, a colour profile is not applied.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from reporting.fingerprint.container import Container, check_size
from reporting.fingerprint.errors import Damaged, NoMemory, PictureError, Truncated
from reporting.fingerprint.pdq import STRIP, Floats, luma_of_rgb, window_of

if TYPE_CHECKING:
    from PIL.Image import Image

REDUCE_FROM = 2_000_000  # pixels; a smaller JPEG is decoded in full, and its hash is exact
# Blocks in one filter window along the shorter side. With 3 the distance measured is 0 to 4 bits from 12 megapixels up, and
# within 10 below; with 2 a page of text reached 28.
BLOCKS_A_WINDOW = 3

# What decoders raise on bytes that were cut or changed, by their type: hostile input reaches any line of them.
DECODER_ERRORS = (
    OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, RuntimeError, ArithmeticError, AttributeError,
    AssertionError, struct.error, zlib.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """Pixels as stored, and how to stand them up.

    image:       the decoded picture; grey when it is reduced.
    width, height: of the full stored picture, before rotation.
    block:       full pixels a side that one decoded pixel stands for: 1, 2, 4 or 8.
    orientation: EXIF, 1 to 8.
    """

    image: Image
    width: int
    height: int
    block: int
    orientation: int

    @property
    def upright_size(self) -> tuple[int, int]:
        """(height, width) of the full picture as it is looked at."""
        return (self.width, self.height) if self.orientation > 4 else (self.height, self.width)

    @property
    def flipped(self) -> tuple[bool, bool]:
        """Whether the upright rows, and the upright columns, run against the stored axis they come from."""
        return self.orientation in (3, 4, 7, 8), self.orientation in (2, 3, 6, 7)


def block_for(width: int, height: int) -> int:
    """How far a JPEG of that size is reduced: 1 (not at all), 2, 4 or 8."""
    if width * height < REDUCE_FROM:
        return 1
    room = window_of(min(width, height)) // BLOCKS_A_WINDOW
    return max((block for block in (2, 4, 8) if block <= room), default=1)


def decode(data: bytes, found: Container) -> Decoded:
    """Decode a whole still picture, a large JPEG reduced.

    raises: Truncated, Damaged, NoMemory; TooManyPixels or Bomb where only the decoder could tell the size.
    """
    size = found.width, found.height
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # broken EXIF and the like; what matters raises
            image, block = _open(data, found)
            size = found.width or image.width, found.height or image.height
            image.load()
            orientation = _orientation(image)
    except PictureError:
        raise
    except MemoryError:
        raise NoMemory(found.kind, *size) from None
    except DECODER_ERRORS as error:
        said = str(error).lower()
        if "memory" in said:
            raise NoMemory(found.kind, *size) from None
        cut = any(word in said for word in ("truncated", "end of file", "end of data", "end-of-file", "premature"))
        raise (Truncated if cut else Damaged)(found.kind, len(data)) from None
    if found.kind == "HEIC":  # its decoder has already turned and cropped it
        size = image.size
    return Decoded(image, *size, block, orientation)


def _open(data: bytes, found: Container) -> tuple[Image, int]:
    """The decoder for that kind, its header read, set to reduce where that is allowed."""
    stream = io.BytesIO(data)
    if found.kind == "JPEG":
        from PIL.JpegImagePlugin import JpegImageFile

        jpeg = JpegImageFile(stream)
        jpeg.decodermaxblock = len(data) + 1  # one call for the whole file; by 64 KiB it is some 5 % slower
        if jpeg.mode == "CMYK":  # not linear in what is stored, so a mean of it is no luma; and it is held whole
            check_size(Container("PNG", found.width, found.height), len(data))
            return jpeg, 1
        block = block_for(found.width, found.height)
        if block > 1:
            jpeg.draft("L", (found.width // block, found.height // block))
        elif found.width * found.height > REDUCE_FROM:
            check_size(Container("PNG", found.width, found.height), len(data))  # a very long strip, held whole
        return jpeg, block
    if found.kind == "PNG":
        from PIL.PngImagePlugin import PngImageFile

        return PngImageFile(stream), 1
    if found.kind == "WebP":
        from PIL.WebPImagePlugin import WebPImageFile

        return WebPImageFile(stream), 1
    from pillow_heif.as_plugin import HeifImageFile

    heic: Image = HeifImageFile(stream)  # type: ignore[no-untyped-call]
    check_size(replace(found, width=heic.width, height=heic.height), len(data))
    return heic, 1


def _orientation(image: Image) -> int:
    try:
        value = image.getexif().get(0x0112, 1)
    except DECODER_ERRORS:
        return 1  # what cannot be read turns nothing, as in Pillow and in browsers
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def upright(image: Image, orientation: int) -> Image:
    """The picture turned as EXIF says."""
    from PIL.Image import Transpose

    turn = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }.get(orientation)
    return image if turn is None else image.transpose(turn)


def luma_strips(decoded: Decoded) -> Iterator[Floats]:
    """Luma of a picture decoded in full, upright, from the top, `STRIP` rows at a time: (rows, width) float32."""
    image, orientation = decoded.image, decoded.orientation
    height, _ = decoded.upright_size
    against, _ = decoded.flipped
    for top in range(0, height, STRIP):
        near, far = top, min(top + STRIP, height)
        if against:
            near, far = height - far, height - near
        box = (near, 0, far, decoded.height) if orientation > 4 else (0, near, decoded.width, far)
        yield luma_of_rgb(np.asarray(upright(eight_bits(image.crop(box)), orientation).convert("RGB")))


def eight_bits(image: Image) -> Image:
    """16-bit grey as 8-bit grey, by its high byte; any other picture as it is, without the mark of a transparent colour."""
    from PIL.Image import fromarray

    image.info.pop("transparency", None)  # only a warning when the palette is looked up
    if image.mode.startswith("I"):
        return fromarray((np.asarray(image).astype(np.uint32) >> 8).clip(0, 255).astype(np.uint8))
    return image
