"""Gives the tree and the quotations their final entities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

import attrs

from newsparse.annotations.entities import Cast
from newsparse.annotations.headlines import with_guests, with_headlines
from newsparse.model import AnyLeaf, Branch, Byline, Entity, Leaf, Node, Quotation, Turn

_NAMING = (Branch, Byline)
"""Nodes that may hold a person; most of a page are others."""


def cast_tree(children: tuple[Node, ...], final: Mapping[int, Entity]) -> tuple[Node, ...]:
    """Return the tree with every provisional person replaced by what they turned out to be."""
    if not final:
        return children
    cast_children = tuple([_cast_node(node, final) if isinstance(node, _NAMING) else node for node in children])
    changed = any(one is not other for one, other in zip(cast_children, children, strict=True))
    return cast_children if changed else children


def _cast_node(node: Node, final: Mapping[int, Entity]) -> Node:
    """Return `node` with its final entities; the same one, where it holds no provisional person."""
    match node:
        case Byline():
            return attrs.evolve(node, authors=tuple(final[author.id] for author in node.authors))
        case Turn():
            speaker = None if node.speaker is None else final[node.speaker.id]
            return attrs.evolve(node, speaker=speaker, children=cast_tree(node.children, final))
        case Branch():
            children = cast_tree(node.children, final)
            return node if children is node.children else cast("Node", attrs.evolve(node, children=children))
        case Leaf():
            return cast("AnyLeaf", node)


def cast_quotations(quotes: Sequence[Quotation], final: Cast, children: tuple[Node, ...] = ()) -> tuple[Quotation, ...]:
    """Return the quotations with their speakers; a provisional one, who quotes themselves in an interview, goes first.

    `children`, the tree, tell which of them stand in headlines.
    """
    told = with_headlines([_cast_quotation(quote, final) for quote in quotes], children)
    return with_guests(told, children, final.by_label)


def _cast_quotation(quote: Quotation, final: Cast) -> Quotation:
    speaker = None if quote.source is None else final.by_source.get(quote.source)
    if quote.speaker is not None:
        speaker = final.by_label.get(quote.speaker.id, speaker)
    return quote if speaker is quote.speaker else attrs.evolve(quote, speaker=speaker)
