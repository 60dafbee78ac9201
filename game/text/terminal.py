"""The terminal: lines out, wrapped where it is narrow; lines in; Ctrl+C leaves at once.

Room: game/text. The one module here that touches streams. Nothing is drawn over, nothing is
coloured; the screen is cleared only by the quick exit.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import textwrap
from collections.abc import Iterable
from typing import TextIO

from game.content import signs
from game.session.walkthrough import Walkthrough
from game.text.reader import Reader

CLEAR = "\x1b[2J\x1b[3J\x1b[H"
"""Clear what is seen, what was scrolled away, and begin at the top."""
WIDEST = 100
POORER = str.maketrans({"\u202f": " ", "\u00a0": " ", "’": "'", "…": "..."})
"""For a terminal that knows few letters."""


def run(reader: Reader, given: TextIO, shown: TextIO, begun: Walkthrough | None = None) -> None:
    """Play until it ends, from where an author asked to begin if they did.

    It ends by « quitter », by the end of what is typed, or by the quick exit. The play is kept in each case."""
    terminal = shown.isatty()
    try:
        _say(shown, reader.start(begun), terminal)
        while not reader.ended:
            shown.write(_plain(shown, reader.prompt))
            shown.flush()
            typed = given.readline()
            if not typed:
                shown.write("\n")
                _say(shown, reader.close(), terminal)
                return
            said = reader.answer(typed.rstrip("\r\n"))
            if (reader.gone or reader.cleared) and terminal:
                _clear(shown)
            _say(shown, said, terminal)
    except KeyboardInterrupt:
        if terminal:
            _clear(shown)
        _say(shown, reader.leave_quickly(), terminal)


def _say(shown: TextIO, lines: Iterable[str], terminal: bool) -> None:
    """Each line by itself; in a terminal broken between words, in a pipe left whole."""
    width = min(WIDEST, shutil.get_terminal_size().columns) if terminal else 0
    for line in lines:
        plain = _plain(shown, line)
        for part in textwrap.wrap(plain, width, break_long_words=False, break_on_hyphens=False) if width >= 20 else [plain]:
            shown.write(part + "\n")
    shown.flush()


def _plain(shown: TextIO, text: str) -> str:
    """The text as this terminal may have it: whoever wrote it, nothing in it steers the terminal."""
    text = signs.shown(text)
    return text if (shown.encoding or "").lower().replace("-", "").startswith("utf8") else text.translate(POORER)


def _clear(shown: TextIO) -> None:
    shown.flush()
    if os.name == "nt":
        subprocess.run(["cmd", "/c", "cls"], check=False)
    shown.write(CLEAR if os.name != "nt" else "")
    shown.flush()
