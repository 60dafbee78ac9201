"""The soft-lock proof: from every state a player can reach, an ending stays reachable.

Room: game/authoring. It plays the real rules (`begin`, `perform`, `offers`) and repeats none of them.

Method, in full in docs/soft-lock.md; two halves, each sound on its own, tried in this order for each start (path, mode):

1. *Assured* (`assured.py`). A play only gains facts, so it is enough to show that the closing can be come to from each place with no more
   than what being there implies, counting upon nothing that a `not`, trust, the lamp or a once-only talk could have shut. Takes
   milliseconds for a whole episode; covers every state at once.
2. *Followed*. Where that says nothing, every way a player can go is followed with the real rules. States that no condition can tell apart
   are one (`quotient.py`), lines are read in one go, stamps are left alone, the boxes of the board are filled in one order. What remains
   is a finite graph whose arrows are real commands; the states from which an ending can be reached are found backwards from the endings.
   Any other is a soft-lock, and the shortest way to one is the counter-example: a list of commands that can be played.

Where the states are too many to be followed within the limit, nothing is claimed: the verdict is `open`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

from game.content.story import Story
from game.content.vocabulary import Mode, PathId
from game.core.commands import Advance, Command, SayHowSure, SkipScene
from game.core.offers import offers
from game.core.perform import begin, perform
from game.core.state import State

from .assured import assure
from .bots import Kind, play
from .plot_reading import read_plot
from .quotient import Relevance, quotient, relevance
from .rounds import rounds

READING = frozenset({"advance", "skip-scene", "stamp-clue"})
PLAYERS: tuple[Kind, ...] = ("careful", "greedy", "careless")
SHORT_PATIENCE = 600
NOTHING: frozenset[str] = frozenset()
LIMIT = 75_000
"""States to tell apart in all: about a minute."""


@dataclass(frozen=True, slots=True)
class Start:
    """How a play begins."""

    path: PathId
    mode: Mode

    def __str__(self) -> str:
        return f"path {self.path}, {self.mode}"


@dataclass(frozen=True, slots=True)
class Trap:
    """A counter-example: from `start` these commands lead to a state that no ending can be reached from.

    endless: the talk that goes round there, where passing it over would still help.
    """

    start: Start
    commands: tuple[Command, ...]
    state: State
    endless: str | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found. `open`: more states than the limit, so nothing is claimed of the last start.

    assured, followed: the starts, by the half of the proof that settled them.
    states, steps:     what following took.
    lost:              the places from which no ending is assured, for whoever has to mend it.
    """

    verdict: Literal["proved", "trapped", "open"]
    assured: tuple[Start, ...] = ()
    followed: tuple[Start, ...] = ()
    states: int = 0
    steps: int = 0
    trap: Trap | None = None
    lost: tuple[str, ...] = ()


def prove(story: Story, limit: int = LIMIT, *, follow_all: bool = False, talks: bool = True) -> Proof:
    """Settle every start; stops at the first that can be trapped, with the shortest way there, or that stays open.

    limit:      how many states to tell apart at most, over all starts.
    follow_all: follow what is assured too; the two halves must agree.
    talks:      show too that each talk can be gone through to its end; else passing it over is a way out like another.
    """
    relevant = relevance(story)
    proof = Proof("proved")
    circles = {path: _circles(story, path) if talks else () for path in dict.fromkeys(start.path for start in starts(story, relevant))}
    for start in starts(story, relevant):
        assurance = assure(story, start.path, start.mode)
        if assurance.sure and not follow_all:
            found = _played_into(story, start, circles[start.path])
            if found is not None:
                return replace(proof, verdict="trapped", trap=found)
            if not circles[start.path]:
                proof = replace(proof, assured=(*proof.assured, start))
                continue
        explored = _Explored(story, start, relevant)
        whole = explored.follow(limit - proof.states)
        proof = replace(
            proof,
            states=proof.states + len(explored.states),
            steps=proof.steps + explored.steps,
            lost=(*assurance.lost, *circles[start.path]),
        )
        trap = explored.trap(talks=talks) if whole else None
        if trap is not None:
            return replace(proof, verdict="trapped", followed=(*proof.followed, start), trap=trap)
        if not whole:
            return replace(proof, verdict="open")
        proof = replace(proof, followed=(*proof.followed, start))
    return proof


def starts(story: Story, relevant: Relevance) -> Iterator[Start]:
    """Each path, and each mode where a condition asks for it. The lamp's two answers are commands, and followed as such."""
    paths: tuple[PathId, ...] = tuple(story.episode.paths) or ("s", "m", "f")
    modes: tuple[Mode, ...] = ("class", "home") if relevant.mode else ("home",)
    return (Start(*found) for found in product(paths, modes))


def first_state(story: Story, start: Start, seed: int = 0) -> State:
    """The state a play begins in."""
    return begin(story, start.path, start.mode, seed)[0]


class _Explored:
    """The graph of one start: states by number, who leads to whom."""

    def __init__(self, story: Story, start: Start, relevant: Relevance) -> None:
        self.story, self.start, self.relevant = story, start, relevant
        self.key: Callable[[State], Hashable] = quotient(relevant)
        self.states: list[State] = []
        self.known: dict[Hashable, int] = {}
        self.back: list[list[int]] = []
        self.plain: list[list[int]] = []  # the same, but for passing a talk over
        self.came: list[tuple[int, tuple[Command, ...]]] = []  # the first way to each state
        self.steps = 0

    def follow(self, limit: int) -> bool:
        """Follow every way, the shortest first. False once there are `limit` states and still one to come."""
        state, read = read_on(self.story, first_state(self.story, self.start))
        self._meet(state, -1, read)
        todo = deque([0])
        while todo:
            here = todo.popleft()
            state = self.states[here]
            for command in worth_trying(self.story, state, self.relevant):
                after, _ = perform(self.story, state, command)
                after, read = read_on(self.story, after)
                self.steps += 1
                before = len(self.states)
                there = self._meet(after, here, (command, *read))
                self.back[there].append(here)
                if not isinstance(command, SkipScene):
                    self.plain[there].append(here)
                if len(self.states) > before:
                    if before >= limit:
                        return False
                    todo.append(there)
        return True

    def _meet(self, state: State, here: int, by: tuple[Command, ...]) -> int:
        key = self.key(state)
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = len(self.states)
            self.states.append(state)
            self.back.append([])
            self.plain.append([])
            self.came.append((here, by))
        return found

    def trap(self, *, talks: bool) -> Trap | None:
        """The first state met that no ending can be reached from, else the first talk that is not left, with the way there."""
        bad = _unled((state.ended is not None for state in self.states), self.back)
        endless = False
        if bad is None and talks:
            bad = _unled((state.talk is None for state in self.states), self.plain)
            endless = True
        if bad is None:
            return None
        way: list[Command] = []
        number = bad
        while number >= 0:
            number, by = self.came[number]
            way[:0] = by
        at = self.states[bad].talk
        return Trap(self.start, tuple(way), self.states[bad], at.talk if endless and at is not None else None)


def _unled(good_ones: Iterable[bool], back: list[list[int]]) -> int | None:
    """The first state from which none of the good ones is reached."""
    good = list(good_ones)
    todo = [number for number, fine in enumerate(good) if fine]
    while todo:
        for before in back[todo.pop()]:
            if not good[before]:
                good[before] = True
                todo.append(before)
    return next((number for number, fine in enumerate(good) if not fine), None)


def _circles(story: Story, path: PathId) -> tuple[str, ...]:
    """The talks of this path that may go round without a way out, by their shape and conditions alone."""
    return tuple(found.talk for found in rounds(read_plot(story), (path,)))


def _played_into(story: Story, start: Start, talks: tuple[str, ...]) -> Trap | None:
    """One of these talks as a player who passes nothing over comes to it and never leaves it; the shortest of some plays."""
    traps: list[Trap] = []
    for kind, seed in product(PLAYERS, range(1, 5)) if talks else ():
        played = play(story, kind, seed, start.path, start.mode, SHORT_PATIENCE)
        state = first_state(story, start, seed)
        for done, command in enumerate(played.commands):
            if state.talk is not None and state.talk.talk in talks and _is_endless(story, state):
                traps.append(Trap(start, played.commands[:done], state, state.talk.talk))
                break
            state, _ = perform(story, state, command)
    return min(traps, key=lambda trap: len(trap.commands), default=None)


def _is_endless(story: Story, state: State) -> bool:
    """Whether nothing but passing it over leads out of the talk that is going on."""
    known, todo = {replace(state, seen=NOTHING)}, [state]
    while todo and len(known) < 500:
        here = todo.pop()
        for offer in offers(story, here):
            for command in offer.commands() if offer.do not in ("stamp-clue", "skip-scene") else ():
                after, _ = perform(story, here, command)
                if after.talk is None:
                    return False
                key = replace(after, seen=NOTHING)
                if key not in known:
                    known.add(key)
                    todo.append(after)
    return not todo


def read_on(story: Story, state: State) -> tuple[State, tuple[Command, ...]]:
    """Read until something else can be done too, in a talk, or until the sheet is empty. Reading changes nothing else."""
    read: list[Command] = []
    while len(state.lines) > 1 or (state.lines and state.talk is None and not state.closing):
        if state.talk is not None and not {offer.do for offer in offers(story, state)} <= READING:
            break
        after, _ = perform(story, state, Advance())
        if after == state:
            break
        state = after
        read.append(Advance())
    return state, tuple(read)


def worth_trying(story: Story, state: State, relevant: Relevance) -> Iterator[Command]:
    """The commands on offer, but for stamps. At the board: « je ne sais pas » and the cards that matter, box after box."""
    for offer in offers(story, state):
        if offer.do == "stamp-clue":
            continue
        if offer.do not in ("place-card", "say-how-sure"):
            yield from offer.commands()
    if not state.board_open or story.board is None:
        return
    filled = {box.slot for box in state.boxes if box.sure == "unknown" or (box.card is not None and box.sure is not None)}
    for offer in offers(story, state):
        if offer.do == "place-card" and relevant.cards & {card for card in offer.given if card is not None}:
            yield from (command for command in offer.commands() if getattr(command, "card", None) in relevant.cards)
        elif offer.do == "say-how-sure" and (relevant.cards or offer.on[0] not in filled):
            yield from (SayHowSure(offer.on[0], sure) for sure in ("unknown", "think") if sure in offer.given)
            if not relevant.cards:
                return
