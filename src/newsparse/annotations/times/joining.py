"""Two expressions that span one interval: `from 2019 to 2021`, `between Monday and Friday`, `Sunday or early next week`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

import attrs

from newsparse.annotations.times.calendar import Interval
from newsparse.model import TimeExpression

GAP = 16
"""Code points that stand between two joined expressions at most."""


def joins(before: str, between: str, joints: Mapping[str, AbstractSet[str]]) -> bool:
    """Whether the words between two expressions make one interval of them; `before` ends where the first one starts."""
    words = between.strip().lower()
    if words in joints["to"]:
        return bool(words)
    if words not in joints["and"]:
        return False
    start = before.rstrip().lower()
    return any(start.endswith(word) and not start[: -len(word)][-1:].isalpha() for word in joints["between"])


def joined(
    raw: str, start: int, found: Sequence[TimeExpression], joints: Mapping[str, AbstractSet[str]]
) -> list[TimeExpression]:
    """Return the expressions of a leaf, each with the interval that it spans with its neighbour, if it spans one.

    `start` is where the leaf `raw` starts in the text.
    """
    result = list(found)
    for at in range(len(result) - 1):
        first, last = result[at : at + 2]
        ends, begins = first.span.end - start, last.span.start - start
        if begins - ends > GAP or first.joined is not None:
            continue
        opens = first.span.start - start
        if joins(raw[max(opens - GAP, 0) : opens], raw[ends:begins], joints) and (whole := _hull(first, last)):
            result[at] = attrs.evolve(first, joined=whole)
            result[at + 1] = attrs.evolve(last, joined=whole)
    return result


def _hull(first: TimeExpression, last: TimeExpression) -> Interval | None:
    """From the start of the first to the end of the last; a zone told once, `from 9 to 5 p.m. EST`, goes for both."""
    if first.start is None or last.start is None or last.end is None:
        return None
    is_clock = last.type == "TIME" and last.end - last.start <= timedelta(hours=1)  # `to 5 p.m.` ends when that begins
    start, end = _zoned(first.start, last.start), _zoned(last.start if is_clock else last.end, first.start)
    return (start, end) if start < _zoned(last.start, first.start) and start < end else None


def _zoned(moment: datetime, other: datetime) -> datetime:
    return moment.replace(tzinfo=other.tzinfo) if moment.tzinfo is None else moment
