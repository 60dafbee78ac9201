"""What is asked of a path that it is not on, and flags that nobody reads.

Room: game/authoring. What can never come for another reason is in `never.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.authoring.bench import Bench
from game.authoring.rules.references import everything
from game.content.condition import Condition
from game.content.diagnostics import Diagnostic, Rule, Severity
from game.content.model import Model, known_fields
from game.content.place import Use
from game.content.story import Story
from game.content.talk import Choice, Line, Node, Talk

FLAG_UNREAD = Rule("SV082", "flag-never-read", Severity.WARNING, "nothing asks whether “{flag}” was set")
OFF_PATH = Rule("SV084", "never-on-this-path", Severity.ERROR, "this is for path {asked}, and what holds it is only on {there}")
RULES = (FLAG_UNREAD, OFF_PATH)


def check_reach(bench: Bench) -> Iterator[Diagnostic]:
    """Paths, flags."""
    story = bench.story
    for talk in story.all_talks.values():
        for node in talk.nodes.values():
            yield from _node(talk, node)
    if not bench.alone or story.places:
        yield from _flags(story)


def _node(talk: Talk, node: Node) -> Iterator[Diagnostic]:
    """A node, its lines and its choices are on paths that the talk is on."""
    there = frozenset(talk.paths)
    yield from _against(node, node.when, there)
    if node.paths is not None:
        if not there & frozenset(node.paths):
            yield _off(node, node.paths, there)
        there &= frozenset(node.paths)
    if node.when is not None and node.when.path is not None:
        there &= frozenset(node.when.path)
    inner: Iterable[Line | Choice] = (*node.lines, *node.choices, *node.interrupts())
    for part in inner:
        yield from _against(part, part.when, there)


def _against(model: Model, condition: Condition | None, there: frozenset[str]) -> Iterator[Diagnostic]:
    if condition is not None and condition.path is not None and there and not there & frozenset(condition.path):
        yield _off(model, condition.path, there)


def _off(model: Model, asked: Iterable[str], there: frozenset[str]) -> Diagnostic:
    order = "smf"
    told = "".join(sorted(there, key=order.index))
    return OFF_PATH.at(model.mark(), asked="".join(asked), there=told)


def _flags(story: Story) -> Iterator[Diagnostic]:
    """A flag is set for something to ask. What other content is announced for may still come."""
    read: set[str] = set()
    for model in everything(story):
        if isinstance(model, Condition):
            read.update(model.reached, model.has, model.flag, model.chose)
        for name in known_fields(type(model), ("after", "begins", "counts_as", "repairs")):
            value = getattr(model, name) or ()
            read.update((value,) if isinstance(value, str) else value)
    coming = story.episode.announced
    read |= {*coming.flags, *coming.scenes, *coming.talks, *story.all_talks, *story.clues}
    for model in everything(story):
        if isinstance(model, Node | Choice | Use):
            for flag in model.sets:
                if flag not in read:
                    yield FLAG_UNREAD.at(model.mark("sets", flag), flag=flag)
