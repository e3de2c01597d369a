"""Forests of boosted decision trees, read from the model's data file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp

Node = tuple[int, float, "Node | float", "Node | float"]
"""Which number to look at, the threshold, and what comes where the number is at most that, and where it is above."""


@cache
def forest(name: str) -> tuple[Node, ...]:
    """Return the trees of one of the model's forests."""
    return read_forests()[name]


@cache
def read_forests() -> dict[str, tuple[Node, ...]]:
    """Return the forests of the model's file by name."""
    data = json.loads((files("newsparse.blocks.page") / "model.json").read_text("utf-8"))
    return {name: tuple(linked(*tree) for tree in trees) for name, trees in data.items()}


def linked(numbers: list[int], thresholds: list[float], low: list[int], high: list[int], values: list[float]) -> Node:
    """Return the tree as linked nodes. Parents stand before their children in the file."""
    nodes: list[Node | None] = [None] * len(numbers)

    def child(place: int) -> Node | float:
        if place < 0:
            return values[-place - 1]
        node = nodes[place]
        assert node is not None  # noqa: S101 - children come after their parents, and are linked first
        return node

    for at in range(len(numbers) - 1, -1, -1):
        nodes[at] = (numbers[at], thresholds[at], child(low[at]), child(high[at]))
    root = nodes[0]
    assert root is not None  # noqa: S101
    return root


def chance(trees: Sequence[Node], numbers: Sequence[float]) -> float:
    """Return the chance that the trees give to `numbers`."""
    return 1.0 / (1.0 + exp(-margin(trees, numbers)))


def margin(trees: Sequence[Node], numbers: Sequence[float]) -> float:
    """Return what the trees give to `numbers`, as the logarithm of odds."""
    total = 0.0
    for tree in trees:
        node: Node | float = tree
        while type(node) is tuple:
            node = node[2] if numbers[node[0]] <= node[1] else node[3]
        total += node  # type: ignore[operator]
    return total
