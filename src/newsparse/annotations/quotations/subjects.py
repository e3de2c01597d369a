"""Subjects that do not stand right before their verb: behind it, at the head of its sentence, or after words that open it.

As in `phrases`, every function takes the tokens of one sentence, and gives a half-open range of places or None.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsparse.annotations.quotations import phrases
from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.lexicon import Kind, Lexicon

_BETWEEN = frozenset((Kind.TIME,))
_BEFORE_SUBJECT = phrases.LEADING | {Kind.QUOTED, Kind.COMMA}


def behind_cue(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> phrases.Range | None:
    """The subject behind its verb: `a déclaré mardi la ministre`, `explicó a EFE el director`, `äußerte sich auch Lehmann`."""
    between = _BETWEEN | phrases.LIGHT if lexicon.nouns_are_capitalised else _BETWEEN
    while first < len(tokens) and tokens[first].kind in between:
        first += 1
    first = behind_aside(tokens, first, lexicon)
    first = _behind_listeners(tokens, first, lexicon)
    bare = first < len(tokens) and tokens[first].kind == Kind.LOWER
    return None if bare and lexicon.nouns_have_articles else phrases.after(tokens, first, lexicon)


def behind_aside(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """`lamentó por su parte el portavoz`: where what stands between a verb and its subject, and names nobody, ends."""
    for phrase in lexicon.asides:
        if tuple([token.word for token in tokens[first : first + len(phrase)]]) == phrase:
            return first + len(phrase)
    return first


def _behind_listeners(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """Where a subject begins behind whom it was told: `à l'AFP`, `a la prensa`; `first` if no subject can follow."""
    if first + 2 >= len(tokens) or tokens[first].word not in lexicon.listening:
        return first
    at = first + 1
    at += tokens[at].kind == Kind.DETERMINER
    if at >= len(tokens) or tokens[at].kind not in (Kind.LOWER, Kind.CAPITAL):
        return first
    shouted = tokens[at].word.rpartition("’")[2].rpartition("'")[2].isupper()
    at += 1
    while not shouted and at < len(tokens) and tokens[at].kind == Kind.CAPITAL:
        at += 1
    if at >= len(tokens):
        return first
    begins = tokens[at].kind in (Kind.DETERMINER, Kind.POSSESSIVE) or (shouted and tokens[at].kind == Kind.CAPITAL)
    return at if begins else first


def subject(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> phrases.Range | None:
    """The subject of the sentence that the verb at `verb` stands in, when other words lie between: its first noun phrase."""
    first = 0
    while first < verb and tokens[first].kind in _BEFORE_SUBJECT:
        if tokens[first].kind == Kind.SUBORDINATOR or tokens[first].word == "In":
            break
        first += 1
    if first + 1 < verb and tokens[first].kind == Kind.PREPOSITION and tokens[first + 1].kind == Kind.NUMBER:
        first += 1
    if first < verb and tokens[first].kind in (Kind.PREPOSITION, Kind.SUBORDINATOR, Kind.PARTICIPLE):
        comma = next(
            (k for k in range(first, min(verb, first + phrases.LONGEST)) if tokens[k].kind == Kind.COMMA), None
        )
        if comma is None:
            return None
        first = comma + 1
    while first < verb and tokens[first].kind in phrases.LEADING:
        first += 1
    if first >= verb:
        return None
    found = phrases.after(tokens, first, lexicon)
    if found is None:
        return None
    start, end = found
    if _tells_when(tokens, end) and end + 2 < verb:
        # `Hours later, Lee rose`: not what, but when.
        return opened_subject(tokens, verb, lexicon)
    for place in range(start + 1, min(end, verb)):
        token = tokens[place]
        # `Lee plans to …` but not `Lee allies are …`: before another verb it is a noun.
        verbal = (
            token.kind == Kind.LOWER
            and tokens[place - 1].kind == Kind.CAPITAL
            and token.word.endswith(("ed", "s"))
            and not token.word.endswith(("’s", "'s"))
        )
        followed = place + 1 < len(tokens) and tokens[place + 1].kind in phrases.VERBAL
        if token.kind in phrases.VERBAL or (verbal and not followed):
            return start, place
    return start, min(end, verb)


def _tells_when(tokens: Sequence[Token], end: int) -> bool:
    """Whether an adverb and a comma follow the phrase that ends at `end`: `Hours later, …`."""
    following = [token.kind for token in tokens[end : end + 2]]
    return following in ([Kind.ADVERB, Kind.COMMA], [Kind.TIME, Kind.COMMA])


def opened_subject(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> phrases.Range | None:
    """The subject after words that open the sentence: `Hours later, Lee rose, adding`, `OSLO - Lee on Monday wrote`."""
    for place in range(min(verb, phrases.LONGEST)):
        if tokens[place].kind in (Kind.COMMA, Kind.DASH):
            first = place + 1
            while first < verb and tokens[first].kind in phrases.LEADING:
                first += 1
            found = phrases.after(tokens, first, lexicon) if first < verb else None
            return found if found and found[1] <= verb else None
        if tokens[place].kind == Kind.QUOTED:
            return None
    return None
