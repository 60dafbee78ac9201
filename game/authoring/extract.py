"""From the story to its catalogue: every French text with speaker and place, in the order of the story, translations kept.

Room: game/authoring. What changed in French becomes fuzzy, so that it is shown in French until somebody has read both; what is gone goes.
"""

from __future__ import annotations

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


def extract(story: Story, known: Path, locale: str) -> polib.POFile:
    """The catalogue of `locale` brought up to date with the story.

    known:  the catalogue as it stands; it need not exist.
    Saving it is the caller's: `extract(...).save(str(known))`.
    """
    import polib

    old = {entry.msgctxt: entry for entry in polib.pofile(str(known), encoding="utf-8")} if known.is_file() else {}
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
