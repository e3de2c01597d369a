"""Article to JSON-ready data and back, exactly. cattrs does the work; it is imported on first use because it is slow to.

Spans are `[start, end]`; every node has its `type`; an entity is written once, under `entities`, and referred to by its
`id` elsewhere. Values that are None and empty tuples are written too: readers of the JSON need not guess.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

import attrs

from newsparse.model import nodes
from newsparse.model.annotations import Entity
from newsparse.model.article import Article
from newsparse.model.fields import Field, StoredField
from newsparse.model.span import Span

if TYPE_CHECKING:
    from cattrs import Converter

F = TypeVar("F", bound=Field)

FORMAT = 1
"""Version of the JSON form; it changes when an older reader would misread it."""

_entities: ContextVar[tuple[Entity, ...]] = ContextVar("_entities", default=())


def article_to_dict(article: Article) -> dict[str, Any]:
    """Return `article` as JSON-ready data."""
    convert = _converter().unstructure
    data: dict[str, Any] = {"format": FORMAT}
    for field in attrs.fields(Article):
        value = getattr(article, field.name)
        if field.name == "entities":
            data["entities"] = [_entity_to_dict(entity) for entity in value]
        elif field.name == "fields":
            data["fields"] = {one.name: field_data(one) for one in value}
        else:
            data[field.name] = convert(value, unstructure_as=_types()[field.name])
    return data


def article_from_dict(data: Mapping[str, Any]) -> Article:
    """Return the article that `article_to_dict` wrote."""
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        msg = f"this is not an article as Article.to_dict() writes it: its key 'format' must be {FORMAT}"
        raise ValueError(msg)
    convert = _converter().structure
    try:
        entities = tuple(_entity_from_dict(one) for one in data["entities"])
        token = _entities.set(entities)
        try:
            values = {
                name: convert(data[name], kind) for name, kind in _types().items() if name not in ("entities", "fields")
            }
        finally:
            _entities.reset(token)
    except Exception as error:
        from cattrs import transform_error  # noqa: PLC0415 - slow to import

        reasons = "; ".join(transform_error(error)) if isinstance(error, ExceptionGroup) else repr(error)
        msg = f"this is not an article as Article.to_dict() writes it: {reasons}"
        raise ValueError(msg) from error
    stored = tuple(StoredField(name=name, data=value) for name, value in data.get("fields", {}).items())
    return Article(entities=entities, fields=stored, **values)


def field_data(field: Field | StoredField) -> dict[str, Any]:
    """Return a plugin field as JSON-ready data."""
    if isinstance(field, StoredField):
        return field.data
    data: dict[str, Any] = _converter().unstructure(field)
    return data


def typed_field(field: StoredField, kind: type[F], article: Article) -> F:
    """Return a stored field as its own class."""
    token = _entities.set(article.entities)
    try:
        return _converter().structure(field.data, kind)
    finally:
        _entities.reset(token)


def _entity_to_dict(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind,
        "honorifics": list(entity.honorifics),
        "description": entity.description,
        "mentions": [list(mention) for mention in entity.mentions],
    }


def _entity_from_dict(data: Mapping[str, Any]) -> Entity:
    return Entity(
        id=data["id"],
        name=data["name"],
        kind=data["kind"],
        honorifics=tuple(data["honorifics"]),
        description=data["description"],
        mentions=tuple(Span(*mention) for mention in data["mentions"]),
    )


@cache
def _types() -> dict[str, Any]:
    """The types of `Article`'s fields."""
    from typing import get_type_hints  # noqa: PLC0415 - used once

    hints = get_type_hints(Article)
    return {field.name: hints[field.name] for field in attrs.fields(Article)}


@cache
def _converter() -> Converter:
    from cattrs import Converter  # noqa: PLC0415 - slow to import

    converter = Converter()
    converter.register_unstructure_hook(Span, list)
    converter.register_structure_hook(Span, lambda value, _: Span(*value))
    converter.register_unstructure_hook(Entity, lambda entity: entity.id)
    converter.register_structure_hook(Entity, lambda value, _: _entities.get()[value])
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook(datetime, lambda value, _: datetime.fromisoformat(value))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    converter.register_structure_hook(date | datetime, _moment)
    converter.register_unstructure_hook_func(lambda kind: kind == date | datetime, lambda value: value.isoformat())
    # Tuples of a known length (`TimeExpression.joined`) are lists too: a field must equal itself as read back from JSON
    converter.register_unstructure_hook_func(_is_fixed, lambda value: [converter.unstructure(one) for one in value])
    _register_nodes(converter)
    return converter


def _moment(value: str, _: object) -> date | datetime:
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)


def _is_fixed(kind: object) -> bool:
    arguments = get_args(kind)
    return get_origin(kind) is tuple and bool(arguments) and arguments[-1] is not ...


def _register_nodes(converter: Converter) -> None:
    """Nodes carry their `type`, which says what they are read back as."""
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn  # noqa: PLC0415 - slow to import

    kinds: dict[str, type[Any]] = {kind.type: kind for kind in (*nodes.LEAVES, *nodes.BRANCHES)}
    writers: dict[type[Any], Callable[[Any], dict[str, Any]]] = {}
    readers: dict[str, Callable[[Mapping[str, Any], Any], Any]] = {}

    def write(node: Any) -> dict[str, Any]:  # noqa: ANN401 - cattrs calls it with any node
        return {"type": node.type, **writers[type(node)](node)}

    def read(data: Mapping[str, Any], _: object) -> Any:  # noqa: ANN401 - and wants any node back
        return readers[data["type"]](data, kinds[data["type"]])

    for kind in kinds.values():
        converter.register_unstructure_hook(kind, write)
        converter.register_structure_hook(kind, read)
    converter.register_unstructure_hook_func(lambda kind: kind == nodes.Node, write)
    converter.register_structure_hook_func(lambda kind: kind == nodes.Node, read)
    for name, kind in kinds.items():
        writers[kind] = make_dict_unstructure_fn(kind, converter)
        readers[name] = make_dict_structure_fn(kind, converter)
