"""Results and forecasts: what is measured, whose it is, and how much."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from newsparse import Span
from newsparse.analysis import Quantity
from newsparse_markets.context import Context
from newsparse_markets.model import Figure, FigureKind
from newsparse_markets.owners import owner
from newsparse_markets.reach import value
from newsparse_markets.segments import Part
from newsparse_markets.words import Hit, Index, phrases, words


class Measured(NamedTuple):
    """A measure and the amounts that belong to it, as tokens; `last` is the token after the last of them."""

    measure: Part
    amounts: tuple[Quantity, ...]
    last: int


@cache
def _measures(key: str) -> Index:
    return {first: tuple(row for row in rows if row[1] == key) for first, rows in phrases("figures", "measures").items()}


def find_figures(context: Context, used: frozenset[Span]) -> tuple[Figure, ...]:
    """Return the results and forecasts that a sentence gives; amounts that are `used` by moves are none of theirs."""
    if not any(one.tag in "AN" for one in context.tokens):
        return ()
    measures = _found(context)
    forecasts = _forecasts(context)
    found: list[Figure] = []
    taken = set(used)
    for number, measure in enumerate(measures):
        stop = measures[number + 1][0] if number + 1 < len(measures) else len(context.tokens)
        start = measures[number - 1][1] if number else 0
        one = _with_amounts(context, measure, start, stop, taken)
        if one is None:
            continue
        taken.update(amount.span for amount in one.amounts)
        found.append(_figure(context, one, forecasts, measures))
    return tuple(found)


def _found(context: Context) -> list[Part]:
    """What is measured, each with the words that qualify it: `first-half net loss`; a bare `guidance` where nothing else is."""
    tokens = context.tokens
    found: list[Part] = []
    for hit in context.scan(_measures("head")) or context.scan(_measures("bare")):
        first = hit.first
        if first and tokens[first - 1].word in words("figures", "measures", "aside"):
            continue
        if hit.last < len(tokens) and tokens[hit.last].tag == "n" and context.text[tokens[first].start].isupper():
            continue  # `the European Investment Bank`
        if tokens[first].word == "costs" and hit.last < len(tokens) and tokens[hit.last].tag in "AN":
            continue
        while first and tokens[first - 1].word in words("figures", "measures", "before") and tokens[first - 1].tag in "wnta":
            first -= 1
        # `sales growth` is one measure, not two.
        if found and found[-1][1] == first:
            found[-1] = found[-1][0], hit.last
        else:
            found.append((first, hit.last))
    return found


def _with_amounts(context: Context, measure: Part, start: int, stop: int, taken: set[Span]) -> Measured | None:
    amounts, last = _after(context, measure, stop, taken)
    if not amounts:
        amounts, last = _before(context, measure, start, taken), measure[1]
    return Measured(measure, amounts, last) if amounts else None


def _after(context: Context, measure: Part, stop: int, taken: set[Span]) -> tuple[tuple[Quantity, ...], int]:
    """The amounts after a measure, in its part of the sentence or, where that has none, in one of the next two."""
    tokens, segments = context.tokens, context.segments
    found: list[Quantity] = []
    last, skipped = measure[1], 0
    for at in range(measure[1], stop):
        one = tokens[at]
        if one.tag in ",;()c" and one.word not in ("or", "and"):
            skipped += 1
            following = segments.tags[at + 1 : at + 2]
            if (found and not _goes_on(context, at)) or skipped > 3 or one.word == ";" or (one.tag == "c" and not found):
                break
            if following == "r" and not found:
                break
        amount = one.amount or (_bare(context, at, measure) if one.tag == "N" else None)
        if amount is None or amount.span in taken:
            continue
        if _is_compared(context, at, measure[1]):
            continue
        if found and at - last > 6:
            break
        found.append(amount)
        last = at + 1
    return tuple(found), last


def _goes_on(context: Context, at: int) -> bool:
    """`rose 12 percent, or 4 million euros`, `rose 12 percent (8 million euros)`."""
    tokens = context.tokens
    return at + 1 < len(tokens) and (tokens[at + 1].word in ("or", "to") or tokens[at + 1].tag == "A" or tokens[at].tag == ")")


def _is_compared(context: Context, at: int, first: int) -> bool:
    """`from 8.1% a month earlier`, `ahead of the 36 billion that analysts expected`: another's amount, or another time's."""
    tokens = context.tokens
    for back in range(at - 1, max(first - 1, at - 5), -1):
        if tokens[back].word in words("figures", "lists", "compared"):
            return True
        if tokens[back].tag not in "dwapt":
            return False
    return False


def _before(context: Context, measure: Part, start: int, taken: set[Span]) -> tuple[Quantity, ...]:
    """`a $2 million loss`, `$3 billion in revenue`, `a 12 percent rise in sales`."""
    tokens = context.tokens
    for at in range(measure[0] - 1, max(start - 1, measure[0] - 6), -1):
        one = tokens[at]
        if one.amount is not None:
            return () if one.amount.span in taken or _is_compared(context, at, start) else (one.amount,)
        if one.tag in ",;()crv" or (one.tag == "V" and one.word not in words("moves", "acts", "rise") | words("moves", "acts", "fall") | {"drop", "decline", "fall", "jump", "slump"}):
            return ()
    return ()


def _bare(context: Context, at: int, measure: Part) -> Quantity | None:
    """The level of an index: `consumer confidence rose to 101.3`."""
    one = context.tokens[at]
    if not set(context.words(*measure)) & {"pmi", "index", "confidence", "sentiment"} or "." not in one.word:
        return None
    span = Span(one.start, one.end)
    return Quantity(span=span, text=span.of(context.text), kind="points", value=value(one.word), unit="point")


def _forecasts(context: Context) -> list[Hit]:
    """The words that tell of a forecast, but for those that tell what others had expected: `beat forecasts`."""
    found = []
    for hit in context.scan(phrases("figures", "acts")):
        if hit.label == "result":
            continue
        first = max(context.segments.first(hit.first), hit.first - 10)
        before = set(context.words(first, hit.first))
        if hit.label == "modal" or not before & words("figures", "lists", "against"):
            found.append(hit)
    return found


def _figure(context: Context, one: Measured, forecasts: Sequence[Hit], measures: Sequence[Part]) -> Figure:
    told = [hit for hit in forecasts if _governs(context, hit, one, measures)]
    kind: FigureKind = "forecast" if told else "result"
    acts = told or [hit for hit in context.scan(phrases("figures", "acts")) if hit.label == "result"]
    near = min(acts, key=lambda hit: abs(hit.first - one.measure[0]), default=None)
    act = (near.first, near.last) if near else one.measure
    return Figure(
        **context.links(context.span(*act)),
        kind=kind,
        measure=context.phrase(one.measure) or context.span(*one.measure),
        who=context.phrase(owner(context, one.measure, one.last)),
        amounts=one.amounts,
    )


def _governs(context: Context, hit: Hit, one: Measured, measures: Sequence[Part]) -> bool:
    """Whether a word for a forecast is said of a measure."""
    segments = context.segments
    measure = one.measure
    if hit.label == "modal":
        return segments.index(hit.first) == segments.index(measure[0]) and hit.first < one.last
    if hit.first < measure[1]:
        # `it expects revenue of 4 billion and profit of 1 billion`, but not `analysts expected 4; revenue was 5`.
        return ";" not in segments.tags[hit.last : measure[0]] and not _is_told(context, hit.last, measure[0])
    return not any(measure[1] <= other[0] and hit.last <= other[0] for other in measures)


def _is_told(context: Context, first: int, last: int) -> bool:
    """Whether another clause begins between: `expected a gain, but revenue fell`."""
    return any(one.word in ("but", "while", "although", "after", "when") for one in context.tokens[first:last])
