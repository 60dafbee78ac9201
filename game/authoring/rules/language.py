"""Language: nothing is framed against the person harmed, words stay easy to read, and the player has no gender.

Room: game/authoring. What is looked for is data (`game/words/check/lint.yaml`), each framing with sentences it must find and others it
must leave alone. How hard a text is: Flesch's reading ease (1948) for English, Kandel and Moles' (1958) for French; syllables come from
pyphen's hyphenation.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from game.authoring.bench import Bench
from game.authoring.rules.wording import limit_of, text_mark
from game.content.diagnostics import Diagnostic, Rule, Severity
from game.content.model import Id, Mark, Text
from game.content.root import words_root
from game.content.source import read_source
from game.content.talk import Choice, Line

E = Severity.ERROR
FRAMING = Rule("SV130", "harmful-framing", E, "“{words}”: {why}")
HARD = Rule("SV131", "hard-to-read", E, "reading ease {score} of 100 ({language}); here it is at least {least}")
LONG = Rule("SV132", "long-sentence", E, "a sentence of {count} words; a player reads {limit} at most in one breath")
GENDERED = Rule("SV133", "gendered-player", E, "“{words}” gives the player a gender")
RULES = (FRAMING, HARD, LONG, GENDERED)

SPOKEN, OTHER = 25, 30  # words in a sentence: said or chosen; read elsewhere
TALK, ALONE = 80.0, 60.0
"""Least reading ease of a whole talk, and of one text. Flesch calls 80 “easy” (a reader of 11) and 60 plain English (of 13 to 15):
the talks are for a reader at B1, and one text may hold a hard word that it explains."""
ENOUGH, ALONE_ENOUGH = 40, 20  # words: below them the formulas say nothing
EASE: Mapping[str, tuple[float, float, float]] = {"fr": (207.0, 1.015, 73.6), "en": (206.835, 1.015, 84.6)}
DICTIONARY = {"fr": "fr", "en": "en_GB"}

SHORTEST = 4  # letters of a word that may be hyphenated: two stay on either side

BETWEEN = "\n.\n"
"""What keeps texts apart where all are searched at once: nothing reaches over it."""
SENTENCE = re.compile(r"[^.!?…]+[.!?…]*[\s»”]*")
PART = re.compile(r"[.!?…:;]+")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Framing:
    """One way of speaking that hurts, and the texts that may quote it. `whole`: it may run over several sentences."""

    id: str
    says: re.Pattern[str]
    why: str
    spared: frozenset[Id]
    whole: bool


@lru_cache(maxsize=1)
def lint_data() -> Mapping[str, Any]:
    """The file of what is looked for."""
    path = words_root() / "check" / "lint.yaml"
    return dict(read_source(path.read_text(encoding="utf-8"), path.name).data)


@lru_cache(maxsize=2)
def framings(language: str) -> tuple[Framing, ...]:
    """What may not be said in a language."""
    return tuple(
        Framing(
            entry["id"],
            re.compile(entry["says"], re.IGNORECASE | re.MULTILINE),
            entry["why"],
            frozenset(entry.get("except", ())),
            entry.get("whole", False),
        )
        for entry in lint_data()["framings"][language]
    )


def check_language(bench: Bench) -> Iterator[Diagnostic]:
    """Every text of the story, of its facts and of the interface, in both languages."""
    english = {name: (entry.words, entry.mark) for name, entry in (bench.catalogue or {}).items()}
    french = {worded.text.id: (worded.text.text, text_mark(worded.text)) for worded in bench.story.worded()}
    for worded in bench.story.worded():
        text = worded.text
        yield from _reads(text, *french[text.id], "fr")
        if text.id in english:
            yield from _reads(text, *english[text.id], "en")
    yield from _talks(bench, english)
    for catalogue, marks, told in bench.interface.values():
        french |= {name: (words, marks[name]) for name, words in told.items()}
        english |= {name: (entry.words, entry.mark) for name, entry in catalogue.items()}
    for name, fact in bench.story.facts.items():  # they stand on the sheet of sources
        french[f"facts.{name}"] = (fact.text.text, text_mark(fact.text))
        english[f"facts.{name}"] = (fact.english, fact.mark())
    for language, texts in (("fr", french), ("en", english)):
        for name in _suspects(texts, language):
            yield from frame(name, *texts[name], language)
    for language, texts in (("fr", french), ("en", english)):
        for words, mark in texts.values():
            yield from _gender(words, mark, language)


def _suspects(texts: Mapping[Id, tuple[str, Mark]], language: str) -> list[Id]:
    """The texts in which something may be framed so: all are searched at once, since nearly none is."""
    names, starts, at = list(texts), list[int](), 0
    for words, _ in texts.values():
        starts.append(at)
        at += len(words) + len(BETWEEN)
    whole = BETWEEN.join(words for words, _ in texts.values())
    found = {bisect(starts, hit.start()) - 1 for framing in framings(language) for hit in framing.says.finditer(whole)}
    return [names[place] for place in sorted(found)]


def frame(name: Id, words: str, mark: Mark, language: str) -> Iterator[Diagnostic]:
    """The first harmful framing of each sentence; where none has one, that of the whole text."""
    none = True
    for sentence in SENTENCE.finditer(words):
        for framing in framings(language):
            found = framing.says.search(sentence[0]) if not framing.whole else None
            if found and name not in framing.spared:
                none = False
                yield _framed(framing, found, sentence.start(), mark, language)
                break
    for framing in framings(language) if none else ():
        found = framing.says.search(words) if framing.whole else None
        if found and name not in framing.spared:
            yield _framed(framing, found, 0, mark, language)
            return


def _framed(framing: Framing, found: re.Match[str], start: int, mark: Mark, language: str) -> Diagnostic:
    said = found[0].strip()
    at = mark.inside(start + found.start(), max(1, len(said))) if language == "fr" else mark
    return FRAMING.at(at, words=said, why=framing.why)


def ease(words: str, language: str) -> tuple[float, int]:
    """Reading ease (0 very hard to 100 very easy, and past both ends), and how many words it rests on."""
    found = WORD.findall(words)
    if not found:
        return 100.0, 0
    sentences = max(1, sum(1 for part in PART.split(words) if WORD.search(part)))
    whole, long, many = EASE[language]
    return whole - long * len(found) / sentences - many * sum(_syllables(word, language) for word in found) / len(found), len(found)


@lru_cache(maxsize=20_000)
def _syllables(word: str, language: str) -> int:
    if len(word) < SHORTEST:
        return 1
    return len(_hyphens(language).positions(word)) + 1


@lru_cache(maxsize=2)
def _hyphens(language: str) -> Any:
    import pyphen

    return pyphen.Pyphen(lang=DICTIONARY[language])


def _talks(bench: Bench, english: Mapping[Id, tuple[str, Mark]]) -> Iterator[Diagnostic]:
    """All the lines of a talk together: a single one is too short to be measured."""
    for talk in bench.story.all_talks.values():
        lines = [line for node in talk.nodes.values() for line in node.lines]
        for language in EASE:
            said = [line.text if language == "fr" else english.get(line.id, ("", line.mark()))[0] for line in lines]
            score, count = ease(" ".join(said), language)
            if count >= ENOUGH and score < TALK:
                yield HARD.at(talk.mark(), score=round(score), language=language, least=round(TALK))


def _reads(text: Text, words: str, mark: Mark, language: str) -> Iterator[Diagnostic]:
    if len(WORD.findall(words)) >= ALONE_ENOUGH:
        score, _ = ease(words, language)
        if score < ALONE:
            yield HARD.at(mark, score=round(score), language=language, least=round(ALONE))
    if len(text.text.split()) > limit_of(text):
        return  # too long as a whole: that is told already
    limit = SPOKEN if isinstance(text, Line | Choice) else OTHER
    for sentence in SENTENCE.findall(words):
        long = len(WORD.findall(sentence))
        if long > limit:
            yield LONG.at(mark, count=long, limit=limit)
            break


def _gender(words: str, mark: Mark, language: str) -> Iterator[Diagnostic]:
    """Words that would have to choose between « prêt » and « prête », or that call the player a boy or a girl."""
    found = gendered(words, language)
    if found:
        yield GENDERED.at(mark.inside(found.start(), len(found[0])) if language == "fr" else mark, words=found[0])


@lru_cache(maxsize=1)
def _player() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str], re.Pattern[str], re.Pattern[str]]:
    data = lint_data()["player"]
    never, english = (re.compile(data[name], re.IGNORECASE) for name in ("never", "english"))
    return re.compile(data["after"]), re.compile(data["changes"]), frozenset(data["same"]), never, english


def gendered(words: str, language: str = "fr") -> re.Match[str] | None:
    """Where words give the player a gender, if they do."""
    after, changes, same, never, english = _player()
    if language == "en":
        return english.search(words)
    for found in after.finditer(words):
        word = found["word"].lower()
        if word not in same and changes.search(word):
            return found
    return never.search(words)
