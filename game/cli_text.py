"""`play --text`: the story in this terminal, until it ends.

Room: game/cli, the edge: what goes wrong is said here, in the person's language, and never thrown at them.
"""

import os
import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game import __version__
from game.content.words import Words

if TYPE_CHECKING:
    from game.session.paths import Paths
    from game.session.settings import LoadedSettings


def play_in_terminal(
    root: Path, paths: "Paths", loaded: "LoadedSettings", words: Words, command_line: Callable[..., str], say: Callable[[str], None]
) -> int:
    """Play the story of `root`. 0 when it ended as somebody wanted it to, the quick exit included; 1 when it could not begin or go on.

    command_line: how a command is typed here, to be said where the window is needed; `say` tells what is no result.
    """
    from game.content.diagnostics import ContentError
    from game.session.clock import SystemClock
    from game.session.log import write_crash_report
    from game.text.house import open_house
    from game.text.reader import Reader
    from game.text.terminal import run

    try:
        house = open_house(root, paths, loaded, SystemClock(), secrets.randbits(48), command_line("play"))
        getattr(sys.stdin, "reconfigure", lambda **_: None)(errors="replace")  # a strange letter is a letter, not an end
        run(Reader(house), sys.stdin, sys.stdout)
    except ContentError as error:
        say(words("cli.content", count=len(error.diagnostics)))
        say(words("cli.content.see", command=command_line("check")))
        return 1
    except BrokenPipeError:  # whoever read along went away; the play was kept after its last command
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001 - the last edge: nothing above could tell the person
        report = write_crash_report(paths, error, SystemClock(), version=__version__)
        say(words("cli.crash", file=report or "—"))
        return 1
    return 0
