"""What screens need of `game.session.session`.

Room: game/view/screens.
"""

from __future__ import annotations

from typing import Protocol

from game.core.commands import Command
from game.core.events import Event
from game.core.moment import Moment


class Sitting(Protocol):
    """One sitting, as a screen sees it."""

    @property
    def moment(self) -> Moment:
        """The present moment."""
        ...

    @property
    def can_go_back(self) -> bool:
        """Whether there is a line to go back to."""
        ...

    def do(self, command: Command) -> tuple[Event, ...]:
        """Do something; what followed."""
        ...

    def back(self) -> bool:
        """Go back one line."""
        ...
