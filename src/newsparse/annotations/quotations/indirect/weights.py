"""The learned weights: features and what each says, as `benchmarks/train_indirect.py` wrote them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from sys import intern

import attrs

from newsparse.annotations.quotations.indirect.scoring import Feature, Get

SCALE = 20
"""A weight of one (natural logarithm of odds) is written as this whole number."""

LIMITS = "limits"
"""The table of what a score must reach. `gate`: the first features of a cue, for the others to be looked at; `start`, `end`,
`source`: the likeliest candidate, to be taken unseen the others."""

IDLE = "idle"
"""The table of words that could report and in news hardly ever do (`state`, `vote`): they are no cues."""

SHAPES = ("right", "left", "around")
"""Where the content lies: `said that …`, `…, she said`, `…, she said, …`."""

FIELD = 20
"""Bits of one of the three sums that are added up at once, see `packed`."""


@attrs.frozen(kw_only=True, eq=False)
class Weights:
    """What looks up the weights of each decision.

    `cue`: does this word report; `shape`: where its content lies, three weights in one number; `start`, `end`: the extent of
    content behind it; `lstart`, `lend`: of content before it; `source`: whose it is.
    """

    cue: Get
    shape: Get
    start: Get
    end: Get
    lstart: Get
    lend: Get
    source: Get
    gate: int
    sure: Mapping[str, int]
    idle: frozenset[str]


@cache
def load_weights(code: str) -> Weights | None:
    """Return a language's weights, or None if it has none."""
    tables = read_tables(code)
    if not tables:
        return None
    limits = {name: limit for (name,), limit in tables[LIMITS].items()}
    return Weights(
        shape=packed(tables).get,
        **{name: tables[name].get for name in ("cue", "start", "end", "lstart", "lend", "source")},
        gate=limits.pop("gate"),
        sure=limits,
        idle=frozenset(word for (word,) in tables[IDLE]),
    )


def read_tables(code: str) -> dict[str, dict[Feature, int]]:
    """Return for each decision its features, and what each says; empty if the language has none."""
    path = files("newsparse.annotations.quotations.indirect") / f"{code}.weights.tsv"
    if not path.is_file():
        return {}
    tables: dict[str, dict[Feature, int]] = {}
    for section in path.read_text("utf-8").removeprefix("= ").split("\n= "):
        name, _, lines = section.partition("\n")
        pairs = (line.split("\t") for line in lines.splitlines())
        tables[name] = {tuple(map(intern, feature.split(" "))): int(weight) for feature, weight in pairs}
    return tables


def packed(tables: Mapping[str, Mapping[Feature, int]]) -> dict[Feature, int]:
    """Return the features of all shapes with three weights in one number each, which add up without mixing."""
    found: dict[Feature, int] = {}
    for shape in SHAPES:
        for feature in found:
            found[feature] <<= FIELD
        for feature, weight in tables[shape].items():
            found[feature] = found.get(feature, 0) + weight
    return found


def unpacked(score: int) -> tuple[int, int, int]:
    """Return the three sums in one number."""
    half, mask = 1 << (FIELD - 1), (1 << FIELD) - 1
    score += half | half << FIELD | half << 2 * FIELD
    return (score >> 2 * FIELD) - half, (score >> FIELD & mask) - half, (score & mask) - half
