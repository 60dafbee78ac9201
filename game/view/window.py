"""The window: events in, signals to the screen on top, a frame out when something changed.

Room: game/view. `step` is the whole loop's body and has no side effects but drawing and what a screen does with a signal; `run`
only waits and calls it. Help, quick exit, Esc, focus and pointer are answered here, once for every screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress

import pygame

from game.view import bench_kind, strip
from game.view.actions import MANY, Action, Dropped, Input, Key, Keyboard, Pointer
from game.view.art import Art
from game.view.canvas import Canvas
from game.view.cursors import Cursors
from game.view.dress import dress
from game.view.ears import Ears
from game.view.fade import Fade
from game.view.fields import Fields
from game.view.fixtures import Fixtures
from game.view.focus import nearest, neighbour
from game.view.geometry import Viewport
from game.view.lettering import Lettering
from game.view.life import Life
from game.view.pump import events
from game.view.screen import Home, Leave, Move, Open, Restyle, Screen, Shut, Turn
from game.view.theme import THEMES
from game.view.ui import Attention, Target, Ui

IDLE_MS, BUSY_MS = 250, 33  # how long the loop sleeps with nothing and with something under way
WINDOWED = (1280, 720)  # the window of somebody who started with a full screen
PAGE = 6.0  # lines of the wheel that the page keys stand for
CARET_MS = 400  # a field's caret blinks, which is a change


class Window:
    """One window and its stack of screens."""

    def __init__(self, surface: pygame.Surface, fixtures: Fixtures, first: Screen) -> None:
        self.fixtures, self.stack, self.gone = fixtures, [first], False
        self.targets: list[Target] = []
        self._keyboard, self._attention, self._dirty = Keyboard(), Attention(), True
        self._dressed: tuple[bool, str, str | None] | None = None
        self._surface, self._drawn_ms, self.running, self.frames = surface, 0, True, 0
        self._windowed = surface.get_size() if not surface.get_flags() & pygame.FULLSCREEN else WINDOWED
        self._art, self._ears = Art(fixtures.baked), Ears(fixtures.audio)
        self.life, self._cursors, self._fade = Life(), Cursors(), Fade()
        self._restyle()

    @property
    def top(self) -> Screen:
        """The screen that is shown."""
        return self.stack[-1]

    @property
    def attention(self) -> Attention:
        """What the person is at."""
        return self._attention

    @property
    def view(self) -> Viewport:
        """How logical pixels lie in the window."""
        return self._canvas.view

    # ---- looks ------------------------------------------------------------

    def _restyle(self) -> None:
        """Read the settings again and make what depends on them and on the window's size."""
        self._look = self.fixtures.appearance()
        self.life.motion = self._look.motion
        self._words = self.fixtures.words(self._look.locale)
        self._art.lay_over(self.fixtures.own_art())
        letters = Lettering(self.fixtures.fonts, Viewport(self._surface.get_size()).scale)
        theme = THEMES[self._look.theme]
        self._canvas = Canvas(self._surface, theme, self._art, letters, plain_hand=self._look.plain_hand)
        self._fields = Fields(self._surface.get_size(), self.fixtures.fonts, theme, self._look.text_scale)
        self._dirty = True

    def _ui(self) -> Ui:
        lane = self._ears.lane(self.top, self._look.text_scale) if not self.gone else 0.0
        look = self._look
        return Ui(self._canvas, self._words, self._attention, look.text_scale, look.motion, life=self.life, lane=lane)

    def draw(self, part: pygame.Rect | None = None) -> None:
        """Draw the screen on top; once more if its first target takes the focus. Of a part, only what lies in it (real px)."""
        self._surface.set_clip(part)
        self._fade.turn((id(self.top), self.top.page), self._surface, self.life)
        for _ in range(2):
            self.life.begin()
            ui = self._ui()
            self._canvas.fill("bar")
            self.top.draw(ui)
            if not self.gone:
                self._ears.draw(ui, self.top)
                strip.draw(ui)
                if self.fixtures.bench is not None:
                    self.fixtures.bench.draw(ui)
            self.targets = ui.targets
            a = self._attention
            known = {t.id for t in ui.targets if t.enabled}
            if a.focus is None or a.focus not in known:
                new = ui.first if ui.first in known else None
                if new != a.focus:
                    a.focus, a.by_keyboard = new, new is not None
                    continue
            break
        self._fields.show(ui.fields)
        self._fields.focus(self._attention.focus)
        self._fields.draw(self._surface, 0.02)
        self._fade.draw(self._surface, self.life)
        self._dress()
        if part is not None:
            self._surface.set_clip(None)
            pygame.display.update(part)
            return
        pygame.display.flip()
        self.frames += 1
        self._dirty = False

    def _dress(self) -> None:
        """Name and picture of the window, whenever they have to change; and in a language that was just chosen."""
        neutral = self.top.neutral
        wanted = (neutral, self._look.locale, None if neutral else self.fixtures.named())
        if wanted != self._dressed:
            dress(self._words, self.fixtures.baked, neutral=neutral, name=wanted[2])
            self._dressed = wanted

    # ---- the loop ---------------------------------------------------------

    def step(self, events: Sequence[pygame.event.Event], now_ms: int) -> bool:
        """Answer events, move work on, and draw if anything changed. Returns whether the window stays open.

        A fault in a screen is shown in words, with the help strip and the quick exit; a second one on the way there is let through."""
        try:
            self._turn(events, now_ms)
        except Exception as error:
            if self.fixtures.broken is None:
                raise
            self._fall(error, self.fixtures.broken)
        return self.running

    def _fall(self, error: Exception, broken: Callable[[Exception, Screen], Screen]) -> None:
        """Show what happened instead of the screen where it did. After a quick exit there is nothing to show but white paper."""
        self._surface.set_clip(None)
        if self.gone:
            self._blank()
            return
        self._fields.wipe()
        self._keyboard.held.clear()  # what was let go in the same breath was not heard
        self.go(Home(broken(error, self.top)))
        self.draw()

    def _blank(self) -> None:
        self._surface.fill("white")
        pygame.display.flip()
        self._dirty = False

    def _turn(self, events: Sequence[pygame.event.Event], now_ms: int) -> None:
        awake, self.life.now = self.life.awake, now_ms / 1000
        if events:
            self.life.touched = self.life.now
        self._dirty |= awake != self.life.awake  # what moved comes to rest, or wakes
        for event in events:
            self._event(event, now_ms)
        if not self.gone:
            self._dirty |= self.fixtures.work.poll()
            self._look_at_bench(now_ms / 1000)
            for screen in self.stack:  # what lies beneath help goes on measuring and sending
                screen.covered = screen is not self.top
                self._dirty |= screen.tick(now_ms / 1000)
            self._dirty |= self._ears.tick(self.stack, now_ms / 1000)
            self._dirty |= self._writing and now_ms - self._drawn_ms >= CARET_MS
        if self._dirty and self.running:
            self.draw()
            self._drawn_ms = now_ms
        elif self.running and not self.gone and (part := self.life.ripe()) is not None:
            self.draw(part)

    def _look_at_bench(self, now: float) -> None:
        """For authors: what was saved is read again, and its pictures are opened anew."""
        found = self.fixtures.bench.tick(now) if self.fixtures.bench is not None else bench_kind.Found.NOTHING
        if found is bench_kind.Found.ANEW:
            self._art = Art(self.fixtures.baked)
            self._restyle()
            if self.fixtures.bench is not None:
                self.go(self.fixtures.bench.onward())
        self._dirty |= found is not bench_kind.Found.NOTHING

    def run(self) -> None:
        """Wait and step until the window is closed."""
        self.life.running = True
        while self.running:
            now = pygame.time.get_ticks()
            longest = BUSY_MS if (self.fixtures.work.busy or self._ears.busy) and not self.gone else IDLE_MS
            came = events(int(min(longest, max(0.0, self.life.next_due() * 1000 - now))))
            self.step(came, pygame.time.get_ticks())

    @property
    def _writing(self) -> bool:
        focus = self._attention.focus
        return any(field == focus for field in self._fields.names)

    @property
    def _many(self) -> bool:
        """Whether the keyboard is in a field of several lines."""
        return any(field.many and field.id == self._attention.focus for field in self._fields.shown)

    def _event(self, event: pygame.event.Event, now_ms: int) -> None:
        self._ears.event(event)
        if event.type == pygame.QUIT:
            self.running = False
        elif event.type in (pygame.WINDOWRESIZED, pygame.WINDOWSIZECHANGED, pygame.VIDEORESIZE):
            self._surface = pygame.display.get_surface() or self._surface
            self._restyle()
        elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
            self._dirty = True
        if self.gone:  # no key brings anything back; the neutral page may have things of its own to press
            return
        for given in self._keyboard.read(event, self._surface.get_size(), now_ms, writing=self._writing):
            if given is Action.QUICK_EXIT:
                self.quick_exit()
                return
            if self._many and given in MANY:
                continue
            self._answer(given)
        changed, signals = self._fields.take(event)  # nothing is left to take once the exit was pressed
        self._dirty |= changed
        for signal in signals:
            self.go(self.top.on(signal))

    # ---- answers ----------------------------------------------------------

    def _answer(self, given: Input) -> None:
        match given:
            case Action.HELP:
                self.show_help()
            case Action.CLOSE:
                self._close()
            case Action.NEXT | Action.BEFORE:
                self._focus(neighbour(self.targets, self._attention.focus, back=given is Action.BEFORE))
            case Action.LEFT | Action.RIGHT | Action.UP | Action.DOWN:
                self._focus(nearest(self.targets, self._attention.focus, given))
            case Action.RECORD if self.fixtures.bench is not None:
                self._dirty |= self.fixtures.bench.record()
            case Action.PRESS:
                self._press(self._attention.focus)
            case Action.FULLSCREEN:
                self._fullscreen()
            case Action.PAGE_UP | Action.PAGE_DOWN:
                self._dirty |= self.top.wheel(PAGE if given is Action.PAGE_UP else -PAGE)
            case Key(label):
                self._press(next((t.id for t in self.targets if t.enabled and label in t.keys), None))
            case Pointer():
                self._pointer(given)
            case Dropped():
                self.go(self.top.dropped(given))

    def _pointer(self, pointer: Pointer) -> None:
        if pointer.phase == "wheel":
            self._dirty |= self.top.wheel(pointer.dy)
            return
        at, a = self._canvas.view.logical(pointer.at), self._attention
        self._lean_to(at)
        under = next((t for t in reversed(self.targets) if t.enabled and t.holds(at)), None)
        hit = under.id if under is not None else None
        if hit != a.hover:
            a.hover, self._dirty = hit, True
        scale = self.view.scale * self._look.text_scale
        self._cursors.over(under.cursor if under is not None else None, self._art, self._canvas.theme, scale)
        if pointer.phase == "down":
            a.pressed, self._dirty = hit, True
            if hit in self._fields.names:
                self._focus(hit)
        elif pointer.phase == "up":
            pressed, a.pressed = a.pressed, None
            self._dirty = True
            if hit is not None and hit == pressed and hit not in self._fields.names:
                a.by_keyboard = False
                before = self.top
                self._press(hit)
                if self.top is before and before.reads_on:
                    a.focus = None

    def _lean_to(self, at: tuple[float, float]) -> None:
        """The layers of a place follow pointer and focus."""
        self.life.turn_to(at[0] / 960 - 1, at[1] / 540 - 1, self._surface.get_rect())

    def _focus(self, name: str | None) -> None:
        if name is not None:
            target = next((t for t in self.targets if t.id == name), None)
            if target is not None:
                self._lean_to(target.box.centre)
            self._attention.focus, self._attention.by_keyboard, self._dirty = name, True, True
            self._ears.focused()

    def _press(self, name: str | None) -> None:
        target = next((t for t in self.targets if t.id == name and t.enabled), None)
        if target is None:
            return
        if target.id == strip.HELP:
            self.show_help()
        elif target.id == strip.EXIT:
            self.quick_exit()
        elif target.id.startswith(bench_kind.NAME) and self.fixtures.bench is not None:
            self._dirty |= self.fixtures.bench.on(target.signal)
        elif target.signal is None:  # a text field: Enter goes on to what follows
            self._focus(neighbour(self.targets, name))
        else:
            self._attention.focus = target.id
            self.go(self.top.on(target.signal))

    def _close(self) -> None:
        answer = self.top.close()
        if answer is True:
            self.go(Shut() if self.top.over and len(self.stack) > 1 else Open(self.fixtures.menu()))
        elif answer is not False:
            self.go(answer)

    def show_help(self) -> None:
        """F1: the help lines, over whatever is shown."""
        if self.top.name != "help":
            self.go(Open(self.fixtures.help()))

    def go(self, move: Move) -> None:
        """Do what a screen answered."""
        before = self.top
        match move:
            case Open(screen):
                screen.below = self.top.name
                self.stack.append(screen)
            case Shut():
                if len(self.stack) > 1:
                    self.stack.pop()
            case Turn(screen):
                self.stack[-1] = screen
            case Home(screen, anew):
                self.stack = [screen]
                if anew:
                    self._restyle()
            case Restyle():
                wanted = self._look.full_screen
                self._restyle()
                if self._look.full_screen not in (wanted, self._full):  # F11 may have changed it meanwhile
                    self._fullscreen()
            case Leave():
                self.running = False
            case None:
                pass
        self._ears.moved(move, before)
        if self.top is not before:
            self._attention.focus = self._attention.hover = self._attention.pressed = None
        self._dirty = True

    @property
    def _full(self) -> bool:
        return bool(self._surface.get_flags() & pygame.FULLSCREEN)

    def _fullscreen(self) -> None:
        """Fill the screen, at its own size, or go back to the window as it was."""
        full = self._full
        if not full:
            self._windowed = self._surface.get_size()
        try:
            pygame.display.set_mode(self._windowed if full else (0, 0), pygame.RESIZABLE if full else pygame.FULLSCREEN)
            if full and pygame.display.get_window_size() != self._windowed:  # nobody manages windows there: the size is asked for anew
                repeat, self._dressed = pygame.key.get_repeat(), None
                pygame.display.quit()
                pygame.display.init()
                pygame.display.set_mode(self._windowed, pygame.RESIZABLE)
                pygame.key.set_repeat(*repeat)
        except pygame.error:  # some remote desktops: stay as it is
            return
        self._surface = pygame.display.get_surface() or self._surface
        self._restyle()

    def quick_exit(self) -> None:
        """Show the neutral page at once, then forget what was typed. Nothing in this window brings it back."""
        self._ears.hush()
        self._fade.forget()
        screens, self.gone = self.stack, True
        self.stack = [self.fixtures.neutral()]
        with suppress(Exception):
            self._fields.wipe()
        try:
            self.draw()
        except Exception:  # noqa: BLE001 - whatever broke, what was shown is gone
            self._blank()
        with suppress(Exception):
            self._dress()
        for forget in (self.fixtures.leaving, *(screen.wipe for screen in screens), self._canvas.letters.forget):
            with suppress(Exception):  # one that fails keeps none of the others from forgetting
                forget()
        self.targets = []
