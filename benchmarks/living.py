"""A window that lives: started by the game's own command in a process of its own, brought to a screen, then left alone."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

from benchmarks.screens import PLAY, ROOT, children

BARE = """
import pygame
pygame.display.init()
pygame.display.set_mode((1920, 1080), pygame.RESIZABLE).fill((44, 42, 78))
pygame.display.flip()
print("there", flush=True)
while pygame.event.wait(250).type != pygame.QUIT:
    pass
"""
GAME = f"""
import sys
WHERE = sys.argv[1]
{PLAY}
from game.view.window import Window
turn = Window.step
state = {{"turns": 0, "asked": False}}

def step(window, events, now_ms):
    open_ = turn(window, events, now_ms)
    if window.fixtures.work.busy:  # the story is still being read behind the title
        return open_
    if WHERE != "title" and not state["asked"]:
        state["asked"] = True
        go(window)
    state["turns"] += 1
    if state["turns"] == 8:  # a few more turns, so that what had to be drawn was drawn
        print("there", flush=True)
    return open_

def go(window):
    from game.view.demo import Hands
    from tests.game.eager import next_command
    hands = Hands(window, None)
    Window.step = turn
    hands.press("title/begin", by="keyboard")
    if window.top.name == "departure":
        hands.press("path/m", by="keyboard")
    sitting = window.top._sitting
    tried = set()
    while True:
        now = sitting.moment
        if now.activity == ("place" if WHERE == "place" else "ended") and now.line is None:
            break
        command = next_command(now, frozenset(tried))
        tried.add(repr(command))
        sitting.do(command)
        if WHERE == "desk":
            window.draw()  # somebody has seen the places on the way
    window.draw()
    if WHERE == "desk":
        hands.press("farewell/leave", by="keyboard")
    hands.see()
    Window.step = step

Window.step = step
game.cli.main()
"""


@contextmanager
def living(where: str) -> Iterator[tuple[psutil.Process, str]]:
    """A process whose window shows the `title`, a `place`, the `desk`, or only a `bare` ground; and the name of the screen it is on."""
    with children() as (environment, screen):
        code = BARE if where == "bare" else GAME
        started = subprocess.Popen([sys.executable, "-c", code, where], env=environment, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8")
        with started:
            try:
                said = started.stdout.readline() if started.stdout else ""
                if said.strip() != "there":
                    raise RuntimeError(f"the window never came to {where!r}")
                yield psutil.Process(started.pid), screen
            finally:
                started.terminate()
