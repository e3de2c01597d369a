"""Bylines and date lines: who wrote an article, and when."""

from __future__ import annotations

import re

from newsparse.blocks.draft import Draft
from newsparse.blocks.unit import key_of

BYLINE = 14
"""Words of the longest byline."""

_NAME = re.compile(
    r"(?:[^\W\d_a-zß-öø-ÿ][\w'’.-]*|(?:de|van|von|der|den|del|della|la|le|bin|al|ter|zu|da|di|du)(?=\s))"
)
_CLOCK = re.compile(r"\d")


def byline_rule(draft: Draft, at: int) -> str:
    """The rule by which unit `at` is a byline, or nothing: `By Ann Lee`, `Ann Lee, Staff Writer`."""
    unit = draft.units[at]
    if unit.words > BYLINE or unit.last in "!?:":
        return ""
    words = draft.words(at)
    phrase = draft.lexicon.begins("byline_starts", unit.key, 3)
    if phrase is not None and len(phrase) < len(unit.key):
        rest = words[len(phrase) :].lstrip(" :")
        if _NAME.match(rest) and _names_share(rest) and not (unit.last == "." and unit.words > 8):
            return "byline.start"
    head, comma, rest = words.partition(",")
    if comma and 2 <= head.count(" ") + 1 <= 4 and _names_share(head):
        key = key_of(rest)
        if any(
            key == role or key.startswith(role + " ") or key.endswith(" " + role)
            for role in draft.lexicon.layout["byline_roles"]
        ):
            return "byline.role"
    return ""


def _names_share(words: str) -> bool:
    """Whether at least half of the words are written as names are."""
    parts = words.split()
    return 2 * sum(_NAME.match(part) is not None for part in parts) >= len(parts) > 0


def is_date_line(draft: Draft, at: int) -> bool:
    """`March 4, 2025`, `Updated 5 April 2013, 10:08 GMT`: nothing but a date and the words around one."""
    unit = draft.units[at]
    words = draft.words(at)
    if unit.words > BYLINE or not _CLOCK.search(words):
        return False
    layout = draft.lexicon.layout
    known = layout["months"] | layout["weekdays"] | layout["date_words"]
    return all(word in known for word in unit.key.split())
