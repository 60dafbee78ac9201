"""Which files of an episode and of the interface have changed since one last looked. For authors, in a checkout.

Room: game/session. Asked now and then by whoever has a loop; it starts no thread and asks the system for sizes and times only.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

EVERY = 0.5
"""Seconds between two looks."""
ENDINGS = (".yaml", ".po", ".webp", ".json", ".png", ".jpg")
Seen: TypeAlias = Mapping[str, tuple[int, int]]


class Watch:
    """Looks at some folders. `look` tells what is new, gone or changed since the last time it was asked."""

    def __init__(self, folders: Iterable[Path]) -> None:
        """Take what lies there now as known."""
        self._folders = tuple(folders)
        self._seen = _look(self._folders)
        self._next = 0.0

    def look(self, now: float) -> tuple[str, ...]:
        """Paths that changed, in order; at most one look each half second of `now`, which only grows."""
        if now < self._next:
            return ()
        self._next = now + EVERY
        seen = _look(self._folders)
        changed = {path for path in seen.keys() | self._seen.keys() if seen.get(path) != self._seen.get(path)}
        self._seen = seen
        return tuple(sorted(changed))


def _look(folders: Iterable[Path]) -> Seen:
    found: dict[str, tuple[int, int]] = {}
    waiting = [str(folder) for folder in folders]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    elif entry.name.endswith(ENDINGS):
                        stat = entry.stat()
                        found[entry.path] = (stat.st_mtime_ns, stat.st_size)
        except OSError:  # a folder that is not there, or a file that went while it was looked at
            continue
    return found
