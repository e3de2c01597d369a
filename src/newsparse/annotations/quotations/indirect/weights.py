"""The learned weights: features and what each says, as `benchmarks/train_indirect.py` wrote them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from sys import intern

import attrs

from newsparse.annotations.quotations.indirect import scoring
from newsparse.annotations.quotations.indirect.scoring import Columns, Feature

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

TOLD: Mapping[str, Mapping[str, Sequence[str]]] = {
    "cue": {"gate": scoring.GATE, "cue": scoring.CUE},
    "start": {"starts": scoring.STARTS},
    "end": {"last_end": scoring.LAST_END, "ends": scoring.ENDS_BEFORE},
    "lend": {"left_ends": scoring.LEFT_ENDS},
    "lstart": {"left_starts": scoring.LEFT_STARTS},
    "source": {"sources": scoring.SOURCES, "no_source": scoring.NO_SOURCE},
}
"""For each table the scores that come from it, with the letters of their features."""


@attrs.frozen(kw_only=True, eq=False)
class Weights:
    """The columns of each score, see `scoring`.

    `gate`, `cue`: does this word report; `shape`: where its content lies, three weights in one number; `starts`, `last_end`,
    `ends`: the extent of content behind it; `left_starts`, `left_ends`: of content before it; `sources`, `no_source`: whose it
    is.
    """

    gate: Columns
    cue: Columns
    shape: Columns
    starts: Columns
    last_end: Columns
    ends: Columns
    left_ends: Columns
    left_starts: Columns
    sources: Columns
    no_source: Columns
    least: int
    """What the first features of a cue must say."""
    sure: Mapping[str, int]
    idle: frozenset[str]


@cache
def load_weights(code: str) -> Weights | None:
    """Return a language's weights, or None if it has none."""
    tables = read_tables(code)
    if not tables:
        return None
    limits = {name: limit for (name,), limit in tables[LIMITS].items()}
    made = {name: columns for table, told in TOLD.items() for name, columns in columns_of(tables[table], told).items()}
    return Weights(
        **made,
        **columns_of(packed(tables), {"shape": scoring.SHAPE}),
        least=limits.pop("gate"),
        sure=limits,
        idle=frozenset(word for (word,) in tables[IDLE]),
    )


def columns_of(table: Mapping[Feature, int], told: Mapping[str, Sequence[str]]) -> dict[str, Columns]:
    """Return what looks up the weights of a table, for each score in the order of its letters."""
    letters: defaultdict[str, dict[str | Feature, int]] = defaultdict(dict)
    for feature, weight in table.items():
        letters[feature[0]][feature[1] if len(feature) == 2 else feature[1:]] = weight
    return {name: tuple([letters[letter].get for letter in wanted]) for name, wanted in told.items()}


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
