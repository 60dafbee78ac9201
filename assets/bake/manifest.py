"""The list the game reads: `baked/manifest.json`, one entry a picture.

Room: assets, build-only (the game reads the JSON, not this module).
Stays outside: painting.

```json
{"version": 1, "resvg": "0.5.0", "screen": [1920, 1080],
 "pictures": {"bust/yanis/happy": {"file": "bust/yanis/happy.webp", "size": [1014, 1200], "scale": 1.3333,
   "canvas": [760, 900], "box": [0, 0, 760, 900], "source": "1f…", "bytes": 51234}},
 "moods": {"portail": {"tint": "#E9E4E2", "dark": "#262C48", …}}}
```
`canvas` and `box` are in pixels of a 1920×1080 screen: the file lies at `box` (x, y, width, height) of a thing as large as
`canvas`; around it all is transparent. A box that begins before 0 reaches past the canvas: `bleed` says that so much of the whole
picture is kept there, left and right, above and below. `over` is the id of the picture that a face's movement is laid on with a
plain blit. `on`: the file is a part of the picture; lay `on.file` at `on.at` first, then this file at `part`, and `box` is what both
fill (nobody's body is stored eight times). `size` is in pixels of the file. `opaque`: no alpha. `tint` (layers): what the place's
light multiplies people by.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from assets.bake.paint import Box, Painted
from assets.bake.picture import Picture
from assets.bake.source import ROOT, source_hash

BAKED = ROOT / "assets" / "baked"
MANIFEST = "manifest.json"


def read(folder: Path = BAKED) -> dict[str, Any]:
    """The manifest in this folder, or an empty one."""
    path = folder / MANIFEST
    if not path.is_file():
        return {"pictures": {}}
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def entry(picture: Picture, painted: Painted, under: Picture | None = None) -> dict[str, Any]:
    """What the manifest says of one picture. `under`: the one it is whole on."""
    k, (across, down) = picture.scale, picture.bleed or (0, 0)

    def logical(box: Box) -> list[float]:
        left, top, right, bottom = box
        return [round(left / k - across, 2), round(top / k - down, 2), round((right - left) / k, 2), round((bottom - top) / k, 2)]

    left, top, right, bottom = painted.part or painted.box
    out: dict[str, Any] = {
        "file": picture.file,
        "size": [right - left, bottom - top],
        "scale": round(k, 4),
        "canvas": list(picture.canvas),
        "box": logical(painted.box),
        "source": source_hash(picture),
        "bytes": len(painted.data),
    }
    optional: dict[str, Any] = {"over": picture.over, "opaque": picture.opaque, "bleed": picture.bleed and list(picture.bleed)}
    if under is not None and painted.part is not None and painted.ground is not None:
        optional |= {"on": {"file": under.file, "at": [round(v / k, 2) for v in painted.ground]}, "part": logical(painted.part)}
    return out | {name: value for name, value in (optional | dict(picture.about)).items() if value}


def write(pictures: dict[str, dict[str, Any]], order: Iterable[Picture], extra: dict[str, Any], folder: Path = BAKED) -> None:
    """Write the manifest, in the catalogue's order."""
    listed = {picture.id: pictures[picture.id] for picture in order}
    head = json.dumps({"version": 1, "screen": [1920, 1080], **extra}, ensure_ascii=False, indent=1)
    rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(value)}" for name, value in listed.items())
    text = f'{head[:-2]},\n "pictures": {{\n{rows}\n }}\n}}\n'
    beside = folder / f".{MANIFEST}"
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(folder / MANIFEST)
