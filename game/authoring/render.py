"""What an author sees: the place, the rule, the line, a caret, a guess, where to read more. And the same as JSON.

Room: game/authoring. Text in, text out; nothing is printed here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from game.content.diagnostics import Diagnostic, Severity

WIDEST = 110


def render(faults: Iterable[Diagnostic]) -> str:
    """Every fault as a terminal shows it, then the count."""
    listed = tuple(faults)
    return "\n".join([*(render_one(fault) for fault in listed), summary(listed)])


def render_one(fault: Diagnostic) -> str:
    """One fault, in three or four lines."""
    rows = [f"{fault.mark}: {fault.severity} {fault.code} {fault.rule.name}: {fault.message}"]
    for number, text in fault.lines:
        shown, column = _window(text, fault.column)
        length = max(1, min(fault.mark.length, len(shown) - column + 1))
        rows += [f"  {number} | {shown}", " " * (len(str(number)) + 5 + column - 1) + "^" * length]
    more = f"more: {fault.rule.page}"
    rows.append(f"  hint: {fault.hint}    {more}" if fault.hint else f"  {more}")
    return "\n".join(rows)


def _window(text: str, column: int) -> tuple[str, int]:
    """The part of a long line around the column, and the column within it."""
    text = text.replace("\t", " ")
    if len(text) <= WIDEST:
        return text, column
    start = max(0, min(column - 1 - WIDEST // 3, len(text) - WIDEST))
    head = "…" if start else ""
    tail = "…" if start + WIDEST < len(text) else ""
    return head + text[start : start + WIDEST] + tail, column - start + len(head)


def summary(faults: Iterable[Diagnostic]) -> str:
    """How many of each."""
    kinds = [fault.severity for fault in faults]
    wrong, warned = kinds.count(Severity.ERROR), kinds.count(Severity.WARNING)
    if not kinds:
        return "nothing to say: all is well"
    return f"{wrong} error{'s' * (wrong != 1)}, {warned} warning{'s' * (warned != 1)}"


def as_json(faults: Iterable[Diagnostic]) -> str:
    """A list, one object a fault, for editors and robots."""
    return json.dumps([_plain(fault) for fault in faults], ensure_ascii=False, indent=1)


def _plain(fault: Diagnostic) -> dict[str, object]:
    return {
        "code": fault.code,
        "rule": fault.rule.name,
        "severity": str(fault.severity),
        "message": fault.message,
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "length": fault.mark.length,
        "hint": fault.hint,
        "more": fault.rule.page,
    }
