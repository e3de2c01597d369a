"""The words around the quotations: tokens of a block, each quotation one token, cut into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice
from typing import NamedTuple

from newsparse.annotations.quotations.lexicon import Kind, Lexicon
from newsparse.annotations.quotations.stretches import Stretch
from newsparse.annotations.quotations.words import Piece, Words, words_of
from newsparse.model import Span

LONGEST_SENTENCE = 150
"""Tokens: what is longer is cut, so that no text makes the work grow faster than itself."""


# `“…” — Lee`, `“…” (Lee)`: what begins so goes on from the quotation before it.
_CONTINUING = frozenset((Kind.COMMA, Kind.COLON, Kind.DASH, Kind.OPENING, Kind.CLOSING))


class Token(NamedTuple):
    """A word, a punctuation mark, or (kind QUOTED) a whole quotation, whose place among the stretches is `stretch`."""

    start: int
    end: int
    word: str
    kind: int
    stretch: int = -1


# Looked up for every word, so names of the module.
_CAPITAL, _QUOTED, _CLOSING, _OTHER = Kind.CAPITAL, Kind.QUOTED, Kind.CLOSING, Kind.OTHER
_made = tuple.__new__


def sentences_around(
    text: str,
    extent: Span,
    stretches: Sequence[tuple[int, Stretch]],
    lexicon: Lexicon,
    *,
    titled: bool = False,
) -> Iterator[list[Token]]:
    """Yield the tokens of a block in sentences; `stretches` are its quotations. Reads no further than is asked for.

    `titled`: in a headline verbs may have capitals, too; elsewhere a capital makes them part of a name.
    """
    titled = titled or lexicon.nouns_are_capitalised
    return _rejoined(text, _sentences(text, extent, stretches, lexicon, titled=titled))


def _sentences(
    text: str, extent: Span, stretches: Sequence[tuple[int, Stretch]], lexicon: Lexicon, *, titled: bool
) -> Iterator[list[Token]]:
    """One loop over the words, written out: it runs for every word near a quotation."""
    current: list[Token] = []
    ended = stopped = False
    words, abbreviations, longest = words_of(lexicon), lexicon.abbreviations, LONGEST_SENTENCE
    for begin, until, place in _pieces(extent, stretches):
        if place >= 0:
            # `said Ann Lee. “It …`: no abbreviation stands before a quotation.
            if ((ended or stopped) and current) or len(current) >= longest:
                yield current
                current = []
            current.append(_made(Token, (begin, until, "", _QUOTED, place)))
            ended, stopped = text[text_end(text, current[-1]) - 1] in ".!?…", False
            continue
        for at, (several, length, word, kind, lower, named) in _cut(text, begin, until, words):
            if length and not ended and len(current) < longest:
                stopped = False
                if named and current and not titled:
                    kind = _CAPITAL  # noqa: PLW2901 - `the United States`, `Will Lee`
                current.append(_made(Token, (at, at + length, word, kind, -1)))
                continue
            forms = several or ((0, length, word, kind, lower, named),)
            for first, last, word, kind, lower, named in forms:  # noqa: PLW2901 - a word of a piece as the piece that is a word
                start, end = at + first, at + last
                if kind == _OTHER and word[0] in ".!?":
                    after = text[end : end + 1]
                    stopped = after.isspace()
                    ended = ended or not after or (stopped and (word != "." or _ends(current, abbreviations)))
                    continue
                stopped = False
                if (ended and current and kind not in _CONTINUING and not lower) or len(current) >= longest:
                    yield current
                    current = []
                if named and current and not titled:
                    kind = _CAPITAL  # noqa: PLW2901 - as above
                current.append(_made(Token, (start, end, word, kind, -1)))
                ended = ended and kind == _CLOSING
    if current:
        yield current


def _cut(text: str, begin: int, until: int, words: Words) -> Iterator[tuple[int, Piece]]:
    """Where each piece between blanks begins, with its words."""
    part = text[begin:until]
    pieces = part.split()
    forms: Iterable[Piece] = map(words.__getitem__, pieces)
    if pieces and not part[-1].isspace():
        forms = chain(islice(forms, len(pieces) - 1), map(words.last, pieces[-1:]))
    bare = part.lstrip()
    steps = [len(piece) + 1 for piece in pieces]
    at = until - len(bare)
    # mostly one blank stands between two pieces, and then nothing need be looked for
    alike = sum(steps) - 1 == len(bare.rstrip())
    return zip(accumulate(steps, initial=at) if alike else _found(text, pieces, at), forms, strict=False)


def _found(text: str, pieces: Iterable[str], at: int) -> Iterator[int]:
    """Where each piece begins."""
    for piece in pieces:
        at = text.index(piece, at)
        yield at
        at += len(piece)


def _pieces(extent: Span, stretches: Sequence[tuple[int, Stretch]]) -> Iterator[tuple[int, int, int]]:
    """Where plain text and quotations stand, the latter with their places among the stretches."""
    at = extent.start
    for place, stretch in stretches:
        if at < stretch.start:
            yield at, stretch.start, -1
        yield stretch.start, stretch.end, place
        at = max(at, stretch.end)
    yield at, extent.end, -1


_REPORTING = frozenset((Kind.VERB, Kind.WEAK_VERB))
_SHORT_REPORT = 8
_STOP = re.compile(r"[.!?…]")


def _rejoined(text: str, sentences: Iterable[list[Token]]) -> Iterator[list[Token]]:
    """`“Why?” Lee asked.` is one sentence, whatever stands before the closing mark."""
    held: list[Token] = []
    for tokens in sentences:
        # With the full stop behind the mark (`said “no”. Her deputy said “yes”.`) the sentence is over.
        if (
            held
            and tokens[0].kind != Kind.QUOTED
            and len(held) <= LONGEST_SENTENCE
            and not _STOP.search(text, held[-1].end, tokens[0].start)
        ):
            final = text[text_end(text, held[-1]) - 1]
            if _reports(tokens, briefly=final == "."):
                tokens = held + tokens  # noqa: PLW2901 - one sentence with what was held back
                held = []
        if held:
            yield held
            held = []
        if tokens[-1].kind == Kind.QUOTED:
            held = tokens
        else:
            yield tokens
    if held:
        yield held


def _reports(tokens: list[Token], *, briefly: bool) -> bool:
    """Whether a sentence right after a quotation tells who said it: a few words, a cue, and (`briefly`) nothing more."""
    for place, token in enumerate(tokens[:_SHORT_REPORT]):
        if token.kind in _REPORTING:
            behind = tokens[place + 1 : place + 3]
            if briefly:
                return place <= 3 and all(one.kind in (Kind.ADVERB, Kind.TIME) for one in tokens[place + 1 :])
            return not behind or behind[0].kind != Kind.COLON
        if token.kind in (Kind.QUOTED, Kind.COMMA, Kind.COLON, Kind.SUBORDINATOR):
            return False
    return False


def text_end(text: str, token: Token) -> int:
    """Where the words of a quoted token end, closing mark left out."""
    at = token.end
    while at > token.start + 1 and not (text[at - 1].isalnum() or text[at - 1] in ".!?…,"):
        at -= 1
    return at


def _ends(before: list[Token], abbreviations: frozenset[str]) -> bool:
    """A full stop after a short capitalised word (Sen., J., Gov.) need not end the sentence, if that may be an abbreviation."""
    if not before or before[-1].kind == Kind.QUOTED:
        return True
    shown = before[-1].word
    if "." in shown:
        return False
    short = shown[0].isupper() and len(shown) <= 4
    return not short or (len(shown) > 1 and shown.lower() not in abbreviations)
