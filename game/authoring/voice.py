"""In which language faults are said. English stands in the code, beside each rule; other languages in `game/words/check/`.

Room: game/authoring. A fault stays data: code, place, values. A voice words it, with its values and hint, for a reader.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.content.diagnostics import Diagnostic
from game.content.root import words_root
from game.content.source import read_source

WORDED = frozenset({"problem", "what", "owner", "opens", "why", "where", "which", "steps", "first", "found", "kind"})
"""Values that are words of ours; every other value is an id, a number or the author's own words, and stays."""

FRAME = {"error": "error", "warning": "warning", "hint": "hint", "more": "more", "none": "nothing to say: all is well"}


@dataclass(frozen=True, slots=True)
class Voice:
    """How one language says faults. Where it has no words for something, the English stands.

    rules:        message by code
    phrases:      English words that fill a message, or hint, to words of this language; `{blanks}` are carried over
    frame:        the words around them
    zero_is_many: “0 errors”, but « 0 erreur »
    """

    rules: Mapping[str, str] = field(default_factory=dict)
    phrases: Mapping[str, str] = field(default_factory=dict)
    frame: Mapping[str, str] = field(default_factory=lambda: FRAME)
    zero_is_many: bool = True

    def message(self, fault: Diagnostic) -> str:
        """What is wrong, in one line."""
        values = {name: self.phrase(value) if name in WORDED else value for name, value in fault.values.items()}
        return self.rules.get(fault.code, fault.rule.message).format_map(values)

    def hint(self, fault: Diagnostic) -> str | None:
        """What might be meant; several guesses are joined by a semicolon."""
        if fault.hint is None:
            return None
        whole = self.phrase(fault.hint)
        return whole if whole != fault.hint else "; ".join(self.phrase(part) for part in fault.hint.split("; "))

    def phrase(self, english: str) -> str:
        """These words in this language, or as they are."""
        if english in self.phrases:
            return self.phrases[english]
        for pattern, said in self.phrases.items():
            found = _pattern(pattern).fullmatch(english) if "{" in pattern else None
            if found:
                return said.format_map(found.groupdict())
        return english

    def count(self, number: int, what: str) -> str:
        """`2 errors`."""
        many = number > 1 or (number == 0 and self.zero_is_many)
        return f"{number} {self.frame[what]}{'s' if many else ''}"


ENGLISH = Voice()


def voice(locale: str) -> Voice:
    """The voice of a language; English where it has none."""
    path = words_root() / "check" / f"{locale}.yaml"
    if not path.is_file():
        return ENGLISH
    data: Any = read_source(path.read_text(encoding="utf-8"), path.name).data
    return Voice(data["rules"], data["phrases"], data["frame"], zero_is_many=False)


def _pattern(phrase: str) -> re.Pattern[str]:
    """Words with `{blanks}` as an expression with groups of these names."""
    parts = re.split(r"\{([a-z_]+)\}", phrase)
    seen = {at: part in parts[1:at:2] for at, part in enumerate(parts)}  # a blank that comes back holds the same
    blanks = (f"(?P={part})" if seen[at] else f"(?P<{part}>.+)" for at, part in enumerate(parts))
    return re.compile("".join(blank if at % 2 else re.escape(parts[at]) for at, blank in enumerate(blanks)))
