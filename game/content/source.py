"""One YAML file: plain data, with line and column kept for every key and every value.

Room: game/content. A composer of our own over the C parser's events: it never builds objects, knows no anchors and no tags, and is
bounded in size and depth, so that no file whatever can do more than earn a diagnostic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from . import signs
from .diagnostics import Diagnostic
from .model import Mark, Marks, Where
from .rules import BYTE_ORDER_MARK, DUPLICATE_KEY, HIDDEN_SIGN, NOT_PLAIN, PLAIN_TRAP, SYNTAX, TOO_LARGE, TOP_LEVEL

MAX_CHARACTERS = 2_000_000
MAX_DEPTH = 30

_TRAPS = (
    (re.compile(r"yes|no|on|off|y|n", re.IGNORECASE), "other tools read it as yes or no: put it between quotes, or write true or false"),
    (re.compile(r"[-+]?\d+(:[0-5]?\d)+"), "other tools read it as a number in base sixty: put it between quotes"),
    (re.compile(r"0\d+|0o\d+"), "other tools read it as a number in base eight: put it between quotes"),
    (re.compile(r"[-+]?\d[\d,_]*_[\d,_]*"), "the underscores would be lost: put it between quotes, or write the digits only"),
)
_INTEGER = re.compile(r"[-+]?(0|[1-9]\d*)")
_DECIMAL = re.compile(r"[-+]?(\d+\.\d*|\.\d+)([eE][-+]?\d+)?")
_LITERALS: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(slots=True)
class Source:
    """What one file says. `data` is None where nothing could be read."""

    file: str
    text: str
    data: Any = None
    marks: Marks = field(default_factory=Marks)
    diagnostics: list[Diagnostic] = field(default_factory=list)


class _Composer:
    """Builds plain data from parser events with a stack of its own: depth is a number, not a risk."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.keys: dict[Where, Mark] = {}
        self.values: dict[Where, Mark] = {}
        self.faults: list[Diagnostic] = []
        self.stack: list[tuple[Where, dict[Any, Any] | list[Any]]] = []
        self.pending: list[tuple[Any, Mark] | None] = []  # the key waiting for its value, one for each open mapping
        self.root: Any = None

    def mark(self, event: yaml.Event) -> Mark:
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return Mark(self.file)
        length = end.column - start.column if end.line == start.line else 1
        return Mark(self.file, start.line + 1, start.column + 1, max(1, length))

    def take(self, event: yaml.Event) -> bool:
        """Take one event; False stops the reading (it went too deep)."""
        if isinstance(event, yaml.AliasEvent):
            self.faults.append(NOT_PLAIN.at(self.mark(event), what=f"the alias “*{event.anchor}”"))
            self.place(None, self.mark(event))
        elif isinstance(event, yaml.ScalarEvent):
            self.plain(event)
            self.place_scalar(event)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self.plain(event)
            if len(self.stack) >= MAX_DEPTH:
                self.faults.append(TOO_LARGE.at(self.mark(event), what=f"it is nested more than {MAX_DEPTH} deep"))
                return False
            fresh: dict[Any, Any] | list[Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
            where = self.place(fresh, self.mark(event))
            self.stack.append((where, fresh))
            self.pending.append(None)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self.stack.pop()
            self.pending.pop()
        return True

    def plain(self, event: yaml.NodeEvent) -> None:
        """Anchors, tags: refused, each with its name."""
        if event.anchor is not None:
            self.faults.append(NOT_PLAIN.at(self.mark(event), what=f"the anchor “&{event.anchor}”"))
        tag = getattr(event, "tag", None)
        if tag is not None:
            self.faults.append(NOT_PLAIN.at(self.mark(event), what=f"the tag “{tag}”"))

    def place_scalar(self, event: yaml.ScalarEvent) -> None:
        mark = self.mark(event)
        fault = hidden_in(event.value, mark)
        if fault is not None:
            self.faults.append(fault)
        self.place(self.meaning(event, mark), mark)

    def meaning(self, event: yaml.ScalarEvent, mark: Mark) -> Any:
        """A quoted scalar is text; a plain one may be a number, true, false or nothing, and is text otherwise."""
        text: str = event.value
        if not event.implicit[0] or event.style not in ("", None):
            return text
        for trap, hint in _TRAPS:
            if trap.fullmatch(text):
                self.faults.append(PLAIN_TRAP.at(mark, hint=hint, given=text))
                return text
        if text.lower() in _LITERALS:
            return _LITERALS[text.lower()]
        if _INTEGER.fullmatch(text) and len(text) < 19:
            return int(text)
        if _DECIMAL.fullmatch(text) and len(text) < 19:
            return float(text)
        return text

    def place(self, value: Any, mark: Mark) -> Where:
        """Put a value where it belongs: at the top, at the end of a list, as a key, or under the key that waits."""
        if not self.stack:
            self.root = value
            self.values[()] = mark
            return ()
        where, parent = self.stack[-1]
        if isinstance(parent, list):
            here = (*where, len(parent))
            parent.append(value)
            self.values[here] = mark
            return here
        waiting = self.pending[-1]
        if waiting is None:
            self.pending[-1] = (self.as_key(value, mark), mark)
            return (*where, "?")  # what lies inside a complex key is refused as a whole
        key, key_mark = waiting
        self.pending[-1] = None
        here = (*where, key)
        if key in parent:
            first = self.keys[here]
            self.faults.append(DUPLICATE_KEY.at(key_mark, key=key, first=first.line))
            return here
        parent[key] = value
        self.keys[here] = key_mark
        self.values[here] = mark
        return here

    def as_key(self, value: Any, mark: Mark) -> str:
        if value == "<<":
            self.faults.append(NOT_PLAIN.at(mark, what="the merge key “<<”"))
        elif isinstance(value, dict | list):
            self.faults.append(NOT_PLAIN.at(mark, what="a key that is not a word"))
            return "?"
        if value is None:
            return ""
        return str(value).lower() if isinstance(value, bool) else str(value)


def read_source(text: str, file: str) -> Source:
    """Read one file's text. Never raises: whatever is wrong comes back as a diagnostic."""
    source = Source(file, text)
    if text.startswith("\ufeff"):
        source.diagnostics.append(BYTE_ORDER_MARK.at(Mark(file)))
        text = source.text = text[1:]
    if len(text) > MAX_CHARACTERS:
        source.diagnostics.append(TOO_LARGE.at(Mark(file), what=f"it is longer than {MAX_CHARACTERS} characters"))
        return source
    composer = _Composer(file)
    documents = 0
    whole = True
    try:
        for event in yaml.parse(text, Loader=_loader()):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    source.diagnostics.append(NOT_PLAIN.at(composer.mark(event), what="a second document"))
                    break
            whole = composer.take(event)
            if not whole:
                break
    except (yaml.YAMLError, UnicodeError) as error:
        source.diagnostics.extend(composer.faults)
        source.diagnostics.append(_syntax(error, file, text))
        return source
    except (ValueError, OverflowError) as error:  # the parser refuses some characters in its own way
        source.diagnostics.append(SYNTAX.at(Mark(file), problem=str(error) or "unreadable"))
        return source
    source.diagnostics.extend(composer.faults)
    if not whole:
        return source
    source.marks = Marks(composer.keys, composer.values)
    if composer.root is not None and not isinstance(composer.root, dict):
        source.diagnostics.append(TOP_LEVEL.at(composer.values[()]))
        return source
    source.data = composer.root
    return source


def hidden_in(text: str, mark: Mark) -> Diagnostic | None:
    """The fault of a text that holds a sign nobody sees; none where it holds none. `mark`: where the text was written."""
    found = signs.hidden(text)
    if found is None:
        return None
    at, sign = found
    if mark.length == len(text) + 2:  # between quotes, each sign as it is: the very sign can be pointed at
        mark = mark.inside(at)
    return HIDDEN_SIGN.at(mark, hint="delete it, and type the words around it anew", sign=signs.code(sign), what=signs.kind(sign))


def _loader() -> Any:
    """The C parser where the wheel carries it, else the slow one: the same events."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _syntax(error: yaml.YAMLError | UnicodeError, file: str, text: str) -> Diagnostic:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    where = Mark(file, mark.line + 1, mark.column + 1) if mark is not None else Mark(file)
    hint = None
    rows = text.splitlines()
    at = rows[where.line - 1][where.column - 1 :] if where.line <= len(rows) else ""
    if at.startswith("\t") or "tab character" in problem:
        hint = "YAML is indented with spaces: replace the tab"
    elif "mapping values are not allowed" in problem:
        hint = "a text that holds “: ” goes between quotes"
    elif "did not find expected" in problem or "could not find expected" in problem:
        hint = "look at the line above too: a bracket, a quote or a colon may be missing"
    return SYNTAX.at(where, hint=hint, problem=problem)
