"""Diagnostics as data: a rule is written once, a fault says which rule, where, with what, and what might be meant.

Room: game/content. Wording for a terminal, a window or JSON is made elsewhere, from this.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from .model import Mark


class Severity(StrEnum):
    """An error stops `check`; a warning never does."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault: what a reader of any kind needs to show it. `lines` are the source lines around the mark, by number."""

    rule: Rule
    mark: Mark
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    hint: str | None = None
    lines: tuple[tuple[int, str], ...] = ()

    @property
    def code(self) -> str:
        """The stable code, `SV012`."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """Whether this stops anything."""
        return self.rule.severity

    @property
    def message(self) -> str:
        """What is wrong, in one line."""
        return self.rule.message.format_map(self.values)

    @property
    def file(self) -> str:
        """The file, relative to the content root."""
        return self.mark.file

    @property
    def line(self) -> int:
        """From 1."""
        return self.mark.line

    @property
    def column(self) -> int:
        """From 1, in characters."""
        return self.mark.column

    def with_lines(self, sources: Mapping[str, str]) -> Diagnostic:
        """The same, with the source line it points at."""
        text = sources.get(self.mark.file)
        if text is None or self.lines:
            return self
        rows = text.splitlines()
        if not 1 <= self.mark.line <= len(rows):
            return self
        return Diagnostic(self.rule, self.mark, self.values, self.hint, ((self.mark.line, rows[self.mark.line - 1]),))


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the content. Code and name are stable: pages in docs/rules and must-fail files are called after them."""

    code: str
    name: str
    severity: Severity
    message: str

    def at(self, mark: Mark, *, hint: str | None = None, **values: object) -> Diagnostic:
        """A fault against this rule at `mark`."""
        return Diagnostic(self, mark, MappingProxyType({key: str(value) for key, value in values.items()}), hint)

    @property
    def page(self) -> str:
        """The page that explains it, relative to the root of the project."""
        return f"docs/rules/{self.code}-{self.name}.md"


class ContentError(Exception):
    """The content cannot be played. `diagnostics` say where and why; the text of the exception is for a log only."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(f"{fault.mark} {fault.code} {fault.message}" for fault in self.diagnostics[:3]))


def errors(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Only the faults that stop something."""
    return (fault for fault in diagnostics if fault.severity is Severity.ERROR)


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to `word`, or None when nothing is near enough to be a likely slip.

    Near enough is the same kind of id (as many steps between slashes), each step off by a typing slip at most: one sign in four, or the
    same words in another order. So `bust/lou/happy` is never answered by `bust/mo/happy`, nor a picture of a clue by one of a place.
    """
    near = [name for name in difflib.get_close_matches(word, sorted(known), n=8, cutoff=0.6) if _a_slip(word, name)]
    return near[0] if near else None


def _a_slip(word: str, name: str) -> bool:
    """Whether one may have been typed for the other."""
    written, meant = word.split("/"), name.split("/")
    return len(written) == len(meant) and all(
        sorted(one.split("-")) == sorted(other.split("-")) or _slips(one, other) <= max(1, max(len(one), len(other)) // 4)
        for one, other in zip(written, meant, strict=True)
    )


def _slips(one: str, other: str) -> int:
    """How many signs to put in, take out, change or swap with the next one lead from one word to the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for here, sign in enumerate(one, 1):
        last, before, row = before, row, [here]
        for there, its in enumerate(other, 1):
            steps = min(before[there] + 1, row[there - 1] + 1, before[there - 1] + (sign != its))
            if here > 1 and there > 1 and sign == other[there - 2] and one[here - 2] == its:
                steps = min(steps, last[there - 2] + 1)
            row.append(steps)
    return row[-1]


def did_you_mean(word: str, known: Mapping[str, object] | Iterable[str]) -> str | None:
    """“did you mean …?”, with the place it was defined where that is known."""
    guess = closest(word, known)
    if guess is None:
        return None
    mark = known[guess] if isinstance(known, Mapping) else None
    return f"did you mean “{guess}” ({mark.file}:{mark.line})?" if isinstance(mark, Mark) and mark.line else f"did you mean “{guess}”?"
