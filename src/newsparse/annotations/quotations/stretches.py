"""Stretches of text between marks, over the blocks of an article: what a quotation is made of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from newsparse.annotations.quotations.marks import (
    END,
    FAMILY,
    NEAR,
    START,
    STRENGTH,
    Family,
    Mark,
    Side,
    find_marks,
    is_messy,
)
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
    `emphasis`: its marks are those of a wiki's italics.
    `carries_on`: its closing mark is missing, and the next block opens again, as long quotations do at each paragraph.
    """

    start: int
    end: int
    content: Span
    block: int
    family: int
    closed: bool = True
    carries_on: bool = False
    marked: bool = True
    emphasis: bool = False


def find_stretches(
    text: str, blocks: Sequence[AnyLeaf], elided: Collection[str] = ()
) -> tuple[tuple[Stretch, ...], tuple[Diagnostic, ...]]:
    """Return the outermost stretches between marks in document order, and a diagnostic for each mark without a partner.

    `elided` are words that an apostrophe begins (`'em`).
    """
    messy = is_messy(text)
    marks = [tuple(find_marks(text, *block.content, elided, messy=messy)) for block in blocks]
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
        reopened = following[0][FAMILY] if following and _at_head(following[0], blocks[place + 1]) else None
        left_open = _left_open(text, block, found, reopened)
        goes_on = left_open is not None and left_open[FAMILY] == reopened
        inside = list(_of_block(text, block, place, found, left_open, goes_on=goes_on))
        if isinstance(block, BlockQuote) and not any(_fills(stretch, block) for stretch in inside):
            inside = [_whole(block, place)]
        if tradition.emphasis:
            inside = [one._replace(emphasis=text.startswith("''", one.start)) for one in inside]
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
    return mark[START] == block.content.start


def _left_open(text: str, block: AnyLeaf, pairs: Pairs, reopened: int | None) -> Mark | None:
    """The mark whose quotation runs to the end of the block: the first in it, or one after a comma, colon or sentence.

    `reopened` is the family of the mark that opens the next block: `Lee said. “We waited.`, and then `“Then we left.”`.
    """
    if not pairs.unclosed:
        return None
    last: dict[int, int] = {opening[FAMILY]: opening[START] for opening, _ in pairs.closed}
    doubled = {(opening[START], opening[FAMILY]) for opening, _ in pairs.closed}
    for mark in pairs.unclosed:
        if (
            mark[FAMILY] == Family.SINGLE
            and text[mark[START]] == "'"
            and not (_at_head(mark, block) or reopened == Family.SINGLE)
        ):
            continue
        if (mark[END], mark[FAMILY]) in doubled:
            continue
        if _at_head(mark, block):
            return mark
        if last.get(mark[FAMILY], -1) > mark[START]:
            continue
        before = text[max(block.content.start, mark[START] - 3) : mark[START]].rstrip()
        if before.endswith((",", ":")) and not (pairs.closed and pairs.closed[-1][0][START] > mark[START]):
            return mark
        ends = text[block.content.end - 1] in ".!?…"
        if (
            ends
            and (mark[FAMILY] != Family.SINGLE or _begins_sentence(text, mark, before))
            and (mark[FAMILY] == reopened or _begins_sentence(text, mark, before))
        ):
            return mark
    return None


def _begins_sentence(text: str, mark: Mark, before: str) -> bool:
    """`Lee said. “We wait`: a sentence ends before the mark and begins behind it."""
    return before.endswith((".", "!", "?")) and mark[NEAR] == Side.OPENS and text[mark[END] : mark[END] + 1].isupper()


def _of_block(
    text: str, block: AnyLeaf, place: int, pairs: Pairs, left_open: Mark | None, *, goes_on: bool
) -> Iterator[Stretch]:
    outer_end = -1
    for opening, closing in pairs.closed:
        if left_open is not None and left_open[START] < opening[START] and outer_end <= left_open[START]:
            break
        if opening[START] >= outer_end:
            content = _trimmed(text, opening[END], closing[START])
            if content.start < content.end:
                outer_end = closing[END]
                yield Stretch(opening[START], outer_end, content, place, opening[FAMILY])
    if left_open is not None and left_open[START] >= outer_end:
        content = _trimmed(text, left_open[END], block.content.end)
        if content.start < content.end:
            end = block.content.end
            yield Stretch(left_open[START], end, content, place, left_open[FAMILY], closed=False, carries_on=goes_on)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _odd(text: str, pairs: Pairs, excused: Mark | None) -> Iterator[Diagnostic]:
    for mark in pairs.unclosed:
        if mark is not excused and (mark[FAMILY] != Family.SINGLE or text[mark[START]] != "'"):
            yield _diagnostic("quotation.unclosed", "this quotation mark is never closed", mark)
    for mark in pairs.unopened:
        if mark[STRENGTH]:
            yield _diagnostic("quotation.unopened", "this quotation mark closes nothing", mark)


def _diagnostic(code: str, message: str, mark: Mark) -> Diagnostic:
    return Diagnostic(code=code, message=message, span=Span(mark[START], mark[END]))
