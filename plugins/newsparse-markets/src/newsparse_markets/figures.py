"""Results and forecasts: what is measured, whose it is, and how much."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse import Span
from newsparse_markets.context import Context
from newsparse_markets.instruments import elsewhere
from newsparse_markets.measures import Measured, find_measures, with_amounts
from newsparse_markets.model import Figure, FigureKind
from newsparse_markets.owners import owner
from newsparse_markets.segments import Part
from newsparse_markets.words import Hit, phrases, words


def find_figures(context: Context, used: frozenset[Span]) -> tuple[Figure, ...]:
    """Return the results and forecasts that a sentence gives; amounts that are `used` by moves are none of theirs."""
    if not context.is_counted or elsewhere(context):
        return ()
    measures = find_measures(context)
    forecasts = _forecasts(context)
    found: list[Figure] = []
    taken = set(used)
    for number, measure in enumerate(measures):
        stop = measures[number + 1][0] if number + 1 < len(measures) else len(context.tokens)
        start = measures[number - 1][1] if number else 0
        one = with_amounts(context, measure, start, stop, taken)
        if one is None:
            continue
        taken.update(amount.span for amount in one.amounts)
        found.append(_figure(context, one, forecasts, measures))
    return tuple(found)


def _forecasts(context: Context) -> list[Hit]:
    """The words that tell of a forecast, but for those that tell what others had expected: `beat forecasts`."""
    found = []
    for hit in context.scan(phrases("figures", "acts")):
        if hit.label == "result":
            continue
        first = max(_clause(context, hit.first), hit.first - 10)
        before = set(context.words(first, hit.first))
        if hit.label == "modal" or not before & words("figures", "lists", "against"):
            found.append(hit)
    return found


def _clause(context: Context, at: int) -> int:
    """Where the part of a token begins, or the part before it: `beating the 23 billion that analysts expected`."""
    first = context.segments.first(at)
    relative = context.segments.opening(at) in "cr" and context.tokens[first - 1].word in ("that", "which", "than")
    return context.segments.first(first - 2) if relative and first > 1 else first


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
    if hit.first <= measure[1] + 1:
        return True  # `its inflation forecast`
    return not any(measure[1] <= other[0] and hit.last <= other[0] for other in measures)


def _is_told(context: Context, first: int, last: int) -> bool:
    """Whether another clause begins between: `expected a gain, but revenue fell`."""
    return any(one.word in ("but", "while", "although", "after", "when") for one in context.tokens[first:last])
