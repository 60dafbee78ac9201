"""What screens need of `game.session.session`.

Room: game/view/screens.
"""

from __future__ import annotations

from typing import Literal, Protocol

from game.core.commands import Command
from game.core.events import Event
from game.core.moment import Moment
from game.session.workshop import Comparison


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

    @property
    def comparison(self) -> Comparison | None:
        """The workshop's last comparison."""
        ...

    @property
    def comparing(self) -> Literal["idle", "under-way", "failed"]:
        """How the workshop's sum stands."""
        ...

    def try_change(self, choice: str) -> None:
        """Change the workshop's picture; the lamp is computed, then played."""
        ...

    def do(self, command: Command) -> tuple[Event, ...]:
        """Do something; what followed."""
        ...

    def back(self) -> bool:
        """Go back one line."""
        ...
