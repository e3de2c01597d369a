"""Where a unit stands among the others, as numbers: what is around it, how far the running text is, and where it lies."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import log

NAMES = (
    "chance", "chance-3", "chance-2", "chance-1", "chance+1", "chance+2", "chance+3", "words-2", "words-1", "words+1",
    "words+2", "bullet-1", "finished-1", "bullet+1", "finished+1", "near", "near_weighted", "wide", "wide_weighted",
    "mass_before", "mass_after", "earlier", "later", "mean", "mean_weighted", "mass", "prose",
    "from_core", "core_share", "in_core", "back", "back_lowest", "back_comments", "back_related", "back_furniture",
    "ahead", "ahead_lowest", "ahead_comments", "ahead_related", "ahead_furniture",
    "run", "comments_so_far", "peak_back", "peak_ahead",
)  # fmt: skip
"""What the numbers are, in order."""

FAR = 60
"""Distances are counted up to here."""
_COMMENTS, _RELATED = 2, 5  # places of these kinds in FurnitureKind, counted from 1


def contexts(chances: Sequence[float], looks: Sequence[Sequence[float]]) -> list[list[float]]:
    """Return for every unit its numbers, from the chances that each by itself is article, and from the units' looks."""
    count = len(chances)
    words = [look[0] for look in looks]
    bullets = [look[2] for look in looks]
    finished = [look[4] for look in looks]
    masses = [chance * size for chance, size in zip(chances, words, strict=True)]
    mass = [0.0, *accumulate(masses)]
    total = mass[-1] or 1e-9
    sums = [0.0, *accumulate(chances)]
    sizes = [0.0, *accumulate(words)]
    first, last = _core(chances, words)
    core_mass = (mass[last] - mass[first]) / total
    marks = [_mark(look) for look in looks]
    prose = [chance > 0.75 and size >= 14 for chance, size in zip(chances, words, strict=True)]
    back = _scan(range(count), prose, chances, marks)
    ahead = _scan(range(count - 1, -1, -1), prose, chances, marks)
    runs = _runs(bullets)
    comments = list(accumulate(1.0 if mark == 1 else 0.0 for mark in marks))
    padded = [-1.0, -1.0, -1.0, *chances, -1.0, -1.0, -1.0]
    wide_words = [-1.0, -1.0, *words, -1.0, -1.0]
    wide_bullets = [-1.0, *bullets, -1.0]
    wide_finished = [-1.0, *finished, -1.0]
    whole = (
        sums[-1] / count, total / (sizes[-1] or 1.0), log(total + 1.0), float(min(sum(prose), 30)),
    )  # fmt: skip
    found: list[list[float]] = []
    for at in range(count):
        near0, near1 = max(0, at - 3), min(count, at + 4)
        wide0, wide1 = max(0, at - 10), min(count, at + 11)
        before = max(0, at - 15)
        after = min(count, at + 16)
        inside = first <= at < last
        found.append(
            [
                chances[at],
                *padded[at : at + 3],
                *padded[at + 4 : at + 7],
                *wide_words[at : at + 2],
                *wide_words[at + 3 : at + 5],
                wide_bullets[at],
                wide_finished[at],
                wide_bullets[at + 2],
                wide_finished[at + 2],
                (sums[near1] - sums[near0]) / (near1 - near0),
                (mass[near1] - mass[near0]) / (sizes[near1] - sizes[near0] + 1e-9),
                (sums[wide1] - sums[wide0]) / (wide1 - wide0),
                (mass[wide1] - mass[wide0]) / (sizes[wide1] - sizes[wide0] + 1e-9),
                (mass[at] - mass[before]) / total,
                (mass[after] - mass[at + 1]) / total,
                mass[at] / total,
                (total - mass[at + 1]) / total,
                *whole,
                0.0 if inside else float(max(at - first, -FAR)) if at < first else float(min(at - last + 1, FAR)),
                core_mass,
                1.0 if inside else 0.0,
                *back[at],
                *ahead[at],
                runs[at],
                min(comments[at], 5.0),
                max(padded[at : at + 3]),
                max(padded[at + 4 : at + 7]),
            ]
        )
    return found


def _mark(look: Sequence[float]) -> int:
    """1: comments begin here; 2: links to other articles; 3: other furniture known by its words."""
    kind = look[22] or (look[23] if look[0] <= 14 else 0)
    if kind == _COMMENTS:
        return 1
    if kind == _RELATED:
        return 2
    return 3 if kind or look[24] == 2 else 0


def _core(chances: Sequence[float], words: Sequence[float]) -> tuple[int, int]:
    """The stretch of units with the greatest sum of evidence (Kadane): where the article mostly is."""
    best, start, stop = 0.0, 0, 0
    current, begin = 0.0, 0
    for at, (chance, size) in enumerate(zip(chances, words, strict=True)):
        if current <= 0.0:
            current, begin = 0.0, at
        current += (chance - 0.5) * (min(size, 60)) - 0.5
        if current > best:
            best, start, stop = current, begin, at + 1
    return start, stop


def _scan(
    order: range, prose: Sequence[bool], chances: Sequence[float], marks: Sequence[int]
) -> list[tuple[float, float, float, float, float]]:
    """For each unit, since the last running text: how far, the lowest chance, and the furniture seen."""
    found: list[tuple[float, float, float, float, float]] = [(0.0, 0.0, 0.0, 0.0, 0.0)] * len(prose)
    distance, lowest = float(FAR), 1.0
    counts = [0.0, 0.0, 0.0, 0.0]
    for at in order:
        found[at] = (distance, lowest, counts[1], counts[2], counts[3])
        if prose[at]:
            distance, lowest, counts = 0.0, 1.0, [0.0, 0.0, 0.0, 0.0]
            continue
        lowest = min(lowest, chances[at])
        distance = min(distance + 1.0, float(FAR))
        counts[marks[at]] = min(counts[marks[at]] + 1.0, 9.0)
    return found


def _runs(bullets: Sequence[float]) -> list[float]:
    """How many neighbours with the same bullet each unit stands among, itself included."""
    count = len(bullets)
    found = [1.0] * count
    at = 0
    while at < count:
        stop = at + 1
        while stop < count and bullets[stop] == bullets[at]:
            stop += 1
        found[at:stop] = [float(min(stop - at, 30))] * (stop - at)
        at = stop
    return found
