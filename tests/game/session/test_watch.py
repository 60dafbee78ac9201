"""Files that were saved are noticed, at most twice a second, and nothing else is."""

from __future__ import annotations

import os
from pathlib import Path

from game.content.root import content_root, words_root
from game.session.clock import SystemClock
from game.session.watch import EVERY, Watch


def test_saved_new_and_removed_files_are_named(tmp_path: Path) -> None:
    """Each once; a note beside them is not looked at."""
    one, two = tmp_path / "scenes" / "un.yaml", tmp_path / "scenes" / "deux.yaml"
    one.parent.mkdir()
    one.write_text("a", "utf-8")
    watch = Watch([tmp_path / "scenes", tmp_path / "not there"])
    assert watch.look(0) == ()
    one.write_text("ab", "utf-8")
    two.write_text("", "utf-8")
    (tmp_path / "scenes" / "un.yaml.swp").write_text("", "utf-8")
    assert watch.look(EVERY / 2) == ()
    assert watch.look(EVERY) == (str(two), str(one))
    assert watch.look(2 * EVERY) == ()
    one.unlink()
    assert watch.look(3 * EVERY) == (str(one),)


def test_the_same_size_at_another_time_is_a_change(tmp_path: Path) -> None:
    """One letter put right."""
    path = tmp_path / "un.yaml"
    path.write_text("a", "utf-8")
    watch = Watch([tmp_path])
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1_000_000))
    assert watch.look(1) == (str(path),)


def test_looking_costs_little() -> None:
    """The whole game's files, the quickest of ten looks: far from what a person feels."""
    root, clock = content_root(), SystemClock()
    watch = Watch([root / "scenes", root / "story", root / "assets" / "baked", words_root()])
    took: list[float] = []
    for n in range(10):
        began = clock.monotonic()
        watch.look(float(n))
        took.append(clock.monotonic() - began)
    assert min(took) < 0.1
