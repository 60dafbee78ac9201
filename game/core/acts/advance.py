"""Advance: read on.

Room: game/core, the rules.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.story import Story
from game.content.vocabulary import END
from game.core.commands import Advance
from game.core.events import Said
from game.core.open import node_of
from game.core.state import State
from game.core.telling import Step, enter_node, open_log, put_away


def advance(_command: Advance, story: Story, state: State) -> Step:
    """The next line; after a node's last one the node it leads to; after the last of a place, an empty sheet."""
    if len(state.lines) > 1:
        first, *rest = state.lines
        return replace(state, lines=tuple(rest), seen=state.seen | {first}), (Said(rest[0]),)
    if state.log is not None:
        return put_away(state), ()  # what was answered has been read; the log still lies there
    node = node_of(story, state)
    if state.talk is None or node is None:
        return put_away(state), ()
    if node.log in story.logs:
        return open_log(node, state)
    return enter_node(story.all_talks[state.talk.talk], node.to or END, story, state)
