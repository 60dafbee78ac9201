"""How long the kit needs to draw one layer of a place, at 1920×1080: the vector text is made, then rasterised.

Processor time, the best of three, without packing as PNG (`assets.kit.timing` says why). An author waits for this; a player never does,
since what ships is baked. `python run.py art --out DIR` notes the same for everything that is drawn, once each, in `art.json`.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from benchmarks.figure import Figure, at_most

GOAL = 400.0  # ms a layer, on an idle core
WIDTH, HEIGHT = 1920, 1080


def layer(module: str, depth: str) -> tuple[float, float]:
    """Milliseconds to draw one layer, and to pack it."""
    from assets.kit.render import png
    from assets.kit.timing import best, packing

    draw = getattr(import_module(f"assets.kit.places.{module}"), depth)
    packed = packing(png(draw(), WIDTH, text=True), WIDTH, HEIGHT)
    return max(0.0, best(lambda: png(draw(), WIDTH, text=True)) - packed), packed


def measure() -> Iterator[Figure]:
    """The slowest layer of each place, the others in the note; a blank sheet first, which is nothing but packing."""
    from assets.bake.places import DEPTHS, PLACES
    from assets.kit.timing import blank

    yield Figure("a blank layer", blank(WIDTH, HEIGHT), "ms", note="packed as PNG; counted with what packing a layer takes")
    for place, module in PLACES.items():
        taken = {depth: layer(module, depth) for depth in DEPTHS}
        slowest = max(taken, key=lambda depth: taken[depth][0])
        others = ", ".join(f"{depth} {ms:.0f}" for depth, (ms, _) in taken.items() if depth != slowest)
        note = f"processor time, without {taken[slowest][1]:.0f} of packing as PNG; {others}"
        yield at_most(f"{place}/{slowest} drawn from the kit", taken[slowest][0], "ms", GOAL, note)
