"""Which sound of the hand goes with what happened in the story.

Room: game/view. One sound for one act: of several things that happened at once, the one that matters most is heard.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.core.events import (
    BoardOpened,
    CardPlaced,
    Chosen,
    Event,
    Found,
    LampAnswered,
    LineKept,
    LineNotKept,
    LogOpened,
    Rang,
    Refused,
    Stamped,
    SurenessSaid,
)

OF_EVENTS: tuple[tuple[type[Event], str], ...] = (
    (Rang, "bell"),
    (Found, "clue-found"),
    (LineKept, "tape-set"),
    (Stamped, "stamp"),
    (CardPlaced, "card-set"),
    (SurenessSaid, "pencil-tick"),
    (LampAnswered, "pencil-tick"),
    (BoardOpened, "paper-slide"),
    (LogOpened, "page"),
    (LineNotKept, "no"),
    (Refused, "no"),
    (Chosen, "choice"),
)
"""What matters most first. Walking and reading on are silent: there the place and the words are heard."""

SIGNALS = {"crackle": "antenna-0", "catch": "antenna-1", "clear": "antenna-2"}
"""What Louna's antenna sounds like when it hears better or worse than before."""


def cue_of(events: Iterable[Event]) -> str | None:
    """The one sound for what happened; None where there is none."""
    happened = tuple(events)
    return next((sound for kind, sound in OF_EVENTS if any(isinstance(event, kind) for event in happened)), None)
