"""A linear model: the sum of the weights of the features that hold. Trained by `benchmarks/train_quotations.py`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


@cache
def weights(name: str) -> Mapping[str, float]:
    """Return the weights of a model by feature; empty if it was never trained."""
    path = files(__package__) / "weights" / f"{name}.json"
    if not path.is_file():
        return {}
    found: dict[str, float] = json.loads(path.read_text("utf-8"))
    return found


def score(features: Iterable[str], model: Mapping[str, float]) -> float:
    """Return what the model makes of the features; one it does not know counts nothing."""
    get = model.get
    return sum([get(feature, 0.0) for feature in features])
