"""The learned weights: features and what each says, as `tools/train_indirect.py` wrote them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import attrs

RANKERS = ("start", "end", "lstart", "lend", "source")


@attrs.frozen(kw_only=True, eq=False)
class Weights:
    """`cue` gives a feature's votes for content on the right, on the left and around; `rankers` votes for a candidate."""

    cue: Mapping[str, tuple[int, int, int]]
    rankers: Mapping[str, Mapping[str, int]]


SCALE = 20
"""A weight of one (natural logarithm of odds) is written as this whole number."""


@cache
def load_weights(code: str) -> Weights | None:
    """Return a language's weights, or None if it has none."""
    path = files(__package__) / f"{code}.weights.tsv"
    if not path.is_file():
        return None
    cue: dict[str, tuple[int, int, int]] = {}
    rankers: dict[str, dict[str, int]] = {}
    table: dict[str, int] = {}
    for line in path.read_text("utf-8").split("\n"):
        feature, _, votes = line.partition("\t")
        if not votes:
            if feature:
                table = rankers.setdefault(feature, {})
        elif " " in votes:
            right, left, around = votes.split(" ")
            cue[feature] = (int(right), int(left), int(around))
        else:
            table[feature] = int(votes)
    return Weights(cue=cue, rankers=rankers)


def best(table: Mapping[str, int], candidates: Sequence[Sequence[str]]) -> int:
    """Return the candidate whose features have most weight, the first of equals."""
    if len(candidates) == 1:
        return 0
    get = table.get
    top, chosen = -1_000_000, 0
    for number, features in enumerate(candidates):
        score = 0
        for feature in features:
            score += get(feature, 0)
        if score > top:
            top, chosen = score, number
    return chosen
