"""What the learned model looks at: for a cue its neighbours, for a boundary the words on both sides and what lies between.

Every function adds up what `columns` say of some features. The library hands in those of a table of weights; training hands in
ones that write down what they are asked for. So the features are told once. Above each function stand the letters of its
features, one for each column, which is asked by the word or class, or by the words and classes, that a feature joins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from newsparse.annotations.quotations.indirect.clause import LONGEST, Clause
from newsparse.annotations.quotations.indirect.letters import BREAK, BREAKS, END, ENDS, VERBS
from newsparse.annotations.quotations.indirect.places import Run, complementizer_behind

Feature = tuple[str, ...]
"""Its letter, and the words or classes that it joins."""
Column = Callable[[str | Feature, int], int]
"""Gives the weight of a feature by what it joins, or the second argument if it has none."""
Columns = tuple[Column, ...]

_STEP: Final = (*"012344666", *["9"] * 4, *["14"] * 6, *["20"] * LONGEST)
"""For each distance the step it counts as."""
_SMALL: Final = tuple(map(str, range(32)))
_TRAIL: Final = 16
"""Tokens of an attribution between commas (`The bridge, the mayor said on Friday, will …`)."""
_NEAR: Final = 7
_BREAK: Final = {
    kind: tuple(f"{kind}{far if far < 4 else 4 if far < 6 else 6}" for far in range(_NEAR + 1)) for kind in END
}

Around = tuple[str, int, str]
"""What stands around a cue: the mark before it, the complementizer behind it, the mark behind it."""


def around(clause: Clause, i: int) -> Around:
    """Return what stands around the cue at `i`; marks with their distance, as far as seven tokens."""
    kinds = clause.kinds
    found = ENDS.search(kinds, i + 1, i + _NEAR + 1)
    behind = _BREAK[found[0]][found.start() - i] if found else ""
    before = ""
    for at in range(i - 1, i - _NEAR - 1, -1):
        kind = kinds[at]
        if kind in END:
            before = _BREAK[kind][i - at]
            break
    return before, complementizer_behind(clause, i), behind


GATE: Final = "wlouxy"


def gate(columns: Columns, clause: Clause, i: int, cue: str) -> int:
    """Score the word at `i` by the first features of a cue; many words that could report are dismissed by these alone."""
    of_word, of_cue, of_next, of_kinds, of_before, of_behind = columns
    w, c = clause.words, clause.kinds
    c1 = c[i + 1]
    return (
        of_word(w[i], 0)
        + of_cue(cue, 0)
        + of_next((cue, c1), 0)
        + of_kinds((c[i - 1], c1, cue[0]), 0)
        + of_before(w[i - 1], 0)
        + of_behind(w[i + 1], 0)
    )


CUE: Final = "EFGRtJH"


def cue(columns: Columns, clause: Clause, i: int, cue: str, others: tuple[str, str], near: Around) -> int:
    """Score the word at `i` by the other features of a cue; `others` are the cues before and after it, or empty."""
    of_opening, of_cue_before, of_cue_behind, of_that, of_next, of_kinds, of_place = columns
    c, sort = clause.kinds, cue[0]
    before, that, behind = near
    return (
        of_opening((c[clause.first], before, sort), 0)
        + of_cue_before((others[0], sort), 0)
        + of_cue_behind((others[1], sort), 0)
        + of_that((c[that] if that else "", behind, sort), 0)
        + of_next((c[i + 1 : i + 3], sort), 0)
        + of_kinds(c[i - 3 : i + 1], 0)
        + of_place((_STEP[i - clause.first], sort), 0)
    )


SHAPE: Final = ("", *"AknyeuhiGb")


def shape(columns: Columns, clause: Clause, i: int, cue: str, near: Around) -> int:
    """Score the cue at `i` by the features of the shape, for all shapes in one number."""
    always, of_that, of_place, of_opening, of_trail, of_end, of_cue, of_behind, of_before, of_next, of_kind = columns
    w, c = clause.words, clause.kinds
    before, that, behind = near
    comma = BREAKS.search(c, i + 1, min(i + _TRAIL, clause.last))
    place = _STEP[i - clause.first]
    return (
        always((), 0)
        + of_that((before, c[that] if that else ""), 0)
        + of_place((before, place), 0)
        + of_opening((before, c[clause.first]), 0)
        + of_trail((before[:1], c[comma.end()] if comma else "", cue[0]), 0)
        + of_end((cue, behind), 0)
        + of_cue(cue, 0)
        + of_behind(w[i + 1], 0)
        + of_before(w[i - 1], 0)
        + of_next((place, cue[0], c[i + 1]), 0)
        + of_kind((cue, c[i - 1]), 0)
    )


STARTS: Final = "bdeigfcoj"


def starts(
    columns: Columns, clause: Clause, i: int, cue: str, shape: str, places: Iterable[int], complementizer: int
) -> Iterator[tuple[int, int]]:
    """Yield the places behind the cue where content may begin, with their scores; `that` stands at `complementizer`, or 0."""
    of_shape, of_kind, of_before, of_cue_before, of_kinds, of_word, of_far, of_that, of_cue_kind = columns
    w, c = clause.words, clause.kinds
    that = "-"
    for s in places:
        far, before, kind = _SMALL[min(13, s - i)], w[s - 1], c[s]
        if complementizer:
            that = "=" if s == complementizer else "<" if s < complementizer else ">"
        yield (
            s,
            of_shape((shape, that), 0)
            + of_kind((kind, far), 0)
            + of_before(before, 0)
            + of_cue_before((cue, before), 0)
            + of_kinds(c[s - 1 : s + 1], 0)
            + of_word(w[s], 0)
            + of_far((far, cue), 0)
            + of_that((that, far), 0)
            + of_cue_kind((cue, kind), 0),
        )


LAST_END: Final = "xzo"


def last_end(columns: Columns, clause: Clause, cue: str, shape: str, start: int, last: int) -> int:
    """Score the sentence's end, `last`, as the end of content that begins at `start`."""
    of_cue, of_shape, of_commas = columns
    commas = clause.kinds.count(",", start, last)
    return of_cue(cue, 0) + of_shape(shape, 0) + of_commas((_SMALL[min(3, commas)], clause.kinds[start]), 0)


ENDS_BEFORE: Final = "bBhdciE"


def ends(columns: Columns, clause: Clause, start: int, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the places where content that begins at `start` may end before its sentence does, with their scores."""
    of_verb, of_cue, of_far, of_kinds, of_words, of_rest, of_word = columns
    w, c, cues = clause.words, clause.kinds, clause.cues
    full = clause.last
    verb = VERBS.search(c, start, full)
    verb_at = verb.start() if verb else full
    marked = c.find('"', start, full) >= 0
    for j in places:
        b = c[j]
        near = "c" if j in cues or j + 1 in cues else "d" if j + 2 in cues or j + 3 in cues else ""
        quoted = "q" if marked and c.count('"', start, j) % 2 else ""
        yield (
            j,
            of_verb((b, "v" if verb_at < j else ""), 0)
            + of_cue((near, c[j : j + 2]), 0)
            + of_far((b, _STEP[j - start]), 0)
            + of_kinds(c[j - 1 : j + 1], 0)
            + of_words((w[j], w[j + 1]), 0)
            + of_rest((b, _STEP[full - j], quoted), 0)
            + of_word(w[j], 0),
        )


LEFT_ENDS: Final = "abcdegij"


def left_ends(
    columns: Columns, clause: Clause, i: int, cue: str, shape: str, places: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the places before the cue where content may end, the last first, with their scores."""
    of_far, of_word, of_before, of_behind, of_marks, of_cue, of_kinds, of_distance = columns
    w, c = clause.words, clause.kinds
    marks = 0
    for e in reversed(places):
        b, far = c[e], _STEP[i - e]
        marks += b in BREAK
        count = _SMALL[marks]
        yield (
            e,
            of_far((shape, far), 0)
            + of_word((w[e], count), 0)
            + of_before((c[e - 1 : e + 1], shape), 0)
            + of_behind((c[e : e + 2], shape), 0)
            + of_marks((b, count, shape), 0)
            + of_cue((cue, b, count), 0)
            + of_kinds(c[e : e + 3], 0)
            + of_distance((b, far), 0),
        )


LEFT_STARTS: Final = "eifhlg"


def left_starts(
    columns: Columns, clause: Clause, shape: str, end: int, places: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Yield the places where content that ends at `end` may begin, with their scores."""
    of_word, of_end, of_size, of_kinds, of_before, of_place = columns
    w, c, first = clause.words, clause.kinds, clause.first
    behind = c[end]
    for s in places:
        yield (
            s,
            of_word((w[s], "" if s > first else "1"), 0)
            + of_end((behind, c[s - 1]), 0)
            + of_size((_STEP[end - s], shape), 0)
            + of_kinds(c[s - 2 : s + 1], 0)
            + of_before(w[s - 1], 0)
            + of_place(_STEP[s - first], 0),
        )


SOURCES: Final = "cvsegjhbno"


def sources(
    columns: Columns,
    clause: Clause,
    i: int,
    cue: str,
    shape: str,
    runs: Iterable[Run],
    content: Sequence[tuple[int, int]],
) -> Iterator[tuple[int, int, int]]:
    """Yield where the noun-like runs near the cue start and end, with their scores as its source."""
    of_side, of_kinds, of_gap, of_last, of_before, of_cue, of_tail, of_far, of_lead, of_rank = columns
    w, c = clause.words, clause.kinds
    before, kind, behind = w[i - 1], c[i], c[i + 1]
    for start, end, side, rank in runs:
        gap = i - end if end <= i else start - i - 1
        inside = side
        for a, b in content:
            if a < end and start < b:
                inside = "=" + side
        yield (
            start,
            end,
            of_side(inside, 0)
            + of_kinds((inside, c[end], c[start - 1]), 0)
            + of_gap((shape, side, behind, "1" if gap < 2 else ""), 0)
            + of_last((side, w[end - 1]), 0)
            + of_before((side, w[start - 1]), 0)
            + of_cue((cue, inside), 0)
            + of_tail((side, c[end : end + 2]), 0)
            + of_far((side + _SMALL[min(6, gap)], kind), 0)
            + of_lead((side, c[start - 1 : start + 1]), 0)
            + of_rank((before, side, _SMALL[rank]), 0),
        )


NO_SOURCE: Final = "ZV"


def no_source(columns: Columns, clause: Clause, i: int, shape: str) -> int:
    """Score there being no source."""
    of_shape, of_word_before = columns
    return of_shape(shape, 0) + of_word_before(clause.words[i - 1], 0)
