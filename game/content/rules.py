"""The rules a reader can break while the content is being read. What needs the whole story is in `game/authoring`.

Room: game/content. Each has a page in docs/rules and a must-fail file in the tests.
"""

from __future__ import annotations

from .diagnostics import Rule, Severity

_E, _W = Severity.ERROR, Severity.WARNING

UNREADABLE = Rule("SV001", "unreadable-file", _E, "the file cannot be read: {problem}")
SYNTAX = Rule("SV002", "yaml-syntax", _E, "this is not YAML: {problem}")
DUPLICATE_KEY = Rule("SV003", "duplicate-key", _E, "“{key}” is written twice here (first on line {first})")
PLAIN_TRAP = Rule("SV004", "plain-trap", _E, "“{given}” without quotes does not mean the same everywhere")
NOT_PLAIN = Rule("SV005", "plain-yaml-only", _E, "{what} has no place here: content is plain mappings, lists and words")
BYTE_ORDER_MARK = Rule("SV006", "byte-order-mark", _W, "the file begins with a byte order mark; save it as UTF-8 without one")
UNKNOWN_KEY = Rule("SV007", "unknown-key", _E, "“{key}” is no key of {owner}")
MISSING_KEY = Rule("SV008", "missing-key", _E, "{owner} needs “{key}”")
WRONG_VALUE = Rule("SV009", "wrong-value", _E, "{problem}")
DUPLICATE_ID = Rule("SV010", "duplicate-id", _E, "the id “{id}” is already used in {first}")
NOT_IN_LIST = Rule("SV011", "not-in-list", _E, "“{given}” is none of: {allowed}")
TOO_LARGE = Rule("SV041", "too-large", _E, "the file is too large to be content: {what}")
TOP_LEVEL = Rule("SV042", "kinds-at-top", _E, "a file starts with kinds of content (places, talks, clues …), not with a list or a word")
HIDDEN_SIGN = Rule("SV160", "hidden-sign", _E, "{sign} stands here, and nobody sees it: {what}")
EMPTY = Rule("SV049", "empty-file", _E, "the file is empty: what others expect to find in it is missing")
KIND_HOLDS_IDS = Rule("SV110", "kind-holds-ids", _E, "“{kind}” holds {what}; it holds ids, each with its own content")

NO_COMMAND = Rule("SV120", "walk-no-command", _E, "“{verb}” is no step of a walkthrough")
ARGUMENTS = Rule("SV121", "walk-arguments", _E, "“{verb}” takes {takes} after it, not {given}")
ONE_THING = Rule("SV122", "walk-one-thing", _E, "a step is one thing to do; here are {count}")
NOT_ON_OFFER = Rule("SV123", "walk-not-on-offer", _E, "step {step}, “{done}”, cannot be done here")
NOT_AS_EXPECTED = Rule("SV124", "walk-not-as-expected", _E, "step {step}: `{name}` is {found}, not “{wanted}”")
NOT_YET = Rule("SV125", "walk-not-yet", _E, "step {step}: not met yet: {names}")
NEVER_ENDS = Rule("SV126", "walk-never-ends", _E, "step {step}: reading on leads round and round, never to anything to do")

WALK_RULES = (NO_COMMAND, ARGUMENTS, ONE_THING, NOT_ON_OFFER, NOT_AS_EXPECTED, NOT_YET, NEVER_ENDS)
"""What a walkthrough can break, read or played: `walk` says it as `check` does."""

READING_RULES = (
    UNREADABLE, SYNTAX, DUPLICATE_KEY, PLAIN_TRAP, NOT_PLAIN, BYTE_ORDER_MARK, UNKNOWN_KEY, MISSING_KEY, WRONG_VALUE, DUPLICATE_ID,
    NOT_IN_LIST, TOO_LARGE, TOP_LEVEL, EMPTY, KIND_HOLDS_IDS, HIDDEN_SIGN,
)  # fmt: skip
