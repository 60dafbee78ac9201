"""UseThing: take a hotspot or use it, alone or with a noted clue. Done once, and known by its id from then on.

Room: game/core, the rules.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.story import Story
from game.core.commands import UseThing
from game.core.events import Used
from game.core.open import talk_of_hotspot
from game.core.state import State
from game.core.telling import Step, gain, say, spoken


def use_thing(command: UseThing, story: Story, state: State) -> Step:
    """Say what comes of it and give what it gives; a talk it opens begins after its lines."""
    use = story.uses[command.use]
    state, said = say(state, spoken(use.lines, story, state))
    state, found = gain(state, use.gives)
    state = replace(state, reached=state.reached.union({use.id}, use.sets))
    talk = talk_of_hotspot(use, story, state)
    state = replace(state, then=talk.id if talk is not None else None)
    return state, (Used(use.id), *said, *found)
