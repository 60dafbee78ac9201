"""TalkTo: begin the talk a person has for the player.

Room: game/core, the rules.
"""

from __future__ import annotations

from game.content.story import Story
from game.core.commands import TalkTo
from game.core.open import talk_with
from game.core.state import State
from game.core.telling import Step, begin_talk


def talk_to(command: TalkTo, story: Story, state: State) -> Step:
    """Begin it; the offer made sure there is one."""
    talk = talk_with(command.person, story, state)
    return begin_talk(talk, story, state) if talk is not None else (state, ())
