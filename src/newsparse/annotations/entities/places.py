"""The gazetteer: countries with what they and their people are called, and the best-known other places."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def gazetteer() -> Mapping[str, Any]:
    """Return the tables of `places.toml`."""
    return tomllib.loads((files("newsparse.annotations.entities") / "places.toml").read_text("utf-8"))


@cache
def place_names() -> frozenset[str]:
    """Return all names of places, and the words for their people, in lower case."""
    found: set[str] = set()
    for line in gazetteer()["countries"].strip().splitlines():
        _, names, people, capitals, _ = line.split("|")
        found.update(word.strip().lower() for part in (names, people, capitals) for word in part.split(","))
    for part in ("regions", "cities"):
        found.update(word.strip().lower() for word in gazetteer()[part].replace("\n", ",").split(","))
    found.update([name.rstrip(".") for name in found])
    return frozenset(found - {""})


@cache
def demonyms() -> frozenset[str]:
    """Return the words for the people of a place, adjectives too, in lower case: `Norwegian`, `European`."""
    found = {
        word.strip().lower()
        for line in gazetteer()["countries"].strip().splitlines()
        for word in line.split("|")[2].split(",")
    }
    found.update(word.strip().lower() for word in gazetteer()["peoples"].replace("\n", ",").split(","))
    return frozenset(found - {""})
