"""Joins the chooser of episodes with the run: what is installed, what was begun, and another episode taken up.

Room: game/view. An episode brings its story, its words, its saves and its pictures; help, interface, fonts and desk stay the game's.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.episodes import Opened, open_episodes
from game.content.words import Words, load_words
from game.session.slots import any_kept
from game.view.screen import Home, Move
from game.view.screens.episodes import EpisodesScreen, Row

if TYPE_CHECKING:
    from game.content.diagnostics import Diagnostic
    from game.content.story import Story
    from game.view.play import Run


class EpisodeRoom:
    """The episodes of one run. `folders` as `find_episodes` gives them, the game's own first; nothing is opened before it is asked for.

    say: words a fault of the content in a language.
    """

    def __init__(
        self, run: Run, folders: tuple[Path, ...], now: Path, say: Callable[[Diagnostic, str], str] = lambda fault, _: fault.message
    ) -> None:
        self._run, self.folders, self.now, self._say = run, folders, now, say
        self._opened: tuple[Opened, ...] = ()

    @property
    def own_art(self) -> Path | None:
        """The pictures of the episode that is open; None for the game's own, which are always there."""
        return None if self.now == self.folders[0] else self.now / "assets" / "baked"

    def title(self) -> str | None:
        """What the open episode is called, in the present language; None for the game's own, whose story may not be read yet."""
        if self.now == self.folders[0]:
            return None
        return self._run.words(self._run.loaded.settings.language).line(self._run.story.episode.title.id)

    def offer(self, words: Words) -> tuple[str, Callable[[], EpisodesScreen]] | None:
        """For the title: what its button says, and the list. None while there is nothing to choose from.

        The open episode is named, but for the game's own: its story is not read yet when the title is first drawn.
        """
        if len(self.folders) < 2:
            return None
        if self.now == self.folders[0]:
            return words("episodes.button", count=len(self.folders)), self.screen
        return words("episodes.now", title=self.title() or ""), self.screen

    def screen(self) -> EpisodesScreen:
        """The list, read again: somebody may have mended an episode meanwhile."""
        self._opened = open_episodes(self.folders, cache_dir=self._run.paths.cache)
        return EpisodesScreen(self._rows, self.take)

    def take(self, number: int) -> Move:
        """Open this episode, and show the title."""
        opened = self._opened[number]
        if opened.story is None:
            return None
        self.open(opened.root, opened.story)
        return Home(self._run.title(), anew=True)

    def open(self, root: Path, story: Story) -> None:
        """Give the run another story with its words, saves and pictures. The play under way is kept first."""
        run = self._run
        if run.sitting is not None:
            run.sitting.close()
            run.notices.extend(run.sitting.take_notices())
            run.sitting = None
        self.now = root
        run.paths = run.paths.of_episode(None if root == self.folders[0] else story.episode.id)
        run.read_story = lambda: story
        run.words = lru_cache(maxsize=4)(lambda locale: load_words(locale, root, story=story, cache_dir=run.paths.cache, strict=run.strict))
        if run.open_saves is not None:
            from game.session.saves import Saves

            saves = Saves(run.paths.saves)
            run.open_saves = lambda: saves

    def _rows(self) -> tuple[Row, ...]:
        return tuple(self._row(opened) for opened in self._opened)

    def _row(self, opened: Opened) -> Row:
        run, name = self._run, _name(opened.root)
        words = run.words(run.loaded.settings.language)
        if opened.story is None:
            why = words(f"episodes.{opened.trouble}", fault=opened.fault(lambda fault: self._say(fault, words.locale)))
            return Row(name, opened.root.name, why, playable=False, chosen=False)
        episode = opened.story.episode
        told = load_words(words.locale, opened.root, story=opened.story, cache_dir=run.paths.cache)
        path = episode.paths.get(episode.class_path)
        saves = run.paths.of_episode(None if opened.root == self.folders[0] else episode.id).saves
        parts = [
            told.line(episode.subtitle.id) if episode.subtitle is not None else "",
            words("episodes.minutes", minutes=path.minutes) if path is not None else "",
            words("episodes.kept") if run.open_saves is not None and any_kept(saves) else "",
        ]
        return Row(name, told.line(episode.title.id), " · ".join(filter(None, parts)), playable=True, chosen=opened.root == self.now)


def _name(root: Path) -> str:
    """A target’s name for an episode: two folders of the same name lie in different places."""
    return f"{root.parent.name}/{root.name}"
