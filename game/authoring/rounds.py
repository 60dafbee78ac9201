"""Talks that nobody gets out of but by passing them over: a node that leads to itself, a loop whose way out shuts.

Room: game/authoring. Each talk by itself, with every combination of what may or may not have been there before; facts of its own only grow.
« Passer cette scène » always helps, and a player who listens to everything never asks for it: so it does not count as a way out here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import product

from game.content.vocabulary import END, PathId

from .clauses import Clauses
from .plot import Plot, PlotNode, PlotTalk

MOST_TOLD_APART = 6
"""Facts from outside of which every combination is tried; of more, none, all, and all but one."""
MOST_STATES = 4000

Spot = tuple[str, int]
"""A node, and the facts that the talk itself has brought by then."""


@dataclass(frozen=True, slots=True)
class Round:
    """A node that is never left. `given` and `missing`: the facts from outside with which it is so; `always`: whatever they are."""

    talk: str
    node: str
    always: bool
    given: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def rounds(plot: Plot, paths: tuple[PathId, ...]) -> Iterator[Round]:
    """For each talk the first node that can be come to and not left any more, on one of these paths."""
    for talk in plot.talks:
        if _simple(talk):
            continue
        found = [one for path in paths if path in talk.paths for one in (_Walk(plot, talk, path).round(),) if one is not None]
        if found:
            yield min(found, key=lambda one: not one.always)


def _simple(talk: PlotTalk) -> bool:
    """Whether nothing leads back, and no answer can be shown and shut."""
    if any(choice.clauses != choice.shown for node in talk.nodes.values() for choice in node.choices):
        return False
    ways = {name: {node.to, node.else_, *(choice.to for choice in node.choices)} for name, node in talk.nodes.items()}
    try:
        TopologicalSorter(ways).prepare()
    except CycleError:
        return False
    return True


class _Walk:
    """One talk on one path."""

    def __init__(self, plot: Plot, talk: PlotTalk, path: PathId) -> None:
        self.plot, self.talk, self.path = plot, talk, path
        self.outside = 0
        for node in talk.nodes.values():
            for clauses in (node.when, node.fails, *(one for choice in node.choices for one in (choice.clauses, choice.shown))):
                for clause in clauses:
                    self.outside |= (clause.pos | clause.neg) & ~talk.gains
        self.silent = {name for name, node in talk.nodes.items() if node.may_be_silent}

    def round(self) -> Round | None:
        """The first node that is never left."""
        always: dict[str, bool] = {}
        first: dict[str, tuple[int, bool]] = {}
        for outside, loose in product(self._combinations(), (False, True)):
            met, stuck = self._follow(outside, loose)
            for name in met:
                always[name] = always.get(name, True) and name in stuck
            for name in stuck:
                first.setdefault(name, (outside, loose))
        if not first:
            return None
        name = min(first, key=lambda one: (not always[one], list(self.talk.nodes).index(one)))
        outside, _ = first[name]
        named = self.plot.facts.named
        return Round(self.talk.id, name, always[name], tuple(named(outside)), tuple(named(self.outside & ~outside)))

    def _combinations(self) -> Iterator[int]:
        bits = [1 << at for at in range(self.outside.bit_length()) if self.outside >> at & 1]
        if len(bits) <= MOST_TOLD_APART:
            for some in product((0, 1), repeat=len(bits)):
                yield sum(bit for bit, there in zip(bits, some, strict=True) if there)
            return
        yield from (0, self.outside, *bits, *(self.outside & ~bit for bit in bits))

    def _follow(self, outside: int, loose: bool) -> tuple[list[str], set[str]]:
        """The nodes come to, and those from which the end is not: everything there is to come by has been tried."""
        first: Spot = (self.talk.start, 0)
        back: dict[Spot, list[Spot]] = {first: []}
        out: list[Spot] = []
        todo = [first]
        while todo:
            here = todo.pop()
            for there in self._onward(here, outside, loose):
                if there[0] not in self.talk.nodes:
                    out.append(here)
                elif there not in back:
                    if len(back) > MOST_STATES:
                        return [], set()
                    back[there] = [here]
                    todo.append(there)
                else:
                    back[there].append(here)
        good = set(out)
        while out:
            for before in back[out.pop()]:
                if before not in good:
                    good.add(before)
                    out.append(before)
        return [name for name, _ in back], {name for name, facts in back if (name, facts) not in good}

    def _onward(self, here: Spot, outside: int, loose: bool) -> Iterator[Spot]:
        name, brought = here
        node = self.talk.nodes[name]
        if node.paths is not None and self.path not in node.paths:
            yield node.else_, brought
            return
        if not self._holds(node.when, outside | brought, loose):
            yield node.to, brought
            return
        kept = {brought | node.gains, brought | node.gains | node.loose}
        for facts in kept:
            yield from self._ways(node, facts, outside, loose)

    def _ways(self, node: PlotNode, facts: int, outside: int, loose: bool) -> Iterator[Spot]:
        there = outside | facts
        shown = False
        for choice in node.choices:
            shows = self._holds(choice.shown, there, loose)
            shown = shown or (shows and choice.during is None)
            if shows and self._holds(choice.clauses, there, loose):
                yield END if choice.walks_out else choice.to, facts | choice.gains
        if not shown or node.log:
            yield node.to, facts
            if self._goes_silently_round(node):
                yield END, facts

    def _goes_silently_round(self, node: PlotNode) -> bool:
        """A circle of nodes that have nothing to say ends the talk."""
        name, met = node.name, set[str]()
        while name in self.silent and name not in met:
            met.add(name)
            name = self.talk.nodes[name].to
        return name in met

    def _holds(self, clauses: Clauses, facts: int, loose: bool) -> bool:
        return any(
            not clause.pos & ~facts
            and not clause.neg & facts
            and self.path in clause.values.get("path", self.path)
            and (loose or not (clause.spans or clause.values.keys() - {"path"}))
            for clause in clauses
        )
