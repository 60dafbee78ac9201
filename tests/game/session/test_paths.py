"""Folders, the clock, renames and the marker of a quick exit."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from game.session.clock import SteppedClock, SystemClock
from game.session.paths import APP, HOME_VARIABLE, Paths, user_paths
from game.session.quick_exit import ask_back, note_left_quickly, was_left_quickly
from game.session.renames import load_renames


def test_each_system_has_its_folders() -> None:
    """Absolute, ours by name, and none of them is created by asking."""
    paths = user_paths({})
    for path in (paths.settings, paths.managed, paths.saves, paths.desk, paths.cache, paths.logs):
        assert path.is_absolute()
        assert "stop-la-violence" in str(path)


def test_one_folder_may_hold_all_but_what_the_school_decides(tmp_path: Path) -> None:
    """A variable moves one's own files; it cannot unlock class mode."""
    home = tmp_path / "clé usb"
    paths = user_paths({HOME_VARIABLE: str(home)})
    assert paths.saves == home / "saves"
    assert paths.managed == user_paths({}).managed
    assert not home.exists()


def test_a_quick_exit_leaves_a_marker_until_somebody_asks_back(tmp_path: Path) -> None:
    """Twice is the same as once; a disk that refuses stops nobody from leaving."""
    paths = Paths.under(tmp_path)
    assert not was_left_quickly(paths)
    note_left_quickly(paths)
    note_left_quickly(paths)
    assert was_left_quickly(paths)
    ask_back(paths)
    ask_back(paths)
    assert not was_left_quickly(paths)
    (tmp_path / "file").write_text("")
    note_left_quickly(Paths.under(tmp_path / "file"))


def test_the_marker_is_no_save(tmp_path: Path) -> None:
    """It lies among the saves and is never listed."""
    from game.session.saves import Saves

    paths = Paths.under(tmp_path)
    note_left_quickly(paths)
    assert Saves(paths.saves).slots() == ()
    assert was_left_quickly(paths)


def test_clocks_speak_utc() -> None:
    """Whatever zone they were set in."""
    clock = SteppedClock(datetime(2026, 11, 20, 9, 5, tzinfo=timezone(timedelta(hours=1))))
    clock.step(90)
    assert (clock.now(), clock.monotonic()) == (datetime(2026, 11, 20, 8, 6, 30, tzinfo=UTC), 90)
    assert SystemClock().now().tzinfo is UTC
    assert SystemClock().monotonic() <= SystemClock().monotonic()
    with pytest.raises(ValueError, match="zone"):
        SteppedClock(datetime(2026, 11, 20))  # noqa: DTZ001 (that is the fault)


@pytest.mark.parametrize(("text", "found"), [(None, {}), ("", {}), ("a: b\nc: 1\n", {"a": "b"}), ("- a", {}), ("a: [", {})])
def test_renames_are_read_or_there_are_none(tmp_path: Path, text: str | None, found: dict[str, str]) -> None:
    """A broken file loses no play: the save then says what it lost."""
    (tmp_path / "story").mkdir()
    if text is not None:
        (tmp_path / "story" / "renames.yaml").write_text(text, encoding="utf-8")
    assert dict(load_renames(tmp_path)) == found


@pytest.mark.parametrize("name", ["../../x", "..", "a/b", "a\\b", "/tmp/x", "", "C:x", "nul", "École", "a\0", "a" * 65, "a\n"])
def test_saves_never_leave_their_folder(tmp_path: Path, name: str) -> None:
    """What is no id of an episode names no folder."""
    with pytest.raises(ValueError, match="small letters"):
        Paths.under(tmp_path).of_episode(name)
    assert Paths.under(tmp_path).of_episode("rumeur-2").saves == tmp_path / "saves" / "episodes" / "rumeur-2"


def test_the_page_names_the_managed_file_of_each_system() -> None:
    """docs/installing.md tells an administrator where it is looked for."""
    from platformdirs.macos import MacOS

    page = (Path(__file__).parents[3] / "docs" / "installing.md").read_text(encoding="utf-8")
    mac = Path(MacOS(APP, appauthor=False).site_config_dir).as_posix()
    for folder in (mac, f"/etc/xdg/{APP}"):
        assert f"`{folder}/managed.json`" in page
    assert f"`C:\\ProgramData\\{APP}\\managed.json`" in page
