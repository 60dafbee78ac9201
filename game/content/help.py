"""Help lines: whom to call, when they answer, when that was last checked. They load even when every episode is broken.

Room: game/content. The country is an argument; the words are ids of the `help` domain, read through `Words`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urlsplit

from pydantic import ValidationError, model_validator

from .diagnostics import ContentError, Diagnostic
from .model import FrozenMap, Id, Mark, Model, Several, Text
from .root import words_root
from .rules import UNREADABLE
from .source import read_source
from .wording import explain

if TYPE_CHECKING:
    from .words import Words

FILE = "help.yaml"
STALE = dt.timedelta(days=183)


ELSEWHERE = "eu"
"""The lines of a country that has none of its own here: the European directory leads on from there."""


class HelpLine(Model):
    """One service that answers. `number` is what one dials, None where it is reached by link; `urgent` stands in the line for danger,
    and may be a name alone where no fact holds the number.

    short: what the take-home card says beside it, and when it answers. `card`: whether it stands there at all; the card holds few.
    """

    words: ClassVar[tuple[str, ...]] = ("what", "short", "hours", "name")
    id: Id
    number: str | None = None
    name: Text | None = None
    what: Text
    short: Text | None = None
    hours: Text
    fact: Several[Id]
    checked: dt.date
    link: str | None = None
    urgent: bool = False
    card: bool = True

    @model_validator(mode="after")
    def _can_be_reached(self) -> HelpLine:
        if self.number is None and (self.name is None or (self.link is None and not self.urgent)):
            raise ValueError("it has neither a number nor a name with a link: nobody could reach it")
        return self

    @property
    def host(self) -> str:
        """The site as one reads it aloud or copies it from paper: `147.ch`; empty where there is none."""
        return (urlsplit(self.link or "").hostname or "").removeprefix("www.")

    @property
    def texts(self) -> tuple[Text, ...]:
        """What it says, in the order of the file."""
        return tuple(text for text in (self.what, self.short, self.hours, self.name) if text is not None)

    def called(self, words: Words) -> str:
        """What one dials, or the service's name where there is nothing to dial."""
        return self.number or (words(self.name.id) if self.name is not None else "")

    def briefly(self, words: Words) -> str:
        """What stands beside it on the take-home card: a few words, or its site where there are none."""
        return words(self.short.id) if self.short is not None else self.host

    @property
    def key(self) -> str:
        """The last part of the id: `3018`."""
        return self.id.rpartition(".")[2]

    def is_stale(self, today: dt.date) -> bool:
        """Whether nobody has compared it with its own site for six months."""
        return today - self.checked > STALE


class _Country(Model):
    parts: ClassVar[Mapping[str, str]] = MappingProxyType({"lines": "help.{owner}.{key}"})
    id: Id
    lines: FrozenMap[Id, HelpLine]


@dataclass(frozen=True)
class Help:
    """The help lines of every country that is known."""

    countries: Mapping[str, tuple[HelpLine, ...]]

    def lines(self, country: str) -> tuple[HelpLine, ...]:
        """The lines of a country (two small letters), then the European directory; of France, its own alone. Nobody is left without any."""
        directory = self.countries.get(ELSEWHERE, ())
        own = self.countries.get(country) or directory or self.countries["fr"]
        return own if country == "fr" else (*own, *(line for line in directory if line.number is None and line not in own))

    def known(self) -> tuple[str, ...]:
        """The countries that have lines of their own, in the order they are shown; what leads on from everywhere else comes last."""
        return tuple(self.countries)

    @cached_property
    def all(self) -> tuple[HelpLine, ...]:
        """Every line of every country."""
        return tuple(line for lines in self.countries.values() for line in lines)


def load_help(path: Path | None = None) -> Help:
    """The help lines of the game. Raises ContentError where the file is broken; the tests prove that it is not."""
    read, faults = read_help(path)
    if read is None:
        raise ContentError(faults)
    return read


def read_help(path: Path | None = None) -> tuple[Help | None, tuple[Diagnostic, ...]]:
    """The help lines, and what is wrong with them. Never raises."""
    path = path or words_root() / FILE
    name = f"game/words/{path.name}" if path.parent == words_root() else path.name
    try:
        source = read_source(path.read_text(encoding="utf-8"), name)
    except (OSError, UnicodeDecodeError) as error:
        return None, (UNREADABLE.at(Mark(name), problem=type(error).__name__),)
    faults = list(source.diagnostics)
    countries: dict[str, tuple[HelpLine, ...]] = {}
    lines = source.data.get("lines") if isinstance(source.data, dict) else None
    for code, found in (lines if isinstance(lines, dict) else {}).items():
        try:
            country = _Country.model_validate({"id": code, "lines": found})
        except ValidationError as error:
            faults += explain(error, {"lines": found}, source.marks, _Country, ("lines", code))
            continue
        for key, line in country.lines.items():
            line.remember(source.marks, ("lines", code, key))
        countries[code] = tuple(country.lines.values())
    if "fr" not in countries:
        faults.append(UNREADABLE.at(Mark(name), problem="it holds no lines for France"))
        return None, tuple(faults)
    texts = {name: source.text}
    return Help(countries), tuple(fault.with_lines(texts) for fault in faults)


def help_french(lines: Iterable[HelpLine]) -> dict[str, str]:
    """The words of these lines in French, by id: `help.fr.3018.what`."""
    return {text.id: text.text for line in lines for text in line.texts}
