"""Conditions in disjunctive form: the ways each can hold, a contradiction being no way at all.

Room: game/authoring. What a condition means is in `game/core/conditions.py`; the tests hold the two together.

Facts are bits of a whole number, one for each thing that can come to be true and then stays true: an id that was reached, a clue found, a
place visited, an option taken. The same id may be several of them (a flag called after a clue), so each kind has a bit of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import inf
from types import MappingProxyType

from game.content.condition import Condition
from game.content.story import Story

MOST = 128
"""Ways to tell apart; a condition with more of them is supposed to hold at any time, which blames nobody."""
SHARES = frozenset({"care_share", "acts_share", "repairs_share"})

Span = tuple[float, float]
"""From, to: both may be had. For a share the end may not."""


class Facts:
    """The bit of each fact, and the name of each bit. Kinds: `reached`, `clue`, `visited`, `option` (`decision.option`)."""

    def __init__(self, story: Story) -> None:
        self.clues, self.places = frozenset(story.clues), frozenset(story.places)
        self.bits: dict[tuple[str, str], int] = {}
        self.names: list[str] = []
        self.options: dict[str, int] = {}  # by decision, all its options

    def bit(self, kind: str, name: str) -> int:
        """The bit of one fact, made when it is first asked for."""
        found = self.bits.get((kind, name))
        if found is None:
            found = self.bits[kind, name] = 1 << len(self.names)
            self.names.append(name)
            if kind == "option":
                self.options[name.partition(".")[0]] = self.options.get(name.partition(".")[0], 0) | found
        return found

    def of(self, kind: str, names: Iterable[str]) -> int:
        """The bits of several."""
        found = 0
        for name in names:
            found |= self.bit(kind, name)
        return found

    def any_of(self, name: str) -> tuple[int, ...]:
        """The bits that `reached: name` may mean; a clue or a place that was also set as a flag has two."""
        bits = [self.bit("clue", name)] if name in self.clues else []
        bits += [self.bit("visited", name)] if name in self.places else []
        if not bits or ("reached", name) in self.bits:
            bits.append(self.bit("reached", name))
        return tuple(bits)

    def named(self, mask: int) -> Iterator[str]:
        """The names of these bits."""
        while mask:
            low = mask & -mask
            yield self.names[low.bit_length() - 1]
            mask ^= low


@dataclass(frozen=True, slots=True)
class Clause:
    """One way for a condition to hold: these facts, none of those, figures within these spans, one of these values (path, mode, lamp …)."""

    pos: int = 0
    neg: int = 0
    spans: Mapping[str, Span] = field(default_factory=lambda: MappingProxyType({}))
    values: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))

    def both(self, other: Clause) -> Clause | None:
        """Both at once; None where they contradict each other."""
        pos, neg = self.pos | other.pos, self.neg | other.neg
        if pos & neg:
            return None
        spans, values = self.spans, self.values
        if other.spans:
            spans = dict(spans)
            for name, (low, high) in other.spans.items():
                before = spans.get(name, (-inf, inf))
                low, high = max(low, before[0]), min(high, before[1])
                if low > high or (name in SHARES and low >= high - 1e-9):
                    return None
                spans[name] = (low, high)
        if other.values:
            values = dict(values)
            for name, allowed in other.values.items():
                values[name] = allowed & values.get(name, allowed)
                if not values[name]:
                    return None
        return replace(self, pos=pos, neg=neg, spans=spans, values=values)


ALWAYS = Clause()
Clauses = tuple[Clause, ...]
OFTEN: Clauses = (ALWAYS,)
"""What holds at any time, or has too many ways to be told apart."""


def each(*lists: Clauses) -> Clauses:
    """Every way for one of each to hold at once."""
    found: Clauses = OFTEN
    for clauses in lists:
        if clauses == OFTEN:
            continue
        found = clauses if found == OFTEN else tuple(one for a in found for b in clauses for one in (a.both(b),) if one is not None)
        if len(found) > MOST:
            return OFTEN
    return found


class Reader:
    """Turns conditions into clauses, once each."""

    def __init__(self, story: Story, facts: Facts) -> None:
        self.facts = facts
        self.people = frozenset(story.cast)
        self._kept: dict[tuple[int, bool], Clauses] = {}
        self._alive: list[Condition] = []  # so that no two conditions have the same id()

    def all(self, *conditions: Condition | None) -> Clauses:
        """The ways for all of these to hold at once."""
        return each(*(self.holds(one) for one in conditions if one is not None))

    def holds(self, condition: Condition | None) -> Clauses:
        """The ways for this to hold; `OFTEN` for none."""
        if condition is None or not condition.model_fields_set:
            return OFTEN
        return self._once(condition, true=True)

    def fails(self, condition: Condition | None) -> Clauses:
        """The ways for this not to hold."""
        if condition is None or not condition.model_fields_set:
            return ()
        return self._once(condition, true=False)

    def _once(self, condition: Condition, *, true: bool) -> Clauses:
        key = (id(condition), true)
        if key not in self._kept:
            self._alive.append(condition)
            self._kept[key] = each(*self._parts(condition)) if true else self._some_fails(condition)
        return self._kept[key]

    def _parts(self, condition: Condition) -> Iterator[Clauses]:
        """Each key of a condition, as the ways for it to hold."""
        for positive, _ in self._keys(condition):
            yield positive
        for inner in condition.all:
            yield self.holds(inner)
        if condition.any is not None:
            yield _some([self.holds(inner) for inner in condition.any])
        for inner in condition.not_:
            yield self.fails(inner)

    def _some_fails(self, condition: Condition) -> Clauses:
        ways = [negative for _, negative in self._keys(condition)]
        ways += [self.fails(inner) for inner in condition.all]
        if condition.any is not None:
            ways.append(each(*(self.fails(inner) for inner in condition.any)))
        ways += [self.holds(inner) for inner in condition.not_]
        return _some(ways)

    def _keys(self, condition: Condition) -> Iterator[tuple[Clauses, Clauses]]:
        """The keys that hold no condition: how each holds, and how it fails."""
        bit = self.facts.bit
        for name in condition.reached:
            bits = self.facts.any_of(name)
            none = 0
            for one in bits:
                none |= one
            yield tuple(Clause(pos=one) for one in bits), (Clause(neg=none),)
        plain = [bit("clue", name) for name in condition.has] + [bit("reached", name) for name in condition.flag]
        plain += [bit("option", f"{decision}.{option}") for decision, option in condition.chose.items()]
        for one in plain:
            yield (Clause(pos=one),), (Clause(neg=one),)
        for name in ("trust", "repairs"):
            least = getattr(condition, f"{name}_min")
            if least is not None:
                yield _span(name, least, inf), _span(name, -inf, least - 1)
        if condition.trust_max is not None:
            yield _span("trust", -inf, condition.trust_max), _span("trust", condition.trust_max + 1, inf)
        for name in ("clues", "stages"):
            least = getattr(condition, name)
            if least is not None:
                yield _span(name, least, inf), _span(name, -inf, least - 1)
        for who, least in condition.bond_min.items():
            yield _span(f"bond {who}", least, inf), _span(f"bond {who}", -inf, least - 1)
        for name in sorted(SHARES):
            least = getattr(condition, name)
            if least is not None:
                some = Clause(spans={name: (least, inf)}, values={"nothing answered": frozenset({"no"})})
                yield (some,), (*_span(name, -inf, least), Clause(values={"nothing answered": frozenset({"yes"})}))
        if condition.answered is not None:
            yield _one_of("answered", {"few", "most"}, {condition.answered})
        if condition.path is not None:
            yield _one_of("path", {"s", "m", "f"}, set(condition.path))
        if condition.mode is not None:
            yield _one_of("mode", {"class", "home"}, {condition.mode})
        if condition.lamp is not None:
            yield _one_of("lamp", {"none", "lit", "out"}, {condition.lamp})


def _span(name: str, low: float, high: float) -> Clauses:
    return (Clause(spans={name: (low, high)}),)


def _one_of(name: str, every: set[str], asked: set[str]) -> tuple[Clauses, Clauses]:
    other = frozenset(every - asked)
    return (Clause(values={name: frozenset(asked)}),), (Clause(values={name: other}),) if other else ()


def _some(lists: list[Clauses]) -> Clauses:
    """The ways for one of these to hold."""
    found = tuple(one for clauses in lists for one in clauses)
    return OFTEN if ALWAYS in found or len(found) > MOST else found
