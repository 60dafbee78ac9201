"""What is on offer now: the one list that both the moment shows and `perform` accepts from, so they cannot disagree.

Room: game/core, the rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.content.story import Story
from game.core.bells import bell_rings, repairs_offered
from game.core.commands import LAMPS, STAMPS
from game.core.offer import Offer
from game.core.open import (
    board_is_full,
    board_is_open,
    can_choose,
    cards,
    choices,
    exits,
    hotspots,
    interrupt_of,
    lines_to_keep,
    log_of,
    people,
    place_of,
    places_to_travel,
    slots,
    talk_with,
    uses,
)
from game.core.pending import busy
from game.core.state import State


def offers(story: Story, state: State) -> tuple[Offer, ...]:
    """Every command that will be accepted now, grouped by verb. Once the story is left, none is.

    Whoever shows a moment and then plays in it asks twice: the last answer is kept, as long as it is asked of the very same things.
    """
    if state.ended is not None:
        return ()
    last = _LAST.get("asked")
    if last is not None and last[0] is story and last[1] is state:
        return last[2]
    found = tuple(_offers(story, state))
    _LAST["asked"] = (story, state, found)
    return found


_LAST: dict[str, tuple[Story, State, tuple[Offer, ...]]] = {}


def _offers(story: Story, state: State) -> Iterator[Offer]:
    shown = choices(story, state)
    if state.lines and not shown:
        yield Offer(do="advance")
    thrown_in = interrupt_of(story, state)
    taken = [choice for choice in shown if can_choose(choice, story, state)] or ([thrown_in] if thrown_in is not None else [])
    plain = tuple(choice.id for choice in taken if choice.change is None)
    if plain:
        yield Offer(do="choose", on=plain)
    changes = tuple(choice.id for choice in taken if choice.change is not None)
    if changes:
        yield Offer(do="try-change", on=changes, given=LAMPS)
    if state.talk is not None or state.closing or (state.board_open and not busy(story, state)):
        yield Offer(do="skip-scene")
    log = log_of(story, state)
    if log is not None and not state.lines:
        keep = lines_to_keep(log, story, state)
        if keep:
            yield Offer(do="keep-line", on=keep)
        yield Offer(do="close-log")
    if state.board_open and not busy(story, state):
        yield from _board(story, state)
    elif not busy(story, state):
        yield from _place(story, state)
    if state.notebook:
        yield Offer(do="stamp-clue", on=tuple(card.clue for card in state.notebook), given=(*STAMPS, None))


def _place(story: Story, state: State) -> Iterator[Offer]:
    """In a place: look, talk, leave, sit down at the board. The last line of a place holds nobody back."""
    place = place_of(story, state)
    if place is None:
        return
    here = tuple(spot.id for spot in hotspots(place, story, state))
    if here:
        yield Offer(do="examine", on=here)
    done = tuple(use.id for spot in hotspots(place, story, state) for use in uses(spot, story, state))
    if done:
        yield Offer(do="use", on=done)
    talking = tuple(person.who for person in people(place, story, state) if talk_with(person.who, story, state) is not None)
    if talking:
        yield Offer(do="talk-to", on=talking)
    ways = tuple(way.id for way, open_ in exits(place, story, state) if open_)
    if ways:
        yield Offer(do="go", on=ways)
    far = places_to_travel(story, state)
    if far:
        yield Offer(do="travel", on=far)
    if board_is_open(story, state):
        yield Offer(do="open-board")
    if bell_rings(story, state):
        yield Offer(do="ring-bell")
    repairs = tuple(talk.id for talk in repairs_offered(story, state))
    if repairs:
        yield Offer(do="go-back-over", on=repairs)


def _board(story: Story, state: State) -> Iterator[Offer]:
    """At the board: each box its own cards; how sure once a card lies there; « je ne sais pas » at any time."""
    board = story.board
    if board is None:
        return
    for slot in slots(board, state):
        yield Offer(do="place-card", on=(slot.id,), given=(*cards(slot, story, state), None))
        placed = state.box(slot.id).card is not None
        yield Offer(do="say-how-sure", on=(slot.id,), given=("sure", "think", "unknown") if placed else ("unknown",))
    if board_is_full(board, state):
        yield Offer(do="commit-board")
    yield Offer(do="close-board")
