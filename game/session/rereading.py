"""An episode read again while it is played: its story and words, or what is wrong with them. For authors, in a checkout.

Room: game/session. No cache is read or written: what counts is what the files say now.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from game.content.diagnostics import ContentError, Diagnostic, errors
from game.content.loader import read_story
from game.content.model import Mark
from game.content.root import words_root
from game.content.rules import UNREADABLE
from game.content.story import Story
from game.content.words import Words, catalogue, load_words

LOCALES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Fresh:
    """An episode read again: its story and words, or what is wrong with it."""

    story: Story | None
    words: Mapping[str, Words] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()


def read_again(root: Path) -> Fresh:
    """Read an episode and its words from the files, with no cache, untranslated texts marked. Never raises for what a file may hold."""
    reading = read_story(root)
    wrong = tuple(errors(reading.diagnostics))
    if reading.story is None or wrong:
        return Fresh(None, faults=wrong)
    words: dict[str, Words] = {}
    for locale in LOCALES:
        try:
            path = root / "story" / "locales" / f"{locale}.po"
            if path.is_file():
                catalogue(path)
            words[locale] = load_words(locale, root, story=reading.story, strict=True)
        except ContentError as error:
            return Fresh(None, faults=error.diagnostics)
        except (OSError, ValueError) as error:  # a catalogue that does not read: polib says the line
            return Fresh(None, faults=(_catalogue_fault(root, locale, str(error)),))
    return Fresh(reading.story, words)


def _catalogue_fault(root: Path, locale: str, why: str) -> Diagnostic:
    """Where a .po file stops making sense, as far as its reader says."""
    files = [root / "story" / "locales" / f"{locale}.po", *sorted((words_root() / locale).glob("*.po"))]
    path = next((path for path in files if str(path) in why or path.name in why), files[0])
    line = re.search(r"line (\d+)", why)
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    fault = UNREADABLE.at(Mark(name, int(line[1]) if line else 1), problem=why.splitlines()[0] if why else "?")
    try:
        return fault.with_lines({name: path.read_text("utf-8")})
    except (OSError, UnicodeDecodeError):
        return fault
