"""The sounds that are installed: which files there are, and what is written when one is heard.

Room: game/session. Reads `assets/baked/sound/manifest.json` (made by `python run.py sound --bake`); a folder without one has no sounds.
Stays outside: playing (`game.view.audio`) and words (captions are ids).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["ambience", "music", "interface", "story"]
KINDS: tuple[Kind, ...] = ("ambience", "music", "interface", "story")


@dataclass(frozen=True, slots=True)
class Sound:
    """One sound. `seconds` is its length; `moments` are seconds of a loop with the id of a caption, in order."""

    id: str
    kind: Kind
    file: Path
    loop: bool
    seconds: float
    caption: str | None
    moments: tuple[tuple[float, str], ...] = ()


def read_sounds(folder: Path) -> Mapping[str, Sound]:
    """Every sound under this folder by id. Never raises: where nothing can be read, nothing is heard."""
    try:
        listed = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["sounds"]
        return {name: _sound(name, entry, folder) for name, entry in listed.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, StopIteration):
        return {}


def _sound(name: str, entry: Mapping[str, object], folder: Path) -> Sound:
    kind = next(kind for kind in KINDS if kind == entry["kind"])
    moments = entry.get("moments") or ()
    return Sound(
        name,
        kind,
        folder / str(entry["file"]),
        bool(entry["loop"]),
        float(str(entry["seconds"])),
        str(entry["caption"]) if entry.get("caption") else None,
        tuple((float(at), str(word)) for at, word in moments),  # type: ignore[attr-defined]  # checked by the caller's except
    )
