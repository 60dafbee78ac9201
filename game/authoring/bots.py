"""Bots: players that see only the moment, as a person does, and whose chance comes from a seed.

Room: game/authoring. They choose among `Moment.offers` and know nothing of the story; what came of many plays is counted in `tally.py`.

Each kind is a taste: how much a verb draws it, what it does with what it has done already, and which of several answers it takes.

- *random*: anything on offer, each verb as likely as another;
- *careful*: everything once, listening before proposing; comes back over decisions, stamps every card, answers each box;
- *careless*: passes every other scene, looks at little, answers the first thing that comes, does not know;
- *greedy*: straight to the ending; only what is new, and the board as soon as it is there.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from game.content.story import Story
from game.content.vocabulary import Mode, PathId
from game.core.commands import (
    Choose,
    Command,
    Examine,
    Go,
    KeepLine,
    PlaceCard,
    SayHowSure,
    SkipScene,
    StampClue,
)
from game.core.moment import Moment
from game.core.offer import Do
from game.core.perform import begin, perform
from game.core.present import moment
from game.core.state import State

Kind: TypeAlias = Literal["random", "careful", "careless", "greedy"]
KINDS: tuple[Kind, ...] = get_args(Kind)
PATIENCE = 4000
"""Commands after which a play that has not ended is called stuck."""
NEVER = 10_000.0


@dataclass(frozen=True, slots=True)
class Taste:
    """How strongly each verb draws (the smallest first), and how much less so each time the same thing was done before."""

    draws: Mapping[Do, float]
    again: Mapping[Do, float]
    seen: float = 40  # added for a thing that was looked at, a place that was visited, an answer that was given
    skips: float = 0  # the share of scenes it passes


OVER: Mapping[Do, float] = {
    "try-change": 8,
    "keep-line": 60,
    "place-card": 60,
    "say-how-sure": 60,
    "travel": 12,
    "go-back-over": 30,
    "talk-to": 1,
}
"""What is the same for all: nothing is asked for twice, and nobody walks to and fro."""

TASTES: Mapping[Kind, Taste] = {
    "careful": Taste(
        {
            "advance": 0, "choose": 1, "stamp-clue": 2, "talk-to": 3, "examine": 4, "use": 5, "go-back-over": 5, "go": 10, "open-board": 62,
            "place-card": 1, "say-how-sure": 2, "commit-board": 3, "ring-bell": 66, "close-board": 90, "skip-scene": NEVER,
            "keep-line": 1, "close-log": 2, "travel": 58,
        },
        {"go": 5, "examine": 30, "ring-bell": 6, "choose": 8, "open-board": 10, "close-board": 50, **OVER},
    ),
    "careless": Taste(
        {
            "advance": 0, "choose": 1, "open-board": 2, "commit-board": 0, "say-how-sure": 1, "place-card": 60, "go": 10, "talk-to": 14,
            "examine": 16, "use": 18, "ring-bell": 24, "go-back-over": 70, "close-board": 80, "stamp-clue": NEVER, "skip-scene": NEVER,
            "keep-line": 8, "close-log": 1, "travel": 18,
        },
        {"go": 5, "examine": 20, "ring-bell": 6, "choose": 3, "open-board": 20, "close-board": 50, **OVER},
        seen=6, skips=0.5,
    ),
    "greedy": Taste(
        {
            "advance": 0, "choose": 1, "open-board": 0, "commit-board": 0, "say-how-sure": 1, "place-card": 60, "talk-to": 2, "examine": 4,
            "use": 4,
            "go": 10, "ring-bell": 16, "go-back-over": 80, "close-board": 80, "stamp-clue": NEVER, "skip-scene": NEVER,
            "keep-line": 1, "close-log": 2, "travel": 20,
        },
        {"go": 5, "examine": 30, "ring-bell": 8, "choose": 8, "open-board": 20, "close-board": 50, **OVER},
        seen=14,
    ),
}  # fmt: skip


HASTE: Mapping[PathId, Mapping[Do, float]] = {
    "s": {"open-board": 60, "ring-bell": 58, "examine": -5, "travel": 40},
    "m": {"open-board": 56, "ring-bell": 52, "examine": -9, "travel": 30},
    "f": {},
}
"""The ticket of a path says how long it takes, and a player goes by it: on a shorter one the day moves on sooner, and less is looked at."""


@dataclass
class Bot:
    """One player: a kind, a seed, and what it remembers of its own play."""

    kind: Kind
    chance: random.Random
    done: Counter[Command] = field(default_factory=Counter)
    gone: Counter[str] = field(default_factory=Counter)
    passes: dict[str, bool] = field(default_factory=dict)  # scenes, by whether it passes them

    def next(self, now: Moment) -> Command | None:
        """What it does now; None where nothing is on offer."""
        if not now.offers:
            return None
        command = self._anything(now) if self.kind == "random" else self._wanted(now, TASTES[self.kind])
        if command is not None:
            self.done[command] += 1
            if isinstance(command, Go) and now.place is not None:
                self.gone[next(way.to for way in now.place.exits if way.id == command.exit)] += 1
        return command

    def _anything(self, now: Moment) -> Command:
        verbs = sorted({offer.do for offer in now.offers})
        verb = self.chance.choice(verbs)
        return self.chance.choice([command for offer in now.offers if offer.do == verb for command in offer.commands()])

    def _wanted(self, now: Moment, taste: Taste) -> Command | None:
        scene = now.talk
        if taste.skips and scene is not None and now.offered("skip-scene") is not None:
            if scene not in self.passes:
                self.passes[scene] = self.chance.random() < taste.skips
            if self.passes[scene]:
                return SkipScene()
        rated = [(self._rate(now, command, taste), self.chance.random(), command) for command in self._sensible(now)]
        return min(rated, key=lambda found: found[:2])[2] if rated else None

    def _sensible(self, now: Moment) -> Iterator[Command]:
        """All that is on offer, but for stamps on cards that have one and for answers to boxes that have theirs."""
        stamped = {card.id for card in now.notebook if card.stamp is not None}
        files = {line.id for line in now.log.lines if line.kind == "file"} if now.log is not None else frozenset()
        slots = {slot.id: slot for slot in now.board.slots} if now.board is not None else {}
        for offer in now.offers:
            if offer.do == "stamp-clue" and stamped.issuperset(offer.on):
                continue
            for command in offer.commands():
                if isinstance(command, StampClue) and (command.clue in stamped or command.stamp is None):
                    continue
                if isinstance(command, KeepLine) and command.line in files:
                    continue  # words are noted, a file never; the random player may ask, and hears why
                if isinstance(command, PlaceCard) and (command.card is None or slots[command.slot].card is not None):
                    continue
                if isinstance(command, PlaceCard | SayHowSure) and slots[command.slot].sure is not None:
                    continue
                yield command

    def _rate(self, now: Moment, command: Command, taste: Taste) -> float:
        """How much it draws: its verb, what was done already, and a leaning among answers."""
        rate = taste.draws.get(command.do, 50.0) + taste.again.get(command.do, 0.0) * self.done[command]
        rate = max(0.0, rate - HASTE[now.progress.path].get(command.do, 0.0))
        place = now.place
        if isinstance(command, Examine) and place is not None:
            rate += taste.seen * any(spot.id == command.hotspot and spot.examined for spot in place.hotspots)
        elif isinstance(command, Go) and place is not None:
            way = next(way for way in place.exits if way.id == command.exit)
            rate += taste.seen * way.visited + 5 * self.gone[way.to]
            if way.onward and HASTE[now.progress.path]:
                rate = taste.draws["go"] - 2
        elif isinstance(command, Choose):
            rate += self._leaning(now, command)
        elif isinstance(command, SayHowSure):
            rate += {"careful": {"think": 0, "sure": 1, "unknown": 60}}.get(self.kind, {"think": 2, "sure": 2, "unknown": 0})[command.sure]
        return rate

    def _leaning(self, now: Moment, command: Choose) -> float:
        choice = next(choice for choice in now.choices if choice.id == command.choice)
        leaning = 20.0 * choice.chosen_before
        if self.kind == "careful":
            leaning += {"listen": 0, "ask": 1, "propose": 2, None: 1}[choice.stance]
        elif self.kind == "careless":
            leaning += {"listen": 2, "ask": 1, "propose": 0, None: 0}[choice.stance]
        return leaning


@dataclass(frozen=True)
class Played:
    """One play of a bot: what it did, how it ended, the moments it saw."""

    kind: Kind
    seed: int
    path: PathId
    mode: Mode
    commands: tuple[Command, ...]
    state: State
    moments: tuple[Moment, ...]
    stuck: bool = False


def play(story: Story, kind: Kind, seed: int, path: PathId, mode: Mode, patience: int = PATIENCE) -> Played:
    """Let one bot play until the story ends, nothing is on offer, or its patience is over."""
    bot = Bot(kind, random.Random(f"{kind}-{seed}"))  # noqa: S311 chance in a game, nothing to guess
    state, _ = begin(story, path, mode, seed)
    moments = [moment(story, state, aside=False)]
    commands: list[Command] = []
    while state.ended is None and len(commands) < patience:
        command = bot.next(moments[-1])
        if command is None:
            break
        state, _ = perform(story, state, command)
        commands.append(command)
        moments.append(moment(story, state, aside=False))
    return Played(kind, seed, path, mode, tuple(commands), state, tuple(moments), stuck=state.ended is None)
