"""Somebody who plays by typing: each command of a play as the lines that ask for it, read off the reader's own lists."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from game.content.help import load_help
from game.content.root import content_root
from game.content.story import Story
from game.content.vocabulary import Mode, PathId
from game.content.words import Words, load_words
from game.core.commands import Advance, Command, PlaceCard, SayHowSure, SkipScene, StampClue, Travel, TryChange
from game.session.clock import SteppedClock
from game.session.paths import Paths
from game.session.saves import Saves
from game.session.session import Session
from game.session.settings import load_settings
from game.text.book import CluePage
from game.text.house import House
from game.text.outside import DeparturePage
from game.text.page import Act, Begin, Open, Try
from game.text.reader import Reader
from game.text.story import BoxPage, StoryPage
from tests.game.plays import DAY, day_story, shipped_story

MORNING = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)


@cache
def _words(locale: str, day: bool) -> Words:
    root, story = (DAY, day_story()) if day else (content_root(), shipped_story())
    return load_words(locale, root, strict=True, story=story)


def house(folder: Path, *, lang: str = "fr", path: PathId | None = None, mode: Mode = "home", seed: int = 1, day: bool = False) -> House:
    """A house on the story that ships, or on the story of one day; a missing translation would show its brackets."""
    paths = Paths.under(folder)
    loaded = load_settings(paths).changed(language=lang)
    if mode == "class":
        loaded = loaded.in_class()
    story: Story = day_story() if day else shipped_story()
    clock, help_ = SteppedClock(MORNING), load_help()
    return House(
        story, lambda locale: _words(locale, day), help_.lines, paths, loaded, clock, seed, Saves(paths.saves), path
    )  # fmt: skip


class Typist:
    """Types, and remembers all that was said."""

    def __init__(self, house: House) -> None:
        self.reader = Reader(house)
        self.said = self.reader.start()

    def type(self, line: str) -> list[str]:
        """One line, and what follows; nothing that is said has an untranslated word or a blank that was not filled."""
        prompt = self.reader.prompt
        assert "3018" in prompt
        said = self.reader.answer(line)
        for text in (*said, prompt):
            assert not {"⟦", "⟧", "{", "}"} & set(text), text
        self.said += said
        return said

    @property
    def sitting(self) -> Session:
        """The sitting that is open."""
        sitting = self.reader.house.sitting
        assert sitting is not None
        return sitting

    def word(self, verb: str) -> str:
        """How this person types a verb."""
        return self.reader.house.words(f"text.word.{verb}").split(",")[0]

    def number(self, act: Act) -> str:
        """The number of what does this; pages are the same when they are about the same."""
        entries = self.reader.entries
        found = [n for n, entry in enumerate(entries, start=1) if entry.act is not None and _alike(entry.act, act)]
        assert len(found) == 1, f"{act} is not on the list: {[entry.label for entry in entries]}"
        return str(found[0])

    def begin(self) -> None:
        """From the title into a new play."""
        self.type(self.reader.house.words("title.begin"))
        if isinstance(self.reader.page, DeparturePage):
            self.type(self.number(Begin(self.reader.house.story.episode.class_path)))

    def close_pages(self) -> None:
        """Back to the story, by Enter."""
        while not isinstance(self.reader.page, StoryPage):
            self.type("")

    def ask_for(self, command: Command) -> None:
        """The lines that ask for a command, from wherever the story stands."""
        match command:
            case Advance():
                self.close_pages()
                self.type("")
            case SkipScene():
                self.close_pages()
                self.type(self.word("skip"))
            case StampClue(clue):
                self.type(self.word("notebook"))
                self.type(self.number(Open(CluePage(clue))))
                self.type(self.number(command))
                self.close_pages()
            case Travel():
                self.type(self.word("map"))
                self.type(self.number(command))
            case PlaceCard(slot) | SayHowSure(slot):
                if not isinstance(self.reader.page, BoxPage):
                    self.type(self.number(Open(BoxPage(slot))))
                elif vars(self.reader.page) != vars(BoxPage(slot)):
                    self.close_pages()
                    self.type(self.number(Open(BoxPage(slot))))
                self.type(self.number(command))
            case TryChange(choice):
                self.type(self.number(Try(choice)))
            case _:
                self.close_pages()
                self.type(self.number(command))


def _alike(one: Act, other: Act) -> bool:
    if isinstance(one, Open) and isinstance(other, Open):
        return type(one.page) is type(other.page) and vars(one.page) == vars(other.page)
    return one == other
