"""Puts one run together: story, words, paths, saves, the desk and its tools. The last step before a window opens.

Room: game/view. Called by `cli` with everything it read at the edge; nothing here looks at the environment.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from game.content.episodes import find_episodes
from game.content.words import Words, load_words
from game.session.edge import Edge
from game.session.jobs import Jobs
from game.view.audio import Audio
from game.view.episode_room import EpisodeRoom
from game.view.play import Run
from game.view.screen import Move, Screen

if TYPE_CHECKING:
    from game.content.help import Help
    from game.content.story import Story
    from game.session.saves import Saves

T = TypeVar("T")

EXAMPLE = Path("assets") / "examples" / "phare-frileux.jpg"


class Once(Generic[T]):
    """Something that takes a while to make: made by whoever asks first, in any thread; the others wait for it. A failure is tried again."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make, self._lock = make, threading.RLock()
        self._made: list[T] = []

    def __call__(self) -> T:
        with self._lock:
            if not self._made:
                self._made.append(self._make())
            return self._made[0]


def compose(edge: Edge, *, wake: Callable[[], None] = lambda: None) -> Run:
    """One run. Nothing heavy is read yet: the story, its rules and the desk are when somebody wants them, or by `Run.warm`."""

    def story() -> Story:
        from game.content.loader import load_story

        return load_story(edge.root, cache_dir=edge.paths.cache)

    def help_lines() -> Help:
        from game.content.help import load_help

        return load_help()

    def saves() -> Saves:
        from game.session.saves import Saves

        return Saves(edge.paths.saves)

    read = Once(story)

    @lru_cache(maxsize=4)
    def words(locale: str) -> Words:
        return load_words(locale, edge.root, story=read, cache_dir=edge.paths.cache, strict=edge.strict)

    jobs = Jobs(wake)
    run = Run(
        edge.root, read, words, Once(help_lines), edge.paths, edge.loaded, jobs, edge.clock, edge.seed, None, Once(saves)
    )  # fmt: skip
    run.strict = edge.strict
    folders = find_episodes(edge.root, edge.paths.episodes)
    run.audio = Audio(edge.root / "assets" / "baked" / "sound", jobs, lambda: run.loaded.settings)
    asked = edge.episode
    if asked is not None and asked.root not in folders:
        folders = (*folders, asked.root)
    run.episodes = EpisodeRoom(run, folders, edge.root, edge.say)
    if asked is not None and asked.story is not None and asked.root != edge.root:
        run.episodes.open(asked.root, asked.story)
    if edge.recordings is not None:
        from game.view.bench import Bench

        run.bench = Bench(run, edge.recordings, watching=edge.watch, say=edge.say, hint=edge.hint)
    if edge.start is not None:
        run.start, run.open_saves = edge.start, None
    if not edge.loaded.settings.class_mode:
        run.desk = lambda leave: _desk(edge, run, leave, wake)
    return run


def _desk(edge: Edge, run: Run, leave: Callable[[], Move], wake: Callable[[], None]) -> Screen:
    """The desk, with its rooms imported only now."""
    from game.view.screens.desk import DeskScreen
    from reporting.client.room import Surroundings, open_room

    settings = run.loaded.settings
    around = Surroundings(
        folder=edge.paths.desk,
        documents=edge.documents,
        fonts=edge.root / "assets" / "fonts",
        words=run.words(settings.language),
        training=edge.training,
        pinned=settings.operator,
        example=edge.root / EXAMPLE,
        keyring=edge.keyring,
        language=settings.language,
        country=settings.country,
    )
    room = open_room(around, edge.clock, wake=wake)
    run.closing.append(room.close)
    return DeskScreen(room, leave, run.sitting is not None)
