"""CloseLog: put the log away.

Room: game/core, the rules.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.story import Story
from game.content.vocabulary import END
from game.core.commands import CloseLog
from game.core.events import LogClosed
from game.core.open import node_of
from game.core.state import State
from game.core.telling import Step, enter_node


def close_log(_command: CloseLog, story: Story, state: State) -> Step:
    """On to where the node leads. What was not kept is not lost to the story: the talk may give it still."""
    node, name = node_of(story, state), state.log or ""
    state = replace(state, log=None)
    if state.talk is None or node is None:
        return state, (LogClosed(name),)
    state, events = enter_node(story.all_talks[state.talk.talk], node.to or END, story, state)
    return state, (LogClosed(name), *events)
