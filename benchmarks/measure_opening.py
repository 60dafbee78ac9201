"""How long a place takes to open at 1920 × 1080: a layer is read, the place is laid together for the first time and once more.

Every place of the story in every look, with a fresh set of pictures. The files have been
read by the system before: what a disk adds on a wiped computer is not ours.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator

from benchmarks.figure import Figure, at_most

SIZE = (1920, 1080)
LAYER, COLD, WARM = 60.0, 250.0, 80.0  # ms
TURNS = 7  # of which the best counts: what else runs on the machine counts little


def taken(work: Callable[[], object]) -> float:
    """Milliseconds of this thread's processor time."""
    began = time.thread_time()
    work()
    return (time.thread_time() - began) * 1000


def measure() -> Iterator[Figure]:
    """The slowest layer, the slowest place when nothing was read, and the slowest that was seen before and left for another."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    import pygame

    from game.content.loader import load_story
    from game.content.root import content_root
    from game.view.art import Art
    from game.view.life import Life
    from game.view.scenery import Scenery, Sight

    pygame.display.init()
    pygame.display.set_mode(SIZE)
    baked = content_root() / "assets" / "baked"
    places = load_story(content_root()).places.values()
    looks = {f"{place.id}, {name}": tuple(look.layers) for place in places for name, look in place.looks.items()}

    def read(name: str) -> float:
        art = Art(baked)
        return taken(lambda: art.picture(name, SIZE))

    def opened(art: Art, layers: tuple[str, ...]) -> float:
        scenery = Scenery(art, Sight(layers, (), None), SIZE)
        return taken(lambda: scenery.show(Life(), (0.0, 0.0), (0, 0)))

    def both(layers: tuple[str, ...]) -> tuple[float, float]:
        art = Art(baked)
        return opened(art, layers), opened(art, layers)

    loads = {layer: min(read(layer) for _ in range(TURNS)) for layers in looks.values() for layer in layers}
    turns = {place: [both(layers) for _ in range(TURNS)] for place, layers in looks.items()}
    cold, warm = ({place: min(one[side] for one in found) for place, found in turns.items()} for side in (0, 1))
    for what, found, goal in (("a layer is read", loads, LAYER), ("a place opens", cold, COLD), ("a place seen before opens", warm, WARM)):
        ranked = sorted(found, key=lambda name: found[name], reverse=True)
        note = (
            f"processor time, best of {TURNS}; {ranked[0]}, the slowest of {len(found)}; the median {found[ranked[len(found) // 2]]:.0f} ms"
        )
        yield at_most(what, found[ranked[0]], "ms", goal, note)
