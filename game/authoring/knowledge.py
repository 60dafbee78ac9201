"""What is known where something is asked, and whether it can happen there: the tables that `possible.py` works out, and how they are read.

Room: game/authoring. Facts are bits of a number (`clauses.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

from game.content.vocabulary import Mode, PathId

from .clauses import ALWAYS, Clause, Clauses, Facts, each
from .figures import Figures
from .plot import Plot, Row

ALL = -1
"""Every bit."""


@dataclass(frozen=True, slots=True)
class Here:
    """What is known where something is asked: facts that are there, and facts that are not."""

    sure: int = 0
    lacking: int = 0


class Knowledge:
    """Of one path in one mode: the facts that may come, what surely comes with each, and what was found to happen or to be shut.

    forced: keys that are supposed to happen, whatever they ask.
    """

    def __init__(self, plot: Plot, path: PathId, mode: Mode | None, forced: frozenset[str] = frozenset()) -> None:
        self.plot, self.path, self.mode, self.forced = plot, path, mode, forced
        self.facts: Facts = plot.facts
        self.may = 0
        self.sure: dict[int, int] = {}
        self.fresh: dict[int, int] | None = None
        self.there: set[str] = set()
        self.shut: dict[str, tuple[Clauses, Here]] = {}
        self.hidden: dict[str, tuple[str, ...]] = {}
        self.known: dict[int, int] = {}  # what `close` answered
        self.figures = self._figures()

    def _figures(self) -> Figures:
        return Figures(self.plot.story, self.path, self.facts, self.may)

    def close(self, facts: int) -> int:
        """These facts and all that is there with them."""
        found = self.known.get(facts)
        if found is None:
            found, todo = facts, facts
            while todo:
                more = self._close_one(todo & -todo)
                found |= more
                todo &= ~more  # what is closed holds all that its own facts bring
            self.known[facts] = found
        return found

    def _close_one(self, fact: int) -> int:
        found = self.known.get(fact)
        if found is None:
            found, todo = fact, fact
            while todo:
                low = todo & -todo
                closed = self.known.get(low)
                more = self.sure.get(low, 0) | low if closed is None else closed
                todo = (todo | more & ~found) & ~(low if closed is None else closed)
                found |= more
            self.known[fact] = found
        return found

    def _gain(self, facts: int, before: int = 0, beside: int = 0) -> None:
        """These facts come to be true: `before` was there, `beside` comes with them and brings only itself."""
        self.may |= facts
        if self.fresh is not None:
            known, rest = self.close(before) | facts | beside, facts
            while rest:
                low = rest & -rest
                self.fresh[low] = self.fresh.get(low, ALL) & known
                rest ^= low

    def can(self, clause: Clause, here: Here) -> int | None:
        """What is sure where this clause holds; None where it never does."""
        known = self.close(here.sure | clause.pos) if clause.pos & ~here.sure else here.sure
        return known if self.why_not(clause, here, known) is None else None

    def why_not(self, clause: Clause, here: Here, known: int) -> str | None:
        """What keeps a clause from holding."""
        if clause.pos & ~self.may:
            return "never"
        if clause.neg & known:
            return "always"
        if known & here.lacking:
            return "not yet"
        values = clause.values
        if values and (self.path not in values.get("path", self.path) or self.mode not in (None, *values.get("mode", (self.mode,)))):
            return "start"
        if "lamp" in values and not values["lamp"] & self.figures.lamps:
            return "lamp"
        for options in self.facts.options.values():
            both = known & options
            if both & (both - 1):
                return "options"
        return "figure" if self.figures.why_not(clause, known) is not None else None

    def holds(self, clauses: Clauses, here: Here) -> bool:
        """Whether one of these can hold."""
        return any(clause is ALWAYS or self.can(clause, here) is not None for clause in clauses)

    def open(self, key: str, clauses: Clauses, here: Here) -> Here | None:
        """Whether what is called `key` can happen here, and what is known when it does."""
        if key in self.forced:
            self.there.add(key)
            return here
        if len(clauses) == 1 and clauses[0] is ALWAYS:
            self.there.add(key)
            return here
        sure, lacking, found = ALL, ALL, False
        for clause in clauses:
            known = here.sure if clause is ALWAYS else self.can(clause, here)
            if known is not None:
                found, sure, lacking = True, sure & known, lacking & clause.neg
        if not found:
            self.shut.setdefault(key, (clauses, here))
            return None
        self.there.add(key)
        return Here(sure, (here.lacking | lacking) & ~sure)

    def _row(self, row: Row, here: Here, before: tuple[Row, ...] = ()) -> Here | None:
        """One of several of which the first that holds is taken: none before it may hold."""
        if not before or row.key in self.forced:
            return self.open(row.key, row.clauses, here)
        held = tuple(one for one in row.clauses if one is ALWAYS or self.can(one, here) is not None)
        alone = tuple(one for one in held if self._alone(one, before, here))
        if held and not alone:
            each_by_itself = [other for other in before if not self.holds(each(held[:1], other.fails), here)]
            self.hidden.setdefault(row.key, tuple(other.key for other in each_by_itself[:1] or before))
            return self.open(row.key, (), here)
        return self.open(row.key, alone or row.clauses, here)

    def _alone(self, clause: Clause, before: tuple[Row, ...], here: Here) -> bool:
        """Whether this can hold while those do not: each by itself, then all at once where that is few enough to try."""
        for other in before:
            if not self.holds(each((clause,), other.fails), here):
                return False
        return self.holds(each((clause,), *(other.fails for other in before)), here)
