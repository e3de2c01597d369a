"""Dates and times in digits, the same in every language."""

from __future__ import annotations

RULES: dict[str, dict[str, str]] = {
    "iso-time": {
        "make": "calendar",
        "pattern": "year {=-} two {=-} two {=_} 't' {=_} hour {=:} minute ({=:.} minute)? ({=•} int)? ({=_} 'z')?",
    },
    "iso-date": {"make": "calendar", "pattern": "year {=-} monthnumber {=-} day"},
    "slashed-ymd": {"make": "calendar", "pattern": "year {=/} two {=/} two"},
    "dotted-ymd": {"make": "calendar", "pattern": "year {=•} two {=•} two"},
    "slashed": {"make": "numeric", "pattern": "day {=/} day {=/} (year|two)"},
    "dashed": {"make": "numeric", "pattern": "day {=-} day {=-} year"},
    "dotted": {"make": "numeric", "pattern": "day {=•} day {=•} (year|two)"},
}
"""Rules that every language has, by name."""
