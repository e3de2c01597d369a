"""What the learned model looks at: for a cue its neighbours, for a boundary the words on both sides and what lies between.

Every function adds up what `columns` say of some features. The library hands in those of a table of weights; training hands in
ones that write down what they are asked for. So the features are told once. Above each function stand its columns: a letter is
that of a feature, which is looked up by the words or classes it joins; a function of `groups` spells several features out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from newsparse.annotations.quotations.indirect import groups
from newsparse.annotations.quotations.indirect.clause import LONGEST, Clause
from newsparse.annotations.quotations.indirect.groups import Features
from newsparse.annotations.quotations.indirect.letters import BREAK, BREAKS, END, ENDS, VERBS
from newsparse.annotations.quotations.indirect.places import Run, complementizer_behind

Column = Callable[..., int]
"""Gives the weight of one feature, by what it joins and what to give if there is none, or of a group, by its key."""
Columns = tuple[Column, ...]
Told = tuple[str | Callable[..., Features], ...]
"""What columns are of: a letter each, or what spells out a group."""

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


GATE: Final[Told] = (groups.gate, "x", "y")


def gate(columns: Columns, clause: Clause, i: int, cue: str) -> int:
    """Score the word at `i` by the first features of a cue; many words that could report are dismissed by these alone."""
    of_word, of_word_before, of_word_behind = columns
    w, c = clause.words, clause.kinds
    return of_word((w[i], cue, c[i - 1], c[i + 1])) + of_word_before(w[i - 1], 0) + of_word_behind(w[i + 1], 0)


CUE: Final[Told] = (groups.cue_opening, groups.cue_others, "R", "t", "J")


def cue(columns: Columns, clause: Clause, i: int, cue: str, others: tuple[str, str], near: Around) -> int:
    """Score the word at `i` by the other features of a cue; `others` are the cues before and after it, or empty."""
    of_opening, of_others, of_behind, of_next, of_kinds = columns
    c, sort = clause.kinds, cue[0]
    before, that, behind = near
    return (
        of_opening((c[clause.first], before, _STEP[i - clause.first], sort))
        + of_others((*others, sort))
        + of_behind((c[that] if that else "", behind, sort), 0)
        + of_next((c[i + 1 : i + 3], sort), 0)
        + of_kinds(c[i - 3 : i + 1], 0)
    )


SHAPE: Final[Told] = (groups.shape_cue, groups.shape_opening, "y", "h", "i", "G")


def shape(columns: Columns, clause: Clause, i: int, cue: str, near: Around) -> int:
    """Score the cue at `i` by the features of the shape, for all shapes in one number."""
    of_cue, of_opening, of_trail, of_word_behind, of_word_before, of_place = columns
    w, c = clause.words, clause.kinds
    before, that, behind = near
    comma = BREAKS.search(c, i + 1, min(i + _TRAIL, clause.last))
    place, sort = _STEP[i - clause.first], cue[0]
    return (
        of_cue((cue, behind, c[i - 1]))
        + of_opening((before, c[that] if that else "", place, c[clause.first]))
        + of_trail((before[:1], c[comma.end()] if comma else "", sort), 0)
        + of_word_behind(w[i + 1], 0)
        + of_word_before(w[i - 1], 0)
        + of_place((place, sort, c[i + 1]), 0)
    )


STARTS: Final[Told] = (groups.start_cue, groups.start_that, "e", "i", "g", "f")


def starts(
    columns: Columns, clause: Clause, i: int, cue: str, shape: str, places: Iterable[int], complementizer: int
) -> Iterator[tuple[int, int]]:
    """Yield the places behind the cue where content may begin, with their scores; `that` stands at `complementizer`, or 0."""
    of_cue, of_that, of_word_before, of_words_before, of_kinds, of_word = columns
    w, c = clause.words, clause.kinds
    that = "-"
    for s in places:
        far, before = _SMALL[min(13, s - i)], w[s - 1]
        if complementizer:
            that = "=" if s == complementizer else "<" if s < complementizer else ">"
        yield (
            s,
            of_cue((cue, c[s], far))
            + of_that((shape, that, far))
            + of_word_before(before, 0)
            + of_words_before((cue, before), 0)
            + of_kinds(c[s - 1 : s + 1], 0)
            + of_word(w[s], 0),
        )


LAST_END: Final[Told] = ("x", "z", "o")


def last_end(columns: Columns, clause: Clause, cue: str, shape: str, start: int, last: int) -> int:
    """Score the sentence's end, `last`, as the end of content that begins at `start`."""
    of_cue, of_shape, of_commas = columns
    commas = clause.kinds.count(",", start, last)
    return of_cue(cue, 0) + of_shape(shape, 0) + of_commas((_SMALL[min(3, commas)], clause.kinds[start]), 0)


ENDS_BEFORE: Final[Told] = (groups.end_kinds, groups.end_reach, "c", "E")


def ends(columns: Columns, clause: Clause, start: int, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the places where content that begins at `start` may end before its sentence does, with their scores."""
    of_kinds, of_reach, of_words, of_word = columns
    w, c, cues = clause.words, clause.kinds, clause.cues
    full = clause.last
    verb = VERBS.search(c, start, full)
    verb_at = verb.start() if verb else full
    marked = c.find('"', start, full) >= 0
    for j in places:
        near = "c" if j in cues or j + 1 in cues else "d" if j + 2 in cues or j + 3 in cues else ""
        quoted = "q" if marked and c.count('"', start, j) % 2 else ""
        yield (
            j,
            of_kinds((near, "v" if verb_at < j else "", c[j - 1 : j + 2]))
            + of_reach((c[j], _STEP[j - start], _STEP[full - j], quoted))
            + of_words((w[j], w[j + 1]), 0)
            + of_word(w[j], 0),
        )


LEFT_ENDS: Final[Told] = (groups.left_end_kinds, groups.left_end_reach, "b", "g")


def left_ends(
    columns: Columns, clause: Clause, i: int, cue: str, shape: str, places: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the places before the cue where content may end, the last first, with their scores."""
    of_kinds, of_reach, of_word, of_cue = columns
    w, c = clause.words, clause.kinds
    marks = 0
    for e in reversed(places):
        b = c[e]
        marks += b in BREAK
        count = _SMALL[marks]
        yield (
            e,
            of_kinds((c[e - 1 : e + 3], shape))
            + of_reach((shape, b, _STEP[i - e], count))
            + of_word((w[e], count), 0)
            + of_cue((cue, b, count), 0),
        )


LEFT_STARTS: Final[Told] = (groups.left_start_kinds, groups.left_start_reach, "e", "l")


def left_starts(
    columns: Columns, clause: Clause, shape: str, end: int, places: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Yield the places where content that ends at `end` may begin, with their scores."""
    of_kinds, of_reach, of_word, of_word_before = columns
    w, c, first = clause.words, clause.kinds, clause.first
    behind = c[end]
    for s in places:
        yield (
            s,
            of_kinds((c[s - 2 : s + 1], behind))
            + of_reach((_STEP[end - s], shape, _STEP[s - first]))
            + of_word((w[s], "" if s > first else "1"), 0)
            + of_word_before(w[s - 1], 0),
        )


SOURCES: Final[Told] = (groups.source_kinds, groups.source_reach, "j", "e", "g", "o")


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
    of_kinds, of_reach, of_cue, of_last, of_before, of_word_before = columns
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
            of_kinds((inside, c[start - 1 : start + 1], c[end : end + 2]))
            + of_reach((shape, side, _SMALL[min(6, gap)], kind, behind))
            + of_cue((cue, inside), 0)
            + of_last((side, w[end - 1]), 0)
            + of_before((side, w[start - 1]), 0)
            + of_word_before((before, side, _SMALL[rank]), 0),
        )


NO_SOURCE: Final[Told] = ("Z", "V")


def no_source(columns: Columns, clause: Clause, i: int, shape: str) -> int:
    """Score there being no source."""
    of_shape, of_word_before = columns
    return of_shape(shape, 0) + of_word_before(clause.words[i - 1], 0)
