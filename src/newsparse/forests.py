"""Boosted regression trees, compiled: what every learned forest of the library is evaluated by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

Tree: TypeAlias = "tuple[int, float, Tree, Tree] | float"
"""Which figure to look at, the threshold, and what comes where it is at most that and where it is above; or a leaf."""
Forest: TypeAlias = Callable[..., float]
"""Adds up what the trees say of a row of figures, which are its arguments."""
Rows: TypeAlias = Callable[[Iterable[Sequence[float]]], list[float]]
"""Adds up what the trees say of each of several rows of figures."""
Above: TypeAlias = Callable[[Sequence[float]], bool]
"""Says whether what the trees make of a row of figures is above a limit."""
AT_ONCE: Final = 50
"""Trees in one expression."""


def compiled(trees: Sequence[Tree]) -> Forest:
    """Return trees as Python expressions: a twentieth of the time that walking them takes; pages have hundreds of rows.

    At most `AT_ONCE` trees are one expression, as compiling takes memory by its length; sums are made in the same order.
    """
    figures = "".join(f"x{column}, " for column in range(1 + max(map(_last_column, trees), default=-1)))
    rest = max(0, len(trees) - AT_ONCE)
    names: dict[str, object] = {"__builtins__": {}, "before": compiled(trees[:rest]) if rest else None}
    source = f"lambda {figures}*_: {f'before({figures}) + ' if rest else ''}{_sum(trees[rest:])}"
    made: Forest = eval(source, names)  # noqa: S307 - made of numbers of our own data files
    return made


def compiled_for_rows(trees: Sequence[Tree], columns: int) -> Rows:
    """Return trees as one Python expression within a loop over rows of so many figures: many rows without a call for each."""
    figures = "".join(f"x{column}, " for column in range(columns))
    made: Rows = eval(f"lambda rows: [{_sum(trees)} for {figures} in rows]", {"__builtins__": {}})  # noqa: S307 - our own numbers
    return made


_STOPS: Final = (0.3, 0.4, 0.5, 0.65, 0.8, 1.0)
"""Shares of the trees after which is asked whether the others can still turn the answer."""
_ROUNDING: Final = 1e-6


def above(trees: Sequence[Tree], limit: float) -> Above:
    """Return what tells whether the sum of trees is above `limit`, from no more of them than that takes: half, mostly.

    The trees whose leaves differ most go first. A sum that rounding could turn is made anew in the order of the trees.
    """
    ranges = [
        (max(leaves) - min(leaves), min(leaves), max(leaves), tree) for tree in trees if (leaves := _leaves(tree))
    ]
    ranges.sort(key=lambda one: -one[0])
    stages: list[tuple[Forest, float, float]] = []
    begin = 0
    for share in _STOPS:
        end = round(share * len(ranges))
        least, most = sum(one[1] for one in ranges[end:]), sum(one[2] for one in ranges[end:])
        stages.append((compiled([one[3] for one in ranges[begin:end]]), limit - least, limit - most))
        begin = end
    exactly: list[Forest] = []

    def is_above(row: Sequence[float]) -> bool:
        found = 0.0
        for stage, enough, short in stages:
            found += stage(*row)
            if found > enough + _ROUNDING:
                return True
            if found < short - _ROUNDING:
                return False
        if not exactly:
            exactly.append(compiled(trees))
        return exactly[0](*row) - limit > 0

    return is_above


def _leaves(tree: Tree) -> tuple[float, ...]:
    return (tree,) if isinstance(tree, int | float) else _leaves(tree[2]) + _leaves(tree[3])


def linked(numbers: list[int], thresholds: list[float], low: list[int], high: list[int], values: list[float]) -> Tree:
    """Return a tree that is stored as lists, a place each node; a place below nothing is a leaf's. Parents stand first."""
    nodes: list[Tree] = [0.0] * len(numbers)

    def child(place: int) -> Tree:
        return values[-place - 1] if place < 0 else nodes[place]

    for at in range(len(numbers) - 1, -1, -1):
        nodes[at] = (numbers[at], thresholds[at], child(low[at]), child(high[at]))
    return nodes[0]


def _sum(trees: Sequence[Tree]) -> str:
    return " + ".join(map(_written, trees)) or "0.0"


def _last_column(tree: Tree) -> int:
    return -1 if isinstance(tree, int | float) else max(tree[0], _last_column(tree[2]), _last_column(tree[3]))


def _written(tree: Tree) -> str:
    """A tree as a conditional expression. Python compares floats with floats fastest; whole numbers give the same answers."""
    if isinstance(tree, int | float):
        return repr(float(tree))
    column, threshold, low, high = tree
    return f"({_written(low)} if x{column:d} <= {float(threshold)!r} else {_written(high)})"
