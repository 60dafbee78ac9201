"""The account's page: large words in the dark, how far it has come, and a pause as near as going on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.game.view.reach import assert_all_in_reach
from tests.game.view.stage import Stage, stage


def told(folder: Path, lang: str = "fr", text: int = 100) -> Stage:
    """Where Louna's account has nothing to answer."""
    s = stage(folder, lang=lang, text=text)
    s.begin("m")
    s.play_until("talk", talk="sc-recit")
    s.play_to(lambda now: not now.choices and now.line is not None and now.line.portrait, "account")
    s.hands.see()
    return s


def names(s: Stage) -> set[str]:
    """What can be pressed."""
    return {target.id for target in s.window.targets}


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_pause_is_as_near_as_going_on(by: str, tmp_path: Path) -> None:
    """Going on, a pause and the summary stand side by side; after a pause the same line waits."""
    s = told(tmp_path)
    assert {"advance", "account/pause", "account/summary"} <= names(s)
    assert s.run.sitting is not None
    line = s.run.sitting.moment.line
    s.hands.press("account/pause", by=by)
    assert s.window.top.name == "breathe"
    s.hands.key("escape")
    assert s.window.top.name == "story"
    assert s.run.sitting.moment.line == line
    s.hands.press("advance", by=by)
    assert s.run.sitting.moment.line != line


def test_the_summary_stands_in_for_what_is_too_much(tmp_path: Path) -> None:
    """Whoever does not want to hear it all reads the summary, and the story goes on."""
    s = told(tmp_path)
    s.hands.press("account/summary", by="keyboard")
    assert s.run.sitting is not None
    now = s.run.sitting.moment
    assert now.line is not None
    assert now.line.id == "sc-recit.summary"


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("text", [100, 133, 200])
def test_every_line_of_it_can_be_read_and_left(lang: str, text: int, tmp_path: Path) -> None:
    """In each size the pause is as near, the summary in reach, on the page or in its bar."""
    s = told(tmp_path, lang, text)
    assert "account/pause" in names(s)
    assert names(s) & {"account/summary", "bar/skip"}
    assert_all_in_reach(s, text)
