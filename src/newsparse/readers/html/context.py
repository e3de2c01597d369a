"""The second look: a passage among its neighbours, now that each has been looked at alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from math import exp

from newsparse.readers.html.evidence import COLUMNS
from newsparse.readers.html.walking import Element, Passage

_KEPT = tuple(
    COLUMNS.index(name)
    for name in ("size", "links", "bold", "final", "tag", "kinds", "near", "title", "description", "body", "alike",
                 "alike_prose", "repeats", "figure", "roles", "marks", "words")
)  # fmt: skip
_FAR = 50


def chance(logit: float) -> float:
    """The probability that a logit stands for."""
    return 1.0 / (1.0 + exp(-logit)) if logit > -30.0 else 0.0


def in_context(
    passages: Sequence[Passage], rows: Sequence[Sequence[float]], logits: Sequence[float], wanted: Sequence[int]
) -> list[list[float]]:
    """Return a row of figures for each passage whose number is in `wanted`."""
    total = len(passages)
    chances = [chance(logit) for logit in logits]
    sizes = [min(len(passage.text), 600) + 10 for passage in passages]
    kept = [size * p for size, p in zip(sizes, chances, strict=True)]
    held = [0.0, *accumulate(kept)]
    long = [0, *accumulate(sizes)]
    families: dict[Element | None, list[float]] = {}
    for passage, size, share in zip(passages, sizes, kept, strict=True):
        family = families.setdefault(passage.element.parent, [0.0, 0.0, 0.0])
        family[0] += share
        family[1] += size
        family[2] += 1
    whole = max(1.0, held[-1])
    sure = [p > 0.7 and size > 70 for p, size in zip(chances, sizes, strict=True)]
    since, until = _distances(sure), _distances(sure[::-1])[::-1]
    padded = [-9.0, -9.0, -9.0, *logits, -9.0, -9.0, -9.0]

    def window(start: int, end: int) -> float:
        start, end = max(0, start), min(total, end)
        return (held[end] - held[start]) / (long[end] - long[start]) if end > start else -1.0

    best = max(chances, default=0.0)
    found: list[list[float]] = []
    for at in wanted:
        share, long_, count = families[passages[at].element.parent]
        row = rows[at]
        found.append([
            *padded[at : at + 7], window(at - 5, at), window(at + 1, at + 6), window(at - 12, at), window(at + 1, at + 13),
            share / long_, count, share / whole, held[at] / whole, (held[-1] - held[at + 1]) / whole,
            since[at], until[at], whole, best, *[row[column] for column in _KEPT],
        ])  # fmt: skip
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
