"""CommitBoard: show the board to Louna. What lies in the boxes becomes something that conditions may speak of.

Room: game/core, the rules.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.board import certainty
from game.content.story import Story
from game.core.commands import CommitBoard
from game.core.events import BoardClosed
from game.core.open import slots
from game.core.state import State
from game.core.telling import Step, say, spoken


def commit_board(_command: CommitBoard, story: Story, state: State) -> Step:
    """The board, each card in it and how sure one was of it count as reached; the story goes on."""
    board = story.board
    if board is None:
        return state, ()
    names = {board.id}
    for slot in slots(board, state):
        box = state.box(slot.id)
        if box.sure == "unknown" or box.card is None:
            names.add(slot.unknown.id)
        else:
            names |= {box.card, certainty(slot.id, box.sure or "think")}
    state = replace(state, board_open=False, reached=state.reached | names)
    state, said = say(state, spoken(board.outro, story, state))
    return state, (BoardClosed(committed=True), *said)
