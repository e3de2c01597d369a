"""Those whom no name tells, where a sentence brings them in: `One man stood up.`, `told his wife`.

They are looked for only where a pronoun asks, since most of them say nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsparse.annotations.entities.lexicon import Lexicon, Word
from newsparse.model import Span

LONGEST = 5
"""Words of a phrase with its article: `a very nice young man`."""
_WORD = re.compile(r"\s*([^\W_](?:[\w'’-]*\w)?)")
_BEFORE = 16
"""Code points before the article in which the word before it is looked for."""
_APPOSED = re.compile(r"(?: (?:of|in|at|from|for|who|whose|with|de|du|des|del|von|der|aus) [^,.;:!?]{1,80})?[,.]")


class Unnamed(NamedTuple):
    """Where a phrase stands, from its article to its head, and the sex that the head tells."""

    span: Span
    sex: int


def unnamed_in(text: str, begin: int, end: int, words: Lexicon) -> tuple[Unnamed, ...]:
    """Return who is called by an article and a calling from `begin` to `end`, in order."""
    found: list[Unnamed] = []
    for article in words.article.finditer(text, begin, end):
        start = article.start()
        if found and found[-1].span.end > start:
            continue
        one = _headed(text, article.end(), end, words)
        if one is None:
            continue
        before = text[max(begin, start - _BEFORE) : start].split()
        if before and before[-1].lower() in words.copulas:
            continue  # `was a fisherman` says what somebody is
        if before and _is_name(before[-1]) and _APPOSED.match(text, one[0], end):
            continue  # `Lee, the daughter of a priest, `
        found.append(Unnamed(Span(start, one[0]), one[1]))
    return tuple(found)


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.endswith(",")


_NEITHER, _CALLING, _FORGET, _END, _TITLE, _GROUP = range(6)
"""What a word behind an article is: part of a phrase, its head, what makes nothing of those before, what ends the phrase, the
title of a name, a group if those before are heads."""


@lru_cache(maxsize=16_384)
def _sorted(word: str, words: Lexicon) -> tuple[int, int]:
    """What a word is to a phrase, and the sex it tells. The words that stand behind articles come again and again."""
    lower = word.lower()
    if word.endswith(("'s", "’s")) or lower in words.plural_roles:
        return _FORGET, 0
    if lower in words.belonging or lower in words.pronouns or lower in words.reporting or lower in words.naming:
        return _END, 0
    flags = words.flags(word)
    if flags & Word.ROLE or words.is_anybody(lower):
        titled = word[0].isupper() and not words.nouns_capitalised
        return _TITLE if titled else _CALLING, flags & (Word.FEMALE | Word.MALE)
    return _GROUP if flags & Word.ORGANIZATION else _NEITHER, 0


def _headed(text: str, at: int, end: int, words: Lexicon) -> tuple[int, int] | None:
    """Where the calling ends that the words from `at` on give, and its sex; None if they give none."""
    last: tuple[int, int] | None = None
    for _ in range(LONGEST):
        word = _WORD.match(text, at, end)
        if word is None:
            break
        at = word.end()
        sort, sex = _sorted(word[1], words)
        if sort == _NEITHER:
            if last is not None:
                break
        elif sort == _CALLING:
            last = at, sex
        elif sort == _FORGET:
            last = None
        elif sort == _END:
            break
        elif sort == _TITLE or last is not None:
            return None  # a title, with a name behind it; `the writers guild`
    if last is None:
        return None
    behind = _WORD.match(text, last[0], end)
    named = behind is not None and (
        behind[1][0].isupper() or any(text.startswith(phrase, behind.start(1)) for phrase in words.naming)
    )
    return None if named else last
