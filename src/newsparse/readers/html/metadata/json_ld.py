"""JSON-LD: the one article that the page's graphs describe, whatever they are nested in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsparse.readers.html.metadata.cleaning import clean
from newsparse.readers.html.metadata.lenient_json import Json, read_json
from newsparse.readers.html.metadata.vocabulary import vocabulary

MOST_NODES = 20_000
"""Nodes that are looked at; a page that describes more describes a catalogue."""


@attrs.frozen(kw_only=True)
class Graph:
    """All that the page's JSON-LD says: nodes by kind, main article first, and every node by its `@id`."""

    articles: tuple[dict[str, Json], ...] = ()
    works: tuple[dict[str, Json], ...] = ()
    pages: tuple[dict[str, Json], ...] = ()
    others: tuple[dict[str, Json], ...] = ()
    by_id: dict[str, dict[str, Json]] = attrs.field(factory=dict)


def read_graph(scripts: Sequence[str]) -> Graph:
    """Return what the scripts describe, the nodes that stand for the page itself before those it merely mentions."""
    articles: list[tuple[bool, dict[str, Json]]] = []
    works: list[tuple[bool, dict[str, Json]]] = []
    pages: list[dict[str, Json]] = []
    others: list[dict[str, Json]] = []
    by_id: dict[str, dict[str, Json]] = {}
    known = vocabulary()
    for node, aside in _nodes([read_json(script) for script in scripts]):
        kinds = types_of(node)
        identity = node.get("@id")
        if isinstance(identity, str) and len(node) > len(by_id.get(identity, ())):
            by_id[identity] = node
        if not kinds.isdisjoint(known.articles):
            articles.append((aside, node))
        elif not kinds.isdisjoint(known.pages):
            if not aside:
                pages.append(node)
        elif not kinds.isdisjoint(known.works):
            works.append((aside, node))
        else:
            others.append(node)
    return Graph(
        articles=tuple(node for aside, node in articles if not aside),
        works=tuple(node for aside, node in works if not aside),
        pages=tuple(pages),
        others=tuple(others),
        by_id=by_id,
    )


def types_of(node: dict[str, Json]) -> set[str]:
    """The node's types, lower-cased, without their vocabulary: `http://schema.org/NewsArticle` is `newsarticle`."""
    kinds = node.get("@type", ())
    return {
        one.rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower()
        for one in (kinds if isinstance(kinds, list) else [kinds])
        if isinstance(one, str)
    }


def _nodes(roots: Sequence[Json]) -> Iterator[tuple[dict[str, Json], bool]]:
    """Every object in document order, and whether it lies behind a property that leads away from the article."""
    leads_away = vocabulary().aside
    waiting: list[tuple[Json, bool]] = [(root, False) for root in reversed(roots)]
    count = 0
    while waiting and count < MOST_NODES:
        value, aside = waiting.pop()
        if isinstance(value, dict):
            count += 1
            yield value, aside
            children = [
                (child, aside or key in leads_away) for key, child in value.items() if isinstance(child, dict | list)
            ]
            waiting.extend(reversed(children))
        elif isinstance(value, list):
            waiting.extend((child, aside) for child in reversed(value) if isinstance(child, dict | list))


def texts_of(value: Json) -> list[str]:
    """The texts of a property: one, several, or objects with a name or value."""
    found: list[str] = []
    waiting = [value]
    while waiting and len(found) < 100:
        one = waiting.pop(0)
        match one:
            case str():
                found.append(clean(one))
            case list():
                waiting[:0] = one[:100]
            case dict():
                waiting[:0] = [one.get("name") or one.get("@value") or one.get("url")]
            case int() | float():
                found.append(str(one))
            case _:
                pass
    return [text for text in found if text]


def first_text(node: dict[str, Json], *keys: str) -> str:
    """The first text that one of the properties has, or an empty string."""
    for key in keys:
        if texts := texts_of(node.get(key)):
            return texts[0]
    return ""
