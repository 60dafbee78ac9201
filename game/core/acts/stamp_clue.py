"""StampClue: fact, feeling or rumour. One may be wrong, and may change.

Room: game/core, the rules.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.story import Story
from game.core.commands import StampClue
from game.core.events import Stamped
from game.core.state import State
from game.core.telling import Step


def stamp_clue(command: StampClue, _story: Story, state: State) -> Step:
    """Put the stamp on the card, or lift it."""
    cards = tuple(replace(card, stamp=command.stamp) if card.clue == command.clue else card for card in state.notebook)
    return replace(state, notebook=cards), (Stamped(command.clue, command.stamp),)
