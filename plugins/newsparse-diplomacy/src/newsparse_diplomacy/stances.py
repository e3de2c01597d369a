"""Agreements, positions and votes."""

from __future__ import annotations

import re

from newsparse import Span
from newsparse_diplomacy.context import Context, lexicon, pattern
from newsparse_diplomacy.model import Agreement, AgreementKind, Outcome, Party, Position, PositionKind, Vote


def find_agreement(context: Context) -> Agreement | None:
    """Return the agreement, treaty or ceasefire that a sentence speaks of as reached, proposed or broken, or None."""
    table = lexicon()["agreements"]
    kinds: tuple[AgreementKind, ...] = ("ceasefire", "treaty", "agreement")
    kind = next((one for one in kinds if _has(context, table["kinds"][one] + "s?")), None)
    if kind is None:
        return None
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
        parties=context.parties,
        duration=duration,
    )


def find_position(context: Context) -> Position | None:
    """Return what a party named in the sentence demands, refuses, offers or supports, or None."""
    kinds: tuple[PositionKind, ...] = ("refusal", "demand", "offer", "support")
    for kind in kinds:
        words = pattern(lexicon()["positions"][kind])
        match = words.search(context.text, context.start, context.end)
        if match is None:
            continue
        who = _last([party for party in context.parties if party.span.end <= match.start()])
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
    if not _has(context, table["text"] + "s?"):
        return None
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


def _last(parties: list[Party]) -> Party | None:
    return parties[-1] if parties else None
