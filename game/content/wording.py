"""What pydantic found wrong, said in an author's words and pointed at the right mark.

Room: game/content.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core.core_schema import ErrorType

from .diagnostics import Diagnostic, did_you_mean
from .model import Marks, Where
from .rules import MISSING_KEY, NOT_IN_LIST, UNKNOWN_KEY, WRONG_VALUE
from .story import Story

MOST = 300
"""Faults that are told of one reading: who wrote so many mends the first ones first."""

_PLAIN = {
    "string_type": "a word or a text is expected here",
    "int_type": "a whole number is expected here",
    "int_parsing": "a whole number is expected here",
    "int_from_float": "a whole number is expected here",
    "float_type": "a number is expected here",
    "float_parsing": "a number is expected here",
    "bool_type": "true or false is expected here",
    "bool_parsing": "true or false is expected here",
    "tuple_type": "a list is expected here",
    "model_type": "keys and values are expected here",
    "model_attributes_type": "keys and values are expected here",
    "mapping_type": "keys and values are expected here",
    "dict_type": "keys and values are expected here",
    "date_from_datetime_parsing": "a day is expected here, as 2026-11-24",
    "date_parsing": "a day is expected here, as 2026-11-24",
    "list_type": "a list is expected here",
    "finite_number": "a number is expected here",
    "int_parsing_size": "a smaller number is expected here",
    "date_type": "a day is expected here, as 2026-11-24",
}
_LIMITS = {
    "greater_than": "a number above {gt} is expected here",
    "greater_than_equal": "a number of {ge} or more is expected here",
    "less_than": "a number below {lt} is expected here",
    "less_than_equal": "a number of {le} or less is expected here",
    "string_too_long": "at most {max_length} signs are expected here",
    "too_short": "at least {min_length} are expected in this list",
    "too_long": "at most {max_length} are expected in this list",
}
_NAMES = {
    "Hotspot": "a hotspot",
    "Guise": "a state",
    "Use": "a use",
    "Exit": "an exit",
    "Episode": "the episode",
    "Board": "the board",
    "Effects": "effects",
    "Story": "a file",
    "Note": "a text",
    "_File": "a walkthrough",
    "Expect": "`expect`",
}


def explain(
    error: ValidationError, data: Mapping[str, Any], marks: Marks, top: type[BaseModel] = Story, base: Where = (), within: Where = ()
) -> Iterator[Diagnostic]:
    """One diagnostic for each thing pydantic refused.

    top:    the model that was filled.
    base:   the way to its own last key, which stands in the file for the first key of `data`.
    within: the way to the whole of `data` in its file.
    """
    for fault in error.errors(include_url=False, include_input=True)[: MOST + 1]:
        where = _locate(fault["loc"], data)
        where = (*base[:-1], base[-1], *where[1:]) if base else (*within, *where)
        yield say_fault(fault, where, _model_at(fault["loc"][:-1], top), marks)


def say_fault(fault: Any, where: Where, model: type[BaseModel] | None, marks: Marks) -> Diagnostic:
    """One thing pydantic refused in `model`, in an author's words, pointed at `where`."""
    kind = fault["type"]
    name = str(fault["loc"][-1]) if fault["loc"] else ""
    owner = _owner(model)
    if kind == "extra_forbidden":
        known = [key_of(model, field) for field in model.model_fields] if model is not None else []
        return UNKNOWN_KEY.at(marks.key(where), key=name, owner=owner, hint=did_you_mean(name, known))
    if kind == "missing" and isinstance(fault["loc"][-1], int):
        return WRONG_VALUE.at(marks.value(where), problem="this list is too short")
    if kind == "missing":
        return MISSING_KEY.at(marks.key(where), key=name, owner=owner)
    if kind == "literal_error":
        given = str(fault["input"])
        allowed = str(fault["ctx"]["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        return NOT_IN_LIST.at(marks.value(where), given=given, allowed=", ".join(allowed), hint=did_you_mean(given, allowed))
    return WRONG_VALUE.at(marks.value(where), problem=_problem(kind, fault))


def _problem(kind: str, fault: Any) -> str:
    """What is expected instead. Pydantic's own English is never shown: what it has no words for here is said in general."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind in _LIMITS:
        limits = ((key, f"{value:g}" if isinstance(value, float) else value) for key, value in fault["ctx"].items())
        return _LIMITS[kind].format_map({key: str(value) for key, value in limits})
    return "something else is expected here" if kind in _pydantics() else str(fault["msg"])


@cache
def _pydantics() -> frozenset[str]:
    """Every kind of error that is pydantic's; any other one was raised by a model of ours, in words of ours."""
    return frozenset(get_args(ErrorType))


def key_of(model: type[BaseModel] | None, name: str) -> str:
    """The key an author writes for a field."""
    info = model.model_fields[name] if model is not None else None
    return (info.alias if info is not None else None) or name


def _owner(model: type[BaseModel] | None) -> str:
    if model is None:
        return "this"
    return _NAMES.get(model.__name__, f"a {model.__name__.lower()}")


def _locate(loc: tuple[int | str, ...], data: Mapping[str, Any]) -> Where:
    """The way to the fault in the data as written; a key that is missing or unknown is its last step."""
    where: list[int | str] = []
    here: Any = data
    for step in loc:
        if step == "[key]":
            continue
        if isinstance(here, Mapping) and step in here:
            here = here[str(step)]
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            break
        where.append(step)
    return tuple(where)


def _model_at(loc: tuple[int | str, ...], top: type[BaseModel]) -> type[BaseModel] | None:
    """The model reached by walking the fields of `top` along `loc`."""
    model: type[BaseModel] | None = top
    for step in loc:
        if model is None:
            return None
        named = {key_of(model, name): info for name, info in model.model_fields.items()}
        info = named.get(str(step)) if isinstance(step, str) else None
        if info is not None:
            model = _model_in(info.annotation) or model
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation: `tuple[Line, ...]`, `FrozenMap[Id, Node]`, `Text | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        found = _model_in(inner)
        if found is not None:
            return found
    return None
