"""What something is traded at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsparse import Span
from newsparse.analysis import Quantity
from newsparse.analysis.quantities import QuantityKind
from newsparse_markets.amounts import currency
from newsparse_markets.context import Context
from newsparse_markets.instruments import sort_of
from newsparse_markets.model import Move, Price
from newsparse_markets.reach import value
from newsparse_markets.segments import Part
from newsparse_markets.words import Index, after, listed, phrases, words

LONGEST_BRIDGE = 6
"""Words between an act and its price."""


@cache
def _acts() -> Index:
    return phrases("prices", "acts")


def find_prices(context: Context, moves: tuple[Move, ...]) -> tuple[Price, ...]:
    """Return what a sentence says is traded at which price: `closed at $81.20`, `$81.20 a barrel`, `34.2 to the dollar`."""
    if not context.is_counted:
        return ()
    found: list[Price] = []
    used = {amount.span for move in moves for amount in move.amounts}
    for at, one in enumerate(context.tokens):
        if one.tag not in "AN" or any(span.start <= one.start < span.end for span in used):
            continue
        if (price := _ended(context, at, moves)) or (price := _price(context, at, found)):
            found.append(price)
    return tuple(found)


def _ended(context: Context, at: int, moves: tuple[Move, ...]) -> Price | None:
    """Where a move ended is a price as well."""
    one = context.tokens[at]
    move = next((move for move in moves if move.to and move.to.start == one.start), None)
    if move is None:
        return None
    unit = _unit(context, at, None, [])
    return Price(**context.links(move.act), value=unit, instrument=move.instrument) if unit else None


def _price(context: Context, at: int, found: list[Price]) -> Price | None:
    act = _act_before(context, at) or _joined(context, at, found)
    per = after(context.tokens, listed("prices", "lists", "per"), at + 1)
    relation = _relation(context, at)
    if act is None and per == at + 1 and relation is None:
        return _beside(context, at)
    subject = _subject(context, act[0] if act else at)
    if subject is None or not (_is_traded(context, subject) or sort_of(context, subject) == "named"):
        return None
    amount = _unit(context, at, subject, found)
    if amount is None or amount.kind not in ("money", "points", "percent"):
        return None
    if not _is_traded(context, subject) and (amount.kind != "money" or not _is_trading(context, act)):
        return None
    where = context.span(*act) if act else context.span(at + 1, per) if per > at + 1 else context.span(at, at + 1)
    return Price(**context.links(where), value=amount, instrument=context.phrase(subject))


def _is_traded(context: Context, part: Part) -> bool:
    money = context.tokens[part[0]].amount
    weighed = part[0] > 1 and _is_measure(context, (part[0] - 2, part[1]))
    return sort_of(context, part) == "traded" or weighed or (money is not None and part[1] - part[0] == 1)


def _is_trading(context: Context, act: Part | None) -> bool:
    """Whether a name alone may be what has the price: `Halden traded at`, but not `Halden reached`."""
    return act is not None and context.tokens[act[0]].word in words("prices", "lists", "trading")


def _act_before(context: Context, at: int) -> Part | None:
    """The tokens of `traded at` before a price; with nothing but `a record low of` between."""
    tokens = context.tokens
    first = at
    bridged = False
    while first > 0 and at - first < LONGEST_BRIDGE:
        for start in range(max(0, first - 3), first):
            hit = context.scan_at(_acts(), start)
            if hit and hit.last == first and (hit.label == "direct" or bridged):
                return hit.first, hit.last
        before = tokens[first - 1]
        if before.word not in _between() and before.tag not in "atd":
            return None
        bridged = bridged or before.word in ("at", "around", "near", "for", "about", "below", "above")
        first -= 1
    return None


def _joined(context: Context, at: int, found: list[Price]) -> Part | None:
    """`stood at $1.27 and 1.17 euros`: the act of the price before."""
    tokens = context.tokens
    if (
        at < 2
        or not found
        or tokens[at - 1].word not in ("and", "or")
        or tokens[at - 2].start != found[-1].value.span.start
    ):
        return None
    return next(((one, one + 1) for one in range(at) if tokens[one].start == found[-1].act.start), None)


@cache
def _between() -> frozenset[str]:
    return frozenset(word for phrase in words("prices", "lists", "between") for word in phrase.split())


def _relation(context: Context, at: int) -> str | None:
    """The other money of an exchange rate: `to the dollar`."""
    tokens = context.tokens
    end = after(tokens, listed("prices", "lists", "rate"), at + 1)
    if at + 1 < end < len(tokens) and tokens[end].tag not in "AN":
        word = tokens[end].word
        return "USD" if word == "greenback" else currency(word, context.sentence.text, context.home)
    return None


def _beside(context: Context, at: int) -> Price | None:
    """`Platinum, at $968,`, `gold at $2,300`: what is traded, and its price."""
    tokens = context.tokens
    amount = tokens[at].amount
    start = at - 1
    # `Copper at a 14-month high of $9,800`
    while (
        start > 1
        and at - start < LONGEST_BRIDGE
        and (tokens[start].word in _between() - {"at"} or tokens[start].tag in "dwt")
    ):
        start -= 1
    if start < 1 or tokens[start].word != "at" or amount is None or amount.kind != "money":
        return None
    first = last = start - 1 if tokens[start - 1].tag == "," else start
    while first > 0 and tokens[first - 1].tag in "nwgN":
        first -= 1
    if first == last or sort_of(context, (first, last)) != "traded":
        return None
    return Price(
        **context.links(context.span(start, start + 1)), value=amount, instrument=context.phrase((first, last))
    )


def _subject(context: Context, at: int) -> Part | None:
    """The words for what is traded; `A tonne of cashews` is one of cashews, `sold 20,000 shares at` of shares."""
    tokens, segments = context.tokens, context.segments
    first = at
    for word in range(max(0, at - 4), at):
        if tokens[word].word in words("instruments", "papers") and segments.tags[word - 1] in "AN":
            return word, word + 1
    found = segments.subject(first)
    if found is None:
        start = segments.first(first)
        one = tokens[start].amount  # `One dollar bought 7.24 yuan`
        return (start, start + 1) if one and one.kind == "money" and one.value == 1 else None
    if _is_measure(context, found):
        return next(at for at in range(*found) if tokens[at].word == "of") + 1, found[1]
    return found


def _is_measure(context: Context, part: Part | None) -> bool:
    """`A tonne of cashews`."""
    words_ = context.words(*part)[:4] if part else ()
    return "of" in words_ and f"a {words_[words_.index('of') - 1]}" in words("prices", "lists", "per")


def _unit(context: Context, at: int, subject: Part | None, found: list[Price]) -> Quantity | None:
    """The amount; a bare number is one of the money that is traded, of the price before it, or a level of an index."""
    one = context.tokens[at]
    if one.amount is not None:
        return one.amount
    unit = next(_units(context, at, subject, found), None)
    if unit is None:
        return None
    span = Span(one.start, one.end)
    kind: QuantityKind = "points" if unit == "point" else "money"
    return Quantity(span=span, text=span.of(context.text), kind=kind, value=value(one.word), unit=unit)


def _units(context: Context, at: int, subject: Part | None, found: list[Price]) -> Iterator[str]:
    nouns = context.words(*(subject or context.segments.subject(at) or (0, 0)))
    if nouns and nouns[-1] in words("instruments", "levels"):
        yield "point"
    code = next(
        (code for word in reversed(nouns) if (code := currency(word, context.sentence.text, context.home))), None
    )
    if code and _relation(context, at):
        yield code
    if found and found[-1].value.kind == "money":
        yield found[-1].value.unit
    if code:
        yield code
    if set(nouns) & words("instruments", "levels"):
        yield "point"
