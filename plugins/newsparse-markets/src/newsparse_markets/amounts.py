"""The amounts of a sentence, those included that only news of markets writes: `a quarter-point`, `by a fifth`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import chain

import attrs

from newsparse import Span
from newsparse.analysis import Quantity, find_places, find_quantities
from newsparse.analysis.quantities import QuantityKind
from newsparse_markets.words import table

_AMOUNT = re.compile(
    r"\d|\b(?:half|thirds?|quarters?|fifth|tenth|per ?cent|points?|dollars?|euros?|pounds?|cents?|million|billion)\b",
    re.IGNORECASE,
)
_PLURALS = {"kroner": "krone", "kronor": "krona", "kronur": "krona", "dinars": "dinar"}


def find_amounts(text: str, offset: int, home: Callable[[], tuple[str, ...]]) -> tuple[Quantity, ...]:
    """Return the amounts in a sentence that begins at `offset`, in order, none within another; people are none.

    `home` gives the countries that the article begins with.
    """
    if not _AMOUNT.search(text):
        return ()
    found = _worded(text)
    found += [
        _settled(one, text, home)
        for one in find_quantities(text)
        if one.kind != "people" and not any(one.span.overlaps(other.span) for other in found)
    ]
    return tuple(
        attrs.evolve(one, span=Span(one.span.start + offset, one.span.end + offset))
        for one in sorted(found, key=lambda one: one.span)
    )


_LEAD = re.compile(r"(?:by|almost|nearly|about|more than|over|roughly|lost|shed)\s", re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[float, str, re.Pattern[str]], ...]:
    rows = [(key, "percentage point", words) for key, words in table("amounts")["points"].items()]
    rows += [(key, "%", words) for key, words in table("amounts")["fractions"].items()]
    return tuple(
        (float(key), unit, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for key, unit, words in rows
    )


def _worded(text: str) -> list[Quantity]:
    """Parts of a point and parts of the whole, told in words."""
    found: list[Quantity] = []
    for value, unit, pattern in _patterns():
        for match in pattern.finditer(text):
            lead = _LEAD.match(match[0])  # the verb of `lost a tenth` is no part of the amount
            span = Span(match.start() + (lead.end() if lead else 0), match.end())
            if not any(span.overlaps(one.span) for one in found):
                kind: QuantityKind = "percent" if unit == "%" else "points"
                found.append(Quantity(span=span, text=span.of(text), kind=kind, value=value, unit=unit))
    return found


def _settled(one: Quantity, text: str, home: Callable[[], tuple[str, ...]]) -> Quantity:
    """The amount with the currency of the country that is named: `118 kroner in Oslo` are Norwegian."""
    if one.kind != "money" or not (name := re.search(r"([a-z]+)$", one.text)):
        return one
    word = _PLURALS.get(name[1], name[1])
    codes = table("amounts")["shared"].get(word) or table("amounts")["shared"].get(word.rstrip("s"))
    if codes is None or (one.unit not in codes.values() and one.unit != "XFR"):
        return one
    named = chain((place.country for place in find_places(text)), home())
    return attrs.evolve(one, unit=next((codes[country] for country in named if country in codes), codes[""]))


def currency(word: str, text: str, home: Callable[[], tuple[str, ...]]) -> str | None:
    """The code of the money that a word of a sentence names (`lira`), or None."""
    one = _one(word)
    return _settled(one, text, home).unit if one else None


@cache
def _one(word: str) -> Quantity | None:
    return next((one for one in find_quantities(f"5 {word}") if one.kind == "money" and one.value >= 1), None)
