"""The sides of a deal: who acts, and whom or what with."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.analysis import find_places
from newsparse_markets.context import Context
from newsparse_markets.segments import Part
from newsparse_markets.words import Hit, words

_JOINING = ("of", "for", "in", "with", "from", "to", "by", "between", "into", "at", "and", "through")


def find_parties(context: Context, verb: Hit, act: Hit, subject: Part | None) -> tuple[Part, ...]:
    """The sides in order: the subject, each of several, then what the act is done to, and who `from`, `with` and `to` name."""
    found: list[Part] = []
    if subject and subject[0] < act.first and _may_act(context, subject):
        found += context.segments.split(subject)
    for part in _after(context, verb, act):
        if not any(part[0] < one[1] and one[0] < part[1] for one in found):
            found.append(part)
    return tuple(found)


def _may_act(context: Context, part: Part) -> bool:
    if set(context.words(*part)) & words("deals", "lists", "judges"):
        return False
    return any(one.tag in "ngw" for one in context.tokens[part[0] : part[1]]) and context.tokens[part[0]].tag != "o"


def _after(context: Context, verb: Hit, act: Hit) -> Iterator[Part]:
    """What follows the act up to the end of its clause: the object, and names after prepositions."""
    tokens, segments = context.tokens, context.segments
    at, stop, joined, last = verb.last, len(tokens), True, -1
    while at < stop:
        one = tokens[at]
        if act.first <= at < act.last or one.tag in "At":
            at, joined = at + 1, joined and one.tag == "A"
        elif (
            one.tag in "r;V"
            and at >= act.last
            and not (one.tag == "V" and one.word in ("led", "based", "bid", "sell", "buy"))
        ):
            return
        elif joined and (part := segments.phrase(at, across="of")) and one.word != "and":
            if part[1] > act.first and part[0] < act.last:
                part = part[0], act.first
            if (
                part[0] < part[1]
                and is_business(context, part)
                and not _is_where(context, part, acquired=act.label == "acquisition")
            ):
                yield part
                last = part[1]
            at, joined = max(part[1], at + 1), False
        else:
            at, joined = at + 1, one.word in _JOINING and (one.word != "and" or at == last)


def _is_where(context: Context, part: Part, *, acquired: bool) -> bool:
    """`in London`, `by Friday`: a place after a preposition of places is no side."""
    if part[0] == 0 or context.tokens[part[0] - 1].word not in ("in", "at", "of", "into"):
        return False
    span = context.span(*part)
    if (
        context.tokens[part[0] - 1].word == "in"
        and acquired
        and not any(one.word in words("deals", "lists", "business") for one in context.tokens[part[0] : part[1]])
    ):
        return True
    return any(place.span == span for place in find_places(context.text, span.start, span.end))


def is_business(context: Context, part: Part) -> bool:
    """Whether a phrase names somebody, or a business, or what a business owns."""
    found = context.tokens[part[0] : part[1]]
    if found[-1].word in words("deals", "lists", "events"):
        return False
    return any(one.tag in "ng" or one.word in words("deals", "lists", "business") for one in found)
