"""« Tes parties »: keeping, taking up, replacing and deleting plays, by hand, in both languages and every look."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from game.session.saves import Saves
from game.session.slots import AUTOSAVE, BEFORE, KEPT
from game.view.thumbnail import SIZE, unpacked
from tests.game.view.golden import FOLDER, assert_golden
from tests.game.view.reach import assert_all_in_reach
from tests.game.view.stage import DAY, Stage, stage


def _hour(s: Stage, seconds: float) -> None:
    s.run.clock.step(seconds)  # type: ignore[attr-defined]  # the stage's clock is one that is stepped


def in_a_place(s: Stage) -> Stage:
    """Begin, and read on to the first place; where a play could be taken up, beginning anew is asked."""
    s.begin(by="mouse")
    if s.window.top.name != "story":
        s.hands.press("ask/yes", by="keyboard")
    if s.window.top.name == "departure":
        s.hands.press("path/s", by="keyboard")
    s.play_until("place", line=False)
    return s


def _open(s: Stage) -> None:
    """The list, by the menu."""
    s.hands.key("escape")
    s.hands.press("menu/saves", by="keyboard")


def _keep(s: Stage, slot: str) -> None:
    """Keep in a slot that is free."""
    _open(s)
    s.hands.press(f"saves/{slot}", by="mouse")
    if s.run.loaded.settings.text_size > 130:
        s.hands.press(f"saves/{slot}/keep", by="keyboard")


def _back(s: Stage) -> None:
    s.hands.key("escape")
    s.hands.key("escape")


def _free(s: Stage) -> None:
    in_a_place(s)
    _open(s)


def _filled(s: Stage) -> None:
    in_a_place(s)
    _keep(s, KEPT[0])
    _back(s)
    _hour(s, -30 * 3600)
    s.play_until("talk", talk="sc-mandat")
    _keep(s, KEPT[1])
    _back(s)
    _hour(s, 30 * 3600)
    s.hands.key("escape")
    s.hands.press("menu/home")
    in_a_place(s)
    _open(s)
    s.hands.press(f"saves/{KEPT[0]}", by="keyboard")


def _ask(s: Stage) -> None:
    _filled(s)
    s.hands.press(f"saves/{KEPT[0]}/delete", by="keyboard")


def _title(s: Stage) -> None:
    in_a_place(s)
    s.hands.key("escape")
    s.hands.press("menu/home")


def _from_title(s: Stage) -> None:
    _title(s)
    s.hands.press("title/saves")


SCREENS: dict[str, Callable[[Stage], None]] = {
    "free": _free, "filled": _filled, "ask": _ask, "from-title": _from_title,
}  # fmt: skip
LOOKS: dict[str, dict[str, object]] = {
    "-fr": {}, "-en": {"lang": "en"}, "-contrast": {"contrast": "high"}, "-large": {"text": 200},
}  # fmt: skip


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", SCREENS)
def test_screen_looks_as_it_did(name: str, look: str, tmp_path: Path) -> None:
    """Each state of the list in French, in English, in strong contrast and in large text."""
    s = stage(tmp_path, **LOOKS[look])  # type: ignore[arg-type]  # a table of the settings that change
    SCREENS[name](s)
    assert_golden(s.surface, f"saves/{name}{look}")


def test_every_golden_belongs_to_a_screen() -> None:
    """A picture whose screen is gone is named here."""
    assert {path.stem for path in (FOLDER / "saves").glob("*.webp")} == {f"{name}{look}" for name in SCREENS for look in LOOKS}


@pytest.mark.parametrize("text", [100, 133, 200])
@pytest.mark.parametrize("name", SCREENS)
def test_everything_can_be_reached_and_lies_above_the_strip(name: str, text: int, tmp_path: Path) -> None:
    """Tab comes to each target, each is large enough and named, and none hides under the help strip."""
    s = stage(tmp_path, text=text)
    SCREENS[name](s)
    assert_all_in_reach(s, text)


def test_a_kept_play_is_taken_up_and_stays_kept(tmp_path: Path) -> None:
    """The play goes on from where it was kept; the slot does not move with it, and the play under way is set aside."""
    s = in_a_place(stage(tmp_path))
    assert s.run.sitting is not None
    there = s.run.sitting.state
    _keep(s, KEPT[0])
    _back(s)
    s.play_until("talk", talk="sc-mandat")
    later = s.run.sitting.state
    _open(s)
    s.hands.press(f"saves/{KEPT[0]}", by="keyboard")
    s.hands.press(f"saves/{KEPT[0]}/resume", by="mouse")
    assert s.window.top.name == "story"
    assert s.run.sitting.state == there
    s.play_until("talk", talk="sc-mandat")
    s.run.sitting.close()
    saves = Saves(s.run.paths.saves)
    assert len(saves.read(KEPT[0]).walk) < len(saves.read(AUTOSAVE).walk)
    assert saves.read(BEFORE).state["talk"] == {"talk": later.talk.talk, "node": later.talk.node} if later.talk else None
    _open(s)
    s.hands.press(f"saves/{BEFORE}", by="keyboard")
    s.hands.press(f"saves/{BEFORE}/resume", by="keyboard")
    assert s.run.sitting.state == later


def test_replacing_and_deleting_ask_first(tmp_path: Path) -> None:
    """« No » has the focus, Esc is no, and only yes does it."""
    s = in_a_place(stage(tmp_path))
    _keep(s, KEPT[0])
    saves, kept = Saves(s.run.paths.saves), s.run.paths.saves / f"{KEPT[0]}.json"
    before = kept.read_bytes()
    _back(s)
    s.play_until("talk", talk="sc-mandat")
    _open(s)
    s.hands.press(f"saves/{KEPT[0]}", by="mouse")
    for act in ("keep", "delete"):
        s.hands.press(f"saves/{KEPT[0]}/{act}", by="keyboard")
        assert s.window.attention.focus == "saves/no"
        s.hands.key("escape" if act == "keep" else "enter")
        assert s.window.top.name == "saves"
        assert kept.read_bytes() == before
    s.hands.press(f"saves/{KEPT[0]}/keep", by="keyboard")
    s.hands.press("saves/yes", by="mouse")
    assert len(saves.read(KEPT[0]).walk) > before.count(b'"do"') - 1
    s.hands.press(f"saves/{KEPT[0]}/delete", by="keyboard")
    s.hands.press("saves/yes", by="keyboard")
    assert not list(s.run.paths.saves.glob(f"{KEPT[0]}*"))


def test_the_picture_is_the_place_and_nothing_else(tmp_path: Path) -> None:
    """Drawn from the art: the same whatever lies over the place, at any size of text; small, and with no words about it."""
    pictures = []
    for text, until in ((100, False), (200, True)):
        s = in_a_place(stage(tmp_path / str(text), text=text))
        if until:
            assert s.run.sitting is not None
            s.hands.press("bar/notebook", by="keyboard")
            s.hands.key("escape")
        _keep(s, KEPT[0])
        data = Saves(s.run.paths.saves).picture(KEPT[0])
        assert data is not None
        assert len(data) < 80_000
        with Image.open(io.BytesIO(data)) as picture:
            assert picture.size == SIZE
            assert not picture.getexif()
            assert "comment" not in picture.info
        pictures.append(data)
    assert pictures[0] == pictures[1]


def test_a_picture_that_is_none_is_drawn_anew(tmp_path: Path) -> None:
    """A file that something damaged: the list opens, with the place as the play would show it."""
    assert unpacked(b"not a picture") is None
    s = in_a_place(stage(tmp_path))
    _keep(s, KEPT[0])
    (s.run.paths.saves / f"{KEPT[0]}.jpg").write_bytes(b"not a picture")
    _back(s)
    _open(s)
    assert s.window.top.name == "saves"


def test_a_slot_that_cannot_be_read_says_so_and_can_be_deleted(tmp_path: Path) -> None:
    """It is shown as shut; taking it up leads to the title, which says why."""
    s = in_a_place(stage(tmp_path))
    (s.run.paths.saves / f"{KEPT[2]}.json").write_bytes(b"{")
    _open(s)
    s.hands.press(f"saves/{KEPT[2]}", by="mouse")
    s.hands.press(f"saves/{KEPT[2]}/resume", by="mouse")
    assert s.window.top.name == "title"
    s.hands.press("title/saves", by="keyboard")
    s.hands.press(f"saves/{KEPT[2]}", by="mouse")
    s.hands.press(f"saves/{KEPT[2]}/delete", by="mouse")
    s.hands.press("saves/yes", by="mouse")
    assert not list(s.run.paths.saves.glob(f"{KEPT[2]}*"))


def test_the_clock_of_the_list_is_the_runs_own() -> None:
    """The pictures above hold « aujourd’hui » because the stage's day stands still."""
    assert DAY.day == 25
