"""Where content may begin and end around a cue, and which words may name whose it is: what the model chooses from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newsparse.annotations.quotations.indirect import letters
from newsparse.annotations.quotations.indirect.clause import Clause

REACH = 7
"""How many tokens behind a cue the content may begin (`told reporters at the airport on Monday that …`)."""
FURTHER = 30
"""How many, where a mark goes before."""
BACK = 12
"""How many tokens before a cue content to its left may end (`…, the mayor of Harbour City, Ann Lee, said`)."""
FARTHEST = 80
"""How many tokens content may have, so that a page without a full stop costs no more than one with."""
BEFORE, BEHIND = 7, 3
"""How many noun-like runs on either side of the cue may be its source."""
AROUND = 50
"""How many tokens away they may stand."""

Run = tuple[int, int, str, int]
"""A noun-like run of tokens: its start and end, its side of the cue and its rank there."""


def starts_behind(clause: Clause, i: int) -> Iterator[int]:
    """Yield the places behind the cue at `i` where content may begin: any word soon after it, or what follows a mark."""
    near = min(i + 1 + REACH, clause.last)
    yield from range(i + 1, near)
    for match in letters.BREAKS.finditer(clause.kinds, near - 1, min(i + FURTHER, clause.last) - 1):
        yield match.end()


def complementizer_behind(clause: Clause, i: int) -> int:
    """Return where the first `that`, `to`, or question word within reach of the cue stands, or 0."""
    found = letters.COMPLEMENTIZER.search(clause.kinds, i + 1, min(i + 1 + REACH, clause.last))
    return found.start() if found and found[0] not in ";:" else 0


def last_end(clause: Clause, start: int) -> int:
    """Return where content that begins at `start` ends with its sentence."""
    last = min(clause.last, start + FARTHEST)
    return start + 1 + len(clause.kinds[start + 1 : last].rstrip(letters.CLOSING))


def ends_before(clause: Clause, start: int, last: int) -> list[int]:
    """Return the places before `last` where content that begins at `start` may end."""
    return [match.start() for match in letters.CLOSES.finditer(clause.kinds, start + 1, last)]


def left_ends(clause: Clause, i: int) -> range:
    """Return the places up to the cue at `i` where content to its left may end."""
    return range(max(clause.first + 1, i - BACK), i + 1)


def left_starts(clause: Clause, end: int) -> list[int]:
    """Return the places before `end` where content to the left of a cue may begin."""
    first = clause.first
    found = letters.OPENS.finditer(clause.kinds, max(first + 1, end - FARTHEST), end)
    return [first, *[match.start() for match in found]]


def sources(clause: Clause, i: int) -> Iterator[Run]:
    """Yield the noun-like runs near the cue at `i` that may be its source, the nearest before it first."""
    return chain(sources_before(clause, i), sources_behind(clause, i))


def sources_before(clause: Clause, i: int) -> Iterator[Run]:
    """Yield those that stand before the cue, the nearest first."""
    kinds = clause.kinds
    first = max(clause.first, i - AROUND)
    end = i
    for rank in range(1, BEFORE + 1):
        while end > first and kinds[end - 1] not in letters.NOMINAL:
            end -= 1
        if end == first:
            return
        start = end
        while start > first and kinds[start - 1] in letters.BODY:
            start -= 1
        # `the mayor`: an article goes with what follows it; a pronoun stands alone
        if start == end or (start > first and kinds[start - 1] in letters.LEADING):
            start -= 1
        yield start, end, "<", rank
        end = start


def sources_behind(clause: Clause, i: int) -> Iterator[Run]:
    """Yield those that stand behind the cue, the nearest first."""
    found = letters.RUN.finditer(clause.kinds, i + 1, min(clause.last, i + AROUND))
    for rank, match in zip(range(1, BEHIND + 1), found, strict=False):
        yield *match.span(), ">", rank
