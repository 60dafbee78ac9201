"""How much time is there: one ticket a path, and before it, in class, the sentences without marks.

Room: game/view/screens. Reads the episode's paths; the one a class plays by default is marked and has the focus. Nobody's answer is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.content.episode import Episode, PathInfo
from game.content.vocabulary import PathId
from game.view.geometry import Box
from game.view.screen import Move, Open, Screen
from game.view.screens.turning import TurningScreen
from game.view.scroll import scrolled
from game.view.ui import Ui
from game.view.widgets.basic import button, button_width, closing, key_cap, name_tape
from game.view.widgets.scene import night

TICKETS = Box(90, 160, 1740, 770)
GAP = 36.0
FIRST = 14.0  # how much the ticket that a class takes stands out on each side


@dataclass(frozen=True, slots=True)
class Depart:
    """Begin on this path."""

    path: PathId


class DepartureScreen(TurningScreen):
    """The tickets. `begin` starts a play on a path; `sentences` opens the items of before and after, in class only."""

    name = "departure"

    def __init__(self, episode: Episode, begin: Callable[[PathId], Move], sentences: Callable[[], Screen] | None) -> None:
        super().__init__()
        self._episode, self._begin, self._sentences = episode, begin, sentences

    @property
    def focus(self) -> str:
        return f"path/{self._episode.class_path}"

    def sheet(self, ui: Ui) -> None:
        words = ui.words
        night(ui)
        name_tape(ui, 90, 24, words("departure.title"))
        closing(ui, 1850, 24, "close")
        foot = ui.bottom - 24
        high = max(84.0, 50 * ui.text_scale + 20)
        if self._sentences is not None:
            label = words("departure.sentences")
            box = Box(90, foot - high, min(1740.0, max(420.0, button_width(ui, label))), high)
            button(ui, "departure/sentences", box, label, "sentences", icon="pencil", seed=9)
            foot -= high + 24
        if ui.text_scale > 1.3:
            self._list(ui, Box(90, 140, 1740, foot - 140))
            return
        paths = self._episode.paths
        w = min(560.0, (TICKETS.w - GAP * (len(paths) - 1)) / len(paths))
        x = 960 - (w * len(paths) + GAP * (len(paths) - 1)) / 2
        for n, (name, path) in enumerate(paths.items(), start=1):
            box = Box(x, TICKETS.y, w, min(TICKETS.h, foot - TICKETS.y - 20))
            self._ticket(ui, name, path, box if name != self._episode.class_path else box.inset(-FIRST), n)
            x += w + GAP

    def _voice(self, ui: Ui, name: PathId, path: PathInfo) -> str:
        words = ui.words
        said = [words.line(path.name.id), words("departure.minutes", minutes=path.minutes)]
        if name == self._episode.class_path:
            said.append(words("departure.default"))
        return ". ".join((*said, ", ".join(words.line(stop.id) for stop in path.stops)))

    def _ticket(self, ui: Ui, name: PathId, path: PathInfo, box: Box, number: int) -> None:
        """A ticket of the coast's bus: how long, which stops, a stub to tear off."""
        c, words = ui.canvas, ui.words
        look = ui.target(f"path/{name}", box, self._voice(ui, name, path), Depart(name), keys=(str(number),))
        b = box.moved(0, 4 if look.pressed else -4 if look.lifted else 0)
        first = name == self._episode.class_path  # the one that a class takes looks it: larger, brighter, its stub ready to tear
        c.sheet(b, "surface_raised" if first or look.lifted else "surface", number + 2, 14 if look.lifted or first else 5)
        left, w = b.x + 46, b.w - 92
        if first:
            c.rect(Box(b.x, b.y + 18, 12, b.h - 36), "accent")
        head = b.y + (FIRST if first else 0)
        ui.line(left, head + 136, str(path.minutes), ui.style("number", 0.62), "accent")
        beside = left + ui.width(str(path.minutes), ui.style("number", 0.62)) + 24
        ui.line(beside, head + 136, words("departure.unit"), "h2", "text_soft")
        y = head + 166
        label = words.line(path.name.id)
        style = ui.fitted(label, "h2", w)
        if look.lifted:
            c.marker(Box(left - 8, y + 8, c.letters.width(label, style) + 24, style.size * 0.9), "highlight", number)
        c.line(left, y + style.size, label, style, "text")
        self._stops(ui, path, left, y + style.size * 1.75, w)
        tear = b.bottom - 128
        c.stitch(b.x + 24, b.right - 24, tear, "edge")
        self._stub(ui, b, tear, number, lifted=look.lifted or first)
        if look.focus:
            c.focus_ring(b, 12, 4)
        if first:
            label = words("departure.default")
            style = ui.fitted(label, "strong", w)
            wide = c.letters.width(label, style) + 64
            at = b.right - wide / 2 - 14, b.y + 8  # over its edge: clear of the figure, however long the words
            c.tape(at, wide, 66, 1.4, "tape")
            c.turned(at, label, style, "text", 1.4)

    def _stops(self, ui: Ui, path: PathInfo, x: float, y: float, w: float) -> None:
        """The line of the bus, a disc a stop."""
        c, tops = ui.canvas, []
        for stop in path.stops:
            tops.append(y)
            y += ui.block(x + 44, y, w - 44, ui.words.line(stop.id), "body") + 2
        step = ui.style("body").size * ui.style("body").leading / 2
        if tops:
            c.rect(Box(x + 13, tops[0] + step, 6, tops[-1] - tops[0]), "rule")
        for top in tops:
            c.disc((x + 16, top + step), 12, "edge")
            c.disc((x + 16, top + step), 7, "surface_raised")

    def _stub(self, ui: Ui, b: Box, tear: float, number: int, *, lifted: bool) -> None:
        """« Partir », with its key."""
        c, words = ui.canvas, ui.words
        foot = Box(b.x + 46, tear + 26, b.w - 92, 78)
        c.sheet(foot, "accent" if lifted else "bar", number, 4)
        c.icon("go", foot.x + 24, foot.y + 17, 44, "on_accent" if lifted else "on_bar", "accent" if lifted else "bar")
        ui.line(foot.x + 86, foot.y + 50, words("departure.go"), "label", "on_accent" if lifted else "on_bar")
        key_cap(ui, foot.right - 68, foot.y + 16, str(number))

    def _list(self, ui: Ui, area: Box) -> None:
        """Large text: one path a row, its words under it."""
        words = ui.words
        with scrolled(ui, "departure/scroll", area, self._scroll) as inside:
            y = inside.y + 8
            for n, (name, path) in enumerate(self._episode.paths.items(), start=1):
                label = f"{words.line(path.name.id)}, {words('departure.minutes', minutes=path.minutes)}"
                high = max(100.0, 62 * ui.text_scale)
                about = [words.line(stop.id) for stop in path.stops]
                if name == self._episode.class_path:
                    about.insert(0, f"({words('departure.default')})")
                w = inside.w - 12
                under = sum(ui.height(w - 80, one, "body") for one in about)
                ui.canvas.sheet(Box(inside.x, y, w, high + under + 56), "surface", n, 6)
                box = Box(inside.x + 20, y + 16, w - 40, high)
                voice = self._voice(ui, name, path)
                button(ui, f"path/{name}", box, label, Depart(name), icon="go", key=str(n), seed=n, voice=voice)
                top = y + high + 30
                for one in about:
                    top += ui.block(inside.x + 40, top, w - 80, one, "body", "text_soft")
                y += high + under + 76
            inside.foot = y

    def on(self, signal: object) -> Move:
        match signal:
            case Depart(path):
                return self._begin(path)
            case "sentences" if self._sentences is not None:
                return Open(self._sentences())
        return super().on(signal)
