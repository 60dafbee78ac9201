"""What can ever happen in a story, on one path in one mode: an upper bound, sound and quick.

Room: game/authoring. docs/soft-lock.md argues why what is left out here can never happen in a play.

Two tables, each sound because it is closed under everything the rules can do (`_sweep` names every way of gaining anything):

- *may*: the facts that can come to be true. Facts only grow, so it is enough to let everything happen whose condition can hold.
- *sure*: for each fact, what is there whenever it is, however it was come by.

A condition can hold if one of its clauses (`clauses.py`) asks for facts that may come, whose sure company holds none of what the clause
refuses, and for figures within reach (`figures.py`). Inside a talk a third thing is known: what is surely not there yet, since only the
talk itself gains anything while it lasts. What only this talk brings is not there either when it begins, if it is had once (`Plot.own`).
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.vocabulary import Mode, PathId

from .clauses import each
from .knowledge import ALL, Here, Knowledge
from .outcome import Possible
from .plot import Plot, PlotNode, PlotPlace, PlotSpot, PlotTalk, Row


def possible(plot: Plot, path: PathId, mode: Mode | None, forced: frozenset[str] = frozenset(), after: Possible | None = None) -> Possible:
    """Both tables, and all that can happen.

    mode:   None for either, which is quicker and still leaves nothing out.
    forced: keys that are supposed to happen, whatever they ask.
    after:  what was found without `forced`, of which the rest is then worked out; nothing is sure of what only `forced` brings.
    """
    search = _Search(plot, path, mode, forced)
    if after is not None:
        search.may, search.sure = after.may, after.sure
    search.grow()
    if after is None:
        search.shrink()
        search.may = 0
        search.grow()
    return search.outcome()


class _Search(Knowledge):
    """The two tables while they are being worked out."""

    def __init__(self, plot: Plot, path: PathId, mode: Mode | None, forced: frozenset[str]) -> None:
        super().__init__(plot, path, mode, forced)
        self.entries: dict[str, Here] = {}
        self.anywhere = Here()
        self.words = False  # whether lines are looked at: they change nothing
        self.walked: dict[tuple[str, Here], object] = {}
        brought = 0
        for key in forced:
            brought |= plot.brings(key)
        self.own = {name: facts & ~brought for name, facts in plot.own().items()}

    # -- until nothing changes ----------------------------------------------------------------------------------------------------

    def grow(self) -> None:
        """Let everything happen that can, until nothing new does."""
        before = -1
        while before != self.may:
            before = self.may
            self.figures = self._figures()
            self._sweep()

    def shrink(self) -> None:
        """Suppose that everything implies everything, and take away what some way of gaining does not bear out."""
        gained, supposed = self.may, self.plot.supposed
        table = {1 << at: (1 << at if supposed >> at & 1 else gained) for at in range(gained.bit_length()) if gained >> at & 1}
        changed = True
        while changed:
            self.sure, self.fresh = table, {}
            self._sweep()
            after = {bit: bit if bit & supposed else known & self.fresh.get(bit, ALL) for bit, known in table.items()}
            changed, table = after != table, after
        self.sure, self.fresh, self.walked = table, None, {}

    def outcome(self) -> Possible:
        """Once more with the words, for what is said and shown."""
        self.words, self.there, self.shut = True, set(), {}
        self._sweep()
        self.there |= {f"clue:{name}" for name in self.plot.story.clues if self.facts.bit("clue", name) & self.may}
        shut = {key: found for key, found in self.shut.items() if key not in self.there}
        return Possible(self.path, self.mode, self.may, self.sure, self.figures, self.there, shut, self.hidden)

    # -- everything that can happen -----------------------------------------------------------------------------------------------

    def _sweep(self) -> None:
        """Everything once, in the order it is written; what is come to only by something further down is met in the next sweep."""
        plot = self.plot
        self.entries, self.known = {}, {}
        self._gain(plot.supposed)
        for key in self.forced:
            self._gain(plot.brings(key))
        self._begins()
        for place in plot.places:
            if place.bit & self.may:
                self._place(place)
        self._day()
        self._talks()
        self._board()
        self._closing()
        for row in plot.anywhere if self.words else ():
            self._row(row, Here())

    def _begins(self) -> None:
        """The opening, while nothing at all is there yet, then the first place."""
        plot, opening, before = self.plot, self.plot.opening, 0
        if opening is not None and self.path in opening.paths:
            here = self.open(opening.key, opening.opens(self.path), Here(0, ALL & ~(opening.gains | plot.supposed)))
            if here is not None:
                self._talk(opening, here)
                before = opening.surely(self.path) if opening.unconditional else 0
        self._gain(plot.start, before)
        self.anywhere = Here(self.close(plot.start))

    def _place(self, place: PlotPlace) -> None:
        self.there.add(place.key)
        here = Here(self.close(place.bit))
        for way in place.exits:
            if self.path in way.paths and self.open(way.key, way.shown, here) is not None:
                inside = self.open(way.to_key, each(way.shown, way.needs), here)
                if inside is not None:
                    self._gain(way.bit, inside.sure)
        for spot in place.spots:
            there = self.open(spot.key, spot.shown, here)
            if there is None:
                continue
            self._gain(spot.gives, there.sure)
            for talk in spot.starts:
                self._begin(talk, Here(there.sure | spot.gives, there.lacking & ~spot.gives))
            for use in spot.uses:
                done = self.open(use.key, use.clauses, here)
                if done is not None:
                    self._gain(use.gains, done.sure)
                    for talk in use.starts:
                        self._begin(talk, Here(done.sure | use.gains, done.lacking & ~use.gains))
                    self._say(use.lines if self.words else (), done)
            if self.words:
                self._spot(spot, there)
        for who, rows in place.people.items():
            for at, row in enumerate(rows):
                there = self._row(row, here, rows[:at])
                if there is not None:
                    for talk in place.talks[who]:
                        self._begin(talk, there)
        for talk in place.entry:
            self._begin(talk, here)
        if self.words:
            self._say(place.lines, here)
            for at, row in enumerate(place.looks):
                self._row(row, here, place.looks[:at])

    def _spot(self, spot: PlotSpot, here: Here) -> None:
        """What is said of it, in each of its states."""
        self._say(spot.look, here)
        self._say(spot.again, Here(self.close(here.sure | spot.gives)))
        rows = tuple(row for row, _ in spot.guises)
        for at, (row, lines) in enumerate(spot.guises):
            there = self._row(row, here, rows[:at])
            if there is not None:
                self._say(lines, Here(there.sure))

    def _say(self, rows: tuple[Row, ...], here: Here) -> None:
        for row in rows:
            self._row(row, here)

    # -- talks --------------------------------------------------------------------------------------------------------------------

    def _begin(self, talk: PlotTalk, here: Here) -> None:
        """Somebody may begin it here."""
        if self.path in talk.paths:
            known = self.open(talk.key, talk.opens(self.path), here)
            if known is not None:
                self._entry(talk, Here(known.sure, known.lacking | self.own[talk.id] & ~known.sure))

    def _entry(self, talk: PlotTalk, known: Here) -> None:
        """Remember with what at least it begins, and without what at least."""
        before = self.entries.get(talk.id)
        self.entries[talk.id] = known if before is None else Here(before.sure & known.sure, before.lacking & known.lacking)

    def _talks(self) -> None:
        for talk in self.plot.talks:
            if talk.key in self.forced:
                self.there.add(talk.key)
                self._entry(talk, Here())
            elif any(node.key in self.forced for node in talk.nodes.values()):
                self._entry(talk, Here())
            known = self.entries.get(talk.id)
            if known is not None:
                self._talk(talk, known)

    def _talk(self, talk: PlotTalk, entry: Here) -> None:
        """Through the nodes, with what is known on arrival; then all that passing it over may give.

        What was walked with the same knowledge, while the facts it asks for are the same, would bring nothing new.
        """
        if self.fresh is None and not self.words:
            asked = (talk.id, entry)
            there = (self.may & talk.asked, self.figures if talk.counts else None)
            if self.walked.get(asked) == there:
                return
            self.walked[asked] = there
        arrive: dict[str, Here] = {}
        todo: list[str] = []

        def lead(to: str, known: Here) -> None:
            if to not in talk.nodes:
                self._gain(talk.ends, entry.sure, talk.surely(self.path))
                return
            before = arrive.get(to)
            now = known if before is None else Here(before.sure & known.sure, before.lacking & known.lacking)
            if now != before:
                arrive[to] = now
                if to not in todo:
                    todo.append(to)

        lead(talk.start, entry)
        for name, node in talk.nodes.items():
            if node.key in self.forced:
                lead(name, Here())
        while todo:
            name = todo.pop(0)
            self._node(talk.nodes[name], arrive[name], lead)
        for name, known in arrive.items() if self.words else ():
            self._words(talk.nodes[name], known)
        self._skip(talk, entry)

    def _node(self, node: PlotNode, here: Here, lead: Callable[[str, Here], None]) -> None:
        if node.paths is not None and self.path not in node.paths:
            lead(node.else_, here)
            return
        if node.fails and node.key not in self.forced and self.holds(node.fails, here):
            lead(node.to, here)
        played = self.open(node.key, node.when, here)
        if played is None:
            return
        self._gain(node.gains, played.sure)
        after = Here(self.close(played.sure | node.gains), played.lacking & ~node.gains)
        for line in node.log:
            shown = self.open(line.row.key, line.row.clauses, after)
            if shown is not None and line.asked:
                self._gain(line.gains, shown.sure)
        loose = Here(after.sure, after.lacking & ~node.loose)
        if node.falls_through:
            lead(node.to, loose)
        for choice in node.choices:
            heard = choice.during is None or self.holds(choice.during.clauses, played)
            taken = self.open(choice.key, choice.clauses, loose) if heard else None
            if taken is not None:
                self._gain(choice.gains, taken.sure)
                if not choice.walks_out:
                    lead(choice.to, Here(self.close(taken.sure | choice.leaves), taken.lacking & ~choice.gains))

    def _words(self, node: PlotNode, here: Here) -> None:
        """What is said in it: as things stood on arrival, before what the node itself brings."""
        if (node.paths is not None and self.path not in node.paths) or node.key not in self.there:
            return
        played = self.open(node.key, node.when, here)
        if played is None:
            return
        self._say(node.lines, played)
        after = Here(self.close(played.sure | node.gains))
        for line in node.log:
            if line.row.key in self.there:
                self._say(line.says, after)
        self._say(node.counts, after)

    def _skip(self, talk: PlotTalk, entry: Here) -> None:
        """Passed over from any point: what the nodes ahead give comes all the same, whatever their choices need."""
        here = Here(entry.sure, entry.lacking & ~talk.gains)
        seen: set[str] = set()
        todo = [talk.start, *(name for name, node in talk.nodes.items() if node.key in self.forced)]
        self._gain(talk.ends, entry.sure, talk.surely(self.path))
        while todo:
            name = todo.pop()
            if name in seen or name not in talk.nodes:
                continue
            seen.add(name)
            node = talk.nodes[name]
            if node.paths is not None and self.path not in node.paths:
                todo.append(node.else_)
                continue
            todo.append(node.to)
            if node.key not in self.forced and not self.holds(node.when, here):
                continue
            self._gain(node.skimmed, entry.sure, talk.ends)
            self._gain(node.sets, entry.sure, talk.ends)
            todo += [choice.to for choice in node.choices if choice.key in self.forced or self.holds(choice.shown, here)]

    # -- the day, the board, the end ----------------------------------------------------------------------------------------------

    def _day(self) -> None:
        plot, bell = self.plot, self.plot.bell
        if plot.map is not None and self.words:
            self._row(plot.map, self.anywhere)
        here = self.open(bell.key, bell.needs, self.anywhere) if bell is not None else None
        if bell is None or here is None:
            return
        for talk in bell.talks:
            self._begin(talk, here)
        for talk in bell.repairs:
            before = Here(self.close(self.anywhere.sure | talk.repaired))
            known = self.open(talk.key, talk.opens(self.path), before) if self.path in talk.paths else None
            if known is not None:
                self._gain(talk.place, known.sure)
                self._entry(talk, Here(self.close(known.sure | talk.place), known.lacking & ~talk.place))
        for nudge in bell.nudges:
            brought = self.open(nudge.key, nudge.clauses, here)
            if brought is not None and nudge.starts is not None:
                self._begin(nudge.starts, Here(brought.sure))
            elif brought is not None:
                self._gain(nudge.gives, brought.sure)
        for at, row in enumerate(bell.lines) if self.words else ():
            self._row(row, here, tuple(other for other in bell.lines[:at] if not other.once))
        for row in bell.nothing if self.words else ():
            self._row(row, here)

    def _board(self) -> None:
        board = self.plot.board
        if board is None or (board.place and not board.place & self.may):
            return
        here = self.open(board.key, board.opens(self.path), Here(self.close(self.anywhere.sure | board.place)))
        if here is None:
            return
        self._gain(board.bit, here.sure)
        for slot in board.slots:
            for card in slot.cards if self.path in slot.paths else ():
                known = self._row(card.row, Here(here.sure))
                if known is not None:
                    self._gain(card.bit, known.sure, board.bit)
                    self._say(card.says if self.words else (), known)
            for bit in slot.certain if self.path in slot.paths else ():
                self._gain(bit, here.sure, board.bit)
        if self.words:
            self._say(board.intro, here)
            self._say(board.outro, Here(self.close(here.sure | board.bit)))

    def _closing(self) -> None:
        closing = self.plot.closing
        here = self.open(closing.key, closing.needs, self.anywhere) if closing is not None else None
        if closing is None or here is None:
            return
        self._say(closing.lines if self.words else (), Here(here.sure))
        for at, ending in enumerate(closing.endings):
            known = self._row(ending.row, Here(here.sure), tuple(other.row for other in closing.endings[:at]))
            if known is None:
                continue
            if ending.scene is not None:
                self.there.add(ending.scene.key)
                self._gain(ending.scene.place, known.sure)
                self._talk(ending.scene, Here(self.close(known.sure | ending.scene.place)))
            else:
                self._gain(ending.bit, known.sure)
        for scene in closing.scenes:
            known = self.open(scene.key, scene.opens(self.path), Here(here.sure)) if self.path in scene.paths else None
            if known is not None:
                self._gain(scene.place, known.sure)
                self._entry(scene, Here(self.close(known.sure | scene.place)))
                self._talk(scene, self.entries[scene.id])
