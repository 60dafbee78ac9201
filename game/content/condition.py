"""Conditions and effects: typed mappings, never a string that code must parse.

Room: game/content holds their shape; `game/core` holds what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from .model import FrozenMap, Id, Model, Several
from .vocabulary import Answered, Lamp, Mode, PathId


def letters(value: object) -> object:
    """`mf` is written for main and full."""
    return list(value) if isinstance(value, str) else value


Paths = Annotated[tuple[PathId, ...], BeforeValidator(letters)]

Figure = Annotated[int, Field(ge=-999, le=999)]
"""A figure a condition or an effect may ask for or give."""
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class Condition(Model):
    """Several keys in one condition must all hold.

    A bare id in `all`, `any` or `not` is short for `{reached: id}`, and a list stands for `{all: […]}`.
    `not` means: none of these. The shares are used by endings only, and a share of nothing holds for none.
    """

    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] | None = None
    not_: tuple[Condition, ...] = Field(default=(), alias="not")
    reached: Several[Id] = ()
    has: Several[Id] = ()
    flag: Several[Id] = ()
    chose: FrozenMap[Id, str] = Field(default_factory=dict)
    path: Paths | None = None
    mode: Mode | None = None
    trust_min: Figure | None = None
    trust_max: Figure | None = None
    repairs_min: Figure | None = None
    bond_min: FrozenMap[Id, Figure] = Field(default_factory=dict)  # trust of one person: 0 at first
    clues: Figure | None = None
    stages: Figure | None = None
    answered: Answered | None = None
    lamp: Lamp | None = None
    care_share: Share | None = None
    acts_share: Share | None = None
    repairs_share: Share | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_forms(cls, data: object) -> object:
        if isinstance(data, str):
            return {"reached": [data]}
        if isinstance(data, list | tuple):
            return {"all": list(data)}
        return data

    def every(self) -> Iterator[Condition]:
        """This condition and every one inside it."""
        yield self
        for inner in (*self.all, *(self.any or ()), *self.not_):
            yield from inner.every()


class Effects(Model):
    """What a choice does, unseen: trust given or lost, an act of a bystander, a repair; `bond` is the trust of single persons."""

    trust: int = Field(default=0, ge=-1, le=1)
    act: int = Field(default=0, ge=0, le=1)
    repair: int = Field(default=0, ge=0, le=1)
    bond: FrozenMap[Id, Figure] = Field(default_factory=dict)
