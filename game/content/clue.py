"""Clues: what the notebook keeps. Words, hours, names of groups; never a picture of anybody.

Room: game/content.
"""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .condition import Condition
from .model import Id, Model, Several, Text
from .talk import Line


class Nudge(Line):
    """What is said when somebody brings this clue at a bell. One that `starts` a talk gives nothing itself: the talk does."""

    starts: Id | None = None


class Clue(Model):
    """A card of the notebook: title, at most thirty words, and what its drawing shows for a screen reader."""

    words: ClassVar[tuple[str, ...]] = ("title", "card", "alt")
    id: Id
    title: Text
    card: Text
    alt: Text
    about: Several[Id] = ()  # whom it concerns, ids of the cast
    stage: int = Field(default=0, ge=0, le=6)  # of the escalation; 0: none
    place: Id | None = None  # where it is found
    needs: Condition = Condition()
    ethics: bool = False  # a moment of choosing what to take: the words, never the picture
    red_herring: bool = False
    nudge: Nudge | None = None  # a clue without one is never brought
