"""« What leaves » is made from the shapes, so it can neither forget a field nor promise one that is not there."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reporting.protocol.leaves import NEVER, Where, every_leaf, leaving
from reporting.protocol.model import canonical
from reporting.protocol.report import Inside, Report

KEPT = Path(__file__).parent / "version-1"
REPORT = Report.model_validate_json((KEPT / "report.json").read_bytes())
INSIDE = Inside.model_validate_json((KEPT / "inside.json").read_bytes())

# Each thing that never leaves, under every name it usually bears.
NAMES = {
    "picture": r"picture|image|photo|jpe?g|png|webp|heic|bytes|pixels?|raw|data|content|media",
    "thumbnail": r"thumb|thumbnail|preview|icon|blur",
    "file-name": r"file|filename|basename|stem|extension|suffix",
    "path": r"path|folder|directory|dir|uri",
    "dimensions": r"dimensions?|width|height|size|resolution|aspect_ratio|pixels",
    "duration": r"duration|seconds|length|frames?|timestamps?|times",
    "exif": r"exif|gps|camera|taken|created|modified|latitude|longitude|make|model|orientation",
    "phash": r"phash|dhash|ahash|whash|average_hash",
    "address": r"ip|address|host|user_agent|device|mac|client",
    "name": r"name|first_name|last_name|surname|school|birth\w*",
}


def names(schema: Any) -> Iterator[str]:
    """Every property of a JSON schema, at any depth."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from names(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from names(part)


def leaf_paths(value: Any, before: str = "") -> Iterator[str]:
    """The path of each value actually present in a JSON document."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaf_paths(inner, f"{before}.{key}" if before else key)
    elif isinstance(value, list):
        for inner in value:
            yield from leaf_paths(inner, before)
    else:
        yield before


def test_every_field_that_leaves_is_listed() -> None:
    """Each value found in the very bytes of a full report and of its sealed part has its line in the list."""
    listed = {(leaf.where, leaf.path) for leaf in every_leaf()}
    assert {(Where.CLEAR, path) for path in leaf_paths(json.loads(canonical(REPORT)))} <= listed
    assert {(Where.SEALED, path) for path in leaf_paths(json.loads(canonical(INSIDE)))} <= listed


def test_every_line_of_the_list_is_a_field() -> None:
    """Nothing is announced that the full report does not hold: the kept files fill every field there is."""
    present = {(Where.CLEAR, path) for path in leaf_paths(json.loads(canonical(REPORT)))}
    present |= {(Where.SEALED, path) for path in leaf_paths(json.loads(canonical(INSIDE)))}
    assert {(leaf.where, leaf.path) for leaf in every_leaf() if leaf.where is not Where.NEVER} == present


def test_what_never_leaves_has_no_field_anywhere() -> None:
    """No property of the report or of its sealed part bears any usual name of a thing that never leaves."""
    assert set(NAMES) == set(NEVER)
    for shape in (Report, Inside):
        for name in names(shape.model_json_schema()):
            for thing, pattern in NAMES.items():
                assert not re.fullmatch(pattern, name), f"{shape.__name__}.{name} looks like {thing}"


def test_word_ids_are_distinct_and_plain() -> None:
    """One sentence for each line, findable by its id."""
    words = [leaf.word for leaf in every_leaf()]
    assert len(set(words)) == len(words)
    assert all(re.fullmatch(r"leaves\.(clear|sealed|never)\.[a-z0-9_.-]+", word) for word in words)


def test_the_review_holds_the_very_bytes() -> None:
    """What is shown as JSON is what is sent, and what is sealed; the values beside the words come from it."""
    review = leaving(REPORT, INSIDE)
    assert review.clear_json == canonical(REPORT)
    assert review.sealed_json == canonical(INSIDE)
    shown = {filled.leaf.word: filled.values for filled in review.filled}
    assert shown["leaves.clear.items.pdq"] == ("3c" * 32, "5a" * 32)
    assert shown["leaves.clear.items.quality"] == ("97",)
    assert shown["leaves.sealed.links"] == ("https://exemple.test/p/1",)
    assert shown["leaves.sealed.contact.value"] == ("quelqu.un@exemple.test",)
    assert [leaf.path for leaf in review.never] == list(NEVER)


def test_an_empty_part_is_listed_as_empty() -> None:
    """What the person left out is on the list with nothing beside it."""
    review = leaving(REPORT.model_copy(update={"items": ()}), Inside(version=1, language="en"))
    shown = {filled.leaf.word: filled.values for filled in review.filled}
    assert shown["leaves.clear.items.pdq"] == shown["leaves.sealed.contact.value"] == shown["leaves.sealed.context"] == ()
