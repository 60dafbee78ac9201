"""The real window on a real screen: it opens, answers keys that a person presses, changes size, fills the screen, and ends well."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 60.0  # seconds for a machine that is busy with other things

# The command itself, telling after each frame what is shown: the outside cannot see the names of screens.
TELLING = """
import sys
import pygame
from game import cli
from game.view.window import Window
draw = Window.draw
def telling(window, *part):
    draw(window, *part)
    full = bool(pygame.display.get_surface().get_flags() & pygame.FULLSCREEN)
    print(window.top.name, *pygame.display.get_window_size(), "full" if full else "window", window.attention.focus or "-", flush=True)
Window.draw = telling
sys.argv = ["stop-la-violence", "play", "--lang", "fr", *sys.argv[1:]]
cli.main()
"""

pytestmark = [pytest.mark.needs_xvfb, pytest.mark.needs_tool("xdotool")]


CLOSING = """
import ctypes, sys
x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = ctypes.c_void_p
x.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
x.XInternAtom.restype = ctypes.c_ulong
x.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
x.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]

class Message(ctypes.Structure):  # XClientMessageEvent, padded to the size of XEvent
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("sent", ctypes.c_int), ("display", ctypes.c_void_p),
                ("window", ctypes.c_ulong), ("kind", ctypes.c_ulong), ("format", ctypes.c_int), ("data", ctypes.c_long * 5),
                ("rest", ctypes.c_long * 12)]

display, window = x.XOpenDisplay(None), int(sys.argv[1])
atom = lambda name: x.XInternAtom(display, name, 0)
message = Message(33, 0, 1, display, window, atom(b"WM_PROTOCOLS"), 32, (ctypes.c_long * 5)(atom(b"WM_DELETE_WINDOW"), 0))
x.XSendEvent(display, window, 0, 0, ctypes.byref(message))
x.XSync(display, 0)
"""
"""What a window manager sends when somebody presses the cross; there is no window manager under Xvfb."""


@dataclass
class Real:
    """A running game, what it told last, and hands on its keyboard."""

    process: subprocess.Popen[bytes]
    seen: dict[str, str]
    told: list[list[str]] = field(default_factory=list)

    def until(self, good: Callable[[list[str]], bool]) -> list[str]:
        """Read what it tells until this holds."""
        assert self.process.stdout is not None
        while not (self.told and good(self.told[-1])):
            ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
            assert ready, f"nothing more came after {self.told[-3:]}"
            line = self.process.stdout.readline()
            assert line, f"it ended with {self.process.wait()} after {self.told[-3:]}"
            self.told.append(line.decode().split())
        return self.told[-1]

    def screen(self, name: str) -> list[str]:
        """Wait for a screen."""
        return self.until(lambda told: told[0] == name)

    def do(self, *words: str) -> None:
        """Let xdotool do something."""
        subprocess.run(["xdotool", *words], env=self.seen, check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL)

    def key(self, *names: str) -> None:
        """Press keys, one after the other, as a keyboard does."""
        self.do("key", "--delay", "60", *names)

    @property
    def window(self) -> str:
        """The number by which X knows the window."""
        line = ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)]
        found = subprocess.run(line, env=self.seen, capture_output=True, encoding="utf-8", timeout=PATIENCE)
        assert found.stdout.split(), found.stderr
        return found.stdout.split()[-1]

    def close(self) -> None:
        """Press the cross of the window."""
        subprocess.run([sys.executable, "-c", CLOSING, self.window], env=self.seen, check=True, timeout=PATIENCE)

    def ended(self) -> int:
        """How it ended, after reading all that it still had to tell."""
        assert self.process.stdout is not None
        self.process.stdout.read()
        return self.process.wait(PATIENCE)


@contextmanager
def game(screen: dict[str, str], home: Path, *arguments: str) -> Iterator[Real]:
    """The game on this screen, ended with the test."""
    seen = {**screen, "STOP_LA_VIOLENCE_HOME": str(home), "PYTHONPATH": str(ROOT), "SDL_AUDIODRIVER": "dummy"}
    line = [sys.executable, "-c", TELLING, *arguments]
    with subprocess.Popen(line, env=seen, cwd=home, stdout=subprocess.PIPE, bufsize=0) as process:
        try:
            yield Real(process, seen)
        finally:
            process.kill()


def test_the_title_answers_real_keys_and_the_cross_ends_it(real_screen: dict[str, str], tmp_path: Path) -> None:
    """It opens on the title; Tab moves the focus; F1 is help; Esc closes it; closing the window ends the process with 0."""
    with game(real_screen, tmp_path, "--size", "960x540") as real:
        assert real.screen("title")[1:4] == ["960", "540", "window"]
        focus = real.told[-1][4]
        real.key("Tab")
        real.until(lambda told: told[4] != focus)
        real.key("F1")
        real.screen("help")
        real.key("Escape")
        real.screen("title")
        real.close()
        assert real.ended() == 0


def test_the_play_is_kept_when_the_window_is_closed(real_screen: dict[str, str], tmp_path: Path) -> None:
    """Begin, read some lines, close: the next start offers to go on, and does."""
    with game(real_screen, tmp_path, "--size", "960x540") as real:
        real.screen("title")
        real.key("Return")
        real.screen("departure")
        real.key("Return")
        real.screen("story")
        real.key("Return", "Return", "Return")
        real.until(lambda told: told[0] == "story" and len(real.told) > 4)
        real.close()
        assert real.ended() == 0
    assert list((tmp_path / "saves").glob("autosave.json"))
    with game(real_screen, tmp_path, "--size", "960x540") as real:
        assert real.screen("title")[4] == "title/resume"
        real.key("Return")
        real.screen("story")


@pytest.mark.parametrize("number", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_the_system_asks_it_to_end(number: str, real_screen: dict[str, str], tmp_path: Path) -> None:
    """Ctrl+C, the terminal's end, « end now »: closed as by its cross, with the play kept."""
    with game(real_screen, tmp_path, "--size", "960x540") as real:
        real.screen("title")
        real.key("Return")
        real.screen("departure")
        real.key("Return")
        real.screen("story")
        real.key("Return")
        real.until(lambda told: told[0] == "story" and len(real.told) > 4)
        os.kill(real.process.pid, getattr(signal, number))
        assert real.ended() == 0
    assert list((tmp_path / "saves").glob("autosave.json"))


def test_full_screen_and_back(real_screen: dict[str, str], tmp_path: Path) -> None:
    """F11 fills the screen without a fault, the title is drawn at its size, and F11 gives the window back."""
    with game(real_screen, tmp_path, "--size", "960x540") as real:
        real.screen("title")
        real.key("F11")
        real.until(lambda told: told[1:4] == ["1920", "1080", "full"])
        real.key("F11")
        real.until(lambda told: told[1:4] == ["960", "540", "window"])
        real.key("F1")
        real.screen("help")


def moved_from(focus: str, told: list[str]) -> bool:
    """The focus is on something else than this."""
    return told[4] != focus


def test_the_setting_fills_the_screen_too(real_screen: dict[str, str], tmp_path: Path) -> None:
    """Chosen in the settings it takes effect at once, and again at the next start."""
    with game(real_screen, tmp_path) as real:
        real.screen("title")
        real.key("Tab", "Return")
        real.screen("settings")
        while real.told[-1][4] != "full_screen/True":
            focus = real.told[-1][4]
            real.key("Tab")
            real.until(partial(moved_from, focus))
        real.key("Return")
        real.until(lambda told: told[1:4] == ["1920", "1080", "full"])
        real.close()
        assert real.ended() == 0
    with game(real_screen, tmp_path) as real:
        assert real.screen("title")[1:4] == ["1920", "1080", "full"]


def test_the_window_changes_size(real_screen: dict[str, str], tmp_path: Path) -> None:
    """Pulled to another shape, it draws the same screen in it."""
    with game(real_screen, tmp_path, "--size", "960x540") as real:
        real.screen("title")
        real.do("windowsize", real.window, "1024", "768")
        assert real.until(lambda told: told[1:3] == ["1024", "768"])[0] == "title"


def test_shift_three_times_with_real_keys(real_screen: dict[str, str], tmp_path: Path) -> None:
    """The quick exit's gesture, as a keyboard sends it: the tide table stands within a moment, and no key brings anything back."""
    with game(real_screen, tmp_path, "--size", "960x540") as real:
        real.screen("title")
        real.key("Return")
        real.screen("departure")
        real.key("Return")
        real.screen("story")
        began = time.monotonic()
        real.key("shift", "shift", "shift")
        real.screen("neutral")
        assert time.monotonic() - began < PATIENCE
        real.key("Escape", "Return", "F1", "Tab")
        real.close()
        assert real.ended() == 0
        assert real.told[-1][0] == "neutral"
    assert (tmp_path / "saves" / "left-quickly").exists()
    with game(real_screen, tmp_path, "--size", "960x540") as real:
        real.screen("resume")


def test_shift_with_a_letter_between_is_writing(real_screen: dict[str, str], tmp_path: Path) -> None:
    """Capitals typed quickly are no exit."""
    with game(real_screen, tmp_path, "--size", "960x540") as real:
        real.screen("title")
        real.key("shift", "shift+a", "shift", "shift+b")
        real.key("F1")
        real.screen("help")
        assert "neutral" not in {told[0] for told in real.told}


def test_a_finger_that_rests_on_shift_or_enter(real_screen: dict[str, str], tmp_path: Path) -> None:
    """The system repeats a key that is held: Shift held for two seconds does not leave, Enter held does not run through the story."""
    with game(real_screen, tmp_path, "--size", "960x540") as real:
        real.screen("title")
        real.key("Return")
        real.screen("departure")
        for key in ("Shift_L", "Return"):
            real.do("keydown", key)
            time.sleep(2)
            real.do("keyup", key)
        real.screen("story")
        real.key("F1")
        real.screen("help")
        assert "neutral" not in {told[0] for told in real.told}
        assert len({told[4] for told in real.told if told[0] == "story"}) <= 2, real.told
