"""Speaker labels at the start of a line, by shape alone: `Name:`, `**Name:**`, `Name (12:34):`, `Q.`, `Q -`, bare `Q`.

Whether a label names a speaker is decided later, from the whole text (`structure.interviews`); here only the shape counts, so
that a line with a label is not joined to the paragraph before it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

REACH = 100
"""A label's colon stands within so many characters of the line's start."""

_STAMP = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?"
_WORDS = re.compile(
    rf"[*_>#\s]{{0,8}}(?P<lead>[\[(]?{_STAMP}[\])]?\s{{0,3}}(?:[-–—]\s{{0,3}})?)?[*_]{{0,3}}"
    r"(?P<label>[^\W\d_][^\n:?!;\"“”„«»‹›「」『』`|=<>{}¿¡\[\]\\/]{0,70}?)"
    rf"(?:\s{{0,2}}[\[(]\s?(?P<inner>{_STAMP})\s?[\])])?"
    r"[*_]{0,3}\s{0,2}:[*_]{0,3}"
    rf"(?:\s{{0,3}}[\[(]?(?P<stamp>{_STAMP})[\])]?(?=\s|$))?"
    r"(?=\s|$|[^\W\d_]|[\"“”„«»‹›「『`¿¡…\[(])"
)
# "Jane Doe (00:12)" and "[00:12] Jane Doe" on a line of their own, as recognisers of speech write them.
_STAMPED = re.compile(
    rf"[*_]{{0,3}}(?P<label>[^\W\d_][\w.'’ -]{{0,50}}?)[*_]{{0,3}}\s{{1,3}}[\[(]?(?P<stamp>{_STAMP})[\])]?[*_]{{0,3}}\s{{0,3}}"
)
_STAMP_FIRST = re.compile(
    rf"[*_]{{0,3}}[\[(]?(?P<stamp>{_STAMP})[\])]?\s{{1,3}}(?:[-–—]\s{{0,3}})?(?P<label>[^\W\d_][\w.'’ -]{{0,50}}?)[*_]{{0,3}}"
)
# "Q. Why?", "A - Because.", "Q    Why?", "Q1) Why?": one capital letter with a mark, or with more than a word space.
_LETTER = re.compile(
    r"[*_>#\s]{0,8}(?P<label>[^\W\d_a-z](?:\s?\d{1,3})?)[*_]{0,3}"
    r"(?:\s{0,2}[.)|](?:\s?[-–—])?[*_]{0,3}(?=\s)|\s{0,2}[-–—](?=\s)|(?=[\t\xa0\u2002\u2003]|\s{2,})|(?<=Q)(?=\s[^\W\d_a-z]))"
)
_SPACE = re.compile(r"[*_\s]*")
_NAME_WORD = re.compile(r"[^\W\d_a-z][\w.'’-]*|[\d.&,()]+|\([^\W\d_]{1,4}\)")
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "de",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "du",
        "des",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "el",
        "y",
        "et",
        "und",
        "for",
        "dr",
        "mr",
        "ms",
        "mrs",
    ]
)


class LabelShape(NamedTuple):
    """The label's words, where the turn's words begin, and how surely the shape is that of a speaker's label."""

    start: int
    end: int
    after: int
    stamped: bool
    """It carries a time: `Name: 00:12:34`."""
    colon: bool


def label_at(text: str, start: int, end: int) -> LabelShape | None:
    """Return the label that the line from `start` to `end` begins with, if it has the shape of one. Constant time."""
    if start >= end:
        return None
    found = None
    if text.find(":", start, min(end, start + REACH)) >= 0:
        found = _WORDS.match(text, start, end)
        if found is None and end - start <= REACH:
            found = _STAMPED.fullmatch(text, start, end) or _STAMP_FIRST.fullmatch(text, start, end)
        if found is not None:
            stamped = any(found.groupdict().get(name) for name in ("lead", "inner", "stamp"))
            after = _after(text, found.end(), end)
            return LabelShape(found.start("label"), found.end("label"), after, stamped, colon=True)
    return letter_at(text, start, end)


def letter_at(text: str, start: int, end: int) -> LabelShape | None:
    """Return the label if it is a single letter without a colon: `Q. `, `Q - `, `Q1) `, bare `Q`. Constant time."""
    found = _LETTER.match(text, start, end)
    if found is None:
        return None
    return LabelShape(
        found.start("label"), found.end("label"), _after(text, found.end(), end), stamped=False, colon=False
    )


def _after(text: str, at: int, end: int) -> int:
    space = _SPACE.match(text, at, end)
    return at if space is None else space.end()


def looks_like_label(text: str, start: int, end: int) -> bool:
    """Whether the line from `start` to `end` begins with what looks like a speaker's label. Constant time.

    Meant for hard-wrapped text: a line for which this holds starts a paragraph. `Jane Doe: …`, `DR. LEE: …` and `Q. …` hold,
    `the following options: …` does not.
    """
    shape = label_at(text, start, end)
    if shape is None:
        return False
    label = text[shape.start : shape.end]
    if not shape.colon:
        return label[0] in "QAFPRD"
    words = label.split()
    return len(words) <= 5 and all(word.lower() in _SMALL or _NAME_WORD.fullmatch(word) for word in words)
