"""Things with which more can be done than look: their page, their shape, and a whole story of them by mouse and keyboard."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.authoring.bots import Bot
from game.core.commands import Advance, UseThing
from game.view.demo_run import through_the_story
from tests.game.plays import THINGS
from tests.game.view.golden import assert_golden
from tests.game.view.stage import Stage, stage


def attic(folder: Path, **looks: object) -> Stage:
    """The attic, the key in hand, nothing to read."""
    s = stage(folder, episode=THINGS, **looks)  # type: ignore[arg-type]  # what `stage` takes
    s.begin()
    sitting = s.run.sitting
    assert sitting is not None
    for command in (Advance(), UseThing("attic/nail.take"), Advance()):
        sitting.do(command)
    s.hands.see()
    s.window.draw()
    return s


@pytest.mark.parametrize(
    ("name", "looks"),
    [("fr", {}), ("en", {"lang": "en"}), ("contrast", {"contrast": "high"}), ("large", {"text": 200})],
)
def test_the_page_of_a_thing_looks_as_it_did(name: str, looks: dict[str, object], tmp_path: Path) -> None:
    """Its name, to look, and what it is used with."""
    s = attic(tmp_path, **looks)
    s.hands.press("attic/trunk", by="mouse")
    assert_golden(s.surface, f"things/{name}")


def test_only_what_a_thing_has_is_shown(tmp_path: Path) -> None:
    """The nail without its key has no page: a press looks at it. The trunk has one, and what is done there closes it."""
    s = attic(tmp_path)
    s.hands.press("attic/nail", by="mouse")
    assert s.window.top.name == "story"
    s.hands.key("enter")
    s.hands.press("attic/trunk", by="mouse")
    assert {target.id for target in s.window.targets if target.id.startswith("thing/")} == {"thing/look", "thing/attic/trunk.unlock"}
    s.hands.press("thing/attic/trunk.unlock")
    assert s.window.top.name == "story"
    sitting = s.run.sitting
    assert sitting is not None
    assert "attic/trunk.unlock" in sitting.state.reached


def test_a_press_beside_a_polygon_means_nothing(tmp_path: Path) -> None:
    """The notch at the foot of the trunk is not the trunk, though its box holds it."""
    s = attic(tmp_path)
    trunk = s.hands.target("attic/trunk")
    assert trunk.holds((520, 650))
    assert not trunk.holds((650, 650))
    assert trunk.box.holds((650, 650))


def test_the_whole_story_is_played_by_hand(tmp_path: Path) -> None:
    """Looking, taking and using, through the pages of things."""
    s = stage(tmp_path, episode=THINGS)
    through_the_story(s.run, s.hands, Bot("careful", Random(5)).next)
    assert s.run.sitting is not None
    assert s.run.sitting.moment.activity == "ended"
