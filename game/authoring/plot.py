"""A story as `possible.py` walks through it: everything that can happen, with the ways its condition can hold and the facts it brings.

Room: game/authoring. The shapes; `plot_reading.py` reads them from the story, once, the same for every path and mode. Each thing has a key,
`kind:id`, and `things` says where it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from game.content.condition import Condition
from game.content.model import Mark, Model
from game.content.story import Story
from game.content.talk import Choice, Line
from game.content.vocabulary import END, PathId

from .clauses import Clause, Clauses, Facts, each


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that can happen: what it is, what it is called, where it was written, and where its condition was."""

    key: str
    kind: str
    name: str
    model: Model
    conditions: tuple[str, ...] = ("when",)

    def mark(self) -> Mark:
        """Its own first condition, else itself."""
        for name in self.conditions:
            asked = getattr(self.model, name, None)
            if isinstance(asked, Condition) and asked.model_fields_set:
                return self.model.mark(name)
        return self.model.mark("id") if isinstance(self.model, Line | Choice) else self.model.mark()


@dataclass(frozen=True, slots=True)
class Row:
    """Something said, shown or drawn while its condition holds."""

    key: str
    clauses: Clauses
    fails: Clauses
    once: bool = False


@dataclass(frozen=True, slots=True)
class PlotChoice:
    """clauses: to be taken; shown: to be seen at all; gains: what taking it may bring; leaves: what surely is there afterwards."""

    key: str
    clauses: Clauses
    shown: Clauses
    gains: int
    leaves: int
    to: str
    walks_out: bool
    during: Row | None = None  # the line it is thrown in at


@dataclass(frozen=True, slots=True)
class PlotLogLine:
    row: Row
    gains: int
    says: tuple[Row, ...]
    asked: bool


@dataclass(frozen=True, slots=True)
class PlotNode:
    """skimmed: the clues it gives to whoever passes the talk over, those of its log included."""

    key: str
    name: str
    paths: tuple[PathId, ...] | None
    else_: str
    to: str
    when: Clauses
    fails: Clauses
    gains: int
    sets: int
    skimmed: int
    lines: tuple[Row, ...]
    choices: tuple[PlotChoice, ...]
    falls_through: bool
    log: tuple[PlotLogLine, ...]
    counts: tuple[Row, ...]
    may_be_silent: bool

    def onward(self, path: PathId, facts: int) -> Iterator[tuple[str, int]]:
        """Where it may lead, and what was brought by then; what a choice or a log brings is not sure."""
        if self.paths is not None and path not in self.paths:
            yield self.else_, facts
            return
        if self.fails:
            yield self.to, facts
        facts |= self.gains
        if self.falls_through:
            yield self.to, facts
        for choice in self.choices:
            yield choice.to, facts

    def asks(self) -> Iterator[Clause]:
        """Every clause of it that changes what happens."""
        yield from (*self.when, *self.fails)
        for choice in self.choices:
            yield from (*choice.clauses, *choice.shown, *(choice.during.clauses if choice.during is not None else ()))
        for line in self.log:
            yield from line.row.clauses

    @property
    def loose(self) -> int:
        """What may be gained while it lies open."""
        found = 0
        for line in self.log:
            found |= line.gains
        return found


@dataclass(frozen=True, slots=True)
class PlotTalk:
    """ends: what counts as reached once it is over. gains: all that anything in it may bring. place: the bit of its place."""

    key: str
    id: str
    paths: tuple[PathId, ...]
    asks: Clauses
    after: tuple[tuple[frozenset[PathId], Clauses], ...]
    start: str
    nodes: dict[str, PlotNode]
    ends: int
    gains: int
    place: int
    repaired: int
    unconditional: bool
    asked: int  # the facts that its conditions ask for
    counts: bool  # whether one of them asks for a figure, or for the lamp
    _surely: dict[PathId, int] = field(default_factory=dict)

    def opens(self, path: PathId) -> Clauses:
        """The ways for it to be open on this path."""
        return each(self.asks, *(clauses for paths, clauses in self.after if path in paths))

    def kept(self) -> int:
        """What it brings only where it is over and done with afterwards: no way leads from there to a walk out, and it is had once."""
        if not all(clause.neg & self.ends for clause in self.asks):
            return 0
        left = {name for name, node in self.nodes.items() if any(choice.walks_out for choice in node.choices)}
        before = -1
        while before != len(left):
            before = len(left)
            left |= {name for name, node in self.nodes.items() if left.intersection((node.to, node.else_, *(c.to for c in node.choices)))}
        return self._brought(self.nodes.keys() - left) & ~self._brought(left)

    def _brought(self, names: Iterable[str]) -> int:
        found = 0
        for name in names:
            node = self.nodes[name]
            found |= node.gains | node.loose | node.skimmed
            for choice in node.choices:
                found |= choice.gains
        return found

    def surely(self, path: PathId) -> int:
        """What its nodes bring on every way through it, whatever is chosen or passed over."""
        if path not in self._surely:
            self._surely[path] = self._walked(path)
        return self._surely[path]

    def _walked(self, path: PathId) -> int:
        arrive: dict[str, int] = {self.start: 0}
        todo = [self.start]
        while todo:
            name = todo.pop()
            node = self.nodes.get(name)
            for to, facts in node.onward(path, arrive[name]) if node is not None else ():
                there = to if to in self.nodes else END
                now = facts & arrive.get(there, facts)
                if now != arrive.get(there):
                    arrive[there] = now
                    todo.append(there)
        return arrive.get(END, 0)


@dataclass(frozen=True, slots=True)
class PlotExit:
    key: str
    shown: Clauses
    needs: Clauses
    to_key: str
    bit: int
    paths: tuple[PathId, ...]


@dataclass(frozen=True, slots=True)
class PlotSpot:
    key: str
    shown: Clauses
    gives: int
    starts: tuple[PlotTalk, ...]
    look: tuple[Row, ...]
    again: tuple[Row, ...]
    uses: tuple[PlotUse, ...]
    guises: tuple[tuple[Row, tuple[Row, ...]], ...]


@dataclass(frozen=True, slots=True)
class PlotUse:
    key: str
    clauses: Clauses
    gains: int
    starts: tuple[PlotTalk, ...]
    lines: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PlotPlace:
    key: str
    bit: int
    exits: tuple[PlotExit, ...]
    spots: tuple[PlotSpot, ...]
    people: dict[str, tuple[Row, ...]]
    talks: dict[str, tuple[PlotTalk, ...]]
    entry: tuple[PlotTalk, ...]
    lines: tuple[Row, ...]
    looks: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PlotNudge:
    key: str
    clauses: Clauses
    gives: int
    starts: PlotTalk | None


@dataclass(frozen=True, slots=True)
class PlotBell:
    key: str
    needs: Clauses
    talks: tuple[PlotTalk, ...]
    repairs: tuple[PlotTalk, ...]
    nudges: tuple[PlotNudge, ...]
    lines: tuple[Row, ...]
    nothing: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PlotCard:
    row: Row
    bit: int
    says: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PlotSlot:
    paths: tuple[PathId, ...]
    certain: tuple[int, ...]
    cards: tuple[PlotCard, ...]


@dataclass(frozen=True, slots=True)
class PlotBoard:
    key: str
    bit: int
    place: int
    asks: Clauses
    after: tuple[tuple[frozenset[PathId], Clauses], ...]
    slots: tuple[PlotSlot, ...]
    intro: tuple[Row, ...]
    outro: tuple[Row, ...]

    def opens(self, path: PathId) -> Clauses:
        """The ways for it to be open on this path."""
        return each(self.asks, *(clauses for paths, clauses in self.after if path in paths))


@dataclass(frozen=True, slots=True)
class PlotEnding:
    row: Row
    bit: int
    scene: PlotTalk | None


@dataclass(frozen=True, slots=True)
class PlotClosing:
    key: str
    needs: Clauses
    lines: tuple[Row, ...]
    endings: tuple[PlotEnding, ...]
    scenes: tuple[PlotTalk, ...]  # after every ending


@dataclass
class Plot:
    """The whole of a story. supposed: facts that are taken to be possible, because they are announced or another rule has named them."""

    story: Story
    facts: Facts
    things: dict[str, Thing] = field(default_factory=dict)
    supposed: int = 0
    start: int = 0
    opening: PlotTalk | None = None
    places: tuple[PlotPlace, ...] = ()
    talks: tuple[PlotTalk, ...] = ()
    bell: PlotBell | None = None
    map: Row | None = None
    board: PlotBoard | None = None
    closing: PlotClosing | None = None
    anywhere: tuple[Row, ...] = ()

    def own(self) -> dict[str, int]:
        """For each talk the facts that nothing else brings and that were never there before it: had once, it cannot be begun with them."""
        kept = {talk.id: talk.kept() for talk in self.talks}
        elsewhere, once = self._outside_talks(), 0
        for talk in self.talks:
            elsewhere |= once & (talk.gains | talk.ends) | talk.place
            once |= talk.gains | talk.ends
        return {name: facts & ~elsewhere for name, facts in kept.items()}

    def _outside_talks(self) -> int:
        """All that comes of anything but a talk."""
        found = self.supposed | self.start
        for place in self.places:
            found |= place.bit
            for spot in place.spots:
                found |= spot.gives
                for use in spot.uses:
                    found |= use.gains
        for nudge in self.bell.nudges if self.bell is not None else ():
            found |= nudge.gives if nudge.starts is None else 0
        if self.board is not None:
            found |= self.board.bit
            for slot in self.board.slots:
                for bit in (*slot.certain, *(card.bit for card in slot.cards)):
                    found |= bit
        for ending in self.closing.endings if self.closing is not None else ():
            found |= ending.bit
        return found

    def brings(self, key: str) -> int:
        """The facts that are there once this is supposed to have happened."""
        kind, _, name = key.partition(":")
        if kind == "clue":
            return self.facts.bit("clue", name)
        return self.facts.bit("visited", name) if kind == "place" else 0
