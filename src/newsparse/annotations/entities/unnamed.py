"""Those whom no name tells, where a sentence brings them in: `One man stood up.`, `told his wife`.

They are looked for only where a pronoun asks, since most of them say nothing.
"""

from __future__ import annotations

import re
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
        before = text[max(begin, start - _BEFORE) : start].split()
        if before and before[-1].lower() in words.copulas:
            continue  # `was a fisherman` says what somebody is
        one = _headed(text, article.end(), end, words)
        if one is not None and before and _is_name(before[-1]) and _APPOSED.match(text, one[0], end):
            continue  # `Lee, the daughter of a priest, `
        if one is not None:
            found.append(Unnamed(Span(start, one[0]), one[1]))
    return tuple(found)


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.endswith(",")


def _headed(text: str, at: int, end: int, words: Lexicon) -> tuple[int, int] | None:
    """Where the calling ends that the words from `at` on give, and its sex; None if they give none."""
    last: tuple[int, int] | None = None
    for _ in range(LONGEST):
        word = _WORD.match(text, at, end)
        if word is None:
            break
        lower = word[1].lower()
        if word[1].endswith(("'s", "’s")) or lower in words.plural_roles:
            last = None
        elif lower in words.belonging or lower in words.pronouns or lower in words.reporting or lower in words.naming:
            break
        elif words.flags(word[1]) & Word.ROLE or words.is_anybody(lower):
            if word[1][0].isupper() and not words.nouns_capitalised:
                return None  # a title, with a name behind it
            last = word.end(), words.flags(word[1]) & (Word.FEMALE | Word.MALE)
        elif last is not None:
            if words.flags(word[1]) & Word.ORGANIZATION:
                return None  # `the writers guild`
            break
        at = word.end()
    if last is None:
        return None
    behind = _WORD.match(text, last[0], end)
    named = behind is not None and (
        behind[1][0].isupper() or any(text.startswith(phrase, behind.start(1)) for phrase in words.naming)
    )
    return None if named else last
