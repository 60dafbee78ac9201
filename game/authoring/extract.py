"""From the story to its catalogue: every French text with speaker and place, in the order of the story, translations kept.

Room: game/authoring. What changed in French becomes fuzzy, so that it is shown in French until somebody has read both; what is gone goes.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.story import Story, Worded

if TYPE_CHECKING:
    import polib

HEAD = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


LINE = re.compile(r'\s*(#.*|((msgctxt|msgid|msgid_plural|msgstr(\[\d+\])?)\s+)?"([^"\\]|\\.)*"\s*)?')
"""A line of a catalogue."""


class UnreadableError(Exception):
    """A catalogue that is no catalogue: its file, and the line where it stops making sense (0 where that is not known)."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(f"{path}:{line}")
        self.path, self.line = path, line


def read_catalogue(path: Path) -> polib.POFile:
    """The catalogue, empty where there is none. raises: UnreadableError, OSError."""
    import polib

    if not path.is_file():
        return polib.POFile(wrapwidth=0, encoding="utf-8")
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError(path, raw.count(b"\n", 0, error.start) + 1) from error
    for number, line in enumerate(text.splitlines(), start=1):
        if not LINE.fullmatch(line):  # polib takes some of these, and loses a letter
            raise UnreadableError(path, number)
    try:
        return polib.pofile(text, encoding="utf-8", wrapwidth=0)
    except (OSError, ValueError) as error:  # each line is one, but not where it stands
        told = re.search(r"line (\d+)", str(error))
        raise UnreadableError(path, int(told[1]) if told else 0) from error


def extract(story: Story, known: Path, locale: str) -> polib.POFile:
    """The catalogue of `locale` brought up to date with the story.

    known:  the catalogue as it stands; it need not exist.
    Saving it is the caller's: `extract(...).save(str(known))`.
    """
    import polib

    old = {entry.msgctxt: entry for entry in read_catalogue(known)}
    made = polib.POFile(wrapwidth=0, encoding="utf-8")
    made.metadata = {"Language": locale, **HEAD}
    seen: set[str] = set()
    for worded in story.worded():
        name = worded.text.id
        if name in seen or not worded.text.text:
            continue
        seen.add(name)
        entry = polib.POEntry(msgctxt=name, msgid=worded.text.text, msgstr="", comment=comment(story, worded))
        before = old.get(name)
        if before is not None:
            entry.msgstr = before.msgstr
            entry.flags = list(before.flags)
            if before.msgid != entry.msgid and "fuzzy" not in entry.flags:
                entry.flags.append("fuzzy")
        made.append(entry)
    return made


def comment(story: Story, worded: Worded) -> str:
    """What a translator must know: who says it, and where."""
    someone = story.cast.get(worded.who or "")
    place = story.places.get(worded.place or "")
    return " · ".join(model.name.text for model in (someone, place) if model is not None)
