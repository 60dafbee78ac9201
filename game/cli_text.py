"""`play --text`: the story in this terminal, until it ends.

Room: game/cli, the edge: what goes wrong is said here, in the person's language, and never thrown at them.
"""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from game import __version__
from game.cli_bench import with_bench
from game.content.words import Words

if TYPE_CHECKING:
    from game.session.edge import Edge


def play_in_terminal(
    given: "Edge", words: Words, command_line: Callable[..., str], say: Callable[[str], None], *, watch: bool, warp: str | None
) -> int:
    """Play the story of `given`. 0 when it ended as somebody wanted it to, the quick exit included; 1 when it could not begin or go on.

    command_line: how a command is typed here; `say` tells what is no result; `watch` and `warp` are an author's (`cli_bench.py`).
    """
    from game.content.diagnostics import ContentError
    from game.session.clock import SystemClock
    from game.session.log import write_crash_report
    from game.text.house import open_house
    from game.text.reader import Reader
    from game.text.terminal import run

    try:
        benched = with_bench(given, watch=watch, warp=warp, words=words)
        if isinstance(benched, str):
            say(benched)
            return 1
        house = open_house(benched)
        getattr(sys.stdin, "reconfigure", lambda **_: None)(errors="replace")  # a strange letter is a letter, not an end
        run(Reader(house), sys.stdin, sys.stdout, benched.start)
    except ContentError as error:
        say(words("cli.content", count=len(error.diagnostics)))
        say(words("cli.content.see", command=command_line("check")))
        return 1
    except BrokenPipeError:  # whoever read along went away; the play was kept after its last command
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001 - the last edge: nothing above could tell the person
        report = write_crash_report(given.paths, error, SystemClock(), version=__version__)
        say(words("cli.crash", file=report or "—"))
        return 1
    return 0
