"""Answers: what cannot be taken says why, what is thrown in has something to cut short, what is had again has a topic.

Room: game/authoring.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.authoring.bench import Bench
from game.authoring.rules.references import everything
from game.content.diagnostics import Diagnostic, Rule, Severity
from game.content.talk import Choice, Line, Talk

E = Severity.ERROR
WHY_NOT = Rule("SV078", "shut-choice-says-why", E, "`needs` and `why_not` go together on the choice “{choice}”")
REPEATS = Rule("SV079", "repeats-needs-a-topic", E, "“{talk}” `repeats`, {why}")
INTERRUPT = Rule("SV090", "interrupt-cuts-short", E, "“{choice}” is thrown in {where}")
RULES = (WHY_NOT, REPEATS, INTERRUPT)


def check_answers(bench: Bench) -> Iterator[Diagnostic]:
    """Every choice, thrown-in ones too."""
    spoken = set()
    for talk in bench.story.all_talks.values():
        spoken |= {line.id for line in talk.lines()}
        if talk.repeats and not any(choice.once for choice in talk.choices()):
            yield REPEATS.at(talk.mark("repeats"), talk=talk.id, why="and none of its choices is a topic (`once: true`)")
        elif talk.repeats and talk.opens != "click":
            yield REPEATS.at(talk.mark("repeats"), talk=talk.id, why=f"and opens by itself ({talk.opens}): it would never leave one alone")
        yield from _interrupts(talk)
    for model in everything(bench.story):
        if isinstance(model, Choice) and (model.needs is None) != (model.why_not is None):
            yield WHY_NOT.at(model.mark("needs" if model.needs is not None else "why_not"), choice=model.id)
        if isinstance(model, Line) and model.interrupt is not None and model.id not in spoken:
            yield INTERRUPT.at(model.mark("interrupt"), choice=model.interrupt.id, where="outside a talk, where nothing can be cut short")


def _interrupts(talk: Talk) -> Iterator[Diagnostic]:
    """Where the choices of the node are open anyway there is nothing to throw in."""
    for node in talk.nodes.values():
        last = node.lines[-1] if node.lines else None
        if node.choices and last is not None and last.interrupt is not None:
            where = "on the last line of a node with choices: make it one of them"
            yield INTERRUPT.at(last.mark("interrupt"), choice=last.interrupt.id, where=where)
