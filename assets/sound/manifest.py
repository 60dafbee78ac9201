"""The list the game reads: `baked/sound/manifest.json`, one entry a sound.

Room: assets, build-only (the game reads the JSON, not this module).
Stays outside: making sounds.

```json
{"version": 1, "rate": 44100, "sounds": {"portail": {"kind": "ambience", "file": "ambience/portail.ogg", "loop": true, "mix_db": 0.0,
   "caption": "sound.portail", "moments": [[4.82, "sound.portail.horn"]], "source": "1f…", "bytes": 390123,
   "seconds": 36.0, "lufs": -30.0, "true_peak": -9.1, …}}}
```
`moments` are seconds of the loop with the id of a caption; `caption` is null for the sounds of the hand, which are seen as well.
The rest is measured on the decoded file (`measure.report`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assets.bake.source import ROOT, reached
from assets.sound.catalogue import Sound, sounds

BAKED = ROOT / "assets" / "baked" / "sound"
MANIFEST = "manifest.json"
FORMAT = 1  # raise it when what is written from the same sound changes
STORED_BY = ("assets.sound.level", "assets.sound.measure", "assets.sound.ogg")


def read(folder: Path = BAKED) -> dict[str, Any]:
    """The entries of this folder's manifest by id, or none."""
    path = folder / MANIFEST
    if not path.is_file():
        return {}
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["sounds"]
    return found


def source_hash(sound: Sound) -> str:
    """Sixteen hex digits that change when the sound, its entry or its storage may have changed. Nothing is computed for it."""
    digest = hashlib.sha256(f"{FORMAT} {sound.id} {sound.kind} {sound.maker} {sound.mix_db} {dict(sound.moments)}".encode())
    for module in sorted({*reached(sound.module), *STORED_BY}):
        path = ROOT.joinpath(*module.split("."))
        path = path.with_suffix(".py") if path.with_suffix(".py").is_file() else path / "__init__.py"
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))  # a checkout on Windows is no change
    return digest.hexdigest()[:16]


def captioned(sound: Sound) -> bool:
    """Whether it means something that is not seen anyway."""
    return sound.kind != "interface"


def entry(sound: Sound, lead: float, size: int, measured: Mapping[str, float]) -> dict[str, Any]:
    """What the manifest says of one sound, turned by `lead` seconds."""
    return {
        "kind": sound.kind,
        "file": sound.file,
        "loop": sound.looped,
        "mix_db": sound.mix_db,
        "caption": f"sound.{sound.id}" if captioned(sound) else None,
        "moments": [[round(at + lead, 2), f"sound.{sound.id}.{name}"] for name, at in sorted(sound.moments.items(), key=lambda m: m[1])],
        "lead": lead,
        "source": source_hash(sound),
        "bytes": size,
        **measured,
    }


def write(entries: Mapping[str, dict[str, Any]], folder: Path = BAKED) -> None:
    """Write the manifest, in the catalogue's order."""
    rows = ",\n".join(f"  {json.dumps(sound.id)}: {json.dumps(entries[sound.id])}" for sound in sounds() if sound.id in entries)
    beside = folder / f".{MANIFEST}"
    beside.write_text(f'{{"version": 1, "rate": 44100,\n "sounds": {{\n{rows}\n }}\n}}\n', encoding="utf-8", newline="\n")
    beside.replace(folder / MANIFEST)
