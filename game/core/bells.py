"""The bell: what it brings, what waits for it, what can be come back to after it.

Room: game/core, the rules. Nothing here changes anything; `telling.py` plays what is found here.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.content.clue import Clue
from game.content.story import Story
from game.content.talk import Talk
from game.core.conditions import holds, reached
from game.core.open import comes_after, talk_could_open, talk_is_open
from game.core.state import State


def bell_rings(story: Story, state: State) -> bool:
    """Whether the player may ring it."""
    bell = story.episode.bell
    return bell is not None and holds(bell.needs, story, state)


def talks_at_bell(story: Story, state: State) -> tuple[str, ...]:
    """The talks that a bell rung now would begin by itself, in the order they are written."""
    talks = (talk for talk in story.all_talks.values() if talk.opens == "bell" and talk.repairs is None)
    return tuple(talk.id for talk in talks if talk_is_open(talk, story, state))


def repairs_open(story: Story, state: State) -> Iterator[Talk]:
    """The repairs still to be made, of decisions that were answered: what was skipped or not met has none."""
    return (talk for talk in story.all_talks.values() if talk.repairs is not None and talk_is_open(talk, story, state))


def repairs_offered(story: Story, state: State) -> tuple[Talk, ...]:
    """Those of them that the last bell offered, and that were not taken up since."""
    return tuple(talk for talk in repairs_open(story, state) if talk.id in state.to_repair) if state.to_repair else ()


def ripened(story: Story, state: State) -> frozenset[str]:
    """The talks that wait for a next place or bell, and may be had from now on."""
    return frozenset(talk.id for talk in story.all_talks.values() if talk.waits and talk_could_open(talk, story, state))


def is_short(story: Story, state: State) -> bool:
    """Whether the board cannot be opened yet for want of clues, or of something that comes before it."""
    board = story.board
    if board is None or reached(state, board.id):
        return False
    return not holds(board.needs, story, state) or not comes_after(board.after, story, state)


def nudge(story: Story, state: State) -> Clue | None:
    """The clue that somebody brings next: one of a stage without any first. None when the board asks for none, or none is left.

    Once there are clues enough, only what must come before the board is brought.
    """
    board = story.board
    if board is None or not is_short(story, state):
        return None
    enough = holds(board.needs, story, state)
    found = [clue for clue in story.clues.values() if _can_be_brought(clue, story, state) and (not enough or _leads_to_board(clue, story))]
    known = {story.clues[card.clue].stage for card in state.notebook if card.clue in story.clues}
    return min(found, key=lambda clue: clue.stage == 0 or clue.stage in known, default=None)


def _can_be_brought(clue: Clue, story: Story, state: State) -> bool:
    if clue.nudge is None or state.has(clue.id):
        return False
    talk = story.all_talks.get(clue.nudge.starts) if clue.nudge.starts is not None else None
    opens = clue.nudge.starts is None or (talk is not None and talk_is_open(talk, story, state))
    return opens and holds(clue.needs, story, state) and holds(clue.nudge.when, story, state)


def _leads_to_board(clue: Clue, story: Story) -> bool:
    """Whether bringing it plays something that comes before the board."""
    return clue.nudge is not None and story.board is not None and clue.nudge.starts in story.board.after


def rings_on(story: Story, state: State) -> bool:
    """Whether the bell that was rung still has something to bring."""
    talks = (story.all_talks.get(name) for name in state.ringing)
    if any(talk is not None and talk_is_open(talk, story, state) for talk in talks):
        return True
    return state.nudges > 0 and nudge(story, state) is not None
