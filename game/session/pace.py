"""Reading on by itself: how long a line stands before the next one comes. Off unless somebody asked for it.

Room: game/session. Time is an argument; a reader says what stands there, and is told when to go on.
"""

from __future__ import annotations

from dataclasses import dataclass

LETTERS_A_SECOND = {"slow": 9.0, "normal": 14.0, "quick": 22.0}
"""At 160 words a minute one reads about 15 letters a second."""
AT_LEAST = 2.0  # seconds that the shortest line stands


@dataclass(slots=True)
class Pace:
    """Counts the time of one line. A line that changes, or is covered by something else, begins again."""

    line: str | None = None
    since: float = 0.0

    def due(self, pace: str, line: str | None, letters: int, now: float, *, held: bool) -> bool:
        """Whether the next line should come now.

        pace:    `off`, `slow`, `normal` or `quick`.
        line:    the line that stands there, None where there is none to read on from.
        letters: how long it is.
        now:     seconds that only grow.
        held:    something lies over it, or something waits for an answer: nobody is hurried.
        """
        speed = LETTERS_A_SECOND.get(pace)
        if speed is None or line is None or held or line != self.line:
            self.line, self.since = None if held else line, now
            return False
        if now - self.since < AT_LEAST + letters / speed:
            return False
        self.line = None
        return True
