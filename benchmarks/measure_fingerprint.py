"""Picture → fingerprint, against `pdqhash.compute` on the full pixels of a 12-megapixel JPEG.

Both sides start from the bytes of the file and include decoding; ours includes MD5 and SHA-256 as well. The child process and pHash
are left out. The two sides take turns in one process and the best of several is kept, so that a busy machine hurts both alike.
"""

import io
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator

import numpy as np
from PIL import Image

from benchmarks.figure import Figure, at_least, at_most
from benchmarks.pictures import KINDS, jpeg, landscape
from reporting.fingerprint import fingerprint_image
from reporting.fingerprint.pdq import hex_of

FULL = (3000, 4000)
SMALLER = ((1200, 1672), (1536, 2048), (2003, 1501), (2448, 3264))  # 2 to 8 megapixels: decoded to 1/2 and 1/4
TURNS = 5


def reference(data: bytes) -> tuple[str, int]:
    """PDQ and quality of the full pixels, by the reference library."""
    import pdqhash

    bits, quality = pdqhash.compute(np.asarray(Image.open(io.BytesIO(data)).convert("RGB")))
    return hex_of(bits.astype(np.bool_)), int(quality)


def seconds(call: Callable[[bytes], object], data: bytes) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    call(data)
    return time.perf_counter() - began


def full_size() -> Iterator[tuple[str, bytes]]:
    """JPEGs of 12 megapixels: photographs' spectra from soft to crisp, then each other kind."""
    for fall in (1.5, 1.35, 1.2, 1.05):
        for quality in (80, 90):
            yield f"landscape 1/f^{fall}", jpeg(landscape(*FULL, int(fall * 100) + quality, fall=fall), quality=quality)
    for kind, make in KINDS.items():
        if kind != "landscape":
            yield kind, jpeg(make(*FULL, 4), quality=88)
    yield "landscape, progressive", jpeg(landscape(*FULL, 9), quality=88, progressive=True)


def measure() -> Iterator[Figure]:
    """Speed and distance at 12 megapixels, then distance at smaller sizes."""
    ratios: dict[str, list[float]] = {"landscape": [], "every kind": []}
    ours: list[float] = []
    distances: list[int] = []
    qualities: list[int] = []
    sizes: list[float] = []
    for name, data in full_size():
        turns = [(seconds(fingerprint_image, data), seconds(reference, data)) for _ in range(TURNS)]
        quick, slow = (min(times) for times in zip(*turns, strict=True))
        if "progressive" in name:
            yield Figure(
                "a progressive JPEG of 12 MP, ratio", slow / quick, "×", note=f"{quick * 1000:.0f} ms against {slow * 1000:.0f} ms"
            )
            continue
        ratios["every kind"].append(slow / quick)
        if name.startswith("landscape"):
            ratios["landscape"].append(slow / quick)
            ours.append(quick)
            sizes.append(len(data) / 1e6)
        found, (expected, quality) = fingerprint_image(data), reference(data)
        distances.append(bits_apart(found.pdq, expected))
        qualities.append(abs(found.quality - quality))
    for kind, found_ratios in ratios.items():
        note = f"{len(found_ratios)} JPEGs of 12 MP, {spread(found_ratios)}, 4:2:0"
        if kind == "landscape":
            note += f", {min(sizes):.1f} to {max(sizes):.1f} MB; ours {min(ours) * 1000:.0f} to {max(ours) * 1000:.0f} ms, digests included"
        yield at_least(f"{kind}: pdqhash on full pixels / ours, median", statistics.median(found_ratios), "×", 12, note)
    note = f"bits: pictures {dict(sorted(Counter(distances).items()))}; quality differs by {max(qualities)} at most"
    yield at_most("12 MP, farthest from the full-pixel hash", max(distances), "bits", 10, note)
    smaller = [
        bits_apart(fingerprint_image(data).pdq, reference(data)[0])
        for number, size in enumerate(SMALLER)
        for make in KINDS.values()
        for quality in (75, 85, 95)
        for data in [jpeg(make(*size, quality + number), quality=quality)]
    ]
    note = f"{len(smaller)} JPEGs; bits: pictures {dict(sorted(Counter(smaller).items()))}"
    yield at_most("2 to 8 MP, farthest from the full-pixel hash", max(smaller), "bits", 10, note)


def bits_apart(one: str, other: str) -> int:
    """The number of different bits between two hashes in hexadecimal."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def spread(values: list[float]) -> str:
    """The smallest and the largest."""
    return f"{min(values):.1f} to {max(values):.1f}"
