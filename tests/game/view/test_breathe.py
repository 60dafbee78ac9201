"""The pause: a buoy that moves while it is looked at, rests where motion is not wanted, and costs nothing of the story."""

from __future__ import annotations

from pathlib import Path

from game.view.life import REST
from game.view.screen import Restyle
from game.view.screens.breathe import BREATH
from tests.game.view.golden import difference, picture_of
from tests.game.view.stage import Stage, stage


def _paused(folder: Path, motion: str) -> Stage:
    s = stage(folder)
    s.run.loaded = s.run.loaded.changed(motion=motion)
    s.begin()
    s.play_until("place", line=False)
    s.window.go(Restyle())
    s.hands.key("escape")
    s.hands.press("menu/breathe", by="keyboard")
    s.window.life.running = True
    return s


def test_the_buoy_goes_on_for_whoever_breathes_with_it(tmp_path: Path) -> None:
    """Long after the last touch it still rises and falls."""
    s = _paused(tmp_path, "full")
    seen = []
    for moment in (0.0, REST + BREATH / 2, 2 * REST + 3.0):
        s.hands.now_ms = int(moment * 1000) + 1000
        s.window.step([], s.hands.now_ms)
        s.window.draw()
        seen.append(picture_of(s.surface))
        assert s.window.life.next_due() < float("inf")
    assert difference(seen[0], seen[1])[0] > 0


def test_without_motion_it_stays_where_it_is(tmp_path: Path) -> None:
    """The words alone say how; nothing is due."""
    s = _paused(tmp_path, "reduced")
    before = picture_of(s.surface)
    s.hands.now_ms += 5000
    s.window.step([], s.hands.now_ms)
    assert s.window.life.next_due() == float("inf")
    assert difference(before, picture_of(s.surface))[0] == 0


def test_esc_leads_back_and_one_may_talk_to_somebody(tmp_path: Path) -> None:
    """Help lies over the pause; closed twice, one is where one was."""
    s = _paused(tmp_path, "full")
    s.hands.press("breathe/talk", by="mouse")
    assert s.window.top.name == "help"
    s.hands.key("escape")
    assert s.window.top.name == "breathe"
    s.hands.key("escape")
    assert s.window.top.name == "menu"


def test_the_bar_leads_to_it_and_esc_back_into_the_talk(tmp_path: Path) -> None:
    """One press from wherever somebody speaks; nothing of the talk is lost."""
    s = stage(tmp_path)
    s.begin()
    s.play_until("talk", talk="sc-mandat", line=True)
    sitting = s.run.sitting
    assert sitting is not None
    before = sitting.state
    s.hands.press("bar/breathe", by="mouse")
    assert s.window.top.name == "breathe"
    s.hands.key("escape")
    assert s.window.top.name == "story"
    assert sitting.state is before
