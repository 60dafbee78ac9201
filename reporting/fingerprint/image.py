"""A picture in, its fingerprints out.

Room: reporting/fingerprint. Everything happens on this device and in this process: a caller who does not trust the picture starts
`python -m reporting.fingerprint` instead, which sets limits first and can be killed. Heavy packages are imported on first use.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from reporting.fingerprint.container import read_container
from reporting.fingerprint.errors import NoMemory
from reporting.fingerprint.source import Source, read_source

if TYPE_CHECKING:
    from PIL.Image import Image

    from reporting.fingerprint.decode import Decoded
    from reporting.fingerprint.pdq import Bits, Floats

TOO_PLAIN = 49  # at this quality or less PDQ matches by chance
Progress = Callable[[float], None]


@dataclass(frozen=True)
class ImageFingerprint:
    """The fingerprints of one picture.

    pdq:     64 hexadecimal digits. Of the full pixels, or of a JPEG of 2 megapixels or more decoded reduced (10 bits away at most).
    quality: 0 to 100. At 49 or less (`too_plain`) the picture is too plain to match: say so, and do not send it.
    md5, sha256: of the file's bytes, in hexadecimal: they find exact copies only.
    """

    pdq: str
    quality: int
    md5: str
    sha256: str
    _grey: Image = field(repr=False, compare=False)  # 32 × 32, all that pHash looks at; no larger pixel is kept

    @property
    def too_plain(self) -> bool:
        """Whether the picture holds too little to be told from others."""
        return self.quality <= TOO_PLAIN

    @cached_property
    def phash(self) -> str:
        """pHash, 16 hexadecimal digits, computed on first use. It STAYS ON THE DEVICE: no service is ever sent it.

        It is `imagehash.phash` of the upright pixels that were decoded (reduced for a large JPEG).
        """
        import imagehash

        return str(imagehash.phash(self._grey))

    def __getstate__(self) -> None:
        """Not to be pickled: it holds pixels, however few. Send the fields by name."""
        raise TypeError("a fingerprint is not pickled; take the fields that may leave by name")


def fingerprint_image(source: Source, progress: Progress | None = None) -> ImageFingerprint:
    """Take the fingerprints of one still JPEG, PNG, WebP or HEIC picture; its content decides, not its name.

    source:   a path, bytes, or a binary file (read from where it stands to its end, and left open). Read once.
    progress: called with a growing share of the work done, 0 to 1. To stop early, run it in a process and kill that.
    returns:  PDQ and quality as `pdqhash` gives for the same pixels (`decode.py` says which pixels), all 256 bits. A JPEG of
              2 megapixels or more is decoded to 1/8, 1/4 or 1/2, at most 10 bits away: on made pictures of 12 megapixels
              0 to 4 bits, and a median of 12 times as fast as the reference on full pixels: from 9 times for 6 MB of crisp
              detail to 50 for flat drawings (`benchmarks/measure_fingerprint.py`).
    raises:   one `PictureError` a cause: Missing, IsFolder, NotAFile, NotAllowed, ReadFailed, Empty, FileTooBig, NotAPicture,
              Unsupported, Truncated, Damaged, Animated, TooManyPixels, Bomb, NoMemory. TypeError if `source` is none of the three.
    """
    tell = progress or _unheard
    tell(0.0)
    data = read_source(source)
    tell(0.1)
    found = read_container(data)

    from reporting.fingerprint.decode import decode
    from reporting.fingerprint.pdq import hex_of

    digests: dict[str, str] = {}
    # hashlib and the decoder both work outside the interpreter's lock or nearly so; side by side they take the time of one.
    digesting = threading.Thread(target=lambda: digests.update(_digests(data)))
    digesting.start()
    try:
        decoded = decode(data, found)
        tell(0.6)
        bits, quality = _pdq(decoded, tell)
        grey = _grey(decoded)
    except MemoryError:
        raise NoMemory(found.kind, found.width, found.height) from None
    finally:
        digesting.join()
    tell(1.0)
    return ImageFingerprint(hex_of(bits), quality, digests["md5"], digests["sha256"], grey)


def _unheard(_: float) -> None:
    """Nobody asked to be told."""


def _digests(data: bytes) -> dict[str, str]:
    # MD5 is what some lists of known files still hold; it proves nothing and protects nothing here.
    return {"md5": hashlib.md5(data, usedforsecurity=False).hexdigest(), "sha256": hashlib.sha256(data).hexdigest()}


def _pdq(decoded: Decoded, tell: Progress) -> tuple[Bits, int]:
    import numpy as np

    from reporting.fingerprint.blocks import block_weights, pdq_of_blocks
    from reporting.fingerprint.decode import luma_strips, upright
    from reporting.fingerprint.pdq import pdq_of_strips

    height, width = decoded.upright_size
    if decoded.block > 1:
        down, across = decoded.flipped
        rows = block_weights(height, decoded.block, flipped=down)
        columns = block_weights(width, decoded.block, flipped=across)
        return pdq_of_blocks(np.asarray(upright(decoded.image, decoded.orientation)), rows, columns)

    def told() -> Iterator[Floats]:
        done = 0
        for strip in luma_strips(decoded):
            yield strip
            done += len(strip)
            tell(0.6 + 0.35 * done / height)

    return pdq_of_strips(height, width, told())


def _grey(decoded: Decoded) -> Image:
    """What `imagehash.phash` would shrink the upright picture to before its own sums."""
    from PIL.Image import Resampling

    from reporting.fingerprint.decode import eight_bits, upright

    grey = upright(eight_bits(decoded.image).convert("L"), decoded.orientation)
    return grey.resize((32, 32), Resampling.LANCZOS)
