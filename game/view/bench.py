"""What an author has in the window, in a checkout only: files read again when they are saved, and the play written down by a key.

Room: game/view. A fault in a file lies over the page with its place, its line and a caret, and the last good story goes on beneath.
Drawn by the window over whatever is shown, but never over the neutral page; a class and an installed copy have no bench. What is heavy is
imported when it is needed: the title is drawn with a bench too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.root import words_root
from game.content.words import Words, load_words
from game.session.jobs import Cancelled, Done, Failed, Outcome, Progress
from game.session.watch import Watch
from game.session.whole import NotKeptError
from game.view.bench_kind import NAME, Found
from game.view.geometry import Box
from game.view.screen import Home, Move
from game.view.ui import Ui
from game.view.widgets.basic import button

if TYPE_CHECKING:
    from game.content.diagnostics import Diagnostic
    from game.content.story import Story
    from game.session.rereading import Fresh
    from game.view.play import Run

TOP = 96.0  # under the bar: what one answers stands lower
SHOWN_FOR = 8.0  # seconds that a message stays
OTHERS = 6  # faults beside the first whose places are listed


class Bench:
    """The author's side of one run. `recordings` is the folder for walkthroughs; `watching` looks for files that were saved."""

    def __init__(
        self,
        run: Run,
        recordings: Path,
        *,
        watching: bool,
        say: Callable[[Diagnostic, str], str] = lambda fault, _: fault.message,
        hint: Callable[[Diagnostic, str], str | None] = lambda fault, _: fault.hint,
    ) -> None:
        """`say` words a fault in a language, and `hint` what might be meant; without them the fault's own English is shown."""
        self._run, self._recordings, self._worded, self._hint = run, recordings, say, hint
        self._root = self._now
        self._watch = Watch(self._folders()) if watching else None
        self._faults: tuple[Diagnostic, ...] = ()
        self._said: tuple[str, dict[str, str]] | None = None
        self._until, self._time = 0.0, 0.0
        self._reading = self._again = False
        self._fell = ""  # what kept a page from being drawn, and where the play stood
        self._found = Found.NOTHING

    @property
    def _now(self) -> Path:
        """The episode that is open."""
        return self._run.episodes.now if self._run.episodes is not None else self._run.root

    def _folders(self) -> tuple[Path, ...]:
        root = self._root
        return (root / "scenes", root / "story", root / "assets" / "baked", words_root())

    # ---- files that were saved ---------------------------------------------

    def tick(self, now: float) -> Found:
        """Look at the files, each half second; read what changed in the background; let a message go."""
        self._time = now
        if self._watch is not None and self._root != self._now:
            self._root = self._now
            self._watch, self._faults = Watch(self._folders()), ()
        if self._watch is not None and self._watch.look(now):
            self._read()
        found, self._found = self._found, Found.NOTHING
        if self._said is not None and now > self._until:
            self._said = None
            found = Found.CHANGED if found is Found.NOTHING else found
        return found

    def _read(self) -> None:
        """Read the episode in the background; once more if a file was saved meanwhile."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        root = self._root

        def work(progress: Progress, cancelled: Cancelled) -> Fresh:
            from game.session.rereading import read_again

            del progress, cancelled
            return read_again(root)

        self._run.jobs.submit(work, partial(self._take, root), name="bench")

    def _take(self, root: Path, outcome: Outcome[Fresh]) -> None:
        self._reading = False
        if self._again:
            self._again = False
            self._read()
            return
        match outcome:
            case Done(fresh):
                self._faults = fresh.faults
                if fresh.story is not None and root == self._now:
                    self._tell(root, fresh.story, fresh.words)
                self._found = Found.ANEW if fresh.story is not None else Found.CHANGED
            case Failed(error):
                raise error
            case _:
                pass

    def _tell(self, root: Path, story: Story, words: Mapping[str, Words]) -> None:
        """Go on in the new story, where the play stands."""
        from game.core.events import Moved
        from game.core.migrations import StateError

        run = self._run
        moved: tuple[str, ...] = ()
        if run.sitting is not None:
            try:
                events = run.sitting.retell(story)
            except StateError as error:  # the id of the episode changed: the play stays in the old story, and it is said
                self._say("bench.other", why=str(error))
                return
            moved = tuple(name for event in events if isinstance(event, Moved) for name in event.unknown)
        known = dict(words)
        run.read_story = lambda: story
        run.words = lru_cache(maxsize=4)(lambda locale: known.get(locale) or load_words(locale, root, story=story, strict=True))
        if moved:
            self._say("bench.moved", names=", ".join(moved))
        else:
            self._say("bench.read")

    def _say(self, word: str, **blanks: str) -> None:
        self._said, self._until = (word, blanks), self._time + SHOWN_FOR

    # ---- a page that fell ------------------------------------------------------

    def fell(self, error: Exception) -> None:
        """Say over what is shown instead which line the play stood at, and what the code says of it."""
        said = "".join(letter if letter.isprintable() else "?" for letter in f"{type(error).__name__}: {error}")
        where = self._where()
        self._said, self._fell = None, f"{where}: {said}" if where else said

    def _where(self) -> str:
        """The file, line and column of what is said just now; of the place where nothing is."""
        sitting = self._run.sitting
        if sitting is None:
            return ""
        story, state = sitting.story, sitting.state
        if state.lines and state.lines[0] in story.lines:
            return str(story.lines[state.lines[0]].mark("text"))
        place = story.places.get(state.place or "")
        return str(place.mark()) if place is not None else ""

    def onward(self) -> Move:
        """Back to where the play stands, once a file was saved again or the author asks."""
        if not self._fell:
            return None
        self._fell = ""
        return Home(self._run.now())

    # ---- the play, written down --------------------------------------------

    def record(self) -> bool:
        """Write the play so far as a walkthrough, and say where. True: there is something new to draw."""
        from game.session.recording import record

        sitting = self._run.sitting
        if sitting is None:
            self._say("bench.no_play")
            return True
        try:
            path = record(self._recordings, sitting.story, sitting.state, sitting.walk, self._run.clock.now())
        except NotKeptError as error:
            self._say(error.notice.word, **error.notice.blanks)
            return True
        self._say("bench.recorded", file=str(path))
        return True

    # ---- drawing ------------------------------------------------------------

    def draw(self, ui: Ui) -> None:
        """Over the page: the first fault, or what was said last."""
        if self._faults:
            told = next((fault for fault in self._faults if fault.hint), self._faults[0])  # a slip first, then what it made missing
            self._draw_fault(ui, told, len(self._faults))
        elif self._said is not None or self._fell:
            if self._said is not None:
                word, blanks = self._said
                text = ui.words(word, **blanks)
            else:
                text = ui.words("bench.fell", what=self._fell) if self._watch is not None else self._fell
            w = min(1500.0, max(map(ui.width, text.splitlines())) + 80)
            h = ui.height(w - 60, text, "note") + 30
            top = 6.0 if self._fell and self._said is None else TOP * max(1.0, ui.text_scale * 0.8)  # a page that fell has no bar
            box = Box((1920 - w) / 2, top, w, h)
            ui.canvas.sheet(box, "tape_cool", 2, 8)
            ui.block(box.x + 30, box.y + 14, w - 60, text, "note")

    def _draw_fault(self, ui: Ui, fault: Diagnostic, count: int) -> None:
        """Where, which rule, what; the line and its caret; a guess, as `check` prints it. Then where others are, where there is room."""
        c, k, said = ui.canvas, min(ui.text_scale, 1.4), ui.words
        mono = c.style("mono", k)
        w, step = 1800.0, mono.size * mono.leading
        inner, top = w - 80, TOP * max(1.0, ui.text_scale * 0.8)
        most = int((ui.bottom - top - 16 - 80) / step)  # rows that fit over the help strip
        head = f"{fault.mark}: {said(f'bench.{fault.severity}')} {fault.code} {fault.rule.name}"
        rows = [(line, "danger") for line in c.letters.wrap(head, mono, inner)]
        rows += [(line, "text") for line in c.letters.wrap(self._worded(fault, said.locale), mono, inner)]
        for number, text in fault.lines:
            shown, column = _part(text.replace("\t", " "), fault.column, int(inner / c.letters.width("m", mono)) - 8)
            carets = " " * (len(str(number)) + 2 + column) + "^" * _length(fault, shown, column)
            rows += [(f"{number} | {shown}", "text"), (carets, "danger")]
        hint = self._hint(fault, said.locale)
        rows += [(line, "good") for line in c.letters.wrap(hint, mono, inner)] if hint else []
        more = said("bench.goes_on" if count == 1 else "bench.more", count=str(count - 1))
        foot = [(line, "text_soft") for line in c.letters.wrap(more, mono, inner - 340)]
        others = [(f"{one.mark}: {one.code} {one.rule.name}", "text_soft") for one in self._faults if one is not fault]
        rows += [(c.letters.wrap(text, mono, inner)[0], role) for text, role in others[: max(0, min(OTHERS, most - len(rows) - len(foot)))]]
        if len(rows) + len(foot) > most:
            rows = [*rows[: most - len(foot) - 1], ("…", "text_soft")]
        rows += foot
        h = step * len(rows) + 80
        box = Box(60, top, w, h)
        c.sheet(box, "surface_raised", 3, 14)
        c.rect(box, "danger", 2, 6)
        for n, (line, role) in enumerate(rows):
            c.line(box.x + 40, box.y + 30 + mono.size + n * step, line, mono, role)
        button(ui, f"{NAME}hide", Box(box.right - 340, box.bottom - 98, 300, 80), said("bench.hide"), "hide", icon="cross")

    def on(self, signal: object) -> bool:
        """The fault was put away; it comes back with the next file that is saved, if it is still there."""
        if signal == "hide":
            self._faults = ()
        return True


def _part(text: str, column: int, widest: int) -> tuple[str, int]:
    """The part of a long line around the column, and the column within it, both from 1."""
    if len(text) <= widest:
        return text, column
    start = max(0, min(column - 1 - widest // 3, len(text) - widest))
    return text[start : start + widest], column - start


def _length(fault: Diagnostic, shown: str, column: int) -> int:
    """How many carets."""
    return max(1, min(fault.mark.length, len(shown) - column + 1))
