"""Words: the interface's and the story's, in the player's language. Nothing else turns an id into a sentence.

Room: game/content. Interface French is in `game/words/<domain>.yaml`, its English in `game/words/en/<domain>.po`; story French is in
the content, its English in `story/locales/en.po`. The interface's words load even when every episode is broken.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from .diagnostics import ContentError, Diagnostic
from .help import help_french, load_help
from .loader import load_story
from .model import Id
from .root import words_root
from .source import read_source
from .story import Story

SOURCE = "fr"
MISSING = "⟦{text}⟧"
"""What a missing translation looks like when somebody is checking; a player sees the French."""


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
    ) -> None:
        self.locale = locale
        self.missing = missing
        self._interface = interface
        self._story = story
        self._strict = strict

    def __call__(self, name: str, /, **params: object) -> str:
        """The interface text called `name`, with its `{placeholders}` filled. An unknown name is shown as it is, between ⟦⟧."""
        return self._fill(name, self._interface.get(name), params)

    def line(self, line_id: Id, /, **params: object) -> str:
        """The story text called `line_id`: a line, a name, a card."""
        return self._fill(line_id, self._story.get(line_id), params)

    def __contains__(self, name: object) -> bool:
        return name in self._interface or name in self._story

    def names(self) -> tuple[str, ...]:
        """Every id of the interface's words."""
        return tuple(self._interface)

    def _fill(self, name: str, text: str | None, params: Mapping[str, object]) -> str:
        if text is None:
            return MISSING.format(text=name)
        for key, value in params.items():
            text = text.replace("{" + key + "}", str(value))
        return MISSING.format(text=text) if self._strict and name in self.missing else text


def load_words(locale: str, root: Path, *, strict: bool = False, story: Story | None = None, cache_dir: Path | None = None) -> Words:
    """The words of `locale` (`fr`, `en`).

    root:   the content root; its story is read unless `story` is given, and left out where it is broken.
    strict: a text that has no translation is shown between ⟦⟧; otherwise it is simply shown in French.
    raises: ContentError only where the interface's own words are broken.
    """
    interface = interface_french()
    if story is None:
        try:
            story = load_story(root, cache_dir=cache_dir)
        except ContentError:
            story = None
    lines = dict(story.french) if story is not None else {}
    if locale == SOURCE:
        return Words(locale, MappingProxyType(interface), MappingProxyType(lines), strict=strict)
    spoken, quiet = _translate(interface, [catalogue(path) for path in sorted((words_root() / locale).glob("*.po"))])
    told, silent = _translate(lines, [catalogue(path) for path in [root / "story" / "locales" / f"{locale}.po"] if path.is_file()])
    return Words(locale, MappingProxyType(spoken), MappingProxyType(told), quiet | silent, strict=strict)


def interface_french() -> dict[str, str]:
    """Every interface text in French, by dotted id, over all domains."""
    found: dict[str, str] = {}
    for path in sorted(words_root().glob("*.yaml")):
        found.update(read_domain(path))
    return found | help_french(load_help().all)


def read_domain(path: Path) -> dict[str, str]:
    """One domain file: a flat mapping of dotted ids to French, or to `{text, fact, …}`. Nested mappings join with dots.

    The key `lines` is for data that is no wording of its own (the help lines).
    """
    texts, faults = domain_texts(path)
    if faults:
        raise ContentError(faults)
    return texts


def domain_texts(path: Path) -> tuple[dict[str, str], list[Diagnostic]]:
    """The texts of a domain file and what is wrong with it; a whole file never makes the others unreadable."""
    source = read_source(path.read_text(encoding="utf-8"), f"game/words/{path.name}")
    found: dict[str, str] = {}
    _flatten({key: value for key, value in (source.data or {}).items() if key != "lines"}, "", found)
    return found, list(source.diagnostics)


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


class _Absent(gettext.NullTranslations):
    """Answers nothing where a catalogue has no entry: “Tab” may well be “Tab” in both languages."""

    def pgettext(self, context: str, message: str) -> str:
        """Nothing, whatever is asked."""
        del context, message
        return ""


def catalogue(path: Path) -> gettext.GNUTranslations:
    """A .po file as the standard library's catalogue; read at run time, so that no compiled file has to be kept fresh.

    A text without an entry, or whose French has changed since, is answered with an empty string.
    """
    import polib

    known = gettext.GNUTranslations(io.BytesIO(polib.pofile(str(path), encoding="utf-8").to_binary()))
    known.add_fallback(_Absent())
    return known


def _translate(french: Mapping[str, str], catalogues: list[gettext.GNUTranslations]) -> tuple[dict[str, str], frozenset[str]]:
    """Each text in the catalogues' language, French where it is missing, and the ids that were missing."""
    said: dict[str, str] = {}
    missing: set[str] = set()
    for name, text in french.items():
        for known in catalogues:
            other = known.pgettext(name, text)
            if other:
                said[name] = other
                break
        else:
            said[name] = text
            if any(letter.isalpha() for letter in text):
                missing.add(name)
    return said, frozenset(missing)
