"""Dates and times in digits, the same in every language, and whether their day or their month comes first."""

from __future__ import annotations

import re

from newsparse.languages import Language
from newsparse.readers import host_of

RULES: dict[str, dict[str, str]] = {
    "iso-time": {
        "make": "calendar",
        "pattern": "year {=-} two {=-} two {=_} 't' {=_} hour {=:} minute ({=:} minute)? ({=•} int)?"
        " ({_} zone | {=+-} offset)?",
    },
    "iso-date-time": {
        "make": "calendar",
        "pattern": "year {=-} two {=-} two hour {=:} minute ({=:} minute)? ({_} zone | {=+-} offset | {=~} hhmm)?",
    },
    "iso-date": {"make": "calendar", "pattern": "year {=-} monthnumber {=-} day"},
    "slashed-ymd": {"make": "calendar", "pattern": "year {=/} two {=/} two"},
    "dotted-ymd": {"make": "calendar", "pattern": "year {=•} two {=•} two"},
    "slashed": {"make": "numeric", "pattern": "day {=/} day {=/} (year|two)"},
    "dashed": {"make": "numeric", "pattern": "day {=-} day {=-} year"},
    "dotted": {"make": "numeric", "pattern": "day {=•} day {=•} year"},
}
"""Rules that every language has, by name."""

PATTERNS = {
    "offset": "two ({=:} two)? | digit ({=:} two)? | hhmm",
    "timezone": "zone ({=+-} offset)? | {=(} zone ({=+-} offset)?",
}
"""Named patterns that every language has."""

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2\d{2,4}(?![\d/.-]\d)")
_DAY_MONTH = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)
_MONTH_DAY = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?\b(?!:)", re.IGNORECASE
)


def day_first(text: str, language: Language, url: str | None) -> bool | None:
    """Whether dates like 3/4/2025 start with the day: None where nothing decides.

    What decides, in this order: a date of the text that can be read one way only, the language, the outlet's country
    by its domain, the order in which the text spells out dates.
    """
    found = [(int(match[1]), int(match[3])) for match in _NUMERIC.finditer(text)]
    if not found:
        return None
    if any(one > 12 >= other for one, other in found):
        return True
    if any(other > 12 >= one for one, other in found):
        return False
    known = language.table("times").get("day_first")
    if isinstance(known, bool):
        return known
    domain = host_of(url).rpartition(".")[2]
    countries = language.table("times").get("countries", {})
    for order, answer in (("day_first", True), ("month_first", False)):
        if domain in countries.get(order, ()):
            return answer
    spelled = len(_DAY_MONTH.findall(text)) - len(_MONTH_DAY.findall(text))
    return None if spelled == 0 else spelled > 0
