"""Rises and falls of what is traded."""

from __future__ import annotations

import re

from newsparse import Span
from newsparse_markets.acts import Found, caused, signed, told
from newsparse_markets.context import Context
from newsparse_markets.instruments import measures, sort_of
from newsparse_markets.model import Move
from newsparse_markets.reach import level
from newsparse_markets.words import scan


def find_moves(context: Context) -> tuple[Move, ...]:
    """Return the rises and falls that a sentence reports of what is traded, each with its amounts."""
    if not context.is_counted and not _STILL.search(context.text, context.start, context.end):
        return ()
    found: list[Move] = []
    taken: set[Span] = set()
    for one in [*caused(context), *told(context), *signed(context)]:
        if any(amount.span in taken for amount in one.amounts) or not _is_traded(context, one):
            continue
        taken.update(amount.span for amount in one.amounts)
        found += [_move(context, each) for each in _each(context, one)]
    return tuple(sorted(found, key=lambda move: (move.act, move.instrument or move.act)))


_STILL = re.compile(r"changed|flat\b|steady|moved|budged|doubl|tripl|trebl|halv")


def _each(context: Context, one: Found) -> list[Found]:
    """`Volta and Halden rose 3% and 2%, respectively`: a move for each."""
    sides = context.segments.split(one.instrument) if one.instrument else []
    following = context.words(one.last, one.last + 2)
    if "respectively" not in following or len(sides) != len(one.amounts):
        return [one]
    return [one._replace(instrument=side, amounts=(amount,)) for side, amount in zip(sides, one.amounts, strict=True)]


def _move(context: Context, one: Found) -> Move:
    sign = -1.0 if one.direction == "down" else 1.0
    percent = next((each.value for each in one.amounts if each.kind == "percent"), None)
    points = next((each.value for each in one.amounts if each.kind == "points"), None)
    end = level(context, one.last)
    size = one.factor if percent is None else percent
    return Move(
        **context.links(context.span(*one.act)),
        direction=one.direction,
        instrument=context.phrase(one.instrument),
        percent=None if size is None else sign * abs(size),
        points=None if points is None else sign * abs(points),
        amounts=one.amounts,
        to=context.span(end, end + 1) if end is not None else None,
    )


def _is_traded(context: Context, one: Found) -> bool:
    """Whether what moves may be traded: a mere name must move by percent or money, as what wins points is a team."""
    if _is_of_measure(context, one):
        return False
    sort = sort_of(context, one.instrument)
    if sort != "named":
        return sort == "traded"
    if context.words(*one.act)[0] in ("loss", "losses") and all(each.kind == "money" for each in one.amounts):
        return False
    # `Halden lost $4 million` tells of a result, `growers lost 30 percent of their crop` of something else.
    if context.words(one.last, one.last + 1) == ("of",) and "value" not in context.words(one.last, one.last + 4):
        return False
    return any(each.kind == "percent" or (each.kind == "money" and each.value < _SHARE) for each in one.amounts)


def _is_of_measure(context: Context, one: Found) -> bool:
    """`a profit of $1.2 billion, up 9 percent`: what is up is the amount before."""
    at = one.act[0]
    if at < 2 or context.segments.tags[at - 1] != "," or context.segments.tags[at - 2] not in "At":
        return False
    first = context.segments.first(at - 2)
    return bool(scan(context.tokens[first:at], measures()))


_SHARE = 10_000
"""No share costs as much."""
