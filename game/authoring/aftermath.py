"""What is only wrong because a file could not be read is left out, and counted where that file is named.

Room: game/authoring. One missing bracket in a file of places would otherwise be followed by every “no place is called …” of the story.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from game.content.diagnostics import Diagnostic, Rule
from game.content.rules import EMPTY, MISSING_KEY, SYNTAX, TOO_LARGE, TOP_LEVEL, UNREADABLE

from .rules import around, day, graph, idle, logs, never, reach, references

UNREAD = frozenset({UNREADABLE, SYNTAX, TOO_LARGE, TOP_LEVEL, EMPTY})
"""After one of these, nothing of the file is known."""

OF_THE_WHOLE = frozenset(
    {
        references.UNKNOWN_CLUE, references.UNKNOWN_TALK, references.UNKNOWN_PERSON, references.UNKNOWN_FACT, references.UNKNOWN_ID,
        references.UNKNOWN_PLACE, references.UNKNOWN_OPTION, references.UNKNOWN_TEXT, logs.UNKNOWN_LOG,
        graph.ONE_WAY, graph.NEVER_GIVEN, graph.OTHER_EFFECTS, graph.ON_THE_MAP, idle.UNUSED_PERSON, idle.NO_BOARD, idle.UNUSED_TEXT,
        *day.RULES, *reach.RULES, *never.RULES,
        around.UNUSED_TRANSLATION,
    }
)  # fmt: skip
"""Rules that compare a file with all the others: they say nothing sure while one of those is unknown."""


def without_aftermath(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The same faults, less those that may only come from an unread file; its first own fault says how many were left out."""
    found = list(faults)
    broken = [fault for fault in found if fault.rule in UNREAD]
    if not broken:
        return found
    doubtful = _doubtful(broken)
    kept = [fault for fault in found if fault.rule not in doubtful and not _whole_is_missing(fault)]
    left = len(found) - len(kept)
    if not left:
        return kept
    first = broken[0]
    more = f"mend this first: {left} other {'lines are' if left > 1 else 'line is'} left out, which may only come from it"
    said = dataclasses.replace(first, hint=f"{first.hint}; {more}" if first.hint else more)
    return [said if fault is first else fault for fault in kept]


def _doubtful(broken: Iterable[Diagnostic]) -> frozenset[Rule]:
    """The rules that say nothing sure while these files are unknown: a catalogue hides only what is translated."""
    doubtful: frozenset[Rule] = frozenset()
    for fault in broken:
        doubtful |= {around.UNTRANSLATED} if fault.file.endswith(".po") else OF_THE_WHOLE
    return doubtful


def _whole_is_missing(fault: Diagnostic) -> bool:
    """Whether this says that the story as a whole lacks a part, such as its episode: the unread file may hold it."""
    return fault.rule is MISSING_KEY and fault.values.get("owner") == "a file"
