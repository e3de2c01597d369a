"""Numbers and durations in words and digits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TypeAlias

import attrs

from newsparse.annotations.times.grammar import Token

THOUSAND = 1000

Amount: TypeAlias = int | float | str
"""A number, or `X` for a few."""


def amounts(tokens: Iterable[Token]) -> list[tuple[Amount, str]]:
    """Return every number with the unit that follows it: `two years and three months` is (2, Y), (3, M)."""
    found: list[tuple[Amount, str]] = []
    waiting: list[Token] = []
    for token in tokens:
        unit = token.features.get("unit", token.features.get("units"))
        if "long" in token.features:
            found.append((number((*waiting, token)), str(token.features["long"])))
            waiting = []
        elif unit is not None and not (token.features.get("ordinal") and not waiting):
            found.append((number(waiting), str(unit)))
            waiting = []
        elif unit is None and "half" in token.features and found and waiting:
            amount, unit = found.pop()
            found.append((amount + 0.5 if not isinstance(amount, str) else amount, str(unit)))
            waiting = []
        else:
            waiting.append(token)
    return found


BASIC = ("tens", "teen", "one", "number", "cardinal")
"""Categories of words that add to a number."""


def number(tokens: Iterable[Token]) -> Amount:
    """Return the number that the words name, `X` for a few or none at all."""
    sum_ = Sum()
    for token in tokens:
        if not sum_.add(token):
            break
    return sum_.amount()


@attrs.define
class Sum:
    """A number under construction: `two thousand one hundred`, `2 1/2`, `a dozen`."""

    total: float = 0
    current: float | None = None
    vague: bool = False
    just_one: bool = False
    """Whether the last word was a one, which before a half is an article."""
    article: bool = False

    def add(self, token: Token) -> bool:
        """Take one more word; False where a range starts, of which the first number counts."""
        more = token.features
        if "half" not in more:
            self.just_one = self.current is None and "int" not in more and any(more.get(kind) == 1 for kind in BASIC)
        if "int" in more and token.mark in ("-", "~") and self.current is not None:
            return False  # `20-30 minutes`
        if "int" in more:
            self._digits(float(more["int"]), token)
        elif "hundred" in more:
            self.current = (self.current or 1) * float(more["hundred"])
            if more["hundred"] == THOUSAND:
                self.total, self.current = self.total + self.current, None
        elif "dozen" in more:
            self.current = (self.current or 1) * 12
        elif "half" in more and self.just_one:
            self.current = 0.5  # `ein halbes Jahr`
        elif "half" in more:
            self._plus(0.5)
        elif (some := next((more[kind] for kind in ("some", *BASIC) if kind in more), None)) is not None:
            self._plus(some)
        elif "range" in more:
            return self.current is None
        else:
            self.article = self.article or "a" in more
        return True

    def amount(self) -> Amount:
        """The number, whole where it is."""
        if self.current is None and not self.total:
            return 1 if self.article and not self.vague else "X"
        amount = self.total + (self.current or 0)
        return int(amount) if amount == int(amount) else amount

    def _plus(self, value: float | str) -> None:
        if isinstance(value, str):
            self.vague = True
        else:
            self.current = (self.current or 0) + float(value)

    def _digits(self, value: float, token: Token) -> None:
        if self.current is None:
            self.current = value
        elif token.mark == "/" and value:
            self.current /= value
        elif token.mark == "\u2022":
            self.current += value / 10 ** len(token.word)
        elif token.mark in ",\u201a":
            self.current = self.current * THOUSAND + value
        else:
            self.total, self.current = self.current, value


SMALLER = {"Y": (12, "M"), "D": (24, "TH"), "TH": (60, "TM"), "TM": (60, "TS")}
"""How many of the next smaller unit a unit has."""


def duration(found: Sequence[tuple[Amount, str]], *, whole: bool = False) -> str:
    """Return the TIMEX3 value of a duration. With `whole`, fractions are told in the next smaller unit, where it has any."""
    date_part, time_part = "", ""
    if all(amount == "X" for amount, _ in found):
        found = found[:1]  # `weeks or months`, `weeks and months`
    scaled = [_scaled(*one) for one in found]
    for amount, unit in chain.from_iterable(map(_split, scaled)) if whole else scaled:
        if unit[0] == "T" and unit != "T":
            time_part += f"{amount}{unit[1:]}"
        else:
            date_part += f"{amount}{unit}"
    return f"P{date_part}{'T' + time_part if time_part else ''}"


def _split(one: tuple[Amount, str]) -> list[tuple[Amount, str]]:
    """Two and a half years are two years and six months."""
    amount, unit = one
    if not isinstance(amount, float) or unit not in SMALLER:
        return [one]
    count, smaller = SMALLER[unit]
    rest = (amount - int(amount)) * count
    if rest != int(rest):
        return [one]
    return [*([(int(amount), unit)] if amount >= 1 else []), (int(rest), smaller)]


def _scaled(amount: Amount, unit: str) -> tuple[Amount, str]:
    """Units that count smaller ones: a fortnight is two weeks."""
    if unit[0].isdigit():
        size, unit = int(unit[:-1]), unit[-1]
        return (amount if isinstance(amount, str) else amount * size), unit
    if unit in ("E", "C") and not isinstance(amount, str):
        years = amount * (10 if unit == "E" else 100)
        return (int(years) if years == int(years) else years), "Y"
    return amount, "DE" if unit == "E" else unit
