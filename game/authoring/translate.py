"""Catalogues: made, brought up to date, counted; and a made-up language to try the layout with.

Room: game/authoring. The story’s catalogue is `story/locales/<locale>.po` (`extract.py`), the interface’s are `words/<locale>/<domain>.po`.
Ids are stable and readable, so a translation follows its text wherever that moves. Nothing is written that would say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.help import FILE as HELP
from game.content.help import help_french, load_help
from game.content.root import words_root
from game.content.story import Story
from game.content.words import Words, domain_texts, interface_french

from .extract import HEAD, extract, read_catalogue

if TYPE_CHECKING:
    import polib

LOCALE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
PSEUDO = "qps"
"""The code of the made-up language; codes that begin with q belong to nobody."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One file to translate: where it is, and the French that belongs in it, by id. `story` for the story’s own."""

    path: Path
    french: Mapping[str, str]
    story: Story | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """How far a catalogue is. `obsolete` entries translate nothing any more."""

    path: Path
    translated: int
    fuzzy: int
    missing: int
    obsolete: int


def catalogues(story: Story, root: Path, locale: str, *, interface: bool) -> Iterator[Catalogue]:
    """The files of one language: the story under `root`, and the interface's where that belongs to it."""
    yield Catalogue(root / "story" / "locales" / f"{locale}.po", {name: text for name, text in story.french.items() if text}, story)
    if interface:
        for path in sorted(words_root().glob("*.yaml")):
            texts, _ = domain_texts(path)
            if path.name == HELP:
                texts |= help_french(load_help().all)
            yield Catalogue(words_root() / locale / f"{path.stem}.po", texts)


def status(catalogue: Catalogue) -> Status:
    """Count one file; all is missing where there is none. raises: UnreadableError."""
    entries = {entry.msgctxt: entry for entry in read_catalogue(catalogue.path) if not entry.obsolete}
    translated = fuzzy = 0
    for name, text in catalogue.french.items():
        entry = entries.get(name)
        if entry is None or not entry.msgstr:
            continue
        if "fuzzy" in entry.flags or entry.msgid != text:
            fuzzy += 1
        else:
            translated += 1
    missing = len(catalogue.french) - translated - fuzzy
    return Status(catalogue.path, translated, fuzzy, missing, len(entries.keys() - catalogue.french.keys()))


def update(catalogue: Catalogue, locale: str) -> bool:
    """Write the file as it should be: new texts empty, changed ones fuzzy, gone ones gone. False where it was so already.

    raises: UnreadableError for a file that would otherwise be written over; OSError.
    """
    made = extract(catalogue.story, catalogue.path, locale) if catalogue.story is not None else _of_interface(catalogue, locale)
    text = str(made)
    if catalogue.path.is_file() and _same(read_catalogue(catalogue.path), made):
        return False
    catalogue.path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.path.write_text(text if text.endswith("\n") else text + "\n", encoding="utf-8", newline="\n")
    return True


def _same(one: polib.POFile, other: polib.POFile) -> bool:
    """Whether two catalogues say the same, in the same order."""

    def told(file: polib.POFile) -> list[tuple[str, ...]]:
        return [
            (entry.msgctxt or "", entry.msgid, entry.msgstr, entry.comment, *sorted(entry.flags)) for entry in file if not entry.obsolete
        ]

    return told(one) == told(other)


def _of_interface(catalogue: Catalogue, locale: str) -> polib.POFile:
    """A domain of the interface: what a translator wrote beside an entry stays with it."""
    import polib

    before = read_catalogue(catalogue.path)
    old = {entry.msgctxt: entry for entry in before if not entry.obsolete}
    made = polib.POFile(wrapwidth=0, encoding="utf-8")
    made.metadata = before.metadata or {"Language": locale, **HEAD}
    kept = [name for name in old if name in catalogue.french]
    for name in (*kept, *(name for name in catalogue.french if name not in old)):
        text, entry = catalogue.french[name], old.get(name)
        if entry is None:
            entry = polib.POEntry(msgctxt=name, msgid=text, msgstr="")
        elif entry.msgid != text:
            entry.msgid = text
            if entry.msgstr and "fuzzy" not in entry.flags:
                entry.flags.append("fuzzy")
        made.append(entry)
    return made


# -- a made-up language -----------------------------------------------------------------------------------------------------------------

_ACCENTS = str.maketrans("aceinouyACEINOUY", "åçéîñöûýÅÇÉÎÑÖÛÝ")
_KEPT = re.compile(r"(\{[^}]*\})")
LONGER = 0.35
"""How much longer a text becomes; English into German or French into Finnish rarely grows more."""


def pseudo(text: str) -> str:
    """A text in the made-up language: accented, about a third longer, between ⟦⟧ so that what is cut off shows. Placeholders stay.

    >>> pseudo("Continuer, {name}")
    '⟦Çöñtîñûér, {name} ···⟧'
    """
    if not any(letter.isalpha() for letter in text):
        return text
    parts = (part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in _KEPT.split(text))
    length = len(_KEPT.sub("", text))
    filler = " ".join(["···"] * max(1, round(length * LONGER / 4)))
    return f"⟦{''.join(parts)} {filler}⟧"


def pseudo_words(story: Story | None = None) -> Words:
    """The interface's words, and a story's, in the made-up language: no file is needed."""
    interface = {name: pseudo(text) for name, text in interface_french().items()}
    told = {name: pseudo(text) for name, text in story.french.items()} if story is not None else {}
    return Words(PSEUDO, interface, told)


def write_pseudo(catalogue: Catalogue) -> None:
    """Write a catalogue of the made-up language, for whoever wants to see it in the window."""
    import polib

    made = polib.POFile(wrapwidth=0, encoding="utf-8")
    made.metadata = {"Language": PSEUDO, **HEAD}
    for name, text in catalogue.french.items():
        made.append(polib.POEntry(msgctxt=name, msgid=text, msgstr=pseudo(text)))
    catalogue.path.parent.mkdir(parents=True, exist_ok=True)
    made.save(str(catalogue.path))
