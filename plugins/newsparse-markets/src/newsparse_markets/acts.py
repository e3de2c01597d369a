"""How a sentence tells that something moves: by its own verb, by what moves it, by a sign."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsparse.analysis import Quantity
from newsparse_markets.context import Context
from newsparse_markets.model import Direction
from newsparse_markets.reach import Amounts, amounts_after, amounts_before, level
from newsparse_markets.segments import Part
from newsparse_markets.words import Hit, Index, phrases, words

_FACTORS = {"doubled": 100.0, "tripled": 200.0, "quadrupled": 300.0, "halved": 50.0}
_UP = ("up", "higher", "rise", "doubled", "tripled", "quadrupled")


_SIGNS = ("+", "-", "−")


class Found(NamedTuple):
    """A move: tokens of the act and of what moves, its amounts, the token after the last, percent that the act itself says."""

    act: Part
    direction: Direction
    instrument: Part | None
    amounts: tuple[Quantity, ...]
    last: int
    factor: float | None = None


@cache
def _acts() -> Index:
    return phrases("moves", "acts")


@cache
def _moving() -> Index:
    return phrases("moves", "moving")


def told(context: Context) -> Iterator[Found]:
    """The moves that words for moving tell, in order."""
    for hit in context.scan(_acts()):
        act = (hit.first, hit.last)
        if hit.label == "flat":
            yield Found(act, "unchanged", context.segments.subject(hit.first), (), hit.last)
        if hit.label in ("flat", "none"):
            continue
        if _is_noun(context, hit) and context.tokens[hit.first].word not in words("moves", "lists", "nouns"):
            continue
        direction: Direction = "up" if hit.label in _UP else "down"
        amounts = amounts_after(context, hit.last)
        if not amounts.values and (hit.label in ("higher", "lower") or _is_noun(context, hit)):
            amounts = amounts_before(context, hit.first)._replace(last=hit.last)
        factor = _FACTORS.get(hit.label)
        if not amounts.values and factor is None and not _ends(context, hit):
            continue
        found = Found(act, direction, _instrument(context, hit), amounts.values, amounts.last, factor)
        yield found
        yield from _elided(context, found)


def _ends(context: Context, hit: Hit) -> bool:
    """`rose to $80`, `edged up to $80`: whether where it ended is all that is told."""
    if level(context, hit.last) is None or _is_noun(context, hit):
        return False
    verb = context.words(max(0, hit.first - 1), hit.first)
    return hit.label not in ("higher", "lower") or (bool(verb) and verb[0] in words("moves", "lists", "neutral"))


def _is_noun(context: Context, hit: Hit) -> bool:
    """`a rise`, `a 3 percent rise`, `its steepest weekly fall`, `a rise of`."""
    if hit.label in ("higher", "lower") or hit.first == 0:
        return False
    before = context.tokens[hit.first - 1]
    following = context.tokens[hit.last].word or "0" if hit.last < len(context.tokens) else ""
    adjective = before.tag == "w" and hit.first > 1 and context.tokens[hit.first - 2].tag in "dAw"
    return before.tag in "dA" or following == "of" or (adjective and following in ("of", "in", "for", ""))


def _instrument(context: Context, hit: Hit) -> Part | None:
    """The words for what moves."""
    tokens, segments = context.tokens, context.segments
    if hit.label in ("higher", "lower"):
        return _object_before(context, hit.first) or segments.subject(hit.first)
    if _is_noun(context, hit):
        for at in range(hit.last, min(segments.end(hit.last - 1), hit.last + 4)):
            start = at + 1
            while start < len(tokens) and tokens[start].tag in "td":
                start += 1  # `a rise in fourth-quarter profit`
            if tokens[at].word in ("in", "for") and (part := segments.phrase(start, across="of on")):
                return part
    return segments.subject(hit.first)


def _object_before(context: Context, at: int) -> Part | None:
    """`sent shares down`, `pushed the yield up`: what stands between the verb and `down`."""
    tags = context.segments.tags
    first = at
    while first > 0 and tags[first - 1] in "nwgdN":
        first -= 1
    if first in (at, 0) or tags[first - 1] != "V" or {*context.words(first, at)} & words("moves", "lists", "spells"):
        return None
    return first, at


def _elided(context: Context, found: Found) -> Iterator[Found]:
    """`the Dow rose 0.3 percent, the Nasdaq 1.1 percent and the Russell 2 percent`: one verb for all."""
    tokens = context.tokens
    last = found.last if found.amounts else len(tokens)
    while last + 2 < len(tokens):
        at = last
        if (end := level(context, at)) is not None:
            at = end + 1
        start = at
        while at < len(tokens) and (tokens[at].tag == "," or tokens[at].word in ("and", "while")):
            at += 1
        part = context.segments.phrase(at, across="of") if at > start else None
        if part is None or part[1] >= len(tokens) or (amount := tokens[part[1]].amount) is None:
            return
        if amount.kind not in {one.kind for one in found.amounts}:
            return
        amounts = amounts_after(context, part[1])
        yield found._replace(instrument=part, amounts=amounts.values, last=amounts.last)
        last = amounts.last


def caused(context: Context) -> Iterator[Found]:
    """Moves by what moves something: `lifted the yen 2 percent`, `sent shares down 12%`, `knocked 3 percent off the stock`."""
    tokens, segments = context.tokens, context.segments
    for hit in context.scan(_moving()):
        direction: Direction = "up" if hit.label == "up" else "down"
        taken = amounts_after(context, hit.last)
        if (
            hit.label == "down"
            and taken.values
            and taken.last + 1 < len(tokens)
            and tokens[taken.last].word in ("off", "from")
        ):
            part = segments.phrase(taken.last + 1)
            yield Found((hit.first, hit.last), "down", part, taken.values, part[1] if part else taken.last)
            continue
        part = segments.phrase(hit.last, across="of on in")
        if part is None or part[1] >= len(tokens):
            continue
        act, following = (hit.first, hit.last), context.scan_at(_acts(), part[1])
        if following and following.label != "flat":
            direction = "up" if following.label in _UP else "down"
        at = following.last if following else part[1]
        amounts: Amounts = amounts_after(context, at)
        if amounts.values and tokens[at].tag != ",":
            yield Found(act, direction, part, amounts.values, amounts.last)


def signed(context: Context) -> Iterator[Found]:
    """`the index -0.4%`: moves told by a sign."""
    for at, one in enumerate(context.tokens):
        if one.amount is None or one.amount.kind != "percent":
            continue
        sign = context.text[one.start : one.start + 1]
        if sign not in _SIGNS:
            sign = context.text[one.start - 1 : one.start]
        start = at
        while (
            start > 0
            and context.segments.tags[start - 1] in "nwgN;"
            and (start == at or context.segments.tags[start - 1] != ";")
        ):
            start -= 1
        if sign in _SIGNS and start < at:
            last = at - 1 if context.segments.tags[at - 1] == ";" else at
            yield Found((at, at + 1), "up" if sign == "+" else "down", (start, last), (one.amount,), at + 1)
