"""The terminal itself: a real one, with real keys, and a pipe."""

from __future__ import annotations

import io
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from game.content.signs import hidden
from game.session.walkthrough import Walkthrough
from game.text.reader import Reader
from game.text.terminal import CLEAR, run
from tests.game.test_cli import ROOT, variables
from tests.game.text.typist import house

LONGEST = 60.0  # seconds until something that should be said counts as never said


@dataclass
class Terminal:
    """A process in a terminal of its own, 80 columns wide."""

    process: subprocess.Popen[bytes]
    end: int
    seen: str = ""
    _bytes: bytes = field(default=b"")

    def until(self, words: str) -> str:
        """Read until these words were said since the last call; all that was."""
        last = time.monotonic() + LONGEST
        while words not in self.seen:
            assert time.monotonic() < last, f"“{words}” was never said; what was: {self.seen[-1500:]}"
            if select.select([self.end], [], [], 0.2)[0]:
                try:
                    self._bytes += os.read(self.end, 65536)
                except OSError:  # the process has ended, and with it its side of the terminal
                    assert words in self.seen, f"ended without saying “{words}”: {self.seen[-1500:]}"
                self.seen = self._bytes.decode("utf-8", "replace")
        said, self.seen, self._bytes = self.seen, "", b""
        return said

    def type(self, line: str) -> None:
        """A line and Enter."""
        os.write(self.end, (line + "\n").encode())


@contextmanager
def terminal(home: Path, *arguments: str) -> Iterator[Terminal]:
    """`play --text` in a real terminal, with no display of any kind."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def at_a_keyboard() -> None:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell starts what runs in the background deaf to Ctrl+C, and a child inherits that

    line = [sys.executable, "-m", "game.cli", "play", "--text", *arguments]
    process = subprocess.Popen(line, stdin=theirs, stdout=theirs, stderr=theirs, env=variables(home), cwd=home, start_new_session=True,
                               preexec_fn=at_a_keyboard)  # fmt: skip
    os.close(theirs)
    try:
        yield Terminal(process, ours)
    finally:
        process.kill()
        process.wait()
        os.close(ours)


@pytest.mark.posix_only
def test_ctrl_c_shows_the_tides_and_the_play_is_kept(tmp_path: Path) -> None:
    """In a real terminal: the screen is cleared, only tides are left; the next start shows them too, until « reprendre »."""
    with terminal(tmp_path, "--lang", "fr") as first:
        said = first.until("Partir\u00a0: «\u00a0qv\u00a0». > ")
        assert "1. Commencer" in said
        first.type("commencer")
        first.type("1")
        first.until("Continuer")
        first.type("1")
        first.until("webradio")
        os.write(first.end, b"\x03")
        said = first.until("documents de")
        assert CLEAR in said
        assert "3018" not in said.partition(CLEAR)[2]
        assert first.process.wait(LONGEST) == 0
    with terminal(tmp_path, "--lang", "fr") as again:
        said = again.until("> ")
        assert "Horaires des marées" in said
        assert "Cosmos" not in said
        again.type("")
        assert "Horaires des marées" in again.until("> ")
        again.type("reprendre")
        assert "1. Reprendre" in again.until("Partir")
        again.type("1")
        assert "webradio" in again.until("Partir")
        again.type("quitter")
        again.until("Ta partie est gardée")
        assert again.process.wait(LONGEST) == 0


@pytest.mark.posix_only
def test_no_line_is_broken_within_a_word(tmp_path: Path) -> None:
    """80 columns hold every line, and nothing is drawn, coloured or moved."""
    with terminal(tmp_path, "--lang", "en") as shown:
        shown.until("> ")
        shown.type("help")
        said = shown.until("Ctrl+C")
        assert max(len(line) for line in said.splitlines()) <= 80
        assert "\x1b" not in said
        shown.type("quick exit")
        assert CLEAR in shown.until("Tide times")
        assert shown.process.wait(LONGEST) == 0


def test_the_end_of_what_is_typed_keeps_the_play(tmp_path: Path) -> None:
    """A pipe: no clearing, no wrapping, and the play can be taken up again."""
    shown = io.StringIO()
    run(Reader(house(tmp_path)), io.StringIO("commencer\n1\ncontinuer\n"), shown)
    assert "Ta partie est gardée." in shown.getvalue()
    assert CLEAR not in shown.getvalue()
    assert house(tmp_path).can_resume()


def test_a_pipe_is_read_and_answered_by_the_command(tmp_path: Path) -> None:
    """`play --text` needs no display and no terminal; letters that are none do not end it."""
    line = [sys.executable, "-m", "game.cli", "play", "--text", "--class"]
    asked = subprocess.run(
        line, input=b"\xff\xfe\nsettings\n\nquit\n", capture_output=True, env=variables(tmp_path), cwd=tmp_path, timeout=120
    )
    assert asked.returncode == 0, asked.stderr
    said = asked.stdout.decode()
    assert "an adult is present" in said
    assert "Not understood" in said
    assert "See you soon." in said
    assert ROOT.joinpath("game", "text").is_dir()


@pytest.mark.posix_only
def test_an_interrupt_while_it_speaks_leaves_at_once(tmp_path: Path) -> None:
    """Ctrl+C is answered wherever it comes."""

    class Interrupting(io.StringIO):
        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # io.StringIO has it so
            signal.raise_signal(signal.SIGINT)
            return super().readline(size)

    shown, here = io.StringIO(), house(tmp_path)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # as where somebody sits: these tests may run deaf to it
    try:
        run(Reader(here), Interrupting(""), shown)
    finally:
        signal.signal(signal.SIGINT, before)
    assert "Horaires des marées" in shown.getvalue()
    assert here.starts_neutral


def test_no_text_steers_the_terminal(tmp_path: Path) -> None:
    """Whatever an author wrote, in a line or before the prompt, only what can be read is printed."""

    class Hostile(Reader):
        @property
        def prompt(self) -> str:
            return "\x1b[31m> "

        def start(self, begun: Walkthrough | None = None) -> list[str]:
            return [*super().start(begun), "a\x1b]0;x\x07b\x9b2Jc\u202ed\u200be\0f"]

    shown = io.StringIO()
    run(Hostile(house(tmp_path)), io.StringIO("quitter\n"), shown)
    assert "a]0;xb2Jcdef\n" in shown.getvalue()
    assert "[31m> " in shown.getvalue()
    assert hidden(shown.getvalue()) is None
