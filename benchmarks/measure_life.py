"""What it costs that a place lives: a part that moved, and a whole place that glides towards the pointer, at 1920 × 1080."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figure import Figure, at_most
from benchmarks.measure_frames import SIZE, share

SECONDS, TURN_MS = 30, 50


def measure() -> Iterator[Figure]:
    """Half a minute of one place that nobody touches, then ten seconds of a pointer that wanders: processor time of each frame."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    import pygame

    from tests.game.view.stage import stage

    with tempfile.TemporaryDirectory() as folder:
        s = stage(Path(folder), size=SIZE)
        s.begin()
        s.play_until("place", line=False)
        window, life, now = s.window, s.window.life, s.hands.now_ms + 2000
        life.running, life.touched = True, now / 1000
        taken: dict[str, list[float]] = {"part": [], "whole": []}
        draw = window.draw

        def timed(part: pygame.Rect | None = None) -> None:
            began = time.thread_time()
            draw(part)
            kind = "part" if part is not None and part.w < SIZE[0] else "whole"
            taken[kind].append((time.thread_time() - began) * 1000)

        window.draw = timed  # type: ignore[method-assign]
        for _ in range(SECONDS * 1000 // TURN_MS):
            now += TURN_MS
            window.step([], now)
        parts = sorted(taken["part"])
        yield at_most("parts that moved", len(parts) / SECONDS, "a second", 8, f"{sum(parts) / SECONDS:.1f} ms of processor time a second")
        yield at_most("a part that moved", share(parts, 0.99), "ms", 8, f"p99 of {len(parts)}; p50 {share(parts, 0.5):.1f}")
        taken["whole"].clear()
        for n in range(200):
            now += TURN_MS
            spot = ((n * 37) % SIZE[0], (n * 11) % SIZE[1])
            window.step([pygame.event.Event(pygame.MOUSEMOTION, pos=spot, rel=(1, 1), buttons=(0, 0, 0))], now)
        whole = sorted(taken["whole"])
        yield at_most("a place that follows the pointer", share(whole, 0.99), "ms", 8, f"p99 of {len(whole)}; p50 {share(whole, 0.5):.1f}")
