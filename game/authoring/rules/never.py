"""What can never come, whatever is played: lines, choices, talks, places, endings behind a condition that cannot hold, or behind nothing.

Room: game/authoring. What is found is never a guess (`game/authoring/possible.py`); what depends on the order of play is the soft-lock
proof's. Of things that wait for each other the one to mend is named, and says what stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.authoring.bench import Bench
from game.authoring.blame import Never, never
from game.authoring.clauses import Reader, each
from game.authoring.outcome import Reason
from game.authoring.plot import Thing
from game.authoring.rules.graph import unled
from game.content.condition import Condition
from game.content.diagnostics import Diagnostic, Rule, Severity

E = Severity.ERROR
ENDING_HIDDEN = Rule("SV083", "ending-never-comes", E, "the ending “{id}” never comes: {why}")
NEVER_SAID = Rule("SV093", "never-said", E, "“{id}” is never said or shown: {why}")
NEVER_TAKEN = Rule("SV094", "never-taken", E, "the answer “{id}” can never be taken: {why}")
NEVER_OPENS = Rule("SV095", "never-opens", E, "“{id}” never opens: {why}")
OUT_OF_REACH = Rule("SV096", "place-out-of-reach", E, "nobody can ever come to “{id}”: {why}")
NEVER_THERE = Rule("SV097", "never-there", E, "“{id}” is never there: {why}")
NEVER_PLAYED = Rule("SV098", "never-played", E, "the node “{id}” never plays: {why}")
NO_LOOK = Rule("SV101", "look-may-be-missing", Severity.WARNING, "“{place}” may be without a picture: none of its looks holds at all times")
NOT_OFFERED = Rule("SV102", "decision-never-offered", Severity.WARNING, "no talk offers the decision “{decision}”")
NOT_LAID_OUT = Rule("SV103", "log-never-laid-out", Severity.WARNING, "no node lays out the log “{log}”")
OWN_EXIT = Rule("SV104", "exit-to-itself", E, "this exit leads back to “{place}” itself")
RULES = (
    NO_LOOK,
    NOT_OFFERED,
    NOT_LAID_OUT,
    OWN_EXIT,
    ENDING_HIDDEN,
    NEVER_SAID,
    NEVER_TAKEN,
    NEVER_OPENS,
    OUT_OF_REACH,
    NEVER_THERE,
    NEVER_PLAYED,
)

BY_KIND = {
    **dict.fromkeys(("line", "text", "log-line", "count"), NEVER_SAID),
    **dict.fromkeys(("choice", "card", "use"), NEVER_TAKEN),
    **dict.fromkeys(("talk", "board", "bell", "map", "closing"), NEVER_OPENS),
    **dict.fromkeys(("hotspot", "state", "exit", "person", "look", "clue"), NEVER_THERE),
    "place": OUT_OF_REACH,
    "node": NEVER_PLAYED,
    "ending": ENDING_HIDDEN,
}
FIGURES = {
    "trust": ("trust_min", "trust_max"), "repairs": ("repairs_min", "repairs_min"), "answered": ("answered", "answered"),
}  # fmt: skip
"""What an author writes for a figure that asks too much, and for one that asks too little; the others are written as they are called."""
SHOWN = 4


def check_never(bench: Bench) -> Iterator[Diagnostic]:
    """The roots of what never happens. A file tried alone, without a place to start from, is asked for contradictions only."""
    story = bench.story
    yield from _idle(bench)
    if story.episode.start not in story.places:
        yield from _contradictions(bench)
        return
    told = {f"{talk.id}/{name}" for talk in story.all_talks.values() for name in unled(talk)}
    for found in never(bench.plot):
        if found.thing.kind != "node" or found.thing.name not in told:  # else the shape of the talk says so already
            yield _told(found)


def _idle(bench: Bench) -> Iterator[Diagnostic]:
    """What nothing uses, whatever is played, and places whose picture is not sure."""
    story = bench.story
    read = Reader(story, bench.plot.facts)
    offered = {choice.decision[0] for choice in story.choices.values() if choice.decision is not None}
    laid_out = {node.log for talk in story.all_talks.values() for node in talk.nodes.values()}
    for place in story.places.values():
        if each(*(read.fails(look.when) for look in place.looks.values())):
            yield NO_LOOK.at(place.mark("looks"), place=place.id, hint="let the last one ask nothing")
        for way in place.exits.values():
            if way.to == place.id:
                yield OWN_EXIT.at(way.mark(), place=place.id)
    if story.all_talks:
        for name, decision in story.decisions.items():
            if name not in offered:
                yield NOT_OFFERED.at(decision.mark(), decision=name)
        for name, log in story.logs.items():
            if name not in laid_out and laid_out <= {None, *story.logs}:  # else it may be the one that was meant
                yield NOT_LAID_OUT.at(log.mark(), log=name)


def _told(found: Never) -> Diagnostic:
    thing = found.thing
    mark = thing.mark() if found.reason is not None else thing.model.mark()
    return BY_KIND[thing.kind].at(mark, id=thing.name, why=_why(thing, found.reason), hint=_behind(found.behind))


def _why(thing: Thing, reason: Reason | None) -> str:
    """The reason in one of a few sentences, which `game/words/check` translates."""
    if reason is None:
        return "no way leads there from the start" if thing.kind == "place" else "nothing leads there"
    names = ", ".join(reason.names[:SHOWN])
    if reason.kind == "figure":
        most = reason.asked > reason.had
        key = FIGURES.get(names, (names, names))[0 if most else 1]
        return f"it asks for `{key}: {reason.asked:g}`, and {reason.had:g} is the {'most' if most else 'least'} there can be"
    if reason.kind == "before":
        return f"“{names}” before it always holds then"
    against = next(_against(thing), None) if reason.kind == "contradiction" else None
    if against is not None:
        return f"it asks for “{against}” and for not “{against}” at once"
    sentences = {
        "never": f"it asks for “{names}”, and nothing that can happen before brings it",
        "always": f"it asks for not “{names}”, which is always there by then",
        "not yet": f"it asks for “{names}”, which cannot be there yet",
        "options": f"it asks for two answers to “{names}” at once",
        "start": "it asks for a path or a mode that is not offered where it stands",
        "lamp": "it asks for the lamp, and no choice before changes the picture",
    }
    return sentences.get(reason.kind, "its condition contradicts itself")


def _against(thing: Thing) -> Iterator[str]:
    """What its conditions ask for, and for the contrary of, by name."""
    wanted: set[str] = set()
    refused: set[str] = set()
    todo = [getattr(thing.model, name, None) for name in thing.conditions]
    while todo:
        condition = todo.pop()
        if isinstance(condition, Condition):
            wanted.update(condition.reached, condition.has, condition.flag)
            todo += condition.all
            for inner in condition.not_:
                if not (inner.all or inner.any or inner.not_):
                    refused.update(inner.reached, inner.has, inner.flag)
    yield from sorted(wanted & refused)


def _behind(things: Iterable[Thing]) -> str | None:
    names = [thing.name for thing in things if thing.kind not in ("line", "text", "count", "look", "node", "log-line")]
    if not names:
        return None
    more = len(names) - SHOWN
    return f"behind it: {', '.join(names[:SHOWN])}" + (f" and {more} more" if more > 0 else "")


def _contradictions(bench: Bench) -> Iterator[Diagnostic]:
    """What asks for something and for its contrary."""
    story, plot = bench.story, bench.plot
    read = Reader(story, plot.facts)
    for thing in plot.things.values():
        asked = [one for name in thing.conditions for one in (getattr(thing.model, name, None),) if isinstance(one, Condition)]
        if not read.all(*asked):
            yield BY_KIND[thing.kind].at(thing.mark(), id=thing.name, why=_why(thing, Reason("contradiction")))
    endings = story.episode.endings
    for at, ending in enumerate(endings):
        before = [other for other in endings[:at] if not each(read.holds(ending.when), read.fails(other.when))]
        if before:
            why = _why(plot.things["ending:" + ending.id], Reason("before", (before[0].id,)))
            yield ENDING_HIDDEN.at(ending.mark(), id=ending.id, why=why)
