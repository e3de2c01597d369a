"""Pairs the marks of one block of text: a stack, so that what is inside is inside, and an odd mark costs only itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from newsparse.annotations.quotations.marks import (
    END,
    FAMILIES,
    FAMILY,
    NEAR,
    SHAPE,
    START,
    STRENGTH,
    Family,
    Mark,
    Side,
)


@attrs.frozen(kw_only=True)
class Pairs:
    """What became of the marks of a block: pairs in the order of their opening marks, and the ones left over."""

    closed: tuple[tuple[Mark, Mark], ...]
    unclosed: tuple[Mark, ...]
    unopened: tuple[Mark, ...]


@attrs.frozen(kw_only=True)
class Tradition:
    """What the document's marks as a whole tell: whether “ is seen closing („…“), » opening (»…«), ” opening (”…”).

    `emphasis`: two apostrophes open beside other double marks, as left over from a wiki's italics (`''Nachtzug''`).
    """

    low_opens: bool = False
    guillemets_point_in: bool = False
    same_both_sides: bool = False
    emphasis: bool = False


def tradition_of(marks: Iterable[Mark], text: str) -> Tradition:
    """Return the tradition that most marks of a document speak for."""
    shown: set[str] = set()
    inward = 0
    for mark in marks:
        shown.add(text[mark[START] : mark[END]])
        if mark[FAMILY] in (Family.GUILLEMET, Family.SMALL_GUILLEMET) and mark[NEAR] != Side.EITHER:
            inward += 1 if mark[NEAR] != mark[SHAPE] else -1
    curly = {"“", "„", "‟", "&ldquo;", "&#8220;", "â€œ", "\x93"}
    return Tradition(
        low_opens="„" in shown or ",," in shown or "&bdquo;" in shown,
        guillemets_point_in=inward > 0,
        same_both_sides="”" in shown and not shown & curly,
        emphasis="''" in shown and "``" not in shown and not shown.isdisjoint(("“", "„", "”", '"', "«", "»")),
    )


def pair(marks: Sequence[Mark], text: str, tradition: Tradition) -> Pairs:
    """Return the pairs among the marks of one block. Linear: each mark is pushed and popped once at most."""
    later_close = _surer_close_follows(marks)
    stack: list[Mark] = []
    open_count = [0] * FAMILIES
    closed: list[tuple[Mark, Mark]] = []
    unclosed: list[Mark] = []
    unopened: list[Mark] = []
    for place, mark in enumerate(marks):
        family = mark[FAMILY]
        side = _side(mark, text, tradition, is_open=open_count[family] > 0)
        if side == Side.OPENS:
            stack.append(mark)
            open_count[family] += 1
            continue
        if not open_count[family]:
            if family != Family.SINGLE:
                unopened.append(mark)
            continue
        if family == Family.SINGLE and later_close[place] > mark[STRENGTH]:
            continue
        if not mark[STRENGTH] and family != Family.SINGLE and later_close[place]:
            continue
        while (top := stack.pop())[FAMILY] != family:
            open_count[top[FAMILY]] -= 1
            unclosed.append(top)
        open_count[family] -= 1
        closed.append((top, mark))
    unclosed.extend(stack)
    closed.sort()
    return Pairs(closed=tuple(closed), unclosed=tuple(sorted(unclosed)), unopened=tuple(unopened))


def _surer_close_follows(marks: Sequence[Mark]) -> list[int]:
    """For each mark, the strength of the surest closing one of its family before the next opening one of it."""
    surest = [0] * len(marks)
    best = [0] * FAMILIES
    for place in range(len(marks) - 1, -1, -1):
        mark = marks[place]
        surest[place] = best[mark[FAMILY]]
        if mark[NEAR] == Side.OPENS:
            best[mark[FAMILY]] = 0
        elif mark[STRENGTH] > best[mark[FAMILY]]:
            best[mark[FAMILY]] = mark[STRENGTH]
    return surest


def _side(mark: Mark, text: str, tradition: Tradition, *, is_open: bool) -> int:
    """Whether a mark opens or closes: by the tradition where that settles it, else by neighbours and shape."""
    near, shape = mark[NEAR], mark[SHAPE]
    if mark[FAMILY] in (Family.GUILLEMET, Family.SMALL_GUILLEMET):
        if tradition.guillemets_point_in:
            shape = Side.CLOSES if shape == Side.OPENS else Side.OPENS
        return shape if near in (Side.EITHER, shape) else near if is_open == (near == Side.CLOSES) else shape
    if shape == Side.EITHER or (tradition.same_both_sides and text[mark[START]] == "”"):
        if near == Side.EITHER:
            return Side.CLOSES if is_open else Side.OPENS
        return near
    if text[mark[START]] in "“‘" and tradition.low_opens and is_open:
        return Side.OPENS if near == Side.OPENS else Side.CLOSES
    if near in (Side.EITHER, shape):
        return shape
    # The mark is turned the wrong way (”word”, “word“): believe the neighbours where the stack agrees with them.
    return near if is_open == (near == Side.CLOSES) else shape
