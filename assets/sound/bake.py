"""Renders what changed to OGG, drops what is no longer listed, writes the manifest.

Room: assets, build-only. Every sound is measured on the file it was stored in, as the game will hear it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from assets.sound import measure, ogg
from assets.sound.catalogue import Sound, sounds
from assets.sound.level import QUALITY, finished, turned
from assets.sound.manifest import BAKED, entry, read, source_hash, write


def stale(folder: Path = BAKED) -> list[Sound]:
    """The sounds whose source changed or whose file is missing."""
    known = read(folder)
    return [s for s in sounds() if known.get(s.id, {}).get("source") != source_hash(s) or not (folder / s.file).is_file()]


def render(name: str, folder: Path) -> tuple[str, dict[str, Any]]:
    """Make one sound, store it, measure what was stored. Returns its id and its entry."""
    sound = next(sound for sound in sounds() if sound.id == name)
    x, path, lead = finished(sound), folder / sound.file, 0.0
    if sound.looped:
        with tempfile.TemporaryDirectory() as scratch:
            x, lead = turned(x, Path(scratch) / path.name, QUALITY[sound.kind])
    ogg.write(path, x, QUALITY[sound.kind])
    decoded = ogg.read(path)
    assert decoded.shape == x.shape, (name, decoded.shape, x.shape)
    return name, entry(sound, lead, path.stat().st_size, measure.report(decoded, looped=sound.looped))


def bake(folder: Path = BAKED, *, everything: bool = False, only: Iterable[str] = (), workers: int = 2) -> list[str]:
    """Bring the folder up to date. Returns the ids that were rendered."""
    asked = set(only)
    due = [s.id for s in (sounds() if everything else stale(folder)) if not asked or s.id in asked]
    entries = read(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(workers) as pool:
        for name, made in pool.map(render, due, [folder] * len(due)):
            entries[name] = made
            write(entries, folder)  # files and manifest agree at any moment, whatever stops us
    listed = {sound.id for sound in sounds()}
    for name in entries.keys() - listed:
        (folder / entries.pop(name)["file"]).unlink(missing_ok=True)
    write(entries, folder)
    return due
