"""The title: the poster, its menu, and « Reprendre » when there is something to take up again.

Room: game/view/screens. After a quick exit nothing comes back by itself: the window opens on the neutral page, see `resume.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from game.content import boxes
from game.view.geometry import HEIGHT, WIDTH, Box
from game.view.heard import Heard
from game.view.screen import Leave, Move, Open, Screen
from game.view.screens.ask import AskScreen
from game.view.ui import Ui
from game.view.widgets.basic import button, button_width
from game.view.widgets.scene import SHEET


class Pick(Enum):
    """What the title's menu offers."""

    BEGIN = auto()
    RESUME = auto()
    SAVES = auto()
    SETTINGS = auto()
    HELP = auto()
    DESK = auto()
    EPISODES = auto()
    LEAVE = auto()


@dataclass(frozen=True, slots=True)
class TitleActions:
    """What the title may start. `resume` and `saves` are None when there is nothing to take up."""

    begin: Callable[[], Move]
    resume: Callable[[], Move] | None
    settings: Callable[[], Screen]
    help: Callable[[], Screen]
    saves: Callable[[], Screen] | None = None
    desk: Callable[[], Move] | None = None  # None in class mode
    episodes: tuple[str, Callable[[], Screen]] | None = None  # what the button says; None while there is one episode only


class TitleScreen(Screen):
    """The poster. `actions` is asked again at each drawing, for a save may have appeared."""

    name = "title"
    heard, written = Heard(music="title"), True

    def __init__(
        self,
        actions: Callable[[], TitleActions],
        *,
        class_mode: bool,
        notices: tuple[str, ...] = (),
        named: Callable[[], str | None] = lambda: None,
    ) -> None:
        """`named` is the title of another episode than the game's own."""
        self._actions, self._class_mode, self._notices, self._named = actions, class_mode, notices, named

    def draw(self, ui: Ui) -> None:
        c, words, actions = ui.canvas, ui.words, self._actions()
        if ui.theme.flat:
            c.rect(SHEET, "desk")
        for layer in ("poster",) if c.art.has("title/poster") else ("back", "mid", "front"):
            if c.art.has(f"title/{layer}"):
                c.picture(f"title/{layer}", Box(0, 0, WIDTH, HEIGHT))
        name = self._named()
        if name is not None and not c.art.own("title/word"):
            self._title(ui, name)
        elif c.art.has("title/word"):
            c.picture("title/word", Box(0, 0, WIDTH, HEIGHT))
        else:
            c.line(104, 330, words("window.caption"), c.style("poster"), "on_bar")
        tag = words("title.series")
        style = c.style("hand-big")
        w = c.letters.width(tag, style) + 60
        if ui.text_scale < 1.5:  # in large text the menu stands there
            c.tape((110 + w / 2, 506), w, 66, -2.2)
            c.turned((110 + w / 2, 504), tag, style, "text", -2.2)
        menu = [
            (Pick.BEGIN, "star", "title.begin", True),
            (Pick.RESUME, "save", "title.resume", actions.resume is not None),
            (Pick.SETTINGS, "settings", "title.settings", True),
            (Pick.HELP, "help", "title.help", True),
        ]
        h, gap, under = (84.0, 16.0, 24.0) if ui.text_scale < 1.5 else (96.0, 10.0, 20.0)
        wide = max(460.0, max(ui.width(words(word)) for _, _, word, _ in menu) + 190)
        y = ui.bottom - under - len(menu) * h - (len(menu) - 1) * gap
        for n, (pick, icon, word, enabled) in enumerate(menu):
            name = f"title/{pick.name.lower()}"
            button(ui, name, Box(108, y, wide, h), words(word), pick, icon=icon, enabled=enabled, seed=n + 3)
            y += h + gap
        if actions.desk is not None:  # beside the menu: it is no part of the story
            label = words("title.desk")
            box = Box(108 + wide + 28, y - (1 if ui.text_scale < 1.5 else 2) * (h + gap), max(340.0, button_width(ui, label)), h)
            button(ui, "title/desk", box, label, Pick.DESK, icon="door", seed=7)
        if actions.saves is not None:
            w = max(380.0, ui.width(words("saves.title")) + 170)
            button(ui, "title/saves", Box(1860 - w, ui.bottom - 24 - h, w, h), words("saves.title"), Pick.SAVES, icon="save", seed=8)
        if actions.episodes is not None:
            label, top = actions.episodes[0], 150.0 if self._class_mode else 44.0
            w = min(1200.0, max(380.0, ui.width(label) + 170))
            button(ui, "title/episodes", Box(1860 - w, top, w, h), label, Pick.EPISODES, icon="notebook", seed=9)
        ui.first = "title/resume" if actions.resume else "title/begin"
        if self._class_mode:
            text = words("title.class")
            c.tape((1900 - ui.width(text) / 2 - 50, 60), ui.width(text) + 60, max(60, ui.style("label").size * 1.8), 1, "tape_cool")
            c.turned((1900 - ui.width(text) / 2 - 50, 60), text, ui.style("label"), "text", 1)
        for i, said in enumerate(self._notices[:2]):
            box = Box(1000, ui.bottom - (110 if actions.saves is None else 130 + h) - i * 110, 880, 96)
            c.sheet(box, "surface_raised", i + 2)
            ui.block(box.x + 30, box.y + 12, box.w - 60, said, "note")

    def _title(self, ui: Ui, name: str) -> None:
        """The name of an episode that has no lettering of its own, in as many lines as it takes."""
        style, y = ui.canvas.style("poster", boxes.TITLE_SIZE), 210.0
        lines = ui.canvas.letters.wrap(name, style, boxes.TITLE_W)
        for line in lines[: boxes.TITLE_LINES]:
            ui.canvas.line(104, y + (0 if len(lines) > 1 else 120), line, style, "on_bar")
            y += style.size * 1.05

    def on(self, signal: object) -> Move:
        actions = self._actions()
        match signal:
            case Pick.BEGIN if actions.resume is not None:
                return Open(AskScreen("title.anew", "title.anew.yes", "title.anew.no", actions.begin))
            case Pick.BEGIN:
                return actions.begin()
            case Pick.DESK:
                return actions.desk() if actions.desk else None
            case Pick.RESUME:
                return actions.resume() if actions.resume else None
            case Pick.SAVES:
                return Open(actions.saves()) if actions.saves else None
            case Pick.EPISODES:
                return Open(actions.episodes[1]()) if actions.episodes else None
            case Pick.SETTINGS:
                return Open(actions.settings())
            case Pick.HELP:
                return Open(actions.help())
            case Pick.LEAVE:
                return Leave()
        return None
