"""The learned weights: features and what each says, as `tools/train_indirect.py` wrote them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat

import attrs

SCALE = 20
"""A weight of one (natural logarithm of odds) is written as this whole number."""

SURE = "!"
"""In tables of boundaries and sources: the weight from which the likeliest candidate is taken unseen the others."""


GATE = "?"
"""In the table of cues: what the first features must say for the others to be looked at."""


@attrs.frozen(kw_only=True, eq=False)
class Weights:
    """A table of weights for each decision.

    `cue`: does this word report; `right`, `left`, `around`: where its content lies; `start`, `end`: the extent of content
    behind it; `lstart`, `lend`: of content before it; `source`: whose it is.
    """

    tables: Mapping[str, Mapping[str, int]]


@cache
def load_weights(code: str) -> Weights | None:
    """Return a language's weights, or None if it has none."""
    path = files("newsparse.annotations.quotations.indirect") / f"{code}.weights.tsv"
    if not path.is_file():
        return None
    tables: dict[str, dict[str, int]] = {}
    for section in path.read_text("utf-8").removeprefix("= ").split("\n= "):
        name, _, lines = section.partition("\n")
        pairs = (line.split("\t") for line in lines.splitlines())
        tables[name] = {feature: int(weight) for feature, weight in pairs}
    return Weights(tables=tables)


def total(table: Mapping[str, int], features: Sequence[str]) -> int:
    """Return the sum of the features' weights."""
    return sum(map(table.get, features, repeat(0)))


def best(table: Mapping[str, int], candidates: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return the place of the candidate whose features have most weight, the first of equals, and that weight."""
    get, zero = table.get, repeat(0)
    scores = [sum(map(get, features, zero)) for features in candidates]
    top = max(scores)
    return scores.index(top), top
