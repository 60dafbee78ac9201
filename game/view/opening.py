"""Opens the window and closes it again: the display, its size, its name, and what has to be ended afterwards.

Room: game/view. `open_window` is what `play` calls.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pygame

from game.session.edge import Edge
from game.session.jobs import Failed, Outcome
from game.view.compose import compose
from game.view.episode_room import EpisodeRoom
from game.view.play import Run
from game.view.screen import Open
from game.view.window import Window

SIZE = (1280, 720)
LONGEST_END = 4.0  # seconds given to what is still being read or kept when the window is closed
NO_SCREEN = ("dummy", "offscreen", "evdev", "kmsdrm")  # drivers that show nothing to a person at a desk


class NoDisplayError(RuntimeError):
    """There is no screen to open a window on; the message of the system, if it gave one."""


def has_display() -> bool:
    """Whether a window could be seen. Starts the display; a driver that shows nothing counts as none."""
    try:
        pygame.display.init()
    except pygame.error:
        return False
    return pygame.display.get_driver() not in NO_SCREEN


def open_display(size: tuple[int, int] | None, *, full_screen: bool) -> pygame.Surface:
    """A window of this size in real pixels, which may be resized. raises: NoDisplayError."""
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")  # real pixels on Windows, not enlarged ones
    os.environ.setdefault("SDL_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR", "0")  # a calm window, not a film
    try:
        pygame.display.init()
        pygame.font.init()
        if pygame.display.get_driver() == "x11":  # a small part that changes goes to the glass alone, not the whole page through OpenGL
            os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
        flags = pygame.RESIZABLE | (pygame.FULLSCREEN if full_screen and size is None else 0)
        desktop = pygame.display.get_desktop_sizes()[0]
        wanted = size or ((0, 0) if full_screen else _fitting(desktop))
        surface = pygame.display.set_mode(wanted, flags)
    except pygame.error as error:
        raise NoDisplayError(str(error)) from None
    pygame.key.set_repeat(400, 60)
    return surface


def _fitting(desktop: tuple[int, int]) -> tuple[int, int]:
    """A window that fits on the screen: as large as possible in steps that keep text sharp, with room for the bars of the desktop."""
    for size in ((1920, 1080), (1600, 900), SIZE, (1024, 576)):
        if size[0] <= desktop[0] - 16 and size[1] <= desktop[1] - 100:
            return size
    return max(640, desktop[0] - 16), max(360, desktop[1] - 100)


def wake() -> None:
    """From any thread: let the loop look at what has come back."""
    if pygame.display.get_init():
        pygame.event.post(pygame.event.Event(pygame.USEREVENT))


def open_window(edge: Edge, size: tuple[int, int] | None) -> None:
    """Play, until the window is closed. raises: NoDisplayError, ContentError."""
    run = compose(edge, wake=wake)
    surface = open_display(size, full_screen=edge.loaded.settings.full_screen)
    try:
        window = Window(surface, run.fixtures(), run.first())
        with asked_to_end():
            window.step([], pygame.time.get_ticks())
            wrong = warm(run, window)
            window.run()
        if wrong:
            raise wrong[0]
    finally:
        run.close()
        run.jobs.end(LONGEST_END)
        if threading.current_thread() is threading.main_thread():
            pygame.quit()


@contextmanager
def asked_to_end() -> Iterator[None]:
    """While the window is open, Ctrl+C, the terminal's end and the system's « end now » close it as its cross does: the play is kept."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def close(number: int, frame: object) -> None:
        del number, frame
        if pygame.display.get_init():
            pygame.event.post(pygame.event.Event(pygame.QUIT))

    names = [name for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), close) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def warm(run: Run, window: Window) -> list[BaseException]:
    """Read the story in a thread, behind the title. If it cannot be played the list says why and the window closes, unless there are
    other episodes: then they are shown, with what is wrong with this one."""
    wrong: list[BaseException] = []

    def work(progress: object, cancelled: object) -> None:
        del progress, cancelled
        run.warm()

    def then(outcome: Outcome[None]) -> None:
        if not isinstance(outcome, Failed):
            return
        other = _others(run, outcome.error)
        if other is not None:
            window.go(Open(other.screen()))
        else:
            wrong.append(outcome.error)
            window.running = False

    run.jobs.submit(work, then, name="warm")
    return wrong


def _others(run: Run, error: BaseException) -> EpisodeRoom | None:
    """The room of the other episodes, where it is the story that cannot be played and there are some."""
    from game.content.diagnostics import ContentError

    return run.episodes if isinstance(error, ContentError) and run.episodes is not None and len(run.episodes.folders) > 1 else None
