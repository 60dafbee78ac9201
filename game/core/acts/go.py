"""Go: leave by an exit.

Room: game/core, the rules.
"""

from __future__ import annotations

from game.content.story import Story
from game.core.commands import Go
from game.core.state import State
from game.core.telling import Step, enter


def go(command: Go, story: Story, state: State) -> Step:
    """Walk to where the exit leads."""
    return enter(story.exits[command.exit].to, story, state)
