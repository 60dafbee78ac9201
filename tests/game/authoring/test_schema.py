"""The editor's schemas: fresh, draft-07, and of one mind with the loader about what ships and about common mistakes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from game.authoring.schema import DRAFT, as_text, schemas
from game.content.loader import read_story
from game.content.source import read_source
from game.session.walkthrough import Expect

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "docs" / "schemas"
MADE = schemas(Expect.model_json_schema())
WRITTEN = {
    "story.schema.json": [
        path
        for folder in (ROOT, *(ROOT / "tests/game").glob("*/*"))
        for kind in ("scenes", "story")
        for path in (folder / kind).rglob("*.yaml")
    ],
    "walkthrough.schema.json": [*(ROOT / "tests" / "walkthroughs").glob("*.yaml")],
    "words.schema.json": [*(ROOT / "game" / "words").glob("*.yaml")],
}
FILES = [(name, path) for name, paths in WRITTEN.items() for path in sorted(paths) if path.name != "renames.yaml"]


def faults(name: str, text: str) -> list[str]:
    """What the schema called `name` says against a text."""
    data = read_source(text, "here.yaml").data
    return [f"{'.'.join(map(str, error.absolute_path))}: {error.message}" for error in Draft7Validator(MADE[name]).iter_errors(data)]


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_schema_is_draft_07_and_fresh(name: str) -> None:
    """Valid in the draft that editors support; what is committed is what the models say (`run.py schema` writes it)."""
    Draft7Validator.check_schema(MADE[name])
    assert MADE[name]["$schema"] == DRAFT
    assert "$defs" not in as_text(MADE[name])
    assert "prefixItems" not in as_text(MADE[name])
    assert (FOLDER / name).read_text(encoding="utf-8") == as_text(MADE[name])


def test_no_schema_is_left_over() -> None:
    """The folder holds these and no other."""
    assert {path.name for path in FOLDER.glob("*.json")} == MADE.keys()


@pytest.mark.parametrize(("name", "path"), FILES, ids=lambda value: value.name if isinstance(value, Path) else "")
def test_what_ships_is_accepted(name: str, path: Path) -> None:
    """Every shipped file, and the made-up stories of the tests."""
    assert faults(name, path.read_text(encoding="utf-8")) == []


PLACE = """places:
  quay:
    name: "Le quai"
    looks: {day: {layers: [quay/back]}}
"""
LINE = '{id: a-1, who: mo, text: "Oui."}'


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (PLACE + '    nmae: "Le quai"\n', "places.quay"),
        (PLACE + "    stands: {here: [1, 2]}\n", "places.quay.stands.here"),
        (PLACE + "    arrive: [{who: mo, text: “Oui.”}]\n", "places.quay.arrive.0"),
        (PLACE + "    arrive: [{id: a-1, who: mo, expr: cross, text: “Oui.”}]\n", "places.quay.arrive.0.expr"),
        (PLACE + "    people: {mo: {at: here, facing: up}}\n", "places.quay.people.mo.facing"),
        (PLACE + "    hotspots: {gull: {shape: {box: [0, 0, 9, 9]}, look: [], again: []}}\n", "places.quay.hotspots.gull"),
        (PLACE + "    needs: {trust_min: high}\n", "places.quay.needs"),
        (PLACE + "    needs: {al: [x]}\n", "places.quay.needs"),
        ("places: [quay]\n", "places"),
        ("plases: {}\n", ""),
        (f'talks: {{t: {{summary: "…", start: a, paths: xy, nodes: {{a: {{lines: [{LINE}], to: end}}}}}}}}\n', "talks.t.paths"),
        ('talks: {t: {summary: "…", start: a}}\n', "talks.t"),
        ('talks: {t: {summary: "…", start: a, nodes: {a: {choices: [{id: c, text: "Oui."}]}}}}\n', "talks.t.nodes.a.choices.0"),
        ('clues: {knot: {title: "Un", card: "Un.", alt: "Un.", stage: 9}}\n', "clues.knot.stage"),
    ],
)
def test_a_common_mistake_is_underlined(text: str, where: str) -> None:
    """At the right key; and the loader refuses it too, so that editor and check never disagree."""
    said = faults("story.schema.json", text)
    assert [fault.partition(":")[0] for fault in said] == [where]


@pytest.mark.parametrize(
    "text",
    [
        PLACE + "    needs: [a, {not: [b]}]\n    hotspots: {}\n",
        PLACE + "    needs: a\n",
        PLACE + '    name_: "x"\n'.replace("name_", "alt"),
        f'talks: {{t: {{summary: "…", start: a, paths: mf, after: one, nodes: {{a: {{lines: [{LINE}], gives: knot, to: end}}}}}}}}\n',
        'clues: {knot: {title: {text: "Un", fact: x}, card: "Un.", alt: "Un.", needs: {any: [a, {has: b}]}}}\n',
    ],
)
def test_short_forms_are_accepted(text: str, tmp_path: Path) -> None:
    """What the loader takes, the editor does not underline."""
    path = tmp_path / "story.yaml"
    path.write_text(text, encoding="utf-8")
    assert faults("story.schema.json", text) == []
    assert {fault.code for fault in read_story(path).diagnostics} == set()


@pytest.mark.parametrize(
    ("steps", "good"),
    [
        ("[read-on, advance, {go: quay/to-sea}, {place-card: [who, null]}, {expect: {place: quay}}]", True),
        ("[{go: [a, b]}]", False),
        ("[{dance: tango}]", False),
        ("[{expect: {mood: good}}]", False),
        ("[jump]", False),
        ("[{stamp-clue: [a, lie]}]", False),
    ],
)
def test_steps_of_a_walkthrough(steps: str, good: bool) -> None:
    """Commands with their arguments, and expectations."""
    assert (faults("walkthrough.schema.json", f"path: m\nmode: home\nsteps: {steps}\n") == []) is good


def test_the_editor_is_told_where_they_are() -> None:
    """Opening the folder in VS Code is enough: each schema is named in its settings, and the extension is recommended."""
    settings: dict[str, Any] = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert {Path(name).name for name in settings["yaml.schemas"]} == MADE.keys()
    assert all((ROOT / name).is_file() for name in settings["yaml.schemas"])
    assert "redhat.vscode-yaml" in (ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8")


def test_files_say_where_their_schema_is() -> None:
    """An editor other than VS Code follows the first line; where a file has one, it leads to a schema."""
    said = 0
    for path in (*(ROOT / "scenes").rglob("*.yaml"), *(ROOT / "story").rglob("*.yaml"), *(ROOT / "tests" / "walkthroughs").glob("*.yaml")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        if first.startswith("# yaml-language-server: $schema="):
            assert (path.parent / first.partition("=")[2]).resolve().parent == FOLDER
            said += 1
    assert said >= 10
