"""Talks and scenes: nodes of lines, then choices or a way on.

Room: game/content. A decision's choices are called `d-name.a`; ids of lines and choices are stable for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import ClassVar, Literal

from pydantic import Field

from .condition import Condition, Effects, Paths
from .model import FrozenMap, Id, Model, Several, Text
from .vocabulary import Change, Expression, Opening, Pose, Sign, Stance, Tone


class Choice(Text):
    """An answer of the player. `reached: false`: taking it leaves the scene without having been through it.

    It is shown while `when` holds, and can be taken while `needs` holds too; until then `why_not` says what is missing.
    `once`: a topic, gone once it was taken. `change`: what the workshop does to its picture; the lamp answers as it was computed.
    """

    words: ClassVar[tuple[str, ...]] = ("why_not",)
    to: Id
    needs: Condition | None = None
    why_not: Text | None = None
    once: bool = False
    change: Change | None = None
    stance: Stance | None = None
    when: Condition | None = None
    effects: Effects = Effects()
    sets: Several[Id] = ()
    clues: Several[Id] = ()  # on a board card: the clues it can be linked to
    reached: bool = True
    turns_on: Literal["summaries"] | None = None  # the player asked for the short way: scenes show their summaries

    @property
    def decision(self) -> tuple[Id, str] | None:
        """The decision this choice answers, and with which option; None for plain talk."""
        name, dot, option = self.id.partition(".")
        return (name, option) if dot else None


class Line(Text):
    """Something said, thought or told. `who` is an id of the cast: narration and the player are in it too.

    `once`: not said again in a talk or place one comes back to. `interrupt`: what the player may throw in while it is being said;
    taken, what was still to be said here stays unsaid. `cue`: the sound it tells of, heard once as it is shown and said by its caption.
    `points`: on a page of its own, each of its sentences stands beside one of these signs; where their number differs, it is a paragraph.
    """

    words: ClassVar[tuple[str, ...]] = ("stage", "as")
    who: Id
    expr: Expression | None = None
    pose: Pose | None = None
    stage: Text | None = None  # what they do while saying it
    as_: Text | None = Field(default=None, alias="as")  # the name shown for a crowd voice
    when: Condition | None = None
    once: bool = False
    interrupt: Choice | None = None
    cue: Id | None = None
    points: Several[Sign] = ()


class Compared(Model):
    """What a step of the comparison answers: a box of the board, and in which of three kind tones.

    `agree`: they think alike; `other`: the person sees it differently; `unseen`: the player could not have known. Without a tone the
    player had left the box to them.
    """

    box: Id
    tone: Tone | None = None


class Node(Model):
    """A step of a talk. One whose `when` fails is stepped over to `to`; off its `paths`, to `else`.

    `log`: what somebody remembers or noted, laid out once the lines are read. `compares`: the lines answer a box of the board; the
    player's own card is shown beside them.
    """

    id: Id
    lines: tuple[Line, ...] = ()
    choices: tuple[Choice, ...] = ()
    to: Id | None = None
    when: Condition | None = None
    paths: Paths | None = None
    else_: Id | None = Field(default=None, alias="else")
    gives: Several[Id] = ()
    sets: Several[Id] = ()
    log: Id | None = None
    compares: Compared | None = None

    def ways(self) -> Iterator[tuple[Id, str, Model]]:
        """Every node this one may lead to, with the field and the piece of content that says so."""
        yield from ((way, name, self) for way, name in ((self.to, "to"), (self.else_, "else_")) if way is not None)
        yield from ((choice.to, "to", choice) for choice in (*self.choices, *self.interrupts()))

    def interrupts(self) -> Iterator[Choice]:
        """What the player may throw in, line by line."""
        return (line.interrupt for line in self.lines if line.interrupt is not None)


class Talk(Model):
    """A talk with somebody, or a scene. `place: null` plays where the player is.

    `waits`: it is never offered in the visit in which its last need was met, but from the next place or the next bell on.
    `repeats`: it is had again as long as a topic (a choice with `once`) can be taken in it that was not.
    `repairs`: the decision it comes back to; it is offered at each bell until it was made, and is called `repair-<decision>`.
    `counts_as`: the scene it stands in for (a short version). `after`: where the path has these ids they are played first; an id
    that the story does not hold asks nothing. `account`: somebody tells what happened to them: one large line at a time, with how far
    they have come, and a pause as near as going on.
    """

    words: ClassVar[tuple[str, ...]] = ("summary",)
    parts: ClassVar[Mapping[str, str]] = MappingProxyType({"nodes": "{key}"})
    id: Id
    kind: Literal["talk", "scene"] = "talk"
    opens: Opening = "click"
    with_: Id | None = Field(default=None, alias="with")
    place: Id | None = None
    paths: Paths = ("s", "m", "f")
    needs: Condition = Condition()
    when: Condition | None = None
    after: Several[Id] = ()
    waits: bool = False
    repeats: bool = False
    repairs: Id | None = None
    counts_as: Id | None = None
    voice_only: bool = False  # heard over the picture, no portrait yet
    account: bool = False
    music: Id | None = None  # while it lasts, instead of the place's; `none` is silence
    summary: Text
    start: Id
    nodes: FrozenMap[Id, Node]

    def lines(self) -> Iterator[Line]:
        """Every line of every node, in the order they are written."""
        for node in self.nodes.values():
            yield from node.lines

    def choices(self) -> Iterator[Choice]:
        """Every choice of every node, in the order they are written."""
        for node in self.nodes.values():
            yield from node.choices
            yield from node.interrupts()
