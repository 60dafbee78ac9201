"""The notebook's tabs: cut from its page, the open one taller, turned to by keyboard and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import boxes
from game.view.widgets.tabs import ICONS
from tests.game.view.stage import stage


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_the_open_tab_is_the_tallest_and_all_stand_on_the_page(by: str, text: int, tmp_path: Path) -> None:
    """Whichever part is open; the parts are turned to by the keyboard and the mouse."""
    s = stage(tmp_path, text=text)
    s.begin()
    s.play_until("place", line=False)
    s.hands.press("bar/notebook", by=by)
    top = boxes.notebook_page(text / 100)[0]
    for tab in ("people", "words", "clues"):
        s.hands.press(f"tab/{tab}", by=by)
        found = {t.id.removeprefix("tab/"): t.box for t in s.window.targets if t.id.startswith("tab/")}
        assert set(found) == set(ICONS)
        assert {box.bottom for box in found.values()} == {top}
        assert max(found, key=lambda name: found[name].h) == tab
