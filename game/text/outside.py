"""Pages outside the story: the title, how one departs, help, settings, the take-home card. The desk has a page of its own (`desk.py`).

Room: game/text.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.session.slots import any_kept
from game.text.asking import ItemsPage
from game.text.desk import DeskPage
from game.text.episodes import EpisodesPage
from game.text.house import House
from game.text.page import Act, Begin, Entry, Home, Leave, Open, Page, Resume, Set, Shut
from game.text.saves import SavesPage
from game.text.story import moment_of
from reporting.client.routes import load_routes

ROWS: tuple[tuple[str, tuple[tuple[object, str], ...]], ...] = (("language", (("fr", "settings.fr"), ("en", "settings.en"))),)
"""The settings that a terminal has a use for; size, contrast and sound are the terminal's own."""


def help_lines(house: House) -> Iterator[str]:
    """Whom to call, the first one first, danger after it."""
    words, lines = house.words, house.help_lines()
    ordered = (*lines[:1], *(line for line in lines[1:] if line.urgent), *(line for line in lines[1:] if not line.urgent))
    for line in ordered:
        hours = words(line.hours.id)
        hours = words("helppage.at", hours=hours, link=line.host) if line.host else hours
        yield words("text.help_line", number=line.called(words), what=words(line.what.id).rstrip("."), hours=hours)


class TitlePage(Page):
    """The beginning: a play, those that are kept, the episodes, the desk, the settings, help, the end."""

    def told(self, house: House) -> Iterator[str]:
        words = house.words
        yield words("text.title", title=words.line(house.story.episode.title.id), series=words("title.series"))
        if house.in_class:
            yield words("text.title_class")
        yield words("text.title_help")

    def entries(self, house: House) -> Iterator[Entry]:
        words = house.words
        if house.can_resume():
            yield Entry(words("title.resume"), Resume())
        yield Entry(words("title.begin"), Open(AnewPage()) if house.can_resume() else beginning(house))
        if house.saves is not None and any_kept(house.paths.saves):
            yield Entry(words("saves.title"), Open(SavesPage()))
        if len(house.folders) > 1:
            yield Entry(words("episodes.button", count=len(house.folders)), Open(EpisodesPage()))
        if house.make_desk is not None:
            yield Entry(words("title.desk"), Open(DeskPage(house.make_desk)))
        yield Entry(words("title.settings"), Open(SettingsPage()))
        yield Entry(words("title.help"), Open(HelpPage()))
        yield Entry(words("menu.leave"), Leave())

    def enter(self, house: House) -> None:
        del house


def beginning(house: House) -> Act:
    """A new play: first how much time there is, where the episode has several paths."""
    return Open(DeparturePage()) if house.path is None and len(house.story.episode.paths) > 1 else Begin()


class AnewPage(Page):
    """Before another play is set aside."""

    def told(self, house: House) -> Iterator[str]:
        yield house.words("title.anew")

    def entries(self, house: House) -> Iterator[Entry]:
        yield Entry(house.words("title.anew.yes"), beginning(house))
        yield Entry(house.words("title.anew.no"), Shut())


class DeparturePage(Page):
    """How much time is there: one path a number; in class, before it, the sentences without marks."""

    def told(self, house: House) -> Iterator[str]:
        yield house.words("departure.title")

    def entries(self, house: House) -> Iterator[Entry]:
        words, episode = house.words, house.story.episode
        if house.in_class and house.story.questionnaire is not None:
            yield Entry(words("departure.sentences"), Open(ItemsPage(house.story.questionnaire)))
        for name, path in episode.paths.items():
            said = [words.line(path.name.id), words("departure.minutes", minutes=path.minutes)]
            said += [words.line(stop.id) for stop in path.stops]
            said += [f"{mark[:1].upper()}{mark[1:]}" for mark in (words("departure.default"),) if name == episode.class_path]
            yield Entry(". ".join(part.rstrip(".") for part in said) + ".", Begin(name))


class HelpPage(Page):
    """Whom to call, then the words that may be typed."""

    def told(self, house: House) -> Iterator[str]:
        words = house.words
        yield words("helppage.title")
        yield from help_lines(house)
        yield words("help.near")
        yield words("help.night")
        yield words("help.checked", date=house.checked()) + "."
        yield words("text.words_head")
        yield words("text.words_list")


class SettingsPage(Page):
    """The language; what the school locked is said to be so."""

    def told(self, house: House) -> Iterator[str]:
        words, settings = house.words, house.loaded.settings
        yield words("settings.title") + "."
        for name, values in ROWS:
            value = next(words(word) for value, word in values if value == getattr(settings, name))
            word = "text.settings_locked" if name in house.loaded.locked else "text.settings_now"
            yield words(word, name=words(f"settings.{name}"), value=value)

    def entries(self, house: House) -> Iterator[Entry]:
        for name, values in ROWS:
            if name not in house.loaded.locked:
                yield from (Entry(house.words(word), Set(name, value)) for value, word in values)


class CardPage(Page):
    """The take-home card of a class: the numbers, what to do, where a picture is taken down, and nothing to report."""

    def told(self, house: House) -> Iterator[str]:
        words, end = house.words, moment_of(house).farewell
        yield words("text.card_home")
        yield from help_lines(house)
        yield from (words.line(text) for text in (end.texts if end is not None else ()))
        yield words("help.card.doors") + "."
        for door in load_routes().doors(house.loaded.settings.country.upper()):
            yield words("text.card_door", name=door.name, address=door.address, picture=words(f"desk.service.picture.{door.picture}"))
        yield words("help.near")

    def entries(self, house: House) -> Iterator[Entry]:
        yield Entry(house.words("text.desk_back"), Home(TitlePage()))
