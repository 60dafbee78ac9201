"""Contact sheets: `python run.py art --out DIR` draws the kit onto sheets at a size where faults show.

Room: assets, build-only. Writes `places people faces figures ui title icons clues`, a PNG each, and `art.json`, a list of objects:
kind, id, layer, bytes (of the SVG), render_ms and pack_ms: processor time to draw it `width` px wide, and what packing that as PNG takes on
top where it is large, which nothing needs (`assets.kit.timing`). A place's layer is drawn at 1920×1080.
Stays outside: what ships (`assets.bake`), how a sheet is laid out (`assets.contact`).
"""

import argparse
import importlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from PIL import Image

from assets.bake.catalogue import MOVES
from assets.bake.draw.people import body, person
from assets.bake.draw.poster import poster
from assets.bake.draw.signs import ICONS, wordmark
from assets.bake.interface import interface
from assets.bake.paint import drawing
from assets.bake.places import DEPTHS, PATCHES, PLACES
from assets.contact import INK, Named, Record, column, grid
from assets.kit.people import CAST, EXPRESSIONS, POSES, extra
from assets.kit.props.cards import CLUES
from assets.kit.svg import Svg, group
from assets.kit.ui import brand
from assets.kit.ui.gallery import dark, sheet

HEAD = (0.14, 0.04, 0.86, 0.72)  # where a face is on its bust, in parts of its width and height
APP_SIZES = (16, 24, 32, 48, 64, 128, 256)
LIGHT = "#FFD45E"
GROUND = "#B9B2C6"  # under people: on paper a cream jumper has no outline
POINTERS = {"look": "eye", "talk": "captions", "go": "go"}  # as `game/view/cursors.py` draws them, on its disc

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


def places(record: Record) -> Iterator[Named]:
    """The layers of every look, drawn at 1920×1080 and laid over each other; what two looks share is drawn once."""
    known: dict[tuple[str, tuple[Any, ...]], Image.Image] = {}
    for name, stack in looks():
        out = Image.new("RGBA", (1920, 1080))
        for depth, draw, args in stack:
            if (draw, args) not in known:
                module, _, function = draw.partition(":")
                make: Callable[..., Svg] = getattr(importlib.import_module(f"assets.kit.places.{module}"), function)
                known[draw, args] = record.draw(("place", name, depth), 1920, make, *args, words=True)
            out.alpha_composite(known[draw, args])
        yield name, out


def people(record: Record, width: int) -> Iterator[Named]:
    """Everybody in all eight expressions."""
    for who in CAST:
        for mood in EXPRESSIONS:
            yield f"{who}, {mood}", record.draw(("bust", f"{who}/{mood}", ""), width, person, who, mood)


def faces(record: Record, width: int) -> Iterator[Named]:
    """Eyes shut and two shapes of the mouth, of everybody in all eight expressions: the face alone."""
    for who in CAST:
        for mood in EXPRESSIONS:
            for moves in MOVES:
                whole = record.draw(("bust", f"{who}/{mood}", moves), width, person, who, mood, moves)
                box = [round(part * side) for part, side in zip(HEAD, whole.size * 2, strict=True)]
                yield f"{who}, {mood}" if moves == MOVES[0] else moves, whole.crop((box[0], box[1], box[2], box[3]))


def figures(record: Record, width: int) -> Iterator[Named]:
    """Everybody in every pose, then a row of anonymous pupils."""
    for who in CAST:
        for pose in POSES:
            yield f"{who}, {pose}", record.draw(("figure", f"{who}/{pose}", ""), width, body, who, pose)
    for i in range(len(POSES)):
        yield f"extra {i}", record.draw(("extra", str(i), ""), width, extra, i)


def interface_(record: Record) -> Iterator[Image.Image]:
    """Every widget in both themes, then the pieces that are baked."""
    for name, draw in {"paper": sheet, "contrast": dark}.items():
        yield record.draw(("ui", name, ""), 1920, draw, words=True)
    for picture in interface():
        yield record.draw(("ui", picture.id, ""), round(picture.canvas[0]), drawing, picture, words=picture.words)


def title(record: Record) -> Iterator[Image.Image]:
    """The poster, its name on it; the banner and the social preview."""
    whole = record.draw(("title", "poster", ""), 1920, poster)
    whole.alpha_composite(record.draw(("title", "word", ""), 1920, wordmark, words=True))
    yield whole
    for name, draw in {"banner": brand.banner, "social": brand.social}.items():
        yield record.draw(("title", name, ""), 1280, draw, words=True)


def signs(record: Record) -> Iterator[Image.Image]:
    """Every icon at two sizes, what the pointer shows, and the window's icon at the sizes that systems ask for."""
    for size, columns in ((96, 12), (32, 36)):
        drawn = [(name if size > 90 else "", record.draw(("icon", name, str(size)), size, sign, name)) for name in ICONS]
        yield grid(drawn, columns, 4 * size // 3, 4 * size // 3)
    yield grid([(kind, record.draw(("cursor", kind, ""), 96, pointer, kind)) for kind in POINTERS], 12, 128, 128)
    apps = [(f"{size}", record.draw(("app", f"icon-{size}", ""), size, brand.app_icon)) for size in APP_SIZES]
    yield grid(apps, len(apps), 260, 270)


def sign(name: str) -> Svg:
    """An icon in ink and light."""
    S = Svg(48, 48, "ic")
    S.add(group(ICONS[name](INK, LIGHT)))
    return S


def pointer(kind: str) -> Svg:
    """A disc of light with its icon."""
    S = Svg(48, 48, "pt")
    S.add(f'<circle cx="24" cy="24" r="24" fill="{INK}"/><circle cx="24" cy="24" r="21" fill="{LIGHT}"/>')
    S.add(f'<g transform="translate(9.1 9.1) scale(.62)">{ICONS[POINTERS[kind]](INK, LIGHT)}</g>')
    return S


def clues(record: Record) -> Iterator[Named]:
    """The close-up of every clue."""
    for name, draw in CLUES.items():
        yield name, record.draw(("clue", name, ""), 640, draw, words=True)


def sheets(record: Record) -> dict[str, Callable[[], Image.Image]]:
    """File name → what draws it."""
    return {
        "places": lambda: grid(places(record), 2, 1280, 720),
        "people": lambda: grid(people(record, 300), len(EXPRESSIONS), 300, 356, GROUND),
        "faces": lambda: grid(faces(record, 180), 3 * len(EXPRESSIONS), 130, 145),
        "figures": lambda: grid(figures(record, 300), len(POSES), 300, 500, GROUND),
        "ui": lambda: column(interface_(record)),
        "title": lambda: column(title(record)),
        "icons": lambda: column(signs(record)),
        "clues": lambda: grid(clues(record), 4, 640, 400),
    }


def write(folder: Path, only: Iterable[str] = ()) -> None:
    """Draw every sheet, or those named, and `art.json` beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    record, wanted = Record(), set(only)
    chosen = {name: draw for name, draw in sheets(record).items() if not wanted or name in wanted}
    for done, (name, draw) in enumerate(chosen.items(), 1):
        path = folder / f"{name}.png"
        draw().convert("RGB").save(path, compress_level=4)
        print(f"{done}/{len(chosen)} {path} {path.stat().st_size / 1e6:.1f} MB", flush=True)
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
