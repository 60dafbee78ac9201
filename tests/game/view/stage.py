"""A window on the real story, with a folder of its own and a clock that stands still."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, lru_cache, partial
from pathlib import Path
from random import Random

import pygame

from game.authoring.bots import PATIENCE, Bot
from game.content.help import load_help
from game.content.loader import load_story
from game.content.root import content_root
from game.content.story import Story
from game.content.words import Words, load_words
from game.core.commands import TryChange
from game.core.moment import Moment
from game.session.clock import SteppedClock
from game.session.jobs import Jobs
from game.session.paths import Paths
from game.session.saves import Saves
from game.session.settings import load_settings
from game.view.art import Art
from game.view.demo import Hands
from game.view.fixtures import Fixtures
from game.view.play import Run
from game.view.screen import Move, Screen
from game.view.window import Window
from tests.game.plays import shipped_story

DAY = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)


story = shipped_story


@lru_cache(maxsize=4)
def words(locale: str) -> Words:
    """Its words; a text without translation would show its brackets."""
    return load_words(locale, content_root(), strict=True, story=story())


@lru_cache(maxsize=4)
def _story_of(root: Path) -> Story:
    return load_story(root)


@lru_cache(maxsize=8)
def _words_of(root: Path, locale: str) -> Words:
    return load_words(locale, root, strict=True, story=_story_of(root))


@cache
def _opened(baked: Path) -> Art:
    return Art(baked)


def window_on(surface: pygame.Surface, fixtures: Fixtures, first: Screen) -> Window:
    """A window whose pictures were opened by another test before, where one showed them at this size: they are only ever read."""
    window = Window(surface, fixtures, first)
    window._art = _opened(fixtures.baked)
    window._restyle()
    return window


@dataclass
class Stage:
    """A run, its window, and hands to press things with."""

    run: Run
    window: Window
    hands: Hands

    @property
    def surface(self) -> pygame.Surface:
        """The window's pixels."""
        surface = pygame.display.get_surface()
        assert surface is not None
        return surface

    def begin(self, path: str = "s", by: str = "") -> None:
        """Begin a play from the title, on this path where the story has several."""
        self.hands.press("title/begin", by=by)
        if self.window.top.name == "departure":
            self.hands.press(f"path/{path}", by=by)

    def play_until(self, activity: str, *, talk: str = "", line: bool | None = None) -> None:
        """Play by the core's own commands until the story is at this activity (and this talk, with or without a line)."""

        def here(now: Moment) -> bool:
            return now.activity == activity and (not talk or now.talk == talk) and (line is None or (now.line is not None) == line)

        self.play_to(here)

    def play_to(self, here: Callable[[Moment], bool], seed: str = "stage") -> None:
        """Play as a careful player would, by the core's own commands, until the story looks like this. The workshop's lamp is computed."""
        sitting = self.run.sitting
        assert sitting is not None
        player = Bot("careful", Random(seed))
        for _ in range(PATIENCE):
            now = sitting.moment
            if here(now):
                self.window.draw()
                return
            command = player.next(now)
            assert command is not None, f"the story stopped at {now.activity}"
            if isinstance(command, TryChange):
                sitting.try_change(command.choice)
                while self.run.jobs.busy:
                    self.run.jobs.poll()
            else:
                sitting.do(command)
        raise AssertionError("the story never looked like this")


def _no_desk(leave: Callable[[], Move]) -> Screen:
    """The desk has a stage of its own; here only its door is shown."""
    raise AssertionError(f"this stage has no desk to leave by {leave}")


def stage(
    folder: Path,
    *,
    size: tuple[int, int] = (960, 540),
    lang: str = "fr",
    text: int = 100,
    contrast: str = "normal",
    in_class: bool = False,
    episode: Path | None = None,
    broken: bool = False,
) -> Stage:
    """A window that shows the title. A fault is let through to the test, unless it asks for the page that says it (`broken`).

    `episode` is the folder of another story, told with the pictures that ship.
    """
    pygame.init()
    surface = pygame.display.set_mode(size, pygame.RESIZABLE)
    pygame.event.clear()
    paths = Paths.under(folder)
    loaded = load_settings(paths).changed(language=lang, text_size=text, contrast=contrast)
    if in_class:
        loaded = loaded.in_class()
    told = partial(_words_of, episode) if episode is not None else words
    reads = partial(_story_of, episode) if episode is not None else story
    run = Run(
        content_root(), reads, told, load_help, paths, loaded, Jobs(), SteppedClock(DAY), 1,
        None if in_class else _no_desk, lambda: Saves(paths.saves)
    )  # fmt: skip
    fixtures = run.fixtures() if broken else replace(run.fixtures(), broken=None)
    window = window_on(surface, fixtures, run.first())
    hands = Hands(window, None)
    hands.see()
    return Stage(run, window, hands)
