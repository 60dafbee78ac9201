"""How long a frame takes, screen by screen, at 1920 × 1080.

Each screen is reached as the tests reach it, then drawn again and again while focus and pointer go round everything that can be
pressed, so that every frame is one that a person causes. The first frame of a screen, with its pictures still to be read, is reported
apart. No screen is needed: the drawing is the same, only the last step to the glass is left out.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.figure import Figure, at_most

if TYPE_CHECKING:
    from game.view.window import Window

SIZE = (1920, 1080)
ROUNDS, LEAST = 4, 150  # times round all targets, and frames at least


def frames(draw: Callable[[], None], turn: Callable[[int], None], things: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each frame, sorted, after one round that nobody counts: by the clock, and of this thread's processor time."""
    clock, processor = [], []
    for n in range(things + max(LEAST, ROUNDS * things)):
        turn(n)
        began, worked = time.perf_counter(), time.thread_time()
        draw()
        if n >= things:
            clock.append((time.perf_counter() - began) * 1000)
            processor.append((time.thread_time() - worked) * 1000)
    return sorted(clock), sorted(processor)


def share(taken: list[float], part: float) -> float:
    """The value that this part of a sorted list does not exceed."""
    return taken[min(len(taken) - 1, int(len(taken) * part))]


def measured(name: str, window: Window, first: float) -> tuple[Figure, float, float]:
    """One screen's line of the table, its 99th percentile, and that of the processor's time."""
    names = [target.id for target in window.targets if target.enabled] or [""]

    def turn(n: int) -> None:
        at = window.attention
        at.focus, at.by_keyboard = names[n % len(names)], n % 2 == 0
        at.hover = names[(n * 7 + 3) % len(names)] if n % 3 else None
        at.pressed = at.hover if n % 5 == 0 else None

    clock, processor = frames(window.draw, turn, len(names))
    worst, worked = share(clock, 0.99), share(processor, 0.99)
    note = f"p99; processor time {worked:.1f}; p50 {share(clock, 0.5):.1f}; first {first:.0f} ms"
    return at_most(name, worst, "ms", 8, note), worst, worked


def story_screens() -> Iterator[tuple[str, Window, float]]:
    """Every screen of the story: its name, its window, and the milliseconds of its first frame with nothing read before."""
    from tests.game.view.stage import stage
    from tests.game.view.test_screens import SCREENS

    for name, reach in SCREENS.items():
        with tempfile.TemporaryDirectory() as folder:
            shown = stage(Path(folder), size=SIZE)
            reach(shown)
            yield name, shown.window, anew(shown.window)


def desk_screens() -> Iterator[tuple[str, Window, float]]:
    """Every screen of the desk, likewise. As in the game, what it shows is worked out once a state and not once a frame."""
    from tests.game.view.screens.desk_stage import desk_window
    from tests.game.view.screens.desk_visits import VISITS, Behind

    class Still(Behind):
        moment = cached_property(lambda self: self.visit.moment)

    for name, visit in VISITS.items():
        made = visit("fr")
        window = desk_window(made, size=SIZE, room=Still(made)).window
        yield f"desk: {name}", window, anew(window)


def anew(window: Window) -> float:
    """Milliseconds of a frame for which every picture, sheet and line of text has to be made."""
    from game.view.art import Art

    window._art = Art(window.fixtures.baked)
    window._restyle()
    began = time.perf_counter()
    window.draw()
    return (time.perf_counter() - began) * 1000


def measure() -> Iterator[Figure]:
    """Each screen, and the worst of all first."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    lines = [measured(*one) for screens in (story_screens, desk_screens) for one in screens()]
    note = f"p99 of {len(lines)} screens, {SIZE[0]} × {SIZE[1]}; processor time {max(worked for _, _, worked in lines):.1f} ms"
    yield at_most("the slowest screen", max(worst for _, worst, _ in lines), "ms", 8, note)
    yield from (figure for figure, _, _ in lines)
