"""What kind of picture these bytes are, how large it says it is, and whether the file is whole: read from its structure alone.

Room: reporting/fingerprint. Bytes go in, a `Container` or a typed error comes out; no pixel is decoded here. A decoder is lenient
by trade (it shows what it can of a cut file); we cannot be, since part of a picture has another fingerprint. So the end of each
file is looked for in its own structure before a decoder sees it. The extension is never asked.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reporting.fingerprint.errors import Animated, Bomb, Damaged, NotAPicture, TooManyPixels, Truncated, Unsupported

Kind = Literal["JPEG", "PNG", "WebP", "HEIC"]

# A JPEG is decoded reduced and row by row, so its size costs little memory, unless it is progressive: then all its frequencies
# are held at once, 2 bytes each, up to 3 a pixel. Other formats are held whole, 4 bytes a pixel.
MAX_PIXELS = {"JPEG": 300_000_000, "progressive": 120_000_000, "PNG": 100_000_000, "WebP": 100_000_000, "HEIC": 100_000_000}
BOMB_RATIO = 1000  # pixels a byte; a photograph has under 30, a blank page under 500

PNG = b"\x89PNG\r\n\x1a\n"
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1", b"mif2"}
HEIC_SEQUENCES = {b"hevc", b"hevx", b"hevm", b"hevs", b"msf1"}
# Only to say what was found instead.
OTHERS = (
    (b"GIF8", "GIF"), (b"BM", "BMP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"%PDF", "PDF"), (b"\x1aE\xdf\xa3", "WebM"),
    (b"\x00\x00\x01\x00", "ICO"), (b"\xff\x0a", "JPEG XL"), (b"\x00\x00\x00\x0cJXL ", "JPEG XL"), (b"8BPS", "PSD"),
    (b"\x00\x00\x00\x0cjP  ", "JPEG 2000"), (b"PK\x03\x04", "ZIP"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Container:
    """A whole still picture of a supported kind. `width` and `height` are 0 where only the decoder can tell (HEIC)."""

    kind: Kind
    width: int
    height: int
    progressive: bool = False


def read_container(data: bytes) -> Container:
    """Look at the structure of a file.

    raises: NotAPicture, Unsupported, Truncated, Damaged, Animated, TooManyPixels, Bomb.
    """
    if data.startswith(b"\xff\xd8"):
        found = _jpeg(data)
    elif data.startswith(PNG):
        found = _png(data)
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        found = _webp(data)
    elif data[4:8] == b"ftyp":
        found = _heic(data)
    else:
        raise _stranger(data)
    check_size(found, len(data))
    return found


def check_size(found: Container, size: int) -> None:
    """Refuse more pixels than are decoded. raises: TooManyPixels, or Bomb if `size` bytes could not honestly hold them."""
    pixels = found.width * found.height
    limit = MAX_PIXELS["progressive" if found.progressive else found.kind]
    if pixels > limit:
        refused = Bomb if pixels > BOMB_RATIO * size else TooManyPixels
        raise refused(found.kind, found.width, found.height, limit)


def _stranger(data: bytes) -> NotAPicture | Unsupported | Truncated:
    for start, name in OTHERS:
        if data.startswith(start):
            return Unsupported(name)
    if len(data) < 12 and any(whole.startswith(data[:8]) for whole in (PNG, b"\xff\xd8\xff")):
        return Truncated("PNG" if data[:1] == b"\x89" else "JPEG", len(data))
    return NotAPicture(len(data))


def _jpeg(data: bytes) -> Container:
    """Walk the segments to the picture data, then look for the end mark behind it (a thumbnail's own end mark is inside a segment)."""
    at, size, frame = 2, len(data), None
    while True:
        at = data.find(b"\xff", at)
        while 0 <= at < size and data[at] == 0xFF:
            at += 1
        if at < 0 or at + 3 > size:
            raise Truncated("JPEG", size)
        mark = data[at]
        if mark == 0xD9:
            raise Damaged("JPEG", size)  # an end before any picture
        if mark in (0x00, 0x01, *range(0xD0, 0xD9)):
            at += 1
            continue
        length = int.from_bytes(data[at + 1 : at + 3], "big")
        if at + 1 + length > size:
            raise Truncated("JPEG", size)
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC) and length >= 8:
            height, width = struct.unpack_from(">HH", data, at + 4)
            frame = Container("JPEG", width, height, progressive=mark in (0xC2, 0xC6, 0xCA, 0xCE))
        at += 1 + length
        if mark == 0xDA:
            break
    if frame is None or not frame.width or not frame.height:
        raise Damaged("JPEG", size)
    check_size(frame, size)  # before the search, so that a header alone is named for what it is
    # Most files end with the mark; phones that add a second picture or a film behind it need the search.
    if not data.endswith(b"\xff\xd9", at) and data.find(b"\xff\xd9", at) < 0:
        raise Truncated("JPEG", size)
    return frame


def _png(data: bytes) -> Container:
    """Walk the chunks to IEND. Checksums of what makes the picture are compared: the decoder skips those of the pixels."""
    at, size, found, frames = len(PNG), len(data), None, 1
    view = memoryview(data)
    while at + 12 <= size:
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > size:
            break
        critical = not name[0] & 0x20
        if (critical or found is None) and zlib.crc32(view[at + 4 : end - 4]) != int.from_bytes(view[end - 4 : end], "big"):
            raise Damaged("PNG", size)
        if found is None:
            if name != b"IHDR" or length != 13:
                raise Damaged("PNG", size)
            found = Container("PNG", *struct.unpack_from(">II", data, at + 8))
            if not found.width or not found.height:
                raise Damaged("PNG", size)
            check_size(found, size)  # before Truncated: a bomb is mostly header
        elif name == b"acTL" and length == 8:
            frames = int.from_bytes(view[at + 8 : at + 12], "big")
        elif name == b"IEND":
            if frames > 1:
                raise Animated("PNG")
            return found
        at = end
    raise Truncated("PNG", size)


def _webp(data: bytes) -> Container:
    """Read the RIFF size and the first chunk, which says the canvas and whether it moves."""
    size = len(data)
    end = int.from_bytes(data[4:8], "little") + 8
    if size < 30 or end > size or _never_arrived(data, end):
        raise Truncated("WebP", size)
    first = data[12:16]
    if first == b"VP8X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
        if data[20] & 0x02 and sum(name == b"ANMF" for name in _riff_names(data)) > 1:
            raise Animated("WebP")
    elif first == b"VP8L":
        packed = int.from_bytes(data[21:25], "little")
        width, height = (packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1
    elif first == b"VP8 ":
        width, height = (int.from_bytes(data[at : at + 2], "little") & 0x3FFF for at in (26, 28))
    else:
        raise Damaged("WebP", size)
    return Container("WebP", width, height)


def _never_arrived(data: bytes, end: int) -> bool:
    """Whether the picture ends in a kilobyte of zeros: space kept for a download that stopped. Coded pixels never do."""
    return end > 2048 and not data[end - 1024 : end].strip(b"\0")


def _riff_names(data: bytes) -> Iterator[bytes]:
    at, end = 12, int.from_bytes(data[4:8], "little") + 8
    while at + 8 <= end:
        yield data[at : at + 4]
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + length + (length & 1)


def _heic(data: bytes) -> Container:
    """Read the brands, then walk the boxes as far as they are known; phones put things of their own behind them."""
    size = len(data)
    length = int.from_bytes(data[:4], "big")
    if length > size or size < 16:
        raise Truncated("HEIC", size)
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, min(length, 512), 4))}
    major = data[8:12]
    if major in HEIC_SEQUENCES and not brands & HEIC_BRANDS - {b"mif1"}:
        raise Animated("HEIC")
    if major in (b"avif", b"avis") or (brands & {b"avif", b"avis"} and not brands & {b"heic", b"heix"}):
        raise Unsupported("AVIF")
    if not brands & (HEIC_BRANDS | HEIC_SEQUENCES):
        raise Unsupported("MP4")
    at, seen, name = 0, set(), b""
    while at + 8 <= size:
        length, name = struct.unpack_from(">I4s", data, at)
        if name not in (b"ftyp", b"meta", b"mdat", b"moov", b"free", b"skip", b"uuid", b"mpvd", b"idat"):
            break
        if length == 1 and at + 16 <= size:
            length = int.from_bytes(data[at + 8 : at + 16], "big")
        elif length == 0:
            length = size - at
        if length < 8:
            raise Damaged("HEIC", size)
        if at + length > size:
            raise Truncated("HEIC", size)
        seen.add(name)
        at += length
    if b"meta" not in seen:
        # A film of stills has only `moov`; a cut file has not come to its `meta`.
        raise Animated("HEIC") if b"moov" in seen else Truncated("HEIC", size)
    if (b"mdat" not in seen and b"idat" not in data) or (name == b"mdat" and _never_arrived(data, at)):
        raise Truncated("HEIC", size)
    return Container("HEIC", 0, 0)
