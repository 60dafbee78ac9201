"""Settings: what the person chose, and what the school decided for them. Read once at the edge, frozen, passed down.

Room: game/session. A JSON file of their own, and a managed one that locks what it names (class mode above all).
A broken file never stops the game: what can be read is kept, the rest takes its default, the original is set aside, and it is said.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game.session.notices import Notice, notice
from game.session.paths import Paths
from game.session.whole import write_whole

Volume = int
_BIGGEST = 256 * 1024
"""Bytes. A settings file is a few hundred; anything longer is not one."""


class PinnedOperator(BaseModel):
    """The hotline this copy is connected to: its address, the Ed25519 key that signs for it (64 hex), its certificate if its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    url: str = Field(pattern=r"^https?://\S+$")
    key: str = Field(pattern=r"^[0-9a-f]{64}$", repr=False)
    ca: Path | None = None


class Settings(BaseModel):
    """Everything a person can set. Volumes are 0 to 100; `text_size` is a percentage, 100 to 200."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    language: Literal["fr", "en"] = "fr"
    country: str = Field(default="FR", pattern=r"^[A-Z]{2}$")
    text_size: int = Field(default=100, ge=100, le=200)
    contrast: Literal["normal", "high"] = "normal"
    motion: Literal["full", "reduced"] = "full"
    plain_hand: bool = False
    """Asides in the reading font instead of the handwritten one."""
    captions: bool = True
    read_aloud: bool = False
    music: Volume = Field(default=60, ge=0, le=100)
    sounds: Volume = Field(default=70, ge=0, le=100)
    voice: Volume = Field(default=100, ge=0, le=100)
    full_screen: bool = False
    class_mode: bool = False
    shared_device: bool = False
    """Other people use this device: the desk keeps no PDF, no draft and no outbox on it."""
    operator: PinnedOperator | None = None
    """None in every copy that is handed out: then « C’est pour de vrai » leads to the real services and nowhere else."""


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings in force, and where they come from.

    own:      the person's choices, the only ones written back.
    settings: what is in force: their choices under the school's.
    locked:   the names the school decides; a reader shows them closed.
    notices:  what went wrong while reading, to be said once.
    """

    own: Settings
    settings: Settings
    locked: frozenset[str] = frozenset()
    notices: tuple[Notice, ...] = ()

    def changed(self, **changes: object) -> LoadedSettings:
        """The same with some choices changed. Locked names stay; a value out of range raises ValidationError."""
        free = {name: value for name, value in changes.items() if name not in self.locked}
        own = Settings.model_validate({**self.own.model_dump(), **free})
        held = {name: getattr(self.settings, name) for name in self.locked}
        return replace(self, own=own, settings=own.model_copy(update=held))

    def in_class(self) -> LoadedSettings:
        """The same with class mode locked on, as `play --class` asks."""
        return replace(self, settings=self.settings.model_copy(update={"class_mode": True}), locked=self.locked | {"class_mode"})


def load_settings(paths: Paths) -> LoadedSettings:
    """Read both files. Never raises: a missing file is the defaults, a broken one is said and set aside.

    A managed file that cannot be read locks class mode on: the school wanted something, and that is the careful reading.
    """
    own_values, bad, broken = _read(paths.settings)
    notices: list[Notice] = []
    if broken or bad:
        aside = _set_aside(paths.settings)
        names = ", ".join(sorted(bad))
        whole = notice("system.settings-broken", file=aside)
        notices.append(whole if broken else notice("system.settings-partly", file=aside, names=names))
    own = Settings.model_validate(own_values)

    managed_values, bad, broken = _read(paths.managed)
    if broken or bad:
        managed_values = {**managed_values, "class_mode": True}
        notices.append(notice("system.managed-broken", file=paths.managed.name))
    managed_values.pop("version", None)
    held = Settings.model_validate({**own.model_dump(), **managed_values})
    return LoadedSettings(own, held, frozenset(managed_values), tuple(notices))


def keep_settings(paths: Paths, loaded: LoadedSettings) -> None:
    """Write the person's own choices, whole or not at all. Raises NotKeptError when the disk refuses."""
    write_whole(paths.settings, (loaded.own.model_dump_json(indent=2) + "\n").encode())


def _read(path: Path) -> tuple[dict[str, Any], frozenset[str], bool]:
    """The values that hold, the names of those that do not, and whether the file as a whole is unreadable."""
    try:
        with path.open("rb") as file:
            raw = file.read(_BIGGEST + 1)
    except FileNotFoundError:
        return {}, frozenset(), False
    except OSError:
        return {}, frozenset(), True
    try:
        values = json.loads(raw.decode("utf-8-sig")) if len(raw) <= _BIGGEST else None
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        return {}, frozenset(), True
    try:
        Settings.model_validate(values)
    except ValidationError as error:
        bad = frozenset(str(problem["loc"][0]) for problem in error.errors())
        return {name: value for name, value in values.items() if name not in bad}, bad, False
    return values, frozenset(), False


def _set_aside(path: Path) -> str:
    """Keep the broken file under another name, and say that name. A disk that refuses leaves it where it is."""
    aside = path.with_name(path.name + ".broken")
    try:
        path.replace(aside)
    except OSError:
        return path.name
    return aside.name
