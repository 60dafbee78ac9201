"""TryChange: the workshop's lamp answers as the comparison came out.

Room: game/core, the rules. What was computed arrives with the command; nothing here decides it.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.story import Story
from game.core.acts.choose import choose
from game.core.commands import Choose, TryChange
from game.core.events import LampAnswered
from game.core.state import State
from game.core.telling import Step


def try_change(command: TryChange, story: Story, state: State) -> Step:
    """Note the lamp, then go where the choice leads: its nodes ask for `lamp: lit` or `lamp: out`."""
    change = story.choices[command.choice].change
    if change is None:
        return state, ()
    state, events = choose(Choose(command.choice), story, replace(state, lamp=command.lamp, change=change))
    return state, (LampAnswered(change, command.lamp), *events)
