"""`check` in French: every rule, every value that is words, every hint; and the English that the code holds."""

import ast
import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.authoring.check import RULES, check
from game.authoring.render import as_json, render
from game.authoring.rules.sources import RELEASE_RULES
from game.authoring.rules.wording import SPACING
from game.authoring.voice import ENGLISH, WORDED, voice
from game.content import source, wording
from game.content.rules import WALK_RULES

ROOT = Path(__file__).parents[3]
MUST_FAIL = sorted(path for path in (Path(__file__).parent / "must_fail").glob("*.yaml") if not path.name.endswith(".help.yaml"))
TODAY = dt.date(2026, 11, 28)
FRENCH = voice("fr")


def blanks(text: str) -> set[str]:
    """The names between braces."""
    return set(re.findall(r"\{([a-z_]+)\}", text))


def test_every_rule_has_its_french() -> None:
    """No rule more, none less, and each with the blanks of its English."""
    rules = (*RULES, *RELEASE_RULES, *WALK_RULES)
    assert {rule.code: blanks(rule.message) for rule in rules} == {code: blanks(said) for code, said in FRENCH.rules.items()}


def test_a_phrase_keeps_its_blanks() -> None:
    """What the English tells, the French tells."""
    assert {english for english, said in FRENCH.phrases.items() if blanks(english) != blanks(said)} == set()


def literals() -> Iterator[tuple[str, str]]:
    """Words in the code of the rules that fill a message or a hint: (file and line, words with X for what is computed)."""
    for path in [*(ROOT / "game/authoring").rglob("*.py"), *(ROOT / "game/content").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            given: list[ast.expr] = []
            if not isinstance(node, ast.Call | ast.Assign):
                continue
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "at":
                given = [keyword.value for keyword in node.keywords if keyword.arg in WORDED | {"hint"}]
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id in {"why", "where", "hint"}:
                given = [node.value]
            for value in given:
                for one in [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]:
                    if isinstance(one, ast.Constant) and isinstance(one.value, str):
                        yield f"{path.name}:{node.lineno}", one.value
                    elif isinstance(one, ast.JoinedStr):
                        parts = [part.value if isinstance(part, ast.Constant) else "X" for part in one.values]
                        yield f"{path.name}:{node.lineno}", "".join(str(part) for part in parts)


def test_every_word_in_the_code_has_its_french() -> None:
    """A sentence added to a rule without its French fails here, with its place."""
    found = [(place, words) for place, words in literals() if " " in words]
    assert len(found) > 30
    assert [(place, words) for place, words in found if FRENCH.phrase(words) == words] == []


def test_what_a_value_must_be_has_its_french() -> None:
    """The sentences for pydantic's complaints, the names of what holds a key, traps of YAML, French spaces."""
    said = {*wording._PLAIN.values(), *wording._LIMITS.values(), *wording._NAMES.values()}
    said |= {*dict(source._TRAPS).values(), *dict(SPACING).values()}
    assert {words for words in said if FRENCH.phrase(words) == words} == set()


@pytest.mark.parametrize("path", MUST_FAIL, ids=lambda path: path.stem)
def test_each_fault_is_said_in_french(path: Path) -> None:
    """Neither its message nor its hint is left in English; code, place and line stay."""
    (fault,) = check(path, TODAY)
    assert FRENCH.message(fault) != fault.message
    assert fault.hint is None or FRENCH.hint(fault) != fault.hint
    for name in (WORDED - {"steps"}) & set(fault.values):  # steps are commands, as a walkthrough holds them
        if " " in fault.values[name]:
            assert FRENCH.phrase(fault.values[name]) != fault.values[name]
    shown = render([fault], FRENCH).splitlines()
    assert shown[0].startswith(f"{fault.mark}: ")
    assert fault.code in shown[0]
    assert shown[-1] in {"1 erreur, 0 avertissement", "0 erreur, 1 avertissement"}
    assert f'"code": "{fault.code}"' in as_json([fault], FRENCH)


def test_a_language_without_words_is_english() -> None:
    """Better said in English than not at all."""
    assert voice("de") is ENGLISH
    assert voice("en") is ENGLISH
