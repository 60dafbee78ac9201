"""An episode's own pictures: `FOLDER/assets/drawn/**/*.svg`, drawn by its authors, baked to `FOLDER/assets/baked`.

Room: assets, build-only. The way to the SVG is the picture's id: `drawn/clue/note.svg` is `clue/note`, `drawn/title/poster.svg` the title's
poster. A picture is as large on a 1920×1080 screen as its `viewBox` says: 640×400 for a card, 1920×1080 for a layer or the poster.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

from assets.bake.manifest import MANIFEST
from assets.bake.paint import encode, shown
from assets.bake.picture import SHARP, Picture

FORMAT = 1
BOX = re.compile(r"<svg\b[^>]*\bviewBox=\"\s*([-\d.]+)[\s,]+([-\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)\s*\"", re.DOTALL)
WORDS = re.compile(r"<text\b")


class DrawnError(ValueError):
    """A drawing that cannot be baked; its text says which, and what would be right."""


@dataclass(frozen=True)
class Drawn:
    """One SVG of an episode."""

    id: str
    path: Path
    svg: str

    @property
    def canvas(self) -> tuple[int, int]:
        """Its size in logical pixels. raises: DrawnError where it has no `viewBox` of whole, sensible numbers."""
        found = BOX.search(self.svg)
        width, height = (float(found[3]), float(found[4])) if found else (0.0, 0.0)
        if not (1 <= width <= 4000 and 1 <= height <= 4000):
            raise DrawnError(f'{self.path}: no size; write <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400">')
        return round(width), round(height)

    @property
    def source(self) -> str:
        """Sixteen hex digits of what it is made from."""
        return hashlib.sha256(f"{FORMAT}\0{self.svg}".encode()).hexdigest()[:16]


def drawn(folder: Path) -> list[Drawn]:
    """Every drawing of an episode, by id. raises: DrawnError for one that is no text."""
    base = folder / "assets" / "drawn"
    found = []
    for path in sorted(base.rglob("*.svg")):
        try:
            svg = path.read_text(encoding="utf-8").replace("\r\n", "\n")
        except UnicodeDecodeError:
            raise DrawnError(f"{path}: not written in UTF-8") from None
        found.append(Drawn(path.relative_to(base).with_suffix("").as_posix(), path, svg))
    return found


def bake_episode(folder: Path, *, everything: bool = False) -> tuple[int, int]:
    """Bring `assets/baked` up to date with `assets/drawn`. How many were drawn, and how many there are.

    raises: DrawnError; what was baked before it stays.
    """
    out = folder / "assets" / "baked"
    known: dict[str, Any] = {}
    if (out / MANIFEST).is_file():
        known = json.loads((out / MANIFEST).read_text(encoding="utf-8")).get("pictures", {})
    entries: dict[str, Any] = {}
    done = 0
    for one in drawn(folder):
        old = known.get(one.id, {})
        if not everything and old.get("source") == one.source and (out / str(old.get("file"))).is_file():
            entries[one.id] = old
            continue
        entries[one.id] = _bake(one, out)
        done += 1
    for name, gone in known.items():
        if name not in entries:
            (out / gone["file"]).unlink(missing_ok=True)
    if entries or known:
        out.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"version": 1, "screen": [1920, 1080], "pictures": entries}, ensure_ascii=False, indent=1) + "\n"
        (out / MANIFEST).write_text(text, encoding="utf-8", newline="\n")
    return done, len(entries)


def _bake(one: Drawn, out: Path) -> dict[str, Any]:
    """Draw it, cut off what is clear around it, write it; its entry in the manifest."""
    from assets.kit.render import image  # resvg takes a moment to load

    width, height = one.canvas
    try:
        painted = image(one.svg, ceil(width * SHARP - 0.01), text=bool(WORDS.search(one.svg)))
    except ValueError as error:
        raise DrawnError(f"{one.path}: not an SVG that can be drawn ({error})") from None
    opaque = painted.getchannel("A").getextrema()[0] == 255
    picture = Picture(one.id, "", canvas=(width, height), opaque=opaque, quality=90 if opaque else 100)
    left, top, right, bottom = shown(picture, painted)
    data = encode(picture, painted.crop((left, top, right, bottom)))
    path = out / picture.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    made: dict[str, Any] = {
        "file": picture.file,
        "size": [right - left, bottom - top],
        "scale": round(SHARP, 4),
        "canvas": [width, height],
        "box": [round(value / SHARP, 2) for value in (left, top, right - left, bottom - top)],
        "source": one.source,
        "bytes": len(data),
    }
    return made | ({"opaque": True} if opaque else {})


def bake_and_say(folder: Path, *, everything: bool) -> int:
    """Bake an episode's own drawings; 1, and why, where one cannot be."""
    if not folder.is_dir():
        print(f"{folder}: there is no such folder", file=sys.stderr)
        return 1
    try:
        done, count = bake_episode(folder, everything=everything)
    except DrawnError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{done} drawn, {count} pictures in {folder / 'assets' / 'baked'}")
    return 0
