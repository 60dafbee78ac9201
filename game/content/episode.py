"""The episode: its title, its paths, the phases of its day, how it ends and where it lets go of the player.

Room: game/content.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, Literal

from pydantic import Field

from .condition import Condition
from .decision import Change
from .model import FrozenMap, Id, Model, Text
from .talk import Line
from .vocabulary import Mode, PathId


class Trust(Model):
    """Hidden trust: where it starts and how far it goes."""

    start: int = Field(default=4, ge=-99, le=99)
    min: int = Field(default=0, ge=-99, le=99)
    max: int = Field(default=10, ge=-99, le=99)


class PathInfo(Model):
    """One way through the episode: its name, its stops as its ticket lists them, and about how many minutes it takes."""

    words: ClassVar[tuple[str, ...]] = ("name",)
    id: Id
    name: Text
    stops: tuple[Text, ...] = ()
    minutes: int = Field(gt=0, le=600)


class Phase(Model):
    """A part of the day. The first has no `begins`; another begins once that id is reached."""

    words: ClassVar[tuple[str, ...]] = ("name",)
    id: Id
    name: Text | None = None
    begins: Id | None = None


class Bell(Model):
    """The bell, which the player rings. Nothing else moves the day on.

    `lines`: the first whose `when` holds is said. Then come the talks that open at a bell, each once, and what was asked for:
    while the board is not open yet, up to `nudges` missing clues are brought, those of a new stage first; `nothing` says that
    there is none left to bring.
    """

    needs: Condition = Condition()
    lines: tuple[Line, ...] = ()
    nudges: int = Field(default=2, ge=0, le=99)
    nothing: Line | None = None


class Map(Model):
    """The map: who made it, and from when on one has it. Where each place stands is said by the place (`map: [x, y]`).

    `picture` is drawn under the signs, on the sheet from 60, 86 to 1860, 986; without one the sheet is plain paper.
    """

    words: ClassVar[tuple[str, ...]] = ("title", "note")
    id: Id = "map"
    title: Text
    note: Text | None = None
    picture: Id | None = None
    needs: Condition = Condition()


class Lead(Model):
    """Where the day goes on while `when` holds: the map and the ways out that lead there are marked. Nobody has to follow."""

    to: Id  # a place
    when: Condition = Condition()


class Ending(Model):
    """An ending: the first row whose `when` holds is played. A scene of the same id is how it goes; without one it is over at once.

    `card`: what stands over the recap, the first that holds; words about acts, never a grade.
    """

    words: ClassVar[tuple[str, ...]] = ("title",)
    id: Id
    title: Text | None = None
    card: tuple[Change, ...] = ()
    when: Condition = Condition()


class Farewell(Model):
    """How the story lets go: the texts shown, in order, and what opens afterwards."""

    texts: tuple[Id, ...]
    leads_to: Literal["desk", "card"]


class Closing(Model):
    """The end of the path. `needs`: when it may begin; `lines` are said first, then the ending is played, then these `scenes`, in order.

    What follows is the farewell of the mode.
    """

    words: ClassVar[tuple[str, ...]] = ("title",)
    id: Id = "closing"
    title: Text
    needs: Condition = Condition()
    lines: tuple[Line, ...] = ()
    scenes: tuple[Id, ...] = ()
    farewell: FrozenMap[Mode, Farewell]


class Announced(Model):
    """Ids of parts that are still to be written: conditions may name them already, and nothing else may use them."""

    places: tuple[Id, ...] = ()
    scenes: tuple[Id, ...] = ()
    talks: tuple[Id, ...] = ()
    clues: tuple[Id, ...] = ()
    decisions: tuple[Id, ...] = ()
    flags: tuple[Id, ...] = ()


class Episode(Model):
    """One episode. `version` rises with each migration of saves; `start` is where a new game begins."""

    words: ClassVar[tuple[str, ...]] = ("title", "subtitle")
    parts: ClassVar[Mapping[str, str]] = MappingProxyType({"paths": "{owner}.path-{key}", "phases": "{key}"})
    id: Id
    version: int = Field(default=1, ge=1, le=9999)
    title: Text
    subtitle: Text | None = None
    country: str = "fr"
    start: Id  # the place
    opening: Id | None = None  # the scene that plays before anything
    paths: FrozenMap[PathId, PathInfo] = Field(default_factory=dict)
    class_path: PathId = "s"
    trust: Trust = Trust()
    phases: FrozenMap[Id, Phase] = Field(default_factory=dict)
    bell: Bell | None = None
    map: Map | None = None
    leads: tuple[Lead, ...] = ()  # the first that holds
    endings: tuple[Ending, ...] = ()
    closing: Closing | None = None
    announced: Announced = Announced()
