"""The JSON Schema (2020-12) of `Article.to_dict()`, generated from the model.

The package ships it as `model/article.schema.json`; `python -m newsparse.model.schema` writes it anew.
"""

from __future__ import annotations

import json
import types
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from newsparse.model import nodes
from newsparse.model.annotations import Entity
from newsparse.model.article import Article
from newsparse.model.serialisation import FORMAT
from newsparse.model.span import Span

SHIPPED = Path(__file__).with_name("article.schema.json")


def json_schema() -> dict[str, Any]:
    """Return the schema as JSON-ready data."""
    definitions: dict[str, Any] = {
        "Span": {
            "description": "Half-open, in code points of the article's text.",
            "type": "array",
            "prefixItems": [{"type": "integer", "minimum": 0}] * 2,
            "items": False,
            "minItems": 2,
        },
        "EntityId": {"description": "An entity's id: its place under `entities`.", "type": "integer", "minimum": 0},
        "Node": {"oneOf": [{"$ref": f"#/$defs/{kind.__name__}"} for kind in (*nodes.LEAVES, *nodes.BRANCHES)]},
    }
    for kind in (*nodes.LEAVES, *nodes.BRANCHES):
        _define(kind, definitions, {"type": {"const": kind.type}})
    _define(Entity, definitions, {})
    properties = {
        name: _schema(hint, definitions)
        for name, hint in get_type_hints(Article).items()
        if name not in ("entities", "fields")
    }
    properties["entities"] = {"type": "array", "items": {"$ref": "#/$defs/Entity"}}
    properties["fields"] = {"description": "What plugins add, by field name.", "type": "object"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "newsparse article",
        "type": "object",
        "properties": {"format": {"const": FORMAT}, "file": {"type": "string"}, **properties},
        "required": ["format", *properties],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _define(kind: type[Any], definitions: dict[str, Any], more: dict[str, Any]) -> str:
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        hints = get_type_hints(kind)
        properties = {field.name: _schema(hints[field.name], definitions) for field in attrs.fields(kind)}
        definitions[name] = {
            "description": (kind.__doc__ or "").split("\n\n")[0].replace("\n    ", " "),
            "type": "object",
            "properties": {**more, **properties},
            "required": [*more, *properties],
            "additionalProperties": False,
        }
    return name


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a type, whatever it is
    if hint == nodes.Node:
        return {"$ref": "#/$defs/Node"}
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(one, definitions) for one in arguments]}
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if origin is not None and attrs.has(origin):
        return _sourced(origin, arguments[0], definitions)
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    return {"$ref": f"#/$defs/{_define(hint, definitions, {})}"}


def _sourced(kind: type[Any], argument: Any, definitions: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    hints = get_type_hints(kind)
    properties = {
        field.name: _schema(argument if isinstance(hints[field.name], TypeVar) else hints[field.name], definitions)
        for field in attrs.fields(kind)
    }
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_SIMPLE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Span: {"$ref": "#/$defs/Span"},
    Entity: {"$ref": "#/$defs/EntityId"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
}


if __name__ == "__main__":
    SHIPPED.write_text(json.dumps(json_schema(), indent=1) + "\n", "utf-8")
