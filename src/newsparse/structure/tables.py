"""Rows and cells of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from newsparse.blocks import Block
from newsparse.model import Span

_CELL = re.compile(r"[^|\t\s](?:[^|\t]*[^|\t\s])?")
_COLUMN = re.compile(r"\S+(?:[ \xa0]\S+)*")  # where two blanks and more part the columns
_RULE = re.compile(r"[\s|:+=-]*")


def rows_of(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Span, ...]]:
    """Yield the cells of each row: a line cut at `|` or tabs, or of a page the lines of one `tr`."""
    for _, run in groupby(enumerate(blocks), lambda one: _row(*one)):
        members = [block for _, block in run]
        if members[0].hints is not None:
            yield tuple(Span(block.start, block.end) for block in members)
            continue
        for block in members:
            if _RULE.fullmatch(text, block.start, block.end) is None:
                lined = text.find("|", block.start, block.end) >= 0 or text.find("\t", block.start, block.end) >= 0
                cell = _CELL if lined else _COLUMN
                yield tuple(Span(*match.span()) for match in cell.finditer(text, block.start, block.end))


def _row(at: int, block: Block) -> str:
    """What cells of one row have in common: the path of their `tr`."""
    if block.hints is None:
        return str(at)
    head, _, _ = block.hints.path.rpartition("/t")
    return head
