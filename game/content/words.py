"""Words: the interface's and the story's, in the player's language. Nothing else turns an id into a sentence.

Room: game/content. Interface French is in `game/words/<domain>.yaml`, its English in `game/words/en/<domain>.po`; story French is in
the content, its English in `story/locales/en.po`. The interface's words load even when every episode is broken.
"""

from __future__ import annotations

import contextlib
import gettext
import io
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from . import compiled, signs
from .root import words_root

if TYPE_CHECKING:  # the models are heavy to import, and the title needs none of them
    import polib

    from .diagnostics import Diagnostic
    from .model import Id
    from .source import Source
    from .story import Story

SOURCE = "fr"
COMPILED = 1
"""Raised when the shape of the kept words changes, so that older ones are not looked at."""
MISSING = "⟦{text}⟧"
"""An id that nothing is said for, which is a fault."""
UNTRANSLATED = "[[{text}]]"
"""What a missing translation looks like to an author, in signs that every font of the window has; a player sees the French."""


class Words:
    """The words of one language. Many can live side by side: the language is passed, never global."""

    def __init__(
        self,
        locale: str,
        interface: Mapping[str, str],
        story: Mapping[str, str],
        missing: frozenset[str] = frozenset(),
        *,
        strict: bool = False,
        tell: Callable[[], tuple[Mapping[str, str], frozenset[str]]] | None = None,
    ) -> None:
        """`tell` gives the story's texts and what is missing of them when the first one is asked for."""
        self.locale = locale
        self.missing = missing
        self._interface = interface
        self._story = story
        self._strict = strict
        self._tell = tell

    def __call__(self, name: str, /, **params: object) -> str:
        """The interface text called `name`, with its `{placeholders}` filled. An unknown name is shown as it is, between ⟦⟧."""
        return self._fill(name, self._interface.get(name), params)

    def line(self, line_id: Id, /, **params: object) -> str:
        """The story text called `line_id`: a line, a name, a card."""
        return self._fill(line_id, self._told().get(line_id), params)

    def __contains__(self, name: object) -> bool:
        return name in self._interface or name in self._told()

    def _told(self) -> Mapping[str, str]:
        if self._tell is not None:
            self._story, silent = self._tell()
            self.missing |= silent
            self._tell = None
        return self._story

    def names(self) -> tuple[str, ...]:
        """Every id of the interface's words."""
        return tuple(self._interface)

    def _fill(self, name: str, text: str | None, params: Mapping[str, object]) -> str:
        if text is None:
            return MISSING.format(text=name)
        for key, value in params.items():
            text = text.replace("{" + key + "}", str(value))
        return UNTRANSLATED.format(text=text) if self._strict and name in self.missing else text


def load_words(
    locale: str,
    root: Path,
    *,
    strict: bool = False,
    story: Story | Callable[[], Story] | None = None,
    cache_dir: Path | None = None,
) -> Words:
    """The words of `locale` (`fr`, `en`).

    root:      the content root; its story is read unless `story` is given, and left out where it is broken.
    story:     a function is called when the first text of the story is asked for.
    strict:    a text that has no translation is shown between [[ ]]; otherwise it is simply shown in French.
    cache_dir: where the compiled interface words may be kept; never required, and broken ones are ignored.
    raises:    ContentError only where the interface's own words are broken.
    """
    interface, quiet = _interface(locale, cache_dir)
    if callable(story):
        ask = story
        return Words(locale, interface, {}, quiet, strict=strict, tell=lambda: _telling(locale, root, ask().french))
    if story is None:
        from .diagnostics import ContentError
        from .loader import load_story

        try:
            story = load_story(root, cache_dir=cache_dir)
        except ContentError:
            story = None
    told, silent = _telling(locale, root, story.french if story is not None else {})
    return Words(locale, interface, told, quiet | silent, strict=strict)


def interface_words(locale: str, *, cache_dir: Path | None = None) -> Words:
    """The interface's words alone: they load when every episode is broken, and quickly where `load_words` has kept them in `cache_dir`.

    Nothing is written. raises: ContentError as `load_words`.
    """
    interface, quiet = _interface(locale, cache_dir, keep=False)
    return Words(locale, interface, {}, quiet)


def _interface(locale: str, cache_dir: Path | None, *, keep: bool = True) -> tuple[Mapping[str, str], frozenset[str]]:
    """The interface's texts in this language, and which have no translation."""
    files = [*sorted(words_root().glob("*.yaml")), *([] if locale == SOURCE else sorted((words_root() / locale).glob("*.po")))]
    name = f"words-{COMPILED}-{locale}-{compiled.digest(files, words_root())}"
    kept = compiled.read(cache_dir, name) if cache_dir is not None else None
    if kept is not None:
        texts, missing = kept.get("texts"), kept.get("missing")
        if isinstance(texts, dict) and isinstance(missing, list) and all(isinstance(text, str) for text in (*texts.values(), *missing)):
            return MappingProxyType(texts), frozenset(missing)
    said, quiet = interface_french(), frozenset[str]()
    if locale != SOURCE:
        said, quiet = _translate(said, [catalogue(path) for path in files if path.suffix == ".po"])
    if cache_dir is not None and keep:
        compiled.write(cache_dir, name, {"texts": said, "missing": sorted(quiet)})
    return MappingProxyType(said), quiet


def _telling(locale: str, root: Path, lines: Mapping[str, str]) -> tuple[Mapping[str, str], frozenset[str]]:
    """The story's texts in this language, and which have no translation."""
    if locale == SOURCE:
        return MappingProxyType(dict(lines)), frozenset()
    path = root / "story" / "locales" / f"{locale}.po"
    known: list[gettext.GNUTranslations] = []
    if path.is_file():
        with contextlib.suppress(OSError, ValueError):  # `check` and the reload say why; the play goes on in French
            known.append(catalogue(path))
    told, silent = _translate(lines, known)
    return MappingProxyType(told), silent


def interface_french() -> dict[str, str]:
    """Every interface text in French, by dotted id, over all domains."""
    from .help import help_french, load_help

    found: dict[str, str] = {}
    for path in sorted(words_root().glob("*.yaml")):
        found.update(read_domain(path))
    return found | help_french(load_help().all)


def read_domain(path: Path) -> dict[str, str]:
    """One domain file: a flat mapping of dotted ids to French, or to `{text, fact, …}`. Nested mappings join with dots.

    The key `lines` is for data that is no wording of its own (the help lines).
    """
    from .diagnostics import ContentError

    texts, faults = domain_texts(path)
    if faults:
        raise ContentError(faults)
    return texts


def domain_texts(path: Path) -> tuple[dict[str, str], list[Diagnostic]]:
    """The texts of a domain file and what is wrong with it; a whole file never makes the others unreadable."""
    source = domain_source(path)
    found: dict[str, str] = {}
    _flatten({key: value for key, value in (source.data or {}).items() if key != "lines"}, "", found)
    return found, list(source.diagnostics)


def domain_source(path: Path) -> Source:
    """A domain file as it is written, with its marks: to be read, never changed. Read anew only where its text is another one."""
    return _read_domain(path.read_text(encoding="utf-8"), f"game/words/{path.name}")


@lru_cache(maxsize=64)
def _read_domain(text: str, name: str) -> Source:
    from .source import read_source

    return read_source(text, name)


def _flatten(data: object, name: str, found: dict[str, str]) -> None:
    if isinstance(data, str):
        found[name] = data
    elif isinstance(data, Mapping):
        text = data.get("text")
        if name and isinstance(text, str):
            found[name] = text
            return
        for key, value in data.items():
            _flatten(value, f"{name}.{key}" if name else str(key), found)


def interface_facts() -> dict[Id, tuple[Id, ...]]:
    """The facts that interface texts rest on, by dotted id: only those texts that cite some."""
    from .help import load_help

    found: dict[Id, tuple[Id, ...]] = {}
    for path in sorted(words_root().glob("*.yaml")):
        data = domain_source(path).data
        found.update(_facts({key: value for key, value in (data or {}).items() if key != "lines"}, ""))
    for line in load_help().all:
        found |= {text.id: line.fact for text in line.texts}
    return found


def _facts(data: object, name: str) -> Iterator[tuple[Id, tuple[Id, ...]]]:
    if not isinstance(data, Mapping):
        return
    if name and isinstance(data.get("text"), str):
        given = data.get("fact", ())
        yield name, (given,) if isinstance(given, str) else tuple(given)
        return
    for key, value in data.items():
        yield from _facts(value, f"{name}.{key}" if name else str(key))


class _Absent(gettext.NullTranslations):
    """Answers nothing where a catalogue has no entry: “Tab” may well be “Tab” in both languages."""

    def pgettext(self, context: str, message: str) -> str:
        """Nothing, whatever is asked."""
        del context, message
        return ""


def catalogue(path: Path) -> gettext.GNUTranslations:
    """A .po file as the standard library's catalogue; read at run time, so that no compiled file has to be kept fresh.

    A text without an entry, or whose French has changed since, is answered with an empty string.

    raises: OSError or ValueError where it cannot be read as one, whatever it holds; the error names the line where that is known.
    """
    if not path.is_file():  # a pipe would be waited for
        raise OSError(f"{path.name} is not a plain file")
    if path.stat().st_size > compiled.LARGEST:
        raise ValueError(f"{path.name} is too large")
    try:
        entries = po_entries(path)
        entries.metadata = {"Content-Type": "text/plain; charset=UTF-8"}  # what a head says of other encodings or plurals is not run
        entries.encoding = "utf-8"
        known = gettext.GNUTranslations(io.BytesIO(entries.to_binary()))
    except (LookupError, AttributeError, TypeError, RecursionError, AssertionError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    known.add_fallback(_Absent())
    return known


def po_entries(path: Path) -> polib.POFile:
    """A .po file as it is written: to be read, never changed. Read anew only where its text is another one.

    raises: whatever polib does where it cannot be read.
    """
    return _read_po(str(path), path.read_bytes())


@lru_cache(maxsize=64)
def _read_po(name: str, content: bytes) -> polib.POFile:
    """Kept by what the file holds; polib opens it by its name, for its own messages."""
    import polib

    del content
    return polib.pofile(name, encoding="utf-8")


def _translate(french: Mapping[str, str], catalogues: list[gettext.GNUTranslations]) -> tuple[dict[str, str], frozenset[str]]:
    """Each text in the catalogues' language, French where it is missing, and the ids that were missing."""
    said: dict[str, str] = {}
    missing: set[str] = set()
    for name, text in french.items():
        for known in catalogues:
            other = signs.shown(known.pgettext(name, text))  # `check` refuses what is left out here
            if other and len(other) <= compiled.LONGEST:
                said[name] = other
                break
        else:
            said[name] = text
            if any(letter.isalpha() for letter in text):
                missing.add(name)
    return said, frozenset(missing)
