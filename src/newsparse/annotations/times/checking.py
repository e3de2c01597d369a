"""What is wrong with a language's `[times]` table: asked when a plugin brings one, so that parsing never raises for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newsparse.annotations.times.grammar import compiled
from newsparse.annotations.times.making import MAKERS
from newsparse.languages import Language

LISTS = ("endings", "past_endings", "future_endings", "names", "capital", "lower_zones")
"""Keys of the table that are lists of words."""
TABLES_OF_LISTS = ("labels", "countries", "joints")
RANGES = {"month": range(1, 13), "weekday": range(1, 8), "weekdays": range(1, 8), "weekday_short": range(1, 8)}
RANGES |= {"hour": range(25), "clockname": range(25)}
"""What words of a category may be worth."""
WHOLE = ("ordinal", "dayref", "shift", "yearref", "weekref", "ago", "dayagain", "decadename", "nth")
"""Categories of words that are worth a whole number."""


def fault_of(language: Language) -> str | None:
    """Return what is wrong with the `[times]` table of a language in one sentence, or None."""
    table: object = language.tables.get("times", {})
    fault = next(_faults(table), None)
    if fault is not None:
        return fault
    try:
        for rule in compiled(language).rules:
            _ = rule.expression
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError, re.error) as error:
        return f"[times] does not compile: {error}"
    return None


def _faults(table: object) -> Iterator[str]:
    if not isinstance(table, Mapping):
        yield "times must be a table"
        return
    for key in LISTS:
        if not _is_words(table.get(key, [])):
            yield f"times.{key} must be a list of words"
    if not isinstance(table.get("day_first", True), bool):
        yield "times.day_first must be true or false"
    for name in TABLES_OF_LISTS:
        yield from _lists(f"times.{name}", table.get(name, {}))
    yield from _words(table.get("words", {}))
    yield from _compounds(table.get("compounds", []))
    yield from _rules(table.get("rules", {}), table.get("patterns", {}))


def _is_words(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(word, str) and word for word in value)


def _lists(name: str, table: object) -> Iterator[str]:
    if not isinstance(table, Mapping):
        yield f"{name} must be a table of lists of words"
        return
    yield from (f"{name}.{key} must be a list of words" for key, words in table.items() if not _is_words(words))


def _words(categories: object) -> Iterator[str]:
    if not isinstance(categories, Mapping):
        yield "times.words must be a table of categories"
        return
    for category, values in categories.items():
        yield from _lists(f"times.words.{category}", values)
        if not isinstance(values, Mapping):
            continue
        for value in values:
            if category in (*WHOLE, *RANGES) and not re.fullmatch(r"[+-]?\d{1,4}", str(value)):
                yield f"times.words.{category}: {value!r} must be a whole number"
            elif category in RANGES and int(value) not in RANGES[category]:
                yield f"times.words.{category}: {value!r} is out of range"


def _compounds(compounds: object) -> Iterator[str]:
    if not isinstance(compounds, list | tuple):
        yield "times.compounds must be a list of tables"
        return
    for one in compounds:
        if not isinstance(one, Mapping) or not {"first", "last"} <= one.keys():
            yield "each of times.compounds needs `first` and `last`"
        elif not all(isinstance(value, str) for value in one.values()):
            yield f"times.compounds: {dict(one)!r} must hold words only"


def _rules(rules: object, patterns: object) -> Iterator[str]:
    if not isinstance(patterns, Mapping) or not all(isinstance(value, str) for value in patterns.values()):
        yield "times.patterns must be a table of patterns"
    if not isinstance(rules, Mapping):
        yield "times.rules must be a table of rules"
        return
    for name, rule in rules.items():
        if not isinstance(rule, Mapping) or not all(isinstance(value, str) for value in rule.values()):
            yield f"times.rules.{name} must be a table of `pattern` and `make`"
        elif not rule.get("pattern", "").strip():
            yield f"times.rules.{name} has no pattern"
        elif rule.get("make") not in MAKERS:
            yield f"times.rules.{name}: make is {rule.get('make')!r}; it must be one of {', '.join(MAKERS)}"
