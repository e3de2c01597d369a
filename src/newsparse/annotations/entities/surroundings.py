"""Descriptions beside a name: the words before it and the apposition after it."""

from __future__ import annotations

import re
from itertools import pairwise

from newsparse.annotations.entities.lexicon import Lexicon, Word
from newsparse.model import Span

LONGEST = 160
"""Code points looked at for a description, on either side."""
LONGEST_CALLING = 60
"""Code points of a calling before a name that is brought in by a verb: `a very nice young man called`."""
LONGEST_WORDS = 6
"""Words of it."""
_APPOSITION = re.compile(r",\s+(?:\d{1,3},\s+)?([^,;:()“”\"«»—–]{4,150}?)\s*(?:[,;:)—–]|\s[-–—]|[.!?…]+[\"”’]?$|$)")
_DESCRIBING = Word.ROLE | Word.MODIFIER | Word.PLACE | Word.ORGANIZATION
_WORDS = re.compile(r"[\w.'’-]+")
_BREAK = re.compile(r"[,;:()“”\"«»—–]")


def description_of(
    text: str, start: int, end: int, begin: int, limit: int, title: Span | None, words: Lexicon
) -> Span | None:
    """Return what the text calls the person at `start` to `end`: a title before the name, or else an apposition after it."""
    first = title.start if title else start
    before = _before(text, first, begin, words, titled=title is not None) or _before_comma(text, first, begin, words)
    if before is not None:
        return Span(before[0], title.end if title else before[1])
    if title is not None:
        return title
    if named := calling_before(text, start, begin, words):
        return named
    if text.startswith(",", end):
        return _after(text, end, limit, words)
    return None


def calling_before(text: str, start: int, begin: int, words: Lexicon) -> Span | None:
    """The calling of whom a name is brought in: `a girl named `, `the boatman's name is `; None for `a town called `."""
    phrase = next((phrase for phrase in words.naming if text.endswith(phrase, begin, max(begin, start - 1))), None)
    if phrase is None:
        return None
    end = start - 1 - len(phrase)
    end -= text[end - 1 : end] == " "
    found = list(_WORDS.finditer(text, max(begin, end - LONGEST_CALLING), end))[-LONGEST_WORDS:]
    if not found or not (words.flags(found[-1][0]) & Word.ROLE or words.is_anybody(found[-1][0].lower())):
        return None
    for word, before in zip(reversed(found), (*reversed(found[:-1]), None), strict=True):
        if before is None or before[0].lower() in words.determiners or word[0].lower() in words.belonging:
            return Span(word.start(), end) if before is not None or len(found) < LONGEST_WORDS else None
    return None


def honorific_before(text: str, start: int, begin: int, words: Lexicon) -> int | None:
    """Where an honorific in lower case stands before a name, as in `la signora Conti`; None if there is none."""
    before = text[max(begin, start - 16) : start].split()
    if not before or not before[-1].islower() or not words.flags(before[-1]) & Word.HONORIFIC:
        return None
    return text.rindex(before[-1], begin, start)


def _before(text: str, start: int, begin: int, words: Lexicon, *, titled: bool) -> tuple[int, int] | None:
    """The description right before a name: `former Kremlin spokesman `, `Norland's foreign minister, `, or None.

    `titled` says that a title follows, which needs no other office before it: `former President Marlow`.
    """
    if start - 2 < begin or not text[start - 1].isspace():
        return None
    nearest = text[max(begin, text.rfind(" ", begin, start - 1) + 1) : start - 1].rstrip(",")
    if not nearest or not nearest[0].islower() or nearest in words.determiners:
        return None
    if not words.flags(nearest) & (Word.ROLE | Word.MODIFIER if titled else Word.ROLE):
        return None
    found = list(_WORDS.finditer(text, max(begin, start - 70), start))[-8:]
    found.reverse()
    if not found or text[found[0].end() : start].strip() not in ("", "" if titled else ","):
        return None
    first, end = found[0].span()
    for at, (later, word) in enumerate(pairwise(found)):
        if text[word.end() : later.start()].strip():
            break  # a comma or bracket between
        if word[0].lower() in words.determiners:
            return later.start(), end
        if word[0].endswith(("'s", "’s", "s'", "s’")):
            return word.start(), end
        if words.flags(word[0]) & _DESCRIBING or word[0][0].isupper() or (at == 0 and _is_noun(word[0], words)):
            first = word.start() if first == later.start() else first
        elif at > 1:
            break
    return first, end


def _is_noun(word: str, words: Lexicon) -> bool:
    """Whether a word in small letters before an office may be part of it: `harbour master`, not `told minister`."""
    if len(word) < 4 or not word.isalpha() or word in words.speaking or word in words.pronouns or word in words.also:
        return False
    if word in words.prepositions or word in words.belonging or word in words.locative or word in words.small:
        return False
    return not word.endswith(words.verb_endings)


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
    first = tokens[0].lower() if tokens else ""
    if (
        not first
        or first in words.reporting
        or ((first in words.pronouns or first in words.small) and first not in words.determiners)
    ):
        return None
    # The head stands before `of`, `for`, `who`: a role there makes it a description
    for token in tokens[:9]:
        if words.flags(token) & Word.ROLE:
            article = len(tokens[0]) + 1 if tokens[0].lower() in words.determiners and len(tokens) > 1 else 0
            return Span(found.start(1) + article, found.end(1))
        if token in words.belonging:
            return None
    return None
