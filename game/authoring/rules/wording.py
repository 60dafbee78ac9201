"""Words: nobody is insulted, French is set as French is, and nothing is too long to read.

Room: game/authoring.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from game.authoring.bench import Bench
from game.content.diagnostics import Diagnostic, Rule, Severity
from game.content.model import Mark, Text
from game.content.story import Note
from game.content.talk import Choice, Line

E = Severity.ERROR
FORBIDDEN = Rule("SV023", "forbidden-word", E, "“{words}” is never said here: it hurts, or it is out of date")
FRENCH_SPACING = Rule("SV024", "french-spacing", E, "French spacing: {what}")
STRAIGHT = Rule("SV025", "straight-punctuation", E, "“{sign}” is typed, not set: use {instead}")
TOO_LONG = Rule("SV026", "too-many-words", E, "{count} words; at most {limit} can be read at one glance here")
ADULT = Rule("SV039", "adult-only-in-class", E, "an adult is promised outside `mode: class`")
ADDRESS = Rule("SV044", "no-address", E, "“{words}” looks like an address or a private number: the story holds none")
RULES = (FORBIDDEN, FRENCH_SPACING, STRAIGHT, TOO_LONG, ADULT, ADDRESS)

NB, THIN = "\u00a0", "\u202f"
BAD = {
    "fr": re.compile(
        r"\bpute|\bsalope|\bn[iu]que|\bvictime parfaite|\bsuicid",
        re.IGNORECASE,
    ),
    "en": re.compile(r"\bslut|\bwhore|\bbitch|\bperfect victim|\bsuicid", re.IGNORECASE),
}
NESTED: Mapping[str, tuple[re.Pattern[str], str, str]] = {
    "fr": (re.compile("«[^»]*«"), "« … «", "“ ” inside « »"),
    "en": (re.compile("“[^”]*“"), "“ … “", "‘ ’ inside “ ”"),
}
"""What is quoted inside a quotation has signs of its own."""
SPACING = (
    (re.compile("«(?!\u00a0)"), "« is followed by a no-break space (U+00A0)"),
    (re.compile("(?<!\u00a0)»"), "» stands after a no-break space (U+00A0)"),
    (re.compile("(?<=[^\\s;!?«])[;!?](?<!\u202f.)(?<![;!?].)"), "; ! ? stand after a narrow no-break space (U+202F)"),
    (re.compile("(?<=[ \u00a0])[;!?](?![;!?])"), "; ! ? stand after a narrow no-break space (U+202F)"),
    (re.compile("[ \u202f]:"), ": stands after a no-break space (U+00A0)"),
)
TYPED = ((re.compile("'"), "'", "’"), (re.compile('"'), '"', "« » (or “ ” in English)"), (re.compile(r"\.\.\."), "...", "…"))
ENGLISH_TYPED = (
    (re.compile("[«»]"), "« »", "“ ”"),
    (re.compile(r"[\u00a0\u202f](?=[;:!?])"), "no-break space", "no space in English"),
)
ADULT_HERE = re.compile("adulte est présent|adult is present")
ADDRESS_LIKE = re.compile(r"https?:|@\w+\.\w|\b0\d(?:[ .]\d\d){4}\b")


def check_words(bench: Bench) -> Iterator[Diagnostic]:
    """Every text a player may read, in French and in English."""
    for worded in bench.story.worded():
        text = worded.text
        mark = text_mark(text)
        yield from say(text.text, mark, "fr")
        yield from _length(text.text, text, mark)
        if ADULT_HERE.search(text.text) and not _only_in_class(text):
            yield ADULT.at(mark)
    texts = {worded.text.id: worded.text for worded in bench.story.worded()}
    for name, entry in (bench.catalogue or {}).items():
        yield from say(entry.words, entry.mark, "en")
        if name in texts:
            yield from _length(entry.words, texts[name], entry.mark)


def text_mark(text: Text) -> Mark:
    """Where the words are written: under `text`, or as the value that stands for the whole."""
    return text.mark("text")


def say(words: str, mark: Mark, language: str) -> Iterator[Diagnostic]:
    """What may not be said, and how things are set, in one language."""
    found = BAD[language].search(words)
    if found:
        yield FORBIDDEN.at(_at(mark, found, language), words=found[0])
    found = ADDRESS_LIKE.search(words)
    if found:
        yield ADDRESS.at(_at(mark, found, language), words=found[0])
    for pattern, sign, instead in TYPED + (ENGLISH_TYPED if language == "en" else ()):
        found = pattern.search(words)
        if found:
            yield STRAIGHT.at(_at(mark, found, language), sign=sign, instead=instead)
    nested, sign, instead = NESTED[language]
    if found := nested.search(words):
        yield STRAIGHT.at(_at(mark, found, language), sign=sign, instead=instead)
    if language == "fr":
        for pattern, what in SPACING:
            found = pattern.search(words)
            if found:
                yield FRENCH_SPACING.at(_at(mark, found, language), what=what)
                break


def _at(mark: Mark, found: re.Match[str], language: str) -> Mark:
    """The very sign in the French source; a catalogue is pointed at by line only."""
    return mark.inside(found.start(), max(1, len(found[0]))) if language == "fr" else mark


def _length(words: str, text: Text, mark: Mark) -> Iterator[Diagnostic]:
    limit, count = limit_of(text), len(words.split())
    if count > limit:
        yield TOO_LONG.at(mark, count=count, limit=limit)


def limit_of(text: Text) -> int:
    """How many words this kind of text may have."""
    if isinstance(text, Note):
        return 90
    if isinstance(text, Choice):
        return 30
    if isinstance(text, Line):
        return 45
    part = text.id.rpartition(".")[2]
    return {"name": 8, "as": 8, "stage": 20, "summary": 60, "card": 40, "alt": 40, "title": 12, "hour": 6}.get(part, 45)


def _only_in_class(text: Text) -> bool:
    when = getattr(text, "when", None)
    return when is not None and when.mode == "class"
