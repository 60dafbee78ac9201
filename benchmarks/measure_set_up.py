"""The first start on a fresh machine: seconds and MB of the play set-up, and what a later start costs on top of Python itself.

Nothing is taken from pip’s cache, so the seconds hold the download too and depend on the network.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.figure import Figure, at_most

ROOT = Path(__file__).resolve().parent.parent


def seconds(command: list[str], folder: Path) -> float:
    """How long a command takes from start to end."""
    began = time.perf_counter()
    subprocess.run(command, check=True, cwd=folder, env={**os.environ, "PIP_NO_CACHE_DIR": "1"}, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def measure() -> Iterator[Figure]:
    """Set up in an empty folder, with a game that ends at once."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "game").mkdir()
        (folder / "game" / "cli.py").write_text("", "utf-8")
        (folder / "requirements").mkdir()
        shutil.copy(ROOT / "run.py", folder)
        shutil.copy(ROOT / "requirements" / "play.txt", folder / "requirements")
        start = [getattr(sys, "_base_executable", sys.executable), str(folder / "run.py"), "play"]
        yield Figure("play set-up, first start", seconds(start, folder), "s", note="no cache: download and disk included")
        files = [path for path in (folder / ".venv" / "play").rglob("*") if path.is_file() and not path.is_symlink()]
        yield Figure("play set-up, on disk", sum(path.stat().st_size for path in files) / 1e6, "MB", note=f"{len(files)} files")
        inside = str(folder / ".venv" / "play" / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
        bare = median(seconds([inside, "-P", "-c", ""], folder) for _ in range(7))
        later = median(seconds(start, folder) for _ in range(7))
        yield at_most("later start, above a bare Python", later - bare, "s", 1, f"bare Python {bare * 1000:.0f} ms; median of 7")
