"""RingBell: the day goes on.

Room: game/core, the rules.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.story import Story
from game.core.bells import is_short, nudge, repairs_open, ripened, talks_at_bell
from game.core.commands import RingBell
from game.core.events import Rang
from game.core.state import State
from game.core.telling import Step, put_away, say, spoken


def ring_bell(_command: RingBell, story: Story, state: State) -> Step:
    """Say the bell's line; what waited for a bell may come now, and each repair that is still open is offered again."""
    bell = story.episode.bell
    if bell is None:
        return state, ()
    state = put_away(replace(state, put_off=frozenset(), then=None))  # the line it rings over has been read
    state = replace(state, ripe=ripened(story, state))
    repairs = frozenset(talk.id for talk in repairs_open(story, state))
    state = replace(state, ringing=talks_at_bell(story, state), nudges=bell.nudges, to_repair=repairs)
    lines = spoken(bell.lines, story, state)[:1]
    if not state.ringing and is_short(story, state) and nudge(story, state) is None and bell.nothing is not None:
        lines += spoken((bell.nothing,), story, state)
    state, said = say(state, lines)
    return state, (Rang(), *said)
