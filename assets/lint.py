"""What can be wrong with the pictures that are installed, beside how they look: each rule is a function over a `Shelf`.

Room: assets, build-only. `python -m assets.lint` checks the committed pictures; `tests/assets/test_lint.py` does so too, and holds for
each rule a shelf that breaks that rule alone.
Stays outside: whether a picture is today's (`assets.bake`), sounds (`assets.sound`).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from assets.asked import asked_for
from assets.bake.catalogue import pictures
from assets.bake.manifest import BAKED, MANIFEST, read
from assets.bake.paint import drawing
from assets.bake.places import DEPTHS
from assets.kit.fonts import HAND, READ, TITLE
from assets.kit.palette import contrast
from assets.kit.ui.tokens import PAIRS, THEMES

INSTALLED = 40_000_000  # bytes of everything under assets/ that is installed with the game
LAYER = 700_000  # bytes a layer of a place, so that it decodes in tens of milliseconds
BUILD_ONLY = ("kit", "bake", "brand")  # folders that only authors use
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)+")
FAMILY = re.compile(r"""font-family\s*[=:]\s*["']?\s*([^"',;>]+)""")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with one picture."""

    rule: str
    what: str
    why: str


@dataclass(frozen=True)
class Shelf:
    """All that the rules look at.

    entries:  the manifest's pictures by id
    files:    what lies in the folder: name → bytes, width, height
    asked:    pictures that a story shows or the code names
    installed: bytes of all that is installed
    families: drawing → font families its words name
    colours:  theme → role → colour
    """

    entries: Mapping[str, Mapping[str, Any]]
    files: Mapping[str, tuple[int, int, int]] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    installed: int = 0
    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    colours: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def layers(self) -> dict[str, Mapping[str, Any]]:
        """Parts of places: what is as large as the screen and not of the title, the interface or what lives."""
        apart = ("title/", "ui/", "life/", "map/")
        return {name: entry for name, entry in self.entries.items() if entry["canvas"] == [1920, 1080] and not name.startswith(apart)}


def names(shelf: Shelf) -> Iterator[Fault]:
    """Small letters, digits and hyphens; a layer is `place/depth`."""
    for name in shelf.entries:
        if not NAME.fullmatch(name):
            yield Fault("name", name, "an id is words in small letters with hyphens, and parts with slashes")
    for name in shelf.layers:
        if name.count("/") != 1 or name.partition("/")[2] not in DEPTHS:
            yield Fault("name", name, f"a layer is PLACE/ and one of {', '.join(DEPTHS)}")


def sizes(shelf: Shelf) -> Iterator[Fault]:
    """A file has the pixels that are promised, is sharp at 2560×1440 if it is a layer, and its box lies inside its canvas."""
    for name, entry in shelf.entries.items():
        _, *pixels = shelf.files.get(entry["file"], (0, *entry["size"]))
        if pixels != entry["size"]:
            yield Fault("size", name, f"the file has {pixels} px, {entry['size']} are listed")
        across, down = entry.get("bleed", (0, 0))
        width, height = entry["canvas"]
        for x, y, w, h in (entry["box"], entry.get("part", entry["box"])):
            if x < -across or y < -down or x + w > width + across + 1 or y + h > height + down + 1:
                yield Fault("size", name, "its box reaches past its canvas")
                break
    for name, entry in shelf.layers.items():
        if entry["scale"] < 1.333:
            yield Fault("size", name, "a layer is drawn for 2560×1440")


def weights(shelf: Shelf) -> Iterator[Fault]:
    """A layer is read in tens of milliseconds; all that is installed stays small."""
    for name, entry in shelf.layers.items():
        if entry["bytes"] > LAYER:
            yield Fault("weight", name, f"{entry['bytes'] / 1000:.0f} kB; a layer has {LAYER / 1000:.0f}")
    if shelf.installed > INSTALLED:
        yield Fault("weight", "assets", f"{shelf.installed / 1e6:.1f} MB are installed; the limit is {INSTALLED / 1e6:.0f}")


def missing(shelf: Shelf) -> Iterator[Fault]:
    """What a story shows is drawn, and what is listed lies there, whole."""
    for name in sorted(shelf.asked - shelf.entries.keys()):
        yield Fault("missing", name, "a story shows it and nobody draws it")
    for name, entry in shelf.entries.items():
        if shelf.files.get(entry["file"], (-1,))[0] != entry["bytes"]:
            yield Fault("missing", name, f"{entry['file']} is not there, or is not the one that was baked")


def unused(shelf: Shelf) -> Iterator[Fault]:
    """Nothing lies there that is not listed; nothing is installed that no story shows and no code names."""
    for file in sorted(shelf.files.keys() - {entry["file"] for entry in shelf.entries.values()}):
        yield Fault("unused", file, "the manifest does not list it")
    for name in sorted(shelf.entries.keys() - shelf.asked):
        yield Fault("unused", name, "no story shows it, and the game names it nowhere")


def fonts(shelf: Shelf) -> Iterator[Fault]:
    """Words in a picture are set in the families that ship."""
    for name, families in shelf.families.items():
        for family in sorted(set(families) - {TITLE, READ, HAND}):
            yield Fault("font", name, f"{family} is not one of our families")


def readable(shelf: Shelf) -> Iterator[Fault]:
    """What is written on what, in the interface: 7:1 for text, 4.5:1 for edges."""
    for theme, roles in shelf.colours.items():
        for text, ground, least in PAIRS:
            if text in roles and ground in roles and (ratio := contrast(roles[text], roles[ground])) < least:
                yield Fault("contrast", theme, f"{text} on {ground} is {ratio:.2f}:1, {least}:1 is needed")


RULES: Mapping[str, Callable[[Shelf], Iterator[Fault]]] = {
    "name": names, "size": sizes, "weight": weights, "missing": missing, "unused": unused, "font": fonts, "contrast": readable,
}  # fmt: skip


def lint(shelf: Shelf) -> list[Fault]:
    """All that is wrong, rule by rule."""
    return [fault for rule in RULES.values() for fault in rule(shelf)]


def shelf_of(folder: Path = BAKED, asked: frozenset[str] = frozenset()) -> Shelf:
    """What is committed. `asked`: see `Shelf`; `assets.asked.asked_for` knows."""
    return Shelf(read(folder)["pictures"], _files(folder), asked, installed(folder.parent), _families(), _colours())


def installed(root: Path) -> int:
    """Bytes of pictures, fonts, sounds and examples together, as the game installs them."""
    files = [path for path in root.rglob("*") if path.is_file() and path.relative_to(root).parts[0] not in BUILD_ONLY]
    return sum(path.stat().st_size for path in files if path.suffix not in {".py", ".pyc"})


def _files(folder: Path) -> dict[str, tuple[int, int, int]]:
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != MANIFEST and not name.startswith("sound/"):  # sounds have a list of their own
            with Image.open(path) as picture:
                found[name] = (path.stat().st_size, *picture.size)
    return found


def _families() -> dict[str, tuple[str, ...]]:
    """The families that drawings name: of every picture that is listed with words."""
    return {picture.id: named(drawing(picture).tostring()) for picture in pictures() if picture.words}


def named(markup: str) -> tuple[str, ...]:
    """The font families that a drawing names, each once."""
    return tuple(sorted({family.strip() for family in FAMILY.findall(markup)}))


def _colours() -> dict[str, dict[str, str]]:
    return {
        name: {role: value for role, value in vars(theme).items() if isinstance(value, str) and value.startswith("#")}
        for name, theme in THEMES.items()
    }


def main() -> int:
    """Say what is wrong; 1 if anything is."""
    faults = lint(shelf_of(asked=asked_for(read()["pictures"])))
    for fault in faults:
        print(f"{fault.rule}: {fault.what}: {fault.why}")
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
