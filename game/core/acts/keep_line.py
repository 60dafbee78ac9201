"""KeepLine: note one line of the log. The words, the hour, the name: yes. The file: never, and asking for it costs nothing.

Room: game/core, the rules.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.story import Story
from game.core.commands import KeepLine
from game.core.events import Event, LineKept, LineNotKept
from game.core.state import State
from game.core.telling import Step, gain, say, spoken


def keep_line(command: KeepLine, story: Story, state: State) -> Step:
    """A kept line gives its clues and counts as reached; the file is answered, and nothing else changes."""
    line = story.log_lines[command.line]
    kept: Event = LineNotKept(line.id)
    if line.kind != "file":
        state, kept = replace(state, reached=state.reached | {line.id}), LineKept(line.id)
        state, found = gain(state, line.gives)
    else:
        found = ()
    state, said = say(state, spoken(line.says, story, state))
    return state, (kept, *said, *found)
