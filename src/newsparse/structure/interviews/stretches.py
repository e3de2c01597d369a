"""Where turns end: at the next turn, at a heading, at what closes the interview, at the page's furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsparse.blocks import Block
from newsparse.blocks.unit import MARKS
from newsparse.structure.interviews.vocabulary import Vocabulary

STOPS = frozenset(
    {
        "heading",
        "headline",
        "alternative_headline",
        "byline",
        "dateline",
        "contents_title",
        "contents_entry",
        "correction",
    }
)
_LEAD = re.compile(r"[*_#\s]*([^\W_][^:\n]{0,40}?)[*_]*\s?:")
_END = re.compile(
    r"[*_#\s-]*(?:END|FIN|ENDE|FINE|-30-|###|# # #)\b[\W]*(?:\d{1,2}[:.]\d\d\s*[AaPp]\.?\s?[Mm]\.?.{0,8})?\s*"
)
_CLOCK = re.compile(r"\(?\d{1,2}[:.]\d\d\s*[AaPp]\.?\s?[Mm]\.?(?:\s?\(?[A-Z]{1,4}\)?\.?)?\)?")
_NO_HEADING = frozenset("([*—–-•…" + MARKS)
_SENTENCE_END = frozenset(".!?…:;,'’)]*—–-。" + MARKS)
_OPEN_END = frozenset(".!…,;:'’" + MARKS)


def is_heading(text: str, blocks: Sequence[Block], at: int, *, spaced: bool) -> bool:
    """Whether block `at`, inside an interview, is a heading between turns.

    A heading of the page's markup counts; else a short line without a sentence's end. Where only turns are set off by blank
    lines (`spaced` is false for a turn's further paragraphs), a heading is set off too, and may end in a question mark.
    """
    block = blocks[at]
    if block.hints is not None and block.hints.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
        return True
    if block.type == "heading" and block.rule == "heading.leader":
        return True
    start, end = block.start, block.end
    if end - start > 110 or text[start] in _NO_HEADING or at + 1 >= len(blocks) or text.find("\n", start, end) >= 0:
        return False
    following = blocks[at + 1]
    if is_link(text, following) and text[end - 1] not in ".!:":
        return True
    words = text[start:end].split()
    if len(words) > 16 or text[start].islower():
        return False
    if not spaced:
        return block.blanks > 0 and following.blanks > 0 and text[end - 1] not in _OPEN_END
    return text[end - 1] not in _SENTENCE_END and not _is_reply(words)


def _is_reply(words: list[str]) -> bool:
    """`Yes`, `Okay`, `Thank you`: a turn's further paragraph that lost its full stop."""
    return len(words) <= 2 and words[0].casefold().strip(",") in {
        "yes",
        "no",
        "yeah",
        "okay",
        "ok",
        "thank",
        "right",
        "sure",
    }


def is_link(text: str, block: Block) -> bool:
    """Whether the block is a bare address."""
    return text.startswith(("http://", "https://", "www."), block.start) and not any(
        text.find(space, block.start, block.end) >= 0 for space in " \t\n"
    )


def thanks(text: str, block: Block, words: Vocabulary) -> bool:
    """Whether the block only thanks, as an interview without labels ends: `Thank you very much!`."""
    return block.end - block.start <= 60 and text[block.start : block.end].casefold().strip(" .!") in words.ends


def closes(text: str, block: Block, words: Vocabulary) -> bool:
    """Whether `block` is no part of a turn: `Final thoughts: …`, `END 3:05 P.M. EDT`, furniture, a caption."""
    if block.type in {"caption", "credit", "correction"}:
        return True
    start, end = block.start, block.end
    if end - start <= 60 and (_END.fullmatch(text, start, end) or _CLOCK.fullmatch(text, start, end)):
        return True
    if is_link(text, block):
        return True
    lead = _LEAD.match(text, start, min(end, start + 50))
    return lead is not None and lead[1].casefold() in words.closing
