"""The committed pictures break no rule, and each rule is broken by a shelf of its own: a plain file named after what it should hold to."""

import json
from pathlib import Path

import pytest

from assets.asked import asked_for
from assets.bake.catalogue import pictures
from assets.bake.manifest import read as manifest
from assets.lint import INSTALLED, RULES, Shelf, lint, named, shelf_of

MUST_FAIL = sorted((Path(__file__).parent / "must_fail").glob("*.json"))


def read(path: Path) -> tuple[list[str], Shelf]:
    """What a file expects, each as `rule what`, and its shelf."""
    held = json.loads(path.read_text(encoding="utf-8"))
    expected: list[str] = held.pop("expect")
    held["files"] = {name: tuple(row) for name, row in held["files"].items()}
    return expected, Shelf(**{**held, "asked": frozenset(held["asked"])})


def test_what_is_committed_breaks_no_rule() -> None:
    """Names, sizes, weight, nothing missing, nothing unused, our fonts, readable colours; else `python -m assets.lint` says what."""
    shelf = shelf_of(asked=asked_for(manifest()["pictures"]))
    assert lint(shelf) == []
    assert shelf.installed > 0.4 * INSTALLED  # it was looked at
    assert shelf.families.keys() == {picture.id for picture in pictures() if picture.words}
    for name in ("portail/mid", "couloir-b-recollee/mid", "clue/carte-3018", "title/word", "map/college"):  # words of every kind
        assert shelf.families[name], name
    assert set(shelf.colours) == {"paper", "contrast"}


@pytest.mark.parametrize("path", MUST_FAIL, ids=lambda path: path.stem)
def test_must_fail(path: Path) -> None:
    """Each file is wrong in one way, and nothing else is found in it."""
    expected, shelf = read(path)
    assert [f"{fault.rule} {fault.what}" for fault in lint(shelf)] == expected


def test_every_rule_has_a_file() -> None:
    """A rule added without its example fails here, by name; and a rule yields nothing under another's name."""
    shown = {fault.rule for path in MUST_FAIL for fault in lint(read(path)[1])}
    assert shown == set(RULES)
    for name, rule in RULES.items():
        assert {fault.rule for path in MUST_FAIL for fault in rule(read(path)[1])} == {name}


def test_families_are_found_however_they_are_written() -> None:
    """As an attribute, in a style, and with others to fall back on."""
    markup = '<text font-family="Caveat, cursive">a</text><text style="font-family: Comic Neue; fill:red">b</text>'
    assert named(markup) == ("Caveat", "Comic Neue")
