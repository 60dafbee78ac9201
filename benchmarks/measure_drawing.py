"""How long the kit needs to draw one layer of a place, at 1920×1080: the vector text is made first, then rasterised and packed as PNG.

Processor time of this process, the better of two, so that what else runs on the machine counts little. An author waits for this; a player
never does, since what ships is baked.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from importlib import import_module

from benchmarks.figure import Figure, at_most

GOAL = 400.0  # ms a layer, on an idle core


def layer(module: str, depth: str) -> float:
    """Milliseconds to make and rasterise one layer."""
    from assets.kit.render import png

    draw = getattr(import_module(f"assets.kit.places.{module}"), depth)
    taken = []
    for _ in range(2):
        began = time.process_time()
        png(draw(), 1920, text=True)
        taken.append((time.process_time() - began) * 1000)
    return min(taken)


def measure() -> Iterator[Figure]:
    """The slowest layer of each place, the others in the note; a blank sheet last, which is packing and fonts alone."""
    from assets.bake.places import DEPTHS, PLACES
    from assets.kit.render import png
    from assets.kit.svg import Svg

    for place, module in PLACES.items():
        taken = {depth: layer(module, depth) for depth in DEPTHS}
        slowest = max(taken, key=lambda depth: taken[depth])
        note = ", ".join(f"{depth} {ms:.0f}" for depth, ms in taken.items() if depth != slowest)
        yield at_most(f"{place}/{slowest} drawn from the kit", taken[slowest], "ms", GOAL, f"processor time; {note}")
    began = time.process_time()
    png(Svg(1920, 1080, "x"), 1920, text=True)
    yield Figure("a blank layer", (time.process_time() - began) * 1000, "ms", note="what the goal holds for packing and fonts")
