"""An episode's own drawings are baked beside them: by id, only what changed, and a drawing that cannot be is named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from assets.bake.episode import DrawnError, bake_episode, drawn
from game.content.pictures import read_pictures
from game.content.root import content_root

CARD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400"><rect width="640" height="400" fill="#123456"/></svg>'
PATCH = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1920 1080"><circle cx="960" cy="540" r="60" fill="#fff"/></svg>'


def write(folder: Path, name: str, svg: str) -> Path:
    """A drawing of the episode."""
    path = folder / "assets" / "drawn" / f"{name}.svg"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(svg, encoding="utf-8")
    return path


def test_a_card_a_patch_and_a_poster_are_read_by_the_game(tmp_path: Path) -> None:
    """Whole and opaque; cut to what shows; and the title's."""
    write(tmp_path, "clue/note", CARD)
    write(tmp_path, "hall-open/mid", PATCH)
    write(tmp_path, "title/poster", CARD.replace("640", "1920").replace("400", "1080"))
    assert bake_episode(tmp_path) == (3, 3)
    pictures = read_pictures(tmp_path / "assets" / "baked").pictures
    assert set(pictures) == {"clue/note", "hall-open/mid", "title/poster"}
    assert pictures["clue/note"]["opaque"]
    assert pictures["hall-open/mid"]["canvas"] == [1920, 1080]
    x, y, width, height = pictures["hall-open/mid"]["box"]
    assert (x, y) == (900, 480)
    assert (width, height) == (120, 120)
    with Image.open(tmp_path / "assets" / "baked" / "clue" / "note.webp") as made:
        assert made.size == (854, 534)


def test_only_what_changed_is_drawn_and_what_is_gone_goes(tmp_path: Path) -> None:
    """A second run draws nothing."""
    card, patch = write(tmp_path, "clue/note", CARD), write(tmp_path, "hall-open/mid", PATCH)
    bake_episode(tmp_path)
    assert bake_episode(tmp_path) == (0, 2)
    card.write_text(CARD.replace("#123456", "#654321"), encoding="utf-8")
    patch.unlink()
    assert bake_episode(tmp_path) == (1, 1)
    assert not (tmp_path / "assets" / "baked" / "hall-open" / "mid.webp").exists()


@pytest.mark.parametrize("svg", ["<svg/>", "no drawing", CARD.replace("640 400", "0 0"), CARD.replace("<rect", "<rect <")])
def test_a_drawing_that_cannot_be_baked_is_named(svg: str, tmp_path: Path) -> None:
    """With its file."""
    path = write(tmp_path, "clue/note", svg)
    with pytest.raises(DrawnError, match=path.name):
        bake_episode(tmp_path)


def test_the_command_says_how_many(tmp_path: Path) -> None:
    """`art --bake --episode FOLDER`, as the guide writes it."""
    write(tmp_path, "clue/note", CARD)
    command = [sys.executable, "-m", "assets", "--bake", "--episode", str(tmp_path)]
    ended = subprocess.run(command, cwd=content_root(), capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout.split(",")[0]) == (0, "1 drawn")
    ended = subprocess.run([*command[:-1], str(tmp_path / "none")], cwd=content_root(), capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "no such folder" in ended.stderr


@pytest.mark.parametrize("folder", sorted((content_root() / "episodes").iterdir()), ids=lambda folder: folder.name)
def test_what_ships_is_fresh(folder: Path) -> None:
    """Each drawing of an episode that ships was baked from what it is today."""
    pictures = read_pictures(folder / "assets" / "baked").pictures
    assert {one.id: one.source for one in drawn(folder)} == {name: entry.get("source") for name, entry in pictures.items()}
