"""Resident memory of the game at 1920 × 1080: on the title, in a place, at the desk; and of Python with a bare window beside it."""

from collections.abc import Iterator

from benchmarks.figure import Figure
from benchmarks.living import living


def measure() -> Iterator[Figure]:
    """Once everything that is read in the background has been read. The desk's own child processes are counted apart."""
    for where in ("bare", "title", "place", "desk"):
        with living(where) as (process, screen):
            own = process.memory_info().rss / 1e6
            children = sum(child.memory_info().rss for child in process.children(recursive=True)) / 1e6
        note = screen + (f"; its child processes {children:.0f} MB" if children else "")
        yield Figure({"bare": "a bare pygame window"}.get(where, where), own, "MB", note=note)
