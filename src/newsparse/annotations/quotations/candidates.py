"""Who might be speaking: noun phrases beside cues, before the quotation, after it, or in the sentence before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsparse.annotations.quotations import phrases
from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.lexicon import CUES, Kind, Lexicon


class Candidate(NamedTuple):
    """A phrase that may name the speaker and the cue it stands with, as places among the tokens of one sentence.

    `way` is how they stand: `before` ("Lee said"), `after` ("said Lee"), `subject` ("Lee rose, adding"), `according`,
    `by`, `noun` ("Lee's statement"), `colon` ("Lee:"), `near` (no cue at all).
    """

    way: str
    first: int
    last: int
    cue_first: int
    cue_last: int
    strength: str


def candidates_in(tokens: Sequence[Token], lexicon: Lexicon) -> list[Candidate]:
    """Return every candidate of one sentence, in the order of their cues."""
    found: list[Candidate] = []
    for place, token in enumerate(tokens):
        kind = token.kind
        if kind in CUES:
            found.extend(_around_verb(tokens, place, lexicon))
        elif place and token.word in lexicon.particles and tokens[place - 1].kind in _AFTER_QUOTED:
            named = phrases.after(tokens, place + 1, lexicon)
            if named:
                found.append(Candidate("after", *named, place, place + 1, "verb"))
        elif kind is Kind.LOWER and place and tokens[place - 1].kind in _AFTER_QUOTED:
            found.extend(_around_unknown(tokens, place, lexicon))
        elif kind is Kind.NOUN:
            found.extend(_around_noun(tokens, place, lexicon))
        elif kind is Kind.COLON or kind is Kind.DASH:
            found.extend(_around_colon(tokens, place, lexicon))
        elif kind is Kind.QUOTED:
            found.extend(_beside(tokens, place, lexicon))
    if lexicon.according:
        found.extend(_according(tokens, lexicon))
    found.extend(_near(tokens, lexicon))
    return found


_AFTER_QUOTED = frozenset((Kind.QUOTED, Kind.COMMA))


def _around_unknown(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """`“…,” enthused Lee`: a word right behind a quotation may be a verb that no list has."""
    if tokens[place - 1].kind is Kind.COMMA and (place < 2 or tokens[place - 2].kind is not Kind.QUOTED):
        return
    start = place + 1
    while start < len(tokens) and tokens[start].kind is Kind.AUXILIARY:
        start += 1
    named = phrases.after(tokens, start, lexicon)
    if named:
        yield Candidate("after", *named, place, place + 1, "unknown")


_STRENGTH = {Kind.VERB: "verb", Kind.WEAK_VERB: "weak", Kind.PARTICIPLE: "ing"}


def _around_verb(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Iterator[Candidate]:
    if place and (
        tokens[place - 1].kind in (Kind.DETERMINER, Kind.POSSESSIVE) or tokens[place - 1].word.endswith(("’s", "'s"))
    ):
        yield from _around_noun(tokens, place, lexicon)
        return
    strength = _STRENGTH[tokens[place].kind]
    if tokens[place].word.lower() in lexicon.addressed:
        strength = "told"
    first_of_cue = place
    while first_of_cue and tokens[first_of_cue - 1].kind is Kind.AUXILIARY:
        first_of_cue -= 1
    direct = phrases.before(tokens, place, lexicon)
    if direct:
        yield Candidate("before", *direct, first_of_cue, place + 1, strength)
    inverted = phrases.after(tokens, place + 1, lexicon)
    if inverted:
        yield Candidate("after", *inverted, place, place + 1, strength)
    whole = phrases.subject(tokens, place, lexicon)
    if whole and whole != direct:
        yield Candidate("subject", *whole, first_of_cue, place + 1, strength)
    opened = phrases.opened_subject(tokens, place, lexicon)
    if opened and opened not in (direct, whole):
        yield Candidate("opened", *opened, first_of_cue, place + 1, strength)


def _around_noun(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Iterator[Candidate]:
    owner = place - 1
    while owner >= 0 and place - owner < 4 and tokens[owner].kind is Kind.LOWER:
        owner -= 1
    if owner >= 0 and (tokens[owner].kind is Kind.POSSESSIVE or tokens[owner].word.endswith(("’s", "'s", "’", "'"))):
        start = owner
        while start and tokens[start - 1].kind is Kind.CAPITAL and tokens[owner].kind is not Kind.POSSESSIVE:
            start -= 1
        yield Candidate("noun", start, owner + 1, place, place + 1, "noun")
    if place + 1 < len(tokens) and tokens[place + 1].kind in (Kind.PREPOSITION, Kind.ATTACHING):
        giver = phrases.after(tokens, place + 2, lexicon)
        if giver:
            yield Candidate(
                f"noun.{tokens[place + 1].word}" if tokens[place + 1].word in ("by", "from", "of") else "noun.other",
                *giver,
                place,
                place + 1,
                "noun",
            )
    if place and tokens[place - 1].kind is Kind.DETERMINER:
        yield Candidate("thing", place - 1, place + 1, place, place + 1, "noun")


def _around_colon(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Iterator[Candidate]:
    if place + 1 < len(tokens) and tokens[place + 1].kind is Kind.QUOTED or place + 1 == len(tokens):
        named = phrases.before(tokens, place, lexicon)
        if named:
            yield Candidate("colon", *named, place, place + 1, "mark")
    if tokens[place].kind is Kind.DASH and place and tokens[place - 1].kind is Kind.QUOTED:
        named = phrases.after(tokens, place + 1, lexicon)
        if named:
            yield Candidate("dash", *named, place, place + 1, "mark")


def _beside(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """`“…” by Lee`, `Lee’s “…”`, `“…” (Lee)`."""
    if place + 1 < len(tokens) and tokens[place + 1].word == "by":
        named = phrases.after(tokens, place + 2, lexicon)
        if named:
            yield Candidate("by", *named, place + 1, place + 2, "by")
    if place:
        token = tokens[place - 1]
        if token.kind is Kind.POSSESSIVE or (token.kind is Kind.CAPITAL and token.word.endswith(("’s", "'s"))):
            start = place - 1
            while start and tokens[start - 1].kind is Kind.CAPITAL and token.kind is Kind.CAPITAL:
                start -= 1
            yield Candidate("owner", start, place, place - 1, place, "owner")


def _according(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Candidate]:
    heads = {phrase[0] for phrase in lexicon.according}
    for place, token in enumerate(tokens):
        word = token.word.lower()
        if word in lexicon.after and place:
            named = phrases.before(tokens, place, lexicon)
            if named:
                yield Candidate("according", *named, place, place + 1, "according")
        if word not in heads:
            continue
        for phrase in lexicon.according:
            length = len(phrase)
            if tuple(one.word.lower() for one in tokens[place : place + length]) == phrase:
                start = place + length
                if (
                    start < len(tokens)
                    and tokens[start].kind is Kind.ATTACHING
                    and lexicon.nouns_are_capitalised
                    and tokens[start].kind is not Kind.DETERMINER
                ):
                    start += tokens[start].word.lower() in ("von", "vom")
                named = phrases.after(tokens, start, lexicon)
                if named is None and start < len(tokens) and tokens[start].kind is Kind.ATTACHING:
                    named = phrases.after(tokens, start + 1, lexicon)
                    named = named and (start, named[1])
                if named:
                    yield Candidate("according", *named, place, place + length, "according")


def _near(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Candidate]:
    """The subject of the sentence, whatever its verb."""
    whole = phrases.subject(tokens, len(tokens), lexicon)
    if whole:
        yield Candidate("near", *whole, whole[1], whole[1], "none")
