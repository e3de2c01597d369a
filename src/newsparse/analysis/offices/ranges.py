"""What stands right of an office's head: `of Germany's Federal Network Agency`, `for migration`."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsparse.analysis.offices.bodies import body_in
from newsparse.analysis.offices.vocabulary import POSSESSIVE, Token, last_word, names_body, tokens_of, words
from newsparse.analysis.places import find_places

_PREPOSITION = re.compile(r"\s*\b(of|for|to|at|in|with|on|from)\s+((?:the|a|an|its|his|her)\s+)?")
_MARKS = frozenset(',;:()“”".—–')


class Range(NamedTuple):
    """More of the role, and whose it is; `end` is where that ends."""

    role: str
    end: int
    organization: str | None
    country: str | None


def range_of(text: str, start: int, end: int, head: str) -> Range | None:
    """Read the phrases after prepositions from `start`; None if they do not reach to `end`."""
    found = Range("", start, None, None)
    while match := _PREPOSITION.match(text, found.end, end):
        stop = phrase_end(text, match.end(), end)
        if stop <= match.end():
            return None
        following = _with_phrase(found, text, match, stop, head)
        if following is None:
            return None
        found = following
    return None if text[found.end : end].strip(" \t\n,") else found


def _with_phrase(found: Range, text: str, match: re.Match[str], stop: int, head: str) -> Range | None:
    """What one phrase adds: to the role, whose it is, or nothing."""
    preposition, determined = match[1], match[2] is not None
    phrase = text[match.end() : stop]
    body, country = body_in(text, match.end(), stop)
    sent = last_word(head) in words().sent or head in words().sent
    elsewhere = preposition == "for" and text.startswith(" at ", stop)  # `director for West Africa at UNICEF`
    read = found._replace(end=stop)
    if elsewhere or (sent and preposition in ("to", "in", "for") and (country or preposition == "to")):
        return read
    if preposition == "to" or (head in words().local and not (body and names_body(body))):
        return read._replace(country=found.country or country)
    if _is_portfolio(preposition, phrase, body, country, head, determined=determined):
        return read._replace(role=f"{found.role} {preposition} {phrase.lower()}".strip())
    if preposition == "on":
        return None
    if preposition == "with" and phrase.islower():
        return None
    surer = preposition in ("at", "with") and body and found.organization and not names_body(found.organization)
    if surer:
        return read._replace(organization=body)
    if preposition in ("in", "from") and (found.organization or found.country or body):
        return read
    return read._replace(organization=found.organization or body, country=found.country or country)


def _is_portfolio(
    preposition: str, phrase: str, body: str | None, country: str | None, head: str, *, determined: bool
) -> bool:
    """`of Trade` after a minister; `of energy studies`, `on migration` after anybody."""
    if determined:
        return False
    if last_word(head) in words().ministerial and preposition in ("of", "for"):
        return country is None and (body is None or not names_body(body))
    return phrase.islower() and not (body and country)


def phrase_end(text: str, start: int, end: int) -> int:
    """Where a phrase after a preposition ends: at a mark, a verb, or the next preposition that belongs to no name."""
    tokens = tokens_of(text, start, end)
    stop = start
    for at, token in enumerate(tokens):
        if (
            token.text in _MARKS
            or token.low in words().no_phrase
            or not (token.text[0].isalnum() or token.text in "&-")
        ):
            break
        if token.low not in words().prepositions:
            if (
                at
                and token.text[0].islower()
                and (_is_participle(text, tokens, at) or _is_verb(text, start, tokens[at - 1], token))
            ):
                break
            stop = token.end
        elif not _joins(tokens, at):
            break
    return stop


def _is_participle(text: str, tokens: list[Token], at: int) -> bool:
    """`the committee appointed last May`, but `the armed forces`."""
    if not tokens[at].low.endswith("ed"):
        return False
    return at + 1 == len(tokens) or words().lower.search(text, tokens[at].start, tokens[at + 1].end) is None


def _is_verb(text: str, start: int, before: Token, token: Token) -> bool:
    """Whether a word in lower case after `before` is no part of its name: `Secretary of State Reed joined`; but `Thai army`."""
    if not before.capital or POSSESSIVE.search(before.text) or before.text.endswith(("an", "ish", "ese")):
        return False  # `the African football federation`
    if token.text.title() in words().nouns:
        return False  # `the Wilson centre`
    return not any(place.span.end == before.end for place in find_places(text, start, before.end))


def _joins(tokens: list[Token], at: int) -> bool:
    """Whether a small word is part of a name: `Ministry of Labour`, `economic affairs and communications`."""
    word = tokens[at].low
    if word == "the":
        return True
    if at == 0 or at + 1 == len(tokens) or word not in ("of", "and", "for"):
        return False
    before, following = tokens[at - 1], tokens[at + 1]
    if before.capital and (following.capital or following.low == "the"):
        return not POSSESSIVE.search(before.text)
    return word == "and" and before.text.islower() and following.text.islower()
