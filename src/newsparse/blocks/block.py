"""What the lines are: the value that passes from blocks to structure."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from newsparse.model import Span
from newsparse.model.nodes import FurnitureKind
from newsparse.readers import Hints

BlockType: TypeAlias = Literal[
    "headline", "alternative_headline", "byline", "dateline", "contents_title", "contents_entry", "heading", "paragraph",
    "list_item", "block_quote", "caption", "credit", "table", "correction", "furniture",
]  # fmt: skip


class Block(NamedTuple):
    """One leaf to be: one or more lines, what they are, and the rule that says so. A named tuple, since a page has hundreds.

    `start` and `end` enclose all visible characters; `content_start` and `content_end` leave out bullet, number or label.
    """

    type: BlockType
    start: int
    end: int
    content_start: int
    content_end: int
    rule: str
    blanks: int = 0
    """Blank lines before it."""
    depth: int = 1
    ordered: bool = False
    repeated: bool = False
    kind: FurnitureKind = "other"
    target: Span | None = None
    """What a contents entry names, where the text has it."""
    hints: Hints | None = None
