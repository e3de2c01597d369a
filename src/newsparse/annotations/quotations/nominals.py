"""Noun phrases of a language that writes nouns with a capital (German): where they begin, and what stands over them.

There any noun phrase of a clause may be its subject, before the verb or far behind it: `Den Bericht nannte am Montag in Berlin
auch die Ministerin „falsch“`. What governs a phrase and what its determiner shows tell which one it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsparse.annotations.quotations import phrases
from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.lexicon import CUES, Kind, Lexicon

LONGEST_NAME = 40
"""Code points of a name between marks: `die „Neue Wacht“`."""
_OPENERS = frozenset((Kind.DETERMINER, Kind.POSSESSIVE))
_INNER = frozenset((Kind.LOWER, Kind.NUMBER, Kind.ADVERB))
_BOUNDS = frozenset((Kind.COMMA, Kind.COLON, Kind.DASH, Kind.OTHER, Kind.QUOTED, Kind.OPENING, Kind.CLOSING))
_STARTING = frozenset((*_OPENERS, Kind.LOWER, Kind.NUMBER, Kind.CAPITAL, Kind.NOUN))
_GOVERNING = frozenset((Kind.PREPOSITION, Kind.ATTACHING))


class Nominal(NamedTuple):
    """A noun phrase: places of its first token and of its head, and of what governs it (-1: nothing, it may be a subject).

    `cue` is the place of the reporting word nearest to it, no mark between them (-1: there is none).
    """

    first: int
    head: int
    over: int
    cue: int


def nominals_in(tokens: Sequence[Token], lexicon: Lexicon) -> list[Nominal]:
    """Return the noun phrases of a sentence in order; a genitive belongs to the phrase before it."""
    found: list[Nominal] = []
    cues: list[int] = []
    begins = place = 0
    ended = -1
    while place < len(tokens):
        token = tokens[place]
        kind = token.kind
        if kind in _BOUNDS:
            if cues:
                found[begins:] = [_with_cue(one, cues) for one in found[begins:]]
                cues = []
            begins = len(found)
            place += 1
            continue
        # `Kritik übte Lee`: behind a noun it is the verb, elsewhere it may describe one (`bekannte Forscher`).
        verb = kind == Kind.LOWER and ended == place and token.word.endswith(lexicon.verb_endings)
        starts = kind in _STARTING and not verb
        if kind == Kind.PRONOUN and phrases.owns(tokens, place, lexicon):
            head = _head(tokens, place + 1, lexicon)
        else:
            head = place if kind == Kind.PRONOUN else _head(tokens, place, lexicon) if starts else -1
        if head < 0:
            if kind in CUES:
                cues.append(place)
            place += 1
            continue
        over = place - 1 if place and tokens[place - 1].kind in _GOVERNING else -1
        if over >= 0 or ended != place or token.word not in lexicon.genitives:
            found.append(Nominal(place, head, over, -1))
        place = ended = head + 1
    found[begins:] = [_with_cue(one, cues) for one in found[begins:]] if cues else found[begins:]
    return found


def _with_cue(nominal: Nominal, cues: Sequence[int]) -> Nominal:
    if len(cues) == 1:
        return Nominal(nominal.first, nominal.head, nominal.over, cues[0])
    return nominal._replace(cue=min(cues, key=lambda cue: abs(2 * cue - nominal.first - nominal.head)))


def _head(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """The place of the last noun of the phrase that begins at `first`; -1 if none does."""
    place = first
    opened = tokens[first].kind in _OPENERS
    if opened:
        place += 1
    while place < len(tokens) and tokens[place].kind in _INNER:
        kind = tokens[place].kind
        describes = kind != Kind.LOWER or tokens[place].word.endswith(lexicon.adjective_endings)
        if not opened and (kind == Kind.ADVERB or not describes):
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
