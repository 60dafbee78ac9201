"""Every screen of the story, in both languages: it looks as it did when somebody last looked, and nothing on it is out of reach."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.view.screen import Home, Open
from tests.game.view.golden import FOLDER, assert_golden
from tests.game.view.reach import assert_all_in_reach
from tests.game.view.stage import Stage, stage


def _title(s: Stage) -> None:
    del s


def _help(s: Stage) -> None:
    s.hands.key("f1")


def _settings(s: Stage) -> None:
    s.hands.press("title/settings")


def _sound_settings(s: Stage) -> None:
    _settings(s)
    s.hands.press("part/heard", by="mouse")


def _begin(s: Stage) -> None:
    s.begin()


def _ask(s: Stage) -> None:
    _place(s)
    s.window.go(Home(s.run.title()))
    s.hands.see()
    s.begin()


def _departure(s: Stage) -> None:
    s.hands.press("title/begin")


def _menu(s: Stage) -> None:
    _begin(s)
    s.hands.key("escape")


def _breathe(s: Stage) -> None:
    _menu(s)
    s.hands.press("menu/breathe", by="keyboard")


def _credits(s: Stage) -> None:
    _menu(s)
    s.hands.press("menu/credits", by="keyboard")


def _place(s: Stage) -> None:
    _begin(s)
    s.play_until("place", line=False)


def _names(s: Stage) -> None:
    _begin(s)
    s.play_until("talk", talk="sc-mandat")
    sitting = s.run.sitting
    assert sitting is not None
    s.play_until("place", line=False)
    looked = next(spot.id for spot in sitting.moment.place.hotspots) if sitting.moment.place is not None else ""
    s.hands.press(looked, by="keyboard")
    s.play_until("place", line=False)
    s.hands.press("names", by="keyboard")


def _said(s: Stage) -> None:
    _begin(s)
    s.play_until("place", line=True)


def _talk(s: Stage) -> None:
    _begin(s)
    s.play_until("talk", talk="sc-mandat")


def _board(s: Stage) -> None:
    _begin(s)
    s.play_until("board", line=False)


def _notebook(s: Stage) -> None:
    _begin(s)
    s.play_until("ended")
    assert s.run.sitting is not None
    from game.view.screens.notebook import NotebookScreen

    s.window.go(Open(NotebookScreen(s.run.sitting)))
    s.hands.see()


def _empty_notebook(s: Stage) -> None:
    _place(s)
    s.hands.press("bar/notebook", by="keyboard")


def _farewell(s: Stage) -> None:
    _begin(s)
    s.play_until("ended")


def _quick_exit(s: Stage) -> None:
    s.hands.press("strip/exit", by="mouse")


def _resume(s: Stage) -> None:
    s.run.left()
    s.window.stack[:] = [s.run.first()]
    s.window.draw()


SCREENS: dict[str, Callable[[Stage], None]] = {
    "title": _title,
    "help": _help,
    "ask": _ask,
    "settings": _settings,
    "settings-heard": _sound_settings,
    "departure": _departure,
    "note": _begin,
    "menu": _menu,
    "breathe": _breathe,
    "credits": _credits,
    "place": _place,
    "names": _names,
    "said": _said,
    "talk": _talk,
    "board": _board,
    "notebook": _notebook,
    "notebook-empty": _empty_notebook,
    "farewell": _farewell,
    "quick-exit": _quick_exit,
    "resume": _resume,
}
LOOKS = {"": {}, "-contrast": {"contrast": "high"}, "-large": {"text": 200}}


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", SCREENS)
def test_screen_looks_as_it_did(name: str, lang: str, tmp_path: Path) -> None:
    """Each screen of the story, in French and in English."""
    s = stage(tmp_path, lang=lang)
    SCREENS[name](s)
    assert_golden(s.surface, f"{name}-{lang}")


@pytest.mark.parametrize("look", ["-contrast", "-large"])
@pytest.mark.parametrize("name", SCREENS)
def test_screen_in_strong_contrast_and_in_large_text(name: str, look: str, tmp_path: Path) -> None:
    """Each screen in the two other designs."""
    s = stage(tmp_path, **LOOKS[look])  # type: ignore[arg-type]  # a table of the settings that change
    SCREENS[name](s)
    assert_golden(s.surface, f"{name}{look}-fr")


def test_every_golden_belongs_to_a_screen() -> None:
    """A picture whose screen is gone is named here. Those of the desk and of the take-home card are held to lists of their own."""
    wanted = {f"{name}-{lang}" for name in SCREENS for lang in ("fr", "en")}
    wanted |= {f"{name}{look}-fr" for name in SCREENS for look in ("-contrast", "-large")}
    assert {path.stem for path in FOLDER.glob("*.webp") if not path.stem.startswith(("desk-", "card-"))} == wanted


@pytest.mark.parametrize("text", [100, 133, 200])
@pytest.mark.parametrize("name", [n for n in SCREENS if n not in ("quick-exit", "resume")])
def test_everything_can_be_reached_and_lies_above_the_strip(name: str, text: int, tmp_path: Path) -> None:
    """Tab comes to each target, each is at least 64 px high or wide, none hides under the help strip, and help and exit are there."""
    s = stage(tmp_path, text=text)
    SCREENS[name](s)
    assert_all_in_reach(s, text)
