"""A sheet laid over another screen that turns when its words are taller than the page, and is closed where it lies.

Room: game/view/screens. Subclasses say `name` and draw `sheet`; what they want to do of their own they answer before asking this.
"""

from __future__ import annotations

from game.view.screen import Move, Screen, Shut
from game.view.scroll import Scroll, Turned, settled
from game.view.ui import Ui


class TurningScreen(Screen):
    """Drawn until everything stands where it belongs; « close » has the focus unless `focus` names something else."""

    over = True
    grows = False  # whether the height of the sheet goes by what is on it

    def __init__(self) -> None:
        self._scroll = Scroll()

    @property
    def focus(self) -> str | None:
        """What has the focus when nothing else had it. None: what the sheet itself says, or what stands first on it."""
        return "close"

    def draw(self, ui: Ui) -> None:
        settled(ui, self._scroll, lambda: self.sheet(ui), grows=self.grows)
        ui.first = self.focus or ui.first

    def sheet(self, ui: Ui) -> None:
        """Draw all of it once."""
        raise NotImplementedError

    def on(self, signal: object) -> Move:
        match signal:
            case Turned(scroll, by):
                scroll.turn(by)
            case "close":
                return Shut()
        return None

    def wheel(self, lines: float) -> bool:
        """Turn the sheet."""
        return self._scroll.wheel(lines)
