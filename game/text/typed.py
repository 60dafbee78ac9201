"""What was typed, understood: a verb, a number, or something to look for among what is on offer.

Room: game/text. Case, accents and the kind of apostrophe do not matter. The other language's words are understood too: somebody
who asks for help types what they know.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from game.content.words import Words
from game.session.search import folded


class Verb(StrEnum):
    """What may be typed anywhere; the value ends the id of its words (`text.word.help`)."""

    HELP = "help"
    EXIT = "exit"
    WHAT = "what"
    REPEAT = "repeat"
    NOTEBOOK = "notebook"
    PEOPLE = "people"
    GLOSSARY = "glossary"
    SEARCH = "search"
    MAP = "map"
    BOARD = "board"
    DECISIONS = "decisions"
    HISTORY = "history"
    BACK = "back"
    FORWARD = "forward"
    SKIP_READ = "skip_read"
    SKIP = "skip"
    CLOSE = "close"
    SETTINGS = "settings"
    QUIZ = "quiz"
    ITEMS = "items"
    SAVES = "saves"
    DESK = "desk"
    EPISODES = "episodes"
    TITLE = "title"
    LEAVE = "leave"
    RESUME = "resume"


LANGUAGES = ("fr", "en")
F1 = ("\x1bOP", "\x1b[11~", "\x1b[[A")
"""What terminals send for the key F1."""


def forms(verb: Verb, words: Words) -> tuple[str, ...]:
    """How a verb may be typed, folded; the first is the one that is shown."""
    return tuple(folded(form) for form in words(f"text.word.{verb}").split(","))


def verb_of(typed: str, words: Callable[[str], Words], locale: str) -> Verb | None:
    """The verb that was typed, or None. `words` gives the words of a language."""
    if any(key in typed for key in F1):
        return Verb.HELP
    plain = folded(typed)
    for language in (locale, *LANGUAGES):
        for verb in Verb:
            if plain in forms(verb, words(language)):
                return verb
    return None


def searched(typed: str, words: Words) -> str | None:
    """What is to be looked for: what follows the verb; None where the verb was not typed first."""
    plain = folded(typed)
    return next((plain[len(form) :].strip() for form in forms(Verb.SEARCH, words) if plain.startswith(form + " ")), None)


def number_of(typed: str) -> int | None:
    """A number from 1 on; full stops and spaces around it do not matter. 3018 and the like are not numbers of a list."""
    plain = typed.strip().strip(".)")
    return int(plain) if plain.isascii() and plain.isdigit() and len(plain) <= 3 else None


def matching(typed: str, labels: list[str]) -> list[int]:
    """The positions of the labels that hold every word that was typed; the whole label alone, if it is one."""
    plain = folded(typed)
    whole = [n for n, label in enumerate(labels) if folded(label) == plain]
    if whole or not plain:
        return whole
    return [n for n, label in enumerate(labels) if all(word in folded(label) for word in plain.split())]
