"""What a quotation looks like, and what speaks for a candidate: the features of the model of speakers.

It comes in parts that tell features (see `telling`). None of them names a kind of mark: however a text is typeset, the answer
is the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from newsparse.annotations.quotations.candidates import Candidate
from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.lexicon import NAMES, Kind
from newsparse.annotations.quotations.telling import Parts

_VERB, _WEAK_VERB, _PARTICIPLE, _QUOTED, _COMMA = (
    Kind.VERB,
    Kind.WEAK_VERB,
    Kind.PARTICIPLE,
    Kind.QUOTED,
    Kind.COMMA,
)
_MARKS_AND_SPACE = " \t\r\n\u00a0\u202f\u2009\"'“”„‟«»‹›‘’‚‛`´「」『』"
_SPELLED = ("&", "â", ",")
_SPELLED_MARK = re.compile(r"^(?:&#?\w{2,6};|â€[œ\x9c\x9d˜\x98™\x99ž]?|,,)|(?:&#?\w{2,6};|â€[œ\x9c\x9d˜\x98™\x99ž]?)$")
"""Marks left as HTML entities or wrongly decoded."""


class Shape(NamedTuple):
    """What a quotation looks like: `length` in words (bucket), how it ends, and the kinds of its neighbours."""

    length: str
    capital: bool
    ends: str
    before: str
    after: str
    whole: bool
    text: str


class Context(NamedTuple):
    """A quotation at `place` among the tokens of its sentence; `cues` counts the reporting words of the sentence."""

    tokens: Sequence[Token]
    kinds: list[int]
    place: int
    shape: Shape
    cues: int


class Handed(NamedTuple):
    """How far the last attribution lies back, in blocks and sentences; `between` counts cues since, `gap` tokens since."""

    blocks: int
    sentences: int
    between: int
    gap: int
    way: str


def cues_in(kinds: list[int]) -> int:
    """Return how many of the words report."""
    return kinds.count(_VERB) + kinds.count(_WEAK_VERB) + kinds.count(_PARTICIPLE)


def context_of(text: str, tokens: Sequence[Token], kinds: list[int], place: int, cues: int) -> Context:
    """Return the context of the quotation at `place` in a sentence of such `kinds` with so many `cues`."""
    quoted = tokens[place]
    inner = text[quoted.start : quoted.end].strip(_MARKS_AND_SPACE)
    if inner[:1] in _SPELLED:
        inner = _SPELLED_MARK.sub("", inner).strip(_MARKS_AND_SPACE)
    words = inner.count(" ") + 1
    length = str(words) if words < 5 else "5" if words < 8 else "8" if words < 15 else "15"
    final = inner[-1:]
    behind = text[quoted.end : quoted.end + 1]
    ends = (
        "," if "," in (final, behind) else "." if (final and final in ".!?…") or (behind and behind in ".!?…") else "-"
    )
    before = "^" if place == 0 else NAMES[kinds[place - 1]]
    after = "$" if place + 1 == len(tokens) else NAMES[kinds[place + 1]]
    capital = inner[:1].isupper()
    shape = Shape(length, capital, ends, before, after, capital and ends == ".", inner)
    return Context(tokens, kinds, place, shape, min(3, cues))


_BUCKET: Final = ("0", "1", "2", "3", "4", "4", "6", "6", "6", "6")


def bucket(count: int) -> str:
    """Return a small count as it is, a large one roughly."""
    return _BUCKET[count] if 0 <= count < 10 else "10" if count > 0 else str(count)


def _source_word(token: Token) -> str:
    return token.word.lower() if token.kind in (Kind.PRONOUN, Kind.RELATIVE) else NAMES[token.kind]


def beside(context: Context, candidate: Candidate) -> Parts:
    """What a candidate in the quotation's own sentence shows."""
    tokens, kinds, place, shape, _ = context
    way, first, last, cue_first, cue_last, strength = candidate
    low = min(first, cue_first)
    high = max(last, cue_last)
    if high <= place:
        side, neighbour, gap = "L", shape.before, kinds[high:place]
    elif low > place:
        side, neighbour, gap = "R", shape.after, kinds[place + 1 : low]
    else:
        side, neighbour, gap = "A", shape.after, []
    ordered = first < cue_first
    cue_side, cue_gap = ("L", place - cue_last) if cue_first < place else ("R", cue_first - place - 1)
    ends, near = shape.ends, bucket(len(gap))
    ahead = kinds[low - 1] if low else -1
    behind = kinds[high] if high < len(kinds) else -1
    cues = quotes = commas = 0
    if gap:
        cues = min(2, cues_in(gap))
        quotes = min(2, gap.count(_QUOTED))
        commas = min(2, gap.count(_COMMA))
    cue = tokens[cue_last - 1].word.lower() if cue_last > cue_first else ""
    return (
        ("stands", way, strength, side, near, cues, quotes, commas),
        ("borders", ahead, behind, way, side, cues),
        ("between", tuple(gap) if len(gap) < 3 else None, side, strength, way, ends),
        ("faces", way, strength, side, ends, neighbour, shape.before, cue_side, bucket(cue_gap)),
        ("sized", way, strength, side, shape.capital, shape.length),
        ("ordered", way, strength, ordered, cue_side, bucket(last - first), context.cues, near),
        ("source", "", way, _source_word(tokens[first])),
        ("cue", cue, way, side),
    )


class Earlier(NamedTuple):
    """What a candidate is to any quotation of the next sentence.

    `quotes`: its own has one. `colon`: it ends in one. `later` cues follow it, and `after` tokens; `ahead` is the
    kind of the word before it, or -1.
    """

    way: str
    strength: str
    quotes: bool
    colon: bool
    later: int
    after: str
    source: str
    ahead: int


def earlier(tokens: Sequence[Token], kinds: list[int], candidate: Candidate) -> Earlier:
    """Return what can be said of a candidate before the quotation is known; `kinds` are those of the tokens."""
    return Earlier(
        candidate.way,
        candidate.strength,
        _QUOTED in kinds,
        kinds[-1] == Kind.COLON,
        min(2, cues_in(kinds[candidate.cue_last :])),
        bucket(len(tokens) - max(candidate.last, candidate.cue_last)),
        _source_word(tokens[candidate.first]),
        kinds[candidate.first - 1] if candidate.first else -1,
    )


def previous(candidate: Earlier, context: Context, distance: int) -> Parts:
    """What a candidate in the sentence before shows; `distance` is 1 where that ends the block before."""
    way, strength, quotes, colon, later, after, source, ahead = candidate
    shape, first, alone = context.shape, context.place == 0, len(context.kinds) == 1
    return (
        ("goes before", distance, way, strength, quotes, colon),
        ("is met", distance, way, strength, first, alone, min(2, context.cues), shape.whole),
        ("ended", distance, colon, after, alone, shape.length),
        ("source", "p.", way, source),
        ("led", distance, way, later, ahead, first),
    )


def told(way: str, blocks: int, since: int, context: Context) -> Parts:
    """What the speaker reported some sentences earlier, without a quotation, shows."""
    shape, alone = context.shape, len(context.tokens) == 1
    return (
        ("reported", blocks, min(since, 4), way, alone, min(2, context.cues)),
        ("waited", blocks, min(since, 4), shape.length, shape.whole, context.place == 0, shape.before),
    )


def handed_on(handed: Handed, context: Context) -> Parts:
    """What the speaker of the quotation before shows."""
    shape, blocks, sentences = context.shape, min(handed.blocks, 3), min(handed.sentences, 3)
    alone, cues = len(context.tokens) == 1, min(2, context.cues)
    return (
        ("handed on", blocks, sentences, alone, cues, shape.length, shape.ends),
        ("handed to", blocks, sentences, context.place == 0, cues, shape.ends, shape.before, handed.way),
        ("handed over", blocks, sentences, handed.between, min(handed.gap, 6), shape.whole, shape.capital),
    )
