"""Lines to typed blocks."""

from __future__ import annotations

from newsparse.blocks.block import Block
from newsparse.languages import Language
from newsparse.readers import Source


def classify(source: Source, language: Language) -> tuple[Block, ...]:
    """Return the blocks of `source` in document order; together they hold every line."""
    del language
    return tuple(
        Block(
            type="paragraph" if at else "headline",
            start=line.start,
            end=line.end,
            content_start=line.start,
            content_end=line.end,
            rule="paragraph.default" if at else "headline.first",
            blanks=line.blanks,
            hints=line.hints,
        )
        for at, line in enumerate(source.lines)
    )
