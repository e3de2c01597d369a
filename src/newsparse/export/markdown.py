"""Markdown (CommonMark): headings, lists, block quotes and interviews; furniture left out."""

from __future__ import annotations

from typing import assert_never

import regex

from newsparse.hookspecs import Exporter
from newsparse.model import (
    AlternativeHeadline,
    Article,
    BlockQuote,
    Byline,
    Caption,
    Contents,
    ContentsEntry,
    ContentsTitle,
    Correction,
    Credit,
    Dateline,
    Figure,
    Furniture,
    Heading,
    Headline,
    Interview,
    ListBlock,
    ListItem,
    Node,
    Paragraph,
    Section,
    Table,
    Turn,
)

_SPECIAL = regex.compile(r"([\\`*_\[\]<>])")
_LINE_START = regex.compile(r"^(\s*)([#+-]|\d+[.)])(?=\s)", regex.MULTILINE)


def to_markdown(article: Article) -> str:
    """Return `article` as CommonMark."""
    return "\n\n".join(block for node in article.children for block in _blocks(node, article)) + "\n"


def _escaped(text: str) -> str:
    line = regex.sub(r"\s*[\n\r\u2028\u2029]\s*", " ", text)
    return _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", line))


def _blocks(node: Node, article: Article) -> list[str]:
    match node:
        case Furniture() | ContentsTitle() | ContentsEntry() | Contents():
            return []
        case Headline():
            return [f"# {_escaped(node.text)}"] if not node.repeated else []
        case Heading():
            return [f"{'#' * min(node.depth + 1, 6)} {_escaped(node.text)}"]
        case AlternativeHeadline() | Byline() | Dateline() | Credit() | Caption() | Correction():
            return [f"*{_escaped(node.text)}*"]
        case BlockQuote():
            return [f"> {_escaped(node.text)}"]
        case Paragraph():
            return [_escaped(node.text)]
        case ListItem():
            return [f"- {_escaped(node.text)}"]
        case Table():
            return ["\n".join("| " + " | ".join(_escaped(cell.of(article.text)) for cell in row) + " |" for row in node.rows)
                    or _escaped(node.text)]  # fmt: skip
        case ListBlock():
            return [_list(node)]
        case Turn():
            return _turn(node, article)
        case Section() | Figure() | Interview():
            return [block for child in node.children for block in _blocks(child, article)]
        case _:
            assert_never(node)


def _list(block: ListBlock) -> str:
    items = [child for child in block.children if isinstance(child, ListItem)]
    return "\n".join(
        f"{'   ' * (item.depth - 1)}{f'{number}.' if block.ordered else '-'} {_escaped(item.text)}"
        for number, item in enumerate(items, 1)
    )


def _turn(turn: Turn, article: Article) -> list[str]:
    blocks = [block for child in turn.children for block in _blocks(child, article)]
    name = turn.speaker.name if turn.speaker else None
    if name and blocks:
        blocks[0] = f"**{_escaped(name)}:** {blocks[0]}"
    return blocks


MARKDOWN = Exporter(
    name="markdown", media_type="text/markdown", export=to_markdown, description="headings, lists, turns; no furniture"
)
