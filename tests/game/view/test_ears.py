"""The window and its sound: what lies open is heard, what happens to the window happens to the sound, captions are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pygame
import pytest

from game.authoring.bots import PATIENCE, Bot
from game.content import boxes
from game.content.root import content_root
from game.core.events import Chosen, Found, Rang
from game.session.sounds import read_sounds
from game.view.audio import Audio
from game.view.cues import OF_EVENTS, SIGNALS, cue_of
from game.view.ears import heard
from game.view.geometry import Box
from game.view.heard import SILENCE
from game.view.screen import Home
from game.view.ui import Ui
from game.view.widgets import captions
from game.view.window import Window
from tests.game.view.stage import Stage, stage

SOUNDS = content_root() / "assets" / "baked" / "sound"


@pytest.fixture
def sounding(tmp_path: Path) -> Iterator[Stage]:
    """A window on the story, with its sound."""
    made = with_sound(stage(tmp_path))
    yield made
    assert made.run.audio is not None
    for handle in tuple(made.run.jobs._running):
        made.run.jobs.wait(handle, 60)
    made.run.audio.close()


def with_sound(s: Stage) -> Stage:
    """The same stage with ears."""
    s.run.audio = Audio(SOUNDS, s.run.jobs, lambda: s.run.loaded.settings)
    s.window = s.hands.window = Window(s.surface, replace(s.run.fixtures(), broken=None), s.run.first())
    s.hands.see()
    return s


def audio(s: Stage) -> Audio:
    """Its player."""
    assert s.run.audio is not None
    return s.run.audio


def step(s: Stage, *events: pygame.event.Event, at: int = 0) -> None:
    """One turn of the loop, once what is under way is decoded."""
    for handle in tuple(s.run.jobs._running):
        s.run.jobs.wait(handle, 60)
    s.window.step(list(events), at)


def test_the_title_has_its_music_and_the_story_its_place(sounding: Stage) -> None:
    """What is heard follows the screen on top; over a place what is written appears over the help strip, and goes."""
    s = sounding
    step(s)
    assert audio(s)._heard.music == "title"
    s.begin()
    s.play_until("place", line=False)
    step(s)
    assert s.run.sitting is not None
    assert audio(s)._heard.sound == s.run.sitting.moment.heard.sound == "portail"
    s.window.draw()
    written = s.surface.copy()
    step(s, at=60_000)
    s.window.draw()
    assert audio(s).captions == ()
    differs = pygame.mask.from_threshold(written, (0, 0, 0), (8, 8, 8, 255), s.surface)
    differs.invert()
    box = differs.get_bounding_rects()[0].unionall(differs.get_bounding_rects())
    assert box.right < s.surface.get_width() * 0.7
    assert box.top > s.surface.get_height() * 0.85


LONGEST = ("sound.vie-scolaire", "sound.investigation")


@pytest.mark.parametrize(("lang", "text"), [("fr", 100), ("en", 133), ("fr", 200)])
def test_what_is_written_lies_over_no_words(lang: str, text: int, tmp_path: Path) -> None:
    """Through a whole play, from the title to the last page: the lane over the help strip holds no words and nothing to press."""
    s = with_sound(stage(tmp_path, lang=lang, text=text))
    seen: set[tuple[object, ...]] = set()

    def look() -> None:
        audio(s)._captions.clear()
        s.window.draw()
        canvas = s.window._canvas
        ui = Ui(canvas, s.window._words, s.window.attention, text / 100)
        before = list(canvas.taken)
        captions.draw(ui, LONGEST)
        written = canvas.taken[len(before) :]
        assert len(written) == len(LONGEST)
        assert max(line.right for line in written) < 1920
        size = boxes.caption_size(text / 100)
        lane = Box(0, ui.strip_top - captions.ABOVE - boxes.CAPTION * size, 1920, boxes.CAPTION * size)
        pressed = [t.box for t in s.window.targets if t.shape is None and t.box.y < ui.strip_top]
        over = [box for box in (*before, *pressed) if box.y < ui.strip_top and box.meets(lane) and box.w]
        assert not over, (s.window.top.name, over)

    try:
        look()
        s.begin()
        assert s.run.sitting is not None
        player = Bot("careful", Random("captions"))
        for _ in range(PATIENCE):
            now = s.run.sitting.moment
            decision = any(choice.decision for choice in now.choices)
            kind = (now.activity, now.place and now.place.id, bool(now.choices), now.line is None, bool(now.workshop), decision)
            if kind not in seen:
                seen.add(kind)
                look()
            command = player.next(now)
            if command is None:
                break
            s.run.sitting.do(command)
        while s.run.sitting.moment.recap is not None and any(t.id == "recap/on" for t in s.window.targets):
            s.hands.press("recap/on")
            look()
        assert {"place", "talk", "log", "board", "ended"} <= {kind[0] for kind in seen}
    finally:
        audio(s).close()


def test_help_and_desk_are_quiet(sounding: Stage) -> None:
    """Somebody who asks for help is not played to."""
    s = sounding
    s.window.show_help()
    assert heard(s.window.stack) == SILENCE
    step(s)
    assert audio(s)._heard == SILENCE
    from game.view.screens.desk import DeskScreen
    from game.view.screens.neutral import NeutralScreen

    for screen in (DeskScreen, NeutralScreen):
        assert screen.heard == SILENCE
        assert screen.rustle is None


def test_what_lies_over_the_story_lowers_it(sounding: Stage) -> None:
    """The menu pushes what is heard back; the settings do not, so that one hears what one sets."""
    s = sounding
    assert not heard(s.window.stack).words
    s.hands.press("title/settings")
    assert not heard(s.window.stack).words
    s.window.go(Home(s.run.title()))
    assert heard([*s.window.stack, s.run.menu()]).words


def test_a_window_that_loses_the_keyboard_is_silent(sounding: Stage) -> None:
    """Left for another window, minimised, come back to."""
    s = sounding
    step(s)
    for lost in (pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED):
        step(s, pygame.event.Event(lost))
        assert audio(s)._away
        step(s, pygame.event.Event(pygame.WINDOWFOCUSGAINED))
        assert not audio(s)._away


def test_the_quick_exit_silences_before_anything_else(sounding: Stage) -> None:
    """Even if drawing the neutral page fails, there is no sound."""
    s = sounding
    step(s)
    step(s)
    assert pygame.mixer.get_busy()
    s.window.quick_exit()
    assert not pygame.mixer.get_busy()
    step(s, at=1000)
    assert audio(s).captions == ()


@pytest.mark.parametrize("by", ["keyboard", "mouse"])
def test_sound_is_set_by_keyboard_and_mouse(sounding: Stage, by: str) -> None:
    """On and off, each volume, mono and captions."""
    s = sounding
    s.hands.press("title/settings", by=by)
    s.hands.press("part/heard", by=by)
    for target, name, value in (
        ("music/0", "music", 0),
        ("ambience/100", "ambience", 100),
        ("sounds/40", "sounds", 40),
        ("mono/True", "mono", True),
        ("captions/False", "captions", False),
        ("sound/off", "sound", "off"),
        ("sound/on", "sound", "on"),
    ):
        s.hands.press(target, by=by)
        assert getattr(s.run.loaded.settings, name) == value


def test_one_sound_for_one_act() -> None:
    """A clue found by an answer is heard as a clue; walking is silent; every sound of the hand is one that is installed."""
    assert cue_of((Chosen("a", None), Found(clue="b"))) == "clue-found"
    assert cue_of((Found(clue="b"), Rang())) == "bell"
    assert cue_of(()) is None
    installed = read_sounds(SOUNDS)
    assert {name for _, name in OF_EVENTS} | set(SIGNALS.values()) | {"focus", "paper-slide", "page", "pencil-tick"} <= installed.keys()
