"""Contact sheets: `python -m assets.sheets --out DIR` draws the kit onto sheets at a size where faults show.

Room: assets, build-only. Writes `places.png people.png figures.png expressions.png ui.png clues.png` and `art.json`, a list of
objects: kind, id, layer, bytes (of the SVG), render_ms (processor time at the sheet's size; a place's layer at 1920×1080).
Stays outside: what ships (`assets.bake`).
"""

import argparse
import importlib
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from PIL import Image

from assets.bake.draw.cards import CLUES
from assets.bake.places import DEPTHS, PATCHES, PLACES
from assets.kit.people import CAST, EXPRESSIONS, POSES, bust, extra, figure
from assets.kit.render import image
from assets.kit.svg import Svg
from assets.kit.ui.gallery import dark, sheet


class Record:
    """What was drawn so far, for `art.json`."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []

    def draw(self, kind: str, name: str, layer: str, svg: Svg, width: int, words: bool = False) -> Image.Image:
        """Rasterise, and note how long it took."""
        text = svg.tostring()
        start = time.process_time()
        picture = image(text, width, text=words)
        took = round((time.process_time() - start) * 1000, 1)
        self.rows.append({"kind": kind, "id": name, "layer": layer, "bytes": len(text.encode()), "render_ms": took})
        return picture


def grid(pictures: Iterable[Image.Image], columns: int, width: int, height: int, paper: str = "#F3E9D8") -> Image.Image:
    """The pictures in rows on paper."""
    shown = list(pictures)
    out = Image.new("RGB", (width * columns, height * -(-len(shown) // columns)), paper)
    for i, picture in enumerate(shown):
        small = picture if picture.width <= width else picture.resize((width, round(picture.height * width / picture.width)))
        out.paste(small, (width * (i % columns), height * (i // columns)), small)
    return out


Stack = list[tuple[str, str, tuple[Any, ...]]]
"""Depth, what draws it, with what: from the back to the front."""


def looks() -> Iterator[tuple[str, Stack]]:
    """Every place at every hour, then once more with each group of patches in it, by name."""
    for place, module in PLACES.items():
        yield place, [(depth, f"{module}:{depth}", ()) for depth in DEPTHS]
    groups: dict[str, list[str]] = {}
    for patch in PATCHES:
        groups.setdefault(patch.partition("/")[0], []).append(patch)
    for name, patches in groups.items():
        base = max((place for place in PLACES if name.startswith(f"{place}-")), key=len)
        stack: Stack = [(depth, f"{PLACES[base]}:{depth}", ()) for depth in DEPTHS]
        for patch in patches:
            depth, (draw, args, over) = patch.rpartition("/")[2], PATCHES[patch]
            at = DEPTHS.index(depth)
            stack[at if over else at + 1 : at + 1] = [(depth, draw, args)]  # a layer drawn again, or something laid over it
        yield name, stack


def look(record: Record, name: str, stack: Stack) -> Image.Image:
    """The layers of a look, drawn at 1920×1080 and laid over each other."""
    out = Image.new("RGBA", (1920, 1080))
    for depth, draw, args in stack:
        module, _, function = draw.partition(":")
        svg = getattr(importlib.import_module(f"assets.kit.places.{module}"), function)(*args)
        out.alpha_composite(record.draw("place", name, depth, svg, 1920, words=True))
    return out


def busts(record: Record, width: int, one_each: bool) -> Iterator[Image.Image]:
    """Everybody: in one expression each (all eight occur), or in all eight."""
    for i, (who, look) in enumerate(CAST.items()):
        for mood in [EXPRESSIONS[i % 8]] if one_each else EXPRESSIONS:
            yield record.draw("bust", f"{who}/{mood}", "", bust(look, mood), width)


def figures(record: Record, width: int) -> Iterator[Image.Image]:
    """Everybody in every pose, then two rows of anonymous pupils."""
    for who, look in CAST.items():
        for pose in POSES:
            yield record.draw("figure", f"{who}/{pose}", "", figure(look, pose), width)
    for i in range(2 * len(POSES)):
        yield record.draw("extra", str(i), "", extra(i), width)


def sheets(record: Record) -> dict[str, Callable[[], Image.Image]]:
    """File name → what draws it."""
    themes = {"paper": sheet, "contrast": dark}
    return {
        "places": lambda: grid((look(record, name, stack) for name, stack in looks()), 2, 960, 540),
        "people": lambda: grid(busts(record, 570, one_each=True), 4, 570, 675),
        "expressions": lambda: grid(busts(record, 240, one_each=False), 8, 240, 285),
        "figures": lambda: grid(figures(record, 180), len(POSES), 180, 300),
        "ui": lambda: grid((record.draw("ui", name, "", draw(), 1920, words=True) for name, draw in themes.items()), 1, 1920, 1500),
        "clues": lambda: grid((record.draw("clue", name, "", draw(), 640, words=True) for name, draw in CLUES.items()), 4, 640, 400),
    }


def write(folder: Path, only: Iterable[str] = ()) -> None:
    """Draw every sheet, or those named, and `art.json` beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    record, wanted = Record(), set(only)
    for name, draw in sheets(record).items():
        if not wanted or name in wanted:
            draw().quantize(256, method=Image.Quantize.FASTOCTREE).save(folder / f"{name}.png", optimize=True)
            print(folder / f"{name}.png", flush=True)
    (folder / "art.json").write_text(json.dumps(record.rows, indent=1), encoding="utf-8")


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m assets.sheets", description="Contact sheets of the drawing kit.")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--only", nargs="*", default=[], help="sheets to draw (default: all)")
    options = parser.parse_args()
    write(options.out, options.only)
    return 0


if __name__ == "__main__":
    sys.exit(main())
