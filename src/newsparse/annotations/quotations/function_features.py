"""What tells speech from scare quotes, terms and titles: the features of the model of functions.

As those of speakers (`features`), they are plain strings, and none names a kind of mark.
"""

from __future__ import annotations

from typing import NamedTuple

from newsparse.annotations.quotations import inflection
from newsparse.annotations.quotations.features import Context, Shape
from newsparse.annotations.quotations.lexicon import CUES, NAMES, Kind, Lexicon


class Seen(NamedTuple):
    """Where a quotation stands: in a `heading`, or `repeated` from a quotation before it in the article.

    `talks`: somebody speaks of themselves or to somebody. `plain` are its words that names and terms seldom have.
    """

    heading: bool
    repeated: bool
    talks: bool
    plain: tuple[str, ...]
    forms: tuple[str, ...] = ()


def seen_of(context: Context, lexicon: Lexicon, *, heading: bool, repeated: bool) -> Seen:
    """Return what the language's words tell of a quotation."""
    words = [word.strip(".,!?;:’'\"()") for word in context.shape.text.lower().split()]
    plain = lexicon.plain
    shown = ("^" if words and words[0] in plain else "", *[word for word in words if word in plain])
    forms = inflection.function(context, lexicon) if lexicon.nouns_are_capitalised else ()
    return Seen(heading, repeated, not lexicon.talking.isdisjoint(words), shown, forms)


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
        *seen.forms,
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
    if Kind.QUOTED in near:
        last = len(near) - 1 - near[::-1].index(Kind.QUOTED)
        return ".".join([NAMES[kind] for kind in near[last + 1 :]])
    return "far" if Kind.QUOTED in kinds[:place] else "-"


def _list_behind(kinds: list[int], place: int) -> str:
    near = kinds[place + 1 : place + _LISTING]
    if Kind.QUOTED in near:
        return ".".join([NAMES[kind] for kind in near[: near.index(Kind.QUOTED)]])
    return "far" if Kind.QUOTED in kinds[place + 1 :] else "-"


def _told_by(context: Context, way: str, strength: str, score: float, short: str, titled: str) -> list[str]:
    """How surely somebody says it, by the best candidate and the reporting words of the sentence."""
    kinds = context.kinds[: context.place]
    cue_before = next((str(min(6, back)) for back, kind in enumerate(reversed(kinds)) if kind in CUES), "-")
    quoted_before = Kind.QUOTED in kinds
    surety, finer = max(-3, min(6, int(score))), max(-4, min(8, round(score)))
    reports = f"{Kind.VERB in kinds}.{Kind.WEAK_VERB in kinds}.{Kind.PARTICIPLE in kinds}"
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
