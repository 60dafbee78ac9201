"""What every screen is, and what it may ask of the window.

Room: game/view. A screen draws the present and answers signals. Help, quick exit and Esc are the window's, for every screen alike;
a screen that wants to do something of its own on Esc overrides `close`.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.view.actions import Dropped
from game.view.heard import Heard
from game.view.ui import Ui


@dataclass(frozen=True, slots=True)
class Open:
    """Lay another screen over this one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Shut:
    """Close this screen and show what lies beneath."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Put another screen in this one's place."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Home:
    """Close everything and show only this screen; `anew` reads words, pictures and settings again (another episode)."""

    screen: Screen
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Restyle:
    """Settings changed: text size, contrast, language or window."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Close the window."""


Move = Open | Shut | Turn | Home | Restyle | Leave | None


class Screen:
    """One screen. Subclasses say `name`, `draw` and `on`."""

    name = ""
    covered = False  # whether another screen lies over it; the window says so before each `tick`
    over = False  # whether Esc closes it (True) or opens the menu (False)
    below = ""  # the name of the screen it was laid over
    reads_on = False  # whether a press of the pointer gives the focus back to what the keyboard starts with
    rustle: str | None = "paper-slide"  # the sound of laying it on and putting it away
    lowers = True  # whether what is heard below it goes back
    neutral = False  # whether the window bears the tide table's name and picture while it is shown

    @property
    def page(self) -> str:
        """Which of its pages is shown; from one to the next the window fades."""
        return ""

    @property
    def written(self) -> bool:
        """Whether what is heard is written over the help strip; its `draw` keeps above `ui.bottom`."""
        return False

    @property
    def heard(self) -> Heard | None:
        """What is heard while it is on top; None goes on with what lies below."""
        return None

    def draw(self, ui: Ui) -> None:
        """Draw the whole screen above the help strip, naming every target."""
        raise NotImplementedError

    def on(self, signal: object) -> Move:
        """Answer what was pressed."""
        raise NotImplementedError

    def close(self) -> Move | bool:
        """Esc. True: do what is usual (close what lies over, else open the menu)."""
        return True

    def dropped(self, file: Dropped) -> Move:
        """A file was dragged onto the window; most screens do not want it."""
        del file
        return None

    def wheel(self, lines: float) -> bool:
        """The wheel turned; true if the screen changed."""
        del lines
        return False

    def tick(self, now: float) -> bool:
        """Called a few times a second (`now` in seconds); true if the screen changed."""
        del now
        return False

    def wipe(self) -> None:
        """Quick exit: forget everything that was typed here. Must not raise and must not wait."""
