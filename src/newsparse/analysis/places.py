"""Places and the countries they stand for: names, demonyms, capitals, cities, metonyms."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias

import attrs

from newsparse.model import Span

PlaceKind: TypeAlias = Literal["country", "demonym", "capital", "city", "metonym"]


@attrs.frozen(kw_only=True)
class Place:
    """A place where it is named. `country` is its ISO 3166-1 alpha-2 code (`EU` for the union, `SU` for the Soviet one).

    `name` is the usual English name of the place itself; for demonyms and metonyms, of the country.
    """

    span: Span
    text: str
    kind: PlaceKind
    name: str
    country: str


def find_places(text: str, start: int = 0, end: int | None = None) -> tuple[Place, ...]:
    """Return the places named in `text`, or in the part from `start` to `end`, in document order.

    A name that is a surname or a word as well (`Chad`, `Georgia`) counts wherever it stands in capitals.
    """
    pattern, known = _gazetteer()
    found: list[Place] = []
    for match in pattern.finditer(text, start, len(text) if end is None else end):
        kind, name, country = known[_key(match[0])]
        span = Span(match.start(), match.end())
        found.append(Place(span=span, text=span.of(text), kind=kind, name=name, country=country))
    return tuple(found)


def country_name(code: str) -> str:
    """Return the usual English name of a country by its code; the code itself if it is unknown."""
    return _names().get(code, code)


def _key(name: str) -> str:
    return re.sub(r"\s+", " ", name).replace("’", "'")


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("newsparse.analysis") / "countries.toml").read_text("utf-8"))


@cache
def _names() -> dict[str, str]:
    return {code: str(row["names"][0]) for code, row in _table().items()}


@cache
def _gazetteer() -> tuple[re.Pattern[str], dict[str, tuple[PlaceKind, str, str]]]:
    """One pattern of all names, longest first, and what each is. The first country that claims a name has it."""
    known: dict[str, tuple[PlaceKind, str, str]] = {}
    for code, row in _table().items():
        name = _names()[code]
        rows: tuple[tuple[PlaceKind, Sequence[str]], ...] = (
            ("country", row["names"]),
            ("demonym", row["demonyms"]),
            ("capital", [row["capital"]] if row["capital"] else []),
            ("city", row.get("cities", ())),
            ("metonym", row.get("metonyms", ())),
        )
        for kind, words in rows:
            for word in words:
                own = word if kind in ("capital", "city") else name
                known.setdefault(_key(word), (kind, own, code))
    ordered = sorted(known, key=lambda word: (-len(word), word))
    names = "|".join(re.escape(word).replace(r"\ ", r"\s").replace("'", "['’]") for word in ordered)
    return re.compile(rf"(?<![\w.-])(?:{names})(?![\w])"), known
