"""Purchases, mergers, stakes, investments, contracts, offerings and loans."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from newsparse.analysis import Modality, Quantity
from newsparse_markets.context import Context
from newsparse_markets.instruments import elsewhere, sort_of
from newsparse_markets.model import Deal, DealKind
from newsparse_markets.parties import find_parties, is_business
from newsparse_markets.status import status_of
from newsparse_markets.words import Hit, phrases, table, words

REACH = 25
"""Tokens between an act and its amount."""


@cache
def _gate() -> re.Pattern[str]:
    return re.compile(table("deals")["lists"]["gate"])


def find_deal(context: Context) -> Deal | None:
    """Return the deal that a sentence reports, or None: there must be an amount of money or a share, or two sides."""
    if not context.amounts and not context.has(_gate()):
        return None
    acts = [hit for hit in context.scan(phrases("deals", "acts")) if _is_act(context, hit)]
    main = [hit for hit in acts if context.segments.opening(hit.first) != "r"]
    for group in (main, [hit for hit in acts if hit not in main]):
        for kind in table("deals")["acts"]:
            for hit in group:
                if _kind(context, hit) == kind and (deal := _deal(context, hit, acts)):
                    return deal
    return None


def _deal(context: Context, hit: Hit, acts: list[Hit]) -> Deal | None:
    kind = _kind(context, hit)
    money, share = _amount(context, hit), _nearest(context, hit, "percent")
    # `agreed to sell a stake`: the verb before the noun says who does it to whom.
    verb = next((one for one in acts if one.label == "acquisition" and one.last <= hit.first <= one.last + 4), hit)
    subject = context.segments.subject(verb.first)
    if kind == "acquisition" and sort_of(context, subject) == "traded":
        return None  # `Sterling bought 1.17 euros`
    parties = find_parties(context, verb, hit, subject)
    named = [one for one in parties if is_business(context, one)]
    if not named or elsewhere(context) or not _suffices(context, hit, kind, money, share, len(named)):
        return None
    first = min(subject[0] if subject and subject[0] < hit.first else hit.first, context.segments.first(hit.first))
    return Deal(
        **context.links(context.span(hit.first, hit.last)),
        kind=kind,
        status=_status(context, hit, first),
        parties=tuple(span for one in parties if (span := context.phrase(one))),
        amount=money,
    )


def _is_act(context: Context, hit: Hit) -> bool:
    """Whether a word for a deal is used for one: `at stake`, `loans rose` are none, `raised` needs its money."""
    tokens = context.tokens
    said = " ".join(context.words(hit.first, hit.last))
    before = tokens[hit.first - 1].word if hit.first else ""
    if before in words("deals", "lists", "unlike") or (before == "executive" and said == "order"):
        return False
    following = tokens[hit.last] if hit.last < len(tokens) else None
    # `loans rose`, `an order backlog`, `was bid at $655 a tonne`.
    noun = hit.label in ("loan", "contract", "stake") and not said.endswith(("for", "from", "to", "ed", "s"))
    if following and (
        (following.word == "at" and said == "bid")
        or (noun and following.tag == "w" and following.word not in words("deals", "lists", "papers"))
    ):
        return False
    moves = words("moves", "acts", "up") | words("moves", "acts", "down")
    if following and hit.label in ("loan", "contract", "stake") and following.word in moves and following.tag == "V":
        return False
    if said == "put":
        return "into" in context.words(hit.last, hit.last + 4)
    if said.startswith("back"):
        return any(
            one.amount and one.amount.kind == "money" and tokens[at - 1].word == "with" for at, one in enumerate(tokens)
        )
    if said in words("deals", "lists", "owned"):
        near = tokens[hit.last : hit.last + 2]
        return any(one.amount and one.amount.kind == "percent" for one in near) and "of" in context.words(
            hit.last, hit.last + 3
        )
    if said.startswith(("pay", "paid")) and "for" not in context.words(hit.last, hit.last + 8):
        return False
    if said in words("deals", "lists", "direct"):
        near = tokens[hit.last : hit.last + 4]
        return any(one.amount and one.amount.kind == "money" for one in near) and not _is_raise(context, hit)
    return True


def _is_raise(context: Context, hit: Hit) -> bool:
    """`raised its forecast to $3 billion`: the money is no money raised."""
    return any(
        one.word in ("to", "by", "from") or (one.tag == "d" and one.word != "a")
        for one in context.tokens[hit.last : hit.last + 1]
    )


def _kind(context: Context, hit: Hit) -> DealKind:
    """`bought 40 percent of Halden` is a stake."""
    tokens = context.tokens
    share = hit.last + 1 < len(tokens) and (amount := tokens[hit.last].amount) and amount.kind == "percent"
    if hit.label == "acquisition" and share and tokens[hit.last + 1].word == "of":
        return "stake"
    if (
        hit.label == "acquisition"
        and tokens[hit.last : hit.last + 1]
        and tokens[hit.last].tag == "N"
        and "shares" in context.words(hit.last, hit.last + 3)
    ):
        return "stake"
    issued = set(context.words(hit.last + 2, hit.last + 6)) & words("deals", "lists", "issued")
    if hit.label == "acquisition" and context.words(hit.last + 1, hit.last + 2) == ("of",) and issued:
        return "offering"
    return cast("DealKind", hit.label)


def _suffices(
    context: Context, hit: Hit, kind: DealKind, money: Quantity | None, share: Quantity | None, sides: int
) -> bool:
    """Whether there is enough to tell a deal: money, a share for a stake, or two sides."""
    if money is not None or (kind == "stake" and share is not None):
        return True
    if " ".join(context.words(hit.first, hit.last)) in words("deals", "lists", "weak"):
        return False
    return kind in ("merger", "acquisition", "stake") and sides > 1


def _nearest(context: Context, hit: Hit, kind: str) -> Quantity | None:
    """The amount of a kind that stands nearest to an act."""
    near = [
        (abs(at - hit.first), one.amount)
        for at, one in enumerate(context.tokens)
        if one.amount and one.amount.kind == kind
    ]
    return min(near, key=lambda pair: pair[0], default=(0, None))[1]


def _amount(context: Context, hit: Hit) -> Quantity | None:
    """The money of a deal: not what a side is worth, or has sold, where there is another; of `from 29 to 31`, the second."""
    found: list[tuple[bool, int, Quantity]] = []
    for at, one in enumerate(context.tokens):
        if one.amount is None or one.amount.kind != "money" or abs(at - hit.first) > REACH:
            continue
        before = context.words(max(0, at - 3), at)
        aside = bool(set(before) & words("deals", "lists", "beside") - {"from"}) or before[-1:] == ("from",)
        aside = aside or context.words(at + 1, at + 3) in (("a", "share"), ("per", "share"))
        found.append((aside, abs(at - hit.first), one.amount))
    return min(found, key=lambda row: row[:2], default=(False, 0, None))[2]


def _status(context: Context, hit: Hit, first: int) -> Modality:
    end = context.segments.end(hit.last - 1)
    offer = " ".join(context.words(hit.first, hit.last)) in words("deals", "lists", "offers")
    if context.words(hit.last, hit.last + 1) == ("talks",):
        return "proposed"
    status = status_of(context, first, hit.first, hit.last, end, usual="proposed" if offer else "held")
    if offer and status in ("held", "planned", "proposed"):
        accepted = {"accept", "accepts", "accepted", "recommended", "agreed", "agrees"} & set(
            context.words(first, hit.first)
        )
        return "planned" if accepted else "proposed"
    return status
