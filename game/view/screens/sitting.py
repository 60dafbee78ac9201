"""What screens need of `game.session.session`.

Room: game/view/screens.
"""

from __future__ import annotations

from typing import Literal, Protocol

from game.core.commands import Command
from game.core.events import Event
from game.core.moment import Moment
from game.session.history import Told
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

    @property
    def can_go_forward(self) -> bool:
        """Whether a step back can be taken again."""
        ...

    @property
    def can_skip_read(self) -> bool:
        """Whether the line that stands here was read before."""
        ...

    @property
    def history(self) -> tuple[Told, ...]:
        """What was said, the oldest first."""
        ...

    def can_return_to(self, told: Told) -> bool:
        """Whether this line can be come back to."""
        ...

    def return_to(self, told: Told) -> bool:
        """Come back to it."""
        ...

    def skip_read(self) -> tuple[Event, ...]:
        """Read on to what is new."""
        ...

    def forward(self) -> bool:
        """Go forward one line again."""
        ...

    def back(self) -> bool:
        """Go back one line."""
        ...
