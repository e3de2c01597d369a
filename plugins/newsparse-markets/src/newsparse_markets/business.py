"""Deals, results and forecasts, and what central banks decide."""

from __future__ import annotations

import re
from typing import get_args

from newsparse import Span
from newsparse.analysis import Modality, find_status
from newsparse_markets.context import Context, lexicon, pattern
from newsparse_markets.model import Deal, Decision, Figure, RateDecision

_NAME = re.compile(r"(?<![\w&.’'-])[A-ZÀ-Þ][\w&’'-]*(?:\s(?:of\s|&\s)?[A-ZÀ-Þ][\w&’'-]*){0,5}")

AHEAD = 30
"""Code points before what is measured in which its amount may stand: `a $12 million profit`."""
_NO_NAMES = frozenset(
    {"the", "a", "an", "it", "its", "he", "she", "they", "in", "on", "at", "two", "three", "if", "after", "but"}
)


def find_deal(context: Context) -> Deal | None:
    """Return the deal that a sentence reports, or None: there must be an amount of money or a share, or two names."""
    table = lexicon()["deals"]
    money = next((one for one in context.amounts if one.kind == "money"), None)
    share = next((one for one in context.amounts if one.kind == "percent"), None)
    for kind in table["order"]:
        act = _deal(context, table[kind])
        if act is None:
            continue
        parties = _parties(context, act, kind)
        enough = money or (kind in ("merger", "acquisition") and len(parties) > 1) or (kind == "stake" and share)
        if not enough:
            continue
        return Deal(**context.links(act), kind=kind, status=_deal_status(context, act), parties=parties, amount=money)
    return None


def _deal(context: Context, words: str) -> Span | None:
    """The first of these words that is no part of a name (`Investment Bank`) and of no other trade (`sold 20,000 shares`)."""
    none = [
        match.span()
        for match in pattern(lexicon()["deals"]["no_deal"]).finditer(context.text, context.start, context.end)
    ]
    for match in pattern(words).finditer(context.text, context.start, context.end):
        act = Span(*match.span())
        named = match[0][:1].isupper() and not match[0].isupper() and act.start > context.start and context.index > 0
        if not named and not any(act.overlaps(Span(*one)) for one in none):
            return act
    return None


def _deal_status(context: Context, act: Span) -> Modality:
    """The stage of a deal: what is only offered is proposed, what is turned down denied."""
    offered = pattern(lexicon()["deals"]["offered"]).fullmatch(act.of(context.text)) is not None
    if offered and context.first(lexicon()["deals"]["refused"]):
        return "denied"
    if context.first(lexicon()["deals"]["ended"]):
        return "cancelled"
    verb = act
    if act.of(context.text).lower().startswith(("stake", "contract", "loan", "order")):
        # `would buy a stake`, `won a contract`: the verb says at what stage
        before = list(pattern(lexicon()["deals"]["verbs"]).finditer(context.text, context.start, act.start))
        verb = Span(*before[-1].span()) if before else act
    status = status_of(context, verb)
    return "proposed" if offered and status == "held" else status


def _parties(context: Context, act: Span, kind: str) -> tuple[Span, ...]:
    """The name before the act nearest to it, and the first after it; what only tells what they are, where no name does."""
    dates = [one.span for one in context.dates]
    names = [Span(*one.span()) for one in _NAME.finditer(context.text, context.start, context.end)]
    names = [one for one in names if one.of(context.text).lower() not in _NO_NAMES]
    kinds = context.all(lexicon()["deals"]["sides"])
    names += [one for one in kinds if not any(one.overlaps(name) for name in names)]
    names = sorted(one for one in names if not any(one.overlaps(date) for date in dates))
    before = [one for one in names if one.end <= act.start]
    after = [one for one in names if one.start >= act.end]
    both = re.compile(r"\s(?:of|between)\s").match(context.text, act.end) and kind == "merger"
    return tuple(after[:2]) if both else (*before[-1:], *after[:1])


def status_of(context: Context, act: Span) -> Modality:
    """The stage of an act by its own clause, told by its first word."""
    head = Span(act.start, act.start + len(act.of(context.text).split()[0]))
    return find_status(context.text, context.start, context.end, act=head).modality


def find_figure(context: Context) -> Figure | None:
    """Return the result or forecast that a sentence gives, or None: a measure, its amount, and a verb for either."""
    table = lexicon()["figures"]
    measure = _measure(context) if context.amounts else None
    if measure is None or not any(_belongs(context, measure, one.span) for one in context.amounts):
        return None
    compared = [match.span() for match in pattern(table["compared"]).finditer(context.text, context.start, context.end)]
    forecast = next(
        (one for one in context.all(table["forecast"]) if not any(one.overlaps(Span(*it)) for it in compared)), None
    )
    act = forecast or context.first(table["result"])
    if act is None and re.compile(r"\sof\s[^a-z]").match(context.text, measure.end):
        act = measure  # `adjusted earnings of $1.31 a share`
    if act is None:
        return None
    return Figure(
        **context.links(act),
        kind="forecast" if forecast else "result",
        measure=measure,
        who=_whose(context, measure, act),
        amounts=context.amounts,
    )


_OTHER_CLAUSE = re.compile(r"[,;]|\b(?:if|after|because|when|as|while|but|before|since)\b")


def _belongs(context: Context, measure: Span, amount: Span) -> bool:
    """Whether an amount may be one of what is measured: it follows, or stands shortly before in the same clause."""
    if amount.start >= measure.start:
        return True
    return measure.start - amount.end < AHEAD and not _OTHER_CLAUSE.search(context.text, amount.end, measure.start)


def _measure(context: Context) -> Span | None:
    """What is measured; a weekly loss is a move, and what a share is a share of is no measure."""
    table = lexicon()["figures"]
    moves = [match.span() for match in pattern(table["of_a_market"]).finditer(context.text, context.start, context.end)]
    for one in context.all(table["measure"]):
        share = re.compile(r"(?:%|per ?cent) of (?:the )?$").search(
            context.text, max(context.start, one.start - 16), one.start
        )
        if not share and not any(one.overlaps(Span(*it)) for it in moves):
            return one
    return None


_WHOSE = re.compile(r"\s(?:at|of|for|by)\s(?P<name>(?:the\s)?[A-ZÀ-Þ][\w&.’'-]*(?:\s[A-ZÀ-Þ][\w&.’'-]*){0,4})")
_SAYS = re.compile(r",\s(?:the\s)?(?P<who>[\w’'-]+(?:\s[\w’'-]+){0,4}?)\s(?:said|says|told|showed|reported)\b")


def _whose(context: Context, measure: Span, act: Span) -> Span | None:
    """Whose figure it is: `net profit at Volta`, `Volta's net profit`; else who reports it, before the measure or after all."""
    if match := _WHOSE.match(context.text, measure.end, context.end):
        return Span(*match.span("name"))
    subject = context.subject(min(act.start, measure.start))
    if subject is not None and subject.end <= measure.start:
        return subject
    said = _SAYS.search(context.text, measure.end, context.end)
    return Span(*said.span("who")) if said else subject


def find_decision(context: Context) -> RateDecision | None:
    """Return what a sentence says that a central bank does with its rate, or None."""
    table = lexicon()["decisions"]
    bank = context.first(table["bank"], case=True)
    if bank is None or context.first(table["rate"]) is None:
        return None
    acts = sorted((act, one) for one in get_args(Decision) for act in context.all(table[one]) if not act.overlaps(bank))
    if not acts:
        return None
    # What the bank does stands behind it: `markets had braced for a hike; instead the Riksbank stood pat`
    act, decision = next((one for one in acts if one[0].start > bank.end), acts[-1])
    return RateDecision(
        **context.links(act),
        decision=decision,
        status=status_of(context, act),
        bank=bank,
        change=_change(context, decision),
        level=_rate(context, act),
    )


def _change(context: Context, decision: Decision) -> float | None:
    """In percentage points, signed: a cut by 25 basis points is -0.25."""
    if decision == "held":
        return None
    shares = lexicon()["decisions"]["shares"]
    size = next((float(value) for value, words in shares.items() if context.first(words)), 0.0)
    points = next((one for one in context.amounts if one.kind == "points"), None)
    if not size and points is not None:
        size = abs(points.value) / (100 if points.unit.startswith("basis") else 1)
    if not size:
        return None
    return round(-size if decision == "cut" else size, 6)


def _rate(context: Context, act: Span) -> float | None:
    """The percentage after the act that the rate is at, or goes to: `to 4.75 percent from 5 percent`; else the last."""
    rates = [one for one in context.amounts if one.kind == "percent" and one.span.start > act.end]
    for one in rates:
        if _AT.search(context.text, max(act.end, one.span.start - 14), one.span.start):
            return one.value
    return rates[-1].value if rates else None


_AT = re.compile(r"\b(?:to|at)\s(?:about\s|around\s|a\s)?(?:\w+\s)?$")
