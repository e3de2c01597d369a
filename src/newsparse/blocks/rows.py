"""Rows of a menu or of buttons that have lost what parted them: `News Sport Culture Jobs`, `ShareTweetSend`."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from newsparse.blocks.lexicon import Lexicon
from newsparse.model.nodes import FurnitureKind

LONGEST = 16
"""Words of the longest row."""
PHRASE = 4
"""Words of the longest item."""
FEWEST = 3
"""Items of the shortest row; two are enough where both are buttons of one kind."""
KNOWN = 0.7
"""Share of a row's words that are known from menus and buttons."""
_GLUED = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_WORD = re.compile(r"[^\W\d_]+")
_SURE: frozenset[FurnitureKind] = frozenset(("share", "comments", "subscribe", "legal"))


def row_kind(lexicon: Lexicon, words: str) -> tuple[FurnitureKind | None, bool]:
    """Return the kind of most items of a row, and whether they are proof of it wherever it stands; None for other lines."""
    parts = words.split()
    if len(parts) > LONGEST or (len(parts) > 1 and _starts(lexicon).isdisjoint(parts[0].lower().split("-"))):
        return None, False
    cased = [word for part in parts for piece in _GLUED.split(part) for word in _WORD.findall(piece)]
    tokens = [word.lower() for word in cased]
    if len(tokens) < 2 or tokens[0] not in _starts(lexicon):
        return None, False
    kinds: Counter[FurnitureKind] = Counter()
    at = known = 0
    while at < len(tokens):
        size, kind = _item(lexicon, tokens[at : at + PHRASE])
        if kind is not None and not cased[at][0].islower():
            kinds[kind] += 1
            known += size
        at += size
    if not kinds or known < KNOWN * len(tokens):
        return None, False
    kind, most = kinds.most_common(1)[0]
    whole = known == len(tokens)
    if most >= FEWEST or kinds.total() > FEWEST:
        return kind, whole and kind in _SURE
    return (kind, True) if whole and kind in _SURE and most == kinds.total() == 2 else (None, False)


def _item(lexicon: Lexicon, tokens: list[str]) -> tuple[int, FurnitureKind | None]:
    """How many words the first item has, and its kind."""
    for size in range(len(tokens), 0, -1):
        phrase = " ".join(tokens[:size])
        kind = lexicon.kind_of_line(phrase)
        if kind is None and phrase in lexicon.layout["sections"]:
            kind = "navigation"
        if kind is not None:
            return size, kind
    return 1, None


@lru_cache(maxsize=64)
def _starts(lexicon: Lexicon) -> frozenset[str]:
    """The first words of all items."""
    phrases = (*lexicon.lines, *lexicon.layout["sections"])
    return frozenset(phrase.partition(" ")[0] for phrase in phrases)
