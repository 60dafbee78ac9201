"""« Vingt-sept flûtes »: a whole episode of content alone. What holds for the first one holds for it, wherever its folder lies."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game.authoring.bots import KINDS
from game.authoring.check import check
from game.authoring.coverage import Coverage
from game.authoring.proof import prove
from game.authoring.render import render
from game.authoring.tally import run
from game.cli import commands, own_words
from game.content.episodes import FOLDER
from game.content.loader import load_story
from game.content.root import content_root
from game.content.story import Story
from game.content.words import load_words
from game.core.perform import begin
from game.session.walkthrough import Expect, play, read_walkthrough

EPISODE = content_root() / FOLDER / "rumeur"
WALKS = sorted((Path(__file__).parents[1] / "walkthroughs" / FOLDER / "rumeur").glob("*.yaml"))
TODAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="module")
def story() -> Story:
    """The episode, read once."""
    return load_story(EPISODE)


def test_no_line_of_python_is_needed() -> None:
    """Words, catalogue, drawings and their pictures: nothing that runs."""
    kinds = {path.suffix for path in EPISODE.rglob("*") if path.is_file() and path.name != ".DS_Store"}
    assert kinds == {".yaml", ".po", ".svg", ".webp", ".json"}


def test_every_rule_holds() -> None:
    """As for what ships: no error, no warning, all of it in English too."""
    assert [fault for fault in check(EPISODE, TODAY) if not fault.file.startswith("game/words/")] == []


def test_nobody_gets_stuck(story: Story) -> None:
    """From everywhere an ending stays possible."""
    assert prove(story).verdict == "proved"


@pytest.mark.parametrize("path", WALKS, ids=lambda path: path.stem)
def test_the_path_is_walked_as_written(story: Story, path: Path) -> None:
    """Each step is on offer, and what is expected is so."""
    walkthrough = read_walkthrough(path)
    assert any(isinstance(step, Expect) for step in walkthrough.steps)
    play(story, walkthrough)


def test_the_walks_meet_every_talk_clue_and_ending(story: Story) -> None:
    """The decision taken, not answered, and come back over: each has its ending."""
    met = Coverage()
    for path in WALKS:
        walkthrough = read_walkthrough(path)
        _, done = play(story, walkthrough)
        first, _ = begin(story, walkthrough.path, walkthrough.mode, walkthrough.seed)
        met.follow(story, first, tuple(command for command, _ in done))
    assert met.endings >= {ending.id for ending in story.episode.endings}
    assert met.talks >= set(story.all_talks)
    assert met.clues >= set(story.clues)


def test_it_takes_about_ten_minutes(story: Story) -> None:
    """A careful reader's play at 160 words a minute, in both languages; no bot gets stuck or breaks it."""
    for locale in ("fr", "en"):
        words = load_words(locale, EPISODE, story=story, strict=True)
        report = run(story, words, runs=8, seed=3, path="m", mode="home", clock=lambda: 0.0, kinds=KINDS)
        assert (report.exceptions, report.together.stuck) == ([], 0)
        careful = run(story, words, runs=4, seed=3, path="m", mode="home", clock=lambda: 0.0, kinds=("careful",))
        assert all(8 <= minutes <= 12 for minutes in careful.together.minutes)


def test_it_runs_when_copied_elsewhere(tmp_path: Path) -> None:
    """Laid in a folder with a blank and an accent in its name, far from the game, every command takes it as it is."""
    there = tmp_path / "mes épisodes" / "la rumeur"
    shutil.copytree(EPISODE, there)
    assert render(check(there, TODAY)) == render(check(EPISODE, TODAY))
    app, out = commands(own_words("en")), tmp_path / "page.html"
    typed = [
        ["prove", there],
        ["bots", there, "--runs", "4"],
        ["bots", there, "--transcript"],
        ["walk", WALKS[0], "--story", there],
        ["graph", there, "--out", out],
    ]
    for line in typed:
        result = CliRunner().invoke(app, [str(part) for part in line])
        assert result.exit_code == 0, (line, result.output)
    assert "Basile" in out.read_text(encoding="utf-8")
