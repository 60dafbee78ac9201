"""Straight to a place or a line: a play that leads there, found by automatic players with the actions a person has.

Room: game/authoring. The state one arrives in is therefore one that a player can really have. Several players try, shortest way wins;
what none of them met is not proved to be out of reach, and the error says so.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from game.authoring.bots import KINDS, Bot
from game.content.diagnostics import closest
from game.content.story import Story
from game.content.vocabulary import Mode, PathId
from game.core.commands import Command
from game.core.moment import Moment, PlaceNow
from game.core.perform import begin, perform
from game.core.present import moment
from game.core.state import State

SEED = 1
PATIENCE = 1500
TRIES = 6
"""Seeds of each kind of player and each path."""


@dataclass(frozen=True, slots=True)
class Warp:
    """How to begin, and what to do until one is there."""

    target: str
    path: PathId
    mode: Mode
    seed: int
    commands: tuple[Command, ...]


class UnknownTargetError(ValueError):
    """No place, line or other thing has this id; `guess` is the nearest one, if any is near."""

    def __init__(self, target: str, guess: str | None) -> None:
        """Keep both for whoever words it."""
        super().__init__(target)
        self.target, self.guess = target, guess


class NotMetError(ValueError):
    """The id exists, and none of `plays` automatic plays came to it."""

    def __init__(self, target: str, plays: int) -> None:
        """Keep both for whoever words it."""
        super().__init__(target)
        self.target, self.plays = target, plays


def find_warp(story: Story, target: str, mode: Mode) -> Warp:
    """A way to the moment where `target` is first there: a place stood in, a line said, a talk, a log or the board open, a choice
    offered, a clue held, an ending reached.

    raises: UnknownTargetError, NotMetError.
    """
    known = targets(story)
    if target not in known:
        raise UnknownTargetError(target, closest(target, known))
    best: Warp | None = None
    plays = 0
    for seed in range(TRIES):
        for path in dict.fromkeys((story.episode.class_path, *story.episode.paths)):
            for kind in KINDS:
                plays += 1
                patience = PATIENCE if best is None else len(best.commands) - 1
                commands = _play(story, Bot(kind, random.Random(f"warp-{kind}-{seed}")), target, path, mode, patience)  # noqa: S311 a game's
                if commands is not None:
                    best = Warp(target, path, mode, SEED, commands)
        if best is not None:
            return best
    raise NotMetError(target, plays)


def targets(story: Story) -> frozenset[str]:
    """Every id that one can go to."""
    board = {story.board.id} if story.board is not None else set()
    endings = {ending.id for ending in story.episode.endings}
    return frozenset(
        {*story.places, *story.lines, *story.all_talks, *story.logs, *story.clues, *story.choices, *story.hotspots, *story.uses}
        | board
        | endings
    )


def _play(story: Story, bot: Bot, target: str, path: PathId, mode: Mode, patience: int) -> tuple[Command, ...] | None:
    state, _ = begin(story, path, mode, SEED)
    now = moment(story, state)
    commands: list[Command] = []
    while not _there(target, now, state):
        command = bot.next(now) if len(commands) < patience and state.ended is None else None
        if command is None:
            return None
        state, _ = perform(story, state, command)
        now = moment(story, state)
        commands.append(command)
    return tuple(commands)


def _things(here: PlaceNow) -> Iterator[str]:
    for spot in here.hotspots:
        yield spot.id
        yield from (use.id for use in spot.uses)


def _there(target: str, now: Moment, state: State) -> bool:
    """Whether this is the moment."""
    here = now.place
    return (
        target in (now.line.id if now.line is not None else None, now.talk, state.log, state.ended)
        or (here is not None and now.activity == "place" and target in (here.id, *_things(here)))
        or (now.board is not None and now.activity == "board" and target == "board")
        or any(choice.id == target for choice in now.choices)
        or any(card.id == target for card in now.notebook)
    )
