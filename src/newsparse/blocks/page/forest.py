"""The forests of the model of pages, read from its data file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp

from newsparse.forests import Forest, Tree, compiled, linked


@cache
def forest(name: str) -> Forest:
    """Return one of the model's forests."""
    return compiled(read_forests()[name])


@cache
def read_forests() -> dict[str, tuple[Tree, ...]]:
    """Return the forests of the model's file by name."""
    data = json.loads((files("newsparse.blocks.page") / "model.json").read_text("utf-8"))
    return {name: tuple(linked(*tree) for tree in trees) for name, trees in data.items()}


def chance(trees: Forest, numbers: Sequence[float]) -> float:
    """Return the chance that the trees give to `numbers`."""
    return 1.0 / (1.0 + exp(-trees(*numbers)))
