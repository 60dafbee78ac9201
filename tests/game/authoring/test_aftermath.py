"""A file that cannot be read is one fault, not one for everything that speaks of what it holds."""

import shutil
from pathlib import Path

import pytest

from game.authoring.check import check
from game.content.diagnostics import Diagnostic
from game.content.root import content_root

FILES = ("scenes/portail.yaml", "story/talks/arrival.yaml", "story/clues.yaml", "story/episode.yaml", "story/locales/en.po")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A copy of the shipped story, to be broken."""
    for folder in ("scenes", "story"):
        shutil.copytree(content_root() / folder, tmp_path / folder)
    (tmp_path / "assets" / "baked").mkdir(parents=True)
    shutil.copy(content_root() / "assets" / "baked" / "manifest.json", tmp_path / "assets" / "baked")
    return tmp_path


def faults_of_the_story(root: Path) -> list[Diagnostic]:
    """What is found, without the interface's own files and the pictures, which were not copied."""
    return [fault for fault in check(root) if not fault.file.startswith(("game/", "assets/"))]


def of_the_story(root: Path) -> list[tuple[str, str]]:
    """Code and file of each."""
    return [(fault.code, fault.file) for fault in faults_of_the_story(root)]


@pytest.mark.parametrize("name", FILES[:4])
def test_a_broken_file_is_the_only_fault(story: Path, name: str) -> None:
    """Everything that speaks of what it holds is left out, and counted in its own hint."""
    file = story / name
    file.write_text(file.read_text("utf-8")[:-40] + '\n  x: "open\n', "utf-8")
    (fault,) = faults_of_the_story(story)
    assert (fault.code, fault.file) == ("SV002", name)
    assert "left out" in str(fault.hint)


@pytest.mark.parametrize("name", FILES[:4])
def test_an_empty_file_is_its_own_fault(story: Path, name: str) -> None:
    """It is named, rather than everything that is now missing."""
    (story / name).write_text("", "utf-8")
    assert of_the_story(story) == [("SV049", name)]


@pytest.mark.parametrize(("text", "code"), [("no catalogue at all\n", "SV001"), ("", "SV049")])
def test_a_broken_catalogue_does_not_make_every_line_untranslated(story: Path, text: str, code: str) -> None:
    """One fault at the catalogue, with the number of lines it would translate."""
    (story / FILES[4]).write_text(text, "utf-8")
    assert of_the_story(story) == [(code, FILES[4])]


def test_what_is_wrong_in_itself_is_still_said(story: Path) -> None:
    """A fault that no other file could explain stays, beside the broken file."""
    (story / "scenes/portail.yaml").write_text("", "utf-8")
    texts = story / "story/texts.yaml"
    texts.write_text(texts.read_text("utf-8") + '  Not-an-Id:\n    text: "Bonjour."\n', "utf-8")
    codes = {code for code, _ in of_the_story(story)}
    assert {"SV049"} < codes
    assert codes.isdisjoint({"SV018", "SV029", "SV017"})


def test_nothing_is_left_out_of_a_story_that_can_be_read(story: Path) -> None:
    """A place that is really missing is still said, line by line."""
    (story / "scenes/portail.yaml").unlink()
    found = check(story)
    assert {"SV018", "SV029"} <= {fault.code for fault in found}
    assert not [fault for fault in found if "left out" in str(fault.hint)]
