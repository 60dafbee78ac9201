"""Folders as a person sees them: names only, folders first, nothing hidden, nothing opened."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from game.view.files import home, is_plain_file, list_folder, parent


def test_folders_come_first_then_pictures(tmp_path: Path) -> None:
    """Each group in the order a reader expects: accents and capitals do not part names."""
    for name in ("b.txt", "Éclair.JPG", "eclair2.png", "a.heic", ".cache.jpg", "copie.jpg~"):
        (tmp_path / name).write_bytes(b"")
    for name in ("Zoo", "été", ".git"):
        (tmp_path / name).mkdir()
    found = list_folder(tmp_path)
    assert [entry.name for entry in found.entries] == ["été", "Zoo", "a.heic", "Éclair.JPG", "eclair2.png", "b.txt"]
    assert [entry.folder for entry in found.entries] == [True, True, False, False, False, False]
    assert [entry.picture for entry in found.entries] == [False, False, True, True, True, False]


def test_a_folder_that_is_gone_says_so(tmp_path: Path) -> None:
    """No exception reaches the screen."""
    assert list_folder(tmp_path / "rien").problem == "desk.files.gone"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the administrator may read everything")
def test_a_folder_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    """Permissions are a sentence, not a crash."""
    tmp_path.chmod(0)
    try:
        assert list_folder(tmp_path).problem == "desk.files.not_allowed"
    finally:
        tmp_path.chmod(0o700)


def test_a_very_full_folder_is_cut_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list stays quick to draw."""
    monkeypatch.setattr("game.view.files.MOST", 3)
    for n in range(5):
        (tmp_path / f"{n}.png").write_bytes(b"")
    found = list_folder(tmp_path)
    assert len(found.entries) == 3
    assert found.more


def test_ways(tmp_path: Path) -> None:
    """Home exists; the top has no parent; a folder is no file."""
    assert home().is_dir()
    assert parent(Path(tmp_path.anchor)) is None
    assert parent(tmp_path) == tmp_path.parent
    assert not is_plain_file(tmp_path)
