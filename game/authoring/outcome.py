"""What came of looking for all that can happen: the keys of what can, and in one word each why the rest cannot.

Room: game/authoring. `possible.py` works it out; `rules/never.py` words the reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from game.content.vocabulary import Mode, PathId

from .clauses import Clauses
from .figures import Figures
from .knowledge import Here, Knowledge
from .plot import Plot


@dataclass
class Possible:
    """The outcome: the keys of all that can happen (`plot.py`), and why the rest cannot where it is come to at all."""

    path: PathId
    mode: Mode | None
    may: int
    sure: dict[int, int]
    figures: Figures
    there: set[str] = field(default_factory=set)
    shut: dict[str, tuple[Clauses, Here]] = field(default_factory=dict)  # come to, but its condition cannot hold
    hidden: dict[str, tuple[str, ...]] = field(default_factory=dict)  # behind others of which the first that holds is taken


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something cannot happen where it is come to. kind: what `why_not` says; `asked` and `had` are figures."""

    kind: str
    names: tuple[str, ...] = ()
    asked: float = 0
    had: float = 0


def explain(plot: Plot, found: Possible, key: str) -> Reason | None:
    """What keeps the first way of its condition from holding; None where it is not come to at all."""
    if key not in found.shut:
        return None
    clauses, here = found.shut[key]
    if not clauses:
        hidden = tuple(plot.things[other].name for other in found.hidden.get(key, ()))
        return Reason("before" if hidden else "contradiction", hidden)
    search = Knowledge(plot, found.path, found.mode)
    search.may, search.sure, search.figures = found.may, found.sure, found.figures
    clause, name = clauses[0], plot.facts.named
    known = search.close(here.sure | clause.pos)
    kind = search.why_not(clause, here, known) or "contradiction"
    if kind == "never":
        return Reason(kind, tuple(name(clause.pos & ~found.may)))
    if kind == "always":
        return Reason(kind, tuple(name(clause.neg & known)))
    if kind == "not yet":
        late = clause.pos & here.lacking or clause.pos
        return Reason(kind, tuple(name(late)))
    if kind == "figure":
        what = found.figures.why_not(clause, known)
        return Reason(kind, (what[0],), what[1], what[2]) if what is not None else None
    if kind == "options":
        return Reason(kind, tuple(sorted(clause_options(plot, known))))
    return Reason(kind)


def clause_options(plot: Plot, known: int) -> Iterator[str]:
    """The decisions of which two options are asked for at once."""
    for decision, options in plot.facts.options.items():
        both = known & options
        if both & (both - 1):
            yield decision
