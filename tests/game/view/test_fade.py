"""From one page to the next the old one fades: never without motion, never after a quick exit, and nothing waits for it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pygame
import pytest

from game.view.fade import SECONDS
from tests.game.view.stage import Stage, stage


def shot(s: Stage) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    """Every pixel of the window."""
    return pygame.surfarray.array3d(s.surface).astype(np.int16)


@pytest.fixture
def alive(tmp_path: Path) -> Stage:
    """A window at its work, that shows the title."""
    s = stage(tmp_path)
    s.window.life.running = True
    s.hands.see(pygame.event.Event(pygame.MOUSEMOTION, pos=(480, 270), rel=(1, 1), buttons=(0, 0, 0)))
    return s


def wait(s: Stage, seconds: float) -> None:
    """Let time go by, in steps as the loop takes them."""
    for _ in range(int(seconds / 0.04) + 1):
        s.hands.see()


def test_a_page_fades_into_the_next_one(alive: Stage) -> None:
    """The first frame still shows the page before; each later one less of it; then only the new page is left."""
    before = shot(alive)
    alive.hands.key("f1")
    first = shot(alive)
    wait(alive, SECONDS / 2)
    half = shot(alive)
    wait(alive, SECONDS * 2)
    after = shot(alive)
    gaps = [float(np.abs(picture - after).mean()) for picture in (before, first, half)]
    assert gaps[0] >= gaps[1] > gaps[2] > 1


def test_the_new_page_answers_at_once(alive: Stage) -> None:
    """A key pressed while it still fades is heard by the page that comes."""
    alive.hands.key("f1")
    alive.hands.key("escape")
    assert alive.window.top.name == "title"


def test_without_motion_one_page_follows_the_other(alive: Stage) -> None:
    """With motion reduced the first frame is the last."""
    alive.run.loaded = alive.run.loaded.changed(motion="reduced")
    alive.window._restyle()
    alive.hands.see()
    alive.hands.key("f1")
    first = shot(alive)
    wait(alive, SECONDS * 2)
    assert (shot(alive) == first).all()


def test_one_place_fades_into_another_and_a_line_into_none(alive: Stage) -> None:
    """The story's pages are its places, its boards and logs; somebody who speaks in a place turns no page."""
    alive.begin()
    sitting = alive.run.sitting
    assert sitting is not None
    alive.play_until("place", line=True)
    said = alive.window.top.page
    alive.play_until("place", line=False)
    assert alive.window.top.page == said
    here = sitting.moment.place
    alive.play_until("board", line=False)
    assert here is not None
    assert alive.window.top.page == "board" != said


def test_a_quick_exit_leaves_nothing_of_the_page_before(alive: Stage) -> None:
    """The neutral page stands there whole in its first frame, even in the middle of a fade."""
    alive.hands.key("f1")
    alive.hands.press("strip/exit", by="mouse")
    first = shot(alive)
    alive.window.draw()
    assert (shot(alive) == first).all()
    assert alive.window._fade._old is None
