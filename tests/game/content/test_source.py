"""One YAML file as plain data with marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.source import read_source

TEXT = """\
places:
  cour:
    hotspots:
      gull: {gives: sifflet-comette, n: [1, 2.5, true, null, "yes"]}
"""


def test_values_and_keys_keep_line_and_column() -> None:
    """A value in a flow mapping four levels down is found to the character."""
    source = read_source(TEXT, "scenes/cour.yaml")
    mark = source.marks.value(("places", "cour", "hotspots", "gull", "gives"))
    assert (str(mark), mark.length) == ("scenes/cour.yaml:4:21", 15)
    assert str(source.marks.key(("places", "cour", "hotspots", "gull", "gives"))) == "scenes/cour.yaml:4:14"
    assert source.data["places"]["cour"]["hotspots"]["gull"]["n"] == [1, 2.5, True, None, "yes"]


def test_a_missing_way_falls_back_to_what_is_around_it() -> None:
    """A fault about something unwritten points at its nearest parent."""
    source = read_source(TEXT, "a.yaml")
    assert source.marks.value(("places", "cour", "name")).line == 3


@pytest.mark.parametrize("trap", ["yes", "No", "ON", "off", "y", "12:30", "1:30:00", "012", "0o17", "1_000"])
def test_what_yaml_means_twice_is_refused(trap: str) -> None:
    """Each plain word that other tools read otherwise is reported, and kept as the word that was typed."""
    source = read_source(f"a: {trap}\n", "a.yaml")
    assert [fault.code for fault in source.diagnostics] == ["SV004"]
    assert source.data == {"a": trap}


@pytest.mark.parametrize("plain", ['"yes"', "'12:30'", "2026-11-24", "mardi", "d-x.a", "3e B"])
def test_what_means_one_thing_passes(plain: str) -> None:
    """Quoted words, days and plain words are text."""
    source = read_source(f"a: {plain}\n", "a.yaml")
    assert source.diagnostics == []
    assert source.data == {"a": plain.strip("\"'")}


def test_traps_are_found_in_keys_too() -> None:
    """`no: …` as a key is the same mistake."""
    assert [fault.code for fault in read_source("no: 1\n", "a.yaml").diagnostics] == ["SV004"]


def test_anchors_cannot_grow_a_file() -> None:
    """The file of a billion laughs earns one diagnostic for each anchor, and no memory."""
    bomb = "k0: &k0 [x, x]\n" + "".join(f"k{n}: &k{n} [*k{n - 1}, *k{n - 1}]\n" for n in range(1, 20))
    assert {fault.code for fault in read_source(bomb, "a.yaml").diagnostics} == {"SV005"}


WORDS = st.text(st.characters(categories=["L", "N", "P"], include_characters=" \u00a0\u202f\n"), max_size=12)


@given(st.dictionaries(st.text("abcdé-", min_size=1, max_size=6), WORDS | st.integers(-99, 99) | st.booleans(), max_size=6))
@settings(max_examples=200, deadline=None)
def test_what_is_written_as_json_is_read_back(data: dict[str, object]) -> None:
    """Every JSON mapping is YAML, and means the same."""
    import json

    text = json.dumps(data, ensure_ascii=False)
    assert read_source(text, "a.yaml").data == data


def test_the_example_in_the_docs_is_content() -> None:
    """What docs/writing.md shows can be copied: it reads, and it fills the models."""
    import re
    from pathlib import Path

    from game.content.place import Place

    page = (Path(__file__).parents[3] / "docs" / "writing.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert example is not None
    source = read_source(example[1], "docs/writing.md")
    assert source.diagnostics == []
    assert Place.model_validate({"id": "cour", **source.data["places"]["cour"]}).hotspots["gull"].id == "cour/gull"


@pytest.mark.parametrize("written", ['"a\\0b"', '"a\\ab"', '"a\\e[2J"', '"a\\u200b"', '"a\u202eb"', "a\u200bb", '"a\tb"'])
def test_a_sign_nobody_sees_is_refused(written: str) -> None:
    """Escaped or as it is, quoted or not, as a value or as a key."""
    assert [fault.code for fault in read_source(f"a: {written}\n", "a.yaml").diagnostics] == ["SV160"]
    assert [fault.code for fault in read_source(f"{written}: a\n", "a.yaml").diagnostics] == ["SV160"]


def test_a_sign_nobody_sees_is_pointed_at() -> None:
    """Where it is written as it is between quotes, the caret stands under the very sign."""
    (fault,) = read_source('a: "ab\u202ec"\n', "a.yaml").diagnostics
    assert (str(fault.mark), fault.values["sign"]) == ("a.yaml:1:7", "U+202E")
