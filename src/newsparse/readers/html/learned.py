"""What was learned from labelled pages (`benchmarks/train_pages.py` writes `learned.json`), and how it is applied."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

import attrs

Tree: TypeAlias = "float | tuple[int, float, Tree, Tree]"
"""A leaf's value, or: column, threshold, what follows up to the threshold, what follows above it."""

_WORD = re.compile(r"[^\W\d_]+")


@attrs.frozen
class Forest:
    """Boosted regression trees: the logit is `base` and the sum of what the trees say."""

    base: float
    trees: tuple[Tree, ...]

    def logit(self, row: Sequence[float]) -> float:
        """Return the logit for a row of figures."""
        total = self.base
        for tree in self.trees:
            node = tree
            while isinstance(node, tuple):
                node = node[2] if row[node[0]] <= node[1] else node[3]
            total += node
        return total


@attrs.frozen
class Learned:
    """Weights of markup words (for an element's own text and for text below it) and of first words, and two forests."""

    marks: dict[str, tuple[float, float]]
    words: dict[str, float]
    first: Forest
    second: Forest

    def wording(self, text: str) -> float:
        """Return what the first words of `text` say, as a logit."""
        weights = self.words
        return sum([weights[token] for token in wording_of(text) if token in weights])


def wording_of(text: str) -> list[str]:
    """Return the first words of `text`, and marked: the first, the first two, and all of it where it is short."""
    words = _WORD.findall(text.lower(), 0, 120)[:14]
    found = list(dict.fromkeys(words))
    if words:
        found.append(f"1:{words[0]}")
        if len(words) > 1:
            found.append(f"2:{words[0]} {words[1]}")
        if len(words) <= 4:
            found.append(f"=:{' '.join(words)}")
    return found


@cache
def learned() -> Learned:
    """Return the weights in the package."""
    data = json.loads(files(__package__).joinpath("learned.json").read_text("utf-8"))
    return Learned(
        marks={token: (own, below) for token, (own, below) in data["marks"].items()},
        words=data["words"],
        first=_forest(data["first"]),
        second=_forest(data["second"]),
    )


def _forest(data: dict[str, Any]) -> Forest:
    return Forest(data["base"], tuple(_tree(tree) for tree in data["trees"]))


def _tree(data: Any) -> Tree:
    return (data[0], data[1], _tree(data[2]), _tree(data[3])) if isinstance(data, list) else float(data)
