"""A window on the desk: the real screen and the real window code, with a visit made by the desk's own `step` behind it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pygame

from game.content.root import content_root
from game.content.words import Words, load_words
from game.view.demo import Hands
from game.view.fixtures import Appearance, Fixtures
from game.view.screen import Leave, Move, Screen, Shut
from game.view.screens.desk import DeskScreen
from game.view.ui import Target, Ui
from game.view.window import Window
from tests.game.view.screens.desk_visits import Behind, Visit
from tests.game.view.stage import window_on

WORDS: dict[str, Words] = {}


def words(locale: str) -> Words:
    """The words of one language, read once; what is not translated shows its brackets."""
    if locale not in WORDS:
        WORDS[locale] = load_words(locale, content_root(), strict=True)
    return WORDS[locale]


class Plain(Screen):
    """Stands for the help, the menu and the neutral page."""

    over = True

    def __init__(self, name: str) -> None:
        self.name = name

    def draw(self, ui: Ui) -> None:
        ui.canvas.fill("surface")

    def on(self, signal: object) -> Move:
        return Shut()


class Idle:
    """No background work."""

    busy = False

    def poll(self) -> bool:
        return False


@dataclass
class Desk:
    """The window, what stands behind it, and hands."""

    window: Window
    screen: DeskScreen
    behind: Behind
    hands: Hands
    story: Plain

    @property
    def surface(self) -> pygame.Surface:
        surface = pygame.display.get_surface()
        assert surface is not None
        return surface

    @property
    def own(self) -> list[Target]:
        """What can be pressed on the page, the help strip left out."""
        return [t for t in self.window.targets if not t.id.startswith("strip/")]

    def ids(self) -> list[str]:
        return [t.id for t in self.own]

    def type(self, text: str) -> None:
        """Key by key, as SDL tells it."""
        for sign in text:
            code = ord(sign.lower()) if ord(sign) < 128 else 0
            down = pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=sign, scancode=0)
            up = pygame.event.Event(pygame.KEYUP, key=code, mod=0, unicode="", scancode=0)
            self.hands.see(down, pygame.event.Event(pygame.TEXTINPUT, text=sign), up)
            self.hands.see()

    def key(self, key: int, unicode: str = "", mod: int = 0) -> None:
        up = pygame.event.Event(pygame.KEYUP, key=key, mod=mod, unicode="", scancode=0)
        self.hands.see(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=unicode, scancode=0), up)
        self.hands.see()


def desk_window(
    visit: Visit,
    *,
    size: tuple[int, int] = (960, 540),
    theme: str = "paper",
    scale: float = 1.0,
    room: object = None,
    from_story: bool = True,
) -> Desk:
    """A window that shows the desk over the story."""
    pygame.init()
    surface = pygame.display.set_mode(size, pygame.RESIZABLE)
    pygame.event.clear()
    behind, story = Behind(visit), Plain("story")
    screen = DeskScreen(room or behind, lambda: Leave(), from_story)  # type: ignore[arg-type]  # a real room in some tests
    fixtures = Fixtures(
        content_root() / "assets" / "fonts", content_root() / "assets" / "baked",
        lambda: Appearance(visit.env.language, scale, theme), words, Idle(), lambda: Plain("help"), lambda: Plain("menu"),
        lambda: Plain("neutral"), lambda: None,
    )  # fmt: skip
    window = window_on(surface, fixtures, screen)
    hands = Hands(window, None)
    hands.see()
    return Desk(window, screen, behind, hands, story)


def folder_of(*names: str) -> Path:
    """A path under the content root."""
    return content_root().joinpath(*names)
