"""What speaks for a candidate, and what a quotation looks like: the features of the two linear models.

Features are plain strings, so that the weights can be read. None of them names a kind of mark: however a text is typeset, the
answer is the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsparse.annotations.quotations.candidates import Candidate
from newsparse.annotations.quotations.clauses import Token
from newsparse.annotations.quotations.lexicon import CUES, NAMES, Kind

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


def cues_in(tokens: Sequence[Token]) -> int:
    """Return how many words of the sentence report, three for more."""
    return min(3, sum([token.kind in CUES for token in tokens]))


def context_of(text: str, tokens: Sequence[Token], place: int, cues: int) -> Context:
    """Return the context of the quotation at `place` in a sentence with so many `cues`."""
    quoted = tokens[place]
    inner = text[quoted.start : quoted.end].strip(_MARKS_AND_SPACE)
    words = inner.count(" ") + 1
    length = str(words) if words < 5 else "5" if words < 8 else "8" if words < 15 else "15"
    final = inner[-1:]
    behind = text[quoted.end : quoted.end + 1]
    ends = (
        "," if "," in (final, behind) else "." if (final and final in ".!?…") or (behind and behind in ".!?…") else "-"
    )
    before = "^" if place == 0 else NAMES[tokens[place - 1].kind]
    after = "$" if place + 1 == len(tokens) else NAMES[tokens[place + 1].kind]
    capital = inner[:1].isupper()
    return Context(tokens, place, Shape(length, capital, ends, before, after, capital and ends == ".", inner), cues)


def bucket(count: int) -> str:
    """Return a small count as it is, a large one roughly."""
    return str(count) if count < 4 else "4" if count < 6 else "6" if count < 10 else "10"


def _source_word(token: Token) -> str:
    return token.word.lower() if token.kind in (Kind.PRONOUN, Kind.RELATIVE) else NAMES[token.kind]


def beside(context: Context, candidate: Candidate) -> list[str]:
    """Features of a candidate in the quotation's own sentence."""
    tokens, place, shape, _ = context
    way, strength = candidate.way, candidate.strength
    low, high = min(candidate.first, candidate.cue_first), max(candidate.last, candidate.cue_last)
    if high <= place:
        side, gap = "L", tokens[high:place]
    elif low > place:
        side, gap = "R", tokens[place + 1 : low]
    else:
        side, gap = "A", ()
    kinds = [token.kind for token in gap]
    quotes = min(2, kinds.count(Kind.QUOTED))
    commas = min(2, kinds.count(Kind.COMMA))
    cues = min(2, sum([kind in CUES for kind in kinds]))
    near = bucket(len(gap))
    source = _source_word(tokens[candidate.first])
    cue = tokens[candidate.cue_last - 1].word.lower() if candidate.cue_last > candidate.cue_first else ""
    base = f"{way}.{strength}.{side}"
    cue_side = "L" if candidate.cue_first < place else "R"
    cue_gap = bucket(place - candidate.cue_last if cue_side == "L" else candidate.cue_first - place - 1)
    ahead = NAMES[tokens[low - 1].kind] if low else "^"
    behind = NAMES[tokens[high].kind] if high < len(tokens) else "$"
    through = ".".join([NAMES[kind] for kind in kinds]) if len(kinds) < 3 else "far"
    return [
        base,
        f"{base}.{near}",
        f"a.{ahead}.{way}",
        f"a.{ahead}.{side}.c{cues}",
        f"b.{behind}.{way}.{side}",
        f"g.{through}.{side}.{strength}",
        f"g.{through}.{way}.{shape.ends}",
        f"{base}.{shape.ends}.{shape.before if side == 'L' else shape.after}",
        f"{way}.{side}.q{quotes}",
        f"{way}.{side}.c{cues}",
        f"{side}.{near}.c{cues}.q{quotes}",
        f"s.{way}.{source}",
        f"v.{cue}.{way}",
        f"v.{cue}.{side}",
        f"{base}.{cue_side}{cue_gap}.{shape.ends}",
        f"{strength}.{side}.{shape.before}.{shape.ends}",
        f"{way}.{side}.{commas}.{near}",
        f"{base}.{shape.capital}.{shape.length}",
        f"{way}.{strength}.{candidate.first < candidate.cue_first}.{cue_side}",
        f"l.{bucket(candidate.last - candidate.first)}.{way}",
    ]


def previous(tokens: Sequence[Token], candidate: Candidate, context: Context, distance: int) -> list[str]:
    """Features of a candidate in the sentence before; `distance` is 1 where that ends the block before."""
    shape, cues = context.shape, min(2, context.cues)
    kinds = [token.kind for token in tokens]
    quotes = Kind.QUOTED in kinds
    colon = kinds[-1] == Kind.COLON
    first = context.place == 0
    alone = len(context.tokens) == 1
    base = f"p{distance}.{candidate.way}.{candidate.strength}"
    later = min(2, sum([kind in CUES for kind in kinds[candidate.cue_last :]]))
    after = bucket(len(tokens) - max(candidate.last, candidate.cue_last))
    return [
        f"p{distance}",
        base,
        f"{base}.{quotes}.{colon}",
        f"{base}.{first}.{alone}.{cues}",
        f"p{distance}.{colon}.{alone}.{shape.length}",
        f"p{distance}.{after}.{colon}",
        f"p.s.{candidate.way}.{_source_word(tokens[candidate.first])}",
        f"{base}.{shape.whole}.{min(cues, 1)}",
        f"p.{candidate.way}.later{later}",
        f"p.{distance}.{first}.{candidate.first == 0}",
        f"p.a.{NAMES[tokens[candidate.first - 1].kind] if candidate.first else '^'}.{candidate.way}",
    ]


def told(way: str, blocks: int, since: int, context: Context) -> list[str]:
    """Features of the speaker reported some sentences earlier, without a quotation."""
    shape = context.shape
    where = f"t.{blocks}.{min(since, 4)}"
    alone = len(context.tokens) == 1
    return [
        "t",
        where,
        f"{where}.{way}",
        f"{where}.{alone}.{min(2, context.cues)}",
        f"{where}.{shape.length}",
        f"{where}.{shape.whole}.{context.place == 0}",
        f"t.{blocks}.{shape.before}",
    ]


def handed_on(handed: Handed, context: Context) -> list[str]:
    """Features of the speaker of the quotation before."""
    shape, cues = context.shape, min(2, context.cues)
    alone = len(context.tokens) == 1
    where = f"c.{min(handed.blocks, 3)}.{min(handed.sentences, 3)}"
    same = not handed.blocks and not handed.sentences
    return [
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
    ]


class Seen(NamedTuple):
    """Where a quotation stands: in a `heading`, or `repeated` from a quotation before it in the article."""

    heading: bool
    repeated: bool


_TALKS = frozenset(
    [
        "i",
        "i'm",
        "i’m",
        "i've",
        "i’ve",
        "we",
        "we're",
        "we’re",
        "you",
        "me",
        "my",
        "our",
        "us",
        "your",
        "it's",
        "it’s",
        "don't",
        "don’t",
    ]
)


def function(context: Context, way: str, strength: str, score: float, seen: Seen) -> list[str]:
    """Features that tell speech from scare quotes, terms and titles; `way` and `score` are those of the best candidate."""
    shape = context.shape
    tokens, place = context.tokens, context.place
    before = tokens[place - 1].word.lower() if place else "^"
    after = tokens[place + 1].word.lower() if place + 1 < len(tokens) else "$"
    earlier = NAMES[tokens[place - 2].kind] if place > 1 else "^"
    cues = context.cues
    words = shape.text.split()
    long_words = [word for word in words if len(word) > 3] or words
    capitals = sum([word[:1].isupper() for word in long_words])
    titled = "all" if capitals == len(long_words) else "some" if capitals else "none"
    titled += "1" if len(words) == 1 else "2" if len(words) < 6 else "6"
    short = shape.length if len(words) < 8 else "8"
    surety = max(-3, min(6, int(score)))
    kinds = [token.kind for token in tokens[:place]]
    cue_before = next((str(min(6, back)) for back, kind in enumerate(reversed(kinds)) if kind in CUES), "-")
    quoted_before = Kind.QUOTED in kinds
    middle = f"{shape.before}.{shape.after}"
    return [
        "f",
        f"f.{shape.length}",
        f"f.{short}.{shape.capital}.{shape.ends}",
        f"f.b.{shape.before}",
        f"f.b.{shape.before}.{short}",
        f"f.b2.{earlier}.{shape.before}",
        f"f.a.{shape.after}",
        f"f.a.{shape.after}.{short}",
        f"f.cues.{cues}",
        f"f.{short}.cues.{cues}",
        f"f.bw.{before}",
        f"f.aw.{after}",
        f"f.{middle}.{shape.ends}",
        f"f.t.{titled}",
        f"f.t.{titled}.{shape.ends}",
        f"f.t.{titled}.{shape.before}",
        f"f.t.{titled}.{shape.after}",
        f"f.way.{way}.{strength}",
        f"f.way.{way}.{short}",
        f"f.way.{way}.{titled}",
        f"f.s.{surety}",
        f"f.s.{surety}.{short}",
        f"f.talks.{not _TALKS.isdisjoint(shape.text.lower().split())}",
        f"f.h.{seen.heading}.{short}",
        f"f.first.{place == 0}.{shape.ends}",
        f"f.q.{quoted_before}.{short}",
        f"f.cb.{cue_before}.{strength}",
        f"f.cb.{cue_before}.{short}.{quoted_before}",
        f"f.r.{seen.repeated}.{short}",
        f"f.alone.{len(tokens) == 1}.{shape.whole}",
    ]
