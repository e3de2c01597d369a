"""Places and the countries they stand for: names, demonyms, capitals, cities, metonyms."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
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
    named, known = _gazetteer()
    stop = len(text) if end is None else end
    found: list[Place] = []
    at = start
    # Most words are no place's first: to look each up is ten times as fast as one pattern of all names.
    for word in _CAPITALISED.finditer(text, start, stop):
        if word[0] not in named or word.start() < at:
            continue
        if text[word.start() - 1 : word.start()] == "-" and at != word.start() - 1:
            continue  # `US-Russia`, but not `pro-Russia`
        if match := _names_with(word[0]).match(text, word.start(), stop):
            kind, name, country = known[_key(match[0])]
            at = match.end()
            found.append(Place(span=Span(word.start(), at), text=match[0], kind=kind, name=name, country=country))
    return tuple(found)


def country_name(code: str) -> str:
    """Return the usual English name of a country by its code; the code itself if it is unknown."""
    return _names().get(code, code)


_CAPITALISED = re.compile(r"(?<![\w.])[A-ZÀ-ÞĀ-Ž]\w*")


def _key(name: str) -> str:
    return re.sub(r"\s+", " ", name).replace("’", "'")


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("newsparse.analysis") / "countries.toml").read_text("utf-8"))


@cache
def _names() -> dict[str, str]:
    return {code: str(row["names"][0]) for code, row in _table().items()}


@cache
def _gazetteer() -> tuple[dict[str, list[str]], dict[str, tuple[PlaceKind, str, str]]]:
    """By first word, the names that begin so, longest first; and what each is.

    The first country that claims a name has it.
    """
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
    return _by_first_word(known), known


def _by_first_word(names: Iterable[str]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda word: (-len(word), word)):
        if first := _CAPITALISED.match(name):
            grouped.setdefault(first[0], []).append(name)
    return grouped


@cache
def _names_with(first: str) -> re.Pattern[str]:
    """One pattern of the names that begin with a word; compiled when it first comes, since most never do."""
    names = (re.escape(name).replace(r"\ ", r"\s").replace("'", "['’]") for name in _gazetteer()[0][first])
    return re.compile(rf"(?:{'|'.join(names)})(?!\w)")
