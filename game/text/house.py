"""What one run in a terminal works with: the story, the words, the settings, the sitting.

Room: game/text. Everything is passed in by `cli`; nothing here reads what is typed or writes to the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from game.content.help import HelpLine, load_help
from game.content.loader import load_story
from game.content.story import Story
from game.content.vocabulary import PathId
from game.content.words import Words, load_words
from game.session.clock import Clock
from game.session.notices import Notice
from game.session.paths import Paths
from game.session.quick_exit import ask_back, note_left_quickly, was_left_quickly
from game.session.saves import BrokenSaveError, NewerSaveError, NoSaveError, Saves
from game.session.session import Session
from game.session.settings import LoadedSettings, keep_settings
from game.session.slots import AUTOSAVE, is_kept
from game.session.whole import NotKeptError


@dataclass
class House:
    """One person, one terminal. `window` is how the window is opened, to be said where the desk would stand; no `saves` keeps nothing."""

    story: Story
    words_of: Callable[[str], Words]
    help_of: Callable[[str], tuple[HelpLine, ...]]
    paths: Paths
    loaded: LoadedSettings
    clock: Clock
    seed: int
    window: str
    saves: Saves | None
    path: PathId | None = None  # None: the episode's own for a class
    notices: list[Notice] = field(default_factory=list)
    sitting: Session | None = None

    @property
    def words(self) -> Words:
        """In the language of the settings."""
        return self.words_of(self.loaded.settings.language)

    @property
    def in_class(self) -> bool:
        """Whether the play is a class's: no desk then."""
        return self.loaded.settings.class_mode

    def help_lines(self) -> tuple[HelpLine, ...]:
        """The country's help lines, 3018 (or its like) first."""
        return self.help_of(self.loaded.settings.country.lower())

    def checked(self) -> str:
        """The day the oldest of these lines was last compared with its service's own pages."""
        return min(line.checked for line in self.help_lines()).strftime(self.words("helppage.date"))

    def today(self) -> date:
        """The local day, for the tide table."""
        return self.clock.now().astimezone().date()

    def can_resume(self) -> bool:
        """Whether a play is kept."""
        return self.saves is not None and is_kept(self.paths.saves, AUTOSAVE)

    def begin(self) -> Session:
        """A new play."""
        path = self.path or self.story.episode.class_path
        self.sitting, _ = Session.start(self.story, path, "class" if self.in_class else "home", self.seed, self.saves, self.clock)
        return self.sitting

    def resume(self) -> Session | None:
        """The play that is kept; None, with a notice, where it does not open."""
        if self.saves is None:
            return None
        try:
            self.sitting, _ = Session.resume(self.story, self.saves, self.clock, mode="class" if self.in_class else "home")
        except (NoSaveError, BrokenSaveError, NewerSaveError) as error:
            self.notices.append(error.notice)
            return None
        return self.sitting

    def end_sitting(self) -> bool:
        """Keep the play and put it away. Whether it is kept; never raises for a disk that refuses."""
        kept = self.sitting is not None and self.sitting.close()
        if self.sitting is not None:
            self.notices.extend(self.sitting.take_notices())
        self.sitting = None
        return kept

    def set(self, name: str, value: object) -> None:
        """Change a setting and keep it."""
        self.loaded = self.loaded.changed(**{name: value})
        try:
            keep_settings(self.paths, self.loaded)
        except NotKeptError as error:
            self.notices.append(error.notice)

    # ---- the quick exit ----------------------------------------------------

    @property
    def starts_neutral(self) -> bool:
        """Whether the last sitting ended by the quick exit, and nobody has asked for it back."""
        return was_left_quickly(self.paths)

    def asked_back(self) -> None:
        """« Reprendre » was typed."""
        ask_back(self.paths)

    def leave_quickly(self) -> None:
        """Remember that it happened; the play is kept after every command, and once more here. Never raises."""
        note_left_quickly(self.paths)
        if self.sitting is not None:
            with suppress(Exception):
                self.sitting.close()

    def said(self) -> list[str]:
        """What has to be said of saves and settings, each once."""
        if self.sitting is not None:
            self.notices.extend(self.sitting.take_notices())
        told = [self.words(notice.word, **notice.blanks) for notice in self.notices]
        self.notices.clear()
        return told


def open_house(root: Path, paths: Paths, loaded: LoadedSettings, clock: Clock, seed: int, window: str) -> House:
    """Read everything. raises: ContentError where the story is broken."""
    story = load_story(root, cache_dir=paths.cache)
    help_ = load_help()

    @lru_cache(maxsize=4)
    def words(locale: str) -> Words:
        return load_words(locale, root, story=story, cache_dir=paths.cache)

    return House(story, words, help_.lines, paths, loaded, clock, seed, window, Saves(paths.saves), notices=list(loaded.notices))
