"""What stands around the story: its translations, the pictures it names, the help lines' age.

Room: game/authoring.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.authoring.bench import Bench, Catalogue
from game.authoring.rules.wording import say, text_mark
from game.content.diagnostics import Diagnostic, Rule, Severity, did_you_mean
from game.content.model import Mark
from game.content.story import Story

E, W = Severity.ERROR, Severity.WARNING
UNTRANSLATED = Rule("SV027", "missing-translation", E, "“{id}” has no English")
STALE_TRANSLATION = Rule("SV028", "stale-translation", E, "the French of “{id}” has changed since it was translated")
UNUSED_TRANSLATION = Rule("SV029", "unused-translation", W, "“{id}” translates nothing any more")
MISSING_ART = Rule("SV030", "missing-art", E, "there is no picture “{picture}”")
STALE_HELP = Rule("SV038", "stale-help", W, "the help line {number} was last checked on {checked}, more than six months ago")
PLACEHOLDER = Rule("SV048", "placeholders-differ", E, "French and English of “{id}” do not hold the same placeholders")
RULES = (UNTRANSLATED, STALE_TRANSLATION, UNUSED_TRANSLATION, MISSING_ART, STALE_HELP, PLACEHOLDER)

PLACEHOLDERS = re.compile(r"\{[a-z_]+\}")


def check_translations(bench: Bench) -> Iterator[Diagnostic]:
    """Each text has its English, made from the French that stands there today."""
    if bench.catalogue is not None:
        texts: dict[str, tuple[str, Mark]] = {}
        for worded in bench.story.worded():
            texts.setdefault(worded.text.id, (worded.text.text, text_mark(worded.text)))
        yield from _compare(texts, bench.catalogue)
    for catalogue, marks, french in bench.interface.values():
        if catalogue or french:
            yield from _compare({name: (text, marks[name]) for name, text in french.items()}, catalogue, unused=False)
            for name, text in french.items():
                yield from say(text, marks[name], "fr")
            for entry in catalogue.values():
                yield from say(entry.words, entry.mark, "en")


def _compare(texts: dict[str, tuple[str, Mark]], catalogue: Catalogue, *, unused: bool = True) -> Iterator[Diagnostic]:
    for name, (french, mark) in texts.items():
        entry = catalogue.get(name)
        if not any(letter.isalpha() for letter in french):
            continue
        if entry is None or not entry.words:
            yield UNTRANSLATED.at(mark, id=name)
        elif entry.fuzzy or entry.french != french:
            yield STALE_TRANSLATION.at(entry.mark, id=name)
        elif set(PLACEHOLDERS.findall(french)) != set(PLACEHOLDERS.findall(entry.words)):
            yield PLACEHOLDER.at(entry.mark, id=name)
    if unused:
        for name, entry in catalogue.items():
            if name not in texts:
                yield UNUSED_TRANSLATION.at(entry.mark, id=name)


def check_art(bench: Bench) -> Iterator[Diagnostic]:
    """Layers, figures, faces and clue drawings that the story needs have been baked; each that is not is named once."""
    if bench.pictures is None:
        return
    told: set[str] = set()
    for picture, mark in _needed(bench.story):
        if picture not in bench.pictures and picture not in told:
            told.add(picture)
            yield MISSING_ART.at(mark, picture=picture, hint=did_you_mean(picture, bench.pictures))


def _needed(story: Story) -> Iterator[tuple[str, Mark]]:
    """Every picture that something names, with where it is named."""
    chart = story.episode.map
    if chart is not None and chart.picture is not None:
        yield chart.picture, chart.mark("picture")
    for place in story.places.values():
        for look in place.looks.values():
            for layer in look.layers:
                yield layer, look.mark("layers", layer)
        for spot in place.hotspots.values():
            for guise in spot.states.values():
                yield from ((layer, guise.mark("layers", layer)) for layer in guise.layers)
        for person in place.people.values():
            yield f"figure/{person.who}/{person.pose}", person.mark("pose")
    for name, clue in story.clues.items():
        yield f"clue/{name}", clue.mark()
    for moment in story.teaching.timeline if story.teaching is not None else ():
        yield f"clue/{moment.drawing}", moment.mark("drawing")
    persons = {name for name, someone in story.cast.items() if someone.kind == "person"}
    for line in story.lines.values():
        if line.who in persons and line.expr is not None:
            yield f"bust/{line.who}/{line.expr}", line.mark("expr")


def check_help(bench: Bench) -> Iterator[Diagnostic]:
    """A help line that nobody has compared with its own site for six months: a warning, never a failure."""
    for line in bench.help.all if bench.help is not None else ():
        if line.is_stale(bench.today):
            yield STALE_HELP.at(line.mark("checked"), number=line.number or line.key, checked=line.checked.isoformat())
