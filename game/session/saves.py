"""Save slots on disk: JSON, whole or not at all, with the one before kept.

Room: game/session. A slot is `NAME.json`, its predecessor `NAME.previous.json`, a file nobody can read `NAME.json.broken`; a slot
that the player keeps has the picture of its place beside it, `NAME.jpg`, drawn from the game's own art.
Each file holds its version, the time, a checksum, the state and the commands that led there. What a state means is core's.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from game.core.commands import COMMANDS, Command
from game.core.state import STATES, State
from game.session.notices import Notice, notice
from game.session.slots import file_of, previous_of
from game.session.whole import sweep, write_whole

FORMAT: Literal["stop-la-violence-save"] = "stop-la-violence-save"
VERSION = 1
_SLOT = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?")
_BIGGEST = 16 * 1024 * 1024
"""Bytes. A whole play is under 200 KiB; anything past this is not a save."""
PICTURE = ".jpg"
_BIGGEST_PICTURE = 256 * 1024
"""Bytes. The picture of a place, 480 px wide, takes a tenth of it."""


class SaveFile(BaseModel):
    """What a slot holds. `state` is left as JSON gave it: `core.migrations` reads it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    format: Literal["stop-la-violence-save"] = FORMAT
    version: Literal[1] = 1
    saved_at: AwareDatetime
    sum: str
    """SHA-256 of `state` and `walk`, as 64 hex digits: a save that a disk has damaged is noticed."""
    state: dict[str, Any]
    walk: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """A slot that could be read: the raw state, the commands so far, when, and what has to be said about it."""

    slot: str
    saved_at: datetime
    state: Mapping[str, Any]
    walk: tuple[Command, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class SlotInfo:
    """A slot for the list of saves: `place` is an id of the story, `ended` tells a finished play."""

    slot: str
    saved_at: datetime
    place: str | None
    path: str
    clues: int
    ended: bool


class SaveError(Exception):
    """A slot that cannot be opened. `notice` says it; nothing was deleted."""

    def __init__(self, said: Notice) -> None:
        """Carry the sentence for the person."""
        super().__init__(said.word)
        self.notice = said


class NoSaveError(SaveError):
    """There is nothing in this slot."""


class BrokenSaveError(SaveError):
    """Neither the save nor the one before it can be read. They are kept beside, for whoever can help."""


class NewerSaveError(SaveError):
    """A newer game wrote it. Reading leaves it alone; writing to its slot keeps it as `NAME.json.newer`."""


class Saves:
    """The slots of one folder. Safe to write from a background thread: one write at a time."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, which need not exist. What a killed program left half-written is swept."""
        self.folder = folder
        self._lock = threading.Lock()
        self._looked: set[str] = set()
        sweep(folder)

    def write(self, slot: str, state: State, walk: tuple[Command, ...], now: datetime) -> None:
        """Keep a play in a slot; the one that was there becomes the previous one.

        raises: NotKeptError (disk full, refused, failed), then the slot is as it was; ValueError for a bad slot name.
        """
        data = pack(state, walk, now)
        with self._lock:
            self._spare(slot)
            write_whole(self._path(slot), data, previous=self._previous(slot))

    def set_aside(self, slot: str) -> None:
        """Before a new play takes this slot: the play that lies there moves to the slot `NAME-before`. Never raises OSError."""
        path, aside = self._path(slot), self._path(f"{slot}-before")
        with self._lock, contextlib.suppress(OSError):
            self._spare(slot)
            path.replace(aside)

    def _spare(self, slot: str) -> None:
        """Once a slot, before it is written: what cannot be read is kept beside, as `….newer` or `….broken`, never written over."""
        if slot in self._looked:
            return
        self._looked.add(slot)
        for path in (self._path(slot), self._previous(slot)):
            try:
                found, saved = _open(slot, path)
                ending = ".broken" if found and saved is None else None
            except NewerSaveError:
                ending = ".newer"
            if ending is not None:
                with contextlib.suppress(OSError):
                    path.replace(path.with_name(path.name + ending))

    def read(self, slot: str) -> Saved:
        """Open a slot, or the one before it when the disk has damaged it (said by a notice; the damaged file is kept).

        raises: NoSaveError, BrokenSaveError, NewerSaveError; ValueError for a bad slot name.
        """
        saved, damaged = self._find(slot)
        if not damaged:
            return saved
        path = self._path(slot)
        with self._lock, contextlib.suppress(OSError):
            path.replace(path.with_name(path.name + ".broken"))
        return replace(saved, notices=(notice("system.save-previous", slot=slot),))

    def look(self, slot: str) -> Saved:
        """What `read` would open, and nothing on the disk is touched. Raises as `read`."""
        return self._find(slot)[0]

    def _find(self, slot: str) -> tuple[Saved, bool]:
        """The save that can be read, and whether a damaged newer one stands in front of it."""
        found, saved = _open(slot, self._path(slot))
        if saved is not None:
            return saved, False
        existed, older = _open(slot, self._previous(slot))
        if not found and not existed:
            raise NoSaveError(notice("system.save-none", slot=slot))
        if older is None:
            raise BrokenSaveError(notice("system.save-broken", slot=slot))
        return older, found

    def slots(self) -> tuple[SlotInfo, ...]:
        """Every slot that can be opened, the latest first. One that cannot is not listed; opening it says why."""
        names = {path.name.removesuffix(".json").removesuffix(".previous") for path in _files(self.folder)}
        found = []
        for name in names:
            if not _SLOT.fullmatch(name):
                continue
            with contextlib.suppress(SaveError):
                found.append(_info(self._find(name)[0]))
        return tuple(sorted(found, key=lambda info: info.saved_at, reverse=True))

    def keep_picture(self, slot: str, data: bytes) -> None:
        """Put a small picture of the place beside a slot. Raises NotKeptError: the play itself is kept without it."""
        with self._lock:
            write_whole(self._path(slot).with_suffix(PICTURE), data)

    def picture(self, slot: str) -> bytes | None:
        """The small picture beside a slot; None where there is none, or none that can be read."""
        try:
            with self._path(slot).with_suffix(PICTURE).open("rb") as file:
                data = file.read(_BIGGEST_PICTURE + 1)
        except OSError:
            return None
        return data if len(data) <= _BIGGEST_PICTURE else None

    def delete(self, slot: str) -> None:
        """Remove a slot and all that belongs to it. Raises OSError only if the system refuses."""
        path = self._path(slot)
        with self._lock:
            for file in (path, self._previous(slot)):
                for ending in ("", ".broken", ".newer"):
                    file.with_name(file.name + ending).unlink(missing_ok=True)
            path.with_suffix(PICTURE).unlink(missing_ok=True)

    def _path(self, slot: str) -> Path:
        if not _SLOT.fullmatch(slot):
            raise ValueError(f"a slot is named by small letters, digits and hyphens, not “{slot}”")
        return file_of(self.folder, slot)

    def _previous(self, slot: str) -> Path:
        return previous_of(self.folder, slot)


def pack(state: State, walk: tuple[Command, ...], now: datetime) -> bytes:
    """The bytes of a slot: the same play at the same time is always the same bytes."""
    plain_state = STATES.dump_python(state, mode="json")
    plain_walk = tuple(COMMANDS.dump_python(command, mode="json") for command in walk)
    file = SaveFile(saved_at=now, sum=_sum(plain_state, plain_walk), state=plain_state, walk=plain_walk)
    return file.model_dump_json().encode() + b"\n"


def unpack(slot: str, data: bytes) -> Saved | None:
    """What the bytes of a slot hold, or None when they are not one whole save. Raises NewerSaveError."""
    try:
        plain = json.loads(data.decode())
    except (ValueError, RecursionError):
        return None
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        return None
    version = plain.get("version")
    if isinstance(version, int) and version > VERSION:
        raise NewerSaveError(notice("system.save-newer", slot=slot))
    try:
        file = SaveFile.model_validate_json(data)
        walk = tuple(COMMANDS.validate_python(command) for command in file.walk)
    except ValidationError:
        return None
    if file.sum != _sum(file.state, file.walk):
        return None
    return Saved(slot, file.saved_at, file.state, walk)


def _sum(state: Mapping[str, Any], walk: tuple[Mapping[str, Any], ...]) -> str:
    text = json.dumps([state, list(walk)], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _open(slot: str, path: Path) -> tuple[bool, Saved | None]:
    """Whether the file exists, and what it holds."""
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            return True, None
        with path.open("rb") as file:
            data = file.read(_BIGGEST + 1)
    except FileNotFoundError:
        return False, None
    except OSError:
        return True, None
    return True, unpack(slot, data) if len(data) <= _BIGGEST else None


def _files(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(folder.glob("*.json"))
    except OSError:
        return ()


def _info(saved: Saved) -> SlotInfo:
    state = saved.state
    place, notebook = state.get("place"), state.get("notebook")
    return SlotInfo(
        slot=saved.slot,
        saved_at=saved.saved_at,
        place=place if isinstance(place, str) else None,
        path=str(state.get("path", "")),
        clues=len(notebook) if isinstance(notebook, list) else 0,
        ended=state.get("ended") is not None,
    )
