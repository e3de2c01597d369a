"""Initials in brackets after the name they stand for: `Harbour and Dock Union (HDU)`.

They say that the words before them are one organisation's name, and where it begins.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from newsparse.annotations.entities.lexicon import Lexicon
from newsparse.annotations.entities.mention import Mention
from newsparse.model import Span

LONGEST = 120
"""Code points before the bracket in which the name is looked for."""
# The bracket first, which `re` looks for fast, then the blank before it.
_BRACKET = re.compile(r"\((?<=[\s\u00a0]\()([A-Z][A-Za-z&]{0,6}[A-Z])\)")
_WORD = re.compile(r"[^\W_](?:[\w'’.&-]*\w)?|&")
_BREAK = re.compile(r"[,;:()\"“”«»„\n]|[.!?]\s")


def with_initials(text: str, found: list[Mention], words: Lexicon) -> list[Mention]:
    """Return the mentions with the names that initials in brackets spell out, in place of what lay in their extents."""
    for bracket in _BRACKET.finditer(text):
        begin = _begin(text, bracket.start(), bracket[1])
        if begin is None:
            continue
        end = len(text[begin : bracket.start()].rstrip()) + begin
        starts = [mention.span.start for mention in found]
        first, last = bisect_left(starts, begin), bisect_left(starts, end)
        if first and found[first - 1].span.end > begin:
            continue
        name = " ".join(text[begin:end].split())
        if name.lower() not in words.places:
            found[first:last] = [Mention(Span(begin, end), name, "organization")]
    return found


def spelt_out(text: str, initials: Mention, before: Mention) -> bool:
    """Whether `initials` stand in brackets right after the organisation `before`."""
    start, end = initials.span
    return (
        initials.name.isupper()
        and before.kind == "organization"
        and text[before.span.end : start].strip() == "("
        and text.startswith(")", end)
    )


def _begin(text: str, end: int, initials: str) -> int | None:
    """Where the name begins whose capitals `initials` gives, read backwards; None where the words spell something else."""
    lower = max(0, end - LONGEST)
    breaks = [match.end() for match in _BREAK.finditer(text, lower, end)]
    words = list(_WORD.finditer(text, breaks[-1] if breaks else lower, end))
    letters = [char.lower() for char in initials if char.isupper()]
    at = len(words)
    while letters and at:
        at -= 1
        word = words[at][0]
        if word[0].lower() == letters[-1] and (word[0].isupper() or len(letters) > 1):
            letters.pop()
        elif word[0].isupper() or len(word) > 4:
            return None
    return words[at].start() if not letters and words[at][0][0].isupper() and at < len(words) - 1 else None
