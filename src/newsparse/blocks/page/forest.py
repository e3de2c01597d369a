"""Forests of boosted decision trees, read from the model's data file."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from math import exp

Node = tuple[int, float, "Node | float", "Node | float"]
"""Which number to look at, the threshold, and what comes where the number is at most that, and where it is above."""
Forest = Callable[..., float]
"""Adds up what the trees say of some numbers."""


@cache
def forest(name: str) -> Forest:
    """Return one of the model's forests."""
    return compiled(read_forests()[name])


def compiled(trees: Sequence[Node]) -> Forest:
    """Return trees as one Python expression: walking linked nodes takes thrice as long, and a page has hundreds of lines."""
    names = ", ".join(f"n{number}" for number in range(max(map(_highest, trees)) + 1))
    sums = " + ".join(["0.0", *map(_written, trees)])
    made: Forest = eval(f"lambda {names}, *_: {sums}", {"__builtins__": {}})  # noqa: S307 - numbers of the model's own file
    return made


def _highest(node: Node | float) -> int:
    return max(node[0], _highest(node[2]), _highest(node[3])) if isinstance(node, tuple) else 0


def _written(node: Node | float) -> str:
    if not isinstance(node, tuple):
        return repr(node)
    number, threshold, low, high = node
    return f"({_written(low)} if n{number:d} <= {threshold!r} else {_written(high)})"


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


def chance(trees: Forest, numbers: Sequence[float]) -> float:
    """Return the chance that the trees give to `numbers`."""
    return 1.0 / (1.0 + exp(-trees(*numbers)))
