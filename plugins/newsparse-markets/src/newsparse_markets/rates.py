"""What central banks do with their rates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from newsparse.analysis import Quantity
from newsparse_markets.context import Context
from newsparse_markets.model import Decision, RateDecision
from newsparse_markets.segments import Part
from newsparse_markets.status import status_of
from newsparse_markets.words import Hit, phrases, table, words


@cache
def _gate() -> re.Pattern[str]:
    return re.compile(table("rates")["gate"])


@cache
def _banks() -> re.Pattern[str]:
    banks = "|".join(table("rates")["banks"])
    return re.compile(rf"(?<![\w-])(?:[A-Z][\w-]+(?:\s[A-Z]\w+)?['’]s?\s)?(?:{banks})(?![\w-])")


def find_decisions(context: Context) -> tuple[RateDecision, ...]:
    """Return what a sentence says that central banks do with their rates."""
    if not context.has(_gate()) or not (banks := _found(context)):
        return ()
    acts = [hit for hit in context.scan(phrases("rates", "acts")) if _is_act(context, hit)]
    found: list[RateDecision] = []
    for number, bank in enumerate(banks):
        start = banks[number - 1][1] if number else 0
        stop = banks[number + 1][0] if number + 1 < len(banks) else len(context.tokens)
        if (act := _act(context, acts, bank, start, stop)) is not None:
            found.append(_decision(context, bank, act, start, stop))
            acts = [one for one in acts if one != act]
    return tuple(found)


def is_bank(name: str) -> bool:
    """Whether a name is a central bank's."""
    return _banks().search(name) is not None


def _found(context: Context) -> list[Part]:
    """The banks of a sentence, as tokens."""
    spans = [one.span() for one in _banks().finditer(context.text, context.start, context.end)]
    found = []
    for start, end in spans:
        inside = [
            at for at, one in enumerate(context.tokens) if one.start >= start and one.end <= end + 2 and one.start < end
        ]
        if inside:
            found.append((inside[0], inside[-1] + 1))
    return found


def _is_act(context: Context, hit: Hit) -> bool:
    """Whether a word is of rates: what it raises is a rate or not told, and as a noun it is no other thing's rise."""
    tokens = context.tokens
    part = context.segments.phrase(hit.last, across="of on")
    near = set(context.words(*part)) if part else set()
    if near & words("rates", "others") and not near & words("rates", "rate"):
        return False
    if (
        near
        and hit.last < len(tokens)
        and tokens[hit.last].tag in "dnwg"
        and not near & _rates()
        and tokens[hit.last].tag != "t"
    ):
        return hit.last < len(tokens) and context.words(hit.first, hit.last)[-1] in (
            "pat",
            "unchanged",
            "steady",
            "hold",
        )
    before = set(context.words(max(context.segments.first(hit.first), hit.first - 3), hit.first))
    if before & words("rates", "others") and not before & _rates():
        return False
    return bool(near & _rates()) or _is_of_rates(context, hit)


@cache
def _rates() -> frozenset[str]:
    return frozenset(word for phrase in words("rates", "rate") for word in phrase.split())


def _is_of_rates(context: Context, hit: Hit) -> bool:
    """An act without an object: a word of rates, or a size, or nothing else, is in its sentence."""
    tokens = context.tokens
    if any(one.word in _rates() or (one.amount and one.amount.kind == "points") for one in tokens):
        return True
    following = tokens[hit.last : hit.last + 2]
    sized = any(one.amount and one.amount.kind == "percent" for one in tokens[hit.last : hit.last + 4])
    alone = (
        not following
        or following[0].tag in ",;ct"
        or following[0].word in ("in", "again", "by", "next", "at", "this", "as")
    )
    return sized or (alone and hit.label != "held") or context.words(hit.first, hit.last) == ("stand", "pat")


def _act(context: Context, acts: list[Hit], bank: Part, start: int, stop: int) -> Hit | None:
    """The first act after the bank, one in `which …` only where there is no other; else the last before it."""
    after = [one for one in acts if bank[1] <= one.first < stop]
    relative = [one for one in after if context.segments.opening(one.first) == "r"]
    before = [one for one in acts if start <= one.first < bank[0]]
    return next(iter([one for one in after if one not in relative] or relative or before[-1:]), None)


def _decision(context: Context, bank: Part, act: Hit, start: int, stop: int) -> RateDecision:
    first, last = min(bank[0], act.first), max(bank[1], act.last)
    # What governs it may stand before the bank: `traders bet that`.
    status = status_of(context, start, act.first, last, context.segments.end(last - 1))
    decision = cast("Decision", act.label)
    old, level = _levels(context, first, stop, act)
    return RateDecision(
        **context.links(context.span(act.first, act.last)),
        decision=decision,
        status=status,
        bank=context.phrase(bank) or context.span(*bank),
        change=_change(context, decision, act, start, stop, old, level),
        level=level,
    )


def _levels(context: Context, first: int, stop: int, act: Hit) -> tuple[float | None, float | None]:
    """Where the rate stood and where it stands: `from 5 percent to 4.75 percent`."""
    old = new = None
    for at in range(max(first, 1), stop):
        amount = context.tokens[at].amount
        if (
            amount is None
            or amount.kind != "percent"
            or (at < act.last and act.label != "held" and not _follows(context, at, ("to",)))
        ):
            continue
        if old is None and _follows(context, at, ("from",)):
            old = amount.value
        elif new is None and _follows(context, at, ("to", "at", "of")) and not _follows(context, at, ("from",)):
            new = _top(context, at, amount.value)
    return old, new


def _top(context: Context, at: int, value: float) -> float:
    """`to 5.25 percent to 5.5 percent`: the upper end of a range."""
    following = context.tokens[at + 1 : at + 3]
    top = following[1].amount if len(following) == 2 and following[0].word in ("to", "-", "–", "and") else None
    return top.value if top and top.kind == "percent" else value


def _follows(context: Context, at: int, before: tuple[str, ...]) -> bool:
    """Whether an amount follows one of these words, with no more than a few between."""
    for back in range(at - 1, max(-1, at - 6), -1):
        word, tag = context.tokens[back].word, context.tokens[back].tag
        if word in before:
            return True
        if tag not in "wdaN;" and word not in ("of", "between", "to", "about", "around"):
            return False
    return False


def _change(
    context: Context, decision: Decision, act: Hit, start: int, stop: int, old: float | None, level: float | None
) -> float | None:
    """In percentage points, signed: a cut by 25 basis points is -0.25."""
    if decision == "held":
        return None
    sizes = sorted(
        (min(abs(at - act.first), abs(at - act.last)), size) for at, size in _sizes(context, act, start, stop)
    )
    if sizes:
        return round(-sizes[0][1] if decision == "cut" else sizes[0][1], 6)
    if old is not None and level is not None:
        return round(level - old, 6)
    return None


def _sizes(context: Context, act: Hit, start: int, stop: int) -> Iterator[tuple[int, float]]:
    """Where sizes of a step stand: amounts in points, and percents that are no level: `by 0.5 percent`."""
    for at in range(start, stop):
        amount: Quantity | None = context.tokens[at].amount
        if amount is None:
            continue
        if amount.kind == "points":
            yield at, abs(amount.value) / (100 if amount.unit.startswith("basis") else 1)
        elif amount.kind == "percent" and (context.tokens[at - 1].word == "by" or at + 1 == act.first):
            yield at, abs(amount.value)
