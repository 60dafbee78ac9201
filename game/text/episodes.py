"""The chooser of episodes in a terminal: the same list as the window's, one episode a number.

Room: game/text.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.content.episodes import Opened
from game.content.words import load_words
from game.session.slots import any_kept
from game.text.house import House
from game.text.page import Entry, Page, Switch


class EpisodesPage(Page):
    """What is installed: its title, about how long it takes, whether a play is kept, or why it cannot be played."""

    def __init__(self) -> None:
        self._opened: tuple[Opened, ...] = ()

    def told(self, house: House) -> Iterator[str]:
        yield house.words("episodes.which")
        yield house.words("episodes.note")

    def entries(self, house: House) -> Iterator[Entry]:
        words = house.words
        self._opened = self._opened or house.installed()
        for number, opened in enumerate(self._opened):
            if opened.story is None:
                why = words(f"episodes.{opened.trouble}", fault=opened.fault(lambda fault: house.say_fault(fault, words.locale)))
                yield Entry(words("episodes.voice", title=opened.root.name, what=why), None)
                continue
            episode = opened.story.episode
            told = load_words(words.locale, opened.root, story=opened.story, cache_dir=house.paths.cache)
            path = episode.paths.get(episode.class_path)
            parts = [
                told.line(episode.subtitle.id).rstrip(".") if episode.subtitle is not None else "",
                words("episodes.minutes", minutes=path.minutes) if path is not None else "",
                words("episodes.kept") if any_kept(house.paths_of(opened).saves) else "",
                words("episodes.chosen") if opened.root == house.root else "",
            ]
            what = ", ".join(filter(None, parts)) + "."
            yield Entry(words("episodes.voice", title=told.line(episode.title.id), what=what), Switch(number))
