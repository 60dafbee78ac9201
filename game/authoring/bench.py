"""What a rule may look at: the story, its translations, the pictures that exist, the help lines, and today.

Room: game/authoring. Files are read here, once; rules only read this.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

from game.authoring.plot import Plot
from game.authoring.plot_reading import read_plot
from game.content.diagnostics import Diagnostic
from game.content.help import Help, read_help
from game.content.loader import Reading
from game.content.model import Id, Mark
from game.content.pictures import LARGEST_LIST, NO_FILE, Left, read_pictures, troubles
from game.content.root import content_root, words_root
from game.content.rules import EMPTY, TOO_LARGE, UNREADABLE
from game.content.source import MAX_CHARACTERS, hidden_in
from game.content.story import Story
from game.content.words import domain_source, domain_texts, po_entries

LANGUAGES = ("en",)


@dataclass(frozen=True, slots=True)
class Translation:
    """One entry of a catalogue: the French it translates, the words, and where it stands."""

    french: str
    words: str
    mark: Mark
    fuzzy: bool = False


Catalogue: TypeAlias = Mapping[Id, Translation]


@dataclass(frozen=True)
class Bench:
    """Everything the rules read. None stands for what is not there to be compared with (a file tried alone)."""

    story: Story
    alone: bool = False
    catalogue: Catalogue | None = None  # English of the story
    tongues: Mapping[str, Catalogue] = field(default_factory=dict)  # every language that the story has a catalogue in
    interface: Mapping[str, tuple[Catalogue, Mapping[str, Mark], Mapping[str, str]]] = field(default_factory=dict)
    pictures: frozenset[str] | None = None
    sounds: Mapping[Id, str] | None = None  # the kind of each sound there is
    left: tuple[tuple[Mark, Left], ...] = ()  # pictures that are listed and cannot be shown, and where
    help: Help | None = None
    today: dt.date = dt.date.max
    sources: Mapping[str, str] = field(default_factory=dict)  # what diagnostics point into, beside the content itself

    @cached_property
    def plot(self) -> Plot:
        """The story as what is asked and what is gained; several rules read it."""
        return read_plot(self.story)


def set_up(root: Path, reading: Reading, today: dt.date, *, interface: bool = True) -> tuple[Bench | None, list[Diagnostic]]:
    """The bench for what was read under `root`; None where there is no story to lay on it.

    interface: look at the interface's words too; a file tried alone never does.

    A file tried alone finds its English in `<name>.po`, its pictures in `<name>.json`, its help lines in `<name>.help.yaml` beside it.
    """
    faults: list[Diagnostic] = []
    if reading.story is None:
        return None, faults
    alone = reading.alone
    po = root.with_suffix(".po") if alone else root / "story" / "locales" / "en.po"
    baked = root.with_suffix(".json") if alone else root / "assets" / "baked" / "manifest.json"
    lines = root.with_suffix(".help.yaml") if alone else None
    catalogue, wrong = read_catalogue(po, po.name if alone else "story/locales/en.po")
    faults += wrong
    tongues = {"en": catalogue} if catalogue is not None else {}
    for other in () if alone else sorted(path for path in po.parent.glob("*.po") if path != po):
        read, wrong = read_catalogue(other, f"story/locales/{other.name}")
        faults += wrong
        tongues |= {other.stem: read} if read else {}
    help_lines: Help | None = None
    if lines is None or lines.is_file():
        help_lines, said = read_help(lines)
        faults += said
    domains = {} if alone or not interface else _interface(faults)
    return (
        Bench(
            reading.story,
            alone,
            catalogue if catalogue is not None or alone else {},
            tongues,
            domains,
            _pictures_of(baked, alone=alone),
            _sounds(baked if alone else content_root() / "assets" / "baked" / "sound" / "manifest.json", alone=alone),
            _left_out(baked, baked.name if alone else "assets/baked/manifest.json", alone=alone),
            help_lines,
            today,
            _sources(_beside(po, baked, lines, alone=alone), alone=alone),
        ),
        faults,
    )


def _beside(po: Path, baked: Path, lines: Path | None, *, alone: bool) -> dict[Path, str]:
    """The files beside the story that a diagnostic may point into, as it names them."""
    if alone:
        return {path: path.name for path in (po, baked, lines) if path is not None}
    return {baked: "assets/baked/manifest.json", **{path: f"story/locales/{path.name}" for path in po.parent.glob("*.po")}}


def read_catalogue(path: Path, name: str) -> tuple[Catalogue | None, list[Diagnostic]]:
    """The entries of a .po file by id; None where there is no such file."""
    if not path.is_file():
        return None, []
    if path.stat().st_size > LARGEST_LIST:
        return {}, [TOO_LARGE.at(Mark(name), what=f"it is longer than {MAX_CHARACTERS} characters")]
    try:
        entries = po_entries(path)
    except (OSError, ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError) as error:
        return {}, [UNREADABLE.at(Mark(name), problem=str(error).splitlines()[0] if str(error) else type(error).__name__)]
    if not path.read_bytes().strip():
        return {}, [EMPTY.at(Mark(name), hint="bring it back, or let `translate extract` write it anew")]
    found = {
        entry.msgctxt: Translation(entry.msgid, entry.msgstr, Mark(name, entry.linenum or 1), "fuzzy" in entry.flags)
        for entry in entries
        if entry.msgctxt and not entry.obsolete
    }
    told = (hidden_in(entry.words, entry.mark) for entry in found.values())
    return found, [fault for fault in told if fault is not None]


def _interface(faults: list[Diagnostic]) -> dict[str, tuple[Catalogue, Mapping[str, Mark], Mapping[str, str]]]:
    found: dict[str, tuple[Catalogue, Mapping[str, Mark], Mapping[str, str]]] = {}
    for path in sorted(words_root().glob("*.yaml")):
        texts, wrong = domain_texts(path)
        faults += wrong
        name = f"game/words/{path.name}"
        marks = _domain_marks(path, texts, name)
        catalogue, said = read_catalogue(words_root() / "en" / f"{path.stem}.po", f"game/words/en/{path.stem}.po")
        faults += said
        found[path.stem] = (catalogue or {}, marks, texts)
    return found


def _domain_marks(path: Path, texts: Mapping[str, str], name: str) -> dict[str, Mark]:
    """Where each dotted id of a domain file stands; flat or nested, the id is what the keys spell together."""
    marks = domain_source(path).marks
    spelled = {".".join(str(step) for step in where): mark for where, mark in marks.values.items() if where}
    return {text: spelled.get(text, Mark(name)) for text in texts}


def _sources(named: Mapping[Path, str], *, alone: bool) -> dict[str, str]:
    """The texts of the files beside the story that a diagnostic may show a line of."""
    files = dict(named)
    if not alone:
        files |= {path: f"game/words/{path.relative_to(words_root()).as_posix()}" for path in words_root().rglob("*.*") if path.is_file()}
    return {name: text for path, name in files.items() for text in (_text_of(path),) if text is not None}


def _text_of(path: Path) -> str | None:
    """What a file holds; None where it cannot be read, is too large, or is a pipe, which would be waited for."""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        if path.is_file() and path.stat().st_size <= LARGEST_LIST:
            return path.read_text(encoding="utf-8")
    return None


def _pictures_of(baked: Path, *, alone: bool) -> frozenset[str] | None:
    """What an episode may show: its own pictures and the game's. A file tried alone has those beside it, or is not asked."""
    if alone:
        return _pictures(baked) if baked.is_file() else None
    return _pictures(baked) | _pictures(content_root() / "assets" / "baked" / "manifest.json")


def _pictures(path: Path) -> frozenset[str]:
    return frozenset(listed_in(path, "pictures"))


def listed_in(path: Path, what: str) -> Mapping[str, Any]:
    """What a list beside the pictures or the sounds holds under this key; nothing where it cannot be read."""
    try:
        found = json.loads(path.read_bytes()).get(what) if path.is_file() and path.stat().st_size <= LARGEST_LIST else None
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _sounds(path: Path, *, alone: bool) -> Mapping[Id, str] | None:
    """The kind of each sound; None where a file tried alone does not say which there are."""
    found = {name: str(entry.get("kind")) for name, entry in listed_in(path, "sounds").items() if isinstance(entry, dict)}
    return None if alone and not found else found


def _left_out(path: Path, name: str, *, alone: bool) -> tuple[tuple[Mark, Left], ...]:
    """What an episode's list of pictures names and nobody will see, with where it says so."""
    found = read_pictures(path.parent, path.name)
    left = tuple(one for one in found.left if one.why != NO_FILE) if alone else tuple(troubles(path.parent, found))
    if not left:
        return ()
    rows = (_text_of(path) or "").splitlines()
    return tuple((_listed_at(one, name, rows), one) for one in left)


def _listed_at(one: Left, name: str, rows: list[str]) -> Mark:
    """Where a list speaks of a picture; where it is broken, for the list itself."""
    if not one.picture:
        return Mark(name, one.line, one.column)
    written = json.dumps(one.picture, ensure_ascii=False)
    for number, row in enumerate(rows, 1):
        if written + ":" in row.replace(" :", ":"):
            return Mark(name, number, row.index(written) + 1, len(written))
    return Mark(name)
