"""SayHowSure: sure, I think, I don't know. All three are worth the same.

Room: game/core, the rules.
"""

from __future__ import annotations

from game.content.story import Story
from game.core.acts.place_card import with_box
from game.core.commands import SayHowSure
from game.core.events import SurenessSaid
from game.core.state import Box, State
from game.core.telling import Step, say, spoken


def say_how_sure(command: SayHowSure, story: Story, state: State) -> Step:
    """Note it. « Je ne sais pas » is a whole answer: the card goes back, and it gets its own reply."""
    if command.sure != "unknown":
        return with_box(state, Box(command.slot, state.box(command.slot).card, command.sure)), (SurenessSaid(command.slot, command.sure),)
    state = with_box(state, Box(command.slot, None, "unknown"))
    slot = story.board.slots[command.slot] if story.board is not None else None
    lines = spoken(slot.reply_to(slot.unknown), story, state) if slot is not None else ()
    state, said = say(state, lines)
    return state, (SurenessSaid(command.slot, command.sure), *said)
