"""JSON Schemas of every kind of authored file, for the completion and the red lines of an editor. Made from the models, never by hand.

Room: game/authoring. Draft-07, which is what YAML extensions of editors support. A model says what is stored; an author may write less
(the key is the id, one thing needs no list, a text is a string): `_as_written` puts these short forms in.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, TypeAlias, get_args, get_origin

from pydantic.fields import FieldInfo

from game.content.condition import letters
from game.content.help import HelpLine
from game.content.model import Model, Several
from game.content.story import Story
from game.core.commands import COMMANDS

Schema: TypeAlias = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
GIVEN_BY_KEY = {"Exit": ("to",), "Presence": ("who",)}
"""What the key under which a thing is written says already, beside its id."""
LISTED = get_args(Several[str])[1].func
"""What reads one thing as a list of one."""
KEY = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}


def schemas(expect: Schema) -> dict[str, Schema]:
    """Every schema by the name of its file.

    expect: the JSON Schema of what a walkthrough may expect; the session owns its model.
    """
    return {
        "story.schema.json": story_schema(),
        "walkthrough.schema.json": walkthrough_schema(expect),
        "words.schema.json": words_schema(),
        "renames.schema.json": _headed("Renamed ids", "Old id to new id, for saves.", {"type": "object", "additionalProperties": KEY}),
    }


def write(folder: Path, expect: Schema) -> tuple[Path, ...]:
    """Write them all; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas(expect).items():
        path = folder / name
        path.write_text(as_text(schema), encoding="utf-8")
        written.append(path)
    return tuple(written)


def as_text(schema: Schema) -> str:
    """As it is committed."""
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def story_schema() -> Schema:
    """Any file under `scenes` and `story`: kinds of content at the top, none of them required."""
    made = _from_model(Story)
    made["properties"].pop("digest")
    made.pop("required", None)
    return _headed("Story content", "A file of scenes/ or story/. It may hold any kinds of content.", made)


def words_schema() -> Schema:
    """A file of the interface's words: dotted ids to French; `lines` holds the help lines."""
    text = {"anyOf": [{"type": "string"}, _object({"text": {"type": "string"}, "fact": _one_or_many({"type": "string"})}, ["text"])]}
    nested: Schema = {"anyOf": [text, {"type": "object", "additionalProperties": {"$ref": "#/definitions/Words"}}]}
    line = _from_model(HelpLine)
    definitions = {**line.pop("definitions"), "Words": nested, "HelpLine": line}
    line["required"] = [name for name in line["required"] if name != "id"]
    lines = {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": {"$ref": "#/definitions/HelpLine"}}}
    made = {
        "type": "object",
        "properties": {"lines": lines},
        "additionalProperties": {"$ref": "#/definitions/Words"},
        "definitions": definitions,
    }
    return _headed("Interface words", "A file of game/words: ids to French.", made)


def walkthrough_schema(expect: Schema) -> Schema:
    """A walkthrough: how a play begins, and its steps."""
    steps: list[Schema] = [{"enum": ["read-on"]}]
    plain = ["read-on"]
    for kind in _commands():
        fields = {name: shape for name, shape in kind["properties"].items() if name != "do"}
        verb = kind["properties"]["do"]["const"]
        shapes = [_draft07(shape) for shape in fields.values()]
        if not shapes:
            plain.append(verb)
            continue
        given = shapes[0] if len(shapes) == 1 else {"type": "array", "items": shapes, "minItems": len(shapes), "maxItems": len(shapes)}
        steps.append(_object({verb: given}, [verb]))
    steps[0] = {"enum": plain}
    steps.append(_object({"expect": {"$ref": "#/definitions/Expect"}}, ["expect"]))
    properties = {
        "path": {"enum": ["s", "m", "f"]},
        "mode": {"enum": ["class", "home"]},
        "seed": {"type": "integer"},
        "steps": {"type": "array", "items": {"anyOf": steps}},
    }
    expected = _draft07(expect)
    made = _object(properties, ["path", "mode", "steps"])
    made["definitions"] = {**expected.pop("definitions", {}), "Expect": expected}
    return _headed("Walkthrough", "A play as a list of steps (tests/walkthroughs).", made)


def _commands() -> list[Schema]:
    whole = COMMANDS.json_schema()
    return [whole["$defs"][option["$ref"].rpartition("/")[2]] for option in whole["oneOf"]]


def _headed(title: str, description: str, schema: Schema) -> Schema:
    return {"$schema": DRAFT, **schema, "title": title, "description": description}


def _object(properties: Schema, required: list[str]) -> Schema:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _one_or_many(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "array", "items": schema}]}


# -- from models ------------------------------------------------------------------------------------------------------------------------


def _from_model(kind: type[Model]) -> Schema:
    """The schema of a model and all below it, as an author writes them."""
    whole = _draft07(kind.model_json_schema(by_alias=True))
    definitions = whole.setdefault("definitions", {})
    reachable = {model.__name__: model for model in _models(kind, set())}
    keyed = {child.__name__ for model in reachable.values() for child in _keyed(model)}
    for called, model in reachable.items():
        schema = whole if model is kind else definitions.get(called)
        if schema is not None:
            _as_written(schema, model, called in keyed)
    definitions["Text"] = _plain_text(definitions.get("Text", {}))
    if "Condition" in definitions:
        definitions["Condition"] = _condition(definitions["Condition"])
    whole.pop("title", None)
    return whole


def _models(kind: type[Model], seen: set[type[Model]]) -> Iterator[type[Model]]:
    if kind in seen:
        return
    seen.add(kind)
    yield kind
    for info in kind.model_fields.values():
        for inner in _inside(info.annotation):
            yield from _models(inner, seen)


def _inside(annotation: object) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for part in get_args(annotation):
        yield from _inside(part)


def _keyed(kind: type[Model]) -> Iterator[type[Model]]:
    """The models whose id is the key they are written under."""
    for name in kind.parts:
        yield from _inside(kind.model_fields[name].annotation)


def _as_written(schema: Schema, kind: type[Model], keyed: bool) -> None:
    """Short forms of a model: no id under a key, plain texts, one thing for a list, letters for paths."""
    spared = {*GIVEN_BY_KEY.get(kind.__name__, ()), *(("id",) if keyed else ())}
    if "required" in schema:
        schema["required"] = [name for name in schema["required"] if name not in spared]
    schema.pop("title", None)
    for name, info in kind.model_fields.items():
        shape = schema.get("properties", {}).get(info.alias or name)
        if shape is None:
            continue
        for key in ("title", "default"):
            shape.pop(key, None)
        if _is_listed(info):
            _also(shape, shape.get("items", {}))
        if _takes_letters(info):
            _also(shape, {"type": "string", "pattern": "^[smf]+$"})
        if name in kind.words:
            shape.setdefault("description", f"French words; their id is `{{id}}.{name}`.")


def _also(shape: Schema, other: Schema) -> None:
    """Accept this form too."""
    kept = dict(shape)
    shape.clear()
    forms = kept.pop("anyOf", None) or [{key: kept.pop(key) for key in list(kept) if key != "description"}]
    shape.update({**kept, "anyOf": [*forms, other]})


def _validators(info: FieldInfo) -> set[object]:
    """The functions that read a short form, wherever they stand in the annotation."""
    found = {getattr(one, "func", None) for one in info.metadata}
    todo: list[object] = [info.annotation]
    while todo:
        part = todo.pop()
        if get_origin(part) is Annotated:
            found |= {getattr(one, "func", None) for one in getattr(part, "__metadata__", ())}
        todo.extend(get_args(part))
    return found


def _is_listed(info: FieldInfo) -> bool:
    return LISTED in _validators(info)


def _takes_letters(info: FieldInfo) -> bool:
    return letters in _validators(info)


def _plain_text(schema: Schema) -> Schema:
    """A text is a string, or a mapping where it needs more than words."""
    fields = {**schema.get("properties", {})}
    for shape in fields.values():
        shape.pop("title", None)
    return {"anyOf": [{"type": "string"}, _object(fields, ["text"])], "description": "French words, or {text, fact}."}


def _condition(schema: Schema) -> Schema:
    """A bare id is short for `reached`; a list for `all`."""
    one = {"$ref": "#/definitions/Condition"}
    forms = [{"type": "string", "description": "An id that must be reached."}, {"type": "array", "items": one}, schema]
    for name, means in (("all", "All of these."), ("any", "One of these at least."), ("not", "None of these.")):
        schema["properties"][name] = {"type": "array", "items": one, "description": means}
    return {"anyOf": forms, "description": schema.pop("description", "")}


def _draft07(schema: Mapping[str, Any]) -> Schema:
    """The same in draft-07: `definitions`, tuples as lists of items, no default beside a reference."""
    found = _walk(schema)
    assert isinstance(found, dict)  # noqa: S101 a mapping walks to a mapping
    return found


def _walk(value: Any) -> Any:
    if isinstance(value, list):
        return [_walk(item) for item in value]
    if isinstance(value, str):
        return value.replace("#/$defs/", "#/definitions/")
    if not isinstance(value, Mapping):
        return value
    made: Schema = {}
    for key, inner in value.items():
        if key == "$defs":
            made["definitions"] = _walk(inner)
        elif key == "prefixItems":
            made["items"] = _walk(inner)
        elif key not in ("default", "discriminator"):
            made[key] = _walk(inner)
    if "$ref" in made and len(made) > 1:  # in draft-07 whatever stands beside a reference is not looked at
        return {"allOf": [{"$ref": made.pop("$ref")}], **made}
    return made
