"""Decisions: the table that every decision's choices must agree with.

Room: game/content.
"""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .condition import Condition, Effects, Paths
from .model import FrozenMap, Id, Model, Text


class Decision(Model):
    """Something the player settles. A negative trust always opens a repair."""

    words: ClassVar[tuple[str, ...]] = ("title",)
    id: Id
    title: Text | None = None  # what it was about, on the button that comes back to it
    paths: Paths = ("s", "m", "f")
    place: Id | None = None
    needs: Condition = Condition()
    options: FrozenMap[str, Effects] = Field(default_factory=dict)
