"""Decisions: the table that every decision's choices must agree with, and what the recap says of each.

Room: game/content.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from pydantic import Field

from .condition import Condition, Paths
from .model import FrozenMap, Id, Model, Text


class Change(Text):
    """What a decision changed, told once `when` holds."""

    when: Condition | None = None


class Option(Model):
    """One way to settle it: trust given or lost, an act of a bystander; in the recap, what one did and what it changed.

    Of `changed` the first that holds is told; a decision changes something later, and not always something one can know.
    """

    words: ClassVar[tuple[str, ...]] = ("did",)
    id: Id
    trust: int = Field(default=0, ge=-1, le=1)
    act: int = Field(default=0, ge=0, le=1)
    did: Text | None = None
    changed: tuple[Change, ...] = ()


class Decision(Model):
    """Something the player settles. A negative trust always opens a repair; `mended` is what the recap says of having made it.

    `keep` is the one sentence to take away from it, whatever was chosen.
    """

    words: ClassVar[tuple[str, ...]] = ("title", "mended", "keep")
    parts: ClassVar[Mapping[str, str]] = MappingProxyType({"options": "{owner}.{key}"})
    id: Id
    title: Text | None = None  # what it was about, on the button that comes back to it
    paths: Paths = ("s", "m", "f")
    place: Id | None = None
    needs: Condition = Condition()
    options: FrozenMap[str, Option] = Field(default_factory=dict)
    mended: Text | None = None
    keep: Text | None = None
