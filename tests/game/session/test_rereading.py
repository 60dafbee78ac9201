"""An episode read again: its story and its words, or the fault with its place; never an error."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.session.rereading import read_again
from tests.game.plays import DAY


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of one day's story."""
    shutil.copytree(DAY, tmp_path / "day")
    return tmp_path / "day"


def test_a_whole_episode_brings_its_words(root: Path) -> None:
    """In both languages, as the files say now."""
    fresh = read_again(root)
    assert fresh.story is not None
    assert fresh.faults == ()
    line = next(iter(fresh.story.lines.values()))
    assert fresh.words["fr"].line(line.id) == line.text
    assert set(fresh.words) == {"fr", "en"}


def test_a_fault_has_its_place_and_its_line(root: Path) -> None:
    """A key that no model knows."""
    path = root / "story" / "day.yaml"
    text = path.read_text("utf-8")
    path.write_text(text + "\nclues:\n  crumb: {titel: x}\n", "utf-8")
    fresh = read_again(root)
    assert fresh.story is None
    fault = fresh.faults[0]
    assert fault.file == "story/day.yaml"
    assert fault.line > text.count("\n")
    assert fault.lines


def test_a_catalogue_that_does_not_read_is_named(root: Path) -> None:
    """A stray line: the file, and where it stopped making sense."""
    path = root / "story" / "locales" / "en.po"
    path.write_text(path.read_text("utf-8") + "\nthis is no catalogue\n", "utf-8")
    fresh = read_again(root)
    assert fresh.story is None
    (fault,) = fresh.faults
    assert fault.file == "story/locales/en.po"
    assert fault.line > 1
