"""What one baked picture is: who draws it, how large it is on a 1920×1080 screen, how it is stored.

Room: assets, build-only.
Stays outside: drawing and files.
"""

from dataclasses import dataclass
from math import ceil
from typing import Any

SHARP = 4 / 3  # pixels per logical pixel: 1920×1080 becomes 2560×1440
LOSSLESS = 100


@dataclass(frozen=True)
class Picture:
    """One picture of the manifest.

    id:      what the game asks for, such as `portail/back`
    draw:    `module:function` under `assets.kit` or `assets.bake`, called with `args`; returns an `Svg`
    canvas:  width and height of the whole drawing, in logical pixels (a 1920×1080 screen)
    scale:   pixels per logical pixel
    quality: 100 is lossless, below that WebP's lossy quality (alpha is always lossless)
    words:   the drawing holds words of a place or a clue, so fonts are loaded
    opaque:  there is no alpha to keep, and nothing is cut off
    whole:   nothing is cut off; else the file holds only the box of what is not transparent, and the manifest says where that is
    over:    id of the picture this one is laid over: only what differs is kept
    on:      id of the picture this one is whole on: only what differs is kept, and the game lays them together when it reads them
    down:    how far that one is moved down for it, in logical pixels
    bleed:   how much of the drawing is kept past the canvas, left and right, above and below, for what leans in the window
    about:   what else the game has to know, copied to the manifest as it is
    """

    id: str
    draw: str
    args: tuple[Any, ...] = ()
    canvas: tuple[int, int] = (1920, 1080)
    scale: float = SHARP
    quality: int = LOSSLESS
    words: bool = False
    opaque: bool = False
    whole: bool = False
    over: str | None = None
    on: str | None = None
    down: float = 0.0
    bleed: tuple[int, int] | None = None
    about: tuple[tuple[str, str], ...] = ()

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the whole drawing once baked, in pixels, what is past the canvas included."""
        width, height = (side + 2 * past for side, past in zip(self.canvas, self.bleed or (0, 0), strict=True))
        return ceil(width * self.scale - 0.01), ceil(height * self.scale - 0.01)

    @property
    def file(self) -> str:
        """Where it is kept, below `baked/`."""
        return f"{self.id}.webp"


@dataclass(frozen=True)
class Quick(Picture):
    """An opaque picture that the first frame waits for: JPEG, which is read four times quicker than WebP and shows no difference here."""

    quality: int = 93
    opaque: bool = True

    @property
    def file(self) -> str:
        """Where it is kept, below `baked/`."""
        return f"{self.id}.jpg"
