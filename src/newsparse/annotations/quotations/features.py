"""What a quotation looks like, and what speaks for a candidate: the features of the model of speakers.

Features are plain strings, so that the weights can be read. None of them names a kind of mark: however a text is typeset, the
answer is the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsparse.annotations.quotations.candidates import Candidate
from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.lexicon import NAMES, Kind

Features = tuple[str, ...]
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


def bucket(count: int) -> str:
    """Return a small count as it is, a large one roughly."""
    return str(count) if count < 4 else "4" if count < 6 else "6" if count < 10 else "10"


def _source_word(token: Token) -> str:
    return token.word.lower() if token.kind in (Kind.PRONOUN, Kind.RELATIVE) else NAMES[token.kind]


def beside(context: Context, candidate: Candidate) -> Features:
    """Features of a candidate in the quotation's own sentence."""
    tokens, kinds, place, shape, _ = context
    way, first, last, cue_first, cue_last, strength = candidate
    low = min(cue_first, first)
    high = max(cue_last, last)
    if high <= place:
        side, neighbour, gap = "L", shape.before, kinds[high:place]
    elif low > place:
        side, neighbour, gap = "R", shape.after, kinds[place + 1 : low]
    else:
        side, neighbour, gap = "A", shape.after, []
    cue_side, cue_gap = ("L", place - cue_last) if cue_first < place else ("R", cue_first - place - 1)
    before, ends, near = shape.before, shape.ends, bucket(len(gap))
    ahead = NAMES[kinds[low - 1]] if low else "^"
    behind = NAMES[kinds[high]] if high < len(kinds) else "$"
    through = ".".join([NAMES[kind] for kind in gap]) if len(gap) < 3 else "far"
    cues = min(2, cues_in(gap))
    quotes = min(2, gap.count(_QUOTED))
    cue = tokens[cue_last - 1].word.lower() if cue_last > cue_first else ""
    base = f"{way}.{strength}.{side}"
    return (
        base,
        f"{base}.{near}",
        f"a.{ahead}.{way}",
        f"a.{ahead}.{side}.c{cues}",
        f"b.{behind}.{way}.{side}",
        f"g.{through}.{side}.{strength}",
        f"g.{through}.{way}.{ends}",
        f"{base}.{ends}.{neighbour}",
        f"{way}.{side}.q{quotes}",
        f"{way}.{side}.c{cues}",
        f"{side}.{near}.c{cues}.q{quotes}",
        f"s.{way}.{_source_word(tokens[first])}",
        f"v.{cue}.{way}",
        f"v.{cue}.{side}",
        f"{base}.{cue_side}{bucket(cue_gap)}.{ends}",
        f"{strength}.{side}.{before}.{ends}",
        f"{way}.{side}.{min(2, gap.count(_COMMA))}.{near}",
        f"{base}.{shape.capital}.{shape.length}",
        f"{way}.{strength}.{first < cue_first}.{cue_side}",
        f"l.{bucket(last - first)}.{way}",
        f"x.{way}.{context.cues}.{near}",
    )


class Earlier(NamedTuple):
    """What a candidate is to any quotation of the next sentence.

    `quotes`: its own has one. `colon`: it ends in one. `later` cues follow it, and `after` tokens.
    """

    way: str
    strength: str
    quotes: bool
    colon: bool
    later: int
    after: str
    source: str
    ahead: str


def earlier(tokens: Sequence[Token], candidate: Candidate) -> Earlier:
    """Return what can be said of a candidate before the quotation is known."""
    kinds = [token.kind for token in tokens]
    return Earlier(
        candidate.way,
        candidate.strength,
        Kind.QUOTED in kinds,
        kinds[-1] == Kind.COLON,
        min(2, cues_in(kinds[candidate.cue_last :])),
        bucket(len(tokens) - max(candidate.last, candidate.cue_last)),
        _source_word(tokens[candidate.first]),
        NAMES[kinds[candidate.first - 1]] if candidate.first else "^",
    )


def previous(candidate: Earlier, context: Context, distance: int) -> Features:
    """Features of a candidate in the sentence before; `distance` is 1 where that ends the block before."""
    way, strength, quotes, colon, later, after, source, ahead = candidate
    shape, first, alone = context.shape, context.place == 0, len(context.kinds) == 1
    cues = min(2, context.cues)
    base = f"p{distance}.{way}.{strength}"
    return (
        f"p{distance}",
        base,
        f"{base}.{quotes}.{colon}",
        f"{base}.{first}.{alone}.{cues}",
        f"p{distance}.{colon}.{alone}.{shape.length}",
        f"p{distance}.{after}.{colon}",
        f"p.s.{way}.{source}",
        f"{base}.{shape.whole}.{min(cues, 1)}",
        f"p.{way}.later{later}",
        f"p.{distance}.{first}.{ahead == '^'}",
        f"p.a.{ahead}.{way}",
    )


def told(way: str, blocks: int, since: int, context: Context) -> Features:
    """Features of the speaker reported some sentences earlier, without a quotation."""
    shape = context.shape
    where = f"t.{blocks}.{min(since, 4)}"
    alone = len(context.tokens) == 1
    return (
        "t",
        where,
        f"{where}.{way}",
        f"{where}.{alone}.{min(2, context.cues)}",
        f"{where}.{shape.length}",
        f"{where}.{shape.whole}.{context.place == 0}",
        f"t.{blocks}.{shape.before}",
    )


def handed_on(handed: Handed, context: Context) -> Features:
    """Features of the speaker of the quotation before."""
    shape, cues = context.shape, min(2, context.cues)
    alone = len(context.tokens) == 1
    where = f"c.{min(handed.blocks, 3)}.{min(handed.sentences, 3)}"
    same = not handed.blocks and not handed.sentences
    return (
        "c",
        where,
        f"{where}.{alone}.{cues}",
        f"{where}.{shape.length}",
        f"{where}.{shape.ends}",
        f"{where}.{shape.before}",
        f"{where}.{context.place == 0}.{shape.ends}.{cues}",
        f"{where}.{handed.way}",
        f"c.{same}.{handed.between}.{min(handed.gap, 6)}",
        f"{where}.{shape.whole}.{shape.capital}",
    )
