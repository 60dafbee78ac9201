"""How long the kit needs to draw one layer of a place, at 1920×1080: the vector text is made, then rasterised.

The library that rasterises hands out nothing but PNG, and packing two million pixels takes it a third of the time; nothing needs that PNG.
So what it takes to pack the very same picture is measured apart and told, not counted. Processor time of this process, the best of
three, so that what else runs on the machine counts little. An author waits for this; a player never does, since what ships is baked.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Callable, Iterator
from importlib import import_module

from benchmarks.figure import Figure, at_most

GOAL = 400.0  # ms a layer, on an idle core
SIZE = 'width="1920" height="1080"'
SHEET = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {SIZE}>'
COVER = f"<rect {SIZE}/>"


def best(work: Callable[[], object], turns: int = 3) -> float:
    """Milliseconds of processor time, the best of some turns."""
    taken = []
    for _ in range(turns):
        began = time.process_time()
        work()
        taken.append((time.process_time() - began) * 1000)
    return min(taken)


def packing(picture: bytes, blank: float) -> float:
    """Milliseconds to pack a picture: it is read and laid down, once to be seen, once under a plain cover that packs as a blank does."""
    from assets.kit.render import png

    laid = f'{SHEET}<image {SIZE} xlink:href="data:image/png;base64,{base64.b64encode(picture).decode()}"/>'
    return max(0.0, best(lambda: png(f"{laid}</svg>")) - best(lambda: png(f"{laid}{COVER}</svg>"))) + blank


def layer(module: str, depth: str, blank: float) -> tuple[float, float]:
    """Milliseconds to draw one layer, and to pack it."""
    from assets.kit.render import png

    draw = getattr(import_module(f"assets.kit.places.{module}"), depth)
    packed = packing(png(draw(), 1920, text=True), blank)
    return best(lambda: png(draw(), 1920, text=True)) - packed, packed


def measure() -> Iterator[Figure]:
    """The slowest layer of each place, the others in the note; a blank sheet first, which is nothing but packing."""
    from assets.bake.places import DEPTHS, PLACES
    from assets.kit.render import png

    blank = best(lambda: png(f"{SHEET}{COVER}</svg>", 1920))
    yield Figure("a blank layer", blank, "ms", note="packed as PNG; counted with what packing a layer takes")
    for place, module in PLACES.items():
        taken = {depth: layer(module, depth, blank) for depth in DEPTHS}
        slowest = max(taken, key=lambda depth: taken[depth][0])
        others = ", ".join(f"{depth} {ms:.0f}" for depth, (ms, _) in taken.items() if depth != slowest)
        note = f"processor time, without {taken[slowest][1]:.0f} of packing as PNG; {others}"
        yield at_most(f"{place}/{slowest} drawn from the kit", taken[slowest][0], "ms", GOAL, note)
