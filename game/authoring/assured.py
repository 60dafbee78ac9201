"""What a player can be sure of: an ending, from wherever they stand and whatever they have done or left undone.

Room: game/authoring. The first half of the soft-lock proof (`proof.py`); docs/soft-lock.md argues why it is sound.

A play only gains facts: ids reached, clues found, places visited. So whoever has more can do all that whoever has less can do, but for
what a `not` shuts and what can be done only once. Two tables are worked out from the story:

- `implied[x]`: the facts that are there whenever x is, however x was come by (the greatest table that no way of gaining breaks);
- `ways`: what can be done, where, on which facts, and which facts it surely gives (whatever is chosen or skipped in it).

A way that x may shut is counted only for what `implied[x]` already holds: if it is shut, nothing is missing. What depends on trust, on
shares, on the lamp or on another thing that may come and go is never counted upon, so both of its values are covered. With only that,
and with nothing but what each place implies, the player must still be able to come to the closing from each place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from game.authoring.rules.references import everything
from game.content.condition import Condition
from game.content.place import Exit, Hotspot
from game.content.story import Story
from game.content.talk import Choice, Node, Talk
from game.content.vocabulary import END, Mode, PathId

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


@dataclass(frozen=True, slots=True)
class Assurance:
    """Whether the closing is sure, and where it is not: place → what could be had there at least."""

    sure: bool
    lost: Mapping[str, Facts]


def assure(story: Story, path: PathId, mode: Mode) -> Assurance:
    """Whether the closing can be come to from every place of this path, counting upon nothing that is not sure."""
    closing = story.episode.closing
    if closing is None:
        return Assurance(sure=False, lost={story.episode.start: NONE})
    table = _Table(story, path, mode)
    ends = table.asked.cases(closing.needs)
    lost = {name: facts for name in story.places for facts in (table.farthest(name, ends),) if facts is not None}
    return Assurance(not lost, lost)


class _Table:
    """The two tables of one path and mode."""

    def __init__(self, story: Story, path: PathId, mode: Mode) -> None:
        self.story, self.path = story, path
        self.asked = Asked(path, mode)
        self.clues = frozenset(story.clues)
        self.implied: dict[str, Facts] = {}
        self.ways = list(self._ways())
        self.brought = list(self._brought())
        self._imply(list(self._gains()))

    # -- what can be done ---------------------------------------------------------------------------------------------------------

    def _ways(self) -> Iterator[Way]:
        story = self.story
        for place in story.places.values():
            for spot in place.hotspots.values():
                cases = self.asked.cases(spot.when)
                yield Way(spot.id, place.id, cases, frozenset(spot.gives))
                if spot.starts is not None and spot.starts in story.all_talks:
                    yield from self._talk(story.all_talks[spot.starts], place.id, cases)
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

    def _brought(self) -> Iterator[Way]:
        """What the bell brings while the board cannot be opened: clues, or the talks they come from."""
        story = self.story
        if story.episode.bell is None or story.board is None:
            return
        for clue in story.clues.values():
            if clue.nudge is None:
                continue
            cases = self.asked.cases(story.episode.bell.needs, clue.needs, clue.nudge.when)
            if clue.nudge.starts is None:
                yield Way(clue.id, None, cases, frozenset({clue.id}))
            elif clue.nudge.starts in story.all_talks:
                yield from self._talk(story.all_talks[clue.nudge.starts], None, cases)

    def _talk(self, talk: Talk, place: str | None, there: tuple[Case, ...]) -> Iterator[Way]:
        """A talk that can be had once. A repair is left to whoever wants it: nothing is counted upon."""
        if self.path not in talk.paths or talk.repairs is not None:
            return
        cases = self._after([both(one, other) for one in there for other in self.asked.cases(talk.needs, talk.when)], talk.after)
        once = {name for name in (talk.id, talk.counts_as) if name is not None}
        later = talk.waits or any(not choice.reached for choice in talk.choices())
        yield Way(talk.id, place, shut_by(cases, once), self._sure(talk) | once, later)

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

    def _gains(self) -> Iterator[Gain]:
        """Each fact that may be gained, and how: every way of gaining it must be named."""
        story = self.story
        for place in story.places.values():
            for spot in place.hotspots.values():
                for clue in spot.gives:
                    yield from (Gain(clue, case.needs | {place.id}, frozenset(spot.gives)) for case in self.asked.loosely(spot.when))
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
        if target is not None:
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
            if not isinstance(model, Hotspot | Node | Choice | Talk):
                for field in ("gives", "sets"):
                    value = getattr(model, field, None) or ()
                    yield from (Gain(name) for name in ((value,) if isinstance(value, str) else value))
        for talk in story.all_talks.values():
            if talk.repairs is not None and talk.place is not None:  # one is brought there to come back over a decision
                begun = self._after(self.asked.loosely(talk.needs, talk.when), talk.after)
                yield from (Gain(talk.place, case.needs | {talk.repairs}) for case in begun)
        if board is not None:
            for case in self._after(self.asked.loosely(board.needs), board.after):
                yield Gain(board.id, case.needs)
                yield from (
                    Gain(card.id, case.needs, frozenset({board.id}))
                    for slot in board.slots.values()
                    for card in (*slot.cards, slot.unknown)
                )
        yield from (Gain(clue.id) for clue in story.clues.values() if clue.nudge is not None)
        yield from (Gain(line.id) for line in story.log_lines.values())

    def _imply(self, gains: list[Gain]) -> None:
        """Begin with everything and take away what some way of gaining does not bear out, until nothing changes.

        By induction over the length of a play: what was there before brings all it implies; what comes with it brings only itself.
        """
        coming = self.story.episode.announced
        never = {*coming.places, *coming.scenes, *coming.talks, *coming.clues, *coming.decisions, *coming.flags}
        gained = frozenset(gain.fact for gain in gains)
        every = (gained | never).union(*(gain.before | gain.beside for gain in gains))
        table = {fact: every if fact in gained | never else frozenset({fact}) for fact in every}  # of what is not known how, nothing is
        changed = True
        while changed:
            changed = False
            fresh: dict[str, Facts] = {}
            for gain in gains:
                there = gain.before.union({gain.fact}, gain.beside, *(table[fact] for fact in gain.before))
                fresh[gain.fact] = fresh.get(gain.fact, every) & there
            for name, facts in fresh.items():
                if facts != table[name]:
                    table[name], changed = facts, True
        self.implied = table

    # -- going there --------------------------------------------------------------------------------------------------------------

    def closure(self, facts: Facts) -> Facts:
        """These facts, all they imply, and all that those imply."""
        while True:
            more = facts.union(*(self.implied.get(fact, NONE) for fact in facts))
            if more == facts:
                return facts
            facts = more

    def farthest(self, place: str, ends: tuple[Case, ...]) -> Facts | None:
        """None when the closing can be come to from here; else the facts that can be had at least. A place never come to is fine."""
        if place not in self.implied:
            return None
        seen: set[tuple[str, Facts]] = set()
        todo = [(place, self.closure(frozenset({place})))]
        most: Facts = NONE
        while todo:
            here, facts = todo.pop()
            facts, onward = self._stay(here, facts)
            if any(self._holds(case, facts) and not case.shut_by for case in ends):
                return None
            most = max(most, facts, key=len)
            for there in onward:
                if (there, facts) not in seen:
                    seen.add((there, facts))
                    todo.append((there, self.closure(facts | {there})))
        return most

    def _stay(self, here: str, facts: Facts) -> tuple[Facts, tuple[str, ...]]:
        """Do all that can be done in the places one can go to and come back from; then the places from which one cannot."""
        while True:
            ahead = self._ahead(here, facts)
            around = frozenset({here, *(there for there in ahead if here in self._ahead(there, facts))})
            more = self._done(self.closure(facts | around), around, self.ways)
            if self._board_opens(here, more, around):
                more = self.closure(more | {self.story.board.id} if self.story.board is not None else more)
            if more == facts:
                return facts, tuple(ahead - around)
            facts = more

    def _done(self, facts: Facts, around: Facts, ways: Iterable[Way]) -> Facts:
        """All that these ways give in these places, once."""
        for way in ways:
            if (way.place is None or way.place in around) and (len(around) > 1 or not way.later):
                facts |= self._given(way, facts)
        return self.closure(facts)

    def _board_opens(self, here: str, facts: Facts, around: Facts) -> bool:
        """Whether the bell brings all that the board asks for: as long as it cannot be opened, something more is brought."""
        board = self.story.board
        if board is None or board.id in facts or not self.brought or (board.place is not None and board.place not in around):
            return False
        while True:
            wider = frozenset({here, *(there for there in self._ahead(here, facts) if here in self._ahead(there, facts))})
            more = self._done(facts | wider, wider, (*self.ways, *self.brought))
            if board.id in more or more == facts:
                return board.id in more
            facts = more

    def _ahead(self, here: str, facts: Facts) -> frozenset[str]:
        """The places that can be walked to with these facts."""
        found: set[str] = set()
        todo = [here]
        while todo:
            place = self.story.places.get(todo.pop())
            for way in place.exits.values() if place is not None else ():
                target = self.story.places.get(way.to)
                if target is None or way.to in found:
                    continue
                if any(self._holds(case, facts) and not case.shut_by for case in self.asked.cases(way.when, target.needs)):
                    found.add(way.to)
                    todo.append(way.to)
        return frozenset(found)

    def _given(self, way: Way, facts: Facts) -> Facts:
        """What doing this surely gives: where something may have shut it, only what is there then anyway."""
        found = NONE
        for case in way.cases:
            if self._holds(case, facts):
                gives = way.gives
                for shut in case.shut_by:
                    gives &= self.closure(shut)
                found |= gives
        return found

    def _holds(self, case: Case, facts: Facts) -> bool:
        found = facts & self.clues
        stages = {self.story.clues[clue].stage for clue in found} - {0}
        return case.needs <= facts and len(found) >= case.clues and len(stages) >= case.stages
