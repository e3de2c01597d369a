"""Descriptions beside a name: the words before it and the apposition after it."""

from __future__ import annotations

import re

from newsparse.annotations.entities.lexicon import Lexicon, Word
from newsparse.model import Span

LONGEST = 160
"""Code points looked at for a description, on either side."""
_APPOSITION = re.compile(r",\s+([^,;:()“”\"«»—–]{4,150}?)\s*(?:[,;:)—–]|\s[-–—]|[.!?…]+[\"”’]?$|$)")
_WORDS = re.compile(r"[\w.'’-]+")
_BREAK = re.compile(r"[,;:()“”\"«»—–]")


def description_of(
    text: str, start: int, end: int, begin: int, limit: int, title: Span | None, words: Lexicon
) -> Span | None:
    """Return what the text calls the person at `start` to `end`: a title before the name, or else an apposition after it."""
    first = title.start if title else start
    before = _before(text, first, begin, words) or _before_comma(text, first, begin, words)
    if before is not None:
        return Span(before[0], title.end if title else before[1])
    if title is not None:
        return title
    if text.startswith(",", end):
        return _after(text, end, limit, words)
    return None


def _before(text: str, start: int, begin: int, words: Lexicon) -> tuple[int, int] | None:
    """The description right before a name: `former Kremlin spokesman `, `Norland's foreign minister, `, or None."""
    if start - 2 < begin or not text[start - 1].isspace():
        return None
    found = list(_WORDS.finditer(text, max(begin, start - 70), start))
    found.reverse()
    if not found or text[found[0].end() : start].strip() not in ("", ","):
        return None
    if (
        not words.flags(found[0][0]) & (Word.ROLE | Word.MODIFIER)
        or found[0][0][0].isupper() > text[start - 2].isalnum()
    ):
        return None
    end = found[0].end()
    role = surest = None
    for at, word in enumerate(found[:7]):
        if at and text[word.end() : found[at - 1].start()].strip():
            break  # a comma or bracket between
        flags = words.flags(word[0])
        if word[0].lower() in words.determiners:
            return (found[at - 1].start(), end) if role is not None and at else None
        if flags & Word.ROLE and word[0].islower():
            role = at if role is None else role
            surest = word.start() if role == at or surest == found[at - 1].start() else surest
        elif flags & (Word.MODIFIER | Word.PLACE | Word.ORGANIZATION) or word[0][0].isupper():
            surest = word.start() if surest == (found[at - 1].start() if at else None) else surest
            if word[0].endswith(("'s", "’s", "s'", "s’")):
                return (word.start(), end) if role is not None else None
        elif role is None or at - role > 2:
            break
    return (surest, end) if role is not None and surest is not None else None


def _before_comma(text: str, start: int, begin: int, words: Lexicon) -> tuple[int, int] | None:
    """The description that a name stands beside: `The chair of the judges, `, or None."""
    if start - 2 < begin or text[start - 2 : start] != ", ":
        return None
    lower = max(begin, start - 90)
    breaks = [match.end() for match in _BREAK.finditer(text, lower, start - 2)]
    if not breaks and lower > begin:
        return None
    found = list(_WORDS.finditer(text, breaks[-1] if breaks else lower, start - 2))
    if len(found) < 2 or found[0][0].lower() not in words.determiners:
        return None
    for word in found[1:7]:
        if word[0].lower() in words.belonging:
            return None
        if words.flags(word[0]) & Word.ROLE:
            return found[1].start(), start - 2
    return None


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
