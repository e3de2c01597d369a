"""Agreements, positions and votes."""

from __future__ import annotations

import re
from typing import get_args

from newsparse import Span
from newsparse_diplomacy.context import Context, lexicon, pattern
from newsparse_diplomacy.model import Agreement, AgreementKind, Outcome, Party, Position, PositionKind, Settled, Vote
from newsparse_diplomacy.participants import participants


def find_agreement(context: Context) -> Agreement | None:
    """Return the agreement, treaty or ceasefire that a sentence speaks of as reached, proposed or broken, or None."""
    table = lexicon()["agreements"]
    named = ((kind, context.find(pattern(table["kinds"][kind] + "s?"))) for kind in get_args(AgreementKind))
    kind, act = next(((kind, act) for kind, act in named if act), (None, None))
    status = next((one for one in get_args(Settled) if _has(context, table[one])), None)
    if kind is None or act is None or status is None:
        return None
    return Agreement(
        **context.links(act),
        kind=kind,
        status=status,
        parties=_sides(context, act),
        duration=next((one for one in context.dates if one.type == "DURATION"), None),
    )


def _sides(context: Context, act: Span) -> tuple[Party, ...]:
    """Who agrees, by the grammar of the sentence; all that are named where that gives nobody."""
    sides = participants(context, act)
    return tuple(one for one in sides if one.entity is not None or one.country) or context.parties


def find_position(context: Context) -> Position | None:
    """Return what a party named in the sentence demands, refuses, offers or supports, or None."""
    for kind in get_args(PositionKind):
        words = pattern(lexicon()["positions"][kind])
        match = words.search(context.text, context.start, context.end)
        if match is None:
            continue
        who = _subject(context, match.start())
        if who is None:
            continue
        end = context.start + len(context.text[context.start : context.end].rstrip(' .”"\n'))
        content = Span(match.end() + (context.text[match.end() : match.end() + 1] == " "), max(match.end(), end))
        towards = next((party for party in context.parties if party.span.start >= match.end()), None)
        return Position(**context.links(Span(*match.span())), kind=kind, who=who, content=content, towards=towards)
    return None


def find_vote(context: Context) -> Vote | None:
    """Return the resolution or vote that a sentence reports, or None."""
    table = lexicon()["votes"]
    if not _has(context, table["text"] + "s?(?! (?:of|to|regarding) (?:the|this|that|an?) )"):
        return None  # `a resolution of the crisis` is put to no vote
    acts = ((outcome, context.find(pattern(table["acts"][outcome]))) for outcome in get_args(Outcome))
    outcome, act = next(((outcome, act) for outcome, act in acts if act), (None, None))
    if outcome is None or act is None:
        return None
    body = context.find(pattern(table["bodies"], case=True))
    count = pattern(table["count"]).search(context.text, context.start, context.end)
    yes, no, abstentions = (
        (int(value) if value else None for value in count.group("yes", "no", "abstain")) if count else (None,) * 3
    )
    return Vote(
        **context.links(act),
        outcome=outcome,
        body=body.of(context.text) if body else None,
        yes=yes,
        no=no,
        abstentions=abstentions,
    )


def _has(context: Context, words: str) -> bool:
    return context.has(pattern(words))


_TO_THE_VERB = re.compile(
    r"(?:['’]s?\s(?:[\w-]+\s){0,2}|(?:,[^,]{1,80},)?\s(?:(?:has|have|had|is|are|was|were|also|again|still|who|will|would|not|firmly"
    r"|continues\sto|continued\sto|\w+ly)\s)*)"
)
"""What may stand between somebody and the verb, or the noun, of what they want: `has repeatedly`, `'s long-standing`."""


def _subject(context: Context, verb: int) -> Party | None:
    """Who stands right before the verb."""
    before = [party for party in context.parties if party.span.end <= verb]
    return before[-1] if before and _TO_THE_VERB.fullmatch(context.text, before[-1].span.end, verb) else None
