"""Installed episodes: found without opening a file, opened one by one, a broken one beside whole ones."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.content.episodes import FOLDER, find_episodes, is_episode, named, open_episode, open_episodes
from game.content.root import content_root

INSTALLED = Path(__file__).parent / "installed"
RUMOUR = content_root() / FOLDER / "rumeur"


def test_the_games_own_comes_first_then_those_beside_it_then_ones_own() -> None:
    """In this order, each folder by name; a file or an empty folder among them is no episode."""
    found = find_episodes(content_root(), INSTALLED)
    assert found[0] == content_root()
    assert RUMOUR in found
    assert found[-3:] == (INSTALLED / "broken", INSTALLED / "odd", INSTALLED / "twin")


def test_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    """Nobody has to make it first."""
    (tmp_path / "readme.txt").write_text("nothing", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    assert find_episodes(content_root(), tmp_path / "nowhere") == find_episodes(content_root(), tmp_path)


def test_a_broken_one_takes_no_other_down() -> None:
    """It comes with its first diagnostic, where the others come with their stories."""
    own, rumour, broken, odd, twin = open_episodes((content_root(), RUMOUR, *(INSTALLED / name for name in ("broken", "odd", "twin"))))
    assert (own.trouble, rumour.trouble) == (None, None)
    assert own.story is not None
    assert rumour.story is not None
    assert rumour.story.episode.id == "rumeur"
    assert (broken.story, broken.trouble) == (None, "broken")
    assert broken.fault().startswith("story/episode.yaml:6:3 SV")
    assert "endigns" in broken.fault()
    assert (odd.story, odd.trouble, odd.fault()) == (None, "id", "")
    assert (twin.story, twin.trouble) == (None, "twice")


def test_an_episode_is_named_by_its_folder_or_by_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A typed folder goes before a name; what is neither is nothing."""
    folders = find_episodes(content_root())
    assert named("rumeur", folders) == RUMOUR
    assert named(str(RUMOUR), ()) == RUMOUR
    assert named("rumeurs", folders) is None
    shutil.copytree(RUMOUR, tmp_path / "rumeur")
    monkeypatch.chdir(tmp_path)
    assert named("rumeur", folders) == (tmp_path / "rumeur").resolve()


def test_a_folder_nobody_may_read_is_no_episode() -> None:
    """Asking is never an error."""
    assert not is_episode(Path("\0"))
    assert open_episode(INSTALLED / "nowhere").trouble == "broken"
