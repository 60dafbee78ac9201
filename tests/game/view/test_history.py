"""What was said, on its screen: as it was last looked at, reached by keys; lines are come back to, and follow by themselves when asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.core.commands import Advance, Choose, Examine, Go
from game.session.pace import AT_LEAST
from tests.game.view.golden import FOLDER, assert_golden
from tests.game.view.stage import Stage, stage

LOOKS = {"fr": {}, "en": {"lang": "en"}, "contrast": {"contrast": "high"}, "133": {"text": 133}, "large": {"text": 200}}


def _sitting(s: Stage):  # type: ignore[no-untyped-def]  # the run's own
    assert s.run.sitting is not None
    return s.run.sitting


def _read_on(s: Stage) -> None:
    while _sitting(s).moment.allows(Advance()):
        _sitting(s).do(Advance())


def _at_the_gate(s: Stage) -> None:
    """The first place, all read."""
    s.begin()
    for choice in ("note-contenu-a-c1", "badge-c-crabe", "arrivee-a-c1"):
        _read_on(s)
        _sitting(s).do(Choose(choice))
    _read_on(s)


def _in_the_hall(s: Stage) -> None:
    """A few lines into a talk, with answers behind."""
    _at_the_gate(s)
    _sitting(s).do(Go("portail/to-vie-scolaire"))
    for _ in range(3):
        _sitting(s).do(Advance())
    s.window.draw()


def _open(s: Stage) -> None:
    _in_the_hall(s)
    s.hands.key("escape")
    s.hands.press("menu/history", by="keyboard")


@pytest.mark.parametrize("look", LOOKS)
def test_the_history_looks_as_it_did(look: str, tmp_path: Path) -> None:
    """In both languages, in strong contrast, and in larger text."""
    s = stage(tmp_path, **LOOKS[look])  # type: ignore[arg-type]  # a table of the settings that change
    _open(s)
    assert s.window.top.name == "history"
    assert_golden(s.surface, f"history/{look}")


def test_its_tools_in_large_text_look_as_they_did(tmp_path: Path) -> None:
    """They have a page of their own there."""
    s = stage(tmp_path, text=200)
    _open(s)
    s.hands.press("history/turn", by="keyboard")
    assert_golden(s.surface, "history/large-tools")


def test_every_golden_belongs_to_a_look() -> None:
    """A picture whose look is gone is named here."""
    assert {path.stem for path in (FOLDER / "history").glob("*.webp")} == {*LOOKS, "large-tools"}


@pytest.mark.parametrize("text", [100, 133, 200])
def test_all_of_it_is_reached_by_keys(text: int, tmp_path: Path) -> None:
    """Tab comes to every line and tool, the focus brings it into view, and each has words for a voice."""
    s = stage(tmp_path, text=text)
    _open(s)
    names = {target.id for target in s.window.targets if target.enabled}
    seen = set()
    for _ in range(len(names) + 1):
        s.hands.key("tab")
        focus = s.window.attention.focus
        seen.add(focus)
        box = next(target.box for target in s.window.targets if target.id == focus)
        assert box.h > 0, focus
        assert box.bottom <= 1080
    assert seen == names
    assert all(target.label.strip() for target in s.window.targets)


def test_a_line_is_come_back_to_and_a_decision_is_not_undone(tmp_path: Path) -> None:
    """Enter on a line leads to the story, at that line; what lies before the decision only wants to be read."""
    s = stage(tmp_path)
    _open(s)
    history = _sitting(s).history
    free = [n for n, told in enumerate(history) if _sitting(s).can_return_to(told)]
    assert free
    assert len(free) < len(history)
    fixed = next(n for n in range(len(history)) if n not in free)
    before = _sitting(s).state
    s.hands.press(f"history/{fixed}", by="keyboard")
    assert _sitting(s).state is before
    s.hands.press(f"history/{free[0]}", by="keyboard")
    assert s.window.top.name == "story"
    assert _sitting(s).moment.line is not None
    assert _sitting(s).moment.line.id == history[free[0]].text
    while any(target.id == "bar/forward" and target.enabled for target in s.window.targets):
        s.hands.press("bar/forward", by="keyboard")
    assert _sitting(s).state == before


def test_only_lines_already_read_can_be_passed(tmp_path: Path) -> None:
    """The bar offers it over a line that was read before, and nowhere else."""
    s = stage(tmp_path)
    _at_the_gate(s)
    offered = []
    for _ in range(4):
        _sitting(s).do(Examine("portail/gull"))
        s.window.draw()
        assert _sitting(s).moment.line is not None
        offered.append(any(target.id == "bar/skip_read" for target in s.window.targets))
        assert offered[-1] == _sitting(s).moment.line.seen
        if offered[-1]:
            s.hands.press("bar/skip_read", by="keyboard")
            assert _sitting(s).moment.line is None
        _read_on(s)
    assert offered[0] is False
    assert offered[-1] is True


def test_lines_follow_by_themselves_only_when_asked_and_stop_at_an_answer(tmp_path: Path) -> None:
    """Off at first; from the history the pace is set and kept; help lying over the story holds it; an answer is waited for."""
    s = stage(tmp_path)
    _in_the_hall(s)

    def wait(seconds: float) -> None:
        for _ in range(round(seconds * 4)):
            s.hands.now_ms += 250
            s.window.step([], s.hands.now_ms)

    for _ in range(2):
        _sitting(s).back()
    assert not _sitting(s).moment.choices
    walk = _sitting(s).walk
    wait(60)
    assert _sitting(s).walk == walk
    s.hands.key("escape")
    s.hands.press("menu/history", by="keyboard")
    s.hands.press("history/pace/quick", by="keyboard")
    assert s.run.loaded.settings.auto_read == "quick"
    wait(60)
    assert _sitting(s).walk == walk
    s.hands.key("escape")
    wait(AT_LEAST / 2)
    assert _sitting(s).walk == walk
    s.hands.key("f1")
    wait(60)
    assert _sitting(s).walk == walk
    s.hands.key("escape")
    wait(120)
    assert len(_sitting(s).walk) > len(walk)
    assert all(command == Advance() for command in _sitting(s).walk[len(walk) :])
    assert _sitting(s).moment.choices
