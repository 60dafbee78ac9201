"""The rooms are joined as the window needs them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from game.content.root import content_root
from game.content.words import UNTRANSLATED
from game.session.walkthrough import Walkthrough
from game.view.compose import compose
from game.view.screens.desk import DeskScreen
from tests.game.view.test_episodes import RUMOUR, edge


def test_the_desk_knows_whether_a_story_waits_behind_it(tmp_path: Path) -> None:
    """From the title nobody leaves a story; from a play under way somebody does."""
    run = compose(edge(tmp_path))
    assert run.desk is not None
    from_title = run.desk(lambda: None)
    run._depart("s")
    from_story = run.desk(lambda: None)
    for close in run.closing:
        close()
    assert isinstance(from_title, DeskScreen)
    assert isinstance(from_story, DeskScreen)
    assert (from_title._kept.from_story, from_story._kept.from_story) == (False, True)


def test_every_font_of_the_window_has_the_sign() -> None:
    """What marks a text without a translation is no empty box."""
    fonts = sorted((content_root() / "assets" / "fonts").rglob("*.ttf"))
    assert fonts
    for font in fonts:
        with TTFont(font, lazy=True) as file:
            known = file.getBestCmap()
        assert all(ord(sign) in known for sign in UNTRANSLATED.format(text="")), font.name


@pytest.mark.parametrize("asked", ["", "watch", "warp"])
def test_an_author_sees_what_has_no_english(tmp_path: Path, asked: str) -> None:
    """French between signs for `--watch` and `--warp`; plain French in ordinary play, and plain French in French."""
    there = tmp_path / "rumeur"
    shutil.copytree(RUMOUR, there)
    (there / "story" / "locales" / "en.po").unlink()
    given = edge(tmp_path, asked=there)
    if asked == "watch":
        given = replace(given, watch=True, recordings=tmp_path)
    if asked == "warp":
        given = replace(given, start=Walkthrough("m", "home", 1, ()))
    run = compose(given)
    french = run.words("fr").line("rumeur.title")
    assert french == run.story.french["rumeur.title"]
    assert run.words("en").line("rumeur.title") == (f"[[{french}]]" if asked else french)
    assert run.words("en")("broken.title") == "Back to the title"
