"""Joins the list of saves with the run: what lies in the slots, where the play stands, what was asked.

Room: game/view. The one place where a slot is filled or emptied by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from game.core.moment import PlaceNow
from game.session.notices import Notice, notice
from game.session.saves import Saves
from game.session.shelf import Kept, shelf
from game.session.whole import NotKeptError
from game.view.screen import Move
from game.view.screens.saves import SavesDoors

if TYPE_CHECKING:
    from game.view.play import Run


@dataclass(frozen=True, slots=True)
class SlotRoom:
    """The slots of one run. `resume` takes a play up."""

    run: Run
    resume: Callable[[str], Move]

    def doors(self) -> SavesDoors:
        """What the screen is given."""
        return SavesDoors(self._shelf, self._saves.picture, self._here, self._keep, self._delete, self.resume, self._now)

    @property
    def _saves(self) -> Saves:
        if self.run.open_saves is None:
            raise ValueError("a run that keeps nothing has no list of saves")
        return self.run.open_saves()

    def _shelf(self) -> tuple[Kept, ...]:
        """The slots; the play under way is written first, so that the automatic one shows it as it stands."""
        if self.run.sitting is not None:
            self.run.sitting.keep_now()
        return shelf(self._saves, self.run.story)

    def _here(self) -> PlaceNow | None:
        """Where the play under way stands."""
        sitting = self.run.sitting
        return sitting.moment.place if sitting is not None and sitting.state.ended is None else None

    def _keep(self, slot: str, picture: bytes) -> Notice | None:
        if self.run.sitting is None:
            return None
        try:
            self.run.sitting.save_as(slot)
        except NotKeptError as error:
            return error.notice
        with suppress(NotKeptError):  # without its picture the slot shows the place drawn anew
            self._saves.keep_picture(slot, picture)
        return None

    def _delete(self, slot: str) -> Notice | None:
        try:
            self._saves.delete(slot)
        except OSError:
            return notice("system.write-refused", folder=self._saves.folder.name)
        return None

    def _now(self) -> datetime:
        return self.run.clock.now()
