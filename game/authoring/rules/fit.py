"""Words and their boxes: what is too tall, too wide or cut in two, in every language that has a catalogue, measured as the window sets it.

Room: game/authoring. The sizes are the view's own (`game/content/boxes.py`), and so are fonts and line breaks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from game.authoring.bench import Bench, Catalogue
from game.authoring.rules.wording import text_mark
from game.authoring.spots import SIZES, Spot, Tell, spots
from game.content.diagnostics import Diagnostic, Rule, Severity
from game.content.fitting import Measure
from game.content.model import Id, Mark, Text
from game.content.root import content_root
from game.content.words import Words, interface_words

E, W = Severity.ERROR, Severity.WARNING
OVERFLOWS = Rule(
    "SV111", "text-overflows", E, "it is too long for {which} at {size}\u00a0% text ({language}): {need} px, where there are {room}"
)
CUT = Rule("SV112", "word-cut-in-two", E, "“{word}” is wider than {which} at {size}\u00a0% text ({language}): it would be cut in two")
MANY_PAGES = Rule("SV113", "many-pages", W, "{which} is {pages} pages long at {size}\u00a0% text ({language}); {limit} are read with ease")
RULES = (OVERFLOWS, CUT, MANY_PAGES)


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the story: its words, and where each was written."""

    name: str
    tell: Tell
    mark: Callable[[Text], Mark]
    words: Words  # the interface's


def check_fit(bench: Bench) -> Iterator[Diagnostic]:
    """Each text that does not fit, once a language: the first box, at the first size, where it does not."""
    fonts = content_root() / "assets" / "fonts"
    if not fonts.is_dir():
        return
    for language in _languages(bench):
        told: set[Id] = set()
        for size in SIZES:
            rough, exact = (Measure(size, language.words, fonts, exact=how) for how in (False, True))
            for lay_out in spots(bench.story, size, language.tell):
                spot = lay_out(rough)
                if spot is None or (spot.need <= spot.limit and not rough.cut):
                    continue
                rough.cut = exact.cut = ""
                surely = lay_out(exact)
                if surely is not None:
                    yield from _say(surely, exact.cut, size, language, told)


def _say(spot: Spot, cut: str, size: float, language: Language, told: set[Id]) -> Iterator[Diagnostic]:
    if spot.text.id in told:
        return
    common: dict[str, str] = {"which": spot.which, "size": str(round(size * 100)), "language": language.name}
    mark = language.mark(spot.text)
    if cut:
        told.add(spot.text.id)
        yield CUT.at(mark, word=cut, **common, hint="say it in shorter words, or let it break at a space")
    elif spot.need > spot.limit and spot.pages:
        told.add(spot.text.id)
        yield MANY_PAGES.at(mark, pages=-int(-spot.need // spot.room), limit=spot.pages, **common)
    elif spot.need > spot.limit:
        told.add(spot.text.id)
        yield OVERFLOWS.at(mark, need=round(spot.need), room=round(spot.room), **common, hint="say it in fewer words")


def _languages(bench: Bench) -> Iterator[Language]:
    """French, and every language with a catalogue."""
    yield Language("fr", lambda text: text.text, text_mark, interface_words("fr"))
    for name, catalogue in bench.tongues.items():
        yield Language(name, partial(_words, catalogue), partial(_mark, catalogue), interface_words(name))


def _words(catalogue: Catalogue, text: Text) -> str:
    """What a catalogue says for a text; nothing where it says nothing, which another rule tells."""
    entry = catalogue.get(text.id)
    return entry.words if entry is not None else ""


def _mark(catalogue: Catalogue, text: Text) -> Mark:
    entry = catalogue.get(text.id)
    return entry.mark if entry is not None else text_mark(text)
