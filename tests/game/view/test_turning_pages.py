"""What turns in the story stays where the mouse or a finger turned it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.core.moment import Moment
from game.view.screens.story import StoryScreen
from game.view.scroll import Scroll
from tests.game.view.stage import Stage, stage


def _play(s: Stage, path: str, here: Callable[[Moment], bool]) -> None:
    """Play by the careful player's commands until the story looks like this."""
    s.begin(path)
    s.play_to(here, "turning")
    s.hands.see()
    s.window.draw()


def _story(s: Stage) -> StoryScreen:
    assert isinstance(s.window.top, StoryScreen)
    return s.window.top


def _to_the_foot(s: Stage, button: str, scroll: Scroll, by: str) -> None:
    """Press it until nothing is left to turn: each press goes on from where the last one ended."""
    while scroll.offset < scroll.furthest:
        before = scroll.offset
        s.hands.press(button, by=by)
        s.hands.see()
        s.window.draw()
        assert scroll.offset >= min(scroll.furthest, before + 1)
    assert scroll.offset > 0


@pytest.mark.parametrize("text", [133, 200])
@pytest.mark.parametrize("by", ["mouse", "finger"])
def test_a_log_is_turned_to_its_foot(by: str, text: int, tmp_path: Path) -> None:
    """Pressed again and again the button reaches the foot; and a line pressed there moves nothing."""
    s = stage(tmp_path, text=text)
    _play(s, "s", lambda now: now.activity == "log" and not now.choices)
    scroll = _story(s)._turned
    _to_the_foot(s, "log/scroll/down", scroll, by)
    s.hands.press("log/scroll/up", by=by)
    assert scroll.offset < scroll.furthest
    _to_the_foot(s, "log/scroll/down", scroll, by)
    seen = [t.id for t in s.window.targets if t.id.startswith("log/") and t.id.count("/") == 1 and t.box.h > 0 and t.id != "log/close"]
    if seen:
        s.hands.press(seen[-1], by=by)
        assert scroll.offset == scroll.furthest


@pytest.mark.parametrize("by", ["mouse", "finger"])
def test_answers_taller_than_the_page_are_turned_to_their_foot(by: str, tmp_path: Path) -> None:
    """The first answer keeps no hold on the page once it was turned."""
    s = stage(tmp_path, text=200)

    def tall(now: Moment) -> bool:
        if now.activity != "talk" or len(now.choices) < 3:
            return False
        s.window.draw()
        if "talk/turn" not in {t.id for t in s.window.targets}:
            return False
        _story(s)._talk.turn(now)
        s.window.draw()
        return "talk/answers/down" in {t.id for t in s.window.targets}

    _play(s, "f", tall)
    _to_the_foot(s, "talk/answers/down", _story(s)._talk.scroll, by)
