"""What every piece of content is: frozen, refusing unknown keys, and able to say where it was written.

Room: game/content, the shape of the story. Files, clocks and pygame stay outside; what a condition *means* lives in core.
Read first: `story.py`, the whole of it; `source.py`, where the marks come from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from .compiled import LONGEST

K = TypeVar("K")
V = TypeVar("V")

FrozenMap = Annotated[
    Mapping[K, V],
    AfterValidator(lambda value: MappingProxyType(dict(value))),
    PlainSerializer(lambda value: dict(value)),
]
"""A mapping nobody can change: frozen models alone would leave a dict inside them open."""


def _listed(value: object) -> object:
    return [value] if isinstance(value, str | Mapping) else value


Several = Annotated[tuple[V, ...], BeforeValidator(_listed)]
"""One or many: `gives: a-clue` and `gives: [a-clue, another]` mean what they look like."""

Id = str
"""A stable id: kebab-case, never used again once published."""

Where = tuple[str | int, ...]
"""The way to a value inside its file: keys and list positions."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file: `file` relative to the content root, line and column from 1, length in characters."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    def inside(self, offset: int, length: int = 1) -> Mark:
        """A part of a quoted text: `offset` characters after its opening quote."""
        return Mark(self.file, self.line, self.column + 1 + offset, length) if self.length > offset + 1 else self


@dataclass(frozen=True, slots=True)
class Marks:
    """Where every key and every value of the content was written. A missing way falls back to its nearest parent."""

    keys: Mapping[Where, Mark] = field(default_factory=dict)
    values: Mapping[Where, Mark] = field(default_factory=dict)

    def value(self, where: Where) -> Mark:
        """The mark of the value at `where`, or of the nearest thing around it that was written down."""
        for end in range(len(where), 0, -1):
            found = self.values.get(where[:end])
            if found is not None:
                return found
        return self.values.get((), Mark("story"))

    def key(self, where: Where) -> Mark:
        """The mark of the key that introduces `where`."""
        return self.keys.get(where) or self.value(where)


class Origin:
    """Where one model was written. Two origins are always equal: where a thing was written is no part of what it is."""

    __slots__ = ("marks", "where")

    def __init__(self, marks: Marks, where: Where) -> None:
        self.marks = marks
        self.where = where

    def __eq__(self, other: object) -> bool:
        return other is None or isinstance(other, Origin)

    def __hash__(self) -> int:
        return 0


NOWHERE = Origin(Marks(), ())


class Model(BaseModel):
    """A piece of content: frozen, unknown keys refused.

    `words` names the fields that hold a text whose id follows from its owner's (`portail/gull.name`);
    `parts` names the fields keyed by id, with the pattern of the whole id (`"{owner}/{key}"`).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="null")
    words: ClassVar[tuple[str, ...]] = ()
    parts: ClassVar[Mapping[str, str]] = MappingProxyType({})
    _origin: Origin = PrivateAttr(default_factory=lambda: NOWHERE)

    @model_validator(mode="before")
    @classmethod
    def _name_parts(cls, data: object) -> object:
        """Give every part its id, and every plain text its own."""
        if not (cls.words or cls.parts) or not isinstance(data, dict | Mapping):
            return data
        named: dict[str, Any] = dict(data)
        owner = named["id"] if "id" in named else cls.model_fields["id"].default if "id" in cls.model_fields else ""
        for name in cls.words:
            text = named.get(name)
            if isinstance(text, str):
                named[name] = {"id": f"{owner}.{name}", "text": text}
            elif isinstance(text, Mapping) and "id" not in text:
                named[name] = {**text, "id": f"{owner}.{name}"}
        for name, pattern in cls.parts.items():
            children = named.get(name)
            if isinstance(children, Mapping):
                named[name] = {key: _with_id(child, pattern.format(owner=owner, key=key)) for key, child in children.items()}
        return named

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> Self:
        """Itself: nothing of it changes. What a field holds where nothing was written is the same for everybody."""
        return self

    @classmethod
    def key_of(cls, name: str) -> str:
        """The key an author writes for the field `name` (`else_` is written `else`)."""
        info = cls.model_fields.get(name)
        return (info.alias if info is not None else None) or name

    def mark(self, name: str | None = None, item: object = None) -> Mark:
        """Where this was written: the whole of it, its field `name`, or one `item` of that field.

        Falls back to the nearest thing around that was written; a story read from the cache answers with an empty place.
        """
        marks, where = self._origin.marks, self._origin.where
        if name is None:
            return marks.key(where)
        where = (*where, self.key_of(name))
        if item is None:
            return marks.value(where)
        value = getattr(self, name)
        if isinstance(value, tuple) and item in value:
            return marks.value((*where, value.index(item)))
        if isinstance(value, Mapping) and isinstance(item, str):
            return marks.key((*where, item))
        return marks.value(where)

    def remember(self, marks: Marks, where: Where) -> None:
        """Tell this piece of content, and all below it, where it was written."""
        self._origin = Origin(marks, where)
        for step, child in self.below():
            child.remember(marks, (*where, *step))

    def below(self) -> Iterator[tuple[Where, Model]]:
        """The pieces of content right below this one, each with the way to it as an author writes it."""
        held = self.__dict__
        for name, key in _keys(type(self)):
            value = held[name]
            if isinstance(value, Model):
                yield (key,), value
            elif value and isinstance(value, tuple | Mapping):
                yield from _inside(value, (key,))


@cache
def _keys(kind: type[Model]) -> tuple[tuple[str, str], ...]:
    """The fields of a kind of content, each with the key an author writes; asked for thousands of times over a story."""
    return tuple((name, kind.key_of(name)) for name in kind.model_fields)


@cache
def known_fields(kind: type[Model], names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of these names that are fields of a kind of content: quicker than asking each piece, which would look for them in vain."""
    return tuple(name for name in names if name in kind.model_fields)


def _inside(value: object, where: Where) -> Iterator[tuple[Where, Model]]:
    if isinstance(value, Model):
        yield where, value
    elif isinstance(value, tuple):
        for index, child in enumerate(value):
            yield from _inside(child, (*where, index))
    elif isinstance(value, Mapping):
        for key, child in value.items():
            yield from _inside(child, (*where, key))


def _with_id(child: object, identity: str) -> object:
    if child is None:
        child = {}
    if not isinstance(child, Mapping):
        return child
    given = child.get("id", identity)
    if given != identity:
        both = {"given": str(given), "key": identity}
        raise PydanticCustomError("id_twice", "the key is the id, “{key}”: it cannot be “{given}” too", both)
    return {**child, "id": identity}


class Text(Model):
    """French words with a stable id; English lives in `locales/en.po` under the same id."""

    id: Id
    text: str = Field(max_length=LONGEST)
    fact: Several[Id] = ()

    def __str__(self) -> str:
        return self.id
