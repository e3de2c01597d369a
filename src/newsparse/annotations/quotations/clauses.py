"""The words around the quotations: tokens of a block, each quotation one token, cut into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsparse.annotations.quotations.lexicon import Kind, Lexicon
from newsparse.annotations.quotations.stretches import Stretch
from newsparse.model import Span

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[-.’'&/@]\w+)*(?:[’'](?=\s))?|[,:;()\[\]—–―‒]|--+|[.!?]+|[^\w\s]")
_PUNCTUATION = {
    ",": Kind.COMMA, ":": Kind.COLON, ";": Kind.OTHER, "—": Kind.DASH, "–": Kind.DASH, "―": Kind.DASH, "‒": Kind.DASH,
    "--": Kind.DASH,
    "-": Kind.DASH, "(": Kind.OPENING, "[": Kind.OPENING, ")": Kind.CLOSING, "]": Kind.CLOSING,
}  # fmt: skip


LONGEST_SENTENCE = 150
"""Tokens: what is longer is cut, so that no text makes the work grow faster than itself."""


# `“…” — Lee`, `“…” (Lee)`: what begins so goes on from the quotation before it.
_CONTINUING = frozenset((Kind.COMMA, Kind.COLON, Kind.DASH, Kind.OPENING, Kind.CLOSING))


class Token(NamedTuple):
    """A word, a punctuation mark, or (kind QUOTED) a whole quotation, whose place among the stretches is `stretch`."""

    start: int
    end: int
    word: str
    kind: Kind
    stretch: int = -1


Sentence = tuple[Token, ...]


def sentences_around(
    text: str,
    extent: Span,
    stretches: Sequence[tuple[int, Stretch]],
    lexicon: Lexicon,
) -> list[list[Token]]:
    """Return the tokens of a block in sentences; `stretches` are its quotations."""
    found: list[list[Token]] = []
    current: list[Token] = []
    ended = stopped = False
    for token in _tokens(text, extent, stretches, lexicon.kinds):
        word, kind = token.word, token.kind
        if kind is Kind.OTHER and word[0] in ".!?":
            after = text[token.end : token.end + 1]
            stopped = after.isspace()
            ended = ended or not after or (stopped and (word != "." or _ends(current)))
            continue
        # `said Ann Lee. “It …`: no abbreviation stands before a quotation.
        ended = ended or (stopped and kind is Kind.QUOTED)
        stopped = False
        if current and (
            (ended and kind not in _CONTINUING and (not word or not word[0].islower()))
            or len(current) >= LONGEST_SENTENCE
        ):
            found.append(current)
            current = []
        current.append(token)
        if kind is Kind.QUOTED:
            ended = text[text_end(text, token) - 1] in ".!?…"
        elif kind is not Kind.CLOSING:
            ended = False
    if current:
        found.append(current)
    return _rejoined(text, found)


_REPORTING = frozenset((Kind.VERB, Kind.WEAK_VERB))
_SHORT_REPORT = 8


def _rejoined(text: str, sentences: list[list[Token]]) -> list[list[Token]]:
    """`“Why?” Lee asked.` is one sentence, whatever stands before the closing mark."""
    joined: list[list[Token]] = []
    for tokens in sentences:
        if joined and joined[-1][-1].kind is Kind.QUOTED and tokens[0].kind is not Kind.QUOTED:
            final = text[text_end(text, joined[-1][-1]) - 1]
            if _reports(tokens, briefly=final == "."):
                joined[-1] = joined[-1] + tokens
                continue
        joined.append(tokens)
    return joined


def _reports(tokens: list[Token], *, briefly: bool) -> bool:
    """Whether a sentence right after a quotation tells who said it: a few words, a cue, and (`briefly`) nothing more."""
    for place, token in enumerate(tokens[:_SHORT_REPORT]):
        if token.kind in _REPORTING:
            behind = tokens[place + 1 : place + 3]
            if briefly:
                return place <= 3 and all(one.kind in (Kind.ADVERB, Kind.TIME) for one in tokens[place + 1 :])
            return not behind or behind[0].kind is not Kind.COLON
        if token.kind in (Kind.QUOTED, Kind.COMMA, Kind.COLON, Kind.SUBORDINATOR):
            return False
    return False


def text_end(text: str, token: Token) -> int:
    """Where the words of a quoted token end, closing mark left out."""
    at = token.end
    while at > token.start + 1 and not (text[at - 1].isalnum() or text[at - 1] in ".!?…,"):
        at -= 1
    return at


def _ends(before: list[Token]) -> bool:
    """A full stop after a short capitalised word (Sen., J., Gov.) need not end the sentence."""
    if not before or before[-1].kind is Kind.QUOTED:
        return True
    shown = before[-1].word
    return not (shown[0].isupper() and len(shown) <= 4) and "." not in shown


def _tokens(
    text: str, extent: Span, stretches: Sequence[tuple[int, Stretch]], kinds: dict[str, Kind]
) -> Iterator[Token]:
    at = extent.start
    for place, stretch in stretches:
        if at < stretch.start:
            yield from _plain_tokens(text, at, stretch.start, kinds)
        yield Token(stretch.start, stretch.end, "", Kind.QUOTED, place)
        at = max(at, stretch.end)
    yield from _plain_tokens(text, at, extent.end, kinds)


def _plain_tokens(text: str, start: int, end: int, kinds: dict[str, Kind]) -> Iterator[Token]:
    known, made = kinds.get, tuple.__new__
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        kind = known(word)
        if kind is None:
            kind = _unlisted(word, kinds)
        yield made(Token, (*match.span(), word, kind, -1))


def _unlisted(word: str, kinds: dict[str, Kind]) -> Kind:
    """The kind of a word that is not on the list as it stands: in small letters it may be."""
    first = word[0]
    if first.islower():
        return Kind.LOWER
    if first.isalpha():
        return kinds.get(word.lower()) or (Kind.CAPITAL if first.isupper() else Kind.LOWER)
    return Kind.NUMBER if first.isdigit() else _PUNCTUATION.get(word[:2], Kind.OTHER)
