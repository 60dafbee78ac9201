"""Straight to a place, a line or whatever has an id: by the actions a person has, or with a reason why not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.authoring.warp import NotMetError, UnknownTargetError, find_warp
from game.content.loader import load_story
from game.core.events import Refused
from game.core.moment import Moment
from game.core.perform import begin, perform
from game.core.present import moment
from tests.game.plays import MINI, day_story, mini_story, shipped_story


def arrive(target: str) -> Moment:
    """Go there in the mini story; every step must be accepted."""
    story = mini_story()
    warp = find_warp(story, target, "home")
    state, _ = begin(story, warp.path, warp.mode, warp.seed)
    for command in warp.commands:
        state, events = perform(story, state, command)
        assert not any(isinstance(event, Refused) for event in events)
    return moment(story, state)


def test_a_line_is_being_said() -> None:
    """The very line."""
    now = arrive("quay-rope-1")
    assert now.line is not None
    assert now.line.id == "quay-rope-1"


def test_a_place_is_stood_in() -> None:
    """With what one needs to come there."""
    now = arrive("light")
    assert now.place is not None
    assert (now.place.id, now.activity) == ("light", "place")


def test_a_choice_is_on_offer_and_a_clue_is_held() -> None:
    """Each by its own id."""
    assert "d-help.b" in {choice.id for choice in arrive("d-help.b").choices}
    assert "tide" in {card.id for card in arrive("tide").notebook}


def test_a_slip_is_guessed() -> None:
    """The nearest id there is; none for what is like nothing."""
    with pytest.raises(UnknownTargetError) as slip:
        find_warp(mini_story(), "quai-rope-1", "home")
    assert slip.value.guess == "quay-rope-1"
    with pytest.raises(UnknownTargetError) as strange:
        find_warp(mini_story(), "zzzzzzzz", "home")
    assert strange.value.guess is None


def test_what_nobody_comes_to_is_said_to_be_not_met(tmp_path: Path) -> None:
    """A place behind a door that nothing opens: it exists, and how many plays looked for it is said."""
    shutil.copytree(MINI, tmp_path / "mini")
    for path in (tmp_path / "mini").rglob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("needs: [boat]", "needs: [key-nobody-has]"), "utf-8")
    with pytest.raises(NotMetError) as never:
        find_warp(load_story(tmp_path / "mini"), "light", "home")
    assert never.value.plays > 10


@pytest.mark.parametrize("target", sorted(shipped_story().places))
def test_every_place_that_ships_can_be_gone_to(target: str) -> None:
    """Quickly enough to work with."""
    assert find_warp(shipped_story(), target, "home").commands


def test_most_lines_of_the_day_can_be_gone_to() -> None:
    """One line of each talk, by its id; those that no automatic player met are few and named."""
    story, missed = day_story(), []
    for talk in story.all_talks.values():
        line = next((line for node in talk.nodes.values() for line in node.lines), None)
        if line is not None:
            try:
                find_warp(story, line.id, "home")
            except NotMetError:
                missed.append(line.id)
    assert len(missed) <= len(story.all_talks) // 3, missed
