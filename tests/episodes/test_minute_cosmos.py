"""The shipped episode, played: its endings are earned, nobody waits for tomorrow to be told, and the walkthroughs meet every option.

The plays are those of the bots' mix (`game/authoring/bots.py`): careful, average and careless players in equal parts.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from game.authoring.bots import MIX, Kind
from game.authoring.bots import play as let_play
from game.authoring.coverage import Coverage, missed
from game.content.vocabulary import PathId
from game.core.open import ending_of
from game.core.perform import begin
from game.core.state import Answer, State
from game.session.walkthrough import play, read_walkthrough
from tests.game.plays import shipped_story

WALKS = sorted((Path(__file__).parents[1] / "walkthroughs").glob("*.yaml"))
PATHS: tuple[PathId, ...] = ("s", "m", "f")
PLAYS = 10
"""Of each kind of the mix, on each path: enough for each ending to be met, few enough to be waited for."""


@dataclass(frozen=True)
class Told:
    """One play: how it ended, and every line that came up."""

    kind: Kind
    state: State
    lines: frozenset[str]


@cache
def plays(path: PathId) -> tuple[Told, ...]:
    """As many plays of each kind of the mix on a path."""
    story, told = shipped_story(), []
    for kind in MIX:
        for seed in range(PLAYS):
            played = let_play(story, kind, seed, path, "class" if path == "s" else "home")
            assert not played.stuck, f"{path}, {kind}, {seed}"
            told.append(Told(kind, played.state, frozenset(now.line.id for now in played.moments if now.line is not None)))
    return tuple(told)


@pytest.mark.parametrize("path", PATHS)
def test_endings_are_earned(path: PathId) -> None:
    """Over careful, average and careless plays in equal parts, each ending is met and none takes more than half."""
    met = Counter(one.state.ended for one in plays(path))
    assert set(met) == {ending.id for ending in shipped_story().episode.endings}, met
    assert max(met.values()) * 2 <= sum(met.values()), met


@pytest.mark.parametrize("path", PATHS)
def test_care_is_what_earns_them(path: PathId) -> None:
    """The careful mostly come to the two warm endings, the careless mostly to the two others."""
    warm = {"fin-rattrapage", "fin-reprise"}
    shares = {kind: sum(one.state.ended in warm for one in plays(path) if one.kind == kind) / PLAYS for kind in MIX}
    assert shares["careful"] > 0.5 > shares["careless"], shares


@pytest.mark.parametrize("path", PATHS)
def test_passing_is_never_punished(path: PathId) -> None:
    """Whichever decisions are passed, with the rest answered as gives the most trust: nobody comes to « En pointillés » for it."""
    story = shipped_story()
    gives = {choice.decision: choice.effects for choice in story.choices.values() if choice.decision is not None}
    ways: list[list[tuple[Answer, int, int]]] = []
    for name, decision in story.decisions.items():
        if path in decision.paths:
            told = [(Answer(name, option), gives[name, option].trust, gives[name, option].act) for option in decision.options]
            ways.append([(Answer(name, None), 0, 0), *(one for one in told if one[1] == max(trust for _, trust, _ in told))])
    begun, _ = begin(story, path, "class", 1)
    seen = Counter[str]()
    for passed in product(*ways):
        answers, care, acts = zip(*passed, strict=True)
        state = replace(begun, answers=answers, care=sum(care), acts=sum(acts))
        ending = ending_of(story, state)
        assert ending != "fin-pointilles", [answer.decision for answer in answers if answer.option is None]
        seen[ending] += 1
    assert {"fin-reprise", "fin-pas-a-pas"} == seen.keys()


@pytest.mark.parametrize("path", PATHS)
def test_what_is_learned_of_copies_is_told_the_same_day(path: PathId) -> None:
    """Whoever played how: the second chat, the phone held out, Timothée and Maxence have reached the pupils’ office by the evening.

    A scene that was passed says so in its summary.
    """
    for one in plays(path):
        assert one.lines & {"fin-17h30-5", "fin-17h30.summary"}  # « Mme Rahmani a le nom et l’heure depuis cet après-midi »
        assert one.lines & {"later-d-telephone-tendu-z1", "later-d-telephone-tendu.summary"}
        assert one.lines & {"sc-fin-timothee-2", "sc-fin-timothee-3", "sc-fin-timothee-4", "sc-fin.summary"}
        if one.state.has("log-2148"):
            assert one.lines & {"maxence-later-c1", "maxence-later.summary", "sc-fin-maxence-1", "sc-fin.summary"}
        if one.state.option("d-bocal2") == "c":
            assert one.lines & {"repair-bocal2-b3", "fin-17h30-6", "fin-17h30-7", "fin-17h30.summary"}


@pytest.mark.parametrize("path", PATHS)
def test_nobody_in_trouble_is_left_alone(path: PathId) -> None:
    """Where Sacha was met or heard of, an adult has asked him by the end, whatever was chosen."""
    for one in plays(path):
        if any(one.state.has(clue) for clue in ("annonce-console", "depart-sacha")):
            assert one.lines & {"sc-fin-sacha-1", "sc-fin-sacha-2", "sc-fin-sacha-3", "sc-fin.summary"}


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
