"""What leaves the device, what leaves sealed, and what never leaves: a list made from the shapes themselves.

Room: reporting/protocol. The review screen, the printed card and the documentation all read this list, so none of them
can promise more than the code does. Word ids are `leaves.<where>.<path>`; the sentences live with the reader.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from reporting.protocol.model import canonical
from reporting.protocol.report import Inside, Report


class Where(StrEnum):
    """How a piece of information travels."""

    CLEAR = "clear"
    SEALED = "sealed"
    NEVER = "never"


NEVER = ("picture", "thumbnail", "file-name", "path", "dimensions", "duration", "exif", "phash", "address", "name")
"""What the shapes have no field for. A test looks for each of them, under all its usual names, in the whole schema."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One piece of information: its path in the shape, and the id of the words that explain it."""

    where: Where
    path: str

    @property
    def word(self) -> str:
        """Where the reader finds the sentence: `leaves.clear.items.pdq`."""
        return f"leaves.{self.where.value}.{self.path}"


@dataclass(frozen=True, slots=True)
class Filled:
    """A leaf with what this very report holds for it, as JSON text; `()` when it holds nothing."""

    leaf: Leaf
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaving:
    """What this report sends. The two texts are the very bytes: the first is the body, the second is what is sealed."""

    filled: tuple[Filled, ...]
    never: tuple[Leaf, ...]
    clear_json: bytes
    sealed_json: bytes


def every_leaf() -> tuple[Leaf, ...]:
    """Each field of `Report` and of `Inside`, then all that never leaves, in the order of the shapes."""
    clear = tuple(Leaf(Where.CLEAR, path) for path in _paths(Report))
    sealed = tuple(Leaf(Where.SEALED, path) for path in _paths(Inside))
    return clear + sealed + tuple(Leaf(Where.NEVER, path) for path in NEVER)


def leaving(report: Report, inside: Inside) -> Leaving:
    """The list for one report, ready to be reviewed before it is sent."""
    shapes: dict[Where, Any] = {Where.CLEAR: report.model_dump(mode="json"), Where.SEALED: inside.model_dump(mode="json")}
    return Leaving(
        filled=tuple(
            Filled(leaf, tuple(dict.fromkeys(_values(shapes[leaf.where], leaf.path.split(".")))))
            for leaf in every_leaf()
            if leaf.where is not Where.NEVER
        ),
        never=tuple(leaf for leaf in every_leaf() if leaf.where is Where.NEVER),
        clear_json=canonical(report),
        sealed_json=canonical(inside),
    )


def _paths(model: type[BaseModel], before: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        inner = next(_models(field.annotation), None)
        if inner is None:
            yield before + name
        else:
            yield from _paths(inner, f"{before}{name}.")


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The shapes found inside a type, through tuples, unions and annotations."""
    if get_origin(annotation) is None:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            yield annotation
        return
    for part in get_args(annotation):
        yield from _models(part)


def _values(value: Any, path: list[str]) -> Iterator[str]:
    if isinstance(value, list):
        for part in value:
            yield from _values(part, path)
    elif path:
        if value is not None:
            yield from _values(value[path[0]], path[1:])
    elif value is not None and value != "":
        yield value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
