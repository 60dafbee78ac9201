"""What the list of saves says of a slot: its name, its place, how far it is and when it was kept.

Room: game/session. Words only; window and terminal say the same.
"""

from __future__ import annotations

from datetime import datetime

from game.content.words import Words
from game.session.shelf import Kept
from game.session.slots import AUTOSAVE, BEFORE


def where(words: Words, kept: Kept) -> str:
    """The place and its hour; the beginning and the end have a name of their own."""
    if kept.state != "open":
        return words("saves.shut" if kept.state == "shut" else "saves.free")
    if kept.place is None:
        return words("saves.ended" if kept.ended else "saves.start")
    place = words.line(kept.place.name)
    return words("play.where", place=place, hour=words.line(kept.place.hour)) if kept.place.hour else place


def named(words: Words, kept: Kept) -> str:
    """The slot's own name where it has one, and the place."""
    place = where(words, kept)
    if kept.slot == AUTOSAVE:
        return words("saves.named", slot=words("saves.auto"), place=place)
    return words("saves.before", place=place) if kept.slot == BEFORE else place


def what(words: Words, kept: Kept, now: datetime) -> str:
    """Clues found and when it was kept, in one line; empty for a free slot."""
    told = facts(words, kept, now)
    return words("saves.what", clues=told[0], when=told[1]) if len(told) > 1 else "".join(told)


def facts(words: Words, kept: Kept, now: datetime) -> tuple[str, ...]:
    """Clues found, then when it was kept; of a slot that is shut only when. The hour is that of this place."""
    if kept.state == "empty" or kept.saved_at is None:
        return ()
    when = kept.saved_at.astimezone()
    blanks = {"hour": f"{when.hour}", "minute": f"{when.minute:02d}"}
    if when.date() == now.astimezone().date():
        said = words("saves.today", **blanks)
    else:
        said = words("saves.day", day=str(when.day), month=words(f"saves.month.{when.month}"), **blanks)
    if kept.state == "shut":
        return (said,)
    count = "none" if not kept.clues else "one" if kept.clues == 1 else "many"
    return words(f"saves.clues.{count}", count=str(kept.clues)), said
