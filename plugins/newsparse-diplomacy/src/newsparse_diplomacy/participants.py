"""Who takes part in an act: its subject before it, its object or those named with `with` or `between` after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsparse import Span
from newsparse_diplomacy.context import Context, lexicon, pattern
from newsparse_diplomacy.model import Party

REACH = 60
"""Code points after an act in which its object begins."""
NEAR = 28
"""And where no preposition leads to it."""

_COORDINATED = re.compile(
    r"\s*(?:,|,?\s?and|&|as well as|along with|[-–]|,? (?:and )?(?:his|her|their))\s*(?:(?:the|an?|his|her|their|both)\s)?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"[;:]|,\s(?:following|which|who|where|as|while|after|before|with)\b")
"""Where what no longer says who takes part begins."""
_WITH = re.compile(r"\b(?:with|between|among)\s|\b(?:by|of|from)\s", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\b(?:in|on|at|to|for|about|over|after|before|that|when|as)\b", re.IGNORECASE)


def participants(context: Context, act: Span) -> tuple[Party, ...]:
    """Return the parties of the act, in document order; pronouns and groups of people count where they stand for one."""
    candidates = _candidates(context, act)
    left = [party for party in candidates if party.span.end <= act.start]
    aside = _ASIDE.search(context.text, act.end, context.end)
    right = [party for party in candidates if act.end <= party.span.start < (aside.start() if aside else context.end)]
    words = _WITH.search(context.text, act.end, min(aside.start() if aside else context.end, act.end + REACH))
    if words and words[0].lower().startswith(("by", "of", "from")) and words.start() > act.end + NEAR:
        words = None
    if words is None:
        objects = [one for one in right[:1] if _is_object(context.text, act.end, one.span.start)]
    else:
        objects = [one for one in right if one.span.start >= words.end() - 1][:1]
    found = [*_with_coordinated(context.text, right, objects)]
    if words is None or not words[0].lower().startswith(("between", "among")):
        found += _with_coordinated(context.text, left[::-1], left[-1:])
    return tuple(sorted(found, key=lambda party: party.span))


def _candidates(context: Context, act: Span) -> list[Party]:
    taken = [party for party in context.parties if not party.span.overlaps(act)]
    groups = pattern(lexicon()["participants"]["groups"])
    for match in groups.finditer(context.text, context.start, context.end):
        span = Span(match.start(), match.end())
        titled = any(
            party.entity and party.span.start == span.end + 1 for party in context.parties
        )  # `President` `Lee`
        if not titled and not any(span.overlaps(party.span) for party in context.parties):
            taken.append(Party(span=span, text=span.of(context.text)))
    return sorted(taken, key=lambda party: party.span)


def _is_object(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    return len(gap) <= NEAR and not _ELSEWHERE.search(gap)


def _with_coordinated(text: str, ordered: Sequence[Party], first: Sequence[Party]) -> list[Party]:
    """The first party, and those joined to it by `and` or commas, going away from the act."""
    found = list(first)
    for party in ordered[ordered.index(found[0]) + 1 :] if found else ():
        one, other = sorted((found[-1].span, party.span))
        if not _COORDINATED.fullmatch(text, one.end, other.start):
            break
        found.append(party)
    return found
