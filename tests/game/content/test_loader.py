"""The loader: everything the script's format can say, marks that point right, and nothing but diagnostics for anything else."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content.diagnostics import ContentError, Diagnostic
from game.content.loader import load_story, read_story
from game.content.root import content_root

FEATURES = Path(__file__).parent / "features"


def test_the_shipped_story_loads() -> None:
    """The slice is whole: places, scenes, clues, board and closing are there, and nothing is wrong."""
    reading = read_story(content_root())
    assert reading.diagnostics == ()
    assert reading.story is not None
    assert {"portail", "vie-scolaire", "couloir-b", "cdi-radio"} <= reading.story.places.keys()
    assert reading.story.board is not None
    assert reading.story.episode.closing is not None


def test_everything_the_format_can_say_is_kept() -> None:
    """Each feature of the script's format has a home in the models."""
    story = load_story(FEATURES)
    debut, soir, court = story.scenes["sc-debut"], story.scenes["sc-soir"], story.scenes["sc-court"]
    assert debut.nodes["c"].paths == ("f",)
    assert debut.nodes["c"].else_ == "end"
    assert debut.nodes["a"].lines[1].stage is not None
    assert [choice.reached for choice in debut.nodes["a"].choices] == [True, True, False, True]
    assert debut.nodes["a"].choices[3].turns_on == "summaries"
    assert debut.nodes["b"].when is not None
    assert debut.nodes["b"].when.any is not None
    assert debut.nodes["b"].when.any[1].chose == {"d-mot": "a"}
    assert debut.nodes["b"].when.not_[0].trust_min == 6
    assert (soir.needs.clues, soir.needs.stages, soir.after, soir.opens) == (1, 1, ("d-mot",), "bell")
    assert court.counts_as == "sc-soir"
    assert court.paths == ("s",)
    hall = story.places["hall"]
    assert list(hall.looks) == ["evening", "day"]
    assert list(hall.hotspots["clock"].shape.points) == [(10, 10), (90, 10), (50, 90)]
    assert hall.people["ada"].who == "ada"
    assert hall.exits["yard"].to == "yard"
    assert story.episode.endings[0].when.repairs_share == 0.3
    assert story.choices["d-mot.a"].decision == ("d-mot", "a")
    assert story.board is not None
    slot = story.board.slots["quand"]
    assert [[line.id for line in slot.reply_to(card)] for card in slot.cards] == [["tableau-r1"], ["tableau-r2"]]
    assert story.texts["rappel"].starts == "ada-hall"
    assert story.clues["heure"].nudge is not None


def test_ids_follow_from_their_owner() -> None:
    """A hotspot, its name, a stage direction and a summary have ids that nobody had to write."""
    story = load_story(FEATURES)
    assert story.hotspots["hall/clock"].name.id == "hall/clock.name"
    assert story.exits["hall/to-yard"].name.text == "La cour"
    assert {"debut-a2.stage", "sc-debut.summary", "hall.day", "hall-arrive-2.as", "closing.title"} - story.french.keys() == {"hall.day"}


def test_translators_learn_who_speaks_and_where() -> None:
    """Each text carries its speaker and its place."""
    told = {worded.text.id: (worded.who, worded.place) for worded in load_story(FEATURES).worded()}
    assert told["ada-hall-a1"] == ("ada", "hall")
    assert told["debut-a-c1"] == ("toi", "hall")
    assert told["hall/clock.name"] == (None, "hall")


def test_marks_point_at_what_was_written() -> None:
    """A mark found through the model is the very place of the words in the file."""
    reading = read_story(FEATURES)
    assert reading.story is not None
    for worded in reading.story.worded():
        mark = worded.text.mark("text")
        row = reading.sources[mark.file].splitlines()[mark.line - 1]
        assert row[mark.column - 1 : mark.column - 1 + mark.length].strip('"') == worded.text.text


def test_a_mark_finds_one_item_of_a_list() -> None:
    """`.mark("gives", clue)` points at the clue, not at the list."""
    reading = read_story(FEATURES)
    assert reading.story is not None
    card = reading.story.board.slots["quand"].cards[0] if reading.story.board else None
    assert card is not None
    mark = card.mark("clues", "plus-tard")
    row = reading.sources[mark.file].splitlines()[mark.line - 1]
    assert row[mark.column - 1 :].startswith("plus-tard")


def test_nobody_can_change_a_story() -> None:
    """Models and the mappings inside them are closed."""
    story = load_story(FEATURES)
    with pytest.raises(ValueError, match="frozen"):
        story.episode.id = "autre"
    with pytest.raises(TypeError):
        story.places["hall"] = story.places["yard"]  # type: ignore[index]


def test_two_files_with_the_same_id(tmp_path: Path) -> None:
    """The second is reported, with the place of the first; the first is kept."""
    for name, words in (("a", "Un."), ("b", "Deux.")):
        (tmp_path / "story").mkdir(exist_ok=True)
        (tmp_path / "story" / f"{name}.yaml").write_text(f'texts:\n  salut: {{text: "{words}"}}\n', encoding="utf-8")
    faults = read_story(tmp_path).diagnostics
    assert [(fault.code, fault.file, fault.line) for fault in faults if fault.code == "SV010"] == [("SV010", "story/b.yaml", 2)]
    assert "story/a.yaml:2" in next(fault.message for fault in faults if fault.code == "SV010")


@pytest.mark.parametrize(("wrong", "column"), [("[salut]", 8), ("12", 8), ('"mot"', 8), ("null", 1), ("", 1)])
def test_a_kind_of_the_wrong_shape_is_named_where_it_stands(tmp_path: Path, wrong: str, column: int) -> None:
    """Whatever the order of the files: the wrong one is told by its own place, and what the others hold of this kind is kept."""
    shutil.copytree(FEATURES, tmp_path / "whole")
    whole = read_story(tmp_path / "whole").story
    assert whole is not None
    for name in ("aaa", "zzz"):
        (tmp_path / "whole" / "story" / f"{name}.yaml").write_text(f"# one\ntexts: {wrong}\n", encoding="utf-8")
    reading = read_story(tmp_path / "whole")
    assert [str(fault.mark) for fault in reading.diagnostics] == [f"story/{name}.yaml:2:{column}" for name in ("aaa", "zzz")]
    assert {fault.code for fault in reading.diagnostics} == {"SV110"}
    assert reading.story is not None
    assert reading.story.texts == whole.texts


def test_a_file_too_large_to_be_content_is_not_even_read(tmp_path: Path) -> None:
    """A file of sixteen gigabytes of nothing is named; neither its bytes nor their digest are asked for."""
    shutil.copytree(FEATURES, tmp_path / "whole")
    with (tmp_path / "whole" / "story" / "vast.yaml").open("wb") as file:
        file.truncate(1 << 34)
    assert [(fault.code, fault.file) for fault in read_story(tmp_path / "whole").diagnostics] == [("SV041", "story/vast.yaml")]


def test_the_compiled_story_is_the_same_story(tmp_path: Path) -> None:
    """Read again from the cache, a story is equal; the cache was made beside, never in the content."""
    fresh = load_story(FEATURES, cache_dir=tmp_path)
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]
    assert load_story(FEATURES, cache_dir=tmp_path) == fresh


@pytest.mark.parametrize("rubbish", [b"", b"{", b"[]", b'{"digest": 1}', b"\xff\xfe", b"[" * 100_000])
def test_a_broken_cache_is_ignored(tmp_path: Path, rubbish: bytes) -> None:
    """Whatever stands in the cache, the story comes from the files."""
    fresh = load_story(FEATURES, cache_dir=tmp_path)
    next(tmp_path.iterdir()).write_bytes(rubbish)
    assert load_story(FEATURES, cache_dir=tmp_path) == fresh


def test_a_cache_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    """Where a file stands in the way of the folder, the story loads all the same."""
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    assert load_story(FEATURES, cache_dir=tmp_path / "cache").episode.id == "essai"


def test_changed_content_is_never_read_from_the_cache(tmp_path: Path) -> None:
    """The cache is found by the digest of the files, so an edit is seen at once."""
    root = tmp_path / "épisode à part"
    shutil.copytree(FEATURES, root)
    load_story(root, cache_dir=tmp_path / "cache")
    file = root / "story" / "all.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('"Essai"', '"Autre essai"'), encoding="utf-8")
    assert load_story(root, cache_dir=tmp_path / "cache").episode.title.text == "Autre essai"


def test_broken_content_is_refused_with_its_reasons(tmp_path: Path) -> None:
    """Playing wants a whole story; the error holds the diagnostics."""
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "a.yaml").write_text("texts: {a: {txt: 1}}\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_story(tmp_path)
    assert {fault.code for fault in caught.value.diagnostics} == {"SV007", "SV008"}


PIECES = [
    *"abé09:-{}[]\"'&*!|>%@`#,?~\n\n  \t.", "yes", "\ufeff", "\x00", "\u2028", "places", "talks", "texts", ": ", "- ", "\n  ",
]  # fmt: skip
YAML_ISH = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@given(YAML_ISH | st.text(max_size=80))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_earns_diagnostics_only(tmp_path: Path, text: str) -> None:
    """Nothing an author can type makes the loader raise; every mark lies in the file."""
    file = tmp_path / "any.yaml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    reading = read_story(file)
    assert all(isinstance(fault, Diagnostic) and fault.message and fault.line >= 1 and fault.column >= 1 for fault in reading.diagnostics)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.sampled_from(["a", "end", "mf", "hall", "« … »"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "text", "when", "needs", "nodes", "start", "not", "any", "who", "a", "gives", "shape", "looks"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(
        st.sampled_from(["episode", "places", "talks", "scenes", "clues", "board", "texts", "cast", "facts"]), PLAIN, max_size=4
    )
)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_data_earns_diagnostics_only(tmp_path: Path, data: dict[str, object]) -> None:
    """Data of any shape under the right kinds is either a story or a list of reasons."""
    import json

    file = tmp_path / "any.yaml"
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    reading = read_story(file)
    assert reading.story is not None or reading.diagnostics


@pytest.mark.posix_only
def test_a_pipe_or_a_device_is_a_fault_not_a_wait(tmp_path: Path) -> None:
    """A pipe nobody writes to and a link to an endless device are named, and nothing is read from them."""
    shutil.copytree(FEATURES, tmp_path / "story-folder")
    folder = tmp_path / "story-folder"
    os.mkfifo(folder / "story" / "aaa-pipe.yaml")
    (folder / "story" / "bbb-endless.yaml").symlink_to("/dev/zero")
    found = {fault.mark.file for fault in read_story(folder).diagnostics if fault.code == "SV001"}
    assert found == {"story/aaa-pipe.yaml", "story/bbb-endless.yaml"}
