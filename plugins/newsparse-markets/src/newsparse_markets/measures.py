"""What is measured in a sentence, and the amounts that belong to it."""

from __future__ import annotations

from typing import NamedTuple

from newsparse import Span
from newsparse.analysis import Quantity
from newsparse_markets.context import Context
from newsparse_markets.reach import value
from newsparse_markets.segments import Part
from newsparse_markets.words import listed, words

LEAST = 10_000
"""Money that is earned or lost, not added to a price."""


class Measured(NamedTuple):
    """A measure and the amounts that belong to it, as tokens; `last` is the token after the last of them."""

    measure: Part
    amounts: tuple[Quantity, ...]
    last: int


def find_measures(context: Context) -> list[Part]:
    """What is measured, each with the words that qualify it: `first-half net loss`; a bare `guidance` where nothing else is."""
    tokens = context.tokens
    found: list[Part] = []
    for hit in context.scan(listed("figures", "measures", "head")) or context.scan(
        listed("figures", "measures", "bare")
    ):
        first = hit.first
        if first and tokens[first - 1].word in words("figures", "measures", "aside"):
            continue
        if hit.last < len(tokens) and tokens[hit.last].tag == "n" and context.text[tokens[first].start].isupper():
            continue  # `the European Investment Bank`
        if tokens[first].word == "costs" and hit.last < len(tokens) and tokens[hit.last].tag in "AN":
            continue
        if tokens[first].word in words("figures", "lists", "verbs") and not _has_money(context, hit.last):
            continue
        while (
            first
            and tokens[first - 1].word in words("figures", "measures", "before")
            and tokens[first - 1].tag in "wnta"
        ):
            first -= 1
        # `sales growth` is one measure, not two.
        if found and found[-1][1] == first:
            found[-1] = found[-1][0], hit.last
        else:
            found.append((first, hit.last))
    return found


def _has_money(context: Context, at: int) -> bool:
    """`lost $84 million`, not `lost two cents against the euro`."""
    near = next((one.amount for one in context.tokens[at : at + 4] if one.amount), None)
    share = any(one.word in ("share", "shares") for one in context.tokens[at:])
    return near is not None and near.kind == "money" and (near.value >= LEAST or share)


def with_amounts(context: Context, measure: Part, start: int, stop: int, taken: set[Span]) -> Measured | None:
    """A measure with its amounts, looked for between the tokens `start` and `stop`; None where there are none."""
    amounts, last = _after(context, measure, stop, taken)
    if not amounts:
        amounts, last = _before(context, measure, start, taken), measure[1]
    return Measured(measure, amounts, last) if amounts else None


def _after(context: Context, measure: Part, stop: int, taken: set[Span]) -> tuple[tuple[Quantity, ...], int]:
    """The amounts after a measure, in its part of the sentence or, where that has none, in one of the next two."""
    tokens = context.tokens
    found: list[Quantity] = []
    last, skipped = measure[1], 0
    for at in range(measure[1], stop):
        one = tokens[at]
        if one.tag in ",;()c" and one.word not in ("or", "and"):
            skipped += 1
            if (
                (found and not _goes_on(context, at))
                or skipped > 3
                or one.word == ";"
                or (one.tag == "c" and not found)
            ):
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
    return at + 1 < len(tokens) and (
        tokens[at + 1].word in ("or", "to", "up", "down") or tokens[at + 1].tag == "A" or tokens[at].tag == ")"
    )


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
        if one.tag in ",;()crv" or (
            one.tag == "V"
            and one.word
            not in words("moves", "acts", "rise")
            | words("moves", "acts", "fall")
            | {"drop", "decline", "fall", "jump", "slump"}
        ):
            return ()
    return ()


def _bare(context: Context, at: int, measure: Part) -> Quantity | None:
    """The level of an index: `consumer confidence rose to 101.3`."""
    one = context.tokens[at]
    if not set(context.words(*measure)) & {"pmi", "index", "confidence", "sentiment"} or "." not in one.word:
        return None
    span = Span(one.start, one.end)
    return Quantity(span=span, text=span.of(context.text), kind="points", value=value(one.word), unit="point")
