"""A play that was written down is that play: read again and played by the rules, it comes to the very state."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.authoring import bots
from game.core.commands import Advance, Choose
from game.core.state import State
from game.session.recording import record
from game.session.walkthrough import WalkthroughError, play, read_walkthrough
from tests.game.plays import day_story, mini_story

NOW = datetime(2026, 11, 20, 8, 5, tzinfo=UTC)


@pytest.mark.parametrize("kind", bots.KINDS)
@pytest.mark.parametrize("which", ["mini", "day"])
def test_a_recorded_play_is_played_again_to_the_same_state(which: str, kind: bots.Kind, tmp_path: Path) -> None:
    """Whatever was done in it: bots of every kind use every command there is."""
    story = {"mini": mini_story, "day": day_story}[which]()
    played = bots.play(story, kind, 5, story.episode.class_path, "home", patience=300)
    path = record(tmp_path / "écrits", story, played.state, played.commands, NOW)
    state, done = play(story, read_walkthrough(path))
    assert state == played.state
    assert tuple(command for command, _ in done) == played.commands


def test_the_end_is_checked(tmp_path: Path) -> None:
    """A story that changed under it is noticed: the last step says where the play was."""
    story = mini_story()
    played = bots.play(story, "careful", 5, "m", "home", patience=12)
    path = record(tmp_path, story, played.state, (), NOW)
    with pytest.raises(WalkthroughError, match="step 1"):
        play(story, read_walkthrough(path))


def test_the_file_is_readable_and_named_by_the_hour(tmp_path: Path) -> None:
    """As an author would write it."""
    story = mini_story()
    begun: State = bots.play(story, "greedy", 1, "m", "home", patience=0).state
    path = record(tmp_path, story, begun, (Choose("note-a-c1"), Advance()), NOW)
    assert path.name.startswith("recorded-20261120-")
    assert "- choose: note-a-c1\n- advance\n- expect:" in path.read_text("utf-8")
