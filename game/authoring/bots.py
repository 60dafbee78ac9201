"""Bots: players that see only the moment, as a person does, and whose chance comes from a seed.

Room: game/authoring. They choose among `Moment.offers`; what came of many plays is counted in `tally.py`.

Each kind is a taste: how much a verb draws it, what it does with what it has done already, and which of several answers it takes. Of the
story they know one thing that a person feels and no moment tells: whether an answer gives trust, does nothing, or loses it (`worths`).

- *careful*: everything once, listening before proposing; stamps every card, answers each box. Chooses with care, and is wrong at times;
  comes back over what went wrong, nearly always;
- *average*: passes one scene in ten, looks at most things; what gives trust draws it twice as
  much; comes back over half of what went wrong;
- *careless*: passes every other scene, looks at little, does not know. Takes its answers by chance, and comes back over nothing;
- *random*: anything on offer, each verb as likely as another;
- *greedy*: straight to the ending; only what is new, the board as soon as it is there, answers by chance.

The first three in equal parts are the mix that stands for a class (`MIX`): over it each ending should be met, and none take more than half.
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
    GoBackOver,
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

Kind: TypeAlias = Literal["careful", "average", "careless", "random", "greedy"]
KINDS: tuple[Kind, ...] = get_args(Kind)
MIX: tuple[Kind, ...] = ("careful", "average", "careless")
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
    answers: tuple[float, float, float] = (1, 1, 1)  # how much an answer draws that gives trust, that does nothing, that loses it
    mends: float = 1  # the share of what went wrong that it comes back over


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
        answers=(6, 1, 1), mends=0.9,
    ),
    "average": Taste(
        {
            "advance": 0, "choose": 1, "stamp-clue": 6, "talk-to": 4, "examine": 8, "use": 8, "go-back-over": 7, "go": 10, "open-board": 40,
            "place-card": 1, "say-how-sure": 2, "commit-board": 3, "ring-bell": 42, "close-board": 90, "skip-scene": NEVER,
            "keep-line": 2, "close-log": 2, "travel": 36,
        },
        {"go": 5, "examine": 30, "ring-bell": 6, "choose": 8, "open-board": 10, "close-board": 50, **OVER},
        seen=24, skips=0.1, answers=(2, 1, 1), mends=0.5,
    ),
    "careless": Taste(
        {
            "advance": 0, "choose": 1, "open-board": 2, "commit-board": 0, "say-how-sure": 1, "place-card": 60, "go": 10, "talk-to": 14,
            "examine": 16, "use": 18, "ring-bell": 24, "go-back-over": 70, "close-board": 80, "stamp-clue": NEVER, "skip-scene": NEVER,
            "keep-line": 8, "close-log": 1, "travel": 18,
        },
        {"go": 5, "examine": 20, "ring-bell": 6, "choose": 3, "open-board": 20, "close-board": 50, **OVER},
        seen=6, skips=0.5, mends=0,
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
    """One player: a kind, a seed, what it feels of answers, and what it remembers of its own play.

    worth: by id of a choice, above 0 where it gives, below where it takes away (`worths`); of what is not in it, all are alike.
    """

    kind: Kind
    chance: random.Random
    worth: Mapping[str, int] = field(default_factory=dict)
    done: Counter[Command] = field(default_factory=Counter)
    gone: Counter[str] = field(default_factory=Counter)
    passes: dict[str, bool] = field(default_factory=dict)  # scenes, by whether it passes them
    mends: dict[str, bool] = field(default_factory=dict)  # repairs, by whether it comes back for them

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
        rated = [(self._rate(now, command, taste), self.chance.random(), command) for command in self._sensible(now, taste)]
        wanted = min(rated, key=lambda found: found[:2])[2] if rated else None
        return self._weighed(now, wanted, taste) if isinstance(wanted, Choose) else wanted

    def _weighed(self, now: Moment, wanted: Choose, taste: Taste) -> Choose:
        """The answer it takes where answers differ in what they give: those draw, the rest of its leanings does not."""
        open_to = [choice.id for choice in now.choices if choice.enabled and not choice.interrupt]
        if wanted.choice not in open_to or not any(self.worth.get(name) for name in open_to):
            return wanted
        gives, nothing, loses = taste.answers
        draws = [gives if self.worth.get(name, 0) > 0 else loses if self.worth.get(name, 0) < 0 else nothing for name in open_to]
        return Choose(self.chance.choices(open_to, draws)[0])

    def _sensible(self, now: Moment, taste: Taste) -> Iterator[Command]:
        """All that is on offer, but for stamps on cards that have one, answers to boxes that have theirs, and what it leaves as it went."""
        stamped = {card.id for card in now.notebook if card.stamp is not None}
        files = {line.id for line in now.log.lines if line.kind == "file"} if now.log is not None else frozenset()
        slots = {slot.id: slot for slot in now.board.slots} if now.board is not None else {}
        for offer in now.offers:
            if offer.do == "stamp-clue" and stamped.issuperset(offer.on):
                continue
            for command in offer.commands():
                if isinstance(command, StampClue) and (command.clue in stamped or command.stamp is None):
                    continue
                if isinstance(command, GoBackOver) and not self._comes_back(command.repair, taste):
                    continue
                if isinstance(command, KeepLine) and command.line in files:
                    continue  # words are noted, a file never; the random player may ask, and hears why
                if isinstance(command, PlaceCard) and (command.card is None or slots[command.slot].card is not None):
                    continue
                if isinstance(command, PlaceCard | SayHowSure) and slots[command.slot].sure is not None:
                    continue
                yield command

    def _comes_back(self, repair: str, taste: Taste) -> bool:
        """Whether it comes back over this; asked once, and it stays so."""
        if taste.mends < 1 and repair not in self.mends:
            self.mends[repair] = self.chance.random() < taste.mends
        return self.mends.get(repair, True)

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
            thinks = self.kind in {"careful", "average"}
            rate += ({"think": 0, "sure": 1, "unknown": 60} if thinks else {"think": 2, "sure": 2, "unknown": 0})[command.sure]
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


def worths(story: Story) -> dict[str, int]:
    """By id of a choice, what it gives: trust first, else an act or a repair. Choices that give and take nothing are left out."""
    effects = {name: choice.effects for name, choice in story.choices.items()}
    given = {name: effect.trust or effect.act or effect.repair for name, effect in effects.items()}
    return {name: worth for name, worth in given.items() if worth}


def play(story: Story, kind: Kind, seed: int, path: PathId, mode: Mode, patience: int = PATIENCE) -> Played:
    """Let one bot play until the story ends, nothing is on offer, or its patience is over."""
    bot = Bot(kind, random.Random(f"{kind}-{seed}"), worths(story))  # noqa: S311 chance in a game, nothing to guess
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
