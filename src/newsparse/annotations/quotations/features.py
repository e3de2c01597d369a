"""What a quotation looks like, and what speaks for a candidate: the features of the model of speakers.

Features are plain strings, so that the weights can be read. None of them names a kind of mark: however a text is typeset, the
answer is the same.

What a candidate shows comes in parts: a function that tells some features, with what it tells them of. Parts come again and
again where whole candidates do not, so that a part is written out and weighed once (see `ranking.Sums`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, Final, NamedTuple, TypeAlias

from newsparse.annotations.quotations.candidates import Candidate
from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.lexicon import NAMES, Kind

Features = tuple[str, ...]
Part: TypeAlias = tuple[Any, ...]
"""A function that tells features, and its arguments."""
Parts = tuple[Part, ...]
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


def told_by(parts: Iterable[Part]) -> Features:
    """Return the features that parts tell."""
    return tuple(chain.from_iterable([tell(*of) for tell, *of in parts]))


def certain() -> Features:
    """What needs no weighing."""
    return ("certain",)


_BUCKET: Final = ("0", "1", "2", "3", "4", "4", "6", "6", "6", "6")


def bucket(count: int) -> str:
    """Return a small count as it is, a large one roughly."""
    return _BUCKET[count] if 0 <= count < 10 else "10" if count > 0 else str(count)


def _name(kind: int, edge: str) -> str:
    return NAMES[kind] if kind >= 0 else edge


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
        (_stands, way, strength, side, near, cues, quotes, commas),
        (_borders, ahead, behind, way, side, cues),
        (between, tuple(gap) if len(gap) < 3 else None, side, strength, way, ends),
        (_faces, way, strength, side, ends, neighbour, shape.before, cue_side, bucket(cue_gap)),
        (_sized, way, strength, side, shape.capital, shape.length),
        (_ordered, way, strength, ordered, cue_side, bucket(last - first), context.cues, near),
        (source_word, "", way, _source_word(tokens[first])),
        (cue_word, cue, way, side),
    )


def _stands(way: str, strength: str, side: str, near: str, cues: int, quotes: int, commas: int) -> Features:
    base = f"{way}.{strength}.{side}"
    return (
        base,
        f"{base}.{near}",
        f"{way}.{side}.q{quotes}",
        f"{way}.{side}.c{cues}",
        f"{side}.{near}.c{cues}.q{quotes}",
        f"{way}.{side}.{commas}.{near}",
    )


def _borders(ahead: int, behind: int, way: str, side: str, cues: int) -> Features:
    before = _name(ahead, "^")
    return f"a.{before}.{way}", f"a.{before}.{side}.c{cues}", f"b.{_name(behind, '$')}.{way}.{side}"


def between(gap: tuple[int, ...] | None, side: str, strength: str, way: str, ends: str) -> Features:
    """What lies between candidate and quotation; None is much."""
    through = "far" if gap is None else ".".join([NAMES[kind] for kind in gap])
    return f"g.{through}.{side}.{strength}", f"g.{through}.{way}.{ends}"


def _faces(
    way: str, strength: str, side: str, ends: str, neighbour: str, before: str, cue_side: str, cue_gap: str
) -> Features:
    base = f"{way}.{strength}.{side}"
    return f"{base}.{ends}.{neighbour}", f"{base}.{cue_side}{cue_gap}.{ends}", f"{strength}.{side}.{before}.{ends}"


def _sized(way: str, strength: str, side: str, capital: bool, length: str) -> Features:  # noqa: FBT001 - part of a part
    return (f"{way}.{strength}.{side}.{capital}.{length}",)


def _ordered(way: str, strength: str, ordered: bool, cue_side: str, long: str, cues: int, near: str) -> Features:  # noqa: FBT001
    return f"{way}.{strength}.{ordered}.{cue_side}", f"l.{long}.{way}", f"x.{way}.{cues}.{near}"


def source_word(where: str, way: str, word: str) -> Features:
    """The first word of the source, or its kind; `where` is not empty in the sentence before."""
    return (f"{where}s.{way}.{word}",)


def cue_word(cue: str, way: str, side: str) -> Features:
    """The last word of the cue."""
    return f"v.{cue}.{way}", f"v.{cue}.{side}"


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
        (_goes_before, distance, way, strength, quotes, colon, first, alone, min(2, context.cues), shape.whole),
        (_ended, distance, colon, after, alone, shape.length),
        (source_word, "p.", way, source),
        (_led, distance, way, later, ahead, first),
    )


def _goes_before(  # noqa: PLR0913 - parts of a part
    distance: int,
    way: str,
    strength: str,
    quotes: bool,
    colon: bool,
    first: bool,
    alone: bool,
    cues: int,
    whole: bool,  # noqa: FBT001
) -> Features:
    base = f"p{distance}.{way}.{strength}"
    return (
        f"p{distance}",
        base,
        f"{base}.{quotes}.{colon}",
        f"{base}.{first}.{alone}.{cues}",
        f"{base}.{whole}.{min(cues, 1)}",
    )


def _ended(distance: int, colon: bool, after: str, alone: bool, length: str) -> Features:  # noqa: FBT001 - part of a part
    return f"p{distance}.{colon}.{alone}.{length}", f"p{distance}.{after}.{colon}"


def _led(distance: int, way: str, later: int, ahead: int, first: bool) -> Features:  # noqa: FBT001 - part of a part
    return f"p.{way}.later{later}", f"p.{distance}.{first}.{ahead < 0}", f"p.a.{_name(ahead, '^')}.{way}"


def told(way: str, blocks: int, since: int, context: Context) -> Parts:
    """What the speaker reported some sentences earlier, without a quotation, shows."""
    shape, alone = context.shape, len(context.tokens) == 1
    return (
        (_reported, blocks, min(since, 4), way, alone, min(2, context.cues)),
        (_waited, blocks, min(since, 4), shape.length, shape.whole, context.place == 0, shape.before),
    )


def _reported(blocks: int, since: int, way: str, alone: bool, cues: int) -> Features:  # noqa: FBT001 - part of a part
    where = f"t.{blocks}.{since}"
    return "t", where, f"{where}.{way}", f"{where}.{alone}.{cues}"


def _waited(blocks: int, since: int, length: str, whole: bool, opens: bool, before: str) -> Features:  # noqa: FBT001 - part of a part
    where = f"t.{blocks}.{since}"
    return f"{where}.{length}", f"{where}.{whole}.{opens}", f"t.{blocks}.{before}"


def handed_on(handed: Handed, context: Context) -> Parts:
    """What the speaker of the quotation before shows."""
    shape, blocks, sentences = context.shape, min(handed.blocks, 3), min(handed.sentences, 3)
    alone, cues = len(context.tokens) == 1, min(2, context.cues)
    return (
        (_carried, blocks, sentences, alone, cues, shape.length, shape.ends),
        (_carried_to, blocks, sentences, context.place == 0, cues, shape.ends, shape.before, handed.way),
        (_carried_over, blocks, sentences, handed.between, min(handed.gap, 6), shape.whole, shape.capital),
    )


def _carried(blocks: int, sentences: int, alone: bool, cues: int, length: str, ends: str) -> Features:  # noqa: FBT001 - part of a part
    where = f"c.{blocks}.{sentences}"
    return "c", where, f"{where}.{alone}.{cues}", f"{where}.{length}", f"{where}.{ends}"


def _carried_to(blocks: int, sentences: int, opens: bool, cues: int, ends: str, before: str, way: str) -> Features:  # noqa: FBT001
    where = f"c.{blocks}.{sentences}"
    return f"{where}.{before}", f"{where}.{opens}.{ends}.{cues}", f"{where}.{way}"


def _carried_over(blocks: int, sentences: int, cues: int, gap: int, whole: bool, capital: bool) -> Features:  # noqa: FBT001
    same = not blocks and not sentences
    return f"c.{same}.{cues}.{gap}", f"c.{blocks}.{sentences}.{whole}.{capital}"
