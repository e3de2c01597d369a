"""What a unit looks like by itself, as numbers."""

from __future__ import annotations

import re
from collections import Counter
from typing import get_args

from newsparse.blocks.draft import Draft
from newsparse.blocks.unit import MARKS, Unit
from newsparse.model.nodes import FurnitureKind

HEAD = 300
"""Code points of a unit that are counted."""

NAMES = (
    "words", "word_length", "bullet", "number", "finished", "question", "ellipsis", "colon", "comma_end", "digit_end",
    "quote_end", "first", "titles", "capitals", "digits", "small", "small_count", "commas", "sentences", "symbols",
    "slashes", "dates", "kind_line", "kind_start", "rule", "copies", "copy", "quotes",
)  # fmt: skip
"""What the numbers are, in order."""

_BULLETS = {bullet: at for at, bullet in enumerate("*+o-–—•", 1)}
_KINDS = {kind: at for at, kind in enumerate(get_args(FurnitureKind), 1)}
_SYMBOL = re.compile(r"[|>·©®™@#\[\]{}_=~^\\<→]")
_QUOTES = str.maketrans(dict.fromkeys(MARKS, "\0"))
_QUOTED = frozenset(MARKS + "'‘’")


def surfaces(draft: Draft) -> list[list[float]]:
    """Return the numbers of every unit of `draft`, in the order of `NAMES`."""
    copies = Counter(unit.key for unit in draft.units if unit.words <= 30)
    seen: Counter[str] = Counter()
    found: list[list[float]] = []
    for at, unit in enumerate(draft.units):
        numbers = _surface(draft, at, unit)
        if unit.words <= 30 and unit.key:
            seen[unit.key] += 1
            numbers[25] = min(copies[unit.key], 9)
            numbers[26] = min(seen[unit.key], 9)
        found.append(numbers)
    return found


def _surface(draft: Draft, at: int, unit: Unit) -> list[float]:
    head = draft.text[unit.body : min(unit.stop, unit.body + HEAD)]
    tokens = head.split()
    count = len(tokens) or 1
    lexicon = draft.lexicon
    small = sum(map(lexicon.small.__contains__, tokens))
    first, last = head[0], unit.last
    short = unit.words <= 14
    dates = 0
    if short:
        dates = sum(map(lexicon.days.__contains__, unit.key.split()))
    kind_line = lexicon.kind_of_line(unit.key) if short else None
    kind_start = lexicon.kind_of_start(unit)
    label = draft.labels[at]
    return [
        min(unit.words, 200),
        (unit.stop - unit.body) / unit.words,
        _BULLETS.get(unit.bullet, 8 if unit.bullet else 0),
        1 if unit.number else 0,
        1 if unit.finished else 0,
        1 if last == "?" else 0,
        1 if unit.ellipsis else 0,
        1 if last == ":" else 0,
        1 if last in ",;" else 0,
        1 if last.isdigit() else 0,
        1 if draft.text[unit.stop - 1] in _QUOTED else 0,
        0 if first.islower() else 1 if first.isupper() else 2 if first.isdigit() else 3 if first in _QUOTED else 4,
        sum(map(str.istitle, tokens)) / count,
        sum(map(str.isupper, tokens)) / count,
        sum(map(_starts_with_digit, tokens)) / count,
        small / count,
        small,
        head.count(",") / count,
        head.count(". ") + head.count("? ") + head.count("! "),
        len(_SYMBOL.findall(head)),
        head.count("/"),
        dates,
        _KINDS[kind_line] if kind_line else 0,
        _KINDS[kind_start] if kind_start else 0,
        0 if label is None else 1 + (label.type == "furniture"),
        0,
        0,
        head.translate(_QUOTES).count("\0"),
    ]


def _starts_with_digit(token: str) -> bool:
    return "0" <= token[0] <= "9"
