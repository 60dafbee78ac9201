"""What begins by itself next: reading comes before doing.

Room: game/core, the rules. Nothing here changes anything.
"""

from __future__ import annotations

from game.content.story import Story
from game.core.bells import rings_on
from game.core.open import closing_is_due, scene_on_entry
from game.core.state import State


def busy(story: Story, state: State) -> bool:
    """Whether reading comes first: a talk, more lines waiting, or something that begins by itself after this one."""
    if state.talk is not None or len(state.lines) > 1 or rings_on(story, state):
        return True
    if not state.lines or state.board_open:
        return False
    return (
        state.then is not None
        or state.closing
        or state.place is None
        or scene_on_entry(story, state) is not None
        or closing_is_due(story, state)
    )
