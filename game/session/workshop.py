"""The workshop: one bundled picture, as it is or changed in one of five ways, and what the fingerprints really say.

Room: game/session. Computed with `reporting.fingerprint`, never faked; no other picture enters, and nothing leaves. The lamp is lit
while two fingerprints are at most 31 bits apart: that is when services that take part would look closer.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from game.content.vocabulary import Change, Lamp

if TYPE_CHECKING:
    from PIL.Image import Image

PICTURE = Path("assets") / "examples" / "phare-frileux.jpg"
"""The one picture, under the content root."""
MATCH = 31
"""Bits of 256 that may differ between two fingerprints of one picture."""
SHOWN = 320
"""Side of the pictures a screen shows, px."""
BITS, ROW = 256, 16
"""Points of a fingerprint, and how many of them stand in a row where it is drawn."""
SMALL = 5 / 16
"""How much of its side the smaller copy keeps."""
CHANGES: tuple[Change, ...] = get_args(Change)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One change compared with the picture as it was.

    code, before: the fingerprints, 64 hexadecimal digits each.
    distance:     bits that differ, 0 to 256.
    picture:      what the change made of the picture, RGB, `SHOWN` by `SHOWN` px, 3 bytes a pixel.
    """

    change: Change
    code: str
    before: str
    distance: int
    picture: bytes

    @property
    def lamp(self) -> Lamp:
        """Lit: the same picture or a close one, to be checked. Out: too different to be recognised."""
        return "lit" if self.distance <= MATCH else "out"


def points(code: str) -> tuple[bool, ...]:
    """The `BITS` points of a fingerprint, first to last: which are dark where it is drawn, `ROW` to a row."""
    bits = int(code, 16)
    return tuple(bool(bits >> (BITS - 1 - i) & 1) for i in range(BITS))


class Workshop:
    """Compares; each change is computed once. Made with the path of the one picture."""

    def __init__(self, picture: Path) -> None:
        self._path = picture
        self._done: dict[Change, Comparison] = {}
        self._first: tuple[Image, str] | None = None

    def known(self, change: Change) -> Comparison | None:
        """What was computed for this change already."""
        return self._done.get(change)

    def compare(self, change: Change) -> Comparison:
        """Change the picture, take its fingerprint, compare. A tenth of a second: meant for a thread.

        raises: reporting.fingerprint.PictureError when the bundled picture cannot be read; then nothing is claimed.
        """
        found = self._done.get(change)
        if found is None:
            found = self._done[change] = self._compare(change)
        return found

    def _compare(self, change: Change) -> Comparison:
        from reporting.fingerprint import fingerprint_image

        if self._first is None:
            code = fingerprint_image(self._path).pdq
            self._first = (_opened(self._path), code)
        picture, before = self._first
        changed = _CHANGES[change](picture)
        file = io.BytesIO()
        changed.save(file, "PNG", compress_level=1)
        code = fingerprint_image(file.getvalue()).pdq
        distance = (int(before, 16) ^ int(code, 16)).bit_count()
        return Comparison(change, code, before, distance, changed.resize((SHOWN, SHOWN)).tobytes())


def _opened(path: Path) -> Image:
    import PIL.Image

    with PIL.Image.open(path) as file:
        return file.convert("RGB")


def _same(picture: Image) -> Image:
    """Untouched: its own code, no bit apart."""
    return picture


def _small(picture: Image) -> Image:
    """A third of its side."""
    return picture.resize((int(picture.width * SMALL), int(picture.height * SMALL)))


def _filter(picture: Image) -> Image:
    """A little brighter, a little paler."""
    from PIL import ImageEnhance

    return ImageEnhance.Color(ImageEnhance.Brightness(picture).enhance(1.08)).enhance(0.8)


def _crop(picture: Image) -> Image:
    """The middle, a third of its area."""
    w, h = picture.size
    return picture.crop((round(w * 0.29), round(h * 0.16), round(w * 0.86), round(h * 0.72)))


def _stickers(picture: Image) -> Image:
    """Three scarves."""
    from PIL import ImageDraw

    dressed = picture.copy()
    pen, side = ImageDraw.Draw(dressed), picture.width
    for x, y, colour in ((0.2, 0.55, "#C0392B"), (0.45, 0.7, "#1F7A6D"), (0.62, 0.4, "#E5B04A")):
        pen.rounded_rectangle((x * side, y * side, (x + 0.26) * side, (y + 0.075) * side), side // 56, fill=colour)
        pen.rectangle(((x + 0.18) * side, y * side, (x + 0.24) * side, (y + 0.2) * side), fill=colour)
    return dressed


def _mirror(picture: Image) -> Image:
    """Left and right changed over."""
    from PIL import ImageOps

    return ImageOps.mirror(picture)


_CHANGES: dict[Change, Callable[[Image], Image]] = {
    "same": _same,
    "small": _small,
    "filter": _filter,
    "crop": _crop,
    "stickers": _stickers,
    "mirror": _mirror,
}
