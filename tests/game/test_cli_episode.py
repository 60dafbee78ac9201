"""`play --episode`, and `check` over all that ships."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from game.authoring.check import check_installed
from game.cli import commands, own_words
from game.cli_episode import asked_episode
from game.content.episodes import FOLDER, Opened
from game.content.root import content_root

INSTALLED = Path(__file__).parent / "content" / "installed"
TODAY = dt.date(2026, 11, 25)


def ask(given: str, own: Path, cache: Path) -> Opened | str:
    """As `play` asks, in English."""
    return asked_episode(given, own, cache, own_words("en"), "python3 run.py check")


def test_a_name_or_a_folder_opens_the_episode(tmp_path: Path) -> None:
    """One that ships by its name, any by its folder."""
    for given in ("rumeur", str(content_root() / FOLDER / "rumeur")):
        opened = ask(given, tmp_path, tmp_path / "cache")
        assert isinstance(opened, Opened)
        assert opened.story is not None
        assert opened.story.episode.id == "rumeur"


def test_an_unknown_name_is_answered_with_those_there_are(tmp_path: Path) -> None:
    """Those of the person's own folder too."""
    said = ask("rumor", INSTALLED, tmp_path)
    assert said == "There is no episode “rumor”. Installed: rumeur, broken, odd, twin."


def test_one_that_cannot_be_played_says_why_and_how_to_see_the_rest(tmp_path: Path) -> None:
    """The first fault with its place, and the command that shows them all."""
    said = ask("broken", INSTALLED, tmp_path)
    assert isinstance(said, str)
    first, see = said.splitlines()
    assert first.startswith("Cannot be played. story/episode.yaml:6:3 SV")
    assert f"python3 run.py check {INSTALLED / 'broken'}" in see
    assert ask("odd", INSTALLED, tmp_path).splitlines()[0] == (  # type: ignore[union-attr]
        "Cannot be played. Its id must be lower-case words joined by hyphens."
    )


@pytest.fixture(scope="module")
def app() -> typer.Typer:
    """All commands, in English."""
    return commands(own_words("en"))


def test_play_tells_that_an_episode_can_be_named(app: typer.Typer) -> None:
    """In its own help."""
    assert "--episode" in CliRunner().invoke(app, ["play", "--help"], env={"COLUMNS": "200"}).stdout


def test_a_fault_is_said_in_the_persons_language(tmp_path: Path) -> None:
    """In French as `check` says it in French."""
    said = asked_episode("broken", INSTALLED, tmp_path, own_words("fr"), "check")
    assert isinstance(said, str)
    assert said.startswith("Ne peut pas être joué. story/episode.yaml:6:3 SV")
    assert "is no key" not in said


def test_faults_of_another_episode_are_named_from_the_content_root(tmp_path: Path) -> None:
    """`check` without a folder looks at all that ships; what is said of one is not said of another."""
    for folder in ("scenes", "story"):
        shutil.copytree(content_root() / FOLDER / "rumeur" / folder, tmp_path / folder)
    shutil.copytree(INSTALLED / "broken", tmp_path / FOLDER / "broken")
    faults = [fault for fault in check_installed(tmp_path, TODAY) if fault.code != "SV030" and not fault.file.startswith("game/words/")]
    assert {fault.file for fault in faults} == {"episodes/broken/story/episode.yaml"}
