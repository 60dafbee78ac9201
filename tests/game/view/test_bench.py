"""An author's bench in the window: real files are saved, the window steps, and the play goes on."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.cli_episode import say_fault, say_hint
from game.content.root import content_root
from game.core.commands import Advance, Choose
from game.session.walkthrough import play, read_walkthrough
from game.view.bench import Bench
from game.view.canvas import Canvas
from game.view.episode_room import EpisodeRoom
from game.view.screens.story import StoryScreen
from tests.game.plays import DAY
from tests.game.view.golden import FOLDER, assert_golden
from tests.game.view.stage import Stage, stage


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of one day's story, to be edited."""
    shutil.copytree(DAY, tmp_path / "jour é")
    return tmp_path / "jour é"


def benched(root: Path, *, watching: bool = True, **look: object) -> Stage:
    """A window on that copy, with a bench; some lines into the story."""
    s = stage(root.parent / "home", episode=root, **look)  # type: ignore[arg-type]  # as `stage` takes them
    s.run.episodes = EpisodeRoom(s.run, (content_root(), root), root)
    s.run.bench = Bench(s.run, root.parent / "écrits", watching=watching, say=say_fault, hint=say_hint)
    s.window.fixtures = replace(s.window.fixtures, bench=s.run.bench)
    s.begin()
    sitting = s.run.sitting
    assert sitting is not None
    while sitting.moment.allows(Advance()):
        sitting.do(Advance())
    s.window.draw()
    return s


def later(s: Stage) -> None:
    """A second passes, and what runs in the background comes back."""
    for _ in range(2):
        s.hands.now_ms += 600
        s.hands.see()
        while s.run.jobs.busy:
            s.hands.see()
    s.hands.see()


def save(path: Path, old: str, new: str) -> None:
    """Put other words in a file, as an editor does."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def shown(s: Stage) -> list[str]:
    """What a voice reads on the page."""
    return [target.label for target in s.window.targets]


def break_it(s: Stage, root: Path) -> None:
    """A slip in a key, saved."""
    save(root / "story" / "day.yaml", "  start: corridor", "  strat: corridor")
    later(s)


def test_saving_a_text_changes_the_running_game(root: Path) -> None:
    """The answers on the page are those of the file now; where the play stands, and what was done, stays."""
    s = benched(root)
    sitting = s.run.sitting
    assert sitting is not None
    before, choice = sitting.state, sitting.moment.choices[0]
    french = sitting.story.french[choice.text]
    assert any(french in label for label in shown(s))
    source = next(path for path in root.rglob("*.yaml") if french in path.read_text("utf-8"))
    save(source, french, "Tout autre chose")
    later(s)
    assert any("Tout autre chose" in label for label in shown(s))
    assert sitting.moment.choices[0].id == choice.id
    assert replace(sitting.state, content=before.content) == before
    s.hands.press(f"choice/{choice.id}", by="keyboard")
    assert sitting.state != before


def test_saving_a_translation_changes_the_running_game(root: Path) -> None:
    """The same for a catalogue, in English."""
    s = benched(root, lang="en")
    sitting = s.run.sitting
    assert sitting is not None
    english = s.run.words("en").line(sitting.moment.choices[0].text)
    save(root / "story" / "locales" / "en.po", english, "Something else")
    later(s)
    assert any("Something else" in label for label in shown(s))


def test_saving_a_picture_shows_it(root: Path) -> None:
    """The window opens its pictures anew: they are read from the disk again at the next frame."""
    s = benched(root)
    art = s.window._art
    (root / "assets" / "baked").mkdir(parents=True)
    (root / "assets" / "baked" / "manifest.json").write_text('{"pictures": {}}', "utf-8")
    later(s)
    assert s.window._art is not art


def test_a_fault_lies_over_the_page_and_the_last_good_story_goes_on(root: Path) -> None:
    """File, line and rule are shown; the game can be played beneath; once mended, it goes away by itself."""
    s = benched(root)
    sitting = s.run.sitting
    assert sitting is not None
    good = sitting.story
    break_it(s, root)
    assert "bench/hide" in {target.id for target in s.window.targets}
    assert sitting.story is good
    assert {"strip/help", "strip/exit"} <= {target.id for target in s.window.targets}
    before = sitting.state
    sitting.do(Choose(sitting.moment.choices[0].id))
    assert sitting.state != before
    save(root / "story" / "day.yaml", "  strat: corridor", "  start: corridor")
    later(s)
    assert "bench/hide" not in {target.id for target in s.window.targets}
    assert sitting.story is not good


def drawn(s: Stage) -> list[tuple[str, float, float]]:
    """Each line of text that one frame draws: its words, its left and its foot, in logical px."""
    found: list[tuple[str, float, float]] = []
    canvas, line = s.window._canvas, s.window._canvas.line

    def noted(x: float, baseline: float, text: str, *rest: object) -> None:
        found.append((text, x, baseline))
        line(x, baseline, text, *rest)  # type: ignore[arg-type]  # as they came

    canvas.line = noted  # type: ignore[method-assign, assignment]
    s.window.draw()
    canvas.line = line  # type: ignore[method-assign]
    return found


@pytest.mark.parametrize("text", [100, 133, 200])
def test_many_long_faults_stay_over_the_help_strip(root: Path, text: int) -> None:
    """The first is told whole or cut with a sign, the places of some others follow, and nothing leaves the box."""
    s = benched(root, text=text)
    folder = root / "story" / ("un-dossier-au-nom-" + "très-" * 9 + "long")
    folder.mkdir()
    for n in range(12):
        (folder / f"faute-{n}.yaml").write_text(f"clues: {{un-{n}: {{titel: {'mot ' * 60}}}}}\n", "utf-8")
    later(s)
    rows = [row for row in drawn(s) if ".yaml:" in row[0] or "SV0" in row[0] or row[0].startswith("1 |")]
    assert any(".yaml:1:" in text for text, *_ in rows)
    strip = 76 if text == 100 else 120
    assert all(foot < 1080 - strip for _, _, foot in rows)


@pytest.mark.parametrize(("lang", "words"), [("fr", "peut-être"), ("en", "did you mean")])
def test_a_guess_is_told_in_the_language_of_the_game(root: Path, lang: str, words: str) -> None:
    """« peut-être » in French, “did you mean” in English: the overlay speaks as `check` does."""
    s = benched(root, lang=lang)
    break_it(s, root)
    assert any(words in text for text, *_ in drawn(s))


def test_a_fault_can_be_put_away(root: Path) -> None:
    """By the mouse or the keyboard; the next save brings it back if it is still there."""
    s = benched(root)
    break_it(s, root)
    s.hands.press("bench/hide", by="keyboard")
    assert "bench/hide" not in {target.id for target in s.window.targets}
    (root / "story" / "new.yaml").write_text("texts: {}\n", "utf-8")
    later(s)
    s.hands.press("bench/hide", by="mouse")
    assert "bench/hide" not in {target.id for target in s.window.targets}


def test_without_watching_files_are_left_alone(root: Path) -> None:
    """The bench of a plain checkout only records."""
    s = benched(root, watching=False)
    break_it(s, root)
    assert "bench/hide" not in {target.id for target in s.window.targets}


def press_f9(s: Stage) -> None:
    """The key."""
    s.hands.see(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F9, mod=0, unicode=""), pygame.event.Event(pygame.KEYUP, key=pygame.K_F9))


def test_the_key_writes_the_play_down(root: Path) -> None:
    """The file lies where it was said, and played again it comes to the very state."""
    s = benched(root)
    sitting = s.run.sitting
    assert sitting is not None
    sitting.do(Choose(sitting.moment.choices[0].id))
    press_f9(s)
    (path,) = (root.parent / "écrits").iterdir()
    state, _ = play(sitting.story, read_walkthrough(path))
    assert state == sitting.state


def test_without_a_bench_the_key_does_nothing(tmp_path: Path) -> None:
    """An installed copy, a class: nothing is written anywhere."""
    s = stage(tmp_path)
    s.begin()
    before = {path for path in tmp_path.rglob("*") if "saves" not in path.parts}
    press_f9(s)
    assert {path for path in tmp_path.rglob("*") if "saves" not in path.parts} == before


def test_after_a_quick_exit_nothing_of_it_is_shown(root: Path) -> None:
    """No fault, no message, no look at the files: the neutral page alone."""
    s = benched(root)
    break_it(s, root)
    s.hands.press("strip/exit", by="mouse")
    frames = s.window.frames
    later(s)
    assert s.window.frames == frames
    assert not any(target.id.startswith("bench/") for target in s.window.targets)


LOOKS: dict[str, dict[str, object]] = {"-fr": {}, "-en": {"lang": "en"}, "-contrast": {"contrast": "high"}, "-large": {"text": 200}}


@pytest.mark.parametrize("look", LOOKS)
def test_a_fault_looks_as_it_did(look: str, root: Path) -> None:
    """Its place, its line, a caret, a guess: in both languages and every look."""
    s = benched(root, **LOOKS[look])  # type: ignore[arg-type]  # a table of the settings that change
    break_it(s, root)
    assert_golden(s.surface, f"bench/fault{look}")


def test_a_message_looks_as_it_did(root: Path) -> None:
    """What was read again is said for a while, then goes."""
    s = benched(root)
    (root / "story" / "new.yaml").write_text("texts: {}\n", "utf-8")
    later(s)
    assert_golden(s.surface, "bench/read-fr")
    s.hands.now_ms += 20_000
    frames = s.window.frames
    s.hands.see()
    assert s.window.frames == frames + 1


def test_every_golden_belongs_to_a_look() -> None:
    """A picture whose look is gone is named here."""
    assert {path.stem for path in (FOLDER / "bench").glob("*.webp")} == {f"fault{look}" for look in LOOKS} | {"read-fr"}


UNDRAWN = "Ceci ne se dessine pas"


def fragile(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on, one sentence makes whatever draws it fail."""
    line = Canvas.line

    def fails(self: Canvas, x: float, baseline: float, text: str, *rest: object, **more: object) -> None:
        if "dessine" in text:
            raise ValueError("no such\x00shape")
        line(self, x, baseline, text, *rest, **more)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(Canvas, "line", fails)


@pytest.mark.parametrize("warped", [False, True])
def test_a_page_that_cannot_be_drawn_comes_back_once_mended(root: Path, monkeypatch: pytest.MonkeyPatch, *, warped: bool) -> None:
    """What failed is said with the line it stood at; after the next save the same play goes on, as it was."""
    s = benched(root, broken=True)
    if warped:
        s.run.open_saves = None
    sitting = s.run.sitting
    assert sitting is not None
    state, line = sitting.state, sitting.story.lines[sitting.state.lines[0]]
    fragile(monkeypatch)
    source = next(path for path in root.rglob("*.yaml") if line.text in path.read_text("utf-8"))
    save(source, line.text, UNDRAWN)
    later(s)
    assert s.window.top.name == "broken"
    said = " ".join(text for text, _, _ in drawn(s))
    assert f"{source.relative_to(root).as_posix()}:" in said
    assert "ValueError: no such?shape" in said
    assert {"strip/help", "strip/exit"} <= {target.id for target in s.window.targets}
    assert (s.run.words("fr")("broken.kept") in said) is not warped
    save(source, UNDRAWN, line.text)
    later(s)
    assert s.window.top.name == "story"
    assert s.run.sitting is sitting
    assert replace(sitting.state, content=state.content) == state
    assert not any("ValueError" in text for text, _, _ in drawn(s))


def test_the_author_may_try_again_or_leave_a_page_that_fell(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trying again falls again while nothing is mended; the title takes what was said away."""
    s = benched(root, broken=True, watching=False)
    sitting = s.run.sitting
    assert sitting is not None
    monkeypatch.setattr(StoryScreen, "draw", lambda self, ui: 1 / 0)
    s.window._dirty = True
    s.hands.see()
    assert any("ZeroDivisionError" in text for text, _, _ in drawn(s))
    s.hands.press("broken/resume", by="keyboard")
    assert (s.window.top.name, s.run.sitting) == ("broken", sitting)
    s.hands.press("broken/title", by="keyboard")
    assert (s.window.top.name, s.run.sitting) == ("title", None)
    assert not any("ZeroDivisionError" in text for text, _, _ in drawn(s))
