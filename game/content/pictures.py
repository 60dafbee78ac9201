"""The list of an episode's baked pictures, read with care: anybody may have written it. What is not whole is left out and named.

Room: game/content. The window draws from what is kept here, and `check` says what was left out. No picture is opened but to see how large
it is. Imports nothing heavy.
"""

from __future__ import annotations

import json
import math
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

NAME = "manifest.json"
LARGEST_LIST = 8_000_000
LARGEST_FILE = 40_000_000
"""Bytes of a list, and of one picture."""
WIDEST = 8192
"""Px of a picture's longer side."""
PAST = 1.5
"""How far a picture may go beyond its canvas, in parts of it: what is drawn is no larger than what asks for it."""

NO_FILE = "its entry names no file"

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Left:
    """Something that was left out: which picture (empty: the list itself), why, and where that stands if it is known."""

    picture: str
    why: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Pictures:
    """What a list holds that is whole: pictures by id, moods by place, life by layer."""

    pictures: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    moods: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    life: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    left: tuple[Left, ...] = ()


def read_pictures(folder: Path, name: str = NAME) -> Pictures:
    """The list in a folder of baked pictures. Never raises; where there is none, nothing."""
    path = folder / name
    try:
        if not path.exists():
            return Pictures()
        if not path.is_file():  # a pipe or a device would be waited for
            return _nothing("it is not a plain file")
        if path.stat().st_size > LARGEST_LIST:
            return _nothing("it is too large")
        data = json.loads(path.read_bytes())
    except json.JSONDecodeError as error:
        return Pictures(left=(Left("", "it is not JSON", error.lineno, error.colno),))
    except OSError:
        return _nothing("it cannot be read")
    except (ValueError, RecursionError):
        return _nothing("it is not JSON")
    if not isinstance(data, dict) or not isinstance(data.get("pictures"), dict):
        return _nothing("it holds no `pictures`")
    left: list[Left] = []
    pictures = _whole(data["pictures"], _picture, left, "its entry has another shape than a picture’s")
    for name, entry in list(pictures.items()):
        why = _stray(str(entry.get("file", "")))
        if why:
            left.append(Left(name, why))
            del pictures[name]
    moods = _whole(data.get("moods", {}), _mood, left, "its mood has another shape than a mood")
    life = _whole(data.get("life", {}), _life, left, "what lives on it has another shape than life")
    return Pictures(pictures, moods, life, tuple(left))


def _nothing(why: str) -> Pictures:
    return Pictures(left=(Left("", why),))


def _whole(data: object, is_whole: Callable[[Any], bool], left: list[Left], why: str) -> dict[str, Any]:
    """The entries that are whole; the others are left."""
    found: dict[str, Any] = {}
    for name, entry in data.items() if isinstance(data, dict) else ():
        if is_whole(entry):
            found[name] = entry
        else:
            left.append(Left(name, why))
    return found


def _picture(entry: Any) -> bool:
    if not isinstance(entry, dict):
        return False
    canvas, box = entry.get("canvas", (1, 1)), entry.get("box", (0, 0, 1, 1))
    if not (_numbers(canvas, 2, 1e-3) and _numbers(box, 4, 0, signed=2) and isinstance(entry.get("file", ""), str)):
        return False
    if "canvas" not in entry:  # the picture fills its area, whatever that is
        return "box" not in entry
    return all(size <= PAST * whole and abs(at) <= PAST * whole for whole, at, size in zip(canvas, box[:2], box[2:], strict=True))


def _mood(entry: Any) -> bool:
    return isinstance(entry, dict) and (not entry.get("tint") or bool(_COLOUR.fullmatch(str(entry["tint"]))))


def _life(entry: Any) -> bool:
    return isinstance(entry, list) and all(_lives(one) for one in entry)


def _lives(one: Any) -> bool:
    if not isinstance(one, dict) or not isinstance(one.get("frames"), list) or not isinstance(one.get("scores"), list):
        return False
    frames, scores, rest = one["frames"], one["scores"], one.get("rest", (0, 0))
    steps = [score for score in scores if isinstance(score, list) and score and all(type(n) is int and -1 <= n < 999 for n in score)]
    return (
        all(isinstance(name, str) for name in frames)
        and len(steps) == len(scores) > 0
        and _numbers([one.get("beat", 1)], 1, 1e-3)
        and _numbers(rest, 2, 0)
        and rest[0] <= rest[1]
    )


def _numbers(given: Any, count: int, least: float, *, signed: int = 0) -> bool:
    """So many numbers, none below `least` (the first `signed` may be), none beyond reason."""
    if not isinstance(given, list | tuple) or len(given) != count:
        return False
    known = all(type(one) in (int, float) and math.isfinite(one) and abs(one) <= 100_000 for one in given)
    return known and all(one >= least for one in given[signed:])


def _stray(file: str) -> str:
    """Why a file's name leads out of the folder of pictures; empty where it stays in it."""
    if not file:
        return NO_FILE
    posix, windows = PurePosixPath(file), PureWindowsPath(file)
    if posix.is_absolute() or windows.is_absolute() or windows.drive or ".." in windows.parts or "\0" in file:
        return "its file lies outside the episode’s pictures"
    return ""


def trouble(folder: Path, file: str, followed: dict[Path, Path] | None = None) -> str:
    """Why this file of a list cannot be shown, looked at on the disk; empty where it can.

    folder:   the folder of baked pictures. A link that leads out of it is not followed.
    followed: where folders lead, kept from one picture of a list to the next.
    """
    path = folder / file
    try:
        if _stray(file) or not _stays(folder, path, followed if followed is not None else {}):
            return "its file lies outside the episode’s pictures"
        try:
            found = path.stat()
        except FileNotFoundError:
            return "its file is missing"
        if not stat.S_ISREG(found.st_mode):
            return "its file is not a plain file"
        if found.st_size > LARGEST_FILE:
            return "its file is too large"
        return _too_wide(path, found.st_size)
    except (OSError, ValueError, RuntimeError):  # a link that leads to itself is a RuntimeError
        return "its file cannot be read"


def _stays(folder: Path, path: Path, followed: dict[Path, Path]) -> bool:
    """Whether a path, its links followed, stays in the folder. Pictures lie side by side: their folder is followed once."""

    def leads(to: Path) -> Path:
        if to not in followed:
            followed[to] = to.resolve()
        return followed[to]

    return (path.resolve() if path.is_symlink() else leads(path.parent)).is_relative_to(leads(folder))


def _too_wide(path: Path, size: int) -> str:
    """Whether a picture says of itself that it is larger than any window: a small file can hold one that fills the memory.

    What we bake is WebP, whose head is read here; Pillow would set up its decoder for each of a thousand pictures.
    """
    with path.open("rb") as file:
        head = file.read(30)
    wide = _webp_size(head, size)
    if wide is not None:
        return "its file is too large" if max(wide) > WIDEST else ""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            return "its file is too large" if max(picture.size) > WIDEST else ""
    except Image.DecompressionBombError:
        return "its file is too large"
    except (UnidentifiedImageError, SyntaxError):
        return "its file is no picture"


def _webp_size(head: bytes, size: int) -> tuple[int, int] | None:
    """Width and height by the first 30 bytes of a whole WebP file of `size` bytes; None for anything else.

    source: RFC 9649, sections 2.3 to 2.7: a RIFF head, then a chunk `VP8X`, `VP8L` or `VP8 ` that begins with both.
    """
    if len(head) < 30 or head[:4] != b"RIFF" or head[8:12] != b"WEBP" or int.from_bytes(head[4:8], "little") + 8 > size:
        return None
    kind = head[12:16]
    if kind == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if kind == b"VP8L" and head[20] == 0x2F:
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and head[23:26] == b"\x9d\x01\x2a":
        return int.from_bytes(head[26:28], "little") & 0x3FFF, int.from_bytes(head[28:30], "little") & 0x3FFF
    return None


def troubles(folder: Path, found: Pictures) -> Iterator[Left]:
    """What was left out, and each picture whose file cannot be shown."""
    yield from found.left
    followed: dict[Path, Path] = {}
    for name, entry in found.pictures.items():
        why = trouble(folder, str(entry["file"]), followed)
        if why:
            yield Left(name, why)
