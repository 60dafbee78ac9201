"""Walkthroughs: the whole path as a person would tell it, played by the rules with no window."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from game.core.commands import Advance, Choose, PlaceCard, StampClue
from game.core.perform import begin
from game.session.clock import SteppedClock
from game.session.saves import Saves
from game.session.session import Session
from game.session.walkthrough import Expect, WalkthroughError, play, read_walkthrough, written
from tests.game.plays import mini_story, shipped_story, walk

FILES = sorted((Path(__file__).parents[2] / "walkthroughs").glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_path_is_walked_as_written(path: Path) -> None:
    """Each step is on offer, and what is expected is so."""
    walkthrough = read_walkthrough(path)
    assert any(isinstance(step, Expect) for step in walkthrough.steps)
    play(shipped_story(), walkthrough)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_path_survives_a_restart_at_every_step(path: Path, tmp_path: Path) -> None:
    """Saved and resumed after each command, the play ends where it ends without."""
    walkthrough, story = read_walkthrough(path), shipped_story()
    end, done = play(story, walkthrough)
    clock, saves = SteppedClock(datetime(2026, 11, 20, 8, 5, tzinfo=UTC)), Saves(tmp_path)
    session, _ = Session.start(story, walkthrough.path, walkthrough.mode, walkthrough.seed, saves, clock)
    for command, events in done:
        assert session.do(command) == events
        session, said = Session.resume(story, Saves(tmp_path), clock)
        assert (said, session.take_notices()) == ((), ())
    assert session.state == end
    assert session.walk == tuple(command for command, _ in done)


def test_both_ways_out_are_walked() -> None:
    """In class to the card, at home to the desk; and every command of the slice is used somewhere."""
    walks = [read_walkthrough(path) for path in FILES]
    assert {step.leads_to for walked in walks for step in walked.steps if isinstance(step, Expect)} >= {"desk", "card"}
    used = {command.do for walked in walks for command, _ in play(shipped_story(), walked)[1]}
    assert used >= {"examine", "talk-to", "go", "advance", "choose", "stamp-clue", "open-board", "place-card", "say-how-sure"}
    assert used >= {"commit-board", "close-board", "skip-scene"}


def test_a_recorded_play_is_a_walkthrough(tmp_path: Path) -> None:
    """What a sitting kept can be written down and walked again."""
    story = mini_story()
    commands = (Choose("note-a-c1"), Advance(), Advance(), Advance(), Choose("d-help.a"), Advance(), Advance(), StampClue("tide", None))
    path = tmp_path / "recorded.yaml"
    path.write_text(yaml.safe_dump({"path": "m", "mode": "home", "seed": 4, "steps": written(commands)}), encoding="utf-8")
    assert play(story, read_walkthrough(path))[0] == walk(story, begin(story, "m", "home", 4)[0], commands)[0]
    assert written([PlaceCard("who", None)]) == [{"place-card": ["who", None]}]


@pytest.mark.parametrize(
    ("steps", "number", "why"),
    [
        ("[{go: nowhere}]", 1, "not on offer"),
        ("[read-on, {expect: {place: moon}}]", 2, "place is None, not moon"),
        ("[read-on, {expect: {clues: [tide]}}]", 2, "not yet: tide"),
        ("[read-on, {dance: tango}]", 2, "is no command"),
        ("[{choose: [a, b]}]", 1, "takes 1 arguments"),
        ("[{choose: a, go: b}]", 1, "one thing a step"),
        ("[{stamp-clue: [a, lie]}]", 1, "stamp"),
        ("[{expect: {mood: good}}]", 1, "mood"),
    ],
)
def test_a_wrong_step_is_named(tmp_path: Path, steps: str, number: int, why: str) -> None:
    """By its number, with what was found instead."""
    path = tmp_path / "wrong.yaml"
    path.write_text(f"path: m\nmode: home\nsteps: {steps}\n", encoding="utf-8")
    with pytest.raises(WalkthroughError, match=why) as error:
        play(mini_story(), read_walkthrough(path))
    assert error.value.step == number


@pytest.mark.parametrize("text", ["", "path: x", "a: [", "path: m\nmode: home\nsteps: 3", "path: m\nmode: home\nsteps: []\nmore: 1"])
def test_what_is_no_walkthrough_is_said(tmp_path: Path, text: str) -> None:
    """The file itself is step 0."""
    path = tmp_path / "wrong.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WalkthroughError) as error:
        read_walkthrough(path)
    assert error.value.step == 0
