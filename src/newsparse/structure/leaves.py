"""Blocks to leaves, and runs of leaves to lists, figures and contents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import attrs

from newsparse.blocks import Block
from newsparse.languages import Language
from newsparse.model import (
    AlternativeHeadline,
    AnyLeaf,
    BlockQuote,
    Byline,
    Caption,
    Contents,
    ContentsEntry,
    ContentsTitle,
    Correction,
    Credit,
    Dateline,
    Diagnostic,
    Entity,
    Figure,
    Furniture,
    Heading,
    Headline,
    ListBlock,
    ListItem,
    Node,
    Paragraph,
    Span,
    Table,
)
from newsparse.readers import Source

_GROUP = {"contents_title": "contents", "contents_entry": "contents", "list_item": "list", "caption": "figure",
          "credit": "figure"}  # fmt: skip
_PLAIN: dict[
    str, type[AlternativeHeadline | Paragraph | BlockQuote | Caption | Credit | Correction | ContentsTitle]
] = {
    "alternative_headline": AlternativeHeadline,
    "paragraph": Paragraph,
    "block_quote": BlockQuote,
    "caption": Caption,
    "credit": Credit,
    "correction": Correction,
    "contents_title": ContentsTitle,
}


@attrs.define
class LeafMaker:
    """Makes leaves, and collects the authors that bylines name and what is odd on the way."""

    source: Source
    language: Language
    first_id: int
    people: list[Entity] = attrs.field(factory=list)
    diagnostics: list[Diagnostic] = attrs.field(factory=list)

    def leaf(self, block: Block) -> AnyLeaf:
        """Return the leaf that `block` is."""
        span, content = Span(block.start, block.end), Span(block.content_start, block.content_end)
        text = self.source.text[block.content_start : block.content_end]
        path = None if block.hints is None else block.hints.path
        rule = block.rule
        if block.type in _PLAIN:
            return _PLAIN[block.type](span=span, content=content, text=text, rule=rule, path=path)
        match block.type:
            case "headline":
                return Headline(span=span, content=content, text=text, rule=rule, path=path, repeated=block.repeated)
            case "heading":
                return Heading(span=span, content=content, text=text, rule=rule, path=path, depth=block.depth)
            case "list_item":
                return ListItem(span=span, content=content, text=text, rule=rule, path=path, depth=block.depth)
            case "furniture":
                return Furniture(span=span, content=content, text=text, rule=rule, path=path, kind=block.kind)
            case "contents_entry":
                return ContentsEntry(span=span, content=content, text=text, rule=rule, path=path, target=block.target)
            case "byline":
                return Byline(span=span, content=content, text=text, rule=rule, path=path)
            case "dateline":
                return Dateline(span=span, content=content, text=text, rule=rule, path=path)
            case "table":
                return Table(span=span, content=content, text=text, rule=rule, path=path)
            case _:  # every other type stands in _PLAIN
                return Paragraph(span=span, content=content, text=text, rule=rule, path=path)

    def heading(self, block: Block) -> Headline | Heading:
        """Return the headline of an interview, whatever its block was taken for."""
        span, content = Span(block.start, block.end), Span(block.content_start, block.content_end)
        text = content.of(self.source.text)
        path = None if block.hints is None else block.hints.path
        if block.type == "headline":
            return Headline(span=span, content=content, text=text, rule=block.rule, path=path, repeated=block.repeated)
        return Heading(span=span, content=content, text=text, rule=block.rule, path=path, depth=block.depth)


def grouped(blocks: Iterable[Block], make: LeafMaker) -> Sequence[Node]:
    """Return the leaves of `blocks`; those that belong together stand in one list, figure or table of contents."""
    nodes: list[Node] = []
    for name, run in groupby(blocks, _group):
        members = tuple(run)
        leaves = tuple(make.leaf(block) for block in members)
        if not name:
            nodes.extend(leaves)
            continue
        span = Span(leaves[0].span.start, leaves[-1].span.end)
        match name:
            case "contents":
                nodes.append(Contents(span=span, rule="contents.run", children=leaves))
            case "figure":
                nodes.append(Figure(span=span, rule="figure.run", children=leaves))
            case _:
                nodes.append(ListBlock(span=span, rule="list.run", ordered=members[0].ordered, children=leaves))
    return nodes


def _group(block: Block) -> str:
    group = _GROUP.get(block.type, "")
    return f"{group} {block.ordered and block.depth == 1}" if group == "list" else group
