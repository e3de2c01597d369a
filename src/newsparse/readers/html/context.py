"""The second look: a passage among its neighbours, now that each has been looked at alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import exp
from operator import itemgetter, mul

from newsparse.readers.html.evidence import COLUMNS
from newsparse.readers.html.survey import Survey
from newsparse.readers.html.walking import Passages

_KEPT = itemgetter(*[
    COLUMNS.index(name)
    for name in ("marks", "size", "links", "bold", "final", "tag", "kinds", "near", "title", "description", "body", "alike",
                 "alike_prose", "repeats", "figure", "roles", "words", "capitals", "inside", "from_title", "same_article",
                 "headlines", "kind", "role")
])  # fmt: skip
_FAR = 50


def in_context(
    passages: Passages,
    survey: Survey,
    rows: Sequence[Sequence[float]],
    logits: Sequence[float],
    wanted: Sequence[int],
) -> list[list[float]]:
    """Return a row of figures for each passage whose number is in `wanted`."""
    elements, alike, parents = passages.blocks, survey.alike, survey.parents
    total = len(elements)
    chances = [1.0 / (1.0 + exp(-logit)) if logit > -30.0 else 0.0 for logit in logits]
    sizes = [size + 10 if size < 600 else 610 for size in survey.sizes]
    kept = list(map(mul, sizes, chances))
    held = [0.0, *accumulate(kept)]
    long = [0, *accumulate(sizes)]
    sums = _Sums(passages, survey, sizes, kept, wanted)
    shares = sums.elements
    whole = max(1.0, held[-1])
    sure = [at for at, (p, size) in enumerate(zip(chances, sizes, strict=True)) if p > 0.7 and size > 70]
    padded = [-9.0, -9.0, -9.0, *logits, -9.0, -9.0, -9.0]
    best = max(chances, default=0.0)
    found: list[list[float]] = []
    for at in wanted:
        number = elements[at]
        parent, group = parents[number], alike[at].number
        after = at + 1
        here, past, size, length = held[at], held[after], long[at], long[after]
        near, far = at - 5 if at > 5 else 0, at - 12 if at > 12 else 0
        close, wide = min(total, at + 6), min(total, at + 13)
        row = [
            *padded[at : at + 7], (here - held[near]) / (size - long[near]) if at else -1.0,
            (held[close] - past) / (long[close] - length) if after < total else -1.0,
            (here - held[far]) / (size - long[far]) if at else -1.0,
            (held[wide] - past) / (long[wide] - length) if after < total else -1.0,
            sums.families[parent] / sums.sizes[parent], float(sums.counts[parent]), sums.families[parent] / whole,
            here / whole, (held[-1] - past) / whole, *_distances(at, sure), whole, best,
            sums.templates[group] / sums.lengths[group],
        ]  # fmt: skip
        # The nearest elements that hold more: how much of each is kept, and what share of all that is kept
        for _ in range(3):
            number = survey.wider[number] if number >= 0 else -1
            if number < 0:
                row += (0.0, 0.0)
            else:
                share = shares[number]
                row += (share / sums.widths[number], share / whole)
        row += _KEPT(rows[at])
        found.append(row)
    return found


class _Sums:
    """What is kept of the passages that stand together with those that are wanted.

    By element: `families`, `sizes` and `counts` of its children's own passages (what is kept, what there is, how many), and
    `elements` and `widths`, what is kept of all that it holds and what there is. By template: `templates` and `lengths`, what
    is kept and what there is.
    """

    __slots__ = ("counts", "elements", "families", "lengths", "sizes", "templates", "widths")

    def __init__(
        self, passages: Passages, survey: Survey, sizes: Sequence[int], kept: Sequence[float], wanted: Sequence[int]
    ) -> None:
        parents = survey.parents
        near = {parents[passages.blocks[at]] for at in wanted}
        like = {survey.alike[at].number for at in wanted}
        total, many = len(parents), len(sizes)
        families, own, counts, elements, widths = [0.0] * total, [0] * total, [0] * total, [0.0] * total, [0] * total
        templates, lengths = [0.0] * many, [0] * many
        for number, group, size, share in zip(passages.blocks, survey.alike, sizes, kept, strict=True):
            elements[number] += share
            widths[number] += size
            parent, template = parents[number], group.number
            if parent in near:
                families[parent] += share
                own[parent] += size
                counts[parent] += 1
            if template in like:
                templates[template] += share
                lengths[template] += size
        for number in range(total - 1, 0, -1):
            above = parents[number]
            elements[above] += elements[number]
            widths[above] += widths[number]
        self.families, self.sizes, self.counts = families, own, counts
        self.elements, self.widths, self.templates, self.lengths = elements, widths, templates, lengths


def _distances(at: int, sure: Sequence[int]) -> tuple[float, float]:
    """How many passages back the last sure one is, and how many ahead the next one."""
    before, after = bisect_left(sure, at), bisect_right(sure, at)
    return (
        float(min(_FAR, at - sure[before - 1])) if before else float(_FAR),
        float(min(_FAR, sure[after] - at)) if after < len(sure) else float(_FAR),
    )
