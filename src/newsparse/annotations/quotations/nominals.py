"""Noun phrases of a language that writes nouns with a capital (German): where they begin, and what stands over them.

There any noun phrase of a clause may be its subject, before the verb or far behind it: `Den Bericht nannte am Montag in Berlin
auch die Ministerin „falsch“`. What governs a phrase and what its determiner shows tell which one it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.lexicon import CUES, Kind, Lexicon

LONGEST_NAME = 40
"""Code points of a name between marks: `die „Neue Wacht“`."""
_OPENERS = frozenset((Kind.DETERMINER, Kind.POSSESSIVE))
_INNER = frozenset((Kind.LOWER, Kind.NUMBER, Kind.ADVERB))
_BOUNDS = frozenset((Kind.COMMA, Kind.COLON, Kind.DASH, Kind.OTHER, Kind.QUOTED, Kind.OPENING, Kind.CLOSING))
_GOVERNING = frozenset((Kind.PREPOSITION, Kind.ATTACHING))


class Nominal(NamedTuple):
    """A noun phrase: places of its first token and of its head, and of what governs it (-1: nothing, it may be a subject).

    `segment` counts the marks before it, `order` the ungoverned phrases before it in its segment.
    """

    first: int
    head: int
    over: int
    segment: int
    order: int


def nominals_in(tokens: Sequence[Token], lexicon: Lexicon) -> list[Nominal]:
    """Return the noun phrases of a sentence in order; a genitive belongs to the phrase before it."""
    return list(_nominals(tokens, lexicon))


def _nominals(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Nominal]:
    place = segment = order = 0
    ended = -1
    while place < len(tokens):
        token = tokens[place]
        if token.kind in _BOUNDS and not (token.kind == Kind.QUOTED and ended == place):
            segment, order = segment + 1, 0
            place += 1
            continue
        head = place if token.kind == Kind.PRONOUN else _head(tokens, place, lexicon)
        if head < 0:
            place += 1
            continue
        over = place - 1 if place and tokens[place - 1].kind in _GOVERNING else -1
        if over < 0 and ended == place and token.word.lower() in lexicon.genitives:
            over = place - 1
        if over < 0 or tokens[over].kind in _GOVERNING:
            yield Nominal(place, head, over, segment, order)
        order += over < 0
        place = ended = head + 1


def _head(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """The place of the last noun of the phrase that begins at `first`; -1 if none does."""
    place = first
    opened = tokens[first].kind in _OPENERS
    if opened:
        place += 1
    while place < len(tokens) and tokens[place].kind in _INNER:
        if tokens[place].kind == Kind.LOWER and not opened and not tokens[place].word.endswith(lexicon.adjective_endings):
            return -1
        if tokens[place].kind == Kind.ADVERB and not opened:
            return -1
        place += 1
    if place == len(tokens):
        return -1
    if tokens[place].kind == Kind.QUOTED:
        named = opened and tokens[place].end - tokens[place].start < LONGEST_NAME
        return place if named and place == first + 1 else -1
    last = place - 1
    while place < len(tokens) and tokens[place].kind in (Kind.CAPITAL, Kind.NOUN):
        last = place
        place += 1
    return last if last >= first and tokens[last].kind in (Kind.CAPITAL, Kind.NOUN) else -1


def cue_of(tokens: Sequence[Token], nominal: Nominal) -> int:
    """The reporting word nearest to a phrase, no mark between them; -1 if there is none."""
    back, ahead = nominal.first - 1, nominal.head + 1
    while back >= 0 or ahead < len(tokens):
        if ahead < len(tokens):
            if tokens[ahead].kind in CUES:
                return ahead
            ahead = len(tokens) if tokens[ahead].kind in _BOUNDS else ahead + 1
        if back >= 0:
            if tokens[back].kind in CUES:
                return back
            back = -1 if tokens[back].kind in _BOUNDS else back - 1
    return -1
