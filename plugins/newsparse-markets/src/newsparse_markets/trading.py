"""Companies with their tickers, prices and moves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

from newsparse import Span
from newsparse.analysis import Quantity, find_quantities
from newsparse.analysis.numbers import number
from newsparse_markets.context import Context, lexicon, pattern
from newsparse_markets.model import Company, Direction, Move, Price

REACH = 60
"""Code points between a move and its amount."""


@cache
def _companies() -> re.Pattern[str]:
    """`Volta Motors (NYSE: VLT)`, `Volta Motors Inc.`, `$VLT` after no digit."""
    table = lexicon()["companies"]
    word = r"[A-ZÀ-Þ][\w&.’'-]*(?:/S)?"
    return re.compile(
        rf"(?<![\w&.’'-])(?P<name>{word}(?:\s(?:&\s)?{word}){{0,5}})"
        rf"(?:,?\s\((?:(?P<exchange>{table['exchanges']})\s?:\s?)?"
        rf"(?P<ticker>[A-Z]{{1,5}}(?:\.[A-Z]{{1,2}})?|(?<=:)\d{{3,6}}|(?<=:\s)\d{{3,6}})\))?"
    )


def find_companies(context: Context) -> tuple[Company, ...]:
    """Return the companies that a sentence names: with a ticker, or with a form of company in the name."""
    banks = [match.span() for match in _bank().finditer(context.text, context.start, context.end)]
    found = []
    for match in _companies().finditer(context.text, context.start, context.end):
        span = _own_name(context, Span(*match.span("name")))
        name = span.of(context.text)
        # `European Central Bank (ECB)`: initials of the name are no ticker.
        initials = "".join(word[0] for word in name.split() if word[0].isupper())
        listed = match["ticker"] is not None and (match["exchange"] is not None or match["ticker"] != initials)
        if any(span.overlaps(Span(*bank)) for bank in banks):
            continue
        if not listed and (not _says_so(name) or pattern(lexicon()["companies"]["none"], case=True).fullmatch(name)):
            continue
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


@cache
def _bank() -> re.Pattern[str]:
    return pattern(lexicon()["decisions"]["bank"], case=True)


def _says_so(name: str) -> bool:
    """Whether a name says that it is a company's: by its last word, or its first."""
    table = lexicon()["companies"]
    first, _, rest = name.partition(" ")
    return bool(rest) and bool(
        pattern(table["forms"], case=True).fullmatch(name.rsplit(" ", 1)[1])
        or pattern(table["before"], case=True).fullmatch(first)
    )


def _own_name(context: Context, span: Span) -> Span:
    """The name without what only says where it is, `Lima-based Volta Inc`, `Japan's Halden Group`, or an `'s` of its own."""
    start, end = span
    apart = pattern(lexicon()["companies"]["apart"], case=True)
    while " " in (name := context.text[start:end]):
        word = name.split(" ", 1)[0]
        possessive = word.endswith(("'s", "’s")) and name.count(" ") > 1
        if not (possessive or apart.fullmatch(word)):
            break
        start += len(word) + 1
    name = context.text[start:end].rstrip(".’'")
    for mark in ("'s", "’s"):
        name = name.removesuffix(mark)
    return Span(start, start + len(name))


def find_prices(context: Context) -> tuple[Price, ...]:
    """Return what a sentence says is traded at which price: `closed at $81.20`, `$81.20 a barrel`, `34.2 to the dollar`."""
    found = []
    for amount in context.amounts:
        if amount.kind == "money" and (act := _traded(context, amount)):
            instrument = _sold(context, min(act.start, amount.span.start))
            found.append(Price(**context.links(act), value=amount, instrument=instrument))
    return (*found, *_exchange_rates(context))


def _traded(context: Context, amount: Quantity) -> Span | None:
    """The words that make an amount a price."""
    table = lexicon()["prices"]
    traded, per, no_price = (pattern(table[key]) for key in ("traded", "per", "no_price"))
    text, start, end = context.text, *amount.span
    clause = max(
        (one.end() for one in re.compile(r"[;“”]|, ").finditer(text, context.start, start)), default=context.start
    )
    if no_price.search(text, clause, start):
        return None
    if unit := per.match(text, min(end + 1, context.end), context.end):
        return Span(*unit.span())
    before = list(traded.finditer(text, max(context.start, start - 40), start))
    if before and start - before[-1].end() <= 12:
        return Span(*before[-1].span())
    if text[max(context.start, start - 5) : start] == ", at " and _is_traded(context, context.subject(start - 5)):
        return Span(start - 3, start - 1)  # `Platinum, at $968, …`
    return None


def _sold(context: Context, before: int) -> Span | None:
    """What is traded: `20,000 shares at …`, else the subject."""
    if match := re.compile(r"\b(?:shares|units|tonnes|barrels|ounces)(?=\sat\s)").search(
        context.text, context.start, before
    ):
        return Span(*match.span())
    moves = lexicon()["moves"]
    verbs = [one for one in context.all(f"{moves['up']}|{moves['down']}|steadied|hovered") if one.end <= before]
    if verbs and not re.compile(r"[,;:]\s|\band\s").search(context.text, verbs[-1].end, before):
        before = verbs[-1].start
    found = context.subject(before, main=context.text.startswith("which ", _last_comma(context, before)))
    return found or context.subject(max(context.start, before - 2))


def _last_comma(context: Context, before: int) -> int:
    return max(context.start, context.text.rfind(", ", context.start, before) + 2)


def _is_traded(context: Context, span: Span | None) -> bool:
    """Whether words name something that is traded."""
    return span is not None and pattern(lexicon()["moves"]["instruments"]).search(context.text, *span) is not None


def _exchange_rates(context: Context) -> Iterator[Price]:
    """`the lira touched 34.2 to the dollar`: in the unit of the currency that moves."""
    for match in pattern(lexicon()["prices"]["rate"]).finditer(context.text, context.start, context.end):
        at = Span(*match.span("number"))
        instrument = context.subject(at.start, main=True)
        value = number(match["number"])
        named = instrument.of(context.text).split() if instrument else []
        units = [one.unit for word in named for one in find_quantities(f"1 {word.lower()}") if one.kind == "money"]
        if value is not None and units and not any(one.span.overlaps(at) for one in context.amounts):
            amount = Quantity(span=at, text=at.of(context.text), kind="money", value=value, unit=units[0])
            yield Price(**context.links(Span(*match.span())), value=amount, instrument=instrument)


def find_moves(context: Context) -> tuple[Move, ...]:
    """Return the rises and falls that a sentence reports, each with the amounts right after or before its verb."""
    if context.first(lexicon()["moves"]["elsewhere"]):
        return ()
    found: list[Move] = []
    taken: set[Span] = set()
    for act, direction, instrument in (*_acts(context), *_others_moved(context), *_signed(context)):
        amounts = [one for one in (*_right_before(context, act), *_beside(context, act)) if one.span not in taken]
        to = _level(context, max([act.end, *(one.span.end for one in amounts)]))
        # `sterling rose to $1.27`: an end is enough for what markets trade
        if not (amounts or direction == "unchanged" or (to and _is_traded(context, instrument))):
            continue
        if _NOUN.fullmatch(act.of(context.text)) and all(one.kind == "money" for one in amounts):
            continue  # `swung to a loss of 50 million euros` is no move
        taken.update(one.span for one in amounts)
        sign = -1.0 if direction == "down" else 1.0
        percent = next((one.value for one in amounts if one.kind == "percent"), None)
        points = next((one.value for one in amounts if one.kind == "points"), None)
        found.append(
            Move(
                **context.links(act),
                direction=direction,
                instrument=instrument,
                percent=None if percent is None else sign * abs(percent),
                points=None if points is None else sign * abs(points),
                amounts=tuple(amounts),
                to=to,
            )
        )
    return tuple(sorted(found, key=lambda move: move.act))


_A_NOUN = re.compile(r"\b(?:an?|its)\s(?:\w+\s)?$")
_NOUN = re.compile(
    r"(?:gain|rise|fall|drop|jump|increase|decline|decrease|advance|slump|slide|surge|loss|climb|dip)s?(?:\sof)?",
    re.IGNORECASE,
)


def _acts(context: Context) -> Iterator[tuple[Span, Direction, Span | None]]:
    """The verbs of moving in order, each with what moves; none where the sentence has neither amount nor `unchanged`."""
    table = lexicon()["moves"]
    acts: list[tuple[Span, Direction]] = []
    for direction in get_args(Direction):
        words = pattern(table[direction])
        acts += [(Span(*one.span()), direction) for one in words.finditer(context.text, context.start, context.end)]
    trading = pattern(table["trading"])
    for act, direction in sorted(acts)[:40]:
        # `closed at 47, a gain of 6.8%`: of what the sentence is about; `closed 1.1% lower`: what closed
        noun = _NOUN.fullmatch(act.of(context.text)) and _A_NOUN.search(
            context.text, max(context.start, act.start - 16), act.start
        )
        verbs = list(trading.finditer(context.text, max(context.start, act.start - 40), act.start))
        at = verbs[-1].start() if verbs and _right_before(context, act) else act.start
        yield act, direction, context.subject(at, main=noun is not None)


def _others_moved(context: Context) -> Iterator[tuple[Span, Direction, Span | None]]:
    """`demand lifted copper 4 percent`: what stands between verb and amount moves."""
    table = lexicon()["moves"]
    directions: tuple[tuple[Direction, str], ...] = (("up", "raising"), ("down", "lowering"))
    for direction, key in directions:
        for match in pattern(table[key]).finditer(context.text, context.start, context.end):
            amount = next((one for one in context.amounts if one.span.start > match.end()), None)
            if amount is None or amount.span.start - match.end() > REACH:
                continue
            words = context.text[match.end() : amount.span.start]
            thing = Span(
                match.end() + 1, match.end() + len(re.sub(r"\s(?:by|up|down|about|nearly)$", "", words.rstrip()))
            )
            if _is_traded(context, thing) and "," not in words:
                yield Span(amount.span.start, amount.span.start), direction, thing


_SIGN = re.compile(r"(?<=\s)[+−-](?=\d)")


def _signed(context: Context) -> Iterator[tuple[Span, Direction, Span | None]]:
    """`Composite +1.2%`, as tickers write it."""
    for match in _SIGN.finditer(context.text, context.start, context.end):
        yield Span(*match.span()), "up" if match[0] == "+" else "down", context.subject(match.start())


def _right_before(context: Context, act: Span) -> list[Quantity]:
    """The amount that stands right before an act that may follow it: `1.1% lower`, `93 cents higher`."""
    if act.of(context.text).lower() not in ("lower", "higher", "up", "down", "weaker", "stronger", "firmer", "softer"):
        return []
    return [one for one in context.amounts if one.span.end == act.start - 1]


@cache
def _bridge() -> re.Pattern[str]:
    return re.compile(rf"[\s,(]*(?:{lexicon()['moves']['beside']}[\s,(]*)*", re.IGNORECASE)


def _beside(context: Context, act: Span) -> list[Quantity]:
    """The amounts that follow an act with nothing but `by about` and the like between."""
    found = []
    at = act.end
    for one in context.amounts:
        if one.span.end <= act.end:
            continue
        gap = context.text[at : max(at, one.span.start)]
        if one.span.start - at > REACH or not _bridge().fullmatch(gap) or gap.rstrip().endswith((" to", " at")):
            break
        found.append(one)
        at = one.span.end
    return found


_LEVEL = re.compile(
    r",?\s(?:to|at|below|above|past|beyond|under)\s(?:close\s(?:at\s)?|a\s(?:record\s)?)?"
    r"(?P<level>(?:[A-Z]{1,2}\$|[$€£¥₹])?\d[\d,]*(?:\.\d+)?(?:\s?(?:%|percent|[mb]illion|trillion))?)(?!\w)"
)


def _level(context: Context, at: int) -> Span | None:
    """`rose 0.4 percent to 5,012.3`: where it ended."""
    match = _LEVEL.match(context.text, at, context.end)
    return Span(match.start("level"), match.end("level")) if match else None
