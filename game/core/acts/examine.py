"""Examine: look at a hotspot. The first look may give clues or open a talk.

Room: game/core, the rules.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.story import Story
from game.core.commands import Examine
from game.core.events import Examined
from game.core.open import talk_of_hotspot
from game.core.state import State
from game.core.telling import Step, gain, say, spoken


def examine(command: Examine, story: Story, state: State) -> Step:
    """Look: the first time in one or two lines, later in one. While a talk it opens is open, it begins after the lines."""
    spot = story.hotspots[command.hotspot]
    first = spot.id not in state.examined
    state = replace(state, examined=state.examined | {spot.id})
    state, said = say(state, spoken(spot.look if first else spot.again, story, state))
    state, found = gain(state, spot.gives)
    talk = talk_of_hotspot(spot, story, state)
    state = replace(state, then=talk.id if talk is not None else None)
    return state, (Examined(spot.id, first), *said, *found)
