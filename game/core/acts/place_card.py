"""PlaceCard: put an answer in a box of the board, or take it out.

Room: game/core, the rules.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.story import Story
from game.core.commands import PlaceCard
from game.core.events import CardPlaced
from game.core.state import Box, State
from game.core.telling import Step, say, spoken


def place_card(command: PlaceCard, story: Story, state: State) -> Step:
    """Put the card there. How sure one was of another card says nothing about this one."""
    old = state.box(command.slot)
    state = with_box(state, Box(command.slot, command.card, old.sure if old.card == command.card else None))
    slot = story.board.slots[command.slot] if story.board is not None else None
    card = next((card for card in slot.cards if card.id == command.card), None) if slot is not None else None
    reply = slot.reply_to(card) if slot is not None and card is not None else ()
    state, said = say(state, spoken(reply, story, state))
    return state, (CardPlaced(command.slot, command.card), *said)


def with_box(state: State, box: Box) -> State:
    """The state with one box changed; boxes keep the order in which they were first touched."""
    if any(old.slot == box.slot for old in state.boxes):
        return replace(state, boxes=tuple(box if old.slot == box.slot else old for old in state.boxes))
    return replace(state, boxes=(*state.boxes, box))
