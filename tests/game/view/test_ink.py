"""Every screen in the made-up language, a third longer than French: no word leaves its paper or the page, and none is cut off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.translate import pseudo_words
from game.content.words import Words
from tests.game.plays import DAY
from tests.game.view import test_day_screens, test_screens
from tests.game.view.ink import astray, written
from tests.game.view.stage import Stage, stage

TOLD: dict[str, tuple[Callable[[Stage], None], Path | None]] = {
    **{name: (go, None) for name, go in test_screens.SCREENS.items()},
    **{f"day-{name}": (go, DAY) for name, go in test_day_screens.SCREENS.items()},
}


PARAGRAPH = 60
"""Signs from which on a text of the story stays in French: `check` measures those one by one, and would refuse a longer one."""


def _longer(s: Stage) -> Words:
    """The interface, and the names and titles of the story, in the made-up language."""
    made, french = pseudo_words(s.run.story), s.run.story.french
    told = {name: text if len(text) > PARAGRAPH else made.line(name) for name, text in french.items()}
    return Words(made.locale, {name: made(name) for name in made.names()}, told)


@pytest.mark.parametrize("text", [100, 133, 200])
@pytest.mark.parametrize("name", TOLD)
def test_the_made_up_language_stays_on_its_paper(name: str, text: int, tmp_path: Path) -> None:
    """At each text size; brackets that open are shut, so nothing was left out."""
    go, episode = TOLD[name]
    s = stage(tmp_path, text=text, episode=episode)
    go(s)
    words = _longer(s)
    s.window.fixtures = replace(s.window.fixtures, words=lambda _: words)
    s.window._words = words
    s.window.draw()  # a sheet that grows with its words has found its height: what is noted is one frame, drawn once
    assert astray(written(s)) == []
