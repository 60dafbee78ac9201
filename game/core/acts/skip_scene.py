"""SkipScene: « Passer cette scène ». Never punished: the clues come all the same, the decision counts as not offered.

Room: game/core, the rules.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.story import Story
from game.core.commands import SkipScene
from game.core.events import BoardClosed
from game.core.state import State
from game.core.telling import Step, put_away, say, summarise


def skip_scene(_command: SkipScene, story: Story, state: State) -> Step:
    """Two lines instead of the rest of the talk, or of the board; the closing just ends."""
    if state.closing and state.talk is None:
        return put_away(state), ()
    if state.talk is not None:
        return summarise(story.all_talks[state.talk.talk], state.talk.node, story, state)
    if story.board is None:
        return state, ()
    state = replace(state, board_open=False, reached=state.reached | {story.board.id})
    state, said = say(state, (story.board.summary.id,))
    return state, (BoardClosed(committed=False), *said)
