"""The learned models: sums of the weights of features, and forests; trained by `benchmarks/train_quotations.py`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from itertools import repeat
from typing import Any

import attrs

from newsparse.forests import Forest, compiled, linked


@attrs.frozen(kw_only=True, eq=False)
class Models:
    """The weights by feature of three models; `forest`, where a language has one, stands in for `function`.

    `speaker` ranks candidates; `doubts`, a forest that some languages have, adds to it where that leaves doubt. `witness` adds
    what a report around the quotation says for them, `function` is above 0 where it is no speech, as the forest's sum and
    `lean` are.
    """

    speaker: Mapping[str, float]
    function: Mapping[str, float]
    witness: Mapping[str, float]
    forest: Forest | None = None
    lean: float = 0.0
    doubts: Forest | None = None


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
    forests: dict[str, Any] = {
        name: compiled([linked(*tree) for tree in found[name]]) for name in ("forest", "doubts") if name in found
    }
    return {**forests, "lean": found.get("lean", 0.0)}


def score(features: Iterable[str], model: Mapping[str, float]) -> float:
    """Return what the model makes of the features; one it does not know counts nothing."""
    return sum(map(model.get, features, repeat(0.0)))


def speaker_score(features: tuple[str, ...], models: Models) -> float:
    """Return what the model of speakers makes of a candidate."""
    return score(features, models.speaker)
