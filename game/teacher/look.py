"""How paper looks: colours that stay readable in black and white, the game's own fonts, and baked pictures small enough to print.

Room: game/teacher. Millimetres and points; the roles are those of the window's paper theme, lighter where ink would be wasted.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Literal

INK, SOFT, ACCENT = "#1A1930", "#414059", "#1F4A4A"
TAPE, PAPER, EDGE, RULE = "#EAD3A2", "#FBF5E6", "#5F5C79", "#A9B5C4"

Style = Literal["read", "bold", "title", "hand", "mono"]
FONTS: dict[Style, str] = {
    "read": "atkinson-hyperlegible-next-400.ttf",
    "bold": "atkinson-hyperlegible-next-700.ttf",
    "title": "bricolage-grotesque-800.ttf",
    "hand": "caveat-700.ttf",
    "mono": "atkinson-hyperlegible-mono-400.ttf",
}
DPI = 200
"""Enough for a drawing on a desk printer; the pictures are baked much finer."""


def rgb(colour: str) -> tuple[int, int, int]:
    """`#1A1930` as three numbers."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def picture(assets: Path, name: str, width: float, height: float) -> bytes | None:
    """A baked picture cut to this many millimetres, as JPEG; None where it has not been baked."""
    from PIL import Image, ImageOps

    found = [path for suffix in (".webp", ".jpg") if (path := assets / "baked" / f"{name}{suffix}").is_file()]
    if not found:
        return None
    size = round(width / 25.4 * DPI), round(height / 25.4 * DPI)
    with Image.open(found[0]) as image:
        flat = Image.new("RGB", image.size, "white")
        flat.paste(image, mask=image.getchannel("A") if "A" in image.getbands() else None)
        cut = ImageOps.fit(flat, size, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    cut.save(out, "JPEG", quality=85)
    return out.getvalue()


def icon(assets: Path, name: str) -> bytes | None:
    """A baked icon in ink on nothing, as PNG; None where there is none. Baked, red is what is drawn and green what shows through."""
    from PIL import Image

    path = assets / "baked" / "icon" / name / "192.webp"
    if not path.is_file():
        return None
    with Image.open(path) as image:
        red, _, _, alpha = image.convert("RGBA").split()
        drawn = Image.composite(Image.new("RGB", image.size, INK), Image.new("RGB", image.size, PAPER), red)
        drawn.putalpha(alpha)
    out = io.BytesIO()
    drawn.save(out, "PNG")
    return out.getvalue()
