"""What a window needs of an author's bench. The bench itself reads stories, and a window without one does not import it.

Room: game/view.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Protocol

from game.view.screen import Move
from game.view.ui import Ui

NAME = "bench/"  # how the names of its targets begin


class Found(Enum):
    """What a look brought: nothing, something to draw, or a story and pictures to read anew."""

    NOTHING = auto()
    CHANGED = auto()
    ANEW = auto()


class Bench(Protocol):
    """The author's side of one run."""

    def tick(self, now: float) -> Found:
        """Called a few times a second, `now` in seconds."""
        ...

    def draw(self, ui: Ui) -> None:
        """Draw over the page; the names of its targets begin with `NAME`."""
        ...

    def on(self, signal: object) -> bool:
        """One of its targets was pressed; true if there is something new to draw."""
        ...

    def fell(self, error: Exception) -> None:
        """A page could not be drawn, or something else of ours failed on it."""
        ...

    def onward(self) -> Move:
        """After `ANEW`: back to where the play stands, if a fault had taken its page away."""
        ...

    def record(self) -> bool:
        """Write the play so far down, and say where; true if there is something new to draw."""
        ...
