"""Stretches of text between marks, over the blocks of an article: what a quotation is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from newsparse.annotations.quotations.marks import Family, Mark, Side, find_marks
from newsparse.annotations.quotations.pairing import Pairs, pair, tradition_of
from newsparse.model import (
    AlternativeHeadline,
    BlockQuote,
    Caption,
    Correction,
    Diagnostic,
    Heading,
    Headline,
    ListItem,
    Node,
    Paragraph,
    Span,
)
from newsparse.model.nodes import AnyLeaf, leaves_of

QUOTING = (Paragraph, ListItem, BlockQuote, Caption, Correction, Headline, AlternativeHeadline, Heading)
"""Leaves in which somebody can be quoted."""


class Stretch(NamedTuple):
    """Text between two marks in one block that nothing else encloses. Offsets are code points.

    `marked` is False for a block quotation, whose marks are its layout.
    `carries_on`: its closing mark is missing, and the next block opens again, as long quotations do at each paragraph.
    """

    start: int
    end: int
    content: Span
    block: int
    family: Family
    closed: bool = True
    carries_on: bool = False
    marked: bool = True


def find_stretches(text: str, blocks: Sequence[AnyLeaf]) -> tuple[tuple[Stretch, ...], tuple[Diagnostic, ...]]:
    """Return the outermost stretches between marks in document order, and a diagnostic for each mark without a partner."""
    marks = [tuple(find_marks(text, block.content.start, block.content.end)) for block in blocks]
    tradition = tradition_of(chain.from_iterable(marks), text)
    pairs = [pair(of_block, text, tradition) if of_block else None for of_block in marks]
    stretches: list[Stretch] = []
    oddities: list[Diagnostic] = []
    for place, (block, found) in enumerate(zip(blocks, pairs, strict=True)):
        if found is None:
            if isinstance(block, BlockQuote):
                stretches.append(_whole(block, place))
            continue
        following = marks[place + 1] if place + 1 < len(blocks) else ()
        reopened = following[0].family if following and _at_head(following[0], blocks[place + 1]) else None
        left_open = _left_open(text, block, found, reopened)
        goes_on = left_open is not None and left_open.family is reopened
        inside = list(_of_block(text, block, place, found, left_open, goes_on=goes_on))
        if isinstance(block, BlockQuote) and not any(_fills(stretch, block) for stretch in inside):
            inside = [_whole(block, place)]
        stretches.extend(inside)
        oddities.extend(_odd(text, found, left_open if goes_on else None))
    return tuple(stretches), tuple(oddities)


def _whole(block: BlockQuote, place: int) -> Stretch:
    """A quotation set off from the text: its layout is its mark."""
    start, end = block.content
    return Stretch(start, end, block.content, place, Family.DOUBLE, marked=False)


def _fills(stretch: Stretch, block: BlockQuote) -> bool:
    """Whether the marks are those of the whole block, an attribution beside it aside."""
    return 2 * (stretch.end - stretch.start) > block.content.end - block.content.start


def quoting_blocks(children: tuple[Node, ...]) -> tuple[AnyLeaf, ...]:
    """Return the leaves in which somebody can be quoted."""
    return tuple(leaf for leaf in leaves_of(children) if isinstance(leaf, QUOTING))


def _at_head(mark: Mark, block: AnyLeaf) -> bool:
    return mark.start == block.content.start


def _left_open(text: str, block: AnyLeaf, pairs: Pairs, reopened: Family | None) -> Mark | None:
    """The mark whose quotation runs to the end of the block: the first in it, or one after a comma, colon or sentence.

    `reopened` is the family of the mark that opens the next block: `Lee said. “We waited.`, and then `“Then we left.”`.
    """
    if not pairs.unclosed:
        return None
    last: dict[Family, int] = {opening.family: opening.start for opening, _ in pairs.closed}
    doubled = {(opening.start, opening.family) for opening, _ in pairs.closed}
    for mark in pairs.unclosed:
        if mark.family is Family.SINGLE and text[mark.start] == "'" and not _at_head(mark, block):
            continue
        if (mark.end, mark.family) in doubled:
            continue
        if _at_head(mark, block):
            return mark
        if last.get(mark.family, -1) > mark.start:
            continue
        before = text[max(block.content.start, mark.start - 3) : mark.start].rstrip()
        if before.endswith((",", ":")) and not (pairs.closed and pairs.closed[-1][0].start > mark.start):
            return mark
        ends = text[block.content.end - 1] in ".!?…"
        if (
            ends
            and mark.family is not Family.SINGLE
            and (mark.family is reopened or _begins_sentence(text, mark, before))
        ):
            return mark
    return None


def _begins_sentence(text: str, mark: Mark, before: str) -> bool:
    """`Lee said. “We wait`: a sentence ends before the mark and begins behind it."""
    return before.endswith((".", "!", "?")) and mark.near is Side.OPENS and text[mark.end : mark.end + 1].isupper()


def _of_block(
    text: str, block: AnyLeaf, place: int, pairs: Pairs, left_open: Mark | None, *, goes_on: bool
) -> Iterator[Stretch]:
    outer_end = -1
    for opening, closing in pairs.closed:
        if left_open is not None and left_open.start < opening.start and outer_end <= left_open.start:
            break
        if opening.start >= outer_end:
            content = _trimmed(text, opening.end, closing.start)
            if content.start < content.end:
                outer_end = closing.end
                yield Stretch(opening.start, outer_end, content, place, opening.family)
    if left_open is not None and left_open.start >= outer_end:
        content = _trimmed(text, left_open.end, block.content.end)
        if content.start < content.end:
            yield Stretch(left_open.start, block.content.end, content, place, left_open.family, False, goes_on)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _odd(text: str, pairs: Pairs, excused: Mark | None) -> Iterator[Diagnostic]:
    for mark in pairs.unclosed:
        if mark is not excused and (mark.family is not Family.SINGLE or text[mark.start] != "'"):
            yield _diagnostic("quotation.unclosed", "this quotation mark is never closed", mark)
    for mark in pairs.unopened:
        if mark.strength:
            yield _diagnostic("quotation.unopened", "this quotation mark closes nothing", mark)


def _diagnostic(code: str, message: str, mark: Mark) -> Diagnostic:
    return Diagnostic(code=code, message=message, span=Span(mark.start, mark.end))
