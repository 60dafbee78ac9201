"""Where a measured window opens: the screen that is there, else Xvfb, else SDL's dummy driver. And the children that open it."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLAY = """
import sys
import game.cli, game.view.opening
game.cli.may_have_display = lambda environ: True  # the dummy driver too may be measured
game.view.opening.NO_SCREEN = ()
sys.argv = ["stop-la-violence", "play", "--lang", "fr", "--size", "1920x1080"]
"""
"""What a child runs before `game.cli.main()`: the real command, in a window of 1920 × 1080."""


@contextmanager
def screen() -> Iterator[tuple[dict[str, str], str]]:
    """The environment of a child that opens a window, and the name of the screen for the note."""
    if sys.platform in ("win32", "darwin"):
        yield {}, sys.platform
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield {}, "this desktop"
    elif shutil.which("Xvfb"):
        reading, writing = os.pipe()
        line = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
        server = subprocess.Popen(line, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                number = told.readline().strip()
            yield {"DISPLAY": f":{number}", "SDL_VIDEODRIVER": "x11"}, "Xvfb"
        finally:
            server.terminate()
            server.wait()
    else:
        yield {"SDL_VIDEODRIVER": "dummy"}, "no screen (dummy driver)"


@contextmanager
def children() -> Iterator[tuple[dict[str, str], str]]:
    """The whole environment of a measured child: a screen, a home of its own, compiled modules kept as an installed copy keeps them."""
    with screen() as (variables, name), tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        unwanted = ("PYTHONDONTWRITEBYTECODE", "SDL_VIDEODRIVER")
        yield (
            {
                **{key: value for key, value in os.environ.items() if key not in unwanted},
                "PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled"),
                "PYTHONPATH": str(ROOT),
                "PYGAME_HIDE_SUPPORT_PROMPT": "1",
                "SDL_AUDIODRIVER": "dummy",
                "STOP_LA_VIOLENCE_HOME": str(Path(folder) / "home"),
                **variables,
            },
            name,
        )


def run_child(code: str, environment: dict[str, str], *arguments: str) -> str:
    """Run Python code in a fresh process; what it printed. raises: CalledProcessError."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
