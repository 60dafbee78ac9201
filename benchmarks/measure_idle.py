"""What the open window costs while nobody touches it: the real loop in a process of its own, on the title and in a place."""

import time
from collections.abc import Iterator

from benchmarks.figure import Figure, at_most
from benchmarks.living import living

SECONDS = 8.0


def measure() -> Iterator[Figure]:
    """Processor time over some quiet seconds, as a part of one core."""
    for where in ("title", "place"):
        with living(where) as (process, screen):
            before = process.cpu_times()
            began = time.monotonic()
            time.sleep(SECONDS)
            after = process.cpu_times()
            used = after.user - before.user + after.system - before.system
            part = 100 * used / (time.monotonic() - began)
        yield at_most(f"idle, {where}", part, "% of a core", 3, f"{used * 1000:.0f} ms in {SECONDS:.0f} s, {screen}")
