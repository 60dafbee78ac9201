"""The list of saves, as a reader shows it: where each play stands, how far it is, when it was kept.

Room: game/session. Opens the slots and asks the rules what each play would show; nothing is changed on the disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from game.content.story import Story
from game.core.migrations import StateError, read_state
from game.core.moment import PlaceNow
from game.core.present import moment
from game.session.saves import NoSaveError, SaveError, Saves
from game.session.slots import AUTOSAVE, BEFORE, KEPT


@dataclass(frozen=True, slots=True)
class Kept:
    """A slot of the list.

    state:    empty; open; or shut: something lies there that cannot be read now, and resuming it says why.
    place:    where the play would go on; None before the first place and after the end.
    minutes:  about how long its path takes, 0 where that is not known.
    """

    slot: str
    state: str = "empty"
    saved_at: datetime | None = None
    place: PlaceNow | None = None
    clues: int = 0
    minutes: int = 0
    ended: bool = False


def shelf(saves: Saves, story: Story) -> tuple[Kept, ...]:
    """Every slot a player knows, the automatic one first and the play before it last. Never raises: a bad slot is `shut`."""
    return tuple(_kept(saves, story, slot) for slot in (AUTOSAVE, *KEPT, BEFORE))


def _kept(saves: Saves, story: Story, slot: str) -> Kept:
    try:
        saved = saves.look(slot)
    except NoSaveError:
        return Kept(slot)
    except SaveError:
        return Kept(slot, "shut")
    try:
        state, _ = read_state(dict(saved.state), story)
    except StateError:
        return Kept(slot, "shut", saved.saved_at)
    path = story.episode.paths.get(state.path)
    return Kept(
        slot,
        "open",
        saved.saved_at,
        place=moment(story, state).place if state.ended is None else None,
        clues=len(state.notebook),
        minutes=path.minutes if path is not None else 0,
        ended=state.ended is not None,
    )
