"""What stands below the last answer and is no part of it: a note on the guest, a day and a price, a reference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsparse.blocks import Block
from newsparse.languages import Language, either, load
from newsparse.structure.interviews.vocabulary import Vocabulary

LONGEST = 400
"""Code points of the longest note."""
_OUTSIDE = frozenset({"furniture", "byline", "dateline", "caption", "credit", "correction"})
_FIGURE = re.compile(r"\d")
_PRICE = re.compile(
    r"[$£€]\s?\d|\d\s?(?:€|£|\$|Euro\b|euros?\b|Uhr\b|heures\b|horas\b|[ap]\.?m\b)|\b\d{1,2}[:.]\d\d\b|\b(?:19|20)\d\d\)"
)
_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w’'-]+")
_LABEL = re.compile(r"[*_]*(?P<label>[^\W\d_][^:.?!\n]{1,30}?)\s?:\s")
_OPEN = frozenset("\"“„«»‹‘'—–-")


def trimmed(
    text: str,
    blocks: Sequence[Block],
    first: int,
    last: int,
    names: frozenset[str],
    words: Vocabulary,
    language: Language,
) -> int:
    """Return where the last turn, over blocks `first` to `last`, ends: before the notes that are about the interview.

    `names` are the words of its speakers' names, folded. What says `I` or `you`, asks or is set in marks stays a part of it.
    """
    end = last
    while end - 1 > first and blocks[end - 1].type in _OUTSIDE:
        end -= 1
    last = end
    while end - 1 > first and _is_note(text, blocks[end - 1], names, words, language):
        end -= 1
    if end < last:
        # `She puts the lamb down at last.` above such a note, where the introduction spoke of her so
        while end - 1 > first and _tells(text, blocks, first, end - 1, words):
            end -= 1
    return end


def _is_note(text: str, block: Block, names: frozenset[str], words: Vocabulary, language: Language) -> bool:
    start, end = block.start, block.end
    if block.type not in {"paragraph", "heading"} or end - start > LONGEST or text[start] in _OPEN:
        return False
    if text.find("?", start, end) >= 0 or any(
        pattern.search(text, start, end) for pattern in (words.first, words.second, words.plural)
    ):
        return False
    label = _LABEL.match(text, start, end)
    if label is not None and label["label"].casefold() in words.notes | words.closing | words.not_speakers:
        return True
    if any(_base(match[0]) in names for match in _NAME.finditer(text, start, end)):
        return True
    if _FIGURE.search(text, start, end) is None:
        return False
    return _PRICE.search(text, start, end) is not None or _days(language).search(text, start, end) is not None


def _base(word: str) -> str:
    return word.casefold().removesuffix("'s").removesuffix("’s")


def _tells(text: str, blocks: Sequence[Block], first: int, at: int, words: Vocabulary) -> bool:
    block = blocks[at]
    match = words.third.match(text, block.start, block.end)
    if (
        match is None
        or not block.blanks
        or not text[block.start].isupper()
        or text.find("?", block.start, block.end) >= 0
    ):
        return False
    above = blocks[max(0, first - 1)].start
    return (
        re.search(rf"(?<!\w){re.escape(match[0])}(?!\w)", text[max(0, above - 3000) : above], re.IGNORECASE) is not None
    )


@lru_cache(maxsize=16)
def _days(language: Language) -> re.Pattern[str]:
    """A figure beside the name of a month: `9 April`, `April 9`, `2. Juni`, `3 de mayo`."""
    known = language if language.tables else load("en")
    months = either(known.words("layout", "months"))
    return re.compile(
        rf"\b\d{{1,2}}(?:\.|st|nd|rd|th|er|º)?\s(?:de\s|of\s)?(?:{months})\b|\b(?:{months})\.?\s\d{{1,2}}\b",
        re.IGNORECASE,
    )
