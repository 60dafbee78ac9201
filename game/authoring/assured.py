"""What a player can be sure of: an ending, from wherever they stand and whatever they have done or left undone.

Room: game/authoring. The first half of the soft-lock proof (`proof.py`); docs/soft-lock.md argues why it is sound.

A play only gains facts: ids reached, clues found, places visited. So whoever has more can do all that whoever has less can do, but for
what a `not` shuts and what can be done only once. Two tables are worked out from the story:

- `implied[x]`: the facts that are there whenever x is, however x was come by (the greatest table that no way of gaining breaks);
- `ways` (`ways.py`): what can be done, where, on which facts, and which facts it surely gives (whatever is chosen or skipped in it).

A way that x may shut is counted only for what `implied[x]` already holds: if it is shut, nothing is missing. What depends on trust, on
shares, on the lamp or on another thing that may come and go is never counted upon, so both of its values are covered. With only that,
and with nothing but what each place implies, the player must still be able to come to the closing from each place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.content.story import Story
from game.content.vocabulary import Mode, PathId

from .cases import NONE, Case, Facts
from .ways import Doings, Gain, Way


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
        self.story = story
        self.clues = frozenset(story.clues)
        doings = Doings(story, path, mode)
        self.asked = doings.asked
        self.ways = list(doings.ways())
        self.brought, self.brought_last = list(doings.brought(to_board=False)), list(doings.brought(to_board=True))
        self.board_needs, self.board_after = doings.before_board()
        self.exits = {
            name: [
                (way.to, self.asked.cases(way.when, story.places[way.to].needs))
                for way in place.exits.values()
                if way.to in story.places and path in story.places[way.to].paths
            ]
            for name, place in story.places.items()
        }
        self.implied: dict[str, Facts] = {}
        self._closed: dict[Facts, Facts] = {}
        self._imply(list(doings.gains()))

    def _imply(self, gains: list[Gain]) -> None:
        """Begin with everything and take away what some way of gaining does not bear out, until nothing changes.

        By induction over the length of a play: what was there before brings all it implies; what comes with it brings only itself.
        """
        coming = self.story.episode.announced
        never = {*coming.places, *coming.scenes, *coming.talks, *coming.clues, *coming.decisions, *coming.flags}
        gained = frozenset(gain.fact for gain in gains)
        every = (gained | never).union(*(gain.before | gain.beside for gain in gains))
        table = {fact: every if fact in gained | never else frozenset({fact}) for fact in every}  # of what is not known how, nothing is
        names = sorted(every)
        bits = {name: 1 << at for at, name in enumerate(names)}  # sets of facts as numbers: far quicker to lay together

        def number(facts: Iterable[str]) -> int:
            found = 0
            for fact in facts:
                found |= bits[fact]
            return found

        coded = {name: number(facts) for name, facts in table.items()}
        ways = {(gain.fact, gain.before, number((gain.fact, *gain.before, *gain.beside))) for gain in gains}
        changed = True
        while changed:
            changed = False
            fresh: dict[str, int] = {}
            brought: dict[Facts, int] = {}
            for fact, before, there in ways:
                if before not in brought:
                    brought[before] = 0
                    for one in before:
                        brought[before] |= coded[one]
                fresh[fact] = fresh.get(fact, -1) & (there | brought[before])
            for name, facts in fresh.items():
                if facts != coded[name]:
                    coded[name], changed = facts, True
        self.implied = {name: frozenset(fact for fact in names if facts & bits[fact]) for name, facts in coded.items()}

    # -- going there --------------------------------------------------------------------------------------------------------------

    def closure(self, facts: Facts) -> Facts:
        """These facts, all they imply, and all that those imply; asked for the same ones again and again."""
        found = self._closed.get(facts)
        if found is None:
            more, found = facts, NONE
            while more != found:
                found = more
                more = found.union(*(self.implied.get(fact, NONE) for fact in found))
            self._closed[facts] = found
        return found

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
        """Whether the bell brings all that the board asks for.

        As long as there are not clues enough, any clue is brought; as long as the board cannot be opened, what must come before it is.
        So its needs come to hold if all that can be had then would make them hold, and likewise what must come before.
        """
        board = self.story.board
        if board is None or board.id in facts or (board.place is not None and board.place not in around):
            return False
        most = self._most(here, facts, (*self.ways, *self.brought))
        enough = any(self._holds(case, most) and not case.shut_by for case in self.board_needs)
        return enough and self.board_after <= self._most(here, facts, (*self.ways, *self.brought_last))

    def _most(self, here: str, facts: Facts, ways: tuple[Way, ...]) -> Facts:
        """All that these ways give around here."""
        while True:
            around = frozenset({here, *(there for there in self._ahead(here, facts) if here in self._ahead(there, facts))})
            more = self._done(facts | around, around, ways)
            if more == facts:
                return facts
            facts = more

    def _ahead(self, here: str, facts: Facts) -> frozenset[str]:
        """The places that can be walked to with these facts."""
        found: set[str] = set()
        todo = [here]
        while todo:
            for there, cases in self.exits.get(todo.pop(), ()):
                if there not in found and any(not case.shut_by and self._holds(case, facts) for case in cases):
                    found.add(there)
                    todo.append(there)
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
        if not case.needs <= facts:
            return False
        if not case.clues and not case.stages:
            return True
        found = facts & self.clues
        stages = {self.story.clues[clue].stage for clue in found} - {0}
        return len(found) >= case.clues and len(stages) >= case.stages
