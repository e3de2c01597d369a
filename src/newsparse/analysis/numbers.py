"""Numbers as news writes them: digits with separators, English words, and scales."""

from __future__ import annotations

import re
from functools import reduce

_ONES = "zero one two three four five six seven eight nine ten"
_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
UNITS = {word: value for value, word in enumerate(f"{_ONES} {_TEENS}".split())}
_DECADES = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * value for value, word in enumerate(_DECADES.split(), 2)}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "millions": 1e6, "mn": 1e6, "m": 1e6, "mln": 1e6,
    "billion": 1e9, "billions": 1e9, "bn": 1e9, "bln": 1e9,
    "b": 1e9, "trillion": 1e12, "trillions": 1e12, "tn": 1e12, "trn": 1e12, "trln": 1e12,
    "lakh": 1e5, "crore": 1e7, "dozen": 12.0,
}  # fmt: skip
SHARES = {"half": 0.5, "quarter": 0.25}

DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
"""`1,234.5`, `12,34,567` (Indian grouping), `1234.5`."""
_SMALL = "|".join(sorted([*UNITS, *TENS], key=len, reverse=True))
_BIG = "hundred|thousand|million|billion|trillion|dozen"
WORDS = (
    rf"(?:half|quarter|(?:a|an)(?=[ -](?:{_BIG}))|(?:{_SMALL})(?:[ -](?:{_SMALL}))?)"
    rf"(?:[ -](?:a[ ])?(?:{_BIG})(?:[ ](?:and[ ])?(?:{_SMALL})(?:[ -](?:{_SMALL}))?)?){{0,3}}"
)
"""`five`, `twenty-two`, `one hundred and five`, `half a million`."""
SCALE = r"(?:hundred|thousand|millions?|mln|mn|billions?|bln|bn|trillions?|trln|trn|tn|lakh|crore|dozen)\b|[kmb]\b"
"""A scale after digits: `3.5 million`, `£4bn`, `$5k`."""

_TOKEN = re.compile(r"[a-z]+")


def number(text: str) -> float | None:
    """Return the value of digits or English number words, a scale after them included; None if it is no number."""
    low = text.lower().replace("\u00a0", " ").strip()
    match = re.match(rf"(?:{DIGITS})", low)
    if match is None:
        return _words(low)
    value = float(match[0].replace(",", ""))
    scales = [SCALES[word] for word in _TOKEN.findall(low[match.end() :]) if word in SCALES]
    return reduce(lambda one, other: one * other, scales, value)


def _words(text: str) -> float | None:
    """`two million three hundred and five` is summed group by group."""
    total, group, seen = 0.0, 0.0, False
    for word in _TOKEN.findall(text):
        if word in UNITS or word in TENS:
            group += UNITS.get(word, 0) + TENS.get(word, 0)
        elif word in SHARES:
            group = SHARES[word]
        elif word in ("a", "an"):
            group = group or 1.0
        elif word in ("hundred", "dozen"):
            group = (group or 1.0) * SCALES[word]
        elif word in SCALES:
            total, group = total + (group or 1.0) * SCALES[word], 0.0
        elif word != "and":
            return None
        seen = seen or word != "and"
    return total + group if seen else None
