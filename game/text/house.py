"""What one run in a terminal works with: the story, the words, the settings, the sitting.

Room: game/text. Everything is passed in by `cli`; nothing here reads what is typed or writes to the screen.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.diagnostics import Diagnostic
from game.content.episodes import Opened, find_episodes, open_episodes
from game.content.help import HelpLine, load_help
from game.content.loader import load_story
from game.content.story import Story
from game.content.vocabulary import Mode, PathId
from game.content.words import Words, load_words
from game.session.clock import Clock
from game.session.edge import Edge
from game.session.notices import Notice, notice
from game.session.paths import Paths
from game.session.quick_exit import ask_back, note_left_quickly, was_left_quickly
from game.session.saves import BrokenSaveError, NewerSaveError, NoSaveError, Saves
from game.session.session import Session
from game.session.settings import LoadedSettings, keep_settings
from game.session.shelf import Kept, shelf
from game.session.slots import AUTOSAVE, is_kept
from game.session.walkthrough import Walkthrough, play
from game.session.whole import NotKeptError
from game.session.workshop import PICTURE
from game.text.bench import Bench

if TYPE_CHECKING:  # the report tool is read only by somebody who goes there
    from reporting.client.room import DeskRoom


@dataclass
class House:
    """One person, one terminal. no `saves` keeps nothing."""

    story: Story
    words_of: Callable[[str], Words]
    help_of: Callable[[str], tuple[HelpLine, ...]]
    paths: Paths
    loaded: LoadedSettings
    clock: Clock
    seed: int
    saves: Saves | None
    path: PathId | None = None  # None: the episode's own for a class
    notices: list[Notice] = field(default_factory=list)
    sitting: Session | None = None
    make_desk: Callable[[], DeskRoom] | None = None  # begins a visit to the desk; None where there is no desk
    folders: tuple[Path, ...] = ()  # the episodes there are, the game's own first
    root: Path | None = None  # of the episode that is open
    say_fault: Callable[[Diagnostic, str], str] = lambda fault, _: fault.message
    strict: bool = False  # an author looks on: a text without a translation is shown as such
    bench: Bench | None = None  # reads saved files again, for an author

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

    def begin(self, path: PathId | None = None) -> Session:
        """A new play."""
        path = path or self.path or self.story.episode.class_path
        self.sitting, _ = Session.start(self.story, path, self._mode, self.seed, self.saves, self.clock)
        return self.sitting

    def begin_there(self, start: Walkthrough) -> Session:
        """A play that stands where an author asked to begin. Nothing of it is kept."""
        _, done = play(self.story, start)
        self.sitting, _ = Session.start(self.story, start.path, start.mode, start.seed, None, self.clock)
        for command, _ in done:
            self.sitting.do(command)
        return self.sitting

    def resume(self, slot: str = AUTOSAVE) -> Session | None:
        """The play in a slot, which goes on in the automatic one; None, with a notice, where it does not open."""
        if self.saves is None:
            return None
        self.end_sitting()
        try:
            self.sitting, _ = Session.resume(self.story, self.saves, self.clock, slot=slot, into=AUTOSAVE, mode=self._mode)
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

    @property
    def _mode(self) -> Mode:
        return "class" if self.in_class else "home"

    # ---- the slots ---------------------------------------------------------

    @property
    def can_keep(self) -> bool:
        """Whether there is a play that can be kept in a slot."""
        return self.saves is not None and self.sitting is not None and self.sitting.state.ended is None

    def shelf(self) -> tuple[Kept, ...]:
        """What lies in the slots; the play under way is written first."""
        if self.saves is None:
            return ()
        if self.sitting is not None:
            self.sitting.keep_now()
        return shelf(self.saves, self.story)

    def keep(self, slot: str) -> None:
        """Keep the play in a slot; what comes of it is said."""
        if self.sitting is not None:
            try:
                self.sitting.save_as(slot)
                self.notices.append(notice("saves.kept"))
            except NotKeptError as error:
                self.notices.append(error.notice)

    def delete(self, slot: str) -> None:
        """Empty a slot; what comes of it is said."""
        if self.saves is not None:
            try:
                self.saves.delete(slot)
                self.notices.append(notice("saves.deleted"))
            except OSError:
                self.notices.append(notice("system.write-refused", folder=self.saves.folder.name))

    # ---- the episodes ------------------------------------------------------

    def installed(self) -> tuple[Opened, ...]:
        """Every episode there is, opened, or why it cannot be."""
        return open_episodes(self.folders, cache_dir=self.paths.cache)

    def paths_of(self, opened: Opened) -> Paths:
        """Where the plays of an episode lie."""
        return self.paths.of_episode(None if opened.story is None or opened.root == self.folders[0] else opened.story.episode.id)

    def switch(self, opened: Opened) -> None:
        """Take up another episode: its story, its words, its plays. The play under way is kept first."""
        if opened.story is None:
            return
        self.end_sitting()
        story, root = opened.story, opened.root
        self.story, self.root, self.paths = story, root, self.paths_of(opened)
        read = partial(load_words, root=root, story=story, cache_dir=self.paths.cache, strict=self.strict)
        self.words_of = lru_cache(maxsize=4)(lambda locale: read(locale))
        if self.saves is not None:
            self.saves = Saves(self.paths.saves)

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


def open_house(edge: Edge) -> House:
    """Read everything. raises: ContentError where the story is broken."""
    asked = edge.episode
    story = asked.story if asked is not None and asked.story is not None else load_story(edge.root, cache_dir=edge.paths.cache)
    folders = find_episodes(edge.root, edge.paths.episodes)
    if asked is not None and asked.root not in folders:
        folders = (*folders, asked.root)
    read = partial(load_words, root=edge.root, story=story, cache_dir=edge.paths.cache, strict=edge.strict)
    words = lru_cache(maxsize=4)(lambda locale: read(locale))
    saves = Saves(edge.paths.saves) if edge.start is None else None
    house = House(
        story, words, load_help().lines, edge.paths, edge.loaded, edge.clock, edge.seed, saves, notices=list(edge.loaded.notices),
        folders=folders, root=edge.root, say_fault=edge.say, strict=edge.strict,
    )  # fmt: skip
    if asked is not None and asked.root != edge.root:
        house.switch(asked)
    if not house.in_class:
        house.make_desk = lambda: _visit(house, edge)
    if edge.watch and house.root is not None:
        house.bench = Bench(house.root)
    return house


def _visit(house: House, edge: Edge) -> DeskRoom:
    """A new visit to the desk, its rooms read only now."""
    from reporting.client.room import Surroundings, open_room

    settings = house.loaded.settings
    return open_room(
        Surroundings(
            folder=house.paths.desk,
            documents=edge.documents,
            fonts=edge.root / "assets" / "fonts",
            words=house.words,
            training=edge.training,
            pinned=settings.operator,
            example=edge.root / PICTURE,
            keyring=edge.keyring,
            language=settings.language,
            country=settings.country,
        ),
        house.clock,
    )
