"""The bell of the shipped episode: it has another line each time, and says that there is nothing to bring once at most."""

from __future__ import annotations

from collections import Counter

import pytest

from game.authoring.bots import play as let_play
from game.content.vocabulary import PathId
from tests.game.plays import shipped_story

PATHS: tuple[PathId, ...] = ("s", "m", "f")


@pytest.mark.parametrize("path", PATHS)
def test_nothing_to_bring_is_said_once(path: PathId) -> None:
    """Whoever rings again and again hears where the day goes on instead."""
    story = shipped_story()
    for seed in range(4):
        heard = Counter(now.line.id for now in let_play(story, "careless", seed, path, "home").moments if now.line is not None)
        assert heard["nudge-none"] <= 1, seed


def test_each_lead_of_the_morning_has_its_bell() -> None:
    """The yard, the gym, the canteen, the art room and the library are named by a line of the bell."""
    bell = shipped_story().episode.bell
    assert bell is not None
    said = " ".join(line.text for line in bell.lines)
    for where in ("cour", "gymnase", "cantine", "salle d’arts", "CDI"):
        assert where in said, where
