"""Reading a state from a save: old shapes step by step, renamed ids, and ids the story no longer has.

Room: game/core, the rules. Pure: the save's text and `renames.yaml` are read elsewhere and passed in.
Every version's save is kept for ever beside the tests. A new shape adds one function to `STEPS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeAlias, get_args

from pydantic import ValidationError

from game.content.board import certainty
from game.content.story import Story
from game.content.vocabulary import Certainty
from game.core.events import Event, Moved
from game.core.state import STATES, VERSION, State
from game.core.telling import Step, enter, settle

Raw: TypeAlias = dict[str, Any]
STEPS: Mapping[int, Callable[[Raw], Raw]] = MappingProxyType({})
"""From each old version to the next one: `{1: from_1_to_2}`. Version 1 is today's."""


class StateError(Exception):
    """A state that cannot be read. `version` is what it says of itself, if it says anything."""

    def __init__(self, why: str, version: int | None = None) -> None:
        """Say why, for the log."""
        super().__init__(why)
        self.version = version


class TooNewError(StateError):
    """The state was written by a newer game. Nothing is wrong with it: it must be kept, never overwritten."""


class OtherEpisodeError(StateError):
    """The state belongs to another episode, named by `episode`."""

    def __init__(self, episode: str) -> None:
        """Name the episode it wants."""
        super().__init__(f"written by the episode “{episode}”", VERSION)
        self.episode = episode


def read_state(raw: object, story: Story, renames: Mapping[str, str] = MappingProxyType({})) -> Step:
    """A state ready to play, and what has to be said about it.

    raw:     the state as JSON gave it.
    renames: old id to new id, from `renames.yaml`; one may lead to another.
    returns: the state, and `Moved` first when it spoke of unknown ids: then play goes on at the entry of its place.
    raises:  TooNewError, OtherEpisodeError, or StateError when it is no state at all.
    """
    if not isinstance(raw, dict):
        raise StateError("not an object")
    version = raw.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise StateError("no version")
    if version > VERSION:
        raise TooNewError(f"version {version}, and this game reads up to {VERSION}", version)
    for number in range(version, VERSION):
        raw = STEPS[number](raw)
    try:
        state = STATES.validate_python(_renamed(raw, renames))
    except ValidationError as error:
        raise StateError(f"{error.error_count()} fields do not hold", version) from None
    if state.episode != story.episode.id:
        raise OtherEpisodeError(state.episode)
    return _fitted(replace(state, content=story.digest), story)


def _renamed(raw: Raw, renames: Mapping[str, str]) -> Raw:
    """The state with every id under its present name. A rename of `a` does not touch `a/b`: hotspots have lines of their own."""
    if not renames:
        return raw

    def new(name: object) -> object:
        seen = set()
        while isinstance(name, str) and name in renames and name not in seen:
            seen.add(name)
            name = renames[name]
        return name

    def inside(value: object, key: str = "") -> object:
        if isinstance(value, list):
            return [inside(item, key) for item in value]
        if isinstance(value, dict):
            return {name: inside(item, name) for name, item in value.items()}
        return new(value) if isinstance(value, str) and key not in _NOT_IDS else value

    return {key: inside(value, key) for key, value in raw.items()}


_NOT_IDS = frozenset({"episode", "content", "path", "mode", "option", "stamp", "sure", "lamp", "node", "returned"})


def _fitted(state: State, story: Story) -> Step:
    """The state with nothing in it that the story does not know; moved to the entry of its place if something had to go."""
    unknown = tuple(dict.fromkeys(_unknown(state, story)))
    if not unknown:
        return settle(story, state)
    known = _known(story)
    board = story.board
    kept = replace(
        state,
        talk=None,
        lines=(),
        then=None,
        log=None,
        board_open=False,
        closing=False,
        ends_with=None,
        reached=state.reached & known,
        visited=state.visited & story.places.keys(),
        examined=state.examined & {*story.hotspots, *story.guises},
        seen=state.seen & known,
        put_off=frozenset(),
        ripe=frozenset(),
        ringing=(),
        nudges=0,
        to_repair=state.to_repair & known,
        notebook=tuple(card for card in state.notebook if card.clue in story.clues),
        bonds=tuple(bond for bond in state.bonds if bond.who in story.cast),
        answers=tuple(answer for answer in state.answers if answer.decision in story.decisions),
        boxes=tuple(box for box in state.boxes if board is not None and box.slot in board.slots and box.card in (None, *_cards(story))),
    )
    if state.ended is not None and state.ended in known:
        return kept, (Moved(kept.place, unknown),)
    kept = replace(kept, ended=None)
    events: tuple[Event, ...] = ()
    if state.place is not None:
        place = state.place if state.place in story.places else story.episode.start
        kept, events = enter(place, story, kept)
    kept, more = settle(story, kept)
    return kept, (Moved(kept.place, unknown), *events, *more)


def _unknown(state: State, story: Story) -> Iterator[str]:
    """Every id in the state that the story does not know, the position first."""
    known = _known(story)
    if state.place is not None and state.place not in story.places:
        yield state.place
    if state.talk is not None:
        talk = story.all_talks.get(state.talk.talk)
        if talk is None:
            yield state.talk.talk
        elif state.talk.node not in talk.nodes:
            yield f"{talk.id}.{state.talk.node}"
    if state.log is not None and state.log not in story.logs:
        yield state.log
    yield from (name for name in (state.then, state.ended, state.ends_with) if name is not None and name not in known)
    yield from (name for name in state.lines if name not in known)
    yield from sorted((state.reached | state.seen | state.put_off | state.ripe | state.to_repair | {*state.ringing}) - known)
    yield from sorted(state.visited - story.places.keys())
    yield from sorted(state.examined - {*story.hotspots, *story.guises})
    yield from (card.clue for card in state.notebook if card.clue not in story.clues)
    yield from (answer.decision for answer in state.answers if answer.decision not in story.decisions)
    yield from (bond.who for bond in state.bonds if bond.who not in story.cast)
    slots = story.board.slots if story.board is not None else {}
    for box in state.boxes:
        if box.slot not in slots:
            yield box.slot
        elif box.card is not None and box.card not in _cards(story):
            yield box.card


def _cards(story: Story) -> frozenset[str]:
    slots = story.board.slots.values() if story.board is not None else ()
    return frozenset(card.id for slot in slots for card in (*slot.cards, slot.unknown))


def _known(story: Story) -> frozenset[str]:
    """Every id that may be reached, said or stood at."""
    nodes = (node for talk in story.all_talks.values() for node in talk.nodes.values())
    flags = {flag for node in nodes for flag in node.sets}
    flags |= {name for choice in story.choices.values() for name in (choice.id, *choice.sets)}
    flags |= {name for use in story.uses.values() for name in (use.id, *use.sets)}
    board = {story.board.id, story.board.summary.id} if story.board is not None else set()
    boxes = story.board.slots.values() if story.board is not None else ()
    board |= {certainty(slot.id, sure) for slot in boxes for sure in get_args(Certainty)}
    endings = {ending.id for ending in story.episode.endings}
    stand_ins = {talk.counts_as for talk in story.all_talks.values() if talk.counts_as is not None}
    summaries = {talk.summary.id for talk in story.all_talks.values()}
    return frozenset(
        {*story.all_talks, *story.decisions, *story.clues, *story.places, *story.lines, *story.log_lines}
        | flags | board | endings | stand_ins | summaries | _cards(story) | {"closing"}
    )  # fmt: skip
