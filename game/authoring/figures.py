"""How far the hidden figures can go, at most: trust, repairs, bonds, shares, counts of clues and stages.

Room: game/authoring. Upper and lower bounds over every play of one path; nothing here is exact, and nothing is left out. Each choice
takes effect once, each decision by one option; what is thrown away at the edge of a scale can only bring a figure nearer to the other end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf

from game.content.episode import Announced
from game.content.story import Story
from game.content.vocabulary import PathId

from .clauses import Clause, Facts

Bounds = tuple[float, float]


@dataclass(slots=True)
class _Sum:
    """What plain choices add at most and at least, and what each decision may add."""

    most: float = 0
    least: float = 0
    by_decision: dict[str, list[tuple[str, float]]] = field(default_factory=dict)

    def add(self, decision: tuple[str, str] | None, value: float) -> None:
        if decision is not None:
            self.by_decision.setdefault(decision[0], []).append((decision[1], value))
        elif value > 0:
            self.most += value
        else:
            self.least += value

    def bounds(self) -> Bounds:
        options = [[value for _, value in some] for some in self.by_decision.values()]
        return (
            self.least + sum(min(0, *some) if some else 0 for some in options),
            self.most + sum(max(0, *some) if some else 0 for some in options),
        )


class Figures:
    """The bounds of one path, given the choices that can be taken at all."""

    def __init__(self, story: Story, path: PathId, facts: Facts, may: int) -> None:
        self.story, self.facts, self.may = story, facts, may
        self.open = story.episode.announced != Announced()  # what is still to be written may move any figure
        self.stages = {facts.bit("clue", name): clue.stage for name, clue in story.clues.items()}
        self.clues = sum(self.stages)
        self.asked = sum(path in decision.paths for decision in story.decisions.values())
        trust, repairs = _Sum(), _Sum()
        self.bonds: dict[str, _Sum] = {}
        self.effects: dict[str, list[tuple[str, int, int]]] = {}  # decision → option, trust, act
        self.care, self.acts = 0.0, 0.0  # what plain choices add
        self.mended: dict[str, float] = {}  # repairs, by the decision they come back to; "" for none
        self.lamps = {"none"}
        mends = {choice.id: talk.repairs or "" for talk in story.all_talks.values() for choice in talk.choices()}
        for choice in story.choices.values():
            if not facts.bit("reached", choice.id) & may:
                continue
            effects = choice.effects
            trust.add(choice.decision, effects.trust)
            repairs.add(choice.decision, effects.repair)
            for who, by in effects.bond.items():
                self.bonds.setdefault(who, _Sum()).add(choice.decision, by)
            if choice.decision is not None:
                self.effects.setdefault(choice.decision[0], []).append((choice.decision[1], effects.trust, effects.act))
            else:
                self.care += max(0, effects.trust)
                self.acts += effects.act
            whose = mends.get(choice.id, "")
            self.mended[whose] = self.mended.get(whose, 0) + effects.repair
            if choice.change is not None:
                self.lamps |= {"lit", "out"}
        start, edges = story.episode.trust.start, story.episode.trust
        low, high = trust.bounds()
        self.trust = (min(start, max(edges.min, min(start, edges.max) + low)), max(start, min(edges.max, max(start, edges.min) + high)))
        self.repairs = (0.0, repairs.bounds()[1])

    # -- what a clause asks -------------------------------------------------------------------------------------------------------

    def why_not(self, clause: Clause, sure: int) -> tuple[str, float, float] | None:
        """The first figure that cannot be within its span, with what is asked and how far it goes; None when each can.

        sure: the facts that are there whenever this clause is asked and holds.
        """
        if self.open:
            return None
        for name, (low, high) in clause.spans.items():
            least, most = self._reach(name, clause, sure)
            if low > most + 1e-9:
                return name, low, most
            if high < least - 1e-9:
                return name, high, least
        if not clause.values:
            return None
        fewest, most = self.answered(Clause(), sure)
        which = clause.values.get("answered", frozenset())
        half = self.asked // 2
        if which == {"most"} and most <= half:
            return "answered", half + 1, most
        if (which == {"few"} and fewest > half) or ("yes" in clause.values.get("nothing answered", ()) and fewest):
            return "answered", half, fewest
        return None

    def _reach(self, name: str, clause: Clause, sure: int) -> Bounds:
        if name == "trust":
            return self.trust
        if name == "repairs":
            return self.repairs
        if name in ("clues", "stages"):
            found, there = self.may & self.clues & ~clause.neg, sure & self.clues
            if name == "clues":
                return there.bit_count(), found.bit_count()
            return len(self._stages_of(there)), len(self._stages_of(found))
        if name.startswith("bond "):
            bond = self.bonds.get(name[5:])
            wide = self.story.episode.trust.max - self.story.episode.trust.min
            low, high = bond.bounds() if bond is not None else (0.0, 0.0)
            return max(-wide, low), min(wide, high)
        return -inf, self._share(name, clause, sure)

    def _stages_of(self, clues: int) -> set[int]:
        return {stage for bit, stage in self.stages.items() if bit & clues} - {0}

    def answered(self, clause: Clause, sure: int) -> tuple[int, int]:
        """How few and how many decisions can have been answered."""
        fewest = sum(bool(sure & options) for options in self.facts.options.values())
        most = sum(bool(self.may & options) for options in self.facts.options.values())
        which = clause.values.get("answered", frozenset())
        if which == {"most"}:
            fewest = max(fewest, self.asked // 2 + 1)
        elif which == {"few"}:
            most = min(most, self.asked // 2)
        return fewest, most

    def _share(self, name: str, clause: Clause, sure: int) -> float:
        """The most that a share can come to: over each number of answered decisions that is possible."""
        fewest, most = self.answered(clause, sure)
        if name == "acts_share":
            best = {decision: self._best(decision, sure, 2) for decision in self.effects}
            told = [value for decision, value in best.items() if self._has_act(decision)]
            return _best_share(self.acts + sum(best.values()) - sum(told), told, 1, len(told))
        if name == "repairs_share":
            rest = self.mended.get("", 0.0)
            return _best_share(rest, (value for d, value in self.mended.items() if d), max(1, fewest), most)
        return _best_share(self.care, (self._best(d, sure, 1) for d in self.effects), max(1, fewest), most)

    def _has_act(self, decision: str) -> bool:
        known = self.story.decisions.get(decision)
        return known is not None and any(option.act for option in known.options.values())

    def _best(self, decision: str, sure: int, which: int) -> float:
        """The most an answered decision adds: by the option that surely was taken, where one was."""
        some = self.effects[decision]
        taken = [one for one in some if self.facts.bit("option", f"{decision}.{one[0]}") & sure]
        return max(float(one[which]) for one in taken or some)


def _best_share(rest: float, each: Iterable[float], fewest: int, most: int) -> float:
    """The best of (rest + the k best) / k. Below nothing answered there is no share at all."""
    best, total = -inf, rest
    ordered = sorted(each, reverse=True)
    for count in range(1, most + 1):
        total += ordered[count - 1] if count <= len(ordered) else 0.0
        if count >= fewest:
            best = max(best, total / count)
    return best
