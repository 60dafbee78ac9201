"""CloseBoard: leave the board as it is.

Room: game/core, the rules.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.story import Story
from game.core.commands import CloseBoard
from game.core.events import BoardClosed
from game.core.state import State
from game.core.telling import Step, put_away


def close_board(_command: CloseBoard, _story: Story, state: State) -> Step:
    """Back to the place; the boxes keep what lies in them."""
    return replace(put_away(state), board_open=False), (BoardClosed(committed=False),)
