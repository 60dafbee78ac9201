"""A fault in our own code is said in words, loses nothing, and leaves help and the quick exit where they were."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.content.diagnostics import ContentError
from game.session.jobs import Cancelled, Outcome, Progress
from game.view.geometry import Box
from game.view.screen import Home, Move, Open, Screen
from game.view.screens.broken import BrokenScreen
from game.view.ui import Ui
from tests.game.view.golden import FOLDER, assert_golden
from tests.game.view.stage import Stage, stage

WORDS = "Camille a écrit ceci dans C:\\Users\\camille\\photo.jpg"


class Frail(Screen):
    """Fails where it is told to."""

    name, over = "frail", True

    def __init__(self, where: str) -> None:
        self.where = where

    def _fail(self, where: str) -> None:
        if where == self.where:
            raise RuntimeError(WORDS)

    def draw(self, ui: Ui) -> None:
        self._fail("draw")
        ui.canvas.fill("surface")
        ui.target("frail", Box(300, 300, 300, 100), "fragile", "pressed")

    def on(self, signal: object) -> Move:
        self._fail("on")
        return None

    def close(self) -> Move | bool:
        self._fail("close")
        return True

    def wheel(self, lines: float) -> bool:
        self._fail("wheel")
        return False

    def tick(self, now: float) -> bool:
        self._fail("tick")
        return False

    def wipe(self) -> None:
        self._fail("wipe")


def fall(s: Stage, where: str) -> None:
    """Lay a frail screen over everything and make it fail."""
    s.window.go(Open(Frail(where)))
    s.hands.see()
    if where == "on":
        s.hands.press("frail", by="keyboard")
    if where == "close":
        s.hands.key("escape")
    if where == "wheel":
        s.hands.see(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=1, precise_x=0.0, precise_y=1.0, flipped=False))


def in_a_place(folder: Path, **look: object) -> Stage:
    """Some lines into the story."""
    s = stage(folder, broken=True, **look)  # type: ignore[arg-type]  # as `stage` takes them
    s.begin()
    s.play_until("place", line=False)
    return s


@pytest.mark.parametrize("where", ["draw", "on", "tick", "close", "wheel"])
def test_the_play_is_kept_and_taken_up_again(where: str, tmp_path: Path) -> None:
    """Wherever the fault is: the screen says so, the play is on the disk, and one press leads back into it."""
    s = in_a_place(tmp_path)
    place = s.run.sitting.moment.place if s.run.sitting else None
    fall(s, where)
    top = s.window.top
    assert isinstance(top, BrokenScreen)
    assert top.after.kept is True
    assert {"strip/help", "strip/exit", "broken/resume", "broken/title"} <= {t.id for t in s.window.targets}
    s.hands.press("broken/resume", by="keyboard")
    assert s.window.top.name == "story"
    assert s.run.sitting is not None
    assert s.run.sitting.moment.place == place


def test_the_report_names_places_in_code_and_nobody(tmp_path: Path) -> None:
    """What is written and what is shown is the same, and holds no word of the error: it may quote a person."""
    s = in_a_place(tmp_path)
    fall(s, "draw")
    written = next(s.run.paths.logs.glob("crash-*.txt")).read_text("utf-8")
    assert "RuntimeError" in written
    for text in (written, s.window.top.after.report):  # type: ignore[attr-defined]  # the broken screen, see above
        assert "test_broken.py" in text
        assert "amille" not in text
        assert "photo" not in text
    s.hands.press("broken/report", by="mouse")
    assert s.window.top.name == "broken"
    s.hands.key("escape")
    s.hands.press("broken/title", by="keyboard")
    assert s.window.top.name == "title"


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("text", [100, 133, 200])
def test_everything_on_it_is_in_reach(lang: str, text: int, tmp_path: Path) -> None:
    """In every size of text Tab comes to everything, above the help strip."""
    s = in_a_place(tmp_path, lang=lang, text=text)
    fall(s, "draw")
    s.hands.see()
    for reading in (False, True):
        if reading:
            s.hands.press("broken/report", by="mouse")
            s.hands.see()
        wanted = {t.id for t in s.window.targets if t.enabled}
        reached = set()
        for _ in range(len(wanted) + 1):
            s.hands.key("tab")
            reached.add(s.window.attention.focus)
        assert reached == wanted
        assert all(t.box.bottom <= 1080 - (76 if text <= 105 else 120) for t in s.window.targets if not t.id.startswith("strip/"))


def test_help_and_the_quick_exit_work_there(tmp_path: Path) -> None:
    """F1 opens help over it; Shift three times leaves."""
    s = in_a_place(tmp_path)
    fall(s, "draw")
    s.hands.key("f1")
    assert s.window.top.name == "help"
    s.hands.key("escape")
    assert s.window.top.name == "broken"
    for _ in range(3):
        s.hands.tap(pygame.K_LSHIFT)
    assert s.window.gone


def test_a_screen_that_cannot_forget_keeps_no_other_from_it(tmp_path: Path) -> None:
    """The quick exit goes through to its end, whatever fails on the way."""
    s = in_a_place(tmp_path)
    s.window.go(Open(Frail("wipe")))
    s.hands.tap(pygame.K_F10)
    assert s.window.gone
    assert s.window.targets == []
    assert s.run.starts_neutral


def test_when_even_the_tide_table_fails_the_paper_is_white(tmp_path: Path) -> None:
    """Nothing of the story is left on the screen."""
    s = in_a_place(tmp_path)
    object.__setattr__(s.window.fixtures, "neutral", lambda: Frail("draw"))
    s.hands.tap(pygame.K_F10)
    assert s.window.gone
    assert s.surface.get_at((300, 300)) == s.surface.get_at((10, 10)) == pygame.Color("white")
    s.window._dirty = True
    s.hands.see()
    assert s.surface.get_at((300, 300)) == pygame.Color("white")


def test_background_work_that_fails_is_said_too(tmp_path: Path) -> None:
    """What a job hands over may fail in the window's thread."""
    s = in_a_place(tmp_path)

    def work(progress: Progress, cancelled: Cancelled) -> None:
        del progress, cancelled

    def then(outcome: Outcome[None]) -> None:
        raise RuntimeError(WORDS)

    handle = s.run.jobs.submit(work, then)
    while s.window.top.name != "broken":
        s.hands.see()
    assert handle.outcome is not None


def test_at_the_title_there_is_no_play_to_go_back_to(tmp_path: Path) -> None:
    """Then it says so, and leads to the title."""
    s = stage(tmp_path, broken=True)
    fall(s, "draw")
    assert s.window.top.name == "broken"
    assert "broken/resume" not in {t.id for t in s.window.targets}
    s.hands.key("escape")
    assert s.window.top.name == "title"


def test_the_desk_is_gone_back_to_with_all_that_was_typed(tmp_path: Path) -> None:
    """The desk is a value: a fault in its drawing loses nothing of it, and nobody is told that nothing was ever sent."""
    s = in_a_place(tmp_path)
    desk = Frail("draw")
    desk.name = "desk"
    s.window.go(Open(desk))
    s.hands.see()
    top = s.window.top
    assert isinstance(top, BrokenScreen)
    assert top.after.at_desk
    desk.where = ""
    s.hands.press("broken/resume", by="mouse")
    assert s.window.top is desk


def test_a_broken_story_is_for_the_terminal(tmp_path: Path) -> None:
    """An author reads where and why there; no page of the game could say it better."""
    s = stage(tmp_path, broken=True)

    class Author(Frail):
        def draw(self, ui: Ui) -> None:
            raise ContentError(())

    s.window.go(Home(Author("draw")))
    with pytest.raises(ContentError):
        s.hands.see()


LOOKS: dict[str, dict[str, object]] = {
    "-fr": {}, "-en": {"lang": "en"}, "-contrast": {"contrast": "high"}, "-large": {"text": 200}, "-large-en": {"lang": "en", "text": 200},
}  # fmt: skip


@pytest.mark.parametrize("look", LOOKS)
def test_it_looks_as_it_did(look: str, tmp_path: Path) -> None:
    """The umbrella that the wind has turned, in French, in English, in strong contrast and in large text."""
    s = in_a_place(tmp_path, **LOOKS[look])
    fall(s, "draw")
    s.hands.see()
    assert_golden(s.surface, f"broken/broken{look}")


def test_it_looks_as_it_did_where_no_play_was(tmp_path: Path) -> None:
    """On the title, before anything was begun: no way back into a play, and nothing is said of one."""
    s = stage(tmp_path, broken=True)
    fall(s, "draw")
    s.hands.see()
    assert "broken/resume" not in {t.id for t in s.window.targets}
    assert_golden(s.surface, "broken/broken-title")


def test_every_golden_belongs_to_a_look() -> None:
    """A picture whose look is gone is named here."""
    assert {path.stem for path in (FOLDER / "broken").glob("*.webp")} == {f"broken{look}" for look in LOOKS} | {"broken-title"}
