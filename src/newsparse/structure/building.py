"""Blocks to tree: front matter, contents, sections, lists, figures, interviews."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.blocks import Block
from newsparse.languages import Language
from newsparse.model import Headline, Node, Paragraph, Section, Span
from newsparse.readers import Source
from newsparse.structure.outline import Outline


def build(source: Source, blocks: Sequence[Block], language: Language) -> Outline:
    """Return the document tree of `blocks`."""
    del language
    front: list[Node] = []
    body: list[Node] = []
    for block in blocks:
        span, content = Span(block.start, block.end), Span(block.content_start, block.content_end)
        text = content.of(source.text)
        if block.type == "headline":
            front.append(Headline(span=span, content=content, text=text, rule=block.rule))
        else:
            body.append(Paragraph(span=span, content=content, text=text, rule=block.rule))
    if body:
        whole = Span(body[0].span.start, body[-1].span.end)
        front.append(Section(span=whole, rule="section.lead", children=tuple(body)))
    return Outline(children=tuple(front))
