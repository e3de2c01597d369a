"""A readable outline: the tree, then quotations, dates, people, fields and diagnostics."""

from __future__ import annotations

import json
from collections.abc import Iterator

import regex

from newsparse.hookspecs import Exporter
from newsparse.model import Article, Entity, Furniture, ListBlock, Node, Section, Span, Turn
from newsparse.model.nodes import Branch, ContentsEntry, Leaf
from newsparse.model.serialisation import field_data

WIDTH = 100
"""Characters of a block's text that are shown."""


def to_tree(article: Article) -> str:
    """Return the outline of `article`, one node a line."""
    lines = [*_title(article), *(line for node in article.children for line in _node(node, article))]
    for heading, entries in (
        ("quotations", list(_quotations(article))),
        ("dates", list(_dates(article))),
        ("people and organisations", [_entity(entity) for entity in article.entities]),
        ("fields", list(_fields(article))),
        ("diagnostics", [f"{one.severity} {one.code}: {one.message}" for one in article.diagnostics]),
    ):
        if entries:
            lines += ["", f"{heading}:", *(f"  {entry}" for entry in entries)]
    return "\n".join(lines) + "\n"


def short(text: str, width: int = WIDTH) -> str:
    """Return `text` on one line, cut after `width` characters."""
    line = regex.sub(r"\s+", " ", text).strip()
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def _title(article: Article) -> Iterator[str]:
    known = {
        "title": article.title,
        "authors": ", ".join(author.name for author in article.authors),
        "published": article.date_published and article.date_published.isoformat(),
        "modified": article.date_modified and article.date_modified.isoformat(),
        "language": article.language,
    }
    yield from (f"{name}: {value}" for name, value in known.items() if value)
    yield ""


def _node(top: Node, article: Article) -> Iterator[str]:
    waiting: list[tuple[Node, int]] = [(top, 0)]
    while waiting:
        node, depth = waiting.pop()
        text = f"  {short(node.text)}" if isinstance(node, Leaf) else ""
        yield f"{'  ' * depth}{_label(node, article)}{text}"
        if isinstance(node, Branch):
            waiting.extend((child, depth + 1) for child in reversed(node.children))


def _label(node: Node, article: Article) -> str:
    match node:
        case Furniture():
            return f"{node.type}/{node.kind}"
        case Turn():
            return f"{node.type}/{node.role} {node.speaker.name if node.speaker else '?'}"
        case Section():
            return f"{node.type}"
        case ListBlock():
            return f"{'ordered ' if node.ordered else ''}{node.type}"
        case ContentsEntry():
            return f"{node.type} → {'nothing' if node.target is None else short(node.target.of(article.text), 40)}:"
        case _:
            return node.type


def _quotations(article: Article) -> Iterator[str]:
    for quote in article.quotes:
        who = quote.speaker.name if quote.speaker else _words(quote.source, article) or "nobody named"
        what = quote.kind if quote.function == "speech" else f"{quote.kind} {quote.function}"
        yield f"{who} ({what}): {short(quote.text)}"


def _dates(article: Article) -> Iterator[str]:
    for one in article.dates:
        interval = f"  {one.start.isoformat()} to {one.end.isoformat()}" if one.start and one.end else ""
        yield f"{short(one.text, 40)}: {one.type} {one.value}{f' {one.mod}' if one.mod else ''}{interval}"


def _entity(entity: Entity) -> str:
    described = f", {short(entity.description, 60)}" if entity.description else ""
    return f"{entity.name}{described} ({entity.kind}, {len(entity.mentions)} mentions)"


def _fields(article: Article) -> Iterator[str]:
    for field in article.fields:
        yield f"{field.name}: {json.dumps(field_data(field), ensure_ascii=False)}"


def _words(span: Span | None, article: Article) -> str | None:
    return None if span is None else short(span.of(article.text), 60)


TREE = Exporter(name="tree", media_type="text/plain", export=to_tree, description="a readable outline of everything")
