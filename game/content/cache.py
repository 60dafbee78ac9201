"""The compiled story: the same data as JSON, beside the user's other caches. Never required; a broken one is ignored.

Room: game/content. Its name is the digest of the files it was made from, so it can never be stale.
"""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from .story import Story

FORMAT = 1
"""Raised when the shape of the models changes, so that older compiled stories are not looked at."""


def _path(folder: Path, digest: str) -> Path:
    return folder / f"story-{FORMAT}-{digest}.json"


def read(folder: Path, digest: str) -> Story | None:
    """The story compiled from these very files, or None where there is none or it does not read."""
    try:
        data = json.loads(_path(folder, digest).read_bytes())
        return Story.model_validate(data) if isinstance(data, dict) and data.get("digest") == digest else None
    except (OSError, ValueError, ValidationError, RecursionError):
        return None


def write(folder: Path, digest: str, merged: dict[str, Any]) -> None:
    """Keep the compiled story, whole or not at all. A full or read-only disk is no reason to say anything."""
    target = _path(folder, digest)
    beside = target.with_suffix(f".{os.getpid()}.tmp")
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps({**merged, "digest": digest}, ensure_ascii=False), encoding="utf-8")
        beside.replace(target)
    with contextlib.suppress(OSError):
        beside.unlink()
