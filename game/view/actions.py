"""Keys and pointers turned into actions: the one place that knows which key does what.

Room: game/view. Screens receive actions and signals, never keys. The three presses of Shift that leave at once are counted here,
so that they work in every state of the window, inside text fields too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

import pygame

SHIFTS, WITHIN_MS = 3, 1500


class Action(Enum):
    """What a person asks of the window itself."""

    HELP = auto()
    QUICK_EXIT = auto()
    CLOSE = auto()
    NEXT = auto()  # focus moves on
    BEFORE = auto()
    LEFT = auto()
    RIGHT = auto()
    UP = auto()
    DOWN = auto()
    PRESS = auto()
    FULLSCREEN = auto()
    RECORD = auto()  # for authors: the play so far as a walkthrough
    PAGE_UP = auto()  # a long page turns
    PAGE_DOWN = auto()


@dataclass(frozen=True, slots=True)
class Key:
    """A printable key: an answer's number or a screen's letter."""

    label: str


@dataclass(frozen=True, slots=True)
class Pointer:
    """The mouse, a finger or a pen, in real pixels of the window. `phase` is move, down, up or wheel (`dy` lines)."""

    phase: str
    at: tuple[float, float]
    dy: float = 0


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file dragged onto the window. Its path stays on this device."""

    path: str


Input = Action | Key | Pointer | Dropped

KEYS = {
    pygame.K_F1: Action.HELP,
    pygame.K_F9: Action.RECORD,
    pygame.K_F10: Action.QUICK_EXIT,
    pygame.K_F11: Action.FULLSCREEN,
    pygame.K_ESCAPE: Action.CLOSE,
    pygame.K_LEFT: Action.LEFT,
    pygame.K_RIGHT: Action.RIGHT,
    pygame.K_UP: Action.UP,
    pygame.K_DOWN: Action.DOWN,
    pygame.K_RETURN: Action.PRESS,
    pygame.K_KP_ENTER: Action.PRESS,
    pygame.K_SPACE: Action.PRESS,
    pygame.K_PAGEUP: Action.PAGE_UP,
    pygame.K_PAGEDOWN: Action.PAGE_DOWN,
}
WRITING = {Action.LEFT, Action.RIGHT}  # what a text field keeps for itself
MANY = {Action.PRESS, Action.UP, Action.DOWN}  # … and one of several lines
SHIFT_KEYS = (pygame.K_LSHIFT, pygame.K_RSHIFT)


@dataclass
class Shifts:
    """Counts presses of Shift alone: three within a second and a half, no other key between."""

    times: list[int] = field(default_factory=list)

    def press(self, key: int, now_ms: int) -> bool:
        """Note a key press; true when it completes the gesture. Pointer presses do not break it, other keys do."""
        if key not in SHIFT_KEYS:
            self.times.clear()
            return False
        self.times = [*[t for t in self.times if now_ms - t <= WITHIN_MS][-(SHIFTS - 1) :], now_ms]
        if len(self.times) < SHIFTS:
            return False
        self.times.clear()
        return True


# what a key that is held down goes on doing: moving, never answering, closing or leaving
REPEATED = {Action.NEXT, Action.BEFORE, Action.LEFT, Action.RIGHT, Action.UP, Action.DOWN, Action.PAGE_UP, Action.PAGE_DOWN}


@dataclass
class Keyboard:
    """Turns pygame's events into inputs. `writing` is whether a text field has the keyboard.

    A key that is held sends its press again and again. Only moving is repeated: a finger that rests on Shift before a capital
    letter does not leave, and one that rests on Enter answers once."""

    shifts: Shifts = field(default_factory=Shifts)
    held: set[int] = field(default_factory=set)

    def read(self, event: pygame.event.Event, window: tuple[int, int], now_ms: int, *, writing: bool) -> Iterator[Input]:
        """The inputs one event stands for; none for what does not concern us."""
        match event.type:
            case pygame.KEYDOWN:
                again = event.key in self.held
                self.held.add(event.key)
                if not again and self.shifts.press(event.key, now_ms):
                    yield Action.QUICK_EXIT
                yield from (given for given in self._key(event, writing) if not again or given in REPEATED)
            case pygame.KEYUP:
                self.held.discard(event.key)
            case pygame.WINDOWFOCUSLOST:  # a key let go in another window is never heard of
                self.held.clear()
            case pygame.MOUSEMOTION:
                yield Pointer("move", event.pos)
            case pygame.MOUSEBUTTONDOWN if event.button == 1 and not getattr(event, "touch", False):
                yield Pointer("down", event.pos)
            case pygame.MOUSEBUTTONUP if event.button == 1 and not getattr(event, "touch", False):
                yield Pointer("up", event.pos)
            case pygame.MOUSEWHEEL:
                yield Pointer("wheel", (0, 0), float(event.y))
            case pygame.FINGERDOWN:
                yield Pointer("down", (event.x * window[0], event.y * window[1]))
            case pygame.FINGERUP:
                yield Pointer("up", (event.x * window[0], event.y * window[1]))
            case pygame.DROPFILE:
                yield Dropped(event.file)

    def _key(self, event: pygame.event.Event, writing: bool) -> Iterator[Input]:
        if event.key == pygame.K_TAB:
            yield Action.BEFORE if event.mod & pygame.KMOD_SHIFT else Action.NEXT
            return
        action = KEYS.get(event.key)
        if writing:
            if action is not None and action not in WRITING and event.key != pygame.K_SPACE:
                yield action
            return
        if action is not None:
            yield action
        elif event.unicode and event.unicode.isprintable() and not event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META | pygame.KMOD_ALT):
            yield Key(event.unicode.upper())
