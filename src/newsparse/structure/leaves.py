"""Blocks to leaves, and runs of leaves to lists, figures and contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from newsparse.blocks import Block
from newsparse.blocks.lexicon import lexicon
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
from newsparse.structure.credits import authors_of, place_and_day
from newsparse.structure.tables import rows_of

_GROUP = {"contents_title": "contents", "contents_entry": "contents", "list_item": "list", "caption": "figure",
          "credit": "figure", "table": "table"}  # fmt: skip
_LISTS = ("list", "list in order")
_made = tuple.__new__
"""Makes a span in half the time: a page has hundreds of leaves."""
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
        type_, start, end, first, last, rule, _, _, _, _, kind, _, hints = block
        span = _made(Span, (start, end))
        content = span if first == start and last == end else _made(Span, (first, last))
        text = self.source.text[first:last]
        path = None if hints is None else hints.path
        if type_ == "furniture":  # most of a page
            if kind == "empty_label":
                self._report("empty-label", f"The label {text!r} has nothing after it.", span)
            return Furniture(span=span, content=content, text=text, rule=rule, path=path, kind=kind)
        if type_ in _PLAIN:
            return _PLAIN[type_](span=span, content=content, text=text, rule=rule, path=path)
        match type_:
            case "headline":
                return Headline(span=span, content=content, text=text, rule=rule, path=path, repeated=block.repeated)
            case "heading":
                return Heading(span=span, content=content, text=text, rule=rule, path=path, depth=block.depth)
            case "list_item":
                return ListItem(span=span, content=content, text=text, rule=rule, path=path, depth=block.depth)
            case "contents_entry":
                if block.target is None:
                    self._report(
                        "contents-without-section", f"The contents list {text!r}, which is nowhere else.", span
                    )
                return ContentsEntry(span=span, content=content, text=text, rule=rule, path=path, target=block.target)
            case "byline":
                return Byline(
                    span=span, content=content, text=text, rule=rule, path=path, authors=self._authors(content)
                )
            case "dateline":
                place, day = place_and_day(self.source.text, content, lexicon(self.language))
                return Dateline(span=span, content=content, text=text, rule=rule, path=path, location=place, date=day)
            case "table":
                return Table(span=span, content=content, text=text, rule=rule, path=path)
            case _:  # every other type stands in _PLAIN
                return Paragraph(span=span, content=content, text=text, rule=rule, path=path)

    def _report(self, code: str, message: str, span: Span) -> None:
        self.diagnostics.append(Diagnostic(code=code, message=message, severity="info", span=span))

    def _authors(self, content: Span) -> tuple[Entity, ...]:
        """The people that a byline names; one who is named again keeps their number."""
        found: list[Entity] = []
        for span in authors_of(self.source.text, content, lexicon(self.language)):
            name = " ".join(span.of(self.source.text).split())
            known = next((person for person in self.people if person.name == name), None)
            if known is None:
                known = Entity(id=self.first_id + len(self.people), name=name, kind="person", mentions=(span,))
                self.people.append(known)
            if known not in found:
                found.append(known)
        return tuple(found)

    def table(self, blocks: Sequence[Block]) -> Table:
        """Return the table whose rows, or cells, `blocks` are."""
        span = Span(blocks[0].start, blocks[-1].end)
        path = None if blocks[0].hints is None else blocks[0].hints.path.rpartition("/tr")[0] or blocks[0].hints.path
        rows = tuple(rows_of(self.source.text, blocks))
        text = span.of(self.source.text)
        return Table(span=span, content=span, text=text, rule=blocks[0].rule, path=path, rows=rows)

    def heading(self, block: Block) -> Headline | Heading:
        """Return the headline of an interview, whatever its block was taken for."""
        span, content = Span(block.start, block.end), Span(block.content_start, block.content_end)
        text = content.of(self.source.text)
        path = None if block.hints is None else block.hints.path
        if block.type == "headline":
            return Headline(span=span, content=content, text=text, rule=block.rule, path=path, repeated=block.repeated)
        return Heading(span=span, content=content, text=text, rule=block.rule, path=path, depth=block.depth)


def grouped(blocks: Sequence[Block], make: LeafMaker) -> Sequence[Node]:
    """Return the leaves of `blocks`; those that belong together stand in one list, figure or table of contents."""
    nodes: list[Node] = []
    leaf = make.leaf
    for name, run in _runs(blocks):
        if not name:
            nodes.extend(map(leaf, run))
            continue
        if name == "table":
            nodes.append(make.table(run))
            continue
        leaves = tuple(map(leaf, run))
        span = Span(leaves[0].span.start, leaves[-1].span.end)
        match name:
            case "contents":
                nodes.append(Contents(span=span, rule="contents.run", children=leaves))
            case "figure":
                nodes.append(Figure(span=span, rule="figure.run", children=leaves))
            case _:
                nodes.append(ListBlock(span=span, rule="list.run", ordered=run[0].ordered, children=leaves))
    return nodes


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[str, Sequence[Block]]]:
    """Cut `blocks` where another group begins; most are of none."""
    group, start = "", 0
    for at, block in enumerate(blocks):
        other = _GROUP.get(block.type, "")
        if other == "list":
            other = _LISTS[block.ordered and block.depth == 1]
        if other != group:
            if at > start:
                yield group, blocks[start:at]
            group, start = other, at
    if len(blocks) > start:
        yield group, blocks[start:]
