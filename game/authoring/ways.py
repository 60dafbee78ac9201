"""What can be done in a story, and how each fact of it can be come by: what the first half of the soft-lock proof reasons with.

Room: game/authoring. Every way of gaining a fact is named here; one that is left out would make the proof believe too much, so what is
not known gives its facts out of nothing. `assured.py` draws the conclusions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from game.authoring.rules.references import everything
from game.content.board import certainty
from game.content.condition import Condition
from game.content.model import known_fields
from game.content.place import Exit, Hotspot, Place, Use
from game.content.story import Story
from game.content.talk import Choice, Node, Talk
from game.content.vocabulary import END, Certainty, Mode, PathId

from .cases import NONE, Asked, Case, Facts, both, shut_by


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be done at `place` (anywhere: None), and the facts it surely gives.

    later: it may wait for the next visit (it was left half-way, or it always does), so one must be able to go and come back.
    """

    name: str
    place: str | None
    cases: tuple[Case, ...]
    gives: Facts
    later: bool = False


@dataclass(frozen=True, slots=True)
class Gain:
    """A way to come by a fact: what surely was there before, and what surely comes beside it at the same time."""

    fact: str
    before: Facts = NONE
    beside: Facts = NONE


class Doings:
    """What can be done, and gained, on one path in one mode."""

    def __init__(self, story: Story, path: PathId, mode: Mode) -> None:
        self.story, self.path = story, path
        self.asked = Asked(path, mode)

    def _places(self) -> Iterator[Place]:
        return (place for place in self.story.places.values() if self.path in place.paths)

    # -- what can be done ---------------------------------------------------------------------------------------------------------

    def ways(self) -> Iterator[Way]:
        story = self.story
        for place in self._places():
            for spot in place.hotspots.values():
                cases = self.asked.cases(spot.when)
                yield Way(spot.id, place.id, cases, frozenset(spot.gives))
                for use in spot.uses.values():  # the talk it opens is not counted upon: it is opened once, and may be left
                    yield Way(use.id, place.id, shut_by(self._used(spot, use), {use.id}), self._gives(use))
                for name in spot.starts:
                    if name in story.all_talks:
                        yield from self._talk(story.all_talks[name], place.id, cases)
            for talk in story.all_talks.values():
                if talk.place != place.id:
                    continue
                if talk.opens == "entry":
                    yield from self._talk(talk, place.id, (Case(),))
                elif talk.opens == "click" and talk.with_ is not None:
                    here = [person for person in place.people.values() if person.who == talk.with_]
                    yield from self._talk(talk, place.id, tuple(case for person in here for case in self.asked.cases(person.when)))
        for talk in story.all_talks.values():
            if talk.opens == "bell" and story.episode.bell is not None:
                yield from self._talk(talk, None, self.asked.cases(story.episode.bell.needs))
        board = story.board
        if board is not None:
            cases = self._after(self.asked.cases(board.needs), board.after)
            yield Way(board.id, board.place, shut_by(cases, {board.id}), frozenset({board.id}))

    def brought(self, *, to_board: bool) -> Iterator[Way]:
        """What the bell brings while the board cannot be opened: clues, or the talks they come from.

        to_board: only what must come before the board; nothing else is brought once there are clues enough. A talk that stays
        open after it was had could be brought for ever instead of the rest: then nothing is counted upon.
        """
        story, bell, board = self.story, self.story.episode.bell, self.story.board
        if bell is None or board is None or not bell.nudges:
            return
        started = {clue.nudge.starts for clue in story.clues.values() if clue.nudge is not None} & story.all_talks.keys()
        if any(story.all_talks[name].repeats or story.all_talks[name].repairs is not None for name in started if name is not None):
            return
        for clue in story.clues.values():
            if clue.nudge is None or (to_board and clue.nudge.starts not in board.after):
                continue
            cases = self.asked.cases(bell.needs, clue.needs, clue.nudge.when)
            if clue.nudge.starts is None:
                yield Way(clue.id, None, cases, frozenset({clue.id}))
            elif clue.nudge.starts in story.all_talks:
                yield from self._talk(story.all_talks[clue.nudge.starts], None, cases)

    def before_board(self) -> tuple[tuple[Case, ...], Facts]:
        """How the board's own needs can hold, and what must come before it on this path."""
        board = self.story.board
        if board is None:
            return (), NONE
        (first,) = self._after((Case(),), board.after)
        return self.asked.cases(board.needs), first.needs

    def _talk(self, talk: Talk, place: str | None, there: tuple[Case, ...]) -> Iterator[Way]:
        """A talk that can be had once. A repair is left to whoever wants it: nothing is counted upon."""
        if self.path not in talk.paths or talk.repairs is not None:
            return
        cases = self._after([both(one, other) for one in there for other in self.asked.cases(talk.needs, talk.when)], talk.after)
        once = {name for name in (talk.id, talk.counts_as) if name is not None}
        later = talk.waits or any(not choice.reached for choice in talk.choices())
        yield Way(talk.id, place, shut_by(cases, once), self._sure(talk) | once, later)

    def _used(self, spot: Hotspot, use: Use) -> tuple[Case, ...]:
        return self._with(use, self.asked.cases(spot.when, use.when))

    @staticmethod
    def _with(use: Use, cases: Iterable[Case]) -> tuple[Case, ...]:
        held = Case(frozenset({use.with_}) if use.with_ is not None else NONE)
        return tuple(both(held, case) for case in cases)

    @staticmethod
    def _gives(use: Use) -> Facts:
        return frozenset((use.id, *use.gives, *use.sets))

    def _after(self, cases: Iterable[Case], names: Iterable[str]) -> tuple[Case, ...]:
        """What must come before, where the path has it."""
        paths = {name: talk.paths for name, talk in self.story.all_talks.items()}
        paths |= {name: decision.paths for name, decision in self.story.decisions.items() if name not in paths}
        first = Case(frozenset(name for name in names if self.path in paths.get(name, ())))
        return tuple(both(first, case) for case in cases)

    def _sure(self, talk: Talk) -> Facts:
        """What a talk gives whichever way it is gone through, skipped included: skipping gives no less than the way it replaces."""
        on_arrival: dict[str, Facts] = {talk.start: NONE}
        todo = [talk.start]
        while todo:
            name = todo.pop()
            node = talk.nodes.get(name)
            if node is None:
                continue
            for way, facts in self._onward(node, on_arrival[name]):
                there = way if way in talk.nodes else END
                known = on_arrival.get(there)
                now = facts if known is None else known & facts
                if now != known:
                    on_arrival[there] = now
                    todo.append(there)
        return on_arrival.get(END, NONE)

    def _onward(self, node: Node, facts: Facts) -> Iterator[tuple[str, Facts]]:
        """Where a node leads, and what is had by then."""
        if node.paths is not None and self.path not in node.paths:
            yield node.else_ or END, facts
            return
        if node.when is not None:
            yield node.to or END, facts  # stepped over, perhaps
        facts = facts.union(node.gives, node.sets)  # what a choice sets is not sure: whoever skips makes none
        if not node.choices or any(choice.when is not None or choice.once for choice in node.choices):
            yield node.to or END, facts
        for choice in (*node.choices, *node.interrupts()):
            yield choice.to, facts

    # -- what implies what --------------------------------------------------------------------------------------------------------

    def gains(self) -> Iterator[Gain]:
        """Each fact that may be gained, and how: every way of gaining it must be named."""
        story = self.story
        for place in self._places():
            for spot in place.hotspots.values():
                for clue in spot.gives:
                    yield from (Gain(clue, case.needs | {place.id}, frozenset(spot.gives)) for case in self.asked.loosely(spot.when))
                for use in spot.uses.values():
                    told = self._gives(use)
                    before = [one.needs | {place.id} for one in self._with(use, self.asked.loosely(spot.when, use.when))]
                    yield from (Gain(fact, needs, told) for needs in before for fact in told)
            for way in place.exits.values():
                yield from (Gain(way.to, needs | {place.id}) for needs in self._through(way))
        yield Gain(story.episode.start, self._from_the_start())
        for talk in story.all_talks.values():
            yield from self._gains_of(talk)
        yield from self._other_gains()

    def _from_the_start(self) -> Facts:
        opening = self.story.all_talks.get(self.story.episode.opening or "")
        if opening is None or self.path not in opening.paths or opening.needs != Condition() or opening.when is not None or opening.after:
            return NONE
        return self._sure(opening) | {opening.id}

    def _through(self, way: Exit) -> Iterator[Facts]:
        target = self.story.places.get(way.to)
        if target is not None and self.path in target.paths:
            yield from (case.needs for case in self.asked.loosely(way.when, target.needs))

    def _gains_of(self, talk: Talk) -> Iterator[Gain]:
        if self.path not in talk.paths:
            return
        once = {name for name in (talk.id if talk.repairs is None else None, talk.counts_as) if name is not None}
        perhaps: set[str] = set()
        for node in talk.nodes.values():
            perhaps.update(node.gives, node.sets)
        for choice in talk.choices():
            perhaps.update((choice.id,), choice.sets, (choice.decision[0],) if choice.decision is not None else ())
        begun = [case.needs for case in self._after(self.asked.loosely(talk.needs, talk.when), talk.after)]
        surely = self._sure(talk) | once
        left = any(not choice.reached for choice in talk.choices())  # then what was gained stays, and the rest may never come
        for needs in begun:
            yield from (Gain(name, needs, surely) for name in once)
            yield from (Gain(name, needs, NONE if left else surely) for name in perhaps - once)

    def _other_gains(self) -> Iterator[Gain]:
        """The board and its cards, and whatever is brought without being asked for: nothing is known of how that came."""
        story, board = self.story, self.story.board
        for model in everything(story):
            if not isinstance(model, Hotspot | Use | Node | Choice | Talk):
                for field in known_fields(type(model), ("gives", "sets")):
                    value = getattr(model, field) or ()
                    yield from (Gain(name) for name in ((value,) if isinstance(value, str) else value))
        for talk in story.all_talks.values():
            if talk.repairs is not None and talk.place is not None and self.path in talk.paths:  # to come back over it one is brought there
                begun = self._after(self.asked.loosely(talk.needs, talk.when), talk.after)
                yield from (Gain(talk.place, case.needs | {talk.repairs}) for case in begun)
        closing = story.episode.closing
        if closing is not None:  # the ending, and what follows it, may be played elsewhere
            ends = (story.scenes.get(name) for name in (*(row.id for row in story.episode.endings), *closing.scenes))
            there = {scene.place for scene in ends if scene is not None and scene.place is not None}
            yield from (Gain(place, case.needs) for place in sorted(there) for case in self.asked.loosely(closing.needs))
        if board is not None:
            for case in self._after(self.asked.loosely(board.needs), board.after):
                yield Gain(board.id, case.needs)
                yield from (
                    Gain(name, case.needs, frozenset({board.id}))
                    for slot in board.slots.values()
                    for name in (
                        *(card.id for card in (*slot.cards, slot.unknown)),
                        *(certainty(slot.id, sure) for sure in get_args(Certainty)),
                    )
                )
        yield from (Gain(clue.id) for clue in story.clues.values() if clue.nudge is not None)
        yield from (Gain(line.id) for line in story.log_lines.values())
