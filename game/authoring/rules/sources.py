"""Sources: what states a law, a figure or a help line rests on a fact, the facts are verified before release, and help is never far.

Room: game/authoring. The interface's words rest on the game's own facts, whichever episode is checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from game.authoring.bench import Bench, Translation
from game.authoring.rules.language import lint_data
from game.authoring.rules.references import UNKNOWN_FACT, UNSOURCED_FACT
from game.authoring.rules.wording import text_mark
from game.content.diagnostics import Diagnostic, Rule, Severity, did_you_mean
from game.content.model import Id, Mark
from game.content.root import content_root
from game.content.source import read_source
from game.content.words import interface_facts

E, W = Severity.ERROR, Severity.WARNING
MISSING_FACT = Rule("SV022", "missing-fact", E, "“{words}” states a law, a figure or a help line: it needs `fact`")
NO_HELP = Rule("SV134", "help-is-near", E, "{where} names no help line: whoever reads it must be told whom to call")
NO_DANGER = Rule("SV135", "danger-line", E, "the help lines of “{country}” hold none for danger (`urgent: true`)")
UNVERIFIED = Rule("SV136", "unverified-fact", E, "nobody has verified “{fact}” yet: a release needs a name in `verified_by`")
UNCITED = Rule("SV137", "fact-never-cited", W, "nothing rests on the fact “{fact}”")
RULES = (MISSING_FACT, NO_HELP, NO_DANGER, UNCITED)
RELEASE_RULES = (UNVERIFIED,)
"""Only `check --release` asks for these: until then an unverified fact is honest, and fails nothing."""

HELP = "aide-"
"""How the ids of facts about help lines begin."""


def check_sources(bench: Bench) -> Iterator[Diagnostic]:
    """Claims and their facts in both languages, in the story and in the interface; help where the story lets go."""
    for worded in bench.story.worded():
        text, entry = worded.text, (bench.catalogue or {}).get(worded.text.id)
        if not text.fact:
            yield from _unsourced(text.text, text_mark(text), entry)
    if bench.interface:
        yield from _interface(bench)
    yield from _near(bench)
    yield from _cited(bench)


def check_verified(bench: Bench) -> Iterator[Diagnostic]:
    """Each fact has been verified by somebody who gave a name. Asked before a release, and only then."""
    for name, fact in bench.story.facts.items():
        if not (fact.verified_by or "").strip():
            yield UNVERIFIED.at(fact.mark(), fact=name)


@lru_cache(maxsize=2)
def claims(language: str) -> re.Pattern[str]:
    """What states a law, a figure or a help line in a language."""
    return re.compile(lint_data()["claims"][language])


def _unsourced(french: str, mark: Mark, english: Translation | None) -> Iterator[Diagnostic]:
    """What a text without a fact claims: told of the French, or of the English where only that claims it."""
    found = claims("fr").search(french)
    if found:
        yield MISSING_FACT.at(mark.inside(found.start(), len(found[0])), words=found[0])
    elif english is not None and (told := claims("en").search(english.words)):
        yield MISSING_FACT.at(english.mark, words=told[0])


def _interface(bench: Bench) -> Iterator[Diagnostic]:
    """The interface's own words: what they claim rests on a fact that the game holds, and none of these is without a source."""
    known, cited = _own_facts(), interface_facts()
    for catalogue, marks, french in bench.interface.values():
        for name, words in french.items():
            facts = cited.get(name, ())
            if not facts:
                yield from _unsourced(words, marks[name], catalogue.get(name))
            yield from _known(facts, marks[name], known)
    for line in bench.help.all if bench.help is not None else ():
        yield from _known(line.fact, line.mark("fact"), known)


def _known(facts: tuple[Id, ...], mark: Mark, known: dict[Id, str]) -> Iterator[Diagnostic]:
    for fact in facts:
        if fact not in known:
            yield UNKNOWN_FACT.at(mark, fact=fact, hint=did_you_mean(fact, known))
        elif known[fact] == "U":
            yield UNSOURCED_FACT.at(mark, fact=fact)


@lru_cache(maxsize=1)
def _own_facts() -> dict[Id, str]:
    """The game's facts and how sure each is, read without the rest of the story."""
    path = content_root() / "story" / "facts.yaml"
    data = read_source(path.read_text(encoding="utf-8"), path.name).data
    return {name: fact.get("confidence", "U") for name, fact in data["facts"].items()}


def _near(bench: Bench) -> Iterator[Diagnostic]:
    """Each farewell, the end of the questionnaire, and each country's lines. A file tried alone is asked only where it knows help lines."""
    story = bench.story
    closing = story.episode.closing
    if bench.alone and not any(name.startswith(HELP) for name in story.facts):
        closing = None
    for mode, farewell in (closing.farewell if closing is not None else {}).items():
        texts = [story.texts[name] for name in farewell.texts if name in story.texts]
        if texts and not any(fact.startswith(HELP) for text in texts for fact in text.fact):
            yield NO_HELP.at(farewell.mark("texts"), where=f"the farewell of `mode: {mode}`")
    items = story.questionnaire
    if items is not None and not any(fact.startswith(HELP) for fact in items.outro.fact):
        yield NO_HELP.at(text_mark(items.outro), where="the end of the questionnaire")
    for country, lines in (bench.help.countries if bench.help is not None else {}).items():
        if not any(line.urgent for line in lines):
            yield NO_DANGER.at(lines[0].mark() if lines else Mark("game/words/help.yaml"), country=country)


def _cited(bench: Bench) -> Iterator[Diagnostic]:
    """Facts that nothing rests on any more: a warning, for they may be waiting for their line. A file of facts tried alone has none."""
    texts = [worded.text for worded in bench.story.worded() if not worded.text.id.startswith("lone.")]
    if not texts:
        return
    cited = {fact for text in texts for fact in text.fact}
    cited |= {fact for facts in interface_facts().values() for fact in facts}
    for name, fact in bench.story.facts.items():
        if name not in cited:
            yield UNCITED.at(fact.mark(), fact=name)
