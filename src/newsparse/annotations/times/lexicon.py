"""A language's words for time: which categories each belongs to, with what value, and its code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import attrs

from newsparse.annotations.times.scanning import UNKNOWN, marks
from newsparse.languages import zones

Value: TypeAlias = int | float | str
Features: TypeAlias = dict[str, Value]

FIRST_CODE = 0xE000
"""Codes are characters of the private use area: no mark has one of them."""
YEARS = range(1000, 2500)
"""Four digits that can be a year."""


@attrs.frozen(kw_only=True, eq=False)
class Lexicon:
    """What is known of each word (in lower case), and the codes of words and marks."""

    features: Mapping[str, Features]
    codes: Mapping[str, str]
    members: Mapping[str, str]
    """For each category, the codes of the words that belong to it."""

    def codes_of(self, category: str) -> str:
        """Return the codes of a category's words; `other` are all that no rule knows. Raises KeyError for none."""
        return UNKNOWN if category == "other" else self.members[category]

    def expression(self, category: str) -> str:
        """Return the regular expression for the codes of a category's words. Raises KeyError for none."""
        codes = self.codes_of(category)
        return re.escape(codes) if len(codes) == 1 else f"[{codes}]"


def build(table: Mapping[str, Any], literals: Iterable[str]) -> Lexicon:
    """Return the lexicon of a language's `[times]` table; `literals` are the words that its rules name."""
    features = numerals()
    endings = ("", *table.get("endings", ()))
    for category, values in table.get("words", {}).items():
        for value, words in values.items():
            for word in words:
                for form in [word[:-1] + ending for ending in endings] if word[-1] == "+" else [word]:
                    features.setdefault(form, {})[category] = _value(value)
    for word, more in _compounds(table, features).items():
        features.setdefault(word, {}).update(more)
    for word in literals:
        features.setdefault(word, {})[f"={word}"] = word
    return _coded(features)


def numerals() -> dict[str, Features]:
    """Digits, by what they may count: a day, an hour, a year, or just so many; and the names of time zones."""
    found: dict[str, Features] = {}
    for text in [str(n) for n in range(1000)] + [f"0{n}" for n in range(10)] + [f"{n:03}" for n in range(100)]:
        found[text] = _digits(int(text), len(text))
    for year in range(1000, 10000):
        found[str(year)] = {"int": year, "year": year} if year in YEARS else {"int": year}
        if year in YEARS and year % 10 == 0:
            found[str(year)]["decade"] = year
    for clock in [f"{hour:02}{minute:02}" for hour in range(24) for minute in range(60)]:
        found.setdefault(clock, {})["hhmm"] = clock
    found["t"] = {"timemark": 1}
    found |= {name.lower(): {"zone": name} for name in zones()}
    return found


def _digits(number: int, length: int) -> Features:
    found: Features = {"int": number} if length < 3 or number >= 100 else {}
    if length <= 2:
        tests = {"day": range(1, 32), "monthnumber": range(1, 13), "hour": range(25)}
        found |= {name: number for name, span in tests.items() if number in span}
    if length == 2:
        found |= {"short": number, "two": number} | ({"minute": number} if number < 60 else {})
        if number % 10 == 0 and number:
            found["decade"] = number
    if length == 1:
        found["digit"] = number
    return found


def _value(written: str) -> Value:
    try:
        return int(written)
    except ValueError:
        try:
            return float(written)
        except ValueError:
            return written


def _compounds(table: Mapping[str, Any], features: Mapping[str, Features]) -> dict[str, Features]:
    """Words that a language writes together: `vierundzwanzig` adds up, `dreijährig` is a number and a unit."""
    found: dict[str, Features] = {}
    for compound in table.get("compounds", ()):
        first, last, glue = compound["first"], compound["last"], compound.get("glue", "")
        heads = [(word, more[first]) for word, more in features.items() if first in more and word.isalpha()]
        tails = [(word, more[last]) for word, more in features.items() if last in more and word.isalpha()]
        for head, one in heads:
            for tail, other in tails:
                if total := compound.get("sum"):
                    made: Features = {total: _sum(one, other)}
                else:
                    made = {first: one, last: other}
                found.setdefault(head + glue + tail, {}).update(made)
    return found


def _sum(one: Value, other: Value) -> Value:
    if isinstance(one, str) or isinstance(other, str):
        raise ValueError(f"{one!r} and {other!r} do not add up: a compound with `sum` needs numbers")  # noqa: TRY004 - the data is wrong, not a type
    return one + other


def _coded(features: dict[str, Features]) -> Lexicon:
    classes: dict[frozenset[str], str] = {}
    codes = dict(marks())
    members: dict[str, str] = {}
    for word, more in features.items():
        key = frozenset(more)
        if key not in classes:
            classes[key] = chr(FIRST_CODE + len(classes))
            for category in sorted(key):
                members[category] = members.get(category, "") + classes[key]
        codes[word] = classes[key]
    return Lexicon(features=features, codes=codes, members=members)
