"""Stories to play with, and ways to walk through them: a mini story of a few lines, and the one that ships."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from game.content.loader import load_story
from game.content.root import content_root
from game.content.story import Story
from game.content.vocabulary import Mode, PathId
from game.core.commands import Advance, Choose, Command, Examine
from game.core.events import Event, Refused
from game.core.perform import begin, perform
from game.core.state import State

MINI = Path(__file__).parent / "core" / "mini"
DAY = Path(__file__).parent / "core" / "day"
THINGS = Path(__file__).parent / "core" / "things"


@cache
def mini_story() -> Story:
    """Two places, one boat: every rule of the format in a hundred lines."""
    return load_story(MINI)


@cache
def day_story() -> Story:
    """One day of bells: what waits, what is brought, what can be repaired, what somebody wrote down."""
    return load_story(DAY)


@cache
def things_story() -> Story:
    """One attic: things that are taken, used, and that change."""
    return load_story(THINGS)


@cache
def shipped_story() -> Story:
    """The story that ships."""
    return load_story(content_root())


def walk(story: Story, state: State, commands: Iterable[Command]) -> tuple[State, tuple[Event, ...]]:
    """Do each command, none of which may be refused; the state, and all that happened."""
    events: list[Event] = []
    for number, command in enumerate(commands):
        state, happened = perform(story, state, command)
        assert not any(isinstance(event, Refused) for event in happened), f"step {number}: {command} was refused"
        events.extend(happened)
    return state, tuple(events)


def read_on(story: Story, state: State) -> State:
    """Advance until there is something else to do."""
    while True:
        after, events = perform(story, state, Advance())
        if any(isinstance(event, Refused) for event in events):
            return state
        state = after


def at_quay(path: PathId = "m", mode: Mode = "home", help_: str = "a") -> State:
    """The mini story, its boat moored, standing on the quay with nothing to read."""
    story = mini_story()
    state, _ = begin(story, path, mode, 7)
    state, _ = walk(story, state, [Choose("note-a-c1")])
    state = read_on(story, state)
    state, _ = walk(story, state, [Choose(f"d-help.{help_}")])
    return read_on(story, state)


def with_two_clues(path: PathId = "m") -> State:
    """The same with the knot looked at: two clues from two stages."""
    story = mini_story()
    state, _ = walk(story, at_quay(path), [Examine("quay/rope")])
    return read_on(story, state)
