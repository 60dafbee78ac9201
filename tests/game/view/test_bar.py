"""The bar: the way back lies left of the way on, in the same place whatever is said, and a sign alone says its name when pointed at."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from tests.game.view.stage import Stage, stage


def bar(s: Stage) -> dict[str, float]:
    """The strips of the bar, from what they are called to where they begin."""
    return {t.id: t.box.x for t in s.window.targets if t.id.startswith("bar/")}


@pytest.mark.parametrize("text", [100, 133, 200])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_back_lies_left_of_on_and_all_of_it_is_on_the_sheet(text: int, lang: str, tmp_path: Path) -> None:
    """In each size of text the strips follow each other without lying over one another, and none leaves the page."""
    s = stage(tmp_path, text=text, lang=lang)
    s.begin("m")
    for line in (True, False):
        s.play_until("place", line=line)
        at = bar(s)
        assert at["bar/back"] < at["bar/forward"] < at["bar/notebook"] < at["bar/menu"]
        boxes = sorted((t.box for t in s.window.targets if t.id.startswith("bar/")), key=lambda box: box.x)
        assert all(one.right <= other.x for one, other in pairwise(boxes))
        assert boxes[0].x >= 0
        assert boxes[-1].right <= 1920


def test_a_sign_alone_says_its_name_when_pointed_at(tmp_path: Path) -> None:
    """Under the strip, on tape, and only while the pointer is there."""
    s = stage(tmp_path, text=200)
    s.begin()
    s.play_until("place", line=True)
    strip = next(t.box for t in s.window.targets if t.id == "bar/back")
    under = pygame.Rect(*s.window.view.real((strip.x, strip.bottom + 20)), s.window.view.length(strip.w), s.window.view.length(40))

    def seen() -> bytes:
        return pygame.image.tobytes(s.surface.subsurface(under), "RGB")

    def point(at: tuple[float, float]) -> None:
        s.hands.see(pygame.event.Event(pygame.MOUSEMOTION, pos=s.window.view.real(at), rel=(1, 1), buttons=(0, 0, 0)))

    point((960, 700))
    plain = seen()
    point(strip.centre)
    assert seen() != plain
    point((960, 700))
    assert seen() == plain
