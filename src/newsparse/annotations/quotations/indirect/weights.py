"""The learned weights: features and what each says, as `benchmarks/train_indirect.py` wrote them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from string import ascii_letters
from sys import intern

import attrs

SCALE = 20
"""A weight of one (natural logarithm of odds) is written as this whole number."""

SURE = "!"
"""In tables of boundaries and sources: the weight from which the likeliest candidate is taken unseen the others."""

GATE = "?"
"""In the table of cues: what the first features must say for the others to be looked at."""

SHAPES = ("right", "left", "around")
"""Where the content lies: `said that …`, `…, she said`, `…, she said, …`."""

FIELD = 20
"""Bits of one of the three sums that are added up at once, see `packed`."""

Key = str | tuple[str, ...]

Nested = Mapping[str, Mapping[Key, int]]
"""For each letter of a feature what its part, or its parts together, say."""


@attrs.frozen(kw_only=True, eq=False)
class Weights:
    """The weights of each decision, nested by the parts of a feature, so that looking up needs no string to be made.

    `cue`: does this word report; `shape`: where its content lies, three weights in one number; `start`, `end`: the extent of
    content behind it; `lstart`, `lend`: of content before it; `source`: whose it is.
    """

    cue: Nested
    shape: Nested
    start: Nested
    end: Nested
    lstart: Nested
    lend: Nested
    source: Nested
    gate: int
    sure: Mapping[str, int]


@cache
def load_weights(code: str) -> Weights | None:
    """Return a language's weights, or None if it has none."""
    tables = read_tables(code)
    if not tables:
        return None
    gate, sure = tables["cue"][GATE], {name: tables[name][SURE] for name in ("start", "end", "source")}
    shape = packed({name: tables.pop(name) for name in SHAPES})
    # each table goes as soon as it is nested: together they take as much memory as all that is kept
    parts = {name: nested(tables.pop(name).items()) for name in ("cue", "start", "end", "lstart", "lend", "source")}
    return Weights(shape=nested(shape.items()), **parts, gate=gate, sure=sure)


def read_tables(code: str) -> dict[str, dict[str, int]]:
    """Return for each decision its features as they are written, and what each says; empty if the language has none."""
    path = files("newsparse.annotations.quotations.indirect") / f"{code}.weights.tsv"
    if not path.is_file():
        return {}
    tables: dict[str, dict[str, int]] = {}
    for section in path.read_text("utf-8").removeprefix("= ").split("\n= "):
        name, _, lines = section.partition("\n")
        pairs = (line.split("\t") for line in lines.splitlines())
        tables[name] = {feature: int(weight) for feature, weight in pairs}
    return tables


def packed(tables: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """Return the features of all shapes with three weights in one number each, which add up without mixing."""
    found: dict[str, int] = {}
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


def nested(features: Iterable[tuple[str, int]]) -> dict[str, dict[Key, int]]:
    """Return features by their letter, then by their parts: `"a went CAP"` is at `["a"]["went", "CAP"]`."""
    # equal weights and equal parts are one object each: what is looked at often is then near
    equal: dict[int, int] = {}
    found: dict[str, dict[Key, int]] = {letter: {} for letter in ("", *ascii_letters)}
    for feature, weight in features:
        first, *more = map(intern, feature[1:].split(" "))
        if feature not in (GATE, SURE):
            found[feature[:1]][(first, *more) if more else first] = equal.setdefault(weight, weight)
    return found
