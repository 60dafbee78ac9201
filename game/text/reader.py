"""The reader: takes one typed line, gives back plain lines. No terminal here, so that a test can type whole plays.

Room: game/text. Holds the pile of pages; what a command does is the core's, what may be done is the moment's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from game.core.commands import Advance, CommitBoard, PlaceCard, SayHowSure, SkipScene, StampClue, Travel
from game.core.moment import Moment
from game.session.walkthrough import Walkthrough
from game.text.asking import ItemsPage, QuizPage
from game.text.book import CluePage, DecisionsPage, FoundPage, GlossaryPage, HistoryPage, MapPage, NotebookPage, PeoplePage
from game.text.desk import DeskPage
from game.text.episodes import EpisodesPage
from game.text.house import House
from game.text.now import news
from game.text.outside import HelpPage, SettingsPage, TitlePage
from game.text.page import Act, Begin, Entry, Home, Leave, Open, Page, Resume, Return, Set, Shut, Switch, Try, Turn
from game.text.saves import SavesPage
from game.text.story import StoryPage, present_line
from game.text.tides import tide_table
from game.text.typed import Verb, matching, number_of, searched, verb_of

PAGES: dict[Verb, Callable[[], Page]] = {
    Verb.NOTEBOOK: NotebookPage,
    Verb.PEOPLE: PeoplePage,
    Verb.GLOSSARY: GlossaryPage,
    Verb.MAP: MapPage,
    Verb.DECISIONS: DecisionsPage,
    Verb.HISTORY: HistoryPage,
}
"""What opens over the story; help and settings open anywhere."""


class Reader:
    """One run. Call `start`, then `answer` with each typed line until `ended`; `prompt` says what can be typed.

    `gone` is True after a quick exit: then nothing that was said may stay on the screen. `cleared` is True after a line by which a
    private page was left: then what was said before it may not stay either.
    """

    def __init__(self, house: House) -> None:
        self.house = house
        self.ended = self.gone = self.cleared = False
        self._pages: list[Page] = [TitlePage()]
        self._neutral = house.starts_neutral
        self._last: list[str] = []
        self._listed: list[Act | None] = []

    @property
    def page(self) -> Page:
        """The page on top."""
        return self._pages[-1]

    @property
    def entries(self) -> list[Entry]:
        """What has a number now; none on the neutral page."""
        return [] if self._neutral else list(self.page.entries(self.house))

    @property
    def prompt(self) -> str:
        """What can be typed, 3018 and the way out, on one line."""
        words = self.house.words
        if self._neutral:
            return f"{words('resume.back')} ? > "
        last, enter = 0 if self.page.quiet(self.house) else len(self.entries), self.page.enter(self.house)
        kind = "go_on" if isinstance(enter, Advance | Turn) else "close" if enter is not None else "nothing"
        if last:
            kind = {"go_on": "both", "close": "close_number", "nothing": "number"}[kind]
            kind = {"both": "both_one", "close_number": "close_one", "number": "one"}[kind] if last == 1 else kind
        can = words("text.can.write") if self.page.writes else words(f"text.can.{kind}", last=last)
        mark = next((mark for page in reversed(self._pages) if (mark := page.mark(self.house))), "")
        return mark + words("text.prompt", can=can)

    def start(self, begun: Walkthrough | None = None) -> list[str]:
        """The first lines: the title; where an author asked to `begin`, the story; after a quick exit the tide table alone."""
        if begun is not None and not self._neutral:
            self.house.begin_there(begun)
            self._put_away(TitlePage(), StoryPage())
        return self._say(tide_table(self.house.today(), self.house.words) if self._neutral else self._whole())

    def answer(self, typed: str) -> list[str]:
        """What follows from one typed line. Never raises for what a person may type."""
        verb = verb_of(typed, self.house.words_of, self.house.words.locale)
        if verb is Verb.EXIT:
            return self.leave_quickly()
        if self._neutral:
            return self._say(self._asked_back(verb))
        if self.house.bench is not None and (read := self.house.bench.reread(self.house)):
            return self._say([*read, *self._whole()])
        if self.page.writes and verb is not Verb.HELP:
            self.page.write(self.house, typed)
            return self._say(self._shut())
        if verb is Verb.REPEAT:
            return list(self._last)
        private, self.cleared = any(page.private for page in self._pages), False
        said = [*self._answer(typed, verb), *self.house.said()]
        self.cleared = private and not any(page.private for page in self._pages)
        return self._say(said)

    def leave_quickly(self) -> list[str]:
        """The quick exit: keep the play, remember that one left, and show the tide table."""
        self.house.leave_quickly()
        self._put_away(quickly=True)
        self.ended = self.gone = True
        return list(tide_table(self.house.today(), self.house.words))

    def close(self) -> list[str]:
        """The end of what is typed, or « quitter »: the play is kept, and that is said."""
        self._put_away()
        self.ended = True
        had = self.house.sitting is not None
        kept = self.house.end_sitting()
        words = self.house.words
        return [*self.house.said(), words("text.kept" if had and kept else "text.nothing_kept")]

    # ---- what is said ------------------------------------------------------

    def _say(self, lines: Iterable[str]) -> list[str]:
        said = [line for line in lines if line]
        self._last = [] if self.gone else said
        return said

    def _whole(self) -> Iterator[str]:
        """The page in full, with its list."""
        yield from self.house.said()
        yield from self.page.told(self.house)
        yield from self._list(self.entries)

    def _list(self, entries: list[Entry]) -> Iterator[str]:
        head = ""
        for number, entry in enumerate(entries, start=1):
            if entry.head != head:
                head = entry.head
                yield head
            yield self.house.words("text.entry", number=number, label=entry.label)
        self._listed = [entry.act for entry in entries]

    def _changed(self) -> Iterator[str]:
        """The list, where it offers something else than the one that was read last, and nothing is being said."""
        entries = self.entries
        if entries and not self.page.quiet(self.house) and [entry.act for entry in entries] != self._listed:
            yield from self._list(entries)

    # ---- what was typed ----------------------------------------------------

    def _asked_back(self, verb: Verb | None) -> Iterator[str]:
        if verb is not Verb.RESUME:
            yield from tide_table(self.house.today(), self.house.words)
            return
        self.house.asked_back()
        self._neutral = False
        yield from self._whole()

    def _answer(self, typed: str, verb: Verb | None) -> Iterator[str]:
        words = self.house.words
        if not typed.strip():
            act = self.page.enter(self.house)
            yield from self._act(act) if act is not None else [words("text.not_here")]
            return
        if verb is not None:
            yield from self._verb(verb)
            return
        if self.house.sitting is not None and (asked := searched(typed, words)):
            yield from self._open(FoundPage(asked))
            return
        entries = self.entries
        number = number_of(typed)
        found = matching(typed, [entry.label for entry in entries]) if number is None else [number - 1]
        if len(found) > 1:
            yield words("text.which", typed=_shown(typed))
            yield from (words("text.entry", number=n + 1, label=entries[n].label) for n in found)
        elif found and 0 <= found[0] < len(entries):
            act = entries[found[0]].act
            yield from self._act(act) if act is not None else [entries[found[0]].label]
        else:
            yield words("text.not_understood", typed=_shown(typed))

    def _verb(self, verb: Verb) -> Iterator[str]:
        words, sitting = self.house.words, self.house.sitting
        if verb is Verb.HELP:
            yield from self._open(HelpPage())
        elif verb is Verb.SETTINGS:
            yield from self._open(SettingsPage())
        elif verb is Verb.WHAT:
            yield from self._whole()
        elif verb is Verb.CLOSE:
            yield from self._act(Shut())
        elif verb is Verb.LEAVE:
            yield from self._act(Leave())
        elif verb is Verb.TITLE:
            yield from self._act(Home(TitlePage()))
        elif verb is Verb.SAVES and self.house.saves is not None:
            yield from self._open(SavesPage())
        elif verb is Verb.EPISODES and len(self.house.folders) > 1:
            yield from self._open(EpisodesPage())
        elif verb is Verb.DESK and self.house.make_desk is not None:
            yield from self._open(DeskPage(self.house.make_desk))
        elif sitting is None:
            can = verb is Verb.RESUME and any(entry.act == Resume() for entry in self.entries)
            yield from self._act(Resume()) if can else [words("text.not_here")]
        elif verb in PAGES:
            yield from self._open(PAGES[verb]())
        elif verb is Verb.QUIZ and self.house.story.quiz is not None:
            yield from self._open(QuizPage(self.house.story.quiz))
        elif verb is Verb.ITEMS and self.house.story.questionnaire is not None:
            yield from self._open(ItemsPage(self.house.story.questionnaire))
        elif verb is Verb.SEARCH:
            yield words("text.search_for")
        else:
            yield from self._through(verb)

    def _through(self, verb: Verb) -> Iterator[str]:
        """The words that move through lines."""
        words, sitting = self.house.words, self.house.sitting
        assert sitting is not None  # noqa: S101 `_verb` answered without one
        before = sitting.moment
        if verb in (Verb.BACK, Verb.FORWARD):
            moved = sitting.back() if verb is Verb.BACK else sitting.forward()
            yield words(f"text.{verb}_{'at' if moved else 'stop'}")
            if moved:
                yield from self._to_story(None)
        elif verb is Verb.SKIP_READ:
            count = len(sitting.walk)
            sitting.skip_read()
            count = len(sitting.walk) - count
            yield words("text.skipped_read", count=count) if count else words("text.skip_read_none")
            if count:
                yield from self._to_story(before)
        elif verb is Verb.SKIP:
            yield from self._act(SkipScene()) if before.allows(SkipScene()) else [words("text.skip_none")]
        elif verb is Verb.BOARD:
            act = next((entry.act for entry in StoryPage().entries(self.house) if entry.label == words("play.board")), None)
            yield from self._act(act) if act is not None and isinstance(self.page, StoryPage) else [words("text.not_here")]
        else:
            yield words("text.not_here")

    # ---- what is done ------------------------------------------------------

    def _open(self, page: Page) -> Iterator[str]:
        if type(page) is type(self.page) and not isinstance(page, FoundPage):
            self._pages.pop().leave(self.house, quickly=False)
        self._pages.append(page)
        yield from self._whole()

    def _act(self, act: Act) -> Iterator[str]:
        match act:
            case Open(page):
                yield from self._open(page)
            case Shut():
                yield from self._shut()
            case Home(page):
                self.house.end_sitting()
                self._put_away(page)
                yield from self._whole()
            case Leave():
                yield from self.close()
            case Turn(change):
                change()
                yield from self._shut() if self.page.over(self.house) else self._whole()
            case Begin(path):
                self.house.begin(path)
                yield from self._begun()
            case Resume(slot):
                yield from self._whole() if self.house.resume(slot) is None else self._begun()
            case Switch(number):
                self.house.switch(self.house.installed()[number])
                self._put_away(TitlePage())
                yield from self._whole()
            case Set(name, value):
                self.house.set(name, value)
                yield self.house.words("text.settings_done")
                yield from self._whole()
            case Return(told):
                if self.house.sitting is not None and self.house.sitting.return_to(told):
                    yield self.house.words("text.back_at")
                yield from self._to_story(None)
            case _:
                yield from self._do(act)

    def _shut(self) -> Iterator[str]:
        if len(self._pages) == 1:
            yield self.house.words("text.not_here")
            return
        self._pages.pop().leave(self.house, quickly=False)
        if isinstance(self.page, StoryPage):
            yield from self.house.said()
            yield from present_line(self.house)
            yield from self._changed()
        else:
            yield from self._whole()

    def _begun(self) -> Iterator[str]:
        self._put_away(TitlePage(), StoryPage())
        yield from self._whole()

    def _put_away(self, *pages: Page, quickly: bool = False) -> None:
        """Every page is left; these take their place."""
        for page in self._pages:
            page.leave(self.house, quickly=quickly)
        self._pages = list(pages) or self._pages[:1]

    def _to_story(self, before: Moment | None) -> Iterator[str]:
        """Put what lies over the story away, and say what is new since `before`."""
        self._put_away(TitlePage(), StoryPage())
        now = self.house.sitting.moment if self.house.sitting is not None else None
        if now is None:
            return
        if before is None:
            yield from present_line(self.house)
        else:
            yield from news(before, now, self.house.words)
        yield from self._changed()

    def _do(self, command: object) -> Iterator[str]:
        """A command of the core, or a change of the workshop's picture; then what is new."""
        sitting, words = self.house.sitting, self.house.words
        if sitting is None:
            return
        before = sitting.moment
        if isinstance(command, Try):
            sitting.try_change(command.choice)
        else:
            sitting.do(command)  # type: ignore[arg-type]  # the reader's own acts were answered above
        now = sitting.moment
        if isinstance(command, StampClue) and isinstance(self.page, CluePage):
            yield self.page.done(self.house, command.stamp)
            yield from self._changed()
            return
        if isinstance(command, PlaceCard | SayHowSure) and now.activity == "board":
            if isinstance(command, SayHowSure) or command.card is None or now.line is not None:
                self._put_away(TitlePage(), StoryPage())
            yield from news(before, now, words)
            yield from self._changed()
            return
        if isinstance(command, Travel | CommitBoard) or not isinstance(self.page, StoryPage):
            self._put_away(TitlePage(), StoryPage())
        yield from news(before, now, words)
        if before.activity != now.activity or (now.place and before.place and now.place.id != before.place.id):
            self._listed = []  # the same words elsewhere are read out again
        elif before.line is not None and now.line is None:
            self._listed = []  # and after lines, which lie between what can be done and whoever reads
        yield from self._changed()


def _shown(typed: str) -> str:
    """What was typed, said back: its beginning, without keys that a terminal would obey."""
    return "".join(sign for sign in typed.strip()[:60] if sign.isprintable())
