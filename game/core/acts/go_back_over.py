"""GoBackOver: come back to a decision. It is never too late, and « pas maintenant » leaves it open for the next bell.

Room: game/core, the rules.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.story import Story
from game.core.commands import GoBackOver
from game.core.state import State
from game.core.telling import Step, begin_talk, bring


def go_back_over(command: GoBackOver, story: Story, state: State) -> Step:
    """Begin the repair, where it takes place: the player is brought there without a greeting."""
    talk = story.all_talks[command.repair]
    state = replace(state, to_repair=state.to_repair - {talk.id})
    state, moved = bring(talk.place, story, state)
    state, events = begin_talk(talk, story, state)
    return state, (*moved, *events)
