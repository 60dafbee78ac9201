"""Examine: look at a hotspot. The first look may give clues or open a talk.

Room: game/core, the rules.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.story import Story
from game.core.commands import Examine
from game.core.events import Examined
from game.core.open import guise_of, is_examined, talk_of_hotspot
from game.core.state import State
from game.core.telling import Step, gain, say, spoken


def examine(command: Examine, story: Story, state: State) -> Step:
    """Look: the first time in one or two lines, later in one. While a talk it opens is open, it begins after the lines."""
    spot = story.hotspots[command.hotspot]
    guise = guise_of(spot, story, state)
    first = not is_examined(spot, guise, state)
    look = guise.look if guise is not None and guise.look else spot.look
    again = (guise.again or guise.look) if guise is not None and guise.look else spot.again
    seen = {spot.id} if guise is None or not guise.look else {spot.id, guise.id}
    state = replace(state, examined=state.examined | seen)
    state, said = say(state, spoken(look if first else again, story, state))
    state, found = gain(state, spot.gives)
    talk = talk_of_hotspot(spot, story, state)
    state = replace(state, then=talk.id if talk is not None else None)
    return state, (Examined(spot.id, first), *said, *found)
