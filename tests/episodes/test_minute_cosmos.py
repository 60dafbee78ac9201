"""The shipped episode, played: its endings are earned, nobody waits for tomorrow to be told, and the walkthroughs meet every option.

The plays are the bots', whose decisions follow a temper: *careful* mostly gives trust and comes back over what went wrong, *average* takes
every option alike and comes back half the time, *careless* mostly lets things pass and comes back to nothing.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from game.authoring.bots import Bot
from game.authoring.coverage import Coverage, missed
from game.content.vocabulary import PathId
from game.core.commands import Choose, Command, GoBackOver
from game.core.moment import Moment
from game.core.perform import begin, perform
from game.core.present import moment
from game.core.state import State
from game.session.walkthrough import play, read_walkthrough
from tests.game.plays import shipped_story

WALKS = sorted((Path(__file__).parents[1] / "walkthroughs").glob("*.yaml"))
PATHS: tuple[PathId, ...] = ("s", "m", "f")
TEMPERS = {"careful": ((6.0, 1.5, 1.0), 0.9), "average": ((1.0, 1.0, 1.0), 0.5), "careless": ((1.0, 4.0, 2.0), 0.0)}
"""How much an option that gives trust, one that does nothing and one that loses it draw; and how often one comes back over it."""
PLAYS = 6


@dataclass(frozen=True)
class Told:
    """One play: how it ended, and every line that came up."""

    state: State
    lines: frozenset[str]


class Tempered(Bot):
    """The careful bot, but for its decisions and its repairs."""

    def __init__(self, temper: str, seed: int) -> None:
        """A player of this temper; the same seed is the same play."""
        super().__init__("careful", random.Random(f"{temper}-{seed}"))
        self._weights, self._mends = TEMPERS[temper]

    def next(self, now: Moment) -> Command | None:
        """A decision by temper; a repair once in so many; all else as the careful bot."""
        settled = [choice for choice in now.choices if choice.decision]
        if settled:
            options = [shipped_story().decisions[name].options[option] for name, option in (c.id.split(".") for c in settled)]
            drawn = [self._weights[1 - option.trust] for option in options]
            return Choose(self.chance.choices([choice.id for choice in settled], drawn)[0])
        if now.talk is not None and now.talk.startswith("repair-") and now.choices:
            made = [c.id for c in now.choices if shipped_story().choices[c.id].effects.repair]
            if made:
                return Choose(made[0])
        command = super().next(now)
        if isinstance(command, GoBackOver) and command.repair not in self.passes:
            self.passes[command.repair] = self.chance.random() >= self._mends
        while isinstance(command, GoBackOver) and self.passes[command.repair]:
            command = super().next(now)  # asked for again, it draws less each time
            if isinstance(command, GoBackOver):
                self.passes.setdefault(command.repair, self.chance.random() >= self._mends)
        return command


@cache
def plays(path: PathId) -> tuple[Told, ...]:
    """As many plays of each temper on a path."""
    story, told = shipped_story(), []
    for temper in TEMPERS:
        for seed in range(PLAYS):
            bot, lines = Tempered(temper, seed), set[str]()
            state, _ = begin(story, path, "class" if path == "s" else "home", seed)
            while state.ended is None:
                lines.update(state.lines[:1])
                command = bot.next(moment(story, state, aside=False))
                assert command is not None, f"{path}, {temper}, {seed}: stuck"
                state, _ = perform(story, state, command)
            told.append(Told(state, frozenset(lines)))
    return tuple(told)


@pytest.mark.parametrize("path", PATHS)
def test_endings_are_earned(path: PathId) -> None:
    """Over careful, average and careless plays in equal parts, each ending is met and none takes more than half."""
    met = Counter(one.state.ended for one in plays(path))
    assert set(met) == {ending.id for ending in shipped_story().episode.endings}, met
    assert max(met.values()) * 2 <= sum(met.values()), met


@pytest.mark.parametrize("path", PATHS)
def test_what_is_learned_of_copies_is_told_the_same_day(path: PathId) -> None:
    """Whoever played how: the second chat, the phone held out, Timothée and Maxence have reached the pupils’ office by the evening."""
    for one in plays(path):
        assert "fin-17h30-5" in one.lines  # « Mme Rahmani a le nom et l’heure depuis cet après-midi »
        assert {"later-d-telephone-tendu-z1"} <= one.lines
        assert one.lines & {"sc-fin-timothee-2", "sc-fin-timothee-3", "sc-fin-timothee-4"}
        if one.state.has("log-2148"):
            assert one.lines & {"maxence-later-c1", "sc-fin-maxence-1"}
        if one.state.option("d-bocal2") == "c":
            assert one.lines & {"repair-bocal2-b3", "fin-17h30-6", "fin-17h30-7"}


@pytest.mark.parametrize("path", PATHS)
def test_nobody_in_trouble_is_left_alone(path: PathId) -> None:
    """Where Sacha was met or heard of, an adult has asked him by the end, whatever was chosen."""
    for one in plays(path):
        if any(one.state.has(clue) for clue in ("annonce-console", "depart-sacha")):
            assert one.lines & {"sc-fin-sacha-1", "sc-fin-sacha-2", "sc-fin-sacha-3"}


def test_the_walkthroughs_take_every_option_and_come_to_every_ending() -> None:
    """One file an ending, one a decision; together they answer each decision in each way."""
    story = shipped_story()
    taken, ended = set[str](), set[str | None]()
    for path in WALKS:
        state, _ = play(story, read_walkthrough(path))
        taken |= {f"{answer.decision}.{answer.option}" for answer in state.answers}
        ended.add(state.ended)
    assert {f"{name}.{option}" for name, decision in story.decisions.items() for option in decision.options} <= taken
    assert {ending.id for ending in story.episode.endings} <= ended
    names = {path.stem for path in WALKS}
    assert {f"decision-{name.removeprefix('d-')}" for name in story.decisions} <= names
    assert {f"ending-{ending.id.removeprefix('fin-')}" for ending in story.episode.endings} <= names


def test_the_walkthroughs_have_every_talk_and_make_every_repair() -> None:
    """Nothing that can be looked at, found or talked over is left out; each repair is made once, and each last card is chosen."""
    story, met = shipped_story(), Coverage()
    for path in WALKS:
        walkthrough = read_walkthrough(path)
        _, done = play(story, walkthrough)
        first, _ = begin(story, walkthrough.path, walkthrough.mode, walkthrough.seed)
        met.follow(story, first, (command for command, _ in done))
    assert not {*missed(story, met)} - story.choices.keys()
    repairs = [talk for talk in story.all_talks.values() if talk.repairs is not None]
    made = {talk.id: met.choices & {choice.id for choice in talk.choices() if choice.effects.repair} for talk in repairs}
    assert made
    assert all(made.values()), made
    assert {name for name in story.choices if name.startswith("coda-")} <= met.choices
