"""What is written and does nothing: conditions that always hold, branches that never do, answers not given, people and texts nobody meets.

Room: game/authoring. Each is sure by what stands in one place; what only the whole story tells is `never.py`'s.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf

from game.authoring.bench import Bench
from game.authoring.clauses import Clause, Clauses, Reader
from game.authoring.rules.references import everything
from game.content.condition import Condition
from game.content.diagnostics import Diagnostic, Rule, Severity
from game.content.episode import Trust
from game.content.model import Model, known_fields
from game.content.story import Story
from game.content.talk import Choice, Node, Talk
from game.content.vocabulary import END

E, W = Severity.ERROR, Severity.WARNING
OTHER_ANSWER = Rule("SV151", "other-answer-given", E, "whoever comes here has not answered “{decision}” with “{option}”")
SILENT_ROUND = Rule("SV152", "silent-round", E, "the node “{node}” says nothing and leads to itself")
DEAD_BRANCH = Rule("SV153", "dead-branch", E, "this part of `any` can never hold")
ALWAYS_HOLDS = Rule("SV154", "always-holds", W, "this condition always holds")
UNUSED_PERSON = Rule("SV155", "never-in-the-story", W, "nobody ever hears, sees or names “{who}”")
NO_BOARD = Rule("SV156", "brought-without-a-board", E, "never said: a bell brings clues, and for a board (`{missing}` is missing)")
TRUST_OUTSIDE = Rule("SV157", "trust-starts-outside", E, "trust starts at {start}, and goes from {least} to {most}")
UNUSED_TEXT = Rule("SV158", "unused-text", W, "nothing shows the text “{text}”")
BRINGS_NOTHING = Rule("SV159", "brings-nothing", E, "nobody ever brings “{clue}” this way: {why}")
RULES = (OTHER_ANSWER, SILENT_ROUND, DEAD_BRANCH, ALWAYS_HOLDS, UNUSED_PERSON, NO_BOARD, TRUST_OUTSIDE, UNUSED_TEXT, BRINGS_NOTHING)

BELOW = {"clues": 0.0, "stages": 0.0, "repairs": 0.0}
"""How low these figures can go; trust has its own edges."""


def check_idle(bench: Bench) -> Iterator[Diagnostic]:
    """Conditions, talks, people, and what a bell would bring."""
    story = bench.story
    yield from _conditions(bench)
    for talk in story.all_talks.values():
        yield from _other_answers(story, talk)
        for node in talk.nodes.values():
            if node.to == node.id and not (node.lines or node.choices or node.log):
                yield SILENT_ROUND.at(node.mark("to"), node=node.id, hint="the talk ends here: write `to: end`")
    if story.episode.start in story.places:
        yield from _brought(story)
        yield from _people(story)
        yield from _texts(story)


# -- conditions -------------------------------------------------------------------------------------------------------------------


def _conditions(bench: Bench) -> Iterator[Diagnostic]:
    story, trust = bench.story, bench.story.episode.trust
    read = Reader(story, bench.plot.facts)
    if not trust.min <= trust.start <= trust.max:
        yield TRUST_OUTSIDE.at(trust.mark("start"), start=trust.start, least=trust.min, most=trust.max)
        return
    for model in everything(story):
        if isinstance(model, Condition):
            for inner in model.any or ():
                if inner.model_fields_set and _never(read.holds(inner), trust):
                    yield DEAD_BRANCH.at(inner.mark())
        for name in known_fields(type(model), ("when", "needs")):
            asked = getattr(model, name)
            if isinstance(asked, Condition) and asked != Condition() and _never(read.fails(asked), trust):
                yield ALWAYS_HOLDS.at(model.mark(name), hint="leave it out")


def _never(clauses: Clauses, trust: Trust) -> bool:
    """Whether none of these can hold, whatever is played."""
    return all(_out_of_reach(clause, trust) for clause in clauses)


def _out_of_reach(clause: Clause, trust: Trust) -> bool:
    if clause.pos & clause.neg:
        return True
    for name, (low, high) in clause.spans.items():
        floor, ceiling = (trust.min, trust.max) if name == "trust" else (BELOW.get(name, -inf), inf)
        if low > high or high < floor or low > ceiling:
            return True
    return False


# -- answers ----------------------------------------------------------------------------------------------------------------------


def _other_answers(story: Story, talk: Talk) -> Iterator[Diagnostic]:
    """After an answer was given in this talk, and nowhere else, the others are not."""
    if talk.repeats or any(not choice.reached for choice in talk.choices()):
        return  # what can be had again can be answered again
    own = {choice.decision[0] for choice in talk.choices() if choice.decision is not None}
    elsewhere = {
        choice.decision[0] for other in story.all_talks.values() if other.id != talk.id for choice in other.choices() if choice.decision
    }
    for decision in sorted(own - elsewhere):
        for name, given in _given(talk, decision).items():
            if None not in given:
                yield from _asks_another(talk.nodes[name], decision, given)


def _given(talk: Talk, decision: str) -> dict[str, set[str | None]]:
    """For each node the answers that may have been given on the way there; None among them where there may be none yet."""
    found: dict[str, set[str | None]] = {talk.start: {None}}
    todo = [talk.start]
    while todo:
        name = todo.pop()
        node = talk.nodes.get(name)
        for way, _, by in node.ways() if node is not None else ():
            made = by.decision if isinstance(by, Choice) else None
            answers = {made[1]} if made is not None and made[0] == decision else found[name]
            if way != END and way in talk.nodes and not answers <= found.get(way, set()):
                found[way] = found.get(way, set()) | answers
                todo.append(way)
    return found


def _asks_another(node: Node, decision: str, given: set[str | None]) -> Iterator[Diagnostic]:
    for model in (node, *node.lines, *node.choices):
        for name in known_fields(type(model), ("when", "needs")):
            for asked in _at_once(getattr(model, name)):
                option = asked.chose.get(decision)
                if option is not None and option not in given:
                    yield OTHER_ANSWER.at(asked.mark("chose", decision), decision=decision, option=option)


def _at_once(condition: Condition | None) -> Iterator[Condition]:
    """A condition, and those inside it that must hold with it."""
    if condition is not None:
        yield condition
        for inner in condition.all:
            yield from _at_once(inner)


# -- what nothing uses ------------------------------------------------------------------------------------------------------------


def _brought(story: Story) -> Iterator[Diagnostic]:
    """What is only said of clues that a bell brings, while the board waits for them."""
    bell = story.episode.bell
    missing = "board" if story.board is None else "bell" if bell is None else ""
    if not missing:
        yield from _brought_in_vain(story)
        return
    for clue in story.clues.values():
        if clue.nudge is not None:
            yield NO_BOARD.at(clue.mark("nudge"), missing=missing)
    if bell is not None and bell.nothing is not None:
        yield NO_BOARD.at(bell.mark("nothing"), missing=missing)


def _brought_in_vain(story: Story) -> Iterator[Diagnostic]:
    """Where a bell brings no clue at all; or begins a talk without the clue, which would come first at every bell."""
    for clue in story.clues.values():
        if clue.nudge is None or story.episode.bell is None:
            continue
        if not story.episode.bell.nudges:
            yield BRINGS_NOTHING.at(clue.mark("nudge"), clue=clue.id, why="the bell brings none (`nudges: 0`)")
        talk = story.all_talks.get(clue.nudge.starts) if clue.nudge.starts is not None else None
        if talk is not None and clue.id not in given_in(talk, story):
            why = f"the talk “{talk.id}” does not give it, and whatever is written after it waits for ever"
            yield BRINGS_NOTHING.at(clue.nudge.mark("starts"), clue=clue.id, why=why)


def given_in(talk: Talk, story: Story) -> frozenset[str]:
    """The clues a talk can give: by its nodes, and by what is kept of the logs it lays out."""
    logs = (story.logs.get(node.log) for node in talk.nodes.values() if node.log is not None)
    kept = (clue for log in logs if log is not None for line in log.lines for clue in line.gives)
    return frozenset((*(clue for node in talk.nodes.values() for clue in node.gives), *kept))


def _texts(story: Story) -> Iterator[Diagnostic]:
    """Only the farewells, and the pages for adults, name texts that belong to no place and no talk."""
    closing, teaching = story.episode.closing, story.teaching
    shown = {name for farewell in closing.farewell.values() for name in farewell.texts} if closing is not None else set[str]()
    if not shown <= story.texts.keys():
        return  # a name that no text has may be meant for one of them
    if teaching is not None:
        shown |= {*teaching.note, *teaching.card}
    for name, text in story.texts.items():
        if name not in shown:
            yield UNUSED_TEXT.at(text.mark(), text=name)


def _people(story: Story) -> Iterator[Diagnostic]:
    named = {name for model in everything(story) for name in _names(model)}
    for name, someone in story.cast.items():
        if someone.kind == "person" and name not in named:
            yield UNUSED_PERSON.at(someone.mark(), who=name)


def _names(model: Model) -> Iterator[str]:
    for field in known_fields(type(model), ("who", "with_", "told", "about", "bond", "bond_min", "by")):
        value = getattr(model, field)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple | Mapping):
            yield from (name for name in value if isinstance(name, str))
