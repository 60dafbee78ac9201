"""Compiled content: data as JSON beside the user's other caches. Never required; what is broken is ignored.

Room: game/content. A name holds the digest of the files it was made from, so it can never be stale. Imports nothing heavy: the title
is drawn from here.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

LARGEST = 8_000_000
"""Bytes of the largest file that is looked into: what the most characters of content can take. A larger one is told by its size."""

LONGEST = 4000
"""Signs of the longest text: a page and a half. What is longer was not meant to be read in a game, and takes long to set."""


def digest(files: Iterable[Path], root: Path) -> str:
    """32 hex digits that change when a file, its name or its place under `root` does. An unreadable file is no error here."""
    made = hashlib.sha256()
    for path in files:
        made.update(relative(path, root).encode() + b"\0")
        try:
            size = path.stat().st_size if path.is_file() else 0  # a pipe would be waited for
            made.update((path.read_bytes() if 0 < size <= LARGEST else str(size).encode()) + b"\0")
        except OSError:
            made.update(b"unreadable\0")
    return made.hexdigest()[:32]


def relative(path: Path, root: Path) -> str:
    """How a file is named in diagnostics: its way from `root`, or its name alone when it lies elsewhere."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) and path != root else path.name


def _sum(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode()


def read(folder: Path, name: str) -> dict[str, Any] | None:
    """What was kept under this name, or None where there is nothing or it does not read."""
    try:
        path = folder / f"{name}.json"
        if not path.is_file() or path.stat().st_size > 8 * LARGEST:  # a pipe would be waited for
            return None
        found, _, text = path.read_bytes().partition(b"\n")
        data = json.loads(text) if found == _sum(text) else None  # cut short, or written by somebody else
    except (OSError, ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def write(folder: Path, name: str, data: Mapping[str, Any]) -> None:
    """Keep it, whole or not at all. A full or read-only disk is no reason to say anything."""
    target = folder / f"{name}.json"
    beside = target.with_suffix(f".{os.getpid()}.tmp")
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass")
        beside.write_bytes(_sum(text) + b"\n" + text)
        beside.replace(target)
    with contextlib.suppress(OSError):
        beside.unlink()
