"""What a play met of a story: places, exits, things looked at, talks, their nodes and choices, clues, the ending.

Room: game/authoring. From commands and the rules alone; several plays add up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.content.story import Story
from game.core.commands import Command, Examine, Go, UseThing
from game.core.events import BoardOpened, Ended, Entered, Found, Said, TalkBegun
from game.core.perform import perform
from game.core.state import State


@dataclass
class Coverage:
    """Ids by kind. A node is met when it was stopped at (`talk.node`); one that only hands on shows nothing and is no one's to meet."""

    places: set[str] = field(default_factory=set)
    exits: set[str] = field(default_factory=set)
    hotspots: set[str] = field(default_factory=set)
    uses: set[str] = field(default_factory=set)
    talks: set[str] = field(default_factory=set)
    nodes: set[str] = field(default_factory=set)
    choices: set[str] = field(default_factory=set)
    clues: set[str] = field(default_factory=set)
    lines: set[str] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)
    board: bool = False

    def follow(self, story: Story, state: State, commands: Iterable[Command]) -> State:
        """Add one play from `state` on; the state it ends in."""
        self._look(state)
        for command in commands:
            state, events = perform(story, state, command)
            match command:
                case Go():
                    self.exits.add(command.exit)
                case Examine():
                    self.hotspots.add(command.hotspot)
                case UseThing():
                    self.uses.add(command.use)
                case _:
                    chosen = getattr(command, "choice", None)
                    self.choices.update({chosen} if chosen is not None else ())
            for event in events:
                match event:
                    case Entered():
                        self.places.add(event.place)
                    case TalkBegun():
                        self.talks.add(event.talk)
                    case Found():
                        self.clues.add(event.clue)
                    case Said():
                        self.lines.add(event.line)
                    case BoardOpened():
                        self.board = True
                    case Ended():
                        self.endings.add(event.ending)
                    case _:
                        pass
            self._look(state)
        return state

    def _look(self, state: State) -> None:
        if state.place is not None:
            self.places.add(state.place)
        if state.talk is not None:
            self.talks.add(state.talk.talk)
            self.nodes.add(f"{state.talk.talk}.{state.talk.node}")
        self.lines.update(state.lines[:1])


def showing_nodes(story: Story) -> frozenset[str]:
    """The nodes that show something: the ones a play can stop at."""
    return frozenset(
        f"{talk.id}.{node.id}" for talk in story.all_talks.values() for node in talk.nodes.values() if node.lines or node.choices
    )


def counts(story: Story, met: Coverage) -> dict[str, tuple[int, int]]:
    """By kind: how many were met, of how many there are."""
    there = {
        "places": (met.places, frozenset(story.places)),
        "talks": (met.talks, frozenset(story.all_talks)),
        "nodes": (met.nodes, showing_nodes(story)),
        "choices": (met.choices, frozenset(story.choices)),
        "hotspots": (met.hotspots, frozenset(story.hotspots)),
        "uses": (met.uses, frozenset(story.uses)),
        "clues": (met.clues, frozenset(story.clues)),
        "endings": (met.endings, frozenset(ending.id for ending in story.episode.endings)),
    }
    return {kind: (len(seen & known), len(known)) for kind, (seen, known) in there.items()}


def missed(story: Story, met: Coverage) -> tuple[str, ...]:
    """The ids that no play met, by kind in the order of the story."""
    kinds = (
        (story.places, met.places),
        (story.hotspots, met.hotspots),
        (story.uses, met.uses),
        (story.all_talks, met.talks),
        (story.choices, met.choices),
        (story.clues, met.clues),
    )
    return tuple(name for known, seen in kinds for name in known if name not in seen)
