"""The features of the model of speakers, written out: plain strings, so that the weights can be read.

What speaks for a candidate comes in parts (`features`, `inflection`): the name of what tells some features, and what it tells
them of. Parts come again and again where whole candidates do not, so that a part is written out and weighed once (see
`ranking.Sums`). They are made of strings and numbers alone, which garbage collection leaves alone.
"""

# ruff: noqa: FBT001 - what a part is made of

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import Any, Final, TypeAlias

from newsparse.annotations.quotations.lexicon import NAMES

Features = tuple[str, ...]
Part: TypeAlias = tuple[Any, ...]
"""The name of what tells features, one of `TELLERS`, and what it tells them of."""
Parts = tuple[Part, ...]


def told_by(parts: Iterable[Part]) -> Features:
    """Return the features that parts tell."""
    return tuple(chain.from_iterable([TELLERS[name](*of) for name, *of in parts]))


def _certain() -> Features:
    """What needs no weighing."""
    return ("certain",)


def _name(kind: int, edge: str) -> str:
    return NAMES[kind] if kind >= 0 else edge


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


def _between(gap: tuple[int, ...] | None, side: str, strength: str, way: str, ends: str) -> Features:
    """What lies between candidate and quotation; None is much."""
    through = "far" if gap is None else ".".join([NAMES[kind] for kind in gap])
    return f"g.{through}.{side}.{strength}", f"g.{through}.{way}.{ends}"


def _faces(
    way: str, strength: str, side: str, ends: str, neighbour: str, before: str, cue_side: str, cue_gap: str
) -> Features:
    base = f"{way}.{strength}.{side}"
    return f"{base}.{ends}.{neighbour}", f"{base}.{cue_side}{cue_gap}.{ends}", f"{strength}.{side}.{before}.{ends}"


def _sized(way: str, strength: str, side: str, capital: bool, length: str) -> Features:
    return (f"{way}.{strength}.{side}.{capital}.{length}",)


def _ordered(way: str, strength: str, ordered: bool, cue_side: str, long: str, cues: int, near: str) -> Features:
    return f"{way}.{strength}.{ordered}.{cue_side}", f"l.{long}.{way}", f"x.{way}.{cues}.{near}"


def _source_word(where: str, way: str, word: str) -> Features:
    """The first word of the source, or its kind; `where` is not empty in the sentence before."""
    return (f"{where}s.{way}.{word}",)


def _cue_word(cue: str, way: str, side: str) -> Features:
    """The last word of the cue."""
    return f"v.{cue}.{way}", f"v.{cue}.{side}"


def _goes_before(distance: int, way: str, strength: str, quotes: bool, colon: bool) -> Features:
    base = f"p{distance}.{way}.{strength}"
    return f"p{distance}", base, f"{base}.{quotes}.{colon}"


def _is_met(distance: int, way: str, strength: str, first: bool, alone: bool, cues: int, whole: bool) -> Features:
    base = f"p{distance}.{way}.{strength}"
    return f"{base}.{first}.{alone}.{cues}", f"{base}.{whole}.{min(cues, 1)}"


def _ended(distance: int, colon: bool, after: str, alone: bool, length: str) -> Features:
    return f"p{distance}.{colon}.{alone}.{length}", f"p{distance}.{after}.{colon}"


def _led(distance: int, way: str, later: int, ahead: int, first: bool) -> Features:
    return f"p.{way}.later{later}", f"p.{distance}.{first}.{ahead < 0}", f"p.a.{_name(ahead, '^')}.{way}"


def _reported(blocks: int, since: int, way: str, alone: bool, cues: int) -> Features:
    where = f"t.{blocks}.{since}"
    return "t", where, f"{where}.{way}", f"{where}.{alone}.{cues}"


def _waited(blocks: int, since: int, length: str, whole: bool, opens: bool, before: str) -> Features:
    where = f"t.{blocks}.{since}"
    return f"{where}.{length}", f"{where}.{whole}.{opens}", f"t.{blocks}.{before}"


def _handed_on(blocks: int, sentences: int, alone: bool, cues: int, length: str, ends: str) -> Features:
    where = f"c.{blocks}.{sentences}"
    return "c", where, f"{where}.{alone}.{cues}", f"{where}.{length}", f"{where}.{ends}"


def _handed_to(blocks: int, sentences: int, opens: bool, cues: int, ends: str, before: str, way: str) -> Features:
    where = f"c.{blocks}.{sentences}"
    return f"{where}.{before}", f"{where}.{opens}.{ends}.{cues}", f"{where}.{way}"


def _handed_over(blocks: int, sentences: int, cues: int, gap: int, whole: bool, capital: bool) -> Features:
    same = not blocks and not sentences
    return f"c.{same}.{cues}.{gap}", f"c.{blocks}.{sentences}.{whole}.{capital}"


# What the forms of words tell, see `inflection`.


def _opens(opens: str, named: str, over: str, strength: str) -> Features:
    return f"j.o.{opens}", f"j.o.{opens}.{named}", f"j.o.{opens}.{over}", f"j.o.{opens}.{strength}"


def _ends(opens: str, ending: str, named: str) -> Features:
    return f"j.o.{opens}.{ending}", f"j.e.{ending}.{named}"


def _named(named: str, over: str, way: str, where: str, strength: str) -> Features:
    return (
        f"j.n.{named}",
        f"j.n.{named}.{way}.{where}",
        f"j.n.{named}.{strength}",
        f"j.v.{over}",
        f"j.v.{over}.{named}",
        f"j.v.{over}.{way}.{where}",
    )


def _behind(behind: str, named: str, over: str) -> Features:
    return f"j.b.{behind}.{named}", f"j.b.{behind}.{over}"


def _ranks(mood: str, way: str, where: str, strength: str, rank: str) -> Features:
    return f"j.m.{mood}.{way}.{where}", f"j.m.{mood}.{strength}.{where}", f"j.r.{rank}.{way}.{strength}"


def _ranks_as(rank: str, where: str, named: str, opens: str) -> Features:
    return f"j.r.{rank}.{where}", f"j.r.{rank}.{where}.{named}", f"j.r.{rank}.{opens}"


def _carried(way: str, mood: str, opening: str, persons: bool) -> Features:
    return (
        f"j.c.{way}.{mood}",
        f"j.c.{way}.{opening}",
        f"j.c.{way}.{mood}.{opening}",
        f"j.c.{way}.{persons}",
        f"j.c.{way}.{persons}.{mood}",
    )


TELLERS: Final[Mapping[str, Callable[..., Features]]] = {
    "certain": _certain,
    "stands": _stands,
    "borders": _borders,
    "between": _between,
    "faces": _faces,
    "sized": _sized,
    "ordered": _ordered,
    "source": _source_word,
    "cue": _cue_word,
    "goes before": _goes_before,
    "is met": _is_met,
    "ended": _ended,
    "led": _led,
    "reported": _reported,
    "waited": _waited,
    "handed on": _handed_on,
    "handed to": _handed_to,
    "handed over": _handed_over,
    "opens": _opens,
    "ends": _ends,
    "named": _named,
    "behind": _behind,
    "ranks": _ranks,
    "ranks as": _ranks_as,
    "carried": _carried,
}
