"""The second look: a passage among its neighbours, now that each has been looked at alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import exp
from operator import itemgetter

from newsparse.readers.html.evidence import COLUMNS
from newsparse.readers.html.survey import Survey
from newsparse.readers.html.walking import Element, Passage

_KEPT = itemgetter(*[
    COLUMNS.index(name)
    for name in ("marks", "size", "links", "bold", "final", "tag", "kinds", "near", "title", "description", "body", "alike",
                 "alike_prose", "repeats", "figure", "roles", "words", "capitals", "inside", "from_title", "same_article",
                 "headlines", "kind", "role")
])  # fmt: skip
_FAR = 50


def in_context(
    passages: Sequence[Passage],
    survey: Survey,
    rows: Sequence[Sequence[float]],
    logits: Sequence[float],
    wanted: Sequence[int],
) -> list[list[float]]:
    """Return a row of figures for each passage whose number is in `wanted`."""
    total = len(passages)
    chances = [1.0 / (1.0 + exp(-logit)) if logit > -30.0 else 0.0 for logit in logits]
    sizes = [size + 10 if size < 600 else 610 for size in survey.sizes]
    kept = [size * p for size, p in zip(sizes, chances, strict=True)]
    held = [0.0, *accumulate(kept)]
    long = [0, *accumulate(sizes)]
    families = _families(passages, sizes, kept)
    alike = _sums(survey.alike, sizes, kept)
    above = _subtrees(passages, survey, sizes, kept)
    whole = max(1.0, held[-1])
    sure = [p > 0.7 and size > 70 for p, size in zip(chances, sizes, strict=True)]
    since, until = _distances(sure), _distances(sure[::-1])[::-1]
    padded = [-9.0, -9.0, -9.0, *logits, -9.0, -9.0, -9.0]

    def window(start: int, end: int) -> float:
        return (held[end] - held[start]) / (long[end] - long[start]) if end > start else -1.0

    best = max(chances, default=0.0)
    found: list[list[float]] = []
    for at in wanted:
        share, long_, count = families[passages[at].element.parent]
        like = alike[id(survey.alike[at])]
        found.append(list(map(float, (
            *padded[at : at + 7], window(max(0, at - 5), at), window(at + 1, min(total, at + 6)), window(max(0, at - 12), at),
            window(at + 1, min(total, at + 13)),
            share / long_, count, share / whole, held[at] / whole, (held[-1] - held[at + 1]) / whole,
            since[at], until[at], whole, best, like[0] / like[1], *_around(passages[at].element.at, survey, above, whole),
            *_KEPT(rows[at]),
        ))))  # fmt: skip
    return found


def _families(
    passages: Sequence[Passage], sizes: Sequence[int], kept: Sequence[float]
) -> dict[Element | None, list[float]]:
    """For each parent of passages' elements: what is kept of its own passages, what there is, how many."""
    found: dict[Element | None, list[float]] = {}
    for passage, size, share in zip(passages, sizes, kept, strict=True):
        parent = passage.element.parent
        if parent in found:
            family = found[parent]
            family[0] += share
            family[1] += size
            family[2] += 1
        else:
            found[parent] = [share, float(size), 1.0]
    return found


def _sums(groups: Sequence[object], sizes: Sequence[int], kept: Sequence[float]) -> dict[int, list[float]]:
    """For each group, by its identity: what is kept, and what there is."""
    found: dict[int, list[float]] = {}
    for group, size, share in zip(groups, sizes, kept, strict=True):
        key = id(group)
        if key in found:
            sums = found[key]
            sums[0] += share
            sums[1] += size
        else:
            found[key] = [share, float(size)]
    return found


def _subtrees(
    passages: Sequence[Passage], survey: Survey, sizes: Sequence[int], kept: Sequence[float]
) -> tuple[list[float], list[int]]:
    """What is kept of each element, and what there is of it."""
    shares, all_ = [0.0] * len(survey.elements), [0] * len(survey.elements)
    for passage, size, share in zip(passages, sizes, kept, strict=True):
        at = passage.element.at
        shares[at] += share
        all_[at] += size
    parents = survey.parents
    for at in range(len(parents) - 1, 0, -1):
        if (above := parents[at]) >= 0:
            shares[above] += shares[at]
            all_[above] += all_[at]
    return shares, all_


def _around(at: int, survey: Survey, sums: tuple[list[float], list[int]], whole: float) -> list[float]:
    """The three nearest elements that hold more: how much of each is kept, and what share of all that is kept."""
    found: list[float] = []
    shares, all_ = sums
    for _ in range(3):
        at = survey.wider[at] if at >= 0 else -1
        found += (shares[at] / all_[at], shares[at] / whole) if at >= 0 else (0.0, 0.0)
    return found


def _distances(sure: Sequence[bool]) -> list[int]:
    """How many passages back the last sure one is."""
    found: list[int] = []
    last = -_FAR
    for at, here in enumerate(sure):
        found.append(min(_FAR, at - last))
        if here:
            last = at
    return found
