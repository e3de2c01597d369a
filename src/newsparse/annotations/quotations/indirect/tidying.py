"""What the model cannot see in words: datelines, whole pairs of marks, and quotations that nobody makes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsparse.annotations.quotations.indirect.clause import Clause
from newsparse.annotations.quotations.indirect.extents import Attribution
from newsparse.annotations.quotations.indirect.letters import ALONE, LEADING, WORD
from newsparse.annotations.quotations.indirect.lexicon import Lexicon
from newsparse.model import Span

NARROW = " \u00a0\u202f\u2009"
SAID_BEFORE = frozenset({"left", "around"})
"""Shapes whose content begins before the cue."""

_DATELINE = re.compile(
    r"(?=[^\W\d_a-z]{3})([^\n,(—–]{3,40})[^\n—–]{0,50}[ \t](?:[—–]|--)[ \t]*"
    r"|([^\W\d_])[^\n(—–]{1,50}\([^()\n]{2,30}\)[ \t]*\.?[—–-]-?[ \t]+"
)
"""`HARBOUR CITY, March 4, 2025 — …`, `Port Linda, March 4 (Wire) - …`; the first group is the place, in capitals."""


def after_dateline(text: str, start: int, end: int) -> int:
    """Return where a sentence begins behind its dateline, if it has one."""
    if not text[start].isupper():
        return start
    found = _DATELINE.match(text, start, end)
    return found.end() if found and (found[1] or found[2]).isupper() else start


def is_made_by_nobody(clause: Clause, found: Attribution, lexicon: Lexicon) -> bool:
    """Whether a noun only looks like a cue: `Talks broke down`, `a board, with a first report in June, will meet`.

    Or readers are spoken to.
    """
    if found.cue == clause.first and found.source is None and clause.kinds[found.cue + 1] in ALONE:
        return True  # `Thank you for reading`, `Tell us what you think`
    if clause.cues[found.cue].startswith("n:"):
        return found.source is None or found.shape in SAID_BEFORE
    return found.shape in SAID_BEFORE and clause.words[found.cue] in lexicon.nouns and _is_noun(clause, found.cue)


def is_only_told(clause: Clause, found: Attribution, lexicon: Lexicon) -> bool:
    """Whether what stands behind the cue is who was told, where and when, not what: `told reporters in a daily briefing`."""
    start, end = found.content[0]
    if found.shape in SAID_BEFORE or start != found.cue + 1 or clause.words[start] not in lexicon.listeners:
        return False
    return len(found.content) == 1 and (start + 1 == end or clause.words[start + 1] in lexicon.settings)


def _is_noun(clause: Clause, i: int) -> bool:
    """Whether an article goes before, and no plural between that could be the subject of a verb."""
    kinds = clause.kinds
    return kinds[i - 1] in LEADING or (kinds[i - 1] == WORD and kinds[i - 2] in LEADING)


def whole(
    text: str, parts: Sequence[Span], inside: Sequence[tuple[int, int]], first: int, end: int
) -> tuple[Span, ...]:
    """Return the parts of content from `first` on, with both marks of what they quote, or without those that cannot."""
    found = []
    for part in parts:
        begin, last = max(part.start, first), part.end
        for a, b in inside:
            if begin < a < last <= b < end:
                last = _behind_mark(text, b, end)
            elif a <= begin < b < last and a > first:
                begin = a - 1 if not (text[a - 1].isalnum() or text[a - 1].isspace()) else a
        if begin < last and text[begin:last].strip():
            found.append(Span(begin, last))
    return tuple(found)


def _behind_mark(text: str, at: int, end: int) -> int:
    """Where the closing mark ends that stands at `at`, with the blank of French marks before it (`non »`), or `at`."""
    mark = at + 1 if at + 1 < end and text[at] in NARROW else at
    return mark + 1 if not (text[mark].isalnum() or text[mark].isspace()) else at


def is_marked(text: str, parts: Sequence[Span], inside: Sequence[tuple[int, int]]) -> bool:
    """Whether content is mostly what stands between marks already."""
    if not inside:
        return False
    size = sum(part.end - part.start for part in parts)
    if any(_shared(parts, one) > 0.8 * size for one in inside):
        return True
    bare = 0
    for part in parts:
        at = part.start
        for a, b in inside:
            if a < part.end and b > at:
                bare += sum(map(str.isalnum, text[at : max(at, a)]))
                at = b
        bare += sum(map(str.isalnum, text[at : part.end]))
    return bare < 3


def _shared(parts: Sequence[Span], one: tuple[int, int]) -> int:
    return sum(max(0, min(part.end, one[1]) - max(part.start, one[0])) for part in parts)
