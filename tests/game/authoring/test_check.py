"""`check`: a must-fail file for every rule, a page for every rule, and a clean bill for what ships."""

import datetime as dt
from pathlib import Path

import pytest

from game.authoring.check import RULES, check
from game.authoring.render import as_json, render, render_one
from game.content.root import content_root

ROOT = Path(__file__).parents[3]
FOLDER = Path(__file__).parent / "must_fail"
MUST_FAIL = sorted(path for path in FOLDER.glob("*.yaml") if not path.name.endswith(".help.yaml"))
FEATURES = ROOT / "tests" / "game" / "content" / "features"
GOLDEN = Path(__file__).parent / "golden"
TODAY = dt.date(2026, 11, 28)


def expected(path: Path) -> str:
    """What the first line announces: `SV012 5:21`."""
    return path.read_bytes().decode("utf-8", "replace").splitlines()[0].partition("# expect: ")[2]


@pytest.mark.parametrize("path", MUST_FAIL, ids=lambda path: path.stem)
def test_must_fail(path: Path) -> None:
    """Each file is wrong in one way, announced on its first line; nothing else is reported."""
    assert [f"{fault.code} {fault.line}:{fault.column}" for fault in check(path, TODAY)] == [expected(path)]


def test_every_rule_has_a_file() -> None:
    """A rule added without its example fails here, by name."""
    assert {rule.code for rule in RULES} - {expected(path).split()[0] for path in MUST_FAIL} == set()


def test_codes_and_names_are_used_once() -> None:
    """Codes are stable: two rules never share one."""
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_its_page(rule: object) -> None:
    """“more:” leads to a page that shows what an author sees."""
    page = ROOT / rule.page  # type: ignore[attr-defined]
    assert page.read_text(encoding="utf-8").startswith(f"# {rule.code} {rule.name}\n")  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", MUST_FAIL, ids=lambda path: path.stem)
def test_pages_show_what_is_really_said(path: Path) -> None:
    """Where a page shows this file, it shows the very message of today."""
    (fault,) = check(path, TODAY)
    page = (ROOT / fault.rule.page).read_text(encoding="utf-8")
    if f"must_fail/{path.name}" in page:
        assert render_one(fault) in page


def test_a_story_that_uses_every_feature_is_clean() -> None:
    """The made-up episode breaks no rule but those of pictures and sounds, which nobody made."""
    assert {fault.code for fault in check(FEATURES, TODAY)} <= {"SV030", "SV114"}


def test_what_ships_is_clean() -> None:
    """The shipped story and the interface's words break no rule."""
    assert render(check(content_root(), TODAY)) == "nothing to say: all is well"


@pytest.mark.parametrize("name", ["gives-must-name-a-known-clue", "lines-are-short", "placeholders-are-kept"])
def test_what_an_author_sees(name: str) -> None:
    """Place, rule, line, caret, guess and page, as in the golden file."""
    assert render(check(FOLDER / f"{name}.yaml", TODAY)) + "\n" == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_the_same_as_json() -> None:
    """An editor gets code, place, message and guess without reading prose."""
    import json

    (told,) = json.loads(as_json(check(FOLDER / "gives-must-name-a-known-clue.yaml", TODAY)))
    assert (told["code"], told["line"], told["severity"]) == ("SV012", 8, "error")
    assert told["hint"].startswith("did you mean “sifflet-comete”")
