"""The demo's hands play any story through the window: bells, logs, repairs, a map, a quiz, items, a board, to the end."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.authoring.bots import Bot
from game.content.root import content_root
from game.view.demo_run import by_actions, through_the_story
from tests.game.plays import DAY, MINI
from tests.game.view.stage import stage

STORIES = {"mini": MINI, "day": DAY, "rumeur": content_root() / "episodes" / "rumeur"}


@pytest.mark.parametrize("name", STORIES)
def test_a_story_is_played_to_its_end_by_mouse_and_keyboard(name: str, tmp_path: Path) -> None:
    """Who plays sees the moment alone; nothing here knows the story."""
    s = stage(tmp_path, episode=STORIES[name])
    through_the_story(s.run, s.hands, Bot("careful", Random(name)).next)
    assert s.run.sitting is not None
    assert s.run.sitting.moment.activity == "ended"


def test_in_large_text_too(tmp_path: Path) -> None:
    """Where answers stand on a page of their own, and logs are turned."""
    s = stage(tmp_path, episode=DAY, text=200)
    through_the_story(s.run, s.hands, Bot("careful", Random("large")).next)
    assert s.run.sitting is not None
    assert s.run.sitting.moment.activity == "ended"


def test_the_core_s_own_actions_reach_the_end_too(tmp_path: Path) -> None:
    """In one breath, with no window."""
    s = stage(tmp_path, episode=DAY)
    assert by_actions(s.run, Bot("careful", Random("core")).next) > 20
