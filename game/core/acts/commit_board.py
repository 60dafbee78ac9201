"""CommitBoard: show the board to Louna. What lies in the boxes becomes something that conditions may speak of.

Room: game/core, the rules.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.story import Story
from game.core.commands import CommitBoard
from game.core.events import BoardClosed
from game.core.open import slots
from game.core.state import State
from game.core.telling import Step, say, spoken


def commit_board(_command: CommitBoard, story: Story, state: State) -> Step:
    """The board and each card in it count as reached; the story goes on."""
    board = story.board
    if board is None:
        return state, ()
    names = {board.id}
    for slot in slots(board, state):
        box = state.box(slot.id)
        names.add(slot.unknown.id if box.sure == "unknown" or box.card is None else box.card)
    state = replace(state, board_open=False, reached=state.reached | names)
    state, said = say(state, spoken(board.outro, story, state))
    return state, (BoardClosed(committed=True), *said)
