"""How far somebody's own account has come: it goes on to its end and never back, and is told nowhere else."""

from __future__ import annotations

from random import Random

import pytest

from game.authoring.bots import PATIENCE, Bot
from game.content.vocabulary import PathId
from game.core.moment import AccountNow
from game.core.perform import begin, perform
from game.core.present import moment
from tests.game.plays import shipped_story


def heard(path: PathId, seed: str) -> dict[str, list[AccountNow]]:
    """What a player is told of each account, line by line."""
    state, _ = begin(shipped_story(), path, "class", 1)
    player, told = Bot("careful", Random(seed)), dict[str, list[AccountNow]]()
    for _ in range(PATIENCE):
        now = moment(shipped_story(), state)
        if now.account is not None:
            told.setdefault(now.talk or "", []).append(now.account)
        command = player.next(now)
        if command is None:
            break
        state, _ = perform(shipped_story(), state, command)
    return told


@pytest.mark.parametrize("path", ["s", "m", "f"])
@pytest.mark.parametrize("seed", ["a", "b", "c"])
def test_an_account_goes_on_to_its_end(path: PathId, seed: str) -> None:
    """It starts at its first step, never goes back, and its last line is its last step."""
    told = heard(path, seed)
    assert set(told) == {"sc-recit"}, "only Louna tells what happened to her"
    steps = [(now.step, now.of) for now in told["sc-recit"]]
    assert steps[0][0] == 1
    assert all(1 <= step <= of for step, of in steps)
    assert [step for step, _ in steps] == sorted(step for step, _ in steps)
    assert steps[-1][0] == steps[-1][1] > 5
