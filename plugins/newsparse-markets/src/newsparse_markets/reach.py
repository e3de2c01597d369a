"""What belongs to a verb or noun of moving: the amounts after and before it, and where the move ended."""

from __future__ import annotations

from typing import NamedTuple

from newsparse import Span
from newsparse.analysis import Quantity
from newsparse_markets.context import Context
from newsparse_markets.words import after, listed, words

LONGEST_BRIDGE = 8
"""Words between an act and its amount."""


class Amounts(NamedTuple):
    """Amounts that belong together, and the token after the last of them."""

    values: tuple[Quantity, ...]
    last: int


def amounts_after(context: Context, at: int) -> Amounts:
    """The amounts that follow with nothing but `by about` and the like between: `55 points, or 0.8 percent`."""
    tokens, found, last, bridge = context.tokens, [], at, 0
    while at < len(tokens) and bridge < LONGEST_BRIDGE:
        one = tokens[at]
        if one.amount is not None:
            found.append(one.amount)
            at, bridge = at + 1, 0
            last = at
        elif not found and (bare := _bare(context, at)):
            found.append(bare)
            at += 1
            last = at
        elif one.tag in ",()" or (found and one.word in ("or", "and")):
            at, bridge = at + 1, bridge + 1
        elif found and one.tag != "t":
            break
        elif (end := max(after(tokens, listed("moves", "lists", "between"), at), _when(context, at))) > at:
            at, bridge = end, bridge + 1
        else:
            break
    return Amounts(tuple(found), last)


def _when(context: Context, at: int) -> int:
    """Where words for when end: `on Monday`, `in early trading`."""
    tokens = context.tokens
    if tokens[at].tag == "t":
        return at + 1
    end = at + 1
    if tokens[at].word in ("in", "on", "at", "during"):
        while end < len(tokens) and end < at + 5 and tokens[end].tag in "wdat":
            end += 1
            if tokens[end - 1].word in words("moves", "lists", "hours") or tokens[end - 1].tag == "t":
                return end
    return at


def _bare(context: Context, at: int) -> Quantity | None:
    """`fell 400 to 38,120`, `fell 400, or 1 percent`: points that are not called so."""
    tokens = context.tokens
    if tokens[at].tag != "N" or at + 1 >= len(tokens):
        return None
    following = list(tokens[at + 1 : at + 4])
    ends = following[0].word in ("to", "at") and len(following) > 1 and following[1].tag in "NA"
    or_percent = following[0].tag == "," and any(one.amount and one.amount.kind == "percent" for one in following)
    if not ends and not or_percent:
        return None
    span = Span(tokens[at].start, tokens[at].end)
    return Quantity(span=span, text=span.of(context.text), kind="points", value=value(tokens[at].word), unit="point")


def value(digits: str) -> float:
    """The value of a bare number: `38,120`."""
    return float(digits.replace(",", "").replace("−", "-").strip("."))


def amounts_before(context: Context, at: int) -> Amounts:
    """The amounts that stand right before: `93 cents higher`, `55 points, or 1 percent, lower`, `a 3 percent rise`."""
    tokens, found, end = context.tokens, [], at
    at -= 1
    while at >= 0:
        one = tokens[at]
        if one.amount is not None:
            found.append(one.amount)
        elif not (_joins(context, at, end) if found else one.tag in ",()" or (one.tag == "w" and at == end - 1)):
            break
        at -= 1
    if len(found) == 1 and tokens[end - 1].tag == ",":
        found.clear()  # `profit of 210 million, up from 180 million`
    return Amounts(tuple(reversed(found)), end)


def _high(context: Context, end: int, at: int) -> int:
    """`to a four-month high of`: past the words for what sort of level it is."""
    tokens = context.tokens
    if end == at or end >= len(tokens) or tokens[end].tag != "d":
        return end
    for of in range(end + 2, min(end + 7, len(tokens))):
        if tokens[of].word == "of":
            return of + 1
        if tokens[of].tag not in "wnVa":
            return end
    return end


def _joins(context: Context, at: int, end: int) -> bool:
    """Whether a token stands between amounts that belong together: `55 points, or 1 percent`."""
    one = context.tokens[at]
    following = context.tokens[at + 1].word if at + 1 < end else ""
    return one.tag in "()" or one.word == "or" or (one.tag == "," and following == "or")


def level(context: Context, at: int) -> int | None:
    """The token of where a move ended: `rose 0.4 percent to 5,012.3`, `from 6 percent to 5.75 percent`."""
    tokens = context.tokens
    while at < len(tokens) and at < len(context.tokens) and (tokens[at].tag in ",)t" or _when(context, at) > at):
        at = max(at + 1, _when(context, at))
    if at + 1 < len(tokens) and tokens[at].word == "from" and tokens[at + 1].tag in "AN":
        at += 2
        while at < len(tokens) and (tokens[at].tag in ",t" or _when(context, at) > at):
            at = max(at + 1, _when(context, at))
    end = _high(context, after(tokens, listed("moves", "lists", "level"), at), at)
    if end > at and end < len(tokens) and tokens[end].tag in "AN" and "-" not in tokens[end].word:
        return end
    return None
