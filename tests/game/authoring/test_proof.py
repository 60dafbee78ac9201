"""The soft-lock proof: it must find what traps a player, believe what does not, and agree with a search that merges nothing."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from game.authoring.assured import assure
from game.authoring.proof import Start, first_state, prove
from game.authoring.steps import steps
from game.content.loader import load_story, read_story
from game.content.story import Story
from game.content.vocabulary import Mode
from game.core.events import Ended
from game.core.perform import perform
from tests.game.authoring.large import large_story
from tests.game.authoring.stories import can_be_trapped, stories
from tests.game.plays import mini_story, shipped_story, walk

MODES: tuple[Mode, ...] = ("class", "home")
FOLDER = Path(__file__).parent / "proof"
TRAPPED = sorted((FOLDER / "trapped").glob("*.yaml"))
PROVED = sorted((FOLDER / "proved").glob("*.yaml"))


def read(path: Path) -> Story:
    """One file as a story."""
    story = read_story(path).story
    assert story is not None
    return story


@pytest.mark.parametrize("path", TRAPPED, ids=lambda path: path.stem)
def test_a_trap_is_found_and_can_be_played(path: Path) -> None:
    """The counter-example is a list of commands on offer, and no ending can be reached where it leads."""
    story = read(path)
    proof = prove(story)
    assert proof.verdict == "trapped"
    assert proof.trap is not None
    state, _ = walk(story, first_state(story, proof.trap.start), proof.trap.commands)
    assert state == proof.trap.state
    assert state.ended is None
    assert len(proof.trap.commands) <= 4


@pytest.mark.parametrize("path", PROVED, ids=lambda path: path.stem)
def test_what_is_sound_is_proved_both_ways(path: Path) -> None:
    """Whether assured or followed, the verdict is the same."""
    story = read(path)
    assert prove(story).verdict == prove(story, follow_all=True).verdict == "proved"


@pytest.mark.parametrize("name", ["a-talk-lets-one-go", "a-way-out-stays-open"])
def test_a_talk_that_goes_round_is_a_trap(name: str) -> None:
    """An ending is in reach by passing it over, and still: the way into it is told, whether the rest is assured or followed."""
    story = read(FOLDER.parent / "must_fail" / f"{name}.yaml")
    for follow_all in (False, True):
        proof = prove(story, follow_all=follow_all)
        assert proof.trap is not None
        assert proof.trap.endless == "mo-quai"
        state, _ = walk(story, first_state(story, proof.trap.start), proof.trap.commands)
        assert state.talk is not None
    assert prove(story, talks=False).verdict == "proved"


def test_the_counter_example_is_the_shortest() -> None:
    """Leaving without the knot: one step."""
    proof = prove(read(FOLDER / "trapped" / "an-exit-leads-one-way.yaml"))
    assert proof.trap is not None
    assert [getattr(command, "exit", None) for command in proof.trap.commands] == ["quay/to-sea"]


def test_both_answers_of_the_lamp_are_followed() -> None:
    """Where only a lit lamp shuts the way, the counter-example lights it; where each has a way, both are followed and fine."""
    proof = prove(read(FOLDER / "trapped" / "a-lit-lamp-shuts-the-only-way.yaml"))
    assert proof.trap is not None
    assert steps(proof.trap.commands)[-1] == "try-change: [w-c1, lit]"
    fine = prove(read(FOLDER / "proved" / "each-lamp-has-its-way.yaml"))
    assert (fine.verdict, fine.assured) == ("proved", ())
    assert fine.states >= 9


def test_what_ships_is_proved_in_time() -> None:
    """Every path, within a minute (it takes milliseconds)."""
    began = time.perf_counter()
    proof = prove(shipped_story())
    assert (proof.verdict, {start.path for start in proof.assured}) == ("proved", {"s", "m", "f"})
    assert time.perf_counter() - began < 60


def test_both_halves_agree_on_the_mini_story() -> None:
    """What is assured there is also followed, state by state."""
    proof = prove(mini_story(), follow_all=True)
    assert proof.verdict == "proved"
    assert assure(mini_story(), "m", "home").sure


def test_too_many_states_claim_nothing() -> None:
    """Over the limit the answer is `open`, never a guess."""
    proof = prove(read(FOLDER / "trapped" / "a-not-shuts-the-only-talk.yaml"), limit=2)
    assert (proof.verdict, proof.trap) == ("open", None)
    assert proof.lost == ("quay",)


def test_a_start_says_how_it_begins() -> None:
    """For whoever reads a counter-example."""
    assert str(Start("s", "class")) == "path s, class"


def test_no_ending_means_no_ended_event() -> None:
    """The fixture without an ending really has none, whatever is done in it."""
    story = read(FOLDER / "trapped" / "no-ending-at-all.yaml")
    proof = prove(story)
    assert proof.trap is not None
    assert not any(isinstance(event, Ended) for command in proof.trap.commands for event in perform(story, proof.trap.state, command)[1])


def agrees(story: Story) -> None:
    """The proof, both halves, against the search that merges nothing."""
    found = {mode: can_be_trapped(story, "m", mode, 250) for mode in MODES}
    assume(None not in found.values())
    for mode, trapped in found.items():
        assert not (trapped and assure(story, "m", mode).sure)
    only = story.model_copy(update={"episode": story.episode.model_copy(update={"paths": {"m": None}})})
    assert (prove(only, follow_all=True).verdict == "trapped") == any(found.values())


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(stories())
def test_the_proof_agrees_with_a_search_that_merges_nothing(story: Story) -> None:
    """On made-up stories: a trap is never called sure, and is found whenever there is one."""
    agrees(story)


@pytest.mark.deep
@settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories())
def test_the_proof_agrees_on_thousands_of_stories(story: Story) -> None:
    """The same, on many more."""
    agrees(story)


def test_what_a_bell_brings_is_counted_upon() -> None:
    """The day's story gives its last clue only at a bell: an ending is sure all the same, on each path."""
    day = load_story(Path(__file__).parents[1] / "core" / "day")
    proof = prove(day)
    assert (proof.verdict, proof.followed) == ("proved", ())


def test_a_whole_episode_is_proved_in_time() -> None:
    """Eleven places, sixty-six talks and twenty-four clues, on each path: within a minute (it takes about a second)."""
    story = large_story()
    began = time.perf_counter()
    proof = prove(story)
    assert (proof.verdict, proof.followed) == ("proved", ())
    assert time.perf_counter() - began < 60
