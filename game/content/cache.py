"""The compiled story. Never required; a broken one is ignored.

Room: game/content. Its name is the digest of the files it was made from, so it can never be stale.
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from . import compiled
from .story import Story

FORMAT = 9
"""Raised when the shape of the models changes, so that older compiled stories are not looked at."""


def read(folder: Path, digest: str) -> Story | None:
    """The story compiled from these very files, or None where there is none or it does not read."""
    collects = gc.isenabled()
    gc.disable()  # thousands of things are made and none is thrown away: looking for waste took a seventh of the time
    try:
        data = compiled.read(folder, f"story-{FORMAT}-{digest}")
        return Story.model_validate(data) if data is not None and data.get("digest") == digest else None
    except (ValidationError, RecursionError):
        return None
    finally:
        if collects:
            gc.enable()


def write(folder: Path, digest: str, merged: dict[str, Any]) -> None:
    """Keep the compiled story, whole or not at all."""
    compiled.write(folder, f"story-{FORMAT}-{digest}", {**merged, "digest": digest})
