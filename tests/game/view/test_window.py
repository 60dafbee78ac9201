"""The window answers help, the exit, Esc and focus for every screen, with real events."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.session.quick_exit import was_left_quickly
from game.view.geometry import Box
from game.view.screen import Home, Move, Open, Screen
from game.view.ui import Field, Ui
from tests.game.view.golden import difference, picture_of
from tests.game.view.stage import Stage, stage
from tests.game.view.test_screens import SCREENS


class Writing(Screen):
    """A screen with one text field, to see who gets the keys."""

    name, over = "writing", True

    def __init__(self) -> None:
        self.value, self.wiped = "", False

    def draw(self, ui: Ui) -> None:
        ui.canvas.fill("desk")
        ui.field(Field("field", Box(300, 300, 900, 80), self.value, "un mot", lambda text: ("wrote", text)))
        ui.first = "field"

    def on(self, signal: object) -> Move:
        if isinstance(signal, tuple):
            self.value = str(signal[1])
        return None

    def wipe(self) -> None:
        self.value, self.wiped = "", True


def shift(s: Stage, times: int = 3) -> None:
    """Press Shift alone."""
    for _ in range(times):
        s.hands.tap(pygame.K_LSHIFT)


def test_letters_go_to_the_field_and_shift_three_times_still_leaves(tmp_path: Path) -> None:
    """Typing reaches the field; the gesture works inside it, and what was typed is forgotten."""
    s, screen = stage(tmp_path), Writing()
    s.window.stack.append(screen)
    s.window.draw()
    s.hands.write("field", "marée")
    assert screen.value == "marée"
    shift(s)
    assert s.window.gone
    assert screen.wiped
    assert screen.value == ""


@pytest.mark.parametrize("name", [n for n in SCREENS if n != "quick-exit"])
@pytest.mark.parametrize("way", ["shift", "f10", "button"])
def test_the_exit_works_on_every_screen_and_nothing_brings_it_back(name: str, way: str, tmp_path: Path) -> None:
    """One frame later the tide table is there; no key changes a pixel of it; the next start waits for « reprendre »."""
    s = stage(tmp_path)
    SCREENS[name](s)
    if way == "shift":
        shift(s)
    elif way == "f10":
        s.hands.tap(pygame.K_F10)
    else:
        s.hands.press("strip/exit", by="mouse")
    assert s.window.gone
    assert s.window.top.name == "neutral"
    assert pygame.display.get_caption()[0] == s.run.words("fr")("exit.caption")
    before = picture_of(s.surface)
    for key in (pygame.K_ESCAPE, pygame.K_RETURN, pygame.K_F1, pygame.K_TAB, pygame.K_SPACE, pygame.K_BACKSPACE, pygame.K_F10):
        s.hands.tap(key)
    s.hands.see(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(400, 300), button=1))
    s.hands.see(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(400, 300), button=1))
    s.window.draw()
    assert difference(before, picture_of(s.surface)) == (0.0, 0.0)
    assert was_left_quickly(s.run.paths)


def test_after_the_exit_only_the_explicit_button_brings_the_title(tmp_path: Path) -> None:
    """A new start shows the tide table with « Reprendre »; Esc opens nothing; the button gives the title, and the play in it."""
    s = stage(tmp_path)
    s.begin()
    s.play_until("place", line=False)
    shift(s)
    again = stage(tmp_path)
    assert again.window.top.name == "resume"
    assert pygame.display.get_caption()[0] == s.run.words("fr")("exit.caption")
    again.hands.key("escape")
    assert again.window.top.name == "resume"
    again.hands.press("resume", by="keyboard")
    assert again.window.top.name == "title"
    assert pygame.display.get_caption()[0] == s.run.words("fr")("window.caption")
    again.hands.press("title/resume", by="mouse")
    assert again.run.sitting is not None
    assert again.run.sitting.moment.activity == "place"


def test_help_opens_over_anything_and_esc_only_closes(tmp_path: Path) -> None:
    """F1, then Esc: back where one was. With nothing open Esc opens the menu, and closes it again."""
    s = stage(tmp_path)
    s.begin()
    s.hands.key("f1")
    s.hands.key("f1")
    assert [screen.name for screen in s.window.stack] == ["story", "help"]
    s.hands.key("escape")
    assert s.window.top.name == "story"
    s.hands.key("escape")
    assert s.window.top.name == "menu"
    s.hands.key("escape")
    assert s.window.top.name == "story"


def test_the_window_draws_only_when_something_changed(tmp_path: Path) -> None:
    """A hundred turns of the loop with nothing to do draw no frame; a moved focus draws one."""
    s = stage(tmp_path)
    s.hands.see()
    before = s.window.frames
    for _ in range(100):
        s.hands.see()
    assert s.window.frames == before
    s.hands.key("tab")
    assert s.window.frames == before + 1


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (2560, 1440), (800, 1280)])
def test_a_press_means_the_same_in_every_window(size: tuple[int, int], tmp_path: Path) -> None:
    """A mouse and a finger press the button they point at, on a 4:3 projector as on a tall screen."""
    for way in ("mouse", "finger"):
        s = stage(tmp_path, size=size)
        s.hands.press("title/settings", by=way)
        assert s.window.top.name == "settings"


def test_a_new_size_keeps_the_screen(tmp_path: Path) -> None:
    """Resizing draws again at the new size and loses nothing."""
    s = stage(tmp_path)
    s.hands.press("title/settings")
    pygame.display.set_mode((1280, 720), pygame.RESIZABLE)
    s.hands.see(pygame.event.Event(pygame.WINDOWRESIZED, x=1280, y=720, window=None))
    assert s.window.top.name == "settings"
    assert s.window.view.window == (1280, 720)


def test_settings_take_effect_at_once_and_are_kept(tmp_path: Path) -> None:
    """Language and size of text change what is drawn now, and on the next start."""
    s = stage(tmp_path)
    s.hands.press("title/settings")
    s.hands.press("language/en", by="mouse")
    s.hands.press("text_size/133", by="keyboard")
    assert s.run.loaded.settings.language == "en"
    assert "English" in "".join(t.label for t in s.window.targets if t.id == "language/en")
    from game.session.settings import load_settings

    kept = load_settings(s.run.paths).settings
    assert (kept.language, kept.text_size) == ("en", 133)


def test_a_screen_over_another_is_drawn_alone(tmp_path: Path) -> None:
    """Opening and closing leaves the one beneath as it was."""
    s = stage(tmp_path)
    before = picture_of(s.surface)
    s.window.go(Open(Writing()))
    s.hands.see()
    s.hands.key("escape")
    assert difference(before, picture_of(s.surface))[0] < 0.5


def test_beginning_again_asks_first_and_keeps_the_other_play(tmp_path: Path) -> None:
    """With a play under way « Commencer » asks; « no » has the focus and changes nothing; « yes » begins, and the old play is listed."""
    s = stage(tmp_path)
    s.begin()
    s.play_until("place", line=False)
    s.window.go(Home(s.run.title()))
    s.hands.see()
    s.begin(by="mouse")
    assert s.window.top.name == "ask"
    assert s.window.attention.focus == "ask/no"
    s.hands.key("enter")
    assert s.window.top.name == "title"
    s.begin(by="mouse")
    s.hands.press("ask/yes", by="keyboard")
    s.hands.press("path/s", by="keyboard")
    assert s.run.sitting is not None
    assert s.run.sitting.moment.place is None
    s.play_until("place", line=False)
    s.run.sitting.close()
    assert (s.run.paths.saves / "autosave-before.json").exists()


def test_a_play_begun_at_home_is_a_class_play_in_class(tmp_path: Path) -> None:
    """Taken up with `--class`, it ends on the take-home card: no word of the desk, no door to it."""
    s = stage(tmp_path)
    s.begin()
    s.play_until("ended")
    s.run.close()
    in_class = stage(tmp_path, in_class=True)
    in_class.hands.press("title/resume")
    assert in_class.run.sitting is not None
    end = in_class.run.sitting.moment.farewell
    assert end is not None
    assert end.leads_to == "card"
    assert in_class.run.sitting.moment.progress.mode == "class"


def test_the_title_leads_to_the_desk_except_in_class(tmp_path: Path) -> None:
    """Somebody with a receipt does not have to play a story first."""
    s = stage(tmp_path / "home")
    s.run.desk = lambda leave: Writing()
    s.window.draw()
    s.hands.press("title/desk", by="mouse")
    assert s.window.top.name == "writing"
    in_class = stage(tmp_path / "class", in_class=True)
    assert "title/desk" not in {t.id for t in in_class.window.targets}


def test_the_desk_at_the_end_of_the_story_leads_back_to_it(tmp_path: Path) -> None:
    """« Revenir à l’histoire » does what it says: the farewell is there again, and the play with it."""
    s, left = stage(tmp_path), []
    s.begin()
    s.play_until("ended")

    def desk(leave: Callable[[], Move]) -> Screen:
        left.append(leave)
        return Writing()

    s.run.desk = desk
    while any(target.id == "recap/on" for target in s.window.targets):
        s.hands.press("recap/on")
    s.hands.press("farewell/leave")
    assert s.window.top.name == "writing"
    s.window.go(left[0]())
    assert s.window.top.name == "story"
    assert s.run.sitting is not None
    assert s.run.sitting.moment.activity == "ended"
