"""What speaks for a candidate, and what a quotation looks like: the features of the two linear models.

Features are plain strings, so that the weights can be read. None of them names a kind of mark: however a text is typeset, the
answer is the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from newsparse.annotations.quotations.candidates import Candidate
from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.lexicon import CUES, NAMES, Kind, Lexicon

Features = tuple[str, ...]
REMEMBERED = 2048
"""Candidates whose features are kept: those of a text that repeats itself are met again."""
_VERB, _WEAK_VERB, _PARTICIPLE, _QUOTED, _COMMA = (
    Kind.VERB,
    Kind.WEAK_VERB,
    Kind.PARTICIPLE,
    Kind.QUOTED,
    Kind.COMMA,
)
_MARKS_AND_SPACE = " \t\r\n\u00a0\u202f\u2009\"'“”„‟«»‹›‘’‚‛`´「」『』"


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
    return _named_beside(
        way,
        strength,
        side,
        bucket(len(gap)),
        NAMES[kinds[low - 1]] if low else "^",
        NAMES[kinds[high]] if high < len(kinds) else "$",
        ".".join([NAMES[kind] for kind in gap]) if len(gap) < 3 else "far",
        min(2, gap.count(_QUOTED)),
        min(2, gap.count(_COMMA)),
        min(2, cues_in(gap)),
        _source_word(tokens[first]),
        tokens[cue_last - 1].word.lower() if cue_last > cue_first else "",
        cue_side,
        bucket(cue_gap),
        neighbour,
        shape.before,
        shape.ends,
        shape.capital,
        shape.length,
        first < cue_first,
        bucket(last - first),
    )


# What is the same for two candidates has the same features, and writing them down costs more than finding them again.
@lru_cache(maxsize=REMEMBERED)
def _named_beside(  # noqa: PLR0913, PLR0917
    way: str,
    strength: str,
    side: str,
    near: str,
    ahead: str,
    behind: str,
    through: str,
    quotes: int,
    commas: int,
    cues: int,
    source: str,
    cue: str,
    cue_side: str,
    cue_gap: str,
    neighbour: str,
    before: str,
    ends: str,
    capital: bool,  # noqa: FBT001
    length: str,
    leads: bool,  # noqa: FBT001
    size: str,
) -> Features:
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
        f"s.{way}.{source}",
        f"v.{cue}.{way}",
        f"v.{cue}.{side}",
        f"{base}.{cue_side}{cue_gap}.{ends}",
        f"{strength}.{side}.{before}.{ends}",
        f"{way}.{side}.{commas}.{near}",
        f"{base}.{capital}.{length}",
        f"{way}.{strength}.{leads}.{cue_side}",
        f"l.{size}.{way}",
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
    shape = context.shape
    alone = len(context.kinds) == 1
    return _named_previous(
        candidate, distance, context.place == 0, alone, min(2, context.cues), shape.length, shape.whole
    )


@lru_cache(maxsize=REMEMBERED)
def _named_previous(
    candidate: Earlier,
    distance: int,
    first: bool,  # noqa: FBT001
    alone: bool,  # noqa: FBT001
    cues: int,
    length: str,
    whole: bool,  # noqa: FBT001
) -> Features:
    way, strength, quotes, colon, later, after, source, ahead = candidate
    base = f"p{distance}.{way}.{strength}"
    return (
        f"p{distance}",
        base,
        f"{base}.{quotes}.{colon}",
        f"{base}.{first}.{alone}.{cues}",
        f"p{distance}.{colon}.{alone}.{length}",
        f"p{distance}.{after}.{colon}",
        f"p.s.{way}.{source}",
        f"{base}.{whole}.{min(cues, 1)}",
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


class Seen(NamedTuple):
    """Where a quotation stands: in a `heading`, or `repeated` from a quotation before it in the article.

    `talks`: somebody speaks of themselves or to somebody. `plain` are its words that names and terms seldom have.
    """

    heading: bool
    repeated: bool
    talks: bool
    plain: tuple[str, ...]


def seen_of(context: Context, lexicon: Lexicon, *, heading: bool, repeated: bool) -> Seen:
    """Return what the language's words tell of a quotation."""
    words = [word.strip(".,!?;:’'\"()") for word in context.shape.text.lower().split()]
    plain = lexicon.plain
    shown = ("^" if words and words[0] in plain else "", *[word for word in words if word in plain])
    return Seen(heading, repeated, not lexicon.talking.isdisjoint(words), shown)


_LISTING = 4
"""Tokens between two quotations that may still be a list: `“A”, “B” and “C”`."""


def function(context: Context, way: str, strength: str, score: float, seen: Seen) -> list[str]:
    """Features that tell speech from scare quotes, terms and titles; `way` and `score` are those of the best candidate."""
    words = context.shape.text.split()
    short = context.shape.length if len(words) < 8 else "8"
    long_words = [word for word in words if len(word) > 3] or words
    capitals = sum([word[:1].isupper() for word in long_words])
    titled = "all" if capitals == len(long_words) else "some" if capitals else "none"
    titled += "1" if len(words) == 1 else "2" if len(words) < 6 else "6"
    return [
        *_looks(context.shape, short, titled, seen),
        *_stands(context, short, titled),
        *_told_by(context, way, strength, score, short, titled),
    ]


def _looks(shape: Shape, short: str, titled: str, seen: Seen) -> list[str]:
    """What the words between the marks are like."""
    first, *plain = seen.plain
    return [
        "f",
        f"f.{shape.length}",
        f"f.{short}.{shape.capital}.{shape.ends}",
        f"f.t.{titled}",
        f"f.t.{titled}.{shape.ends}",
        f"f.talks.{seen.talks}",
        f"f.h.{seen.heading}.{short}",
        f"f.r.{seen.repeated}.{short}",
        f"f.w.{min(3, len(plain))}.{short}",
        f"f.w.{first}{plain[0] if first else ''}",
        f"f.p.{'!' in shape.text}.{'?' in shape.text}",
        f"f.n.{any(map(str.isdigit, shape.text))}.{short}",
        *[f"f.w.{word}" for word in {*plain}],
    ]


def _stands(context: Context, short: str, titled: str) -> list[str]:
    """Where in its sentence it stands, and between which words."""
    shape, tokens, place, kinds = context.shape, context.tokens, context.place, context.kinds
    before = tokens[place - 1].word.lower() if place else "^"
    after = tokens[place + 1].word.lower() if place + 1 < len(tokens) else "$"
    earlier = NAMES[kinds[place - 2]] if place > 1 else "^"
    behind = len(kinds) - 1 - place
    where = "only" if len(kinds) == 1 else "first" if not place else "last" if not behind else "mid"
    listed, listing = _list_before(kinds, place), _list_behind(kinds, place)
    return [
        f"f.b.{shape.before}",
        f"f.b.{shape.before}.{short}",
        f"f.b2.{earlier}.{shape.before}",
        f"f.a.{shape.after}",
        f"f.a.{shape.after}.{short}",
        f"f.bw.{before}",
        f"f.aw.{after}",
        f"f.{shape.before}.{shape.after}.{shape.ends}",
        f"f.t.{titled}.{shape.before}",
        f"f.t.{titled}.{shape.after}",
        f"f.first.{place == 0}.{shape.ends}",
        f"f.alone.{len(tokens) == 1}.{shape.whole}",
        f"f.at.{where}.{short}",
        f"f.at.{where}.{titled}",
        f"f.at.{where}.{shape.ends}.{titled}",
        f"f.left.{min(6, place // 3)}.{short}",
        f"f.right.{min(6, behind // 3)}.{short}",
        f"f.lb.{listed}",
        f"f.lb.{listed}.{short}",
        f"f.la.{listing}",
        f"f.la.{listing}.{short}",
    ]


def _list_before(kinds: list[int], place: int) -> str:
    """What stands between the quotation before and this one: `“a” and “b”` is one list, of which all is speech or none."""
    near = kinds[max(0, place - _LISTING) : place]
    if _QUOTED in near:
        last = len(near) - 1 - near[::-1].index(_QUOTED)
        return ".".join([NAMES[kind] for kind in near[last + 1 :]])
    return "far" if _QUOTED in kinds[:place] else "-"


def _list_behind(kinds: list[int], place: int) -> str:
    near = kinds[place + 1 : place + _LISTING]
    if _QUOTED in near:
        return ".".join([NAMES[kind] for kind in near[: near.index(_QUOTED)]])
    return "far" if _QUOTED in kinds[place + 1 :] else "-"


def _told_by(context: Context, way: str, strength: str, score: float, short: str, titled: str) -> list[str]:
    """How surely somebody says it, by the best candidate and the reporting words of the sentence."""
    kinds = context.kinds[: context.place]
    cue_before = next((str(min(6, back)) for back, kind in enumerate(reversed(kinds)) if kind in CUES), "-")
    quoted_before = _QUOTED in kinds
    surety, finer = max(-3, min(6, int(score))), max(-4, min(8, round(score)))
    reports = f"{_VERB in kinds}.{_WEAK_VERB in kinds}.{_PARTICIPLE in kinds}"
    return [
        f"f.cues.{context.cues}",
        f"f.{short}.cues.{context.cues}",
        f"f.way.{way}.{strength}",
        f"f.way.{way}.{short}",
        f"f.way.{way}.{titled}",
        f"f.s.{surety}",
        f"f.s.{surety}.{short}",
        f"f.m.{finer}.{titled}",
        f"f.m.{finer}.{context.shape.before}",
        f"f.m.{finer}.{way}",
        f"f.q.{quoted_before}.{short}",
        f"f.cb.{cue_before}.{strength}",
        f"f.cb.{cue_before}.{short}.{quoted_before}",
        f"f.v.{reports}.{Kind.NOUN in kinds}",
        f"f.v.{reports}.{short}",
        f"f.v.{Kind.SUBORDINATOR in kinds}.{Kind.RELATIVE in kinds}.{short}",
    ]


def reported(*, inside: bool, named: bool, agreed: bool) -> list[str]:
    """Features of a quotation `inside` what is reported without marks.

    `named`: the report says who reports; `agreed`: whom the best candidate names, too.
    """
    if not inside:
        return ["r.-"]
    return ["r", f"r.{named}", f"r.{named}.{agreed}"]
