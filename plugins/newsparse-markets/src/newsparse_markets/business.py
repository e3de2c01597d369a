"""Deals, results and forecasts, and what central banks decide."""

from __future__ import annotations

import re
from typing import get_args

from newsparse import Span
from newsparse.analysis import find_status
from newsparse_markets.context import Context, lexicon
from newsparse_markets.model import Deal, Decision, Figure, RateDecision

_NAME = re.compile(r"(?<![\w&.’'-])[A-ZÀ-Þ][\w&’'-]*(?:\s(?:of\s|&\s)?[A-ZÀ-Þ][\w&’'-]*){0,5}")


def find_deal(context: Context) -> Deal | None:
    """Return the deal that a sentence reports, or None: there must be an amount of money or a share, or two names."""
    table = lexicon()["deals"]
    money = next((one for one in context.amounts if one.kind == "money"), None)
    share = next((one for one in context.amounts if one.kind == "percent"), None)
    for kind in table["order"]:
        act = context.first(table[kind])
        if act is None:
            continue
        parties = _parties(context, act)
        if (
            money is None
            and not (kind in ("merger", "acquisition") and len(parties) > 1)
            and not (kind == "stake" and share)
        ):
            continue
        return Deal(
            **context.links(act),
            kind=kind,
            status=find_status(context.text, context.start, context.end).modality,
            parties=parties,
            amount=money,
        )
    return None


def _parties(context: Context, act: Span) -> tuple[Span, ...]:
    """The name before the act nearest to it, and the first after it."""
    dates = [one.span for one in context.dates]
    names = [Span(*one.span()) for one in _NAME.finditer(context.text, context.start, context.end)]
    names = [one for one in names if not any(one.overlaps(date) for date in dates)]
    before = [one for one in names if one.end <= act.start]
    after = [one for one in names if one.start >= act.end]
    return (*before[-1:], *after[:1])


def find_figure(context: Context) -> Figure | None:
    """Return the result or forecast that a sentence gives, or None: a measure, its amount, and a verb for either."""
    table = lexicon()["figures"]
    measure = context.first(table["measure"]) if context.amounts else None
    if measure is None:
        return None
    forecast = context.first(table["forecast"])
    act = forecast or context.first(table["result"])
    if act is None:
        return None
    return Figure(
        **context.links(act),
        kind="forecast" if forecast else "result",
        measure=measure,
        who=context.subject(min(act.start, measure.start)),
        amounts=context.amounts,
    )


def find_decision(context: Context) -> RateDecision | None:
    """Return what a sentence says that a central bank does with its rate, or None."""
    table = lexicon()["decisions"]
    bank = context.first(table["bank"], case=True)
    if bank is None or context.first(table["rate"]) is None:
        return None
    acts = [(act, one) for one in get_args(Decision) if (act := context.first(table[one]))]
    if not acts:
        return None
    act, decision = min(acts)
    return RateDecision(
        **context.links(act),
        decision=decision,
        status=find_status(context.text, context.start, context.end).modality,
        bank=bank,
        change=_change(context, decision),
        level=_rate(context, act),
    )


def _change(context: Context, decision: Decision) -> float | None:
    """In percentage points, signed: a cut by 25 basis points is -0.25."""
    points = next((one for one in context.amounts if one.kind == "points"), None)
    if decision == "held":
        return None
    if points is not None:
        size = abs(points.value) / (100 if points.unit.startswith("basis") else 1)
    else:
        shares = lexicon()["decisions"]["shares"]
        size = next((float(value) for value, words in shares.items() if context.first(words)), 0.0)
        if not size:
            return None
    return round(-size if decision == "cut" else size, 6)


def _rate(context: Context, act: Span) -> float | None:
    """The last percentage after the act: `from 5 percent to 4.75 percent`."""
    return next(
        (one.value for one in reversed(context.amounts) if one.kind == "percent" and one.span.start > act.end), None
    )
