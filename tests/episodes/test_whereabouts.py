"""Nobody of the shipped episode stands in two places at the same time, on any path and at any step of a play."""

from __future__ import annotations

from collections import defaultdict

import pytest

from game.authoring.bots import MIX, Kind
from game.authoring.bots import play as let_play
from game.content.vocabulary import PathId
from game.core.conditions import holds
from game.core.open import people
from game.core.perform import begin, perform
from tests.game.plays import shipped_story

PATHS: tuple[PathId, ...] = ("s", "m", "f")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("kind", MIX)
def test_nobody_is_in_two_places(path: PathId, kind: Kind) -> None:
    """Of the places one may go to, each person is drawn in one at most."""
    story = shipped_story()
    for seed in range(2):
        played = let_play(story, kind, seed, path, "home")
        state, _ = begin(story, path, "home", seed)
        for command, now in zip(played.commands, played.moments[1:], strict=False):
            state, _ = perform(story, state, command)
            if now.activity != "place":
                continue
            where = defaultdict(list)
            for place in story.places.values():
                if path in place.paths and holds(place.needs, story, state):
                    for one in people(place, story, state):
                        where[one.who].append(place.id)
            assert not {who: places for who, places in where.items() if len(places) > 1}, f"{path} {kind} {seed}"
