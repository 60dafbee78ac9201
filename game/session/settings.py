"""Settings: what the person chose, and what the school decided for them. Read once at the edge, frozen, passed down.

Room: game/session. A JSON file of their own, and a managed one that locks what it names (class mode above all).
A broken file never stops the game: what can be read is kept, the rest takes its default, the original is set aside, and it is said.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from game.session.notices import Notice, notice
from game.session.paths import Paths
from game.session.whole import write_whole

Volume = int
_BIGGEST = 256 * 1024
"""Bytes. A settings file is a few hundred; anything longer is not one."""


class WrongSettingsError(ValueError):
    """Values that no setting can have. `names` are the settings at fault, unknown ones included; the values are not repeated."""

    def __init__(self, names: frozenset[str]) -> None:
        """Name them."""
        super().__init__(", ".join(sorted(names)))
        self.names = names


@dataclass(frozen=True, slots=True)
class PinnedOperator:
    """The hotline this copy is connected to: its address, the Ed25519 key that signs for it (64 hex), its certificate if its own."""

    url: str
    key: str = field(repr=False)
    ca: Path | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a person can set. Volumes are 0 to 100; `text_size` is a percentage, 100 to 200.

    Checked by `checked`, not when made: a plain class, because the title waits for it and a model costs a tenth of a second.
    """

    version: Literal[1] = 1
    language: Literal["fr", "en"] = "fr"
    country: str = "FR"
    text_size: int = 100
    contrast: Literal["normal", "high"] = "normal"
    motion: Literal["full", "reduced"] = "full"
    plain_hand: bool = False
    """Asides in the reading font instead of the handwritten one."""
    captions: bool = True
    """What is heard, written down."""
    sound: Literal["auto", "on", "off"] = "auto"
    """Auto: heard at home, not in class, where thirty of these stand in one room."""
    mono: bool = False
    """The same on both sides, for who hears with one ear or through one speaker."""
    ambience: Volume = 70
    read_aloud: bool = False
    auto_read: Literal["off", "slow", "normal", "quick"] = "off"
    """Lines that follow by themselves, and how fast; choices always wait."""
    music: Volume = 70
    sounds: Volume = 70
    voice: Volume = 100
    full_screen: bool = False
    class_mode: bool = False
    shared_device: bool = False
    """Other people use this device: the desk keeps no PDF, no draft and no outbox on it."""
    operator: PinnedOperator | None = None
    """None in every copy that is handed out: then « C’est pour de vrai » leads to the real services and nowhere else."""

    @property
    def audible(self) -> bool:
        """Whether anything is to be heard at all."""
        return self.sound == "on" or (self.sound == "auto" and not self.class_mode)


def _one_of(*values: object) -> Callable[[object], object]:
    return lambda value: _if(any(value == one and type(value) is type(one) for one in values), value)


def _between(least: int, most: int) -> Callable[[object], object]:
    return lambda value: _if(type(value) is int and least <= value <= most, value)


def _written(pattern: str) -> Callable[[object], object]:
    return lambda value: _if(isinstance(value, str) and re.fullmatch(pattern, value) is not None, value)


def _if(good: bool, value: object) -> object:
    if not good:
        raise ValueError("not such a value")
    return value


def _operator(value: object) -> PinnedOperator | None:
    if value is None or isinstance(value, PinnedOperator):
        return value
    if not isinstance(value, Mapping) or not {"url", "key"} <= value.keys() <= {"url", "key", "ca"}:
        raise ValueError("not an operator")
    ca = value.get("ca")
    if ca is not None and not isinstance(ca, str | Path):
        raise ValueError("not a file")
    url, key = _written(r"https?://\S+")(value["url"]), _written(r"[0-9a-f]{64}")(value["key"])
    return PinnedOperator(str(url), str(key), None if ca is None else Path(ca))


_YES_NO, _VOLUME = _one_of(False, True), _between(0, 100)
_RULES: Mapping[str, Callable[[object], object]] = MappingProxyType(
    {
        "version": _one_of(1), "language": _one_of("fr", "en"), "country": _written("[A-Z]{2}"), "text_size": _between(100, 200),
        "contrast": _one_of("normal", "high"), "motion": _one_of("full", "reduced"), "plain_hand": _YES_NO, "captions": _YES_NO,
        "sound": _one_of("auto", "on", "off"), "mono": _YES_NO, "ambience": _VOLUME,
        "read_aloud": _YES_NO, "auto_read": _one_of("off", "slow", "normal", "quick"), "music": _VOLUME, "sounds": _VOLUME,
        "voice": _VOLUME, "full_screen": _YES_NO, "class_mode": _YES_NO,
        "shared_device": _YES_NO, "operator": _operator,
    }
)  # fmt: skip


def names_of() -> tuple[str, ...]:
    """Every setting that a file may hold."""
    return tuple(_RULES)


def checked(values: Mapping[str, object], base: Settings | None = None) -> Settings:
    """Settings with these values over `base` (the defaults). raises: WrongSettingsError, naming every one at fault."""
    good: dict[str, Any] = {}
    wrong: set[str] = set()
    for name, value in values.items():
        try:
            good[name] = _RULES[name](value)
        except (KeyError, ValueError):
            wrong.add(name)
    if wrong:
        raise WrongSettingsError(frozenset(wrong))
    return replace(base or Settings(), **good)


def plain(settings: Settings) -> dict[str, object]:
    """The settings as JSON can hold them; `checked` reads them back."""
    values = asdict(settings)
    if settings.operator is not None and settings.operator.ca is not None:
        values["operator"]["ca"] = str(settings.operator.ca)
    return values


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
        """The same with some choices changed. Locked names stay; a value out of range raises WrongSettingsError."""
        own = checked({name: value for name, value in changes.items() if name not in self.locked}, self.own)
        held = {name: getattr(self.settings, name) for name in self.locked}
        return replace(self, own=own, settings=replace(own, **held))

    def in_class(self) -> LoadedSettings:
        """The same with class mode locked on, as `play --class` asks."""
        loaded = replace(self, settings=replace(self.settings, class_mode=True), locked=self.locked | {"class_mode"})
        return loaded.silent_in_class()

    def silent_in_class(self) -> LoadedSettings:
        """In class every sitting begins without sound, whatever whoever sat here before chose, unless the school says otherwise."""
        if not self.settings.class_mode or "sound" in self.locked:
            return self
        return replace(self, own=replace(self.own, sound="auto"), settings=replace(self.settings, sound="auto"))


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
    own = checked(own_values)

    managed_values, bad, broken = _read(paths.managed)
    if broken or bad:
        managed_values = {**managed_values, "class_mode": True}
        notices.append(notice("system.managed-broken", file=paths.managed.name))
    managed_values.pop("version", None)
    held = checked(managed_values, own)
    return LoadedSettings(own, held, frozenset(managed_values), tuple(notices)).silent_in_class()


def keep_settings(paths: Paths, loaded: LoadedSettings) -> None:
    """Write the person's own choices, whole or not at all. Raises NotKeptError when the disk refuses."""
    write_whole(paths.settings, (json.dumps(plain(loaded.own), indent=2, ensure_ascii=False) + "\n").encode())


def _read(path: Path) -> tuple[dict[str, Any], frozenset[str], bool]:
    """The values that hold, the names of those that do not, and whether the file as a whole is unreadable."""
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            return {}, frozenset(), True
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
        checked(values)
    except WrongSettingsError as error:
        return {name: value for name, value in values.items() if name not in error.names}, error.names, False
    return values, frozenset(), False


def _set_aside(path: Path) -> str:
    """Keep the broken file under another name, and say that name. A disk that refuses leaves it where it is."""
    aside = path.with_name(path.name + ".broken")
    try:
        path.replace(aside)
    except OSError:
        return path.name
    return aside.name
