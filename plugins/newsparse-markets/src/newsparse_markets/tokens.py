"""A sentence as tokens: words with what kind of word each is, and each amount as one token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newsparse import Span
from newsparse.analysis import Quantity
from newsparse_markets.words import words

_TOKEN = re.compile(
    r"(?P<number>[-+−]?\d+(?:[.,]\d+)*(?![\w-]))|(?P<word>(?:[A-Z]\.){2,}|\w+(?:[&’'./+-]\w+)*)|(?P<mark>[^\w\s.])"
)
_GENITIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_OPENING = {"(": "(", ")": ")", "[": "(", "]": ")", ",": ",", "&": "n", "’": "a", "'": "a"}
KINDS = {
    "d": "determiners", "p": "prepositions", "v": "auxiliaries", "r": "relatives", "c": "conjunctions", "o": "pronouns",
    "a": "adverbs", "V": "verbs",
}  # fmt: skip


class Token(NamedTuple):
    """A word, mark or amount. `word` is in small letters and without its genitive; `tag` says what kind it is.

    n name, w other word, g genitive, d determiner, p preposition, v auxiliary, V verb, c conjunction, r relative,
    o pronoun, a adverb, t date or hour, A amount, N other number, `,` `(` `)` `;` any other mark.
    """

    start: int
    end: int
    word: str
    tag: str
    amount: Quantity | None = None


@cache
def _tags() -> dict[str, str]:
    """What kind of word each word of the grammar is; of two kinds, the one that comes first."""
    keys = ("up", "down", "doubled", "tripled", "halved")
    moving = {phrase.split()[0]: "V" for key in keys for phrase in words("moves", "acts", key)}
    return moving | {word: tag for tag, key in reversed(KINDS.items()) for word in words("grammar", key)}


@cache
def _openers() -> frozenset[str]:
    return words("grammar", "openers")


def tokens(
    text: str, start: int, end: int, amounts: Sequence[Quantity], dates: Iterable[Span], common: frozenset[str]
) -> tuple[Token, ...]:
    """Cut a sentence into tokens, in order; linear in its length."""
    taken = sorted([(one.span, one) for one in amounts], key=lambda pair: pair[0])
    times = sorted(span for span in dates if not any(span.overlaps(one) for one, _ in taken))
    found: list[Token] = []
    for token in _raw(text, start, end):
        while taken and taken[0][0].end <= token.start:
            taken.pop(0)
        while times and times[0].end <= token.start:
            times.pop(0)
        if taken and taken[0][0].start < token.end:
            span, amount = taken[0]
            if not found or found[-1].amount is not amount:
                found.append(Token(span.start, span.end, "", "A", amount))
        elif times and times[0].start <= token.start and token.tag not in ",;()":
            found.append(token._replace(tag="t"))
        else:
            found.append(token)
    return tuple(_named(found, common))


def _raw(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        raw = match[0]
        if match["number"]:
            yield Token(match.start(), match.end(), raw, "N")
        elif match["word"]:
            low = raw.replace("’", "'").lower()
            bare = low.removesuffix("'s")
            tag = _tags().get(low) or _tags().get(bare) or ("n" if raw[0].isupper() else "w")
            if raw == "May":
                bare, tag = raw, "n"  # the month, as no capital is needed for the verb
            if bare != low and tag in "nw":
                tag = "g"
            yield Token(match.start(), match.end(), bare, tag)
        else:
            yield Token(match.start(), match.end(), raw, _OPENING.get(raw, ";"))


def _named(found: list[Token], common: frozenset[str]) -> Iterator[Token]:
    """Tell the capital that begins a sentence from that of a name, and a noun from the verb that is spelt like it."""
    first = next((at for at, one in enumerate(found) if one.tag not in ";("), None)
    before = " "
    for at, one in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        after = following.tag if following else " "
        tag = _opening(one, following, common) if at == first else _within(one, before, after)
        yield one if tag == one.tag else one._replace(tag=tag)
        before = tag


def _opening(one: Token, following: Token | None, common: frozenset[str]) -> str:
    """The tag of a sentence's first word."""
    after = following.tag if following else " "
    if one.tag == "V" and after == "V":
        return "w"  # `Lead rose`
    named = after in "ngVvcd, " or (following is not None and following.word.endswith("ed"))
    return "w" if one.tag == "n" and (one.word in common or one.word in _openers() or not named) else one.tag


def _within(one: Token, before: str, after: str) -> str:
    """The tag of a word by those beside it."""
    if before == "n" == after and (one.word == "do" or (one.tag == "d" and one.word not in ("the", "a", "an"))):
        return "n"  # `Banco do Vale`, `Colombo All Share`
    if one.tag == "V" and before in "dgA" and one.word in words("grammar", "nouns"):
        return "w"  # `its gains`
    return one.tag


def is_grammar(word: str, tags: str) -> bool:
    """Whether the grammar has a word, in small letters, under one of these tags."""
    return _tags().get(word, " ") in tags
