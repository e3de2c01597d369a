"""Numbers and durations in words and digits."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse.annotations.times.grammar import Token

RANGE = ("to", "or", "bis", "oder", "a", "o", "ou")
"""Of `two to three weeks` the first number counts."""

Amount = int | float | str
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


def number(tokens: Iterable[Token]) -> Amount:
    """Return the number that the words name, `X` for a few or none at all."""
    total: float = 0
    current: float | None = None
    vague = article = False
    for token in tokens:
        more = token.features
        if "int" in more:
            value = float(more["int"])
            if current is None:
                current = value
            elif token.mark == "/" and value:
                current /= value
            elif token.mark in "\u2022":
                current += value / 10 ** len(token.word)
            elif token.mark in ",\u201a":
                current = current * 1000 + value
            else:
                total, current = current, value
        elif "hundred" in more:
            current = (current or 1) * float(more["hundred"])
            if more["hundred"] == 1000:
                total, current = total + current, None
        elif "dozen" in more:
            current = (current or 1) * 12
        elif "half" in more:
            current = (current or 0) + 0.5
        elif "some" in more:
            if more["some"] == "X":
                vague = True
            else:
                current = float(more["some"])
        elif basic := next((more[kind] for kind in ("tens", "teen", "one", "number", "cardinal") if kind in more), None):
            if basic == "X":
                vague = True
            else:
                current = (current or 0) + float(basic)
        elif "a" in more:
            article = True
        elif current is not None and token.word in RANGE:
            break
    if current is None and not total:
        return "X" if vague or not article else 1
    amount = total + (current or 0)
    return int(amount) if amount == int(amount) else amount


def duration(found: list[tuple[Amount, str]]) -> str:
    """Return the TIMEX3 value of a duration."""
    date_part, time_part = "", ""
    for amount, unit in found:
        amount, unit = _scaled(amount, unit)
        if unit[0] == "T" and unit != "T":
            time_part += f"{amount}{unit[1:]}"
        else:
            date_part += f"{amount}{unit}"
    return f"P{date_part}{'T' + time_part if time_part else ''}"


def _scaled(amount: Amount, unit: str) -> tuple[Amount, str]:
    """Units that count smaller ones: a fortnight is two weeks."""
    if unit[0].isdigit():
        size, unit = int(unit[:-1]), unit[-1]
        return (amount if isinstance(amount, str) else amount * size), unit
    if unit in ("E", "C") and not isinstance(amount, str):
        return int(amount * (10 if unit == "E" else 100)), "Y"
    return amount, "DE" if unit == "E" else "CE" if unit == "C" else unit
