"""Talks that go round in a circle: nobody may be kept in one until they think of passing it over.

Room: game/authoring. How it is found: `game/authoring/rounds.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.bench import Bench
from game.authoring.rounds import Round, rounds
from game.content.diagnostics import Diagnostic, Rule, Severity

ENDLESS = Rule(
    "SV099", "endless-talk", Severity.ERROR, "from “{node}” every way leads round in a circle: only passing the scene over helps"
)
MAY_SHUT = Rule("SV100", "way-out-may-shut", Severity.WARNING, "from “{node}” there may be no way out but passing the scene over{where}")
RULES = (ENDLESS, MAY_SHUT)
SHOWN = 3


def check_rounds(bench: Bench) -> Iterator[Diagnostic]:
    """One node a talk, the first: when it has its way out the next is told."""
    story = bench.story
    for found in rounds(bench.plot, tuple(story.episode.paths) or ("s", "m", "f")):
        mark = story.all_talks[found.talk].nodes[found.node].mark()
        if found.always:
            yield ENDLESS.at(mark, node=found.node)
        else:
            yield MAY_SHUT.at(mark, node=found.node, where=_where(found))


def _where(found: Round) -> str:
    """With what it was found, for whoever looks for it."""
    given, missing = ", ".join(found.given[:SHOWN]), ", ".join(found.missing[:SHOWN])
    where = ""
    if given and missing:
        where = f", with “{given}” and without “{missing}”"
    elif given:
        where = f", with “{given}”"
    elif missing:
        where = f", without “{missing}”"
    return where
