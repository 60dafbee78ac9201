"""Nobody may be stuck: from everywhere an ending stays reachable. The proof itself is `game/authoring/proof.py`.

Room: game/authoring. Looked at whatever else is wrong, but for what makes it another story: a file that cannot be read, a name that names
nothing. Then the first such fault says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.authoring.bench import Bench
from game.authoring.proof import prove
from game.authoring.rules import references
from game.authoring.steps import without_reading
from game.content.diagnostics import Diagnostic, Rule, Severity, errors
from game.content.model import Mark
from game.content.rules import READING_RULES

SOFT_LOCK = Rule("SV080", "soft-lock", Severity.ERROR, "no ending can be reached any more ({start}) after: {steps}")
NOT_PROVED = Rule(
    "SV081", "ending-not-proved", Severity.WARNING, "an ending is not sure from everywhere ({places}), and not every way was followed here"
)
RULES = (SOFT_LOCK, NOT_PROVED)
ANOTHER_STORY = frozenset(
    {
        *READING_RULES, references.UNKNOWN_CLUE, references.UNKNOWN_TALK, references.UNKNOWN_NODE, references.UNKNOWN_ID,
        references.UNKNOWN_PLACE, references.UNKNOWN_OPTION,
    }
)  # fmt: skip
"""After one of these the story that is there is not the one that is meant: what could be shown of it would say nothing."""
WAITS = "whether one can get stuck is looked at after that"
QUICKLY = 1000
"""States to follow in a check, about a second; `prove` goes further."""


def first_to_mend(bench: Bench, found: Iterable[Diagnostic]) -> Diagnostic | None:
    """The fault because of which nothing is shown yet of getting stuck; None where it is looked at, or there is nothing to play."""
    if bench.story.episode.start not in bench.story.places:
        return None
    return next((fault for fault in errors(found) if fault.rule in ANOTHER_STORY), None)


def check_endings(bench: Bench) -> Iterator[Diagnostic]:
    """One trap is told, the nearest; when it is gone the next one is."""
    story = bench.story
    if story.episode.start not in story.places:
        return  # a file tried alone, without an episode to play
    proof = prove(story, QUICKLY, talks=False)  # talks that go round are told by `rounds.py`
    if proof.trap is not None:
        done = without_reading(proof.trap.commands)
        stuck = story.places.get(proof.trap.state.place or "")
        where: Mark = stuck.mark() if stuck is not None else story.episode.mark()
        yield SOFT_LOCK.at(where, start=proof.trap.start, steps=", ".join(done) or "nothing at all", hint="see docs/soft-lock.md")
    elif proof.verdict == "open":
        closing = story.episode.closing
        where = closing.mark("needs") if closing is not None else story.episode.mark()
        yield NOT_PROVED.at(where, places=", ".join(proof.lost), hint="`python run.py prove` follows them all")
