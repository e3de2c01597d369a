"""The learned models: sums of the weights of features, and forests; trained by `benchmarks/train_quotations.py`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat
from typing import Any

import attrs

from newsparse.annotations.quotations.telling import TELLERS, Part, Parts
from newsparse.forests import Above, Forest, Tree, above, compiled, linked

REMEMBERED = 1 << 15
"""Parts whose weights are kept."""


SCALE = 1000
"""A weight of one in whole numbers, as which weights are added up: they have three decimals, and so sums are exact, however
they are put together (the sum of floats depends on their order, and since Python 3.12 on the version)."""


class Sums(dict[Part, int]):
    """Gives the sum of the weights of what a part tells (see `telling`), scaled; one that no weight knows counts nothing."""

    __slots__ = ("_weights",)

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__()
        self._weights = weights

    def __missing__(self, part: Part) -> int:
        name, *of = part
        found = round(SCALE * score(TELLERS[name](*of), self._weights))
        if len(self) >= REMEMBERED:
            self.clear()
        self[part] = found
        return found


@attrs.frozen(kw_only=True, eq=False)
class Models:
    """The weights by feature of three models; `forest`, where a language has one, stands in for `function`.

    `speaker` ranks candidates; `doubts`, a forest that some languages have, adds to it where that leaves doubt. `witness` adds
    what a report around the quotation says for them, `function` is above 0 where it is no speech; the forest says so outright.
    """

    speaker: Mapping[str, float]
    function: Mapping[str, float]
    witness: Mapping[str, float]
    forest: Above | None = None
    doubts: Forest | None = None
    sums: Sums = attrs.field(
        init=False, repr=False, default=attrs.Factory(lambda self: Sums(self.speaker), takes_self=True)
    )
    """Those of `speaker`."""


@cache
def models_of(code: str) -> Models:
    """Return the models of a language; one without its own has those trained on all languages, without their words."""
    folder = files("newsparse.annotations.quotations") / "weights"
    path = folder / f"{code}.json" if code.isalpha() else folder / "any.json"
    if not path.is_file():
        path = folder / "any.json"
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return Models(speaker=found["speaker"], function=found["function"], witness=found["witness"], **forest_of(found))


def forest_of(found: Mapping[str, Any]) -> dict[str, Any]:
    """Return the forests among the models of a file, if any."""
    made: dict[str, Any] = {}
    if "forest" in found:
        made["forest"] = above(_trees(found["forest"]), -found.get("lean", 0.0))
    if "doubts" in found:
        made["doubts"] = compiled(_trees(found["doubts"]))
    return made


def _trees(stored: Sequence[Any]) -> list[Tree]:
    return [linked(*tree) for tree in stored]


def score(features: Iterable[str], model: Mapping[str, float]) -> float:
    """Return what the model makes of the features; one it does not know counts nothing."""
    return sum(map(model.get, features, repeat(0.0)))


def speaker_score(parts: Parts, models: Models) -> float:
    """Return what the model of speakers makes of what a candidate shows."""
    return sum(map(models.sums.__getitem__, parts)) / SCALE
