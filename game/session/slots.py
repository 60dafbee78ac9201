"""Which save slots there are, without opening one: all that the title has to know.

Room: game/session. What a slot holds, and whether it can be read, is `saves`.
"""

from __future__ import annotations

from pathlib import Path

AUTOSAVE = "autosave"
BEFORE = f"{AUTOSAVE}-before"
"""The play that lay in the automatic slot before another one took it."""
KEPT = ("kept-1", "kept-2", "kept-3")
"""The slots a player fills."""


def file_of(folder: Path, slot: str) -> Path:
    """The file of a slot."""
    return folder / f"{slot}.json"


def previous_of(folder: Path, slot: str) -> Path:
    """The file of the save before."""
    return folder / f"{slot}.previous.json"


def is_kept(folder: Path, slot: str) -> bool:
    """Whether something lies in this slot. Opening it may still say that it cannot be read. Never raises OSError."""
    try:
        return file_of(folder, slot).is_file() or previous_of(folder, slot).is_file()
    except OSError:
        return False


def any_kept(folder: Path) -> bool:
    """Whether there is anything to show in the list of saves."""
    return any(is_kept(folder, slot) for slot in (AUTOSAVE, BEFORE, *KEPT))
