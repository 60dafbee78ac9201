"""The demo: the whole path with no display, from the title to a receipt, by the same keys and pointers as a person.

Room: game/view. Every step is an event posted to the real window code, with the mouse and the keyboard in turn; after each step that
changes the screen a picture is left. Nothing is stubbed: the picture is a real JPEG made here, the service a real child process.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import pygame

from game.core.commands import Command
from game.core.moment import Moment
from game.view.ui import Target
from game.view.window import Window

PATIENCE = 4000  # commands before the demo says that it is going round in circles
KEYS = {"enter": pygame.K_RETURN, "tab": pygame.K_TAB, "escape": pygame.K_ESCAPE, "f1": pygame.K_F1}

Player: TypeAlias = Callable[[Moment], Command | None]
"""Who decides what is done next, seeing the moment alone; None where it knows nothing more to do."""


class LostError(RuntimeError):
    """The demo did not get on. Its text says what was there, for whoever mends it.

    word, params: what the screen told the person, as an id of the words and what fills it; empty where it told nothing.
    """

    def __init__(self, detail: str, word: str = "", params: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.word, self.params = word, dict(params or {})


@dataclass
class Hands:
    """Presses things in a window as a person does: by the mouse and by the keyboard in turn."""

    window: Window
    out: Path | None
    now_ms: int = 0
    pictures: list[Path] = field(default_factory=list)
    _turn: int = 0

    def see(self, *events: pygame.event.Event) -> None:
        """Let the window answer these events, as its loop would."""
        for event in events:
            pygame.event.post(event)
        self.now_ms += 40
        self.window.step(pygame.event.get(), self.now_ms)

    def snap(self, name: str) -> None:
        """Leave a picture of what is shown."""
        surface = pygame.display.get_surface()
        if self.out is not None and surface is not None:
            path = self.out / f"{len(self.pictures) + 1:02d}-{name}.png"
            drawn = io.BytesIO()
            pygame.image.save(surface, drawn, "png")
            path.write_bytes(drawn.getvalue())  # pygame's own writing does not say that a disk is full
            self.pictures.append(path)

    def target(self, name: str) -> Target:
        """What can be pressed under this name."""
        for target in self.window.targets:
            if target.id == name and target.enabled:
                return target
        raise LostError(f"nothing called {name!r} to press on {self.window.top.name!r}: {sorted(t.id for t in self.window.targets)}")

    def press(self, name: str, by: str = "") -> None:
        """Press it, by `mouse`, `keyboard` or `finger`; in turn when nothing is said, and by Tab what is turned out of sight."""
        target = self.target(name)
        self._turn += 1
        way = by or ("mouse" if self._turn % 2 else "keyboard")
        if way == "keyboard" or self._spot(target) is None:
            self._tab_to(target)
            self.key("enter")
        else:
            self._point(target, finger=way == "finger")

    def _point(self, target: Target, *, finger: bool) -> None:
        surface = pygame.display.get_surface()
        if surface is None:
            raise LostError("there is no window")
        at = self._spot(target)
        if at is None:
            raise LostError(f"{target.id!r} lies under something on {self.window.top.name!r}")
        x, y = self.window.view.real(at)
        if finger:
            place = {"x": x / surface.get_width(), "y": y / surface.get_height(), "dx": 0.0, "dy": 0.0, "touch_id": 1, "finger_id": 1}
            self.see(pygame.event.Event(pygame.FINGERDOWN, place), pygame.event.Event(pygame.FINGERUP, place))
            return
        self.see(pygame.event.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(0, 0, 0)))
        self.see(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1))
        self.see(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(x, y), button=1))

    def _spot(self, target: Target) -> tuple[float, float] | None:
        """Where a press means this target; None where it is out of sight."""
        return next((point for point in _inside(target) if self._hits(target, point)), None)

    def _hits(self, target: Target, point: tuple[float, float]) -> bool:
        """Whether a press at this point means this target, and nothing that lies over it."""
        hit = next((t for t in reversed(self.window.targets) if t.enabled and t.holds(point)), None)
        return hit is not None and hit.id == target.id

    def _tab_to(self, target: Target) -> None:
        for _ in range(len(self.window.targets) + 1):
            if self.window.attention.focus == target.id:
                return
            self.key("tab")
        raise LostError(f"Tab never came to {target.id!r}")

    def key(self, name: str) -> None:
        """Press and let go of a key."""
        self.tap(KEYS[name], "\t" if name == "tab" else "")

    def tap(self, code: int, unicode: str = "") -> None:
        """The same for any key of pygame's."""
        self.see(
            pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode=unicode),
            pygame.event.Event(pygame.KEYUP, key=code, mod=0),
        )

    def write(self, name: str, text: str) -> None:
        """Type into a field, letter by letter."""
        self._point(self.target(name), finger=False)
        for letter in text:
            self.see(
                pygame.event.Event(pygame.KEYDOWN, key=pygame.key.key_code(letter) if letter.isascii() and letter.isalnum() else 0,
                                   mod=0, unicode=letter),
                pygame.event.Event(pygame.TEXTINPUT, text=letter),
            )  # fmt: skip


def _inside(target: Target) -> Iterator[tuple[float, float]]:
    """Points of a target, its middle first."""
    yield target.box.centre
    for fy in (0.5, 0.2, 0.8, 0.05, 0.95):
        for fx in (0.1, 0.3, 0.5, 0.7, 0.9):
            point = target.box.x + target.box.w * fx, target.box.y + target.box.h * fy
            if target.holds(point):
                yield point
