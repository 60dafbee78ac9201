"""Picture files made in memory: whole ones of every kind, and the tricks that make bad ones."""

import io
import struct
import zlib

import numpy as np
from PIL import Image

from benchmarks.pictures import portrait

SMALL = (120, 168)  # height, width


def picture(height: int = SMALL[0], width: int = SMALL[1], seed: int = 3) -> Image.Image:
    """A drawn head and shoulders."""
    return Image.fromarray(portrait(height, width, seed))


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """The bytes of a file of that kind."""
    stream = io.BytesIO()
    if kind == "HEIF":
        import pillow_heif

        made = pillow_heif.from_pillow(image)
        made.save(stream, **options)
    else:
        image.save(stream, kind, **options)
    return stream.getvalue()


def whole_files() -> dict[str, bytes]:
    """One whole still picture of each kind, by a name for the kind."""
    image = picture()
    return {
        "jpeg": saved(image, "JPEG", quality=85),
        "progressive": saved(image, "JPEG", quality=85, progressive=True),
        "png": saved(image, "PNG"),
        "webp": saved(image, "WEBP", quality=80),
        "lossless": saved(image, "WEBP", lossless=True),
        "heic": saved(image, "HEIF", quality=80),
    }


def animated(kind: str) -> bytes:
    """Three frames."""
    frames = [picture(seed=seed) for seed in range(3)]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=80)


def chunk(name: bytes, content: bytes) -> bytes:
    """A PNG chunk with its length and checksum."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png_declaring(width: int, height: int, body: bytes = b"") -> bytes:
    """A PNG that says it has that many pixels, and holds only `body`."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(body)) + chunk(b"IEND", b"")


def tall_jpeg(width: int, rows: int) -> bytes:
    """A JPEG of `rows` × 16 pixel rows whose picture data is one striped band of 8 × 16 rows said again and again.

    The encoder is asked to restart after every 16 rows; such pieces may follow one another in any number, so a picture of
    hundreds of megapixels costs the encoding of two.
    """
    stripes = np.arange(width) * 23 // width * 97 % 256
    pixels = np.broadcast_to(np.stack([stripes, 255 - stripes // 3, stripes // 2], axis=-1), (128, width, 3)).astype(np.uint8)
    band = saved(Image.fromarray(pixels), "JPEG", quality=60, subsampling=2, restart_marker_rows=1)
    start = band.index(b"\xff\xda")
    start += 2 + int.from_bytes(band[start + 2 : start + 4], "big")
    head, scan = bytearray(band[:start]), band[start:-2]
    frame = head.index(b"\xff\xc0")
    struct.pack_into(">H", head, frame + 5, rows * 16)
    pieces = [scan]
    for number in range(7):
        *before, rest = pieces
        one, _, other = rest.partition(bytes((0xFF, 0xD0 + number)))
        pieces = [*before, one, other]
    assert len(pieces) == 8
    body = b"".join(pieces[row % 8] + (bytes((0xFF, 0xD0 + row % 8)) if row + 1 < rows else b"") for row in range(rows))
    return bytes(head) + body + b"\xff\xd9"


def with_orientation(upright: Image.Image, orientation: int) -> tuple[Image.Image, bytes]:
    """The picture stored so that EXIF `orientation` stands it up, and the EXIF bytes that say so."""
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }.get(orientation)
    exif = Image.Exif()
    exif[0x0112] = orientation
    return upright if undo is None else upright.transpose(undo), exif.tobytes()
