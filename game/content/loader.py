"""From files to one checked story, or to diagnostics that say where and why not.

Room: game/content. Every `*.yaml` under `scenes/` and `story/` may hold any kind of content; they are laid together, and the same
id twice is a fault. A single file may be read alone: that is how an author tries one, and how the must-fail files work.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from . import cache, compiled
from .diagnostics import ContentError, Diagnostic, errors
from .model import Mark, Marks, Where
from .root import content_root
from .rules import DUPLICATE_ID, EMPTY, KIND_HOLDS_IDS, TOO_LARGE, UNREADABLE
from .source import MAX_CHARACTERS, Source, read_source
from .story import Story
from .wording import MOST, explain

KINDS = ("cast", "places", "clues", "talks", "scenes", "logs", "glossary", "decisions", "texts", "facts")
FOLDERS = ("scenes", "story")
LONE_EPISODE = {"id": "lone", "title": "…", "start": ""}


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading: the story unless something essential is wrong, every diagnostic, and the texts they point into."""

    story: Story | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str] = field(default_factory=dict)
    alone: bool = False  # one file was read, without the rest of its episode


def load_story(root: Path | None = None, *, cache_dir: Path | None = None) -> Story:
    """The story under `root` (the shipped one by default), ready to play.

    root:      a folder with `scenes` and `story`.
    cache_dir: where the compiled form may be kept; never required, and a broken one is ignored.
    raises:    ContentError, holding the diagnostics, where the content has an error.
    """
    root = root or content_root()
    files = story_files(root)
    digest = compiled.digest(files, root)
    if cache_dir is not None:
        kept = cache.read(cache_dir, digest)
        if kept is not None:
            return kept
    reading, merged = _read(root, files, digest)
    wrong = tuple(errors(reading.diagnostics))
    if reading.story is None or wrong:
        raise ContentError(wrong)
    if cache_dir is not None:
        cache.write(cache_dir, digest, merged)
    return reading.story


def read_story(root: Path) -> Reading:
    """Read everything under `root`, or the one file it names. Never raises: what is wrong comes back as data."""
    alone = root.is_file()
    files = (root,) if alone else story_files(root)
    return _read(root.parent if alone else root, files, compiled.digest(files, root), alone=alone)[0]


def story_files(root: Path) -> tuple[Path, ...]:
    """Every content file, in a fixed order."""
    return tuple(sorted(path for folder in FOLDERS for path in (root / folder).rglob("*.yaml") if path.name != "renames.yaml"))


def _read(root: Path, files: Iterable[Path], digest: str, *, alone: bool = False) -> tuple[Reading, dict[str, Any]]:
    sources = [open_source(path, compiled.relative(path, root)) for path in files]
    faults = [fault for source in sources for fault in source.diagnostics]
    merged, marks, twice = _lay_together(sources)
    faults += twice
    if alone:
        merged.setdefault("episode", dict(LONE_EPISODE))
    story: Story | None = None
    try:
        story = Story.model_validate({**merged, "digest": digest})
    except ValidationError as error:
        faults += explain(error, merged, marks)
    else:
        story.remember(marks, ())
    texts = {source.file: source.text for source in sources}
    if len(faults) > MOST:  # a file of nothing but faults would take for ever to tell
        del faults[MOST:]
        faults.append(TOO_LARGE.at(Mark(faults[-1].file), what=f"more than {MOST} things in it are wrong"))
    ordered = sorted(faults, key=lambda fault: (fault.mark.file, fault.mark.line, fault.mark.column, fault.code))
    return Reading(story, tuple(fault.with_lines(texts) for fault in ordered), texts, alone), merged


def open_source(path: Path, name: str) -> Source:
    """Read one YAML file with every care, whatever it is for; it is called `name` in diagnostics. Never raises."""
    raw = b""
    try:
        if path.exists() and not path.is_file():  # a pipe or a device would be waited for, or read for ever
            return Source(name, "", diagnostics=[UNREADABLE.at(Mark(name), problem="it is not a plain file")])
        if path.stat().st_size > compiled.LARGEST:
            return Source(name, "", diagnostics=[TOO_LARGE.at(Mark(name), what=f"it is longer than {MAX_CHARACTERS} characters")])
        raw = path.read_bytes()
        text = raw.decode("utf-8")
    except OSError as error:
        return Source(name, "", diagnostics=[UNREADABLE.at(Mark(name), problem=error.strerror or type(error).__name__)])
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Source(name, "", diagnostics=[UNREADABLE.at(Mark(name, line), problem="it is not UTF-8", hint="save it as UTF-8")])
    source = read_source(text.replace("\r\n", "\n"), name)
    if source.data is None and not source.diagnostics:
        source.diagnostics.append(EMPTY.at(Mark(name), hint="fill it, or delete it if nothing is meant to be here"))
    return source


def _lay_together(sources: Iterable[Source]) -> tuple[dict[str, Any], Marks, list[Diagnostic]]:
    """One mapping of all kinds, the marks of everything in it, and the ids written twice."""
    merged: dict[str, Any] = {}
    keys: dict[Where, Mark] = {}
    values: dict[Where, Mark] = {}
    faults: list[Diagnostic] = []
    for source in sources:
        if not isinstance(source.data, dict):
            continue
        refused: set[Where] = set()
        for kind, content in source.data.items():
            if kind in KINDS and not isinstance(content, dict):  # it takes nothing away from what other files hold of this kind
                refused.add((kind,))
                faults.append(_no_ids(kind, content, source.marks))
            elif kind in KINDS:
                held = merged.setdefault(kind, {})
                for name, value in content.items():
                    if name in held:
                        refused.add((kind, name))
                        faults.append(DUPLICATE_ID.at(source.marks.key((kind, name)), id=name, first=_spot(keys, (kind, name))))
                    else:
                        held[name] = value
            elif kind in merged:
                refused.add((kind,))
                faults.append(DUPLICATE_ID.at(source.marks.key((kind,)), id=kind, first=_spot(keys, (kind,))))
            else:
                merged[kind] = content
        for kept, found in ((keys, source.marks.keys), (values, source.marks.values)):
            for where, mark in found.items():
                if where and where[:1] not in refused and where[:2] not in refused:
                    kept.setdefault(where, mark)
        values.setdefault((), Mark(source.file))
    return merged, Marks(keys, values), faults


def _no_ids(kind: str, content: object, marks: Marks) -> Diagnostic:
    """A kind whose content is a list, a word or nothing."""
    if content is None:
        hint = f"write `{kind}: {{an-id: …}}`, or take the key away"
        return KIND_HOLDS_IDS.at(marks.key((kind,)), hint=hint, kind=kind, what="nothing")
    what = "a list" if isinstance(content, list) else "one value"
    return KIND_HOLDS_IDS.at(marks.value((kind,)), hint=f"write `{kind}: {{an-id: …}}`", kind=kind, what=what)


def _spot(keys: Mapping[Where, Mark], where: Where) -> str:
    mark = keys.get(where)
    return f"{mark.file}:{mark.line}" if mark is not None else "another file"
