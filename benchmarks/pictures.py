"""Pictures made from numbers: what the fingerprint is measured on and tested with.

Nothing is photographed and nobody is shown. Each kind strains PDQ in its own way: natural spectra (most of the energy in large
shapes), hard edges, a drawn head and shoulders, lines of text, fine regular texture, and soft light with hardly any detail.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

Pixels = NDArray[np.uint8]


def _pixels(values: NDArray[np.floating]) -> Pixels:
    return np.asarray(values.clip(0, 255), dtype=np.uint8)


def landscape(height: int, width: int, seed: int, *, fall: float = 1.25) -> Pixels:
    """A coloured field whose amplitudes fall as 1 / f**fall (photographs: about 1 to 1.5), with a little sensor noise."""
    chance = np.random.default_rng(seed)
    down, across = np.fft.fftfreq(height)[:, None] * height, np.fft.rfftfreq(width)[None] * width
    loudness = (np.maximum(np.hypot(down, across), 1.0) ** -fall).astype(np.float32)

    def field() -> NDArray[np.float32]:
        phases = np.exp(2j * np.pi * chance.random(loudness.shape, dtype=np.float32)).astype(np.complex64)
        made = np.fft.irfft2(loudness * phases, s=(height, width)).astype(np.float32)
        return np.asarray((made - made.mean()) / made.std(), dtype=np.float32)

    shared = field()
    planes = [118 + 48 * (0.9 * shared + 0.4 * field()) for _ in range(3)]
    noise = chance.standard_normal((height, width, 1), dtype=np.float32) * 2
    return _pixels(np.stack(planes, axis=-1) + noise)


def facades(height: int, width: int, seed: int) -> Pixels:
    """Flat coloured boxes over one another: hard edges at every angle of the grid."""
    chance = np.random.default_rng(seed)
    pixels = np.full((height, width, 3), chance.integers(0, 256, 3), dtype=np.uint8)
    for _ in range(60):
        top, left = chance.integers(0, height), chance.integers(0, width)
        tall, wide = chance.integers(height // 40 + 1, height // 3 + 2), chance.integers(width // 40 + 1, width // 3 + 2)
        pixels[top : top + tall, left : left + wide] = chance.integers(0, 256, 3)
    return pixels


def portrait(height: int, width: int, seed: int) -> Pixels:
    """A drawn head and shoulders before a wall with light falling across it."""
    chance = np.random.default_rng(seed)
    light = np.linspace(float(chance.integers(60, 230)), float(chance.integers(60, 230)), width)[None, :, None] * np.array([1.0, 0.95, 0.9])
    picture = Image.fromarray(np.broadcast_to(np.clip(light, 0, 255), (height, width, 3)).astype(np.uint8))
    draw = ImageDraw.Draw(picture)
    middle, eye = width * chance.uniform(0.35, 0.65), height * chance.uniform(0.3, 0.45)
    size = min(height, width) * chance.uniform(0.15, 0.25)

    def disc(x: float, y: float, across: float, up: float, colour: tuple[int, ...]) -> None:
        draw.ellipse((x - across, y - up, x + across, y + up), fill=colour)

    skin = tuple(int(v) for v in np.array([235, 190, 160]) * chance.uniform(0.35, 1.0))
    hair = tuple(int(v) for v in chance.integers(10, 120, 3))
    disc(middle, eye + size * 3.2, size * 2.0, size * 1.8, tuple(int(v) for v in chance.integers(20, 235, 3)))
    disc(middle, eye - size * 0.3, size * 1.15, size * 1.3, hair)
    disc(middle, eye + size * 0.2, size * 0.85, size * 1.15, skin)
    for side in (-0.35, 0.35):
        disc(middle + side * size, eye, size * 0.14, size * 0.09, (250, 250, 250))
        disc(middle + side * size, eye, size * 0.07, size * 0.08, (40, 30, 25))
    draw.arc(
        (middle - size * 0.4, eye + size * 0.4, middle + size * 0.4, eye + size * 0.9),
        20,
        160,
        fill=(150, 60, 60),
        width=int(size / 12) + 1,
    )
    grain = chance.standard_normal((height, width, 1), dtype=np.float32) * 3
    return _pixels(np.asarray(picture, dtype=np.float32) + grain)


def page(height: int, width: int, seed: int) -> Pixels:
    """Dark marks in lines on white, like a screenshot of messages."""
    chance = np.random.default_rng(seed)
    pixels = np.full((height, width, 3), 248, dtype=np.uint8)
    line = max(height // 40, 3)
    for top in range(line, height - line, line * 2):
        left, end = width // 12, width * chance.uniform(0.3, 0.95)
        while left < end:
            wide = int(line * chance.uniform(0.2, 0.7)) + 1
            pixels[top + int(line * chance.uniform(0, 0.3)) : top + line, left : left + wide] = chance.integers(10, 90)
            left += int(wide * 1.5) + 1
    return pixels


def weave(height: int, width: int, seed: int) -> Pixels:
    """A fine regular cloth under slow light: detail that a reduced picture cannot see."""
    chance = np.random.default_rng(seed)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    turn, thread = chance.uniform(0, np.pi), chance.uniform(3, 24)
    cloth = np.sin((np.cos(turn) * x + np.sin(turn) * y) * (2 * np.pi / thread)) * 45
    slow = landscape(height, width, seed, fall=2.0).astype(np.float32)
    return _pixels(slow * 0.7 + cloth[..., None] + 30)


def haze(height: int, width: int, seed: int) -> Pixels:
    """Soft light and hardly any detail: near the quality under which a hash says little."""
    return landscape(height, width, seed, fall=2.2)


KINDS: dict[str, Callable[[int, int, int], Pixels]] = {
    "landscape": landscape,
    "facades": facades,
    "portrait": portrait,
    "page": page,
    "weave": weave,
    "haze": haze,
}


def jpeg(pixels: Pixels, *, quality: int = 90, subsampling: int = 2, progressive: bool = False) -> bytes:
    """A JPEG of the pixels; `subsampling` 2 is the 4:2:0 of nearly every phone."""
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "JPEG", quality=quality, subsampling=subsampling, progressive=progressive)
    return stream.getvalue()
