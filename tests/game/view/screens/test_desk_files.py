"""The file browser by keyboard and mouse: names only; a file's path is handed over once."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from PIL import Image

from game.view.screen import Open
from game.view.screens.desk_files import Browser
from tests.game.view.golden import assert_golden
from tests.game.view.screens.desk_stage import Desk, desk_window
from tests.game.view.screens.desk_visits import known


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two folders with spaces and accents, three pictures of one plain colour that could be seen on the screen, forty more names."""
    (tmp_path / "Été à la mer").mkdir()
    (tmp_path / "Été à la mer" / "phare.png").write_bytes(b"")
    (tmp_path / ".secret").mkdir()
    for n in range(3):
        Image.new("RGB", (64, 64), (255, 0, 255)).save(tmp_path / f"rose {n}.png")
    for n in range(40):
        (tmp_path / f"zz {n:02}.txt").write_bytes(b"")
    return tmp_path


def _browser(folder: Path) -> tuple[Desk, Browser, list[str]]:
    desk, taken = desk_window(known("training").press("continue")), list[str]()
    browser = Browser(lambda: desk.behind.moment, taken.append, start=folder)
    desk.window.go(Open(browser))
    desk.window.draw()
    return desk, browser, taken


def test_keyboard_goes_in_and_takes(folder: Path) -> None:
    """The first row has the focus: Enter goes into the folder, Enter takes the file, and the browser is gone."""
    desk, browser, taken = _browser(folder)
    assert desk.window.attention.focus == "files/row/0"
    desk.hands.key("enter")
    assert browser.folder.name == "Été à la mer"
    desk.hands.key("enter")
    assert taken == [str(folder / "Été à la mer" / "phare.png")]
    assert desk.window.top is desk.screen


def test_mouse_goes_up_and_home(folder: Path) -> None:
    """The two buttons above the list."""
    desk, browser, _ = _browser(folder / "Été à la mer")
    desk.hands.press("files/up", by="mouse")
    assert browser.folder == folder
    desk.hands.press("files/home", by="mouse")
    assert browser.folder == Path.home()


def test_arrows_and_page_keys_turn_the_list(folder: Path) -> None:
    """Down goes from row to row and the list follows; the page keys turn it."""
    desk, browser, _ = _browser(folder)
    for _ in range(12):
        desk.key(pygame.K_DOWN)
    focus = desk.window.attention.focus
    assert focus is not None
    target = next(t for t in desk.window.targets if t.id == focus)
    assert target.box.h >= 64
    assert browser._scroll.offset > 0
    before = browser._scroll.offset
    desk.key(pygame.K_PAGEDOWN)
    assert browser._scroll.offset > before


def test_no_picture_is_ever_shown(folder: Path) -> None:
    """Not one pixel of the colour that fills the files, and no hidden name."""
    desk, _, _ = _browser(folder)
    pixels = pygame.surfarray.array3d(desk.surface)
    assert not ((pixels[..., 0] > 240) & (pixels[..., 1] < 20) & (pixels[..., 2] > 240)).any()
    assert not any(".secret" in t.label for t in desk.window.targets)


def test_quick_exit_forgets_the_names(folder: Path) -> None:
    """Nothing of the folder stays in the browser."""
    desk, browser, _ = _browser(folder)
    for _ in range(3):
        desk.key(pygame.K_LSHIFT)
    assert desk.window.top.name == "neutral"
    assert browser._listing.entries == ()


@pytest.mark.parametrize("scale", [1.0, 1.33, 2.0])
def test_rows_keep_their_size_in_large_text(folder: Path, scale: float) -> None:
    """The foot stays above the strip and rows stay 64 px or more."""
    desk = desk_window(known("training").press("continue"), scale=scale)
    desk.window.go(Open(Browser(lambda: desk.behind.moment, lambda path: None, start=folder)))
    desk.window.draw()
    strip = min(t.box.y for t in desk.window.targets if t.id.startswith("strip/"))
    for t in desk.own:
        assert t.box.h == 0 or t.box.bottom <= strip
    row = next(t for t in desk.own if t.id == "files/row/0")
    assert row.box.h >= 64


def test_it_looks_as_it_did(tmp_path: Path) -> None:
    """Folders first, then pictures, then the rest in paler ink; the mark of the mode above."""
    folder = tmp_path / "Images"
    folder.mkdir()
    for name in ("Été à la mer", "Dessins"):
        (folder / name).mkdir()
    for name in ("carte.png", "phare.jpg", f"un nom bien trop long {'pour tenir sur une ligne ' * 5}et il existe.jpeg",
                 "notes.txt"):  # fmt: skip
        (folder / name).write_bytes(b"")
    desk, _, _ = _browser(folder)
    assert_golden(desk.surface, "desk-files")


def test_a_file_dropped_on_the_browser_is_taken(folder: Path) -> None:
    """It is where one was looking for it."""
    desk, _, taken = _browser(folder)
    desk.hands.see(pygame.event.Event(pygame.DROPFILE, file="/ailleurs/phare.png"))
    assert taken == ["/ailleurs/phare.png"]
    assert desk.window.top is desk.screen
