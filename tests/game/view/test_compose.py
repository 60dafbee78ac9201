"""The rooms are joined as the window needs them."""

from __future__ import annotations

from pathlib import Path

from game.view.compose import compose
from game.view.screens.desk import DeskScreen
from tests.game.view.test_episodes import edge


def test_the_desk_knows_whether_a_story_waits_behind_it(tmp_path: Path) -> None:
    """From the title nobody leaves a story; from a play under way somebody does."""
    run = compose(edge(tmp_path))
    assert run.desk is not None
    from_title = run.desk(lambda: None)
    run._depart("s")
    from_story = run.desk(lambda: None)
    for close in run.closing:
        close()
    assert isinstance(from_title, DeskScreen)
    assert isinstance(from_story, DeskScreen)
    assert (from_title._kept.from_story, from_story._kept.from_story) == (False, True)
