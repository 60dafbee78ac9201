"""Folders and files of this device, by name only, for choosing one.

Room: game/view. Reads names and kinds, never a file's content; keeps nothing. Hidden files stay out; folders come first.
"""

from __future__ import annotations

import os
import stat
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path

PICTURES = frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".heic", ".heif"})
MOST = 2000  # entries listed of one folder
HIDDEN_ON_WINDOWS = 0x2


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a folder. `picture`: its name ends as pictures do; anything else may still be tried."""

    name: str
    folder: bool
    picture: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder holds. `problem` is an id of words when it cannot be read; `more`: it holds still more than is listed."""

    folder: Path
    entries: tuple[Entry, ...]
    problem: str | None = None
    more: bool = False


def list_folder(folder: Path) -> Listing:
    """The visible entries of a folder: folders, then pictures, then the rest, each in the order a reader expects. Never raises."""
    found: list[Entry] = []
    more = False
    try:
        with os.scandir(folder) as lines:
            for line in lines:
                if _hidden(line):
                    continue
                if len(found) >= MOST:
                    more = True
                    break
                try:
                    is_folder = line.is_dir()
                except OSError:
                    continue
                found.append(Entry(line.name, is_folder, Path(line.name).suffix.lower() in PICTURES))
    except PermissionError:
        return Listing(folder, (), "desk.files.not_allowed")
    except (OSError, ValueError):
        return Listing(folder, (), "desk.files.gone")
    found.sort(key=lambda e: (not e.folder, not e.picture, _plain(e.name)))
    return Listing(folder, tuple(found), None, more)


def _hidden(line: os.DirEntry[str]) -> bool:
    if line.name.startswith(".") or line.name.endswith("~"):
        return True
    if sys.platform == "win32":  # pragma: no cover  (no other system has the mark)
        try:
            return bool(line.stat(follow_symlinks=False).st_file_attributes & HIDDEN_ON_WINDOWS)
        except OSError:
            return True
    return False


def _plain(name: str) -> str:
    """Accents and capitals do not part names."""
    return "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))


def home() -> Path:
    """Where browsing starts: the person's folder, or the root where there is none."""
    try:
        start = Path.home()
    except RuntimeError:
        return Path(Path.cwd().anchor)
    return start if start.is_dir() else Path(start.anchor or "/")


def parent(folder: Path) -> Path | None:
    """The folder above, None at the top."""
    return None if folder.parent == folder else folder.parent


def is_plain_file(path: Path) -> bool:
    """Whether it is a file that can be read to its end: pipes and devices are not."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False
