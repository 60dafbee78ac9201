"""The board: boxes with a question, cards to answer with, and how sure one is. No score.

Room: game/content. « Je ne sais pas » is a whole answer and asks for no certainty.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from pydantic import Field

from .condition import Condition, Paths
from .model import FrozenMap, Id, Model, Several, Text
from .talk import Line
from .vocabulary import Certainty


def certainty(slot: Id, sure: Certainty) -> Id:
    """What counts as reached once the board was shown with this box answered so: `board-start-think`."""
    return f"board-{slot}-{sure}"


class BoardCard(Text):
    """An answer that can be put in a box. `clues` are the notebook cards it can be linked to.

    The reply it gets is written on it (`says`), or once for several cards under the box's `replies` (`reply` names it).
    """

    clues: Several[Id] = ()
    when: Condition | None = None
    says: tuple[Line, ...] = ()
    reply: Id | None = None


class Slot(Model):
    """One box: a question asked aloud, the cards that answer it, and « je ne sais pas »."""

    words: ClassVar[tuple[str, ...]] = ("title",)
    id: Id
    question: Line
    title: Text | None = None
    paths: Paths = ("s", "m", "f")
    cards: tuple[BoardCard, ...]
    unknown: BoardCard
    replies: FrozenMap[Id, tuple[Line, ...]] = Field(default_factory=dict)

    def reply_to(self, card: BoardCard) -> tuple[Line, ...]:
        """What is said when this card is put here; nothing, for some."""
        return card.says or (self.replies.get(card.reply, ()) if card.reply is not None else ())


class Board(Model):
    """The hypothesis board. Its id counts as reached once it has been committed."""

    words: ClassVar[tuple[str, ...]] = ("title", "summary", "sure", "think", "unknown")
    parts: ClassVar[Mapping[str, str]] = MappingProxyType({"slots": "{key}"})
    id: Id
    title: Text
    summary: Text
    place: Id | None = None
    music: Id | None = None  # while it lies open, instead of the place's
    needs: Condition = Condition()
    after: Several[Id] = ()  # played first where the path has them; an id that the story does not hold asks nothing
    intro: tuple[Line, ...] = ()
    slots: FrozenMap[Id, Slot]
    sure: Text
    think: Text
    unknown: Text
    outro: tuple[Line, ...] = ()
