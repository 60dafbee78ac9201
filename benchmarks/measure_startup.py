"""Cold start: from the start of a process to the first frame of the title, against a bare pygame window.

Fresh processes that take turns, so that a busy machine hurts both alike; modules are compiled and the system has read the files
before. The game is started by its own command, and its first frame is the whole title: picture, menu, help strip.
"""

import json
import time
from collections.abc import Iterator
from statistics import median

from benchmarks.figure import Figure, at_most
from benchmarks.screens import PLAY, children, run_child

TURNS = 11
TOLD = """
def told():
    import json
    print(json.dumps([time.time() - began, time.process_time()]), flush=True)
    os._exit(0)
"""
BARE = f"""
import os, sys, time
began = float(sys.argv[1])
{TOLD}
import pygame
pygame.display.init()
pygame.display.set_mode((1920, 1080), pygame.RESIZABLE).fill((44, 42, 78))
pygame.display.flip()
told()
"""
GAME = f"""
import os, sys, time
began = float(sys.argv[1])
{TOLD}
import pygame
flip = pygame.display.flip
def first():
    flip()
    told()
pygame.display.flip = first
{PLAY}
game.cli.main()
"""


def once(code: str, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds from the start of the process to its first frame: by the clock, and of the processor."""
    clock, processor = json.loads(run_child(code, environment, repr(time.time())))
    return clock, processor


def measure() -> Iterator[Figure]:
    """The ratio by the clock, then by the processor's time, which a busy machine disturbs less."""
    with children() as (environment, screen):
        bare_first, game_first = once(BARE, environment), once(GAME, environment)
        once(GAME, environment)
        turns = [(once(BARE, environment), once(GAME, environment)) for _ in range(TURNS)]
    bare, game = ([turn[side] for turn in turns] for side in (0, 1))
    for kind, what in ((0, "first title frame ÷ bare pygame window"), (1, "the same, in processor time")):
        b, g = median(one[kind] for one in bare), median(one[kind] for one in game)
        yield at_most(what, g / b, "×", 3, f"{g * 1000:.0f} ms ÷ {b * 1000:.0f} ms, median of {TURNS}, {screen}")
    note = f"modules and content compiled on the way; bare {bare_first[0] * 1000:.0f} ms"
    yield Figure("the very first start", game_first[0] * 1000, "ms", note=note)
