"""One run of the window: which screen comes first, and how they lead to each other.

Room: game/view. Everything is passed in by `cli`; this module only joins screens, the sitting and the desk.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.vocabulary import Mode, PathId
from game.content.words import Words
from game.session.clock import Clock
from game.session.jobs import Jobs
from game.session.notices import Notice
from game.session.paths import Paths
from game.session.quick_exit import ask_back, note_left_quickly, was_left_quickly
from game.session.settings import LoadedSettings, keep_settings
from game.session.slots import AUTOSAVE, any_kept, is_kept
from game.session.whole import NotKeptError
from game.view.fixtures import Appearance, Fixtures
from game.view.screen import Home, Move, Open, Screen, Shut
from game.view.screens.title import TitleActions, TitleScreen

if TYPE_CHECKING:  # the title is drawn before the story, its rules and the other screens are read: see `warm`
    from game.content.help import Help
    from game.content.story import Story
    from game.session.saves import Saves
    from game.session.session import Session
    from game.session.walkthrough import Walkthrough
    from game.view.audio import Audio
    from game.view.bench_kind import Bench
    from game.view.episode_room import EpisodeRoom
    from game.view.screens.help import HelpScreen
    from game.view.screens.takehome import Card


# what the title does without and the story needs; then what the desk needs
WARMED = (
    "game.session.session",
    *(f"game.view.screens.{name}" for name in ("help", "menu", "notebook", "settings", "story")),
)
WARMED_FOR_THE_DESK = ("game.view.screens.desk", "reporting.client.room", "reporting.client.routes", "reporting.client.runner")


@dataclass
class Run:
    """What one run of the window works with. `desk` is None in class mode: no desk, no service, no file browser."""

    root: Path
    read_story: Callable[[], Story]  # the same one every time; the first time takes a while
    words: Callable[[str], Words]
    read_help: Callable[[], Help]
    paths: Paths
    loaded: LoadedSettings
    jobs: Jobs
    clock: Clock
    seed: int
    desk: Callable[[Callable[[], Move]], Screen] | None
    open_saves: Callable[[], Saves] | None  # None keeps nothing
    notices: list[Notice] = field(default_factory=list)
    sitting: Session | None = None
    bench: Bench | None = None  # what an author has, in a checkout
    strict: bool = False  # … to whom a text without a translation is shown as such
    start: Walkthrough | None = None  # where an author asked to begin
    episodes: EpisodeRoom | None = None  # what is installed; None knows the one story only
    audio: Audio | None = None  # None is silent
    closing: list[Callable[[], None]] = field(default_factory=list)  # what has to be ended with the window: the exercise's service

    @property
    def story(self) -> Story:
        """The story, read now if it was not yet. raises: ContentError."""
        return self.read_story()

    def warm(self) -> None:
        """Read what the title did without, while somebody looks at it. Meant for a thread. raises: ContentError."""
        for room in WARMED:
            import_module(room)
        self.read_help()
        self.read_story()
        if self.desk is not None:  # so that its first opening does not hold the window up
            for room in WARMED_FOR_THE_DESK:
                import_module(room)
        self.words(self.loaded.settings.language).line("")

    # ---- screens ----------------------------------------------------------

    def first(self) -> Screen:
        """The title; or, after a quick exit, the neutral page with its explicit « reprendre »."""
        if self.starts_neutral:
            from game.view.screens.resume import ResumeScreen

            return ResumeScreen(self.today(), self._asked_back)
        return self.title() if self.start is None else self._started(self.start)

    def _started(self, start: Walkthrough) -> Screen:
        """The story, where an author asked to begin. Nothing of this play is kept."""
        from game.session.session import Session
        from game.session.walkthrough import play

        _, done = play(self.story, start)
        self.sitting, _ = Session.start(self.story, start.path, start.mode, start.seed, None, self.clock, jobs=self.jobs)
        for command, _ in done:
            self.sitting.do(command)
        return self._story(self.sitting)

    @property
    def starts_neutral(self) -> bool:
        """Whether the last sitting ended by the quick exit, and nobody has asked for it back."""
        return was_left_quickly(self.paths)

    def _asked_back(self) -> Screen:
        ask_back(self.paths)
        return self.title()

    def title(self) -> Screen:
        """The poster; the play is kept before it is shown."""
        if self.sitting is not None:
            self.sitting.close()
            self.notices.extend(self.sitting.take_notices())
            self.sitting = None
        words = self.words(self.loaded.settings.language)
        said = tuple(words(n.word, **n.blanks) for n in self.notices)
        self.notices.clear()
        return TitleScreen(self._title_actions, class_mode=self.loaded.settings.class_mode, notices=said, named=self._named)

    def _named(self) -> str | None:
        """What the open episode is called; None for the game's own."""
        return self.episodes.title() if self.episodes is not None else None

    def _title_actions(self) -> TitleActions:
        can = self.open_saves is not None and is_kept(self.paths.saves, AUTOSAVE)
        listed = self.open_saves is not None and any_kept(self.paths.saves)
        return TitleActions(
            self._begin,
            self._resume if can else None,
            self.settings,
            self.help_screen,
            self.saves if listed else None,
            self._to_desk if self.desk is not None else None,
            self.episodes.offer(self.words(self.loaded.settings.language)) if self.episodes is not None else None,
        )

    @property
    def _mode(self) -> Mode:
        """Where one plays now."""
        return "class" if self.loaded.settings.class_mode else "home"

    def _begin(self) -> Move:
        """Ask how much time there is, where the episode has several paths."""
        episode = self.story.episode
        if len(episode.paths) < 2:
            return self._depart(episode.class_path)
        from game.view.screens.departure import DepartureScreen

        return Open(DepartureScreen(episode, self._depart, self._sentences))

    @property
    def _sentences(self) -> Callable[[], Screen] | None:
        """The items of before and after; in class only, where an adult reads the room's answers with the room."""
        from game.view.screens.questionnaire import QuestionnaireScreen

        items = self.story.questionnaire if self.loaded.settings.class_mode else None
        return partial(QuestionnaireScreen, items) if items is not None else None

    def _depart(self, path: PathId) -> Move:
        from game.session.session import Session

        saves = self.open_saves() if self.open_saves is not None else None
        self.sitting, _ = Session.start(self.story, path, self._mode, self.seed, saves, self.clock, jobs=self.jobs)
        return Home(self._story(self.sitting))

    def _resume(self, slot: str = AUTOSAVE) -> Move:
        """Take up the play in a slot; it goes on in the automatic one. The play under way is kept first."""
        from game.session.saves import BrokenSaveError, NewerSaveError, NoSaveError
        from game.session.session import Session

        if self.open_saves is None:
            return None
        if self.sitting is not None and slot == AUTOSAVE:
            return Home(self._story(self.sitting))
        if self.sitting is not None:
            self.sitting.close()
            self.notices.extend(self.sitting.take_notices())
            self.sitting = None
        try:
            self.sitting, _ = Session.resume(
                self.story, self.open_saves(), self.clock, jobs=self.jobs, slot=slot, into=AUTOSAVE, mode=self._mode
            )
        except (NoSaveError, BrokenSaveError, NewerSaveError) as error:
            self.notices.append(error.notice)
            return Home(self.title())
        return Home(self._story(self.sitting))

    def saves(self) -> Screen:
        """The list of saves."""
        from game.view.screens.saves import SavesScreen
        from game.view.slots import SlotRoom

        return SavesScreen(SlotRoom(self, self._resume).doors())

    def _story(self, sitting: Session) -> Screen:
        from game.view.screens.breathe import BreatheScreen
        from game.view.screens.notebook import NotebookScreen
        from game.view.screens.story import StoryDoors, StoryScreen

        doors = StoryDoors(
            lambda: NotebookScreen(sitting),
            self.menu,
            self._after,
            lambda: self.loaded.settings.auto_read,
            lambda: Home(self.title()),
            self._sentences,
            self._card,
            self._sounded,
            partial(BreatheScreen, self.help_screen),
        )
        return StoryScreen(sitting, doors)

    def _sounded(self, sound: str) -> None:
        if self.audio is not None:
            self.audio.cue(sound)

    def _card(self) -> Card:
        """What stands on the take-home card in this country."""
        from game.view.screens.takehome import Card
        from reporting.client.routes import load_routes

        country = self.loaded.settings.country
        return Card(self.read_help().lines(country.lower()), load_routes().doors(country.upper()))

    def _to_desk(self) -> Move:
        """From the title straight to the desk: for somebody who has something to report, or a receipt to follow."""
        return Open(self.desk(lambda: Home(self.title()))) if self.desk is not None else None

    def _after(self) -> Move:
        """The story is over: at home the desk, outside the story; in class the title."""
        return Home(self.title()) if self.desk is None else Open(self.desk(Shut))

    def help_screen(self) -> HelpScreen:
        """F1: the country's lines, and the next country's unless the school has chosen."""
        from game.content.help import ELSEWHERE
        from game.view.screens.help import Abroad, HelpScreen

        lines, country = self.read_help(), self.loaded.settings.country.lower()
        if "country" in self.loaded.locked:
            return HelpScreen(lines.lines(country))
        known = lines.known()
        at = country if country in known else ELSEWHERE

        def onward() -> HelpScreen:
            self._set("country", known[(known.index(at) + 1) % len(known)].upper())
            return self.help_screen()

        return HelpScreen(lines.lines(country), Abroad(at, onward))

    def menu(self) -> Screen:
        """Esc, when nothing else is open."""
        from game.view.screens.breathe import BreatheScreen
        from game.view.screens.credits import CreditsScreen
        from game.view.screens.history import HistoryScreen
        from game.view.screens.menu import MenuDoors, MenuScreen
        from game.view.screens.questionnaire import QuestionnaireScreen
        from game.view.screens.quiz import QuizScreen

        story = self.sitting.story if self.sitting is not None else None
        quiz = story.quiz if story is not None else None
        items = story.questionnaire if story is not None else None
        return MenuScreen(
            MenuDoors(
                self.settings,
                self.help_screen,
                self.title,
                self.saves if self.open_saves is not None else None,
                partial(QuizScreen, quiz, story.facts) if story is not None and quiz is not None else None,
                partial(QuestionnaireScreen, items) if items is not None else None,
                partial(HistoryScreen, self.sitting, lambda: self.loaded, self._set) if self.sitting is not None else None,
                partial(BreatheScreen, self.help_screen),
                partial(CreditsScreen, story.credits) if story is not None and story.credits else None,
                playing=self.sitting is not None,
            )
        )

    def settings(self) -> Screen:
        """The settings, kept as soon as they change."""
        from game.view.screens.settings import SettingsScreen

        return SettingsScreen(lambda: self.loaded, self._set)

    def _set(self, name: str, value: object) -> None:
        self.loaded = self.loaded.changed(**{name: value})
        try:
            keep_settings(self.paths, self.loaded)
        except NotKeptError as error:
            self.notices.append(error.notice)

    def now(self) -> Screen:
        """Where the play stands; the title where none is under way."""
        return self._story(self.sitting) if self.sitting is not None else self.title()

    def _past_fall(self, to: Callable[[], Screen]) -> Move:
        if self.bench is not None:
            self.bench.onward()
        return Home(to())

    def broken(self, error: Exception, fallen: Screen) -> Screen:
        """Something of ours failed on a screen: keep the play, write it down without names, and say it. raises: ContentError, for `cli`."""
        from game import __version__
        from game.content.diagnostics import ContentError
        from game.session.log import outline, write_crash_report
        from game.view.screens.broken import Aftermath, BrokenScreen

        if isinstance(error, ContentError):
            raise error
        kept: bool | None = None
        at_work = self.bench is not None and self.sitting is not None and fallen.name != "broken"  # an author mends and goes on
        if self.sitting is not None:
            try:
                kept = self.sitting.keep_now() if at_work else self.sitting.close()
            except Exception:  # noqa: BLE001 - the sitting itself may be what broke
                kept = False
            if not at_work:
                self.sitting = None
        if self.bench is not None:
            self.bench.fell(error)
        written = write_crash_report(self.paths, error, self.clock, version=__version__)
        report = "\n".join([written.name, "", *outline(error)]) if written is not None else ""
        at_desk = fallen.name == "desk"
        resume: Callable[[], Move] | None = None
        if at_desk:
            resume = lambda: Home(fallen)  # noqa: E731 - the desk is a value: what was typed there is still in it
        elif at_work:
            resume = lambda: self._past_fall(self.now)  # noqa: E731 - as it stands, in the story as it was read last
        elif kept is not None and self.open_saves is not None and is_kept(self.paths.saves, AUTOSAVE):
            resume = self._resume
        return BrokenScreen(Aftermath(kept, at_desk, report, trial=self.open_saves is None), resume, lambda: self._past_fall(self.title))

    # ---- what the window is given -----------------------------------------

    def today(self) -> date:
        """The local day, for the tide table."""
        return self.clock.now().astimezone().date()

    def appearance(self) -> Appearance:
        """The settings, as the window reads them."""
        s = self.loaded.settings
        theme = "contrast" if s.contrast == "high" else "paper"
        return Appearance(s.language, s.text_size / 100, theme, s.motion == "full", s.full_screen, s.plain_hand)

    def neutral(self) -> Screen:
        """The quick exit's page."""
        from game.view.screens.neutral import NeutralScreen

        return NeutralScreen(self.today())

    def left(self) -> None:
        """Quick exit: remember that it happened, forget what was typed. Quick, and never raises."""
        note_left_quickly(self.paths)
        if self.sitting is not None:
            with suppress(Exception):
                self.sitting.close()

    def close(self) -> None:
        """The window closed: keep the play, end what was started. Never raises."""
        if self.sitting is not None:
            with suppress(Exception):
                self.sitting.close()
        if self.audio is not None:
            with suppress(Exception):
                self.audio.close()
        for end in self.closing:
            with suppress(Exception):
                end()

    def fixtures(self) -> Fixtures:
        """All that a window needs."""
        return Fixtures(
            fonts=self.root / "assets" / "fonts",
            baked=self.root / "assets" / "baked",
            appearance=self.appearance,
            words=lambda locale: self.words(locale),  # another episode brings other words
            work=self.jobs,
            help=self.help_screen,
            menu=self.menu,
            neutral=self.neutral,
            leaving=self.left,
            own_art=lambda: self.episodes.own_art if self.episodes is not None else None,
            named=self._named,
            bench=self.bench,
            audio=self.audio,
            broken=self.broken,
        )
