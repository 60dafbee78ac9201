"""Writes one slot in the order of the play, from whichever thread; and which events stay.

Room: game/session.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime

from game.core.commands import Command
from game.core.events import BoardClosed, Chosen, Ended, Event
from game.core.state import State
from game.session.saves import Saves


class Keeper:
    """Writes one slot so that an older state never lands on a newer one, whichever thread is slower."""

    def __init__(self, saves: Saves, slot: str) -> None:
        self._saves = saves
        self._slot = slot
        self._lock = threading.Lock()
        self._asked = 0
        self._done = 0
        self.fresh = False
        """A new play: what lies in the slot is another one, to be set aside first."""

    def keeping(self, state: State, walk: tuple[Command, ...], now: datetime) -> Callable[[], State]:
        """What writes this state, to be called here or in a thread; it does nothing once a later one was written."""
        self._asked += 1
        number = self._asked

        def keep() -> State:
            with self._lock:
                if number > self._done:
                    if self.fresh:
                        self._saves.set_aside(self._slot)
                        self.fresh = False
                    self._saves.write(self._slot, state, walk, now)
                    self._done = number
            return state

        return keep


def stays(event: Event) -> bool:
    """Whether one cannot go back past this: a decision, a board shown to Louna, the end."""
    match event:
        case Chosen(decision=str()) | BoardClosed(committed=True) | Ended():
            return True
        case _:
            return False
