"""Companies with their tickers, prices and moves."""

from __future__ import annotations

import re
from functools import cache
from typing import get_args

from newsparse import Span
from newsparse.analysis import Quantity
from newsparse_markets.context import Context, lexicon, pattern
from newsparse_markets.model import Company, Direction, Move, Price

REACH = 60
"""Code points between a move and its amount."""


@cache
def _companies() -> re.Pattern[str]:
    """`Volta Motors (NYSE: VLT)`, `Volta Motors Inc.`, `$VLT` after no digit."""
    table = lexicon()["companies"]
    word = r"[A-ZÀ-Þ][\w&.’'-]*"
    return re.compile(
        rf"(?<![\w&.’'-])(?P<name>{word}(?:\s(?:&\s)?{word}){{0,5}})"
        rf"(?:,?\s\((?:(?P<exchange>{table['exchanges']})\s?:\s?)?(?P<ticker>[A-Z]{{1,5}}(?:\.[A-Z]{{1,2}})?|(?<=:)\d{{3,6}}|(?<=:\s)\d{{3,6}})\))?"
    )


def find_companies(context: Context) -> tuple[Company, ...]:
    """Return the companies that a sentence names: with a ticker, or with a form of company in the name."""
    form = pattern(lexicon()["companies"]["forms"], case=True)
    found = []
    for match in _companies().finditer(context.text, context.start, context.end):
        name = match["name"].rstrip(".’'")
        # `European Central Bank (ECB)`: initials of the name are no ticker.
        initials = "".join(word[0] for word in name.split() if word[0].isupper())
        listed = match["ticker"] is not None and (match["exchange"] is not None or match["ticker"] != initials)
        if pattern(lexicon()["decisions"]["bank"], case=True).search(name):
            continue
        if not listed and not (" " in name and form.fullmatch(name.rsplit(" ", 1)[1])):
            continue
        span = Span(match.start("name"), match.start("name") + len(name))
        found.append(
            Company(
                evidence=context.sentence,
                span=span,
                name=name,
                ticker=match["ticker"] if listed else None,
                exchange=match["exchange"],
                entity=next((entity for mention, entity in context.named if mention.overlaps(span)), None),
            )
        )
    return tuple(found)


def find_prices(context: Context) -> tuple[Price, ...]:
    """Return what a sentence says is traded at which price: `closed at $81.20`, `$81.20 a barrel`."""
    found = []
    traded, per = (pattern(lexicon()["prices"][key]) for key in ("traded", "per"))
    for amount in context.amounts:
        if amount.kind != "money":
            continue
        if unit := per.match(context.text, min(amount.span.end + 1, context.end), context.end):
            act = Span(unit.start(), unit.end())
        else:
            before = list(traded.finditer(context.text, max(context.start, amount.span.start - 40), amount.span.start))
            if not before or amount.span.start - before[-1].end() > 12:
                continue
            act = Span(before[-1].start(), before[-1].end())
        found.append(
            Price(
                **context.links(act),
                value=amount,
                instrument=context.subject(min(act.start, amount.span.start)),
            )
        )
    return tuple(found)


def find_moves(context: Context) -> tuple[Move, ...]:
    """Return the rises and falls that a sentence reports, each with the amounts right after or before its verb."""
    found: list[Move] = []
    taken: set[Span] = set()
    for act, direction in _acts(context):
        amounts = [one for one in _beside(context, act) if one.span not in taken]
        if not amounts and direction != "unchanged":
            continue
        taken.update(one.span for one in amounts)
        sign = -1.0 if direction == "down" else 1.0
        percent = next((one.value for one in amounts if one.kind == "percent"), None)
        points = next((one.value for one in amounts if one.kind == "points"), None)
        found.append(
            Move(
                **context.links(act),
                direction=direction,
                instrument=context.subject(act.start),
                percent=None if percent is None else sign * abs(percent),
                points=None if points is None else sign * abs(points),
                amounts=tuple(amounts),
                to=_level(context, max([act.end, *(one.span.end for one in amounts)])),
            )
        )
    return tuple(found)


def _acts(context: Context) -> list[tuple[Span, Direction]]:
    """The verbs of moving in order; none where the sentence has neither amount nor `unchanged`."""
    table = lexicon()["moves"]
    acts: list[tuple[Span, Direction]] = []
    for direction in get_args(Direction):
        if direction == "unchanged" or context.amounts:
            words = pattern(table[direction])
            acts += [(Span(*one.span()), direction) for one in words.finditer(context.text, context.start, context.end)]
    return sorted(acts)[:40]


@cache
def _bridge() -> re.Pattern[str]:
    return re.compile(rf"[\s,(]*(?:{lexicon()['moves']['beside']}[\s,(]*)*", re.IGNORECASE)


def _beside(context: Context, act: Span) -> list[Quantity]:
    """The amounts that follow an act with nothing but `by about` and the like between."""
    found = []
    at = act.end
    for one in context.amounts:
        if one.span.start < act.end:
            continue
        gap = context.text[at : one.span.start]
        if one.span.start - at > REACH or not _bridge().fullmatch(gap) or gap.rstrip().endswith((" to", " at")):
            break
        found.append(one)
        at = one.span.end
    return found


_LEVEL = re.compile(
    r",?\s(?:to|at)\s(?:close\s(?:at\s)?|a\s(?:record\s)?)?"
    r"(?P<level>[$€£¥]?\d[\d,]*(?:\.\d+)?(?:\s?(?:%|percent|[mb]illion|trillion))?)(?!\w)"
)


def _level(context: Context, at: int) -> Span | None:
    """`rose 0.4 percent to 5,012.3`: where it ended."""
    match = _LEVEL.match(context.text, at, context.end)
    return Span(match.start("level"), match.end("level")) if match else None
