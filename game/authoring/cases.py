"""What a condition asks, for one path and one mode: the ways it can hold, and what surely is there when it does.

Room: game/authoring. Reads the shape of conditions; what they mean is in `game/core/conditions.py`, and the tests hold the two together.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from game.content.condition import Condition
from game.content.vocabulary import Mode, PathId

Facts: TypeAlias = frozenset[str]
NONE: Facts = frozenset()
KNOWN = frozenset({"all", "any", "not_", "reached", "has", "flag", "chose", "path", "mode", "clues", "stages"})
"""The keys of a condition that are understood here; one with any other key is never counted upon."""
MOST_CASES = 200


@dataclass(frozen=True, slots=True)
class Case:
    """One way for a condition to hold: these facts are there, so many clues and stages, and none of `shut_by` is true.

    Each of `shut_by` is what surely is there when the thing that must not be true is.
    """

    needs: Facts = NONE
    clues: int = 0
    stages: int = 0
    shut_by: tuple[Facts, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Reads conditions as one path and one mode do."""

    path: PathId
    mode: Mode

    def cases(self, *conditions: Condition | None) -> tuple[Case, ...]:
        """Every way for all of these to hold at once. None at all: it can never be counted upon."""
        found = [Case()]
        for condition in conditions:
            if condition is not None:
                found = [both(one, other) for one in found for other in self._of(condition)]
            if len(found) > MOST_CASES:
                return ()
        return tuple(found)

    def _of(self, condition: Condition) -> list[Case]:
        asked = condition.model_fields_set
        if not asked <= KNOWN and any(getattr(condition, name) not in (None, (), {}) for name in asked - KNOWN):
            return []
        if condition.path is not None and self.path not in condition.path:
            return []
        if condition.mode is not None and self.mode != condition.mode:
            return []
        shut: list[Facts] = []
        for inner in condition.not_:
            known = self.surely(inner)
            if known is not None:
                shut.append(known)
        first = Case(named(condition), condition.clues or 0, condition.stages or 0, tuple(shut))
        found = list(self.cases(*condition.all))
        if condition.any is not None:
            found = [both(one, other) for one in found for inner in condition.any for other in self._of(inner)]
        return [both(first, one) for one in found]

    def surely(self, condition: Condition) -> Facts | None:
        """What is there whenever this holds; None when it never holds on this path in this mode. Nothing, where nothing is known."""
        if condition.path is not None and self.path not in condition.path:
            return None
        if condition.mode is not None and self.mode != condition.mode:
            return None
        found = named(condition)
        for inner in condition.all:
            known = self.surely(inner)
            if known is None:
                return None
            found |= known
        if condition.any is not None:
            each = [known for inner in condition.any for known in (self.surely(inner),) if known is not None]
            if not each:
                return None
            found |= frozenset.intersection(*each)
        return found

    def loosely(self, *conditions: Condition | None) -> tuple[Case, ...]:
        """What surely is there when all of these hold: the facts they name, whatever else they ask."""
        found = NONE
        for condition in conditions:
            known = NONE if condition is None else self.surely(condition)
            if known is None:
                return ()
            found |= known
        return (Case(found),)


def named(condition: Condition) -> Facts:
    """The facts a condition names outright. An option that was chosen is the id of its choice."""
    chosen = (f"{decision}.{option}" for decision, option in condition.chose.items())
    return frozenset((*condition.reached, *condition.has, *condition.flag, *chosen))


def both(one: Case, other: Case) -> Case:
    return Case(one.needs | other.needs, max(one.clues, other.clues), max(one.stages, other.stages), (*one.shut_by, *other.shut_by))


def shut_by(cases: Iterable[Case], names: Iterable[str]) -> tuple[Case, ...]:
    """The same, each also shut by these."""
    more = tuple(frozenset({name}) for name in names)
    return tuple(Case(case.needs, case.clues, case.stages, (*case.shut_by, *more)) for case in cases)
