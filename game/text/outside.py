"""Pages outside the story: the title, help, settings, « tu quittes l’histoire » with the real services, the take-home card.

Room: game/text. The desk itself needs the window: this page says so, and gives the real services instead, 3018 first.
Nothing is sent from here.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.text.house import House
from game.text.page import Begin, Entry, Home, Leave, Open, Page, Set

ROWS: tuple[tuple[str, tuple[tuple[object, str], ...]], ...] = (("language", (("fr", "settings.fr"), ("en", "settings.en"))),)
"""The settings that a terminal has a use for; size, contrast and sound are the terminal's own."""


def help_lines(house: House) -> Iterator[str]:
    """Whom to call, the first one first, danger after it."""
    words, lines = house.words, house.help_lines()
    ordered = (*lines[:1], *(line for line in lines[1:] if line.urgent), *(line for line in lines[1:] if not line.urgent))
    for line in ordered:
        yield words("text.help_line", number=line.number, what=words(line.what.id), hours=words(line.hours.id))


class TitlePage(Page):
    """The beginning: a play, the settings, help, the end."""

    def told(self, house: House) -> Iterator[str]:
        words = house.words
        yield words("text.title")
        if house.in_class:
            yield words("text.title_class")
        yield words("text.title_help")

    def entries(self, house: House) -> Iterator[Entry]:
        words = house.words
        if house.can_resume():
            yield Entry(words("title.resume"), Begin(resume=True))
        yield Entry(words("title.begin"), Begin())
        yield Entry(words("title.settings"), Open(SettingsPage()))
        yield Entry(words("title.help"), Open(HelpPage()))
        yield Entry(words("menu.leave"), Leave())

    def enter(self, house: House) -> None:
        del house


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


class LeavingPage(Page):
    """« Tu quittes l’histoire »: 3018 first, what the desk needs, the real services and where the picture goes with each."""

    def told(self, house: House) -> Iterator[str]:
        from reporting.client.routes import load_routes  # the report tool is read only by somebody who came here

        words = house.words
        yield words("desk.leaving.title") + "."
        yield words("text.desk_first")
        yield from help_lines(house)
        yield words("text.desk_window", command=house.window)
        yield words("text.desk_services")
        routes = load_routes()
        for service, fits in routes.ordered(None, house.loaded.settings.country):
            if fits:
                whom, picture = words(f"desk.service.{service.id}.for_whom"), words(f"desk.service.picture.{service.picture}")
                yield words("text.desk_service", name=service.name, whom=whom, picture=picture, url=service.url)
        yield words("desk.routes.limits")
        yield words("help.checked", date=routes.checked.strftime(words("helppage.date"))) + "."

    def entries(self, house: House) -> Iterator[Entry]:
        yield Entry(house.words("text.desk_back"), Home(TitlePage()))


class CardPage(Page):
    """The take-home card of a class: the numbers, and nothing to report."""

    def told(self, house: House) -> Iterator[str]:
        yield house.words("text.card_home")
        yield from help_lines(house)
        yield house.words("help.near")

    def entries(self, house: House) -> Iterator[Entry]:
        yield Entry(house.words("text.desk_back"), Home(TitlePage()))
