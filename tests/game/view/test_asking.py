"""The quiz and the items on the screen: passed and answered by hand, and no trace of it in any byte that is kept."""

from __future__ import annotations

from pathlib import Path

from game.core.commands import Advance, Choose
from tests.game.plays import DAY
from tests.game.view.stage import Stage, stage


def _morning(s: Stage) -> None:
    s.begin()
    sitting = s.run.sitting
    assert sitting is not None
    while sitting.moment.allows(Advance()):
        sitting.do(Advance())
    sitting.do(Choose("d-joke.c"))
    s.window.draw()


def _kept(folder: Path) -> dict[str, bytes]:
    """Every file that the run left, by its name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _answer_everything(s: Stage) -> None:
    """The items to their end, one of them passed; then the quiz to its end."""
    s.hands.key("escape")
    s.hands.press("menu/items", by="keyboard")
    s.hands.press("asking/next", by="keyboard")
    for answer in ("4", "passed", "2"):
        s.hands.press(f"answer/{answer}")
        s.hands.press("asking/next")
    s.hands.press("asking/next", by="keyboard")
    s.hands.press("menu/quiz", by="keyboard")
    s.hands.press("asking/next", by="keyboard")
    for answer in ("false", "passed"):
        s.hands.press(f"answer/{answer}")
        s.hands.press("asking/next")
    s.hands.press("asking/next", by="keyboard")
    s.hands.press("menu/on", by="keyboard")


def test_no_answer_enters_a_save(tmp_path: Path) -> None:
    """Two sittings alike but for the answers leave the same files, byte for byte."""
    folders = tmp_path / "with", tmp_path / "without"
    for folder, answering in zip(folders, (True, False), strict=True):
        s = stage(folder, episode=DAY)
        _morning(s)
        if answering:
            _answer_everything(s)
        assert s.run.sitting is not None
        while s.run.jobs.busy:
            s.run.jobs.poll()
        s.run.close()
    kept, plain = map(_kept, folders)
    assert kept == plain
    assert any("saves" in name for name in kept), "something was kept at all"


def test_the_quick_exit_forgets_what_was_answered(tmp_path: Path) -> None:
    """Nothing of it is on the screen that lies underneath."""
    s = stage(tmp_path, episode=DAY)
    _morning(s)
    s.hands.key("escape")
    s.hands.press("menu/items", by="keyboard")
    s.hands.press("asking/next", by="keyboard")
    s.hands.press("answer/3", by="keyboard")
    screen = s.window.top
    s.hands.press("strip/exit", by="mouse")
    assert repr(screen._asking) == "Asking(0 of 3)"  # type: ignore[attr-defined]
    assert screen._asking.given == ()  # type: ignore[attr-defined]
