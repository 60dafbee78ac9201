"""Screens that only a longer story shows, in both languages and every look: bells, repairs, and what comes with them.

They are told by the story of one day (`tests/game/core/day`), with pictures that ship.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.core.commands import (
    Advance,
    Choose,
    Command,
    CommitBoard,
    Examine,
    Go,
    GoBackOver,
    KeepLine,
    OpenBoard,
    RingBell,
    SayHowSure,
    TalkTo,
)
from game.session.workshop import Workshop
from tests.game.plays import DAY
from tests.game.view.golden import FOLDER, assert_golden
from tests.game.view.reach import assert_all_in_reach
from tests.game.view.stage import Stage, stage


def _do(s: Stage, *commands: Command) -> None:
    """These commands, each sheet read to its end."""
    sitting = s.run.sitting
    assert sitting is not None
    for command in commands:
        assert sitting.moment.allows(command), command
        sitting.do(command)
        while sitting.moment.allows(Advance()):
            sitting.do(Advance())
    s.hands.see()
    s.window.draw()


def _morning(s: Stage, joke: str = "b") -> None:
    s.begin()
    sitting = s.run.sitting
    assert sitting is not None
    while sitting.moment.allows(Advance()):
        sitting.do(Advance())
    _do(s, Choose(f"d-joke.{joke}"))


def _rung(s: Stage) -> None:
    _morning(s)
    _do(s, RingBell())


def _noon(s: Stage) -> None:
    _morning(s)
    s.hands.press("bar/bell", by="keyboard")
    for _ in range(2):
        s.hands.press("advance", by="keyboard")


def _repairs(s: Stage) -> None:
    _rung(s)
    s.hands.press("repairs", by="keyboard")


def _recap(s: Stage) -> None:
    _rung(s)
    _do(s, GoBackOver("repair-d-joke"), Choose("repair-joke-c1"))
    sitting = s.run.sitting
    assert sitting is not None
    while not sitting.moment.allows(OpenBoard()):
        _do(s, RingBell())
    _do(s, OpenBoard(), SayHowSure("who", "unknown"), CommitBoard())


def _log(s: Stage) -> None:
    _morning(s, "c")
    _do(s, Go("corridor/to-library"), TalkTo("nour"), KeepLine("log-cake-2"))


def _log_file(s: Stage) -> None:
    _morning(s, "c")
    _do(s, Go("corridor/to-library"), TalkTo("nour"))
    s.hands.press("log/log-cake-1", by="keyboard")


def _topics(s: Stage) -> None:
    _morning(s, "c")
    _do(s, TalkTo("yanis"))


def _interrupt(s: Stage) -> None:
    _topics(s)
    assert s.run.sitting is not None
    s.run.sitting.do(Choose("topics-cake"))
    s.window.draw()


def _map(s: Stage) -> None:
    _morning(s, "c")
    _do(s, Go("corridor/to-library"))
    s.hands.press("bar/map", by="keyboard")


def _people(s: Stage) -> None:
    _rung(s)
    _do(s, RingBell())
    s.hands.press("bar/notebook", by="keyboard")
    s.hands.press("tab/people", by="keyboard")


def _words(s: Stage) -> None:
    _people(s)
    s.hands.press("tab/words", by="mouse")


def _search(s: Stage) -> None:
    _words(s)
    s.hands.write("notebook/search", "mot")
    s.hands.see()


def _workshop(s: Stage) -> None:
    _morning(s, "c")
    _do(s, Go("corridor/to-library"), Examine("library/machine"))
    if any(target.id == "talk/turn" for target in s.window.targets):
        s.hands.press("talk/turn", by="keyboard")  # in large text the answers have a page of their own
    s.hands.press("choice/workshop-mirror", by="keyboard")
    s.run.jobs.poll()
    while s.run.jobs.busy:
        s.run.jobs.poll()
    s.hands.see()
    s.window.draw()


def _workshop_pick(s: Stage) -> None:
    _workshop(s)
    assert s.run.sitting is not None
    s.run.sitting.do(Advance())
    s.window.draw()


def _menu(s: Stage) -> None:
    _morning(s, "c")
    s.hands.key("escape")


def _quiz(s: Stage) -> None:
    _menu(s)
    s.hands.press("menu/quiz", by="keyboard")
    s.hands.press("asking/next", by="keyboard")
    s.hands.press("answer/unknown", by="keyboard")


def _items(s: Stage) -> None:
    _menu(s)
    s.hands.press("menu/items", by="keyboard")
    s.hands.press("asking/next", by="keyboard")
    s.hands.press("answer/3", by="keyboard")


SCREENS: dict[str, Callable[[Stage], None]] = {
    "rung": _rung, "noon": _noon, "repairs": _repairs, "recap": _recap, "log": _log, "log-file": _log_file,
    "topics": _topics, "interrupt": _interrupt, "map": _map, "people": _people, "words": _words, "search": _search,
    "workshop": _workshop, "workshop-pick": _workshop_pick, "menu": _menu, "quiz": _quiz, "items": _items,
}  # fmt: skip
LOOKS: dict[str, dict[str, object]] = {
    "-fr": {}, "-en": {"lang": "en"}, "-contrast": {"contrast": "high"}, "-large": {"text": 200},
}  # fmt: skip


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", SCREENS)
def test_screen_looks_as_it_did(name: str, look: str, tmp_path: Path) -> None:
    """Each screen in French, in English, in strong contrast and in large text."""
    s = stage(tmp_path, episode=DAY, **LOOKS[look])  # type: ignore[arg-type]  # a table of the settings that change
    SCREENS[name](s)
    assert_golden(s.surface, f"day/{name}{look}")


def test_every_golden_belongs_to_a_screen() -> None:
    """A picture whose screen is gone is named here."""
    assert {path.stem for path in (FOLDER / "day").glob("*.webp")} == {f"{name}{look}" for name in SCREENS for look in LOOKS}


@pytest.mark.parametrize("text", [100, 133, 200])
@pytest.mark.parametrize("name", SCREENS)
def test_everything_can_be_reached_and_lies_above_the_strip(name: str, text: int, tmp_path: Path) -> None:
    """Tab comes to each target, each is large enough and named, and none hides under the help strip."""
    s = stage(tmp_path, episode=DAY, text=text)
    SCREENS[name](s)
    assert_all_in_reach(s, text)


def test_the_bell_is_rung_and_a_repair_taken_up_by_hand(tmp_path: Path) -> None:
    """By the keyboard and the mouse: ring, read, come back to the joke, say it."""
    s = stage(tmp_path, episode=DAY)
    _rung(s)
    s.hands.press("repairs", by="mouse")
    s.hands.press("repair/repair-d-joke", by="keyboard")
    assert s.run.sitting is not None
    assert s.run.sitting.moment.talk == "repair-d-joke"


def test_somebody_is_interrupted_by_hand_and_a_shut_answer_does_nothing(tmp_path: Path) -> None:
    """A press on the answer is not a press that reads on; a shut answer keeps the talk where it is."""
    s = stage(tmp_path, episode=DAY)
    _interrupt(s)
    s.hands.press("choice/topics-cut", by="mouse")
    sitting = s.run.sitting
    assert sitting is not None
    assert sitting.moment.line is not None
    assert sitting.moment.line.id == "topics-why-1"
    s.hands.press("advance", by="mouse")
    before = sitting.state
    s.hands.press("choice/topics-secret", by="mouse")
    assert sitting.state is before


@pytest.mark.parametrize("text", [100, 133, 200])
@pytest.mark.parametrize("name", ["workshop", "workshop-pick"])
def test_the_panel_of_the_workshop_holds_its_words(name: str, text: int, tmp_path: Path) -> None:
    """However long the lamp's words are, and however large, none falls out of their sheet."""
    s = stage(tmp_path, episode=DAY, text=text)
    SCREENS[name](s)
    panel = next((target.box for target in s.window.targets if target.id == "workshop"), None)
    if panel is None:  # in large text the answers stand alone
        assert text == 200
        return
    told = [box for box in s.window._canvas.taken if box != panel and box.meets(panel)]
    assert told
    assert all(box.bottom <= panel.bottom and box.right <= panel.right for box in told if box.x >= panel.x), panel


def test_a_sum_that_cannot_be_done_is_told_beside_the_lamp(tmp_path: Path) -> None:
    """No lamp is lit or put out; the panel says why, and the other answers stay."""
    s = stage(tmp_path, episode=DAY)
    _morning(s, "c")
    _do(s, Go("corridor/to-library"), Examine("library/machine"))
    sitting = s.run.sitting
    assert sitting is not None
    sitting.__init__(  # type: ignore[misc]  # the same sitting with another picture
        sitting.story, sitting.state, None, s.run.clock, jobs=s.run.jobs, workshop=Workshop(tmp_path / "gone.jpg")
    )
    s.hands.press("choice/workshop-small", by="mouse")
    while s.run.jobs.busy:
        s.run.jobs.poll()
    s.window.draw()
    assert sitting.moment.workshop is not None
    assert sitting.moment.workshop.lamp is None
    told = next(target.label for target in s.window.targets if target.id == "workshop")
    assert told == s.run.words("fr")("workshop.failed")
    assert any(target.id == "choice/workshop-go" for target in s.window.targets)


def test_an_answer_stays_in_sight_when_the_way_on_appears_under_it(tmp_path: Path) -> None:
    """In large text the button takes room from the answers; the one that was just given is brought back whole."""
    s = stage(tmp_path, episode=DAY, text=200)
    _items(s)
    given = next(target.box for target in s.window.targets if target.id == "answer/3")
    other = next(target.box for target in s.window.targets if target.id == "answer/2")
    assert given.h == pytest.approx(other.h)
    assert given.bottom < next(target.box for target in s.window.targets if target.id == "asking/next").y
