"""The words of a sentence that tell of a meeting: what people do, and what names a meeting without saying so much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsparse import Span
from newsparse.analysis import word_table
from newsparse_diplomacy.context import Context, lexicon, pattern
from newsparse_diplomacy.model import Party

CLAUSE = re.compile(r"[,;:]|\b(?:which|where|who|that)\b")
PURPOSE = re.compile(r"[^,;:]{0,80}\sfor\s(?:[\w-]+\s){0,3}")
"""Between what people do and a noun that says what for: `meets today in Lyon for a session`."""
SUBJECT = 140
"""Code points before a verb of travel in which somebody with an office stands."""
OBJECT = 40
"""Code points after a verb in which those whom somebody sees or calls stand."""


class Act(NamedTuple):
    """Words for a meeting; `central` if the sentence says that it is so, and does not just mention it."""

    span: Span
    central: bool
    zone: Span
    """Up to the next act: what stands there belongs to this one."""


def find_acts(context: Context) -> Iterator[Act]:
    """Give the words for meetings in a sentence, in order."""
    table = lexicon()["meetings"]
    text, start, end = context.text, context.start, context.end
    if not _stems().search(text, start, end):
        return

    def found(words: re.Pattern[str], *without: Span) -> list[Span]:
        spans = (Span(*match.span()) for match in words.finditer(text, start, end))
        return [span for span in spans if not any(span.overlaps(one) for one in without)]

    none = found(pattern("|".join(table["not_acts"])))
    verbs = found(pattern("|".join(table["acts"]), case=not context.headline), *none)
    nouns = found(pattern(table["nouns"]), *none, *verbs)
    others = [
        one for one in _by_their_sides(context) if not any(one.overlaps(known) for known in (*none, *verbs, *nouns))
    ]
    aside = pattern("|".join(table["aside"]))
    if not (verbs or nouns or others) or _is_game(context):
        return
    acts: list[tuple[Span, bool]] = []
    for act in sorted({*verbs, *nouns, *others}):
        if act in nouns and acts and PURPOSE.fullmatch(text, acts[-1][0].end, act.start):
            continue
        clause = max((one.end() for one in CLAUSE.finditer(text, start, act.start)), default=start)
        told = act not in nouns and not aside.search(text, clause, act.start)
        acts.append((act, told and pattern(table["protests"]).match(text, *act) is None))
    for at, (whole, central) in enumerate(acts):
        # Of `talks between Chile and Peru are due`, the noun: who and where stand behind it
        noun = pattern(table["nouns"]).match(text, *whole)
        act = Span(*noun.span()) if noun else whole
        stop = acts[at + 1][0].start if at + 1 < len(acts) else end
        yield Act(act, central, Span(act.start, stop))


@cache
def _stems() -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon()['meetings']['stems']}", re.IGNORECASE)


@cache
def _offices() -> re.Pattern[str]:
    heads = "|".join([*word_table("newsparse.analysis", "roles.toml")["heads"], *lexicon()["meetings"]["travellers"]])
    return pattern(rf"(?:{heads})s?")


def _is_game(context: Context) -> bool:
    """Whether a sentence is of sport, where teams meet and sessions end too, and names no office."""
    return context.has(pattern(lexicon()["meetings"]["games"])) and not context.has(_offices())


def _by_their_sides(context: Context) -> Iterator[Span]:
    """Verbs that tell of a meeting if those beside them could: a minister flies to Lima, an envoy sees the king."""
    table, text = lexicon()["meetings"], context.text
    if not context.parties:
        return
    for match in pattern(table["journeys"]).finditer(text, context.start, context.end):
        if _place_after(context, match.end()) and _official_before(context, match.start()):
            yield Span(*match.span())
    for match in pattern(table["gatherings"]).finditer(text, context.start, context.end):
        if _official_before(context, match.start()):
            yield Span(*match.span())
    for match in pattern(table["encounters"]).finditer(text, context.start, context.end):
        if _side_after(context, match.end()) and not _is_wished(context, match.start()):
            yield Span(*match.span())
    for match in pattern(table["reciprocal"]).finditer(text, context.start, context.end):
        sides = _sides_before(context, match.start())
        if _is_wished(context, match.start()):
            continue
        if len(sides) > 1 or any(_PLURAL.search(one.text) for one in sides[-1:]):
            yield Span(*match.span())


_TO_PLACE = re.compile(
    r"(?:\s[\w’'-]+){0,5}?\s(?:to|in|into|at|for|through|across|for\sthe|to\sthe|in\sthe|through\sthe)\s(?=[A-ZÀ-Þ])|\s(?=[A-ZÀ-Þ])"
)


def _place_after(context: Context, at: int) -> bool:
    """Whether a place follows a verb of travel, which a month or a person is not."""
    match = _TO_PLACE.match(context.text, at, context.end)
    while match is not None:
        start = match.end()
        if any(place.span.start == start and place.kind != "demonym" for place in context.place_names):
            return True
        taken = [one.span for one in context.dates] + [one.span for one in context.parties]
        if not any(span.start <= start < span.end for span in taken):
            return True
        match = _TO_PLACE.match(context.text, start, context.end)
    return False


def _is_wished(context: Context, at: int) -> bool:
    """Whether the words before a verb tell of a wish, or how hard it is: `hard to negotiate`, `news of plans to engage`."""
    clause = max((one.end() for one in CLAUSE.finditer(context.text, context.start, at)), default=context.start)
    return pattern(lexicon()["meetings"]["wished"]).search(context.text, clause, at) is not None


def _sides_before(context: Context, at: int) -> list[Party]:
    clause = max(
        (one.end() for one in re.compile(r"[;:]").finditer(context.text, context.start, at)), default=context.start
    )
    return [one for one in context.parties if max(clause, at - SUBJECT) <= one.span.start and one.span.end <= at]


def _official_before(context: Context, at: int) -> bool:
    """Whether one with an office, or a delegation, stands before a verb."""
    return any(_offices().search(one.text) for one in _sides_before(context, at))


_PLURAL = re.compile(
    r"\b(?:two|three|four|both)\b|(?:minister|leader|envoy|negotiator|president|diplomat|official|delegation|side)s\b"
)
_NEAR = re.compile(
    r"\s(?:(?:in|at)\s(?:his|her|their|the)\s[\w-]+\s)?(?:(?:all|any|some|most)(?:\sof)?\s)?(?:(?:the|an?|his|her|their|\d+)\s)?(?:[\w’-]+\s){0,2}"
)


def _side_after(context: Context, at: int) -> bool:
    """Whether somebody with an office, a country or a group follows right after a verb."""
    return (
        any(
            at < one.span.start <= at + OBJECT and _NEAR.fullmatch(context.text, at, one.span.start) is not None
            for one in context.parties
        )
        or pattern(r"\s(?:each other|one another|all \d+|him|her|them)").match(context.text, at) is not None
    )
