"""What a window is given: how it looks, what works behind it, the screens that are its own.

Room: game/view. Made by `play.py` for the story and by the desk's own start; read by `window.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from game.content.words import Words
from game.view import bench_kind
from game.view.audio import Audio
from game.view.screen import Screen


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the reader wants it: read again after each `Restyle`."""

    locale: str = "fr"
    text_scale: float = 1.0
    theme: str = "paper"
    motion: bool = True
    full_screen: bool = False
    plain_hand: bool = False  # asides in the reading font instead of the hand


class Work(Protocol):
    """Background jobs, as `game.session.jobs` runs them."""

    def poll(self) -> bool:
        """Deliver what has finished or moved on; true if anything did."""
        ...

    @property
    def busy(self) -> int:
        """How many jobs are under way."""
        ...


@dataclass(frozen=True, slots=True)
class Fixtures:
    """What a window is given: where things are, and the screens that are its own."""

    fonts: Path
    baked: Path  # the game's pictures
    appearance: Callable[[], Appearance]
    words: Callable[[str], Words]
    work: Work
    help: Callable[[], Screen]
    menu: Callable[[], Screen]
    neutral: Callable[[], Screen]
    leaving: Callable[[], None]  # quick exit: silence, forget, remember that it happened; must be quick and never raise
    own_art: Callable[[], Path | None] = lambda: None  # the pictures of the episode, laid over the game's
    named: Callable[[], str | None] = lambda: None  # the open episode's title; None for the game's own
    bench: bench_kind.Bench | None = None  # what an author has, in a checkout
    audio: Audio | None = None  # None is silent
    broken: Callable[[Exception, Screen], Screen] | None = None  # what to show after a fault in our code; None lets it through
