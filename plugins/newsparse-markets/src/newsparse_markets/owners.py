"""Whose a result or forecast is, or who says so."""

from __future__ import annotations

from newsparse_markets.context import Context
from newsparse_markets.segments import Part
from newsparse_markets.words import words


def owner(context: Context, measure: Part, last: int) -> Part | None:
    """The words for whose a measure is: `Haldor's`, `at Haldor`, who reports it, or who says so at the end."""
    first = _genitive(context, measure)
    if first is not None and any(
        one.tag == "g" and context.text[one.start].isupper() for one in context.tokens[first : measure[0]]
    ):
        return first, measure[0]
    return (
        _at(context, measure)
        or _subject(context, measure)
        or _saying(context, last)
        or ((first, measure[0]) if first is not None else None)
    )


def _genitive(context: Context, measure: Part) -> int | None:
    """Where the phrase begins whose genitive stands right before a measure."""
    tokens = context.tokens
    at = measure[0] - 1
    while at >= 0 and tokens[at].tag in "tw":
        at -= 1
    if at < 0 or tokens[at].tag != "g":
        return None
    while at > 0 and tokens[at - 1].tag in "nwdg":
        at -= 1
    return at


def _at(context: Context, measure: Part) -> Part | None:
    """`Operating profit at Chubu`, `sales of the group`: a name or a company after the measure."""
    tokens = context.tokens
    if measure[1] + 1 < len(tokens) and tokens[measure[1]].word in ("at", "of", "for"):
        part = context.segments.phrase(measure[1] + 1)
        if part and any(
            one.tag == "n" or one.word in words("deals", "lists", "business") for one in tokens[part[0] : part[1]]
        ):
            return part
    return None


def _subject(context: Context, measure: Part) -> Part | None:
    """Who acts before the measure: `the lender posted a loss`."""
    part = context.segments.subject(measure[0])
    if part is None or part[1] > measure[0]:
        return None
    nouns = context.words(*part)
    return None if set(nouns) & words("figures", "measures", "head") else part


def _saying(context: Context, last: int) -> Part | None:
    """`…, the statistics office said`, `…, said the lender`."""
    tokens, segments = context.tokens, context.segments
    for at in range(last, len(tokens)):
        if tokens[at].word in words("figures", "lists", "says"):
            part = segments.subject(at)
            if part and part[0] >= last:
                return part
            following = at + 2 if tokens[at].word == "according" else at + 1
            return segments.phrase(following)
    return None
