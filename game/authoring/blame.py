"""What never happens, and what to mend for it: of a whole chain of things that wait for each other, the one that begins it.

Room: game/authoring. Reads `possible.py` for every path; `rules/never.py` words it.

Something is only blamed where opening it would help. Each candidate is supposed to happen, in turn, and what then becomes possible
stands behind it: the one that has most behind it is named, and the others are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.content.vocabulary import PathId

from .outcome import Possible, Reason, explain
from .plot import Plot, Thing
from .possible import possible

TRIES = 24
"""Candidates to suppose; a story with more of them is named one by one, which is long and still true."""
FIRST = ("place", "talk", "node", "hotspot", "person", "exit", "use", "choice", "clue")
"""What to look at first among what nothing leads to."""


@dataclass(frozen=True, slots=True)
class Never:
    """One thing that never happens: why, and what waits behind it. No reason: nothing leads there at all."""

    thing: Thing
    reason: Reason | None
    behind: tuple[Thing, ...]


def never(plot: Plot) -> Iterator[Never]:
    """Each root of what never happens on any path in any mode, those with most behind them first."""
    paths: tuple[PathId, ...] = tuple(plot.story.episode.paths) or ("s", "m", "f")
    found: dict[PathId, Possible] = {}
    dead = list(plot.things)
    for path in (*paths[-1:], *paths[:-1]):  # the longest first, then the shortest: between them they often have everything
        if dead:
            found[path] = possible(plot, path, None)
            dead = [key for key in dead if key not in found[path].there]
    if dead:
        yield from _roots(plot, [found[path] for path in paths], dead)


def _roots(plot: Plot, found: list[Possible], dead: list[str]) -> Iterator[Never]:
    left = dict.fromkeys(dead)
    shut = [key for key in dead if any(key in one.shut for one in found)]
    opened = {key: _opened(plot, found, key, dead) for key in shut[:TRIES]}
    while shut:
        best = max(shut, key=lambda key: len(opened.get(key, {key}) & left.keys()))  # the first of the longest
        yield _told(plot, found, best, opened.get(best, {best}) & left.keys())
        left = {key: None for key in left if key not in opened.get(best, {best})}
        shut = [key for key in shut if key in left]
    rank = {kind: at for at, kind in enumerate(FIRST)}
    for tried, key in enumerate(sorted(left, key=lambda key: rank.get(plot.things[key].kind, len(FIRST)))):
        if key in left and plot.things[key].kind in rank:
            more = _opened(plot, found, key, dead) if tried < TRIES else {key}
            yield _told(plot, found, key, more & left.keys())
            left = {other: None for other in left if other not in more}


def _opened(plot: Plot, found: list[Possible], key: str, dead: list[str]) -> set[str]:
    """What would happen, if this did, of all that never does."""
    opened = {key}
    for one in found:
        if key in one.shut or not any(key in other.shut for other in found):
            opened |= possible(plot, one.path, one.mode, frozenset({key}), one).there & set(dead)
    return opened


def _told(plot: Plot, found: list[Possible], key: str, behind: set[str]) -> Never:
    reason = next((why for one in found for why in (explain(plot, one, key),) if why is not None), None)
    return Never(plot.things[key], reason, tuple(thing for name, thing in plot.things.items() if name in behind and name != key))
