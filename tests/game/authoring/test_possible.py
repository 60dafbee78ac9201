"""What can ever happen: an upper bound. Nothing that happens in a play may be called impossible, on made-up stories and on real ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from game.authoring.bots import KINDS, play
from game.authoring.outcome import Possible
from game.authoring.plot import Plot
from game.authoring.plot_reading import read_plot
from game.authoring.possible import possible
from game.content.loader import read_story
from game.content.story import Story
from game.content.vocabulary import Mode, PathId
from game.core.offers import offers
from game.core.open import exits, guise_of, hotspots, look_of, node_of, people, place_of, uses
from game.core.perform import begin, perform
from game.core.state import State
from tests.game.authoring.large import large_story
from tests.game.authoring.stories import stories
from tests.game.plays import day_story, mini_story, shipped_story


def facts_of(plot: Plot, state: State) -> int:
    """What is true in a state, as bits."""
    found = plot.facts.of("reached", state.reached) | plot.facts.of("visited", state.visited)
    found |= plot.facts.of("clue", (card.clue for card in state.notebook))
    return found | plot.facts.of("option", (f"{answer.decision}.{answer.option}" for answer in state.answers if answer.option is not None))


def happens(story: Story, state: State) -> Iterator[str]:
    """The keys of all that happens in a state."""
    yield from (f"line:{line}" for line in (*state.lines[:1], *state.seen) if line in story.lines)
    yield from (f"choice:{choice}" for offer in offers(story, state) if offer.do in ("choose", "try-change") for choice in offer.on)
    yield from (f"clue:{card.clue}" for card in state.notebook)
    place, node = place_of(story, state), node_of(story, state)
    if place is not None:
        yield f"place:{place.id}"
        for spot in hotspots(place, story, state):
            yield f"hotspot:{spot.id}"
            yield from (f"use:{use.id}" for use in uses(spot, story, state))
            guise = guise_of(spot, story, state)
            if guise is not None:
                yield f"state:{guise.id}"
        yield from (f"exit:{way.id}" for way, _ in exits(place, story, state))
        yield from (f"person:{person.id}" for person in people(place, story, state))
        look = look_of(place, story, state)
        if look is not None:
            yield f"look:{look.id}"
    if state.talk is not None and node is not None:
        yield from (f"talk:{state.talk.talk}", f"node:{state.talk.talk}/{node.id}")
    if state.ended is not None and f"ending:{state.ended}" in {f"ending:{ending.id}" for ending in story.episode.endings}:
        yield f"ending:{state.ended}"


def allows(plot: Plot, found: Possible, state: State) -> None:
    """The list of what can happen bears this state out."""
    assert {key for key in happens(plot.story, state) if key not in found.there} == set()


def bears_out(plot: Plot, found: Possible, state: State) -> None:
    """Both tables do too, and the figures."""
    facts = facts_of(plot, state)
    assert not facts & ~found.may, list(plot.facts.named(facts & ~found.may))
    for bit, sure in found.sure.items():
        if bit & facts:
            assert not sure & ~facts, (list(plot.facts.named(bit)), list(plot.facts.named(sure & ~facts)))
    low, high = found.figures.trust
    assert low <= state.trust <= high
    assert state.repairs <= found.figures.repairs[1]


def followed(story: Story, path: PathId, mode: Mode, most: int) -> Iterator[State]:
    """Some states that can be come to, by every command but stamps."""
    first, _ = begin(story, path, mode, 0)
    known, todo = {first}, [first]
    while todo and len(known) < most:
        state = todo.pop(0)
        yield state
        for offer in offers(story, state):
            for command in offer.commands() if offer.do != "stamp-clue" else ():
                after, _ = perform(story, state, command)
                if after not in known:
                    known.add(after)
                    todo.append(after)
    yield from todo


def is_borne_out(story: Story, most: int) -> None:
    """Every state that is come to."""
    plot = read_plot(story)
    modes: tuple[Mode, ...] = ("home", "class")
    either = possible(plot, "m", None)
    for mode in modes:
        found = possible(plot, "m", mode)
        assert found.there <= either.there
        for state in followed(story, "m", mode, most):
            allows(plot, found, state)
            bears_out(plot, found, state)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(stories())
def test_nothing_that_happens_is_called_impossible(story: Story) -> None:
    """On made-up stories, followed state by state."""
    is_borne_out(story, 150)


@pytest.mark.deep
@settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories())
def test_nothing_is_called_impossible_in_thousands_of_stories(story: Story) -> None:
    """The same, on many more."""
    is_borne_out(story, 400)


@pytest.mark.parametrize("story", [mini_story(), day_story(), shipped_story(), large_story()], ids=["mini", "day", "shipped", "large"])
def test_whatever_bots_do_is_possible(story: Story) -> None:
    """Whole plays of every kind of player, on each path."""
    plot = read_plot(story)
    paths: tuple[PathId, ...] = tuple(story.episode.paths) or ("s", "m", "f")
    for path in paths:
        found = possible(plot, path, "home")
        for kind in KINDS:
            played = play(story, kind, 1, path, "home")
            state, _ = begin(story, path, "home", 1)
            for command in played.commands:
                allows(plot, found, state)
                state, _ = perform(story, state, command)
            allows(plot, found, state)
            bears_out(plot, found, state)


ROPE = Path(__file__).parent / "must_fail" / "an-answer-needs-what-its-own-talk-gives-later.yaml"


@pytest.mark.parametrize(
    ("old", "new", "can"),
    [
        ("", "", False),
        ("    start: a\n", "    start: a\n    repeats: true\n", True),
        ("gives: corde, to: end", 'gives: corde, choices: [{id: mo-c3, text: "Plus tard.", to: end, reached: false}]', True),
        ('text: "Attendre.", to: b', 'text: "Attendre.", to: end, reached: false', False),
        ("look: [{id: bout-1", "gives: corde, look: [{id: bout-1", True),
    ],
    ids=["once", "had again", "left with it", "left without it", "given elsewhere"],
)
def test_what_only_a_talk_brings_is_not_there_when_it_begins(tmp_path: Path, old: str, new: str, can: bool) -> None:
    """Unless it can be begun anew with it, or it comes from somewhere else."""
    text = ROPE.read_text("utf-8")
    if "gives: corde, look" in new:
        text = text.replace(", gives: noeud}", "}").replace("needs: [noeud]", "needs: [corde]")
    assert old in text
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "all.yaml").write_text(text.replace(old, new, 1) if old else text, "utf-8")
    story = read_story(tmp_path).story
    assert story is not None
    assert ("choice:mo-c1" in possible(read_plot(story), "m", None).there) is can
