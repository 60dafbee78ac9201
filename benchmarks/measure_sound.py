"""What sound costs: on the disk, until it is heard, in the window's thread, and while it plays (into SDL's dummy driver, in real time)."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.figure import Figure, at_most

SECONDS = 6.0


def measure() -> Iterator[Figure]:
    """Sizes, then a player of its own that plays a place and music, and is then left alone."""
    os.environ["SDL_VIDEODRIVER"] = os.environ["SDL_AUDIODRIVER"] = "dummy"
    from game.content.root import content_root
    from game.session.jobs import Jobs
    from game.session.settings import Settings
    from game.view.audio import Audio
    from game.view.heard import Heard

    folder = content_root() / "assets" / "baked" / "sound"
    yield at_most("all sounds, installed", _megabytes(folder), "MB", 8)
    jobs = Jobs()
    audio = Audio(folder, jobs, lambda: Settings(sound="on"))
    taken, worked = _taken(lambda: audio.hear(Heard(sound="portail", music="title")))
    yield at_most("asking for a place and music", worked, "ms", 8, f"of processor time, list of sounds read; {taken:.0f} ms by the clock")
    began = time.perf_counter()
    while jobs.busy:
        time.sleep(0.002)
        jobs.poll()
    waited = (time.perf_counter() - began) * 1000
    yield at_most("until both are heard", waited, "ms", 1500, "in the background: output opened, two loops decoded")
    taken, worked = _taken(lambda: audio.tick(1.0))
    yield at_most("one turn of the loop", taken, "ms", 0.5)
    yield at_most("playing two loops", _processor(), "% of a core", 3, f"over {SECONDS:.0f} s")
    audio.hear(Heard())
    time.sleep(2)
    yield at_most("open, nothing to hear", _processor(), "% of a core", 1)
    taken, _ = _taken(audio.hush)
    yield at_most("silence at the quick exit", taken, "ms", 8, "the call; the samples are looked at by the tests")
    audio.close()


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _taken(act: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds by the clock, and of this thread's processor time."""
    clock, processor = time.perf_counter(), time.thread_time()
    act()
    return (time.perf_counter() - clock) * 1000, (time.thread_time() - processor) * 1000


def _processor() -> float:
    """Processor time of the whole process over some seconds, as a part of one core."""
    before, began = time.process_time(), time.perf_counter()
    time.sleep(SECONDS)
    return 100 * (time.process_time() - before) / (time.perf_counter() - began)
