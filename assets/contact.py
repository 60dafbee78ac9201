"""What contact sheets are made of: a record of what was drawn and how long that took, and pictures laid in rows.

Room: assets, build-only.
Stays outside: what is on the sheets (`assets.sheets`).
"""

import io
import time
from collections.abc import Callable, Iterable
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from assets.kit.fonts import READ, file
from assets.kit.render import png
from assets.kit.svg import Svg
from assets.kit.timing import packing

LARGE = 1_000_000  # px: what is smaller is packed in a few ms, which are not worth measuring
LABEL = 22
PAPER, INK = "#F3E9D8", "#2A2440"
Named = tuple[str, Image.Image]


class Record:
    """What was drawn so far, for `art.json`."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []

    def draw(self, which: tuple[str, str, str], width: int, make: Callable[..., Svg], *args: Any, words: bool = False) -> Image.Image:
        """Draw and rasterise, and note how long it took, as the benchmark does but once. `which`: kind, id, layer."""
        start = time.process_time()
        text = make(*args).tostring()
        data = png(text, width, text=words)
        took = (time.process_time() - start) * 1000
        picture = Image.open(io.BytesIO(data)).convert("RGBA")
        packed = min(took, packing(data, *picture.size, turns=1)) if picture.width * picture.height >= LARGE else 0.0
        times = {"render_ms": round(took - packed, 1), "pack_ms": round(packed, 1)}
        row = dict(zip(("kind", "id", "layer"), which, strict=True))
        self.rows.append({**row, "bytes": len(text.encode()), **times, "width": width})
        return picture


def grid(pictures: Iterable[Named], columns: int, width: int, height: int, paper: str = PAPER) -> Image.Image:
    """The pictures in rows on paper, each with its name in a corner; what is wider than its cell is made smaller."""
    shown = list(pictures)
    out = Image.new("RGB", (width * columns, height * -(-len(shown) // columns)), paper)
    font, pen = ImageFont.truetype(str(file(READ, 400)), 15), ImageDraw.Draw(out)
    for i, (name, picture) in enumerate(shown):
        small = picture if picture.width <= width else picture.resize((width, round(picture.height * width / picture.width)))
        left, top = width * (i % columns), height * (i // columns)
        below = LABEL if small.height + LABEL <= height else 0  # where there is room, the name stands above its picture
        out.paste(small, (left, top + below), small)
        pen.text((left + 6, top + 3), name, INK, font, stroke_width=2, stroke_fill=PAPER)
    return out


def column(pictures: Iterable[Image.Image]) -> Image.Image:
    """Pictures below each other on paper, each as wide as it is."""
    shown = list(pictures)
    out, y = Image.new("RGB", (max(picture.width for picture in shown), sum(picture.height for picture in shown)), PAPER), 0
    for picture in shown:
        out.paste(picture, (0, y), picture if picture.mode == "RGBA" else None)
        y += picture.height
    return out
