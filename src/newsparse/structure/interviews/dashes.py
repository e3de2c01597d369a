"""Interviews whose turns begin with a dash: `— Why?`, `— Because.`, as Russian, French and Spanish papers set them."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.blocks import Block
from newsparse.structure.interviews.stretches import closes
from newsparse.structure.interviews.vocabulary import Vocabulary

_DASHES = "—–―"


def find_dashes(text: str, blocks: Sequence[Block], words: Vocabulary) -> list[int]:
    """Return the blocks that begin with a dash, if they are an interview's turns: questions, and `I`, `we` and `you`."""
    found = [
        at
        for at, block in enumerate(blocks)
        if text[block.start] in _DASHES and block.end - block.start > 3 and block.type != "contents_entry"
    ]
    if len(found) < 4:
        return []
    asked = sum(text.find("?", blocks[at].start, blocks[at].end) >= 0 for at in found)
    spoken = sum(
        any(
            pattern.search(text, blocks[at].start, blocks[at].end)
            for pattern in (words.first, words.second, words.plural)
        )
        for at in found
    )
    dense = (found[-1] - found[0]) <= 6 * len(found)
    return found if dense and asked * 8 >= len(found) and spoken * 2 >= len(found) else []


def dash_turns(
    text: str, blocks: Sequence[Block], dashes: Sequence[int], words: Vocabulary
) -> list[tuple[int, int, bool]]:
    """Return the turns as (first block, block after the last, whether it asks).

    Where both sides have dashes, turns alternate, and those that ask are the ones at whose ends more question marks stand;
    where only questions have them, what stands between is the reply.
    """
    asking = [_ends_in_question(text, blocks[at]) for at in dashes]
    gaps = [later - earlier > 1 for earlier, later in zip(dashes, (*dashes[1:], len(blocks)), strict=True)]
    if sum(asking) * 10 >= 7 * len(dashes) and sum(gaps) * 10 >= 7 * len(dashes):
        return _with_replies(text, blocks, dashes, words)
    even, odd = sum(asking[0::2]), sum(asking[1::2])
    parity = 0 if even >= odd else 1
    turns = []
    for place, at in enumerate(dashes):
        limit = dashes[place + 1] if place + 1 < len(dashes) else len(blocks)
        turns.append((at, _end(text, blocks, at + 1, limit, words), place % 2 == parity))
    return turns


def _with_replies(
    text: str, blocks: Sequence[Block], dashes: Sequence[int], words: Vocabulary
) -> list[tuple[int, int, bool]]:
    turns: list[tuple[int, int, bool]] = []
    for place, at in enumerate(dashes):
        limit = dashes[place + 1] if place + 1 < len(dashes) else len(blocks)
        turns.append((at, at + 1, True))
        end = _end(text, blocks, at + 1, limit, words)
        if end > at + 1:
            turns.append((at + 1, end, False))
    return turns


def _end(text: str, blocks: Sequence[Block], at: int, limit: int, words: Vocabulary) -> int:
    while at < limit and blocks[at].type not in {"furniture", "heading"} and not closes(text, blocks[at], words):
        at += 1
    return at


def _ends_in_question(text: str, block: Block) -> bool:
    return text.find("?", max(block.start, block.end - 4), block.end) >= 0


def words_start(text: str, block: Block) -> int:
    """Where a turn's words begin: after its dash, or after the marks that Markdown sets bold or a heading with."""
    at = block.start
    while at < block.end and (text[at] in _DASHES or text[at] in "*_#" or text[at].isspace()):
        at += 1
    return at if at < block.end else block.start
