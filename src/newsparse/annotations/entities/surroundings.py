"""Descriptions beside a name: the words before it and the apposition after it."""

from __future__ import annotations

import re

from newsparse.annotations.entities.lexicon import Lexicon, Word
from newsparse.model import Span

LONGEST = 160
"""Code points looked at for a description, on either side."""
_APPOSITION = re.compile(r",\s+([^,;:()“”\"«»—–]{4,150}?)\s*(?:[,;:)—–]|\s[-–—]|[.!?…]+[\"”’]?$|$)")
_WORDS = re.compile(r"[\w.'’-]+")
_LAST = re.compile(r"\S+\s*\Z")


def description_of(
    text: str, start: int, end: int, begin: int, limit: int, title: Span | None, words: Lexicon
) -> Span | None:
    """Return what the text calls the person at `start` to `end`: a title before the name, or else an apposition after it."""
    before = _before(text, title.start if title else start, begin, words)
    if before is not None:
        return Span(before, title.end if title else len(text[:0]) + _stripped(text, before, start))
    if title is not None:
        return title
    if text.startswith(",", end):
        return _after(text, end, limit, words)
    return None


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _before(text: str, start: int, begin: int, words: Lexicon) -> int | None:
    """Where the description that ends right before a name begins: `former Kremlin spokesman `; None if there is none."""
    if start <= begin or not text[start - 1].isspace():
        return None
    last: int | None = None
    has_role = False
    for word in reversed(list(_WORDS.finditer(text, max(begin, start - 60), start))):
        flags = words.flags(word[0])
        if word.end() < (last if last is not None else start) - 1:
            break  # a comma or bracket between
        if flags & Word.ROLE and word[0].islower():
            has_role = True
        elif (
            not (has_role or last is None)
            or not (flags & (Word.MODIFIER | Word.PLACE | Word.ORGANIZATION) or word[0][0].isupper())
            or (not has_role and not flags & Word.MODIFIER)
        ):
            break
        last = word.start()
    return last if has_role else None


def _after(text: str, end: int, limit: int, words: Lexicon) -> Span | None:
    """The apposition after a name: `, the Kremlin spokesman,`."""
    found = _APPOSITION.match(text, end, min(limit, end + LONGEST))
    if found is None:
        return None
    tokens = _WORDS.findall(found[1])
    if not tokens or tokens[0].lower() in words.pronouns:
        return None
    # The head stands before `of`, `for`, `who`: a role there makes it a description
    for token in tokens[:9]:
        if words.flags(token) & Word.ROLE:
            return Span(found.start(1), found.end(1))
        if token in words.belonging:
            return None
    return None
