"""Reads the plot of a story: every talk, place, bell, board and end, with the clauses of their conditions and the facts they bring.

Room: game/authoring. The shapes are in `plot.py`; what they may come to is `possible.py`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from game.content.board import BoardCard, certainty
from game.content.condition import Condition
from game.content.model import Model
from game.content.place import Hotspot, Place
from game.content.story import Story
from game.content.talk import Choice, Line, Node, Talk
from game.content.vocabulary import END, Certainty, PathId

from .clauses import OFTEN, Clause, Clauses, Facts, Reader, each
from .plot import (
    Plot,
    PlotBell,
    PlotBoard,
    PlotCard,
    PlotChoice,
    PlotClosing,
    PlotEnding,
    PlotExit,
    PlotLogLine,
    PlotNode,
    PlotNudge,
    PlotPlace,
    PlotSlot,
    PlotSpot,
    PlotTalk,
    PlotUse,
    Row,
    Thing,
)


def read_plot(story: Story) -> Plot:
    """The plot of a story; `story.episode.start` must name a place for anything to happen in it."""
    return _Reading(story).plot()


SAID: tuple[Certainty, ...] = ("sure", "think")
"""What counts of how sure one was; whoever does not know has an answer of its own."""


def certainties(slot: str) -> Iterator[str]:
    """What counts as reached once the board was shown, of how sure one was."""
    return (certainty(slot, sure) for sure in get_args(Certainty))


class _Reading:
    """Reads one story."""

    def __init__(self, story: Story) -> None:
        self.story, self.facts = story, Facts(story)
        self.things: dict[str, Thing] = {}
        self._flags()
        self.ask = Reader(story, self.facts)
        self.talks: dict[str, PlotTalk] = {}

    def _flags(self) -> None:
        """Everything that can be reached as such, before any condition is read (`Facts.any_of`)."""
        names: set[str] = set(self.story.all_talks)
        for talk in self.story.all_talks.values():
            names |= {talk.counts_as} if talk.counts_as is not None else set()
            for node in talk.nodes.values():
                names.update(node.sets)
            for choice in talk.choices():
                names |= {choice.id, *choice.sets, *(choice.decision or ())[:1]}
                if choice.decision is not None:
                    self.facts.bit("option", choice.id)
        names |= set(self.story.log_lines) | {"closing", *(ending.id for ending in self.story.episode.endings)}
        if self.story.board is not None:
            names.add(self.story.board.id)
            names |= {card.id for slot in self.story.board.slots.values() for card in (*slot.cards, slot.unknown)}
            names.update(*(certainties(slot.id) for slot in self.story.board.slots.values()))
        for use in self.story.uses.values():
            names |= {use.id, *use.sets}
        self.flags = frozenset(names)
        for name in sorted(names):
            self.facts.bit("reached", name)

    # -- pieces -------------------------------------------------------------------------------------------------------------------

    def thing(self, kind: str, name: str, model: Model, *conditions: str) -> str:
        key = f"{kind}:{name}"
        self.things.setdefault(key, Thing(key, kind, name, model, conditions or ("when",)))
        return key

    def row(self, kind: str, name: str, model: Model, *, once: bool = False) -> Row:
        condition = getattr(model, "when", None)
        return Row(self.thing(kind, name, model), self.ask.holds(condition), self.ask.fails(condition), once)

    def said(self, lines: Iterable[Line]) -> tuple[Row, ...]:
        return tuple(self.row("line", line.id, line, once=line.once) for line in lines)

    def after(self, names: Iterable[str]) -> tuple[tuple[frozenset[PathId], Clauses], ...]:
        """What must come before, with the paths that have it."""
        found = []
        for name in names:
            owner = self.story.all_talks.get(name) or self.story.decisions.get(name)
            if owner is not None:
                found.append((frozenset(owner.paths), tuple(Clause(pos=bit) for bit in self.facts.any_of(name))))
        return tuple(found)

    # -- talks --------------------------------------------------------------------------------------------------------------------

    def talk(self, talk: Talk) -> PlotTalk:
        facts = self.facts
        once = facts.of("reached", () if talk.repeats else (talk.id,)) | facts.of("reached", (talk.counts_as,) if talk.counts_as else ())
        key = self.thing("talk", talk.id, talk, "when", "needs")
        repaired = facts.of("reached", (talk.repairs,) if talk.repairs is not None else ())
        asks = each((Clause(pos=repaired, neg=once),), self.ask.all(talk.needs, talk.when))
        nodes = {name: self.node(talk, node) for name, node in talk.nodes.items()}
        ends = facts.of("reached", {name for name in (talk.id if talk.repairs is None else None, talk.counts_as) if name is not None})
        gains = 0
        for node in nodes.values():
            gains |= node.gains | node.loose
            for choice in node.choices:
                gains |= choice.gains
        plain = talk.needs == Condition() and talk.when is None and not talk.after and talk.repairs is None and talk.counts_as is None
        place = facts.bit("visited", talk.place) if talk.place is not None and talk.place in self.story.places else 0
        asked, counts = 0, False
        for clause in (clause for node in nodes.values() for clause in node.asks()):
            asked |= clause.pos
            counts = counts or bool(clause.spans or clause.values)
        return PlotTalk(
            key, talk.id, talk.paths, asks, self.after(talk.after), talk.start, nodes, ends, gains, place, repaired, plain, asked, counts
        )

    def node(self, talk: Talk, node: Node) -> PlotNode:
        key = self.thing("node", f"{talk.id}/{node.id}", node)
        facts, log = self.facts, self.story.logs.get(node.log or "")
        lines = self.said(node.lines)
        choices = tuple(self.choice(choice) for choice in node.choices)
        choices += tuple(
            self.choice(line.interrupt, row) for line, row in zip(node.lines, lines, strict=True) if line.interrupt is not None
        )
        gives, sets = facts.of("clue", node.gives), facts.of("reached", node.sets)
        kept = []
        for line in log.lines if log is not None else ():
            may = facts.of("clue", line.gives) | (facts.bit("reached", line.id) if line.asked_for and line.kind != "file" else 0)
            row = self.row("log-line", line.id, line)
            kept.append(PlotLogLine(row, may if line.kind != "file" else 0, self.said(line.says), line.asked_for))
        skimmed = gives | facts.of("clue", (clue for line in (log.lines if log is not None else ()) for clue in line.gives))
        stays = any(choice.when is None and not choice.once for choice in node.choices) and log is None
        return PlotNode(
            key, node.id, node.paths, node.else_ or END, node.to or END, self.ask.holds(node.when), self.ask.fails(node.when),
            gives | sets, sets, skimmed, lines, choices, not stays, tuple(kept),
            tuple(self.row("count", count.id, count) for count in (log.counts if log is not None else ())),
            log is None and all(line.once or line.when is not None for line in node.lines),
        )  # fmt: skip

    def choice(self, choice: Choice, during: Row | None = None) -> PlotChoice:
        facts = self.facts
        key = self.thing("choice", choice.id, choice, "when", "needs")
        own = facts.bit("reached", choice.id)
        gains, leaves = own | facts.of("reached", choice.sets), own
        if choice.decision is not None:
            decision = facts.bit("reached", choice.decision[0])
            gains, leaves = gains | decision | facts.bit("option", choice.id), decision
        shown = each((Clause(neg=own),) if choice.once else OFTEN, self.ask.holds(choice.when))
        walks_out = choice.to == END and not choice.reached
        return PlotChoice(key, each(shown, self.ask.holds(choice.needs)), shown, gains, leaves, choice.to, walks_out, during)

    # -- places -------------------------------------------------------------------------------------------------------------------

    def place(self, place: Place) -> PlotPlace:
        facts, story = self.facts, self.story
        exits = []
        for way in place.exits.values():
            target = story.places.get(way.to)
            if target is not None:
                key = self.thing("exit", way.id, way)
                bit = facts.bit("visited", way.to)
                exits.append(PlotExit(key, self.ask.holds(way.when), self.ask.holds(target.needs), f"place:{way.to}", bit, target.paths))
        spots = tuple(self.spot(spot) for spot in place.hotspots.values())
        people: dict[str, list[Row]] = {}
        for person in place.people.values():
            people.setdefault(person.who, []).append(self.row("person", person.id, person))
        here = [talk for talk in story.all_talks.values() if talk.place == place.id]
        return PlotPlace(
            f"place:{place.id}",
            facts.bit("visited", place.id),
            tuple(exits),
            spots,
            {who: tuple(rows) for who, rows in people.items()},
            {who: tuple(self.talks[talk.id] for talk in here if talk.opens == "click" and talk.with_ == who) for who in people},
            tuple(self.talks[talk.id] for talk in here if talk.opens == "entry"),
            self.said((*place.arrive, *place.return_, *place.barks)),
            tuple(self.row("look", look.id, look) for look in place.looks.values()),
        )

    def spot(self, spot: Hotspot) -> PlotSpot:
        facts = self.facts
        key = self.thing("hotspot", spot.id, spot)
        look, again = self.said(spot.look), self.said(spot.again)
        uses = []
        for use in spot.uses.values():
            own, held = facts.bit("reached", use.id), facts.of("clue", (use.with_,) if use.with_ is not None else ())
            clauses = each((Clause(pos=held, neg=own),), self.ask.all(spot.when, use.when))
            gains = own | facts.of("clue", use.gives) | facts.of("reached", use.sets)
            uses.append(PlotUse(self.thing("use", use.id, use), clauses, gains, self.started(use.starts), self.said(use.lines)))
        guises = tuple((self.row("state", guise.id, guise), self.said((*guise.look, *guise.again))) for guise in spot.states.values())
        gives = facts.of("clue", spot.gives)
        return PlotSpot(key, self.ask.holds(spot.when), gives, self.started(spot.starts), look, again, tuple(uses), guises)

    def started(self, names: Iterable[str]) -> tuple[PlotTalk, ...]:
        return tuple(self.talks[name] for name in names if name in self.talks)

    # -- the day, the board, the end ----------------------------------------------------------------------------------------------

    def bell(self) -> PlotBell | None:
        bell, story, board = self.story.episode.bell, self.story, self.story.board
        if bell is None:
            return None
        short = (Clause(neg=self.facts.bit("reached", board.id)),) if board is not None else ()
        nudges = []
        for clue in story.clues.values():
            if clue.nudge is None or board is None or not bell.nudges:
                continue
            key = self.thing("line", clue.nudge.id, clue.nudge)
            without = (Clause(neg=self.facts.bit("clue", clue.id)),)
            clauses = each(short, without, self.ask.all(clue.needs, clue.nudge.when))
            starts = self.talks.get(clue.nudge.starts) if clue.nudge.starts is not None else None
            if clue.nudge.starts is None or starts is not None:
                nudges.append(PlotNudge(key, clauses, self.facts.bit("clue", clue.id), starts))
        at_bell = [talk for talk in story.all_talks.values() if talk.opens == "bell" and talk.repairs is None]
        repairs = [talk for talk in story.all_talks.values() if talk.repairs is not None]
        return PlotBell(
            self.thing("bell", "bell", bell, "needs"), self.ask.holds(bell.needs), tuple(self.talks[talk.id] for talk in at_bell),
            tuple(self.talks[talk.id] for talk in repairs), tuple(nudges), self.said(bell.lines),
            self.said((bell.nothing,) if bell.nothing is not None else ()),
        )  # fmt: skip

    def board(self) -> PlotBoard | None:
        board, facts = self.story.board, self.facts
        if board is None:
            return None
        bit = facts.bit("reached", board.id)

        def card(one: BoardCard, says: Iterable[Line]) -> PlotCard:
            return PlotCard(self.row("card", one.id, one), facts.bit("reached", one.id), self.said(says))

        slots = tuple(
            PlotSlot(
                slot.paths,
                tuple(facts.bit("reached", certainty(slot.id, sure)) for sure in SAID),
                tuple(card(one, slot.reply_to(one)) for one in (*slot.cards, slot.unknown)),
            )
            for slot in board.slots.values()
        )
        place = facts.bit("visited", board.place) if board.place is not None else 0
        asks = each((Clause(neg=bit),), self.ask.holds(board.needs))
        key = self.thing("board", board.id, board, "needs")
        return PlotBoard(key, bit, place, asks, self.after(board.after), slots, self.said(board.intro), self.said(board.outro))

    def closing(self) -> PlotClosing | None:
        closing = self.story.episode.closing
        if closing is None:
            return None
        endings = tuple(
            PlotEnding(
                self.row("ending", ending.id, ending), self.facts.bit("reached", ending.id),
                self.talks.get(ending.id) if ending.id in self.story.scenes else None,
            )
            for ending in self.story.episode.endings
        )  # fmt: skip
        key = self.thing("closing", closing.id, closing, "needs")
        scene = self.talks.get("closing") if "closing" in self.story.scenes else None
        endings += (PlotEnding(Row("ending:closing", OFTEN, ()), self.facts.bit("reached", "closing"), scene),)  # where no row holds
        scenes = self.started(name for name in closing.scenes if name in self.story.scenes)
        return PlotClosing(key, self.ask.holds(closing.needs), self.said(closing.lines), endings, scenes)

    def anywhere(self) -> Iterator[Row]:
        """What is shown whenever its own condition holds: pages of people, what a decision changed."""
        for someone in self.story.cast.values():
            for note in someone.page:
                yield self.row("text", note.id, note)
        for decision in self.story.decisions.values():
            for option in decision.options.values():
                for change in option.changed:
                    yield self.row("text", change.id, change)
        for text in self.story.texts.values():
            if text.when is not None:
                yield self.row("text", text.id, text)

    def plot(self) -> Plot:
        story = self.story
        for ending in story.episode.endings:
            self.thing("ending", ending.id, ending)
        for place in story.places.values():
            self.thing("place", place.id, place, "needs")
        for clue in story.clues.values():
            self.thing("clue", clue.id, clue, "needs")
        self.talks = {talk.id: self.talk(talk) for talk in story.all_talks.values()}
        story_map = story.episode.map
        plot = Plot(
            story, self.facts, self.things,
            start=self.facts.bit("visited", story.episode.start),
            opening=self.talks.get(story.episode.opening or ""),
            talks=tuple(self.talks.values()),
            bell=self.bell(),
            map=Row(self.thing("map", "map", story_map, "needs"), self.ask.holds(story_map.needs), ()) if story_map is not None else None,
            places=tuple(self.place(place) for place in story.places.values()),
            board=self.board(),
            closing=self.closing(),
            anywhere=tuple(self.anywhere()),
        )  # fmt: skip
        plot.supposed = self.supposed()
        return plot

    def supposed(self) -> int:
        """Announced facts, and those that nothing brings because of a fault that has a rule of its own (an unknown id, an ungiven clue)."""
        story, coming = self.story, self.story.episode.announced
        found = self.facts.of("visited", coming.places) | self.facts.of("clue", coming.clues)
        announced = {*coming.places, *coming.scenes, *coming.talks, *coming.decisions, *coming.flags, *coming.clues}
        flags = {*self.flags, *story.decisions, *story.log_lines} - announced
        given = {clue for giver in story.givers() for clue in giver.gives}
        given |= {clue.id for clue in story.clues.values() if clue.nudge is not None and clue.nudge.starts is None}
        offered = {choice.decision[0] for choice in story.choices.values() if choice.decision is not None}
        for (kind, name), bit in self.facts.bits.items():
            decision, _, option = name.partition(".")
            known = story.decisions.get(decision)
            if (
                (kind == "reached" and name not in flags)
                or (kind == "clue" and name not in given)
                or (
                    kind == "option" and name not in story.choices and (known is None or option not in known.options or decision in offered)
                )
            ):
                found |= bit
        return found
