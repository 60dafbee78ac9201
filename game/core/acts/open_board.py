"""OpenBoard: sit down at the hypothesis board.

Room: game/core, the rules.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.story import Story
from game.core.commands import OpenBoard
from game.core.events import BoardOpened
from game.core.state import State
from game.core.telling import Step, say, spoken


def open_board(_command: OpenBoard, story: Story, state: State) -> Step:
    """Lay the board out as it was left; the first time somebody says what it is for."""
    board = story.board
    lines = spoken(board.intro, story, state) if board is not None else ()
    fresh = tuple(line for line in lines if line not in state.seen)
    state, said = say(replace(state, board_open=True), fresh)
    return state, (BoardOpened(), *said)
