"""What an author sees: the place, the rule, the line, a caret, a guess, where to read more. And the same as JSON.

Room: game/authoring. Text in, text out; nothing is printed here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from game.content import signs
from game.content.diagnostics import Diagnostic, Severity

from .voice import ENGLISH, Voice

WIDEST = 110


def render(faults: Iterable[Diagnostic], voice: Voice = ENGLISH) -> str:
    """Every fault as a terminal shows it, then the count."""
    listed = tuple(faults)
    return "\n".join([*(render_one(fault, voice) for fault in listed), summary(listed, voice)])


def render_one(fault: Diagnostic, voice: Voice = ENGLISH) -> str:
    """One fault, in three or four lines."""
    colon = ":" if voice is ENGLISH else "\u00a0:"
    rows = [f"{fault.mark}: {voice.frame[fault.severity]} {fault.code} {fault.rule.name}{colon} {voice.message(fault)}"]
    for number, text in fault.lines:
        shown, column = _window(text, fault.column)
        length = max(1, min(fault.mark.length, len(shown) - column + 1))
        rows += [f"  {number} | {shown}", " " * (len(str(number)) + 5 + column - 1) + "^" * length]
    more, hint = f"{voice.frame['more']}{colon} {fault.rule.page}", voice.hint(fault)
    rows.append(f"  {voice.frame['hint']}{colon} {hint}    {more}" if hint else f"  {more}")
    return signs.shown("\n".join(rows), "\ufffd")  # what an author wrote must not steer their terminal


def _window(text: str, column: int) -> tuple[str, int]:
    """The part of a long line around the column, and the column within it."""
    text = text.replace("\t", " ")
    if len(text) <= WIDEST:
        return text, column
    start = max(0, min(column - 1 - WIDEST // 3, len(text) - WIDEST))
    head = "…" if start else ""
    tail = "…" if start + WIDEST < len(text) else ""
    return head + text[start : start + WIDEST] + tail, column - start + len(head)


def summary(faults: Iterable[Diagnostic], voice: Voice = ENGLISH) -> str:
    """How many of each."""
    kinds = [fault.severity for fault in faults]
    if not kinds:
        return voice.frame["none"]
    return f"{voice.count(kinds.count(Severity.ERROR), 'error')}, {voice.count(kinds.count(Severity.WARNING), 'warning')}"


def as_json(faults: Iterable[Diagnostic], voice: Voice = ENGLISH) -> str:
    """A list, one object a fault, for editors and robots: only `message` and `hint` are in the voice's language."""
    return json.dumps([_plain(fault, voice) for fault in faults], ensure_ascii=False, indent=1)


def _plain(fault: Diagnostic, voice: Voice) -> dict[str, object]:
    return {
        "code": fault.code,
        "rule": fault.rule.name,
        "severity": str(fault.severity),
        "message": voice.message(fault),
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "length": fault.mark.length,
        "hint": voice.hint(fault),
        "more": fault.rule.page,
    }
