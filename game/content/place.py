"""Places: what is seen there, what can be looked at, who stands where, where one can go.

Room: game/content. Coordinates are logical, 1920×1080, from the top left.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from .condition import Condition, Paths
from .model import FrozenMap, Id, Model, Several, Text
from .talk import Line
from .vocabulary import Expression, Facing, Pose

MARGIN = 960
"""Logical px beside the picture, to each side, where something may still be written: somebody who is half in the picture, and no more."""

Across = Annotated[float, Field(ge=-MARGIN, le=1920 + MARGIN, allow_inf_nan=False)]
Down = Annotated[float, Field(ge=-MARGIN, le=1080 + MARGIN, allow_inf_nan=False)]
Extent = Annotated[float, Field(gt=0, le=1920, allow_inf_nan=False)]
Scale = Annotated[float, Field(gt=0, le=3, allow_inf_nan=False)]
"""How large somebody stands there: 1 is 600 × 1000 px. What is larger would be drawn for ever, and not be seen."""

Point = tuple[Across, Down]
CORNERS = 60
"""The most points of a polygon."""


class Shape(Model):
    """Where a finger may land: a box (x, y, width, height) or a polygon of at least three points. Exactly one."""

    box: tuple[Across, Down, Extent, Extent] | None = None
    polygon: tuple[Point, ...] | None = Field(default=None, max_length=CORNERS)

    @model_validator(mode="after")
    def _exactly_one(self) -> Shape:
        if (self.box is None) == (self.polygon is None):
            raise PydanticCustomError("one_shape", "a shape is either a box or a polygon")
        if self.polygon is not None and len(self.polygon) < 3:
            raise PydanticCustomError("one_shape", "a polygon has at least three points")
        return self

    @property
    def points(self) -> tuple[Point, ...]:
        """The corners, clockwise from the top left for a box."""
        if self.polygon is not None:
            return self.polygon
        x, y, width, height = self.box or (0.0, 0.0, 0.0, 0.0)
        return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it (even-odd rule)."""
        x, y = point
        sides = zip(self.points, (*self.points[1:], self.points[0]), strict=True)
        crossed = (x < (x1 - x0) * (y - y0) / (y1 - y0) + x0 for (x0, y0), (x1, y1) in sides if (y0 > y) != (y1 > y))
        return sum(crossed) % 2 == 1

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        across, down = zip(*self.points, strict=True)
        return min(across), min(down), max(across), max(down)


class Use(Model):
    """Something one can do to a hotspot beside looking at it, once: take it, or use it, on its own or `with` a clue one has noted.

    Its id is `place/hotspot.use`; conditions may ask whether it was reached.
    """

    words: ClassVar[tuple[str, ...]] = ("name",)
    id: Id
    name: Text  # what the player does: « Ouvrir le carton »
    verb: Literal["use", "take"] = "use"
    with_: Id | None = Field(default=None, alias="with")
    lines: tuple[Line, ...]
    gives: Several[Id] = ()
    sets: Several[Id] = ()
    starts: Several[Id] = ()  # the talk it opens, the first that is open
    when: Condition | None = None


class Guise(Model):
    """Another state of a hotspot: another name, other words, pictures laid over the place. The first whose `when` holds is there."""

    words: ClassVar[tuple[str, ...]] = ("name",)
    id: Id
    when: Condition
    name: Text | None = None
    layers: tuple[Id, ...] = ()  # each lies right over the place's own layers of its depth (`cour-carton/mid` over `cour/mid`)
    look: tuple[Line, ...] = ()  # left out: the hotspot's own
    again: tuple[Line, ...] = ()


class Hotspot(Model):
    """Something in a place that can be looked at, and what else can be done with it. Its id is `place/hotspot`."""

    words: ClassVar[tuple[str, ...]] = ("name",)
    parts: ClassVar[Mapping[str, str]] = MappingProxyType({"uses": "{owner}.{key}", "states": "{owner}.state-{key}"})
    id: Id
    name: Text
    shape: Shape
    mark_: Point | None = Field(default=None, alias="mark")  # where its eye lies, clear of words and faces; left out: the shape's middle
    look: tuple[Line, ...]  # said the first time, one or two lines
    again: tuple[Line, ...]  # said every later time
    gives: Several[Id] = ()
    starts: Several[Id] = ()  # the talk it opens, the first that is open; while none is, its look line is enough
    uses: FrozenMap[Id, Use] = Field(default_factory=dict)
    states: FrozenMap[Id, Guise] = Field(default_factory=dict)
    when: Condition | None = None


class Presence(Model):
    """Somebody who is in the place, while `when` holds. Their talks are found by person and place."""

    id: Id
    who: Id
    at: Id  # a stand of the place
    pose: Pose = "standing"
    expr: Expression = "neutral"
    facing: Facing = "right"
    when: Condition | None = None


class Exit(Model):
    """A way out. Its id is `place/to-place`; it is open when the place it leads to is."""

    words: ClassVar[tuple[str, ...]] = ("name",)
    id: Id
    to: Id
    name: Text
    shape: Shape
    facing: Facing = "right"
    when: Condition | None = None


class Look(Model):
    """One state of a place: the first whose `when` holds is drawn (the canteen at noon, then as a study room)."""

    words: ClassVar[tuple[str, ...]] = ("hour", "alt")
    id: Id = ""
    layers: tuple[Id, ...]  # picture ids, back to front
    hour: Text | None = None
    alt: Text | None = None
    music: Id | None = None  # instead of the place's; `none` is silence
    sound: Id | None = None
    when: Condition | None = None


class Place(Model):
    """A place of the story."""

    words: ClassVar[tuple[str, ...]] = ("name", "alt")
    parts: ClassVar[Mapping[str, str]] = MappingProxyType(
        {"hotspots": "{owner}/{key}", "people": "{owner}/{key}", "exits": "{owner}/to-{key}", "looks": "{owner}.{key}"}
    )
    id: Id
    name: Text
    alt: Text | None = None  # what the picture shows, for a screen reader
    paths: Paths = ("s", "m", "f")  # elsewhere no way leads here and the map does not know it
    needs: Condition = Condition()
    map: Point | None = None  # where its sign stands on the map
    looks: FrozenMap[Id, Look]
    stands: FrozenMap[Id, tuple[Across, Down, Scale]] = Field(default_factory=dict)  # x, y of the feet, scale
    arrive: tuple[Line, ...] = ()
    return_: tuple[Line, ...] = Field(default=(), alias="return")
    barks: tuple[Line, ...] = ()  # voices in the background: the first one not heard yet, once a visit
    hotspots: FrozenMap[Id, Hotspot] = Field(default_factory=dict)
    people: FrozenMap[Id, Presence] = Field(default_factory=dict)
    exits: FrozenMap[Id, Exit] = Field(default_factory=dict)
    music: Id | None = None
    sound: Id | None = None

    @model_validator(mode="before")
    @classmethod
    def _exits_lead_where_their_key_says(cls, data: object) -> object:
        if not isinstance(data, Mapping):
            return data
        filled = dict(data)
        for name, field in (("exits", "to"), ("people", "who")):
            children = filled.get(name)
            if isinstance(children, Mapping):
                filled[name] = {key: {field: key, **child} if isinstance(child, Mapping) else child for key, child in children.items()}
        return filled
