"""Agreements, positions and votes."""

from __future__ import annotations

import re

from newsparse import Span
from newsparse_diplomacy.context import Context, lexicon, pattern
from newsparse_diplomacy.model import Agreement, AgreementKind, Outcome, Party, Position, PositionKind, Vote
from newsparse_diplomacy.participants import participants


def find_agreement(context: Context) -> Agreement | None:
    """Return the agreement, treaty or ceasefire that a sentence speaks of as reached, proposed or broken, or None."""
    table = lexicon()["agreements"]
    kinds: tuple[AgreementKind, ...] = ("ceasefire", "treaty", "agreement")
    kind = next((one for one in kinds if _has(context, table["kinds"][one] + "s?")), None)
    if kind is None:
        return None
    named = pattern(table["kinds"][kind] + "s?").search(context.text, context.start, context.end)
    if _has(context, table["broken"]):
        status = "broken"
    elif _has(context, table["proposed"]):
        status = "proposed"
    elif _has(context, table["acts"]):
        status = "reached"
    else:
        return None
    duration = next((one for one in context.dates if one.type == "DURATION"), None)
    return Agreement(
        evidence=context.sentence,
        kind=kind,
        status=status,  # type: ignore[arg-type]
        parties=_sides(context, named),
        duration=duration,
    )


def _sides(context: Context, named: re.Match[str] | None) -> tuple[Party, ...]:
    """Who agrees, by the grammar of the sentence; all that are named where that gives nobody."""
    sides = participants(context, Span(*named.span())) if named else ()
    return tuple(one for one in sides if one.entity is not None or one.country) or context.parties


def find_position(context: Context) -> Position | None:
    """Return what a party named in the sentence demands, refuses, offers or supports, or None."""
    kinds: tuple[PositionKind, ...] = ("refusal", "demand", "offer", "support")
    for kind in kinds:
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
        return Position(
            evidence=context.sentence, kind=kind, who=who, content=content, towards=towards, quotes=context.quotes
        )
    return None


def find_vote(context: Context) -> Vote | None:
    """Return the resolution or vote that a sentence reports, or None."""
    table = lexicon()["votes"]
    if not _has(context, table["text"] + "s?(?! (?:of|to|regarding) (?:the|this|that|an?) )"):
        return None  # `a resolution of the crisis` is put to no vote
    outcomes: tuple[Outcome, ...] = ("rejected", "adopted", "proposed")
    outcome = next((one for one in outcomes if _has(context, table["acts"][one])), None)
    if outcome is None:
        return None
    body = re.search(rf"(?<!\w){table['bodies']}(?!\w)", context.text[context.start : context.end])
    count = re.search(table["count"], context.text[context.start : context.end])
    counted = count.groupdict() if count else {}
    numbers = {name: int(value) if (value := counted.get(name)) else None for name in ("yes", "no", "abstain")}
    return Vote(
        evidence=context.sentence,
        outcome=outcome,
        body=body[0] if body else None,
        yes=numbers["yes"],
        no=numbers["no"],
        abstentions=numbers["abstain"],
    )


def _has(context: Context, words: str) -> bool:
    return pattern(words).search(context.text, context.start, context.end) is not None


_TO_THE_VERB = re.compile(
    r"(?:['’]s?\s(?:[\w-]+\s){0,2}|(?:,[^,]{1,80},)?\s(?:(?:has|have|had|is|are|was|were|also|again|still|who|will|would|not|firmly"
    r"|continues\sto|continued\sto|\w+ly)\s)*)"
)
"""What may stand between somebody and the verb, or the noun, of what they want: `has repeatedly`, `'s long-standing`."""


def _subject(context: Context, verb: int) -> Party | None:
    """Who stands right before the verb."""
    before = [party for party in context.parties if party.span.end <= verb]
    return before[-1] if before and _TO_THE_VERB.fullmatch(context.text, before[-1].span.end, verb) else None
