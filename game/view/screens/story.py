"""The story: a place, a talk, the board, the farewell, whichever the moment says.

Room: game/view/screens. Draws `sitting.moment` and answers with commands; what a command does is the core's. Found clues and
refusals are shown for a while as strips that slide over nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.core.commands import Advance, KeepLine
from game.core.events import Event, Found, PhaseBegun
from game.core.moment import CardNow, Moment
from game.session.pace import Pace
from game.view.cues import SIGNALS, cue_of
from game.view.geometry import Box
from game.view.heard import Heard
from game.view.screen import Move, Open, Screen
from game.view.screens import board, farewell, log, place, recap, takehome, talk, workshop
from game.view.screens.antenna import AntennaScreen
from game.view.screens.map import MapScreen
from game.view.screens.repairs import RepairsScreen
from game.view.screens.sitting import Sitting
from game.view.screens.thing import ThingScreen
from game.view.scroll import Scroll, Turned
from game.view.ui import Ui
from game.view.widgets import bar

SHOWN_FOR = 6.0  # seconds a found clue stays on the screen
STAYS = (Turned, KeepLine, log.Read, talk.Shut)  # what lies in a page that turns: pressed, it keeps the focus, or the page jumps back


@dataclass(frozen=True, slots=True)
class StoryDoors:
    """Where the story's screen can lead."""

    notebook: Callable[[], Screen]
    menu: Callable[[], Screen]
    leave: Callable[[], Move]  # the story is over: to the desk at home, to the title with the take-home card in class
    pace: Callable[[], str] = lambda: "off"  # how fast lines follow by themselves
    title: Callable[[], Move] = lambda: None  # the story is over, and nobody wants the desk
    sentences: Callable[[], Screen] | None = None  # the items of after; in class only
    card: Callable[[], takehome.Card] | None = None  # whom to call and where a picture is taken down, for the take-home card
    sounded: Callable[[str], None] = lambda _: None  # something happened that has a sound
    breathe: Callable[[], Screen] | None = None  # a moment away from it all


class StoryScreen(Screen):
    """One sitting, as it goes on."""

    name, reads_on = "story", True

    def __init__(self, sitting: Sitting, doors: StoryDoors) -> None:
        self._sitting, self._doors = sitting, doors
        self._found: list[str] = []
        self._shown = ""  # the place whose things all show their names
        self._phase = False  # whether a part of the day has just begun
        self._until = 0.0
        self._wait = False  # whether what was found has no room to be said at present
        self._now = 0.0
        self._talk = talk.Paging()
        self._board = board.Chosen()
        self._log = ""  # the log whose lines are turned
        self._turned = Scroll()
        self._page = 0
        self._pace, self._letters = Pace(), 0
        self._signal = ""  # how well Louna's antenna heard last
        self._recap: int | None = 0  # the page of the recap; None once it was read

    @property
    def page(self) -> str:
        """The place one is in, whether or not somebody speaks there; else the board, the log, the end."""
        now = self._sitting.moment
        if now.activity in ("place", "talk") or now.line is not None:
            return f"in {now.place.id}" if now.place is not None else "before"
        return now.activity

    @property
    def written(self) -> bool:
        """Everywhere but on the take-home card, which fills its page in some countries."""
        return not self._carded(self._sitting.moment)

    def _carded(self, now: Moment) -> bool:
        """Whether the last page is the take-home card."""
        if now.activity != "ended" or now.farewell is None or now.farewell.leads_to != "card" or self._doors.card is None:
            return False
        return now.recap is None or not now.recap.acts or self._recap is None

    @property
    def heard(self) -> Heard:
        """The place and its music; what the line tells of; both go back while there is something to read."""
        now = self._sitting.moment
        line, key = now.line, f"{now.talk}/{now.line.id}" if now.line is not None else None
        cue, words = line.cue if line is not None else None, now.activity != "place" or line is not None
        return Heard(now.heard.sound, now.heard.music, cue, key, words)

    def draw(self, ui: Ui) -> None:
        now = self._sitting.moment
        self._letters = len(ui.words.line(now.line.id)) if now.line is not None else 0
        match now.activity:
            case "place":
                place.draw(ui, now, shown=self._shown == now.place.id if now.place is not None else False)
            case "talk":
                talk.draw(ui, now, self._talk, self._sitting.comparison, self._sitting.comparing)
            case "board" | "log" if now.line is not None:
                talk.draw(ui, now, self._talk)
            case "log" if now.log is not None:
                if self._log != now.log.id:
                    self._log, self._turned = now.log.id, Scroll(still=True)
                log.draw(ui, now, now.log, self._turned)
                self._turned.still = False
            case "board":
                board.draw(ui, now, self._board)
            case "ended" if now.recap is not None and now.recap.acts and self._recap is not None:
                recap.draw(ui, now.recap, self._recap)
            case "ended" if self._carded(now) and self._doors.card is not None:
                takehome.draw(ui, now, self._doors.card(), sentences=self._doors.sentences is not None)
            case "ended":
                farewell.draw(ui, now, self._page)
        if now.activity in ("place", "talk", "log", "ended") or (now.activity == "board" and now.line is not None):
            sitting = self._sitting
            bar.draw(ui, now, back=sitting.can_go_back, forward=sitting.can_go_forward, read=sitting.can_skip_read)
        if now.activity in ("place", "talk", "log"):
            self._toast(ui, now)

    def _toast(self, ui: Ui, now: Moment) -> None:
        """The part of the day that began; the title and the drawing of what was just noted, whose words are read in the notebook. They
        stand where no words and nothing to press are; where there is no such place, they wait."""
        waited = self._wait
        self._wait = False
        if self._phase and now.progress.phase_name:
            text = ui.words.line(now.progress.phase_name)
            big = ui.style("hand-big").size
            w, top = ui.width(text, "hand-big") + 90, bar.height(ui) + 30
            aside = place.names_height(ui) + 34 if now.activity == "place" else 0  # clear of what shows the names
            box = ui.free([Box(x - w / 2, y, w, big * 1.9) for y in (top + aside, top) for x in (960, 560, 1360)])
            if box is not None:
                ui.canvas.sheet(box, "tape_cool", 2, 6)
                ui.line(box.centre[0], box.y + big * 1.3, text, "hand-big", anchor="middle")
            self._wait |= box is None
        for i, card in enumerate([card for card in now.notebook if card.id in self._found][-2:]):
            self._wait |= not self._noted(ui, card, i + 3)
        if waited and not self._wait:
            self._until = self._now + SHOWN_FOR

    def _noted(self, ui: Ui, card: CardNow, seed: int) -> bool:
        """« Noté dans le carnet », the card's drawing and its title, at the right under the bar. False where it has no place."""
        note, label = ui.style("note").size, ui.style("label").size
        text = ui.words.line(card.title)
        w = max(ui.width(text), ui.width(ui.words("play.noted"), "note")) + 230
        h = max(120.0, (note + label) * 1.35 + 24)
        top = bar.height(ui) + 38
        box = ui.free([Box(x, top + down, w, h) for down in (100, 0, 100 + h + 12, h + 12) for x in (1896 - w, 24)])
        if box is None:
            return False
        ui.canvas.sheet(box, "surface_raised", seed, 10)
        ui.canvas.picture(card.picture, Box(box.x + 14, box.y + 12, 154, 96))
        foot = box.y + (h - (note + label) * 1.35) / 2 + note
        ui.line(box.x + 190, foot, ui.words("play.noted"), "note", "text_soft")
        ui.line(box.x + 190, foot + note * 0.35 + label * 1.1, text, "label")
        return True

    def on(self, signal: object) -> Move:
        self.reads_on = not isinstance(signal, STAYS)
        match signal:
            case bar.Bar.NOTEBOOK:
                self._found.clear()
                return Open(self._doors.notebook())
            case bar.Bar.ANTENNA:
                return Open(AntennaScreen(lambda: self._sitting.moment.progress.signal or "catch"))
            case bar.Bar.BREATHE if self._doors.breathe is not None:
                return Open(self._doors.breathe())
            case bar.Bar.MENU:
                return Open(self._doors.menu())
            case bar.Bar.BACK:
                self._sitting.back()
            case bar.Bar.FORWARD:
                self._sitting.forward()
            case bar.Bar.SKIP_READ:
                self._happened(self._sitting.skip_read())
            case talk.Turn():
                self._talk.turn(self._sitting.moment)
            case board.Pick():
                self._board.pick(signal)
            case recap.Turned(page_):
                self._recap = page_
            case farewell.More(page):
                self._page = page
            case farewell.Leave():
                return self._doors.leave()
            case farewell.Done():
                return self._doors.title()
            case farewell.Sentences() if self._doors.sentences is not None:
                return Open(self._doors.sentences())
            case Turned(scroll, by):
                scroll.turn(by)
            case log.Read() | talk.Shut() | workshop.Read():
                pass
            case talk.Try(choice):
                self._sitting.try_change(choice)
            case bar.Bar.MAP:
                return Open(MapScreen(self._sitting))
            case place.Ask.NAMES:
                here = self._sitting.moment.place
                self._shown = here.id if here is not None and self._shown != here.id else ""
            case place.Thing(spot):
                return Open(ThingScreen(self._sitting, spot))
            case place.Ask.REPAIRS:
                return Open(RepairsScreen(self._sitting))
            case bar.Bar.SKIP:
                self._perform(talk.SKIP)
            case _:
                self._perform(signal)  # a command of the core
        return None

    def _perform(self, command: object) -> None:
        self._happened(self._sitting.do(command))  # type: ignore[arg-type]  # screens' own signals were answered above

    def _happened(self, events: tuple[Event, ...]) -> None:
        found = [event.clue for event in events if isinstance(event, Found)]
        signal, cue = self._sitting.moment.progress.signal or "", cue_of(events)
        if signal and signal != self._signal and self._signal and cue in (None, "choice"):
            cue = SIGNALS[signal]
        self._signal = signal
        if cue is not None:
            self._doors.sounded(cue)
        self._phase = any(isinstance(event, PhaseBegun) for event in events) or (self._phase and not found)
        self._found = found or self._found
        if found or any(isinstance(event, PhaseBegun) for event in events):
            self._until = self._now + SHOWN_FOR

    def wheel(self, lines: float) -> bool:
        """Turn the log that lies open, or answers taller than the page."""
        if self._sitting.moment.activity == "log":
            return self._turned.wheel(lines)
        return self._talk.scroll.wheel(lines)

    def tick(self, now: float) -> bool:
        """Let the strip of a found clue go after a while."""
        self._now = now
        if (self._found or self._phase) and now > self._until and not self._wait:
            self._found.clear()
            self._phase = False
            return True
        return self._reads_on(now)

    def _reads_on(self, now: float) -> bool:
        """The next line, by itself, where somebody asked for that; never past an answer, and never under another screen."""
        shown = self._sitting.moment
        line = shown.line.id if shown.line is not None and shown.allows(Advance()) else None
        if not self._pace.due(self._doors.pace(), line, self._letters, now, held=self.covered or bool(shown.choices)):
            return False
        self._perform(Advance())
        return True
