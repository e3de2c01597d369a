"""Durations, sets, and references to no certain time."""

from __future__ import annotations

from newsparse.annotations.times import amounts
from newsparse.annotations.times.making.words import about
from newsparse.annotations.times.reading import Match, Memory, Reading


def duration(match: Match, _memory: Memory) -> Reading | None:
    """Three years, a 30-day halt, the past two weeks."""
    if match.rule.value is not None:
        return Reading("DURATION", match.rule.value, about(match))
    found = amounts.amounts(match.tokens)
    if not found:
        return None
    return Reading("DURATION", amounts.duration(found, whole=match.grammar.whole_fractions), about(match))


def whole_unit(match: Match, _memory: Memory) -> Reading | None:
    """The year that ended on some day, a decade-long war: as long as its unit."""
    unit = match.get("unit", "units")
    return None if unit is None else Reading("DURATION", amounts.duration([(1, str(unit))]))


def a_set(match: Match, _memory: Memory) -> Reading | None:
    """Every Tuesday, annually, each month."""
    if match.rule.value is not None:
        return Reading("SET", match.rule.value)
    part = match.get("part", "parts")
    ending = f"T{part}" if part else ""
    if (often := match.get("often")) is not None:
        return Reading("SET", str(often))
    if (nth := match.get("nth")) is not None and "unit" in match.tokens[-1].features:
        return Reading("SET", amounts.duration([(nth, str(match.tokens[-1].features["unit"]))]))
    if (weekday := match.number("weekday", "weekdays")) is not None:
        return Reading("SET", f"XXXX-WXX-{weekday}{ending}")
    if (month := match.number("month")) is not None:
        return Reading("SET", f"XXXX-{month:02}")
    if (name := match.get("season")) is not None:
        return Reading("SET", f"XXXX-{name}")
    if found := amounts.amounts(match.tokens):
        amount, unit = found[0]
        return Reading("SET", amounts.duration([(1 if amount == "X" else amount, unit), *found[1:]]))
    return Reading("SET", f"P1D{ending}" if ending else None)


def frequency(match: Match, _memory: Memory) -> Reading | None:
    """Twice a week: the unit in which is counted."""
    unit = match.tokens[-1].features.get("unit")
    return None if unit is None else Reading("SET", amounts.duration([(1, str(unit))]))


def ref(match: Match, _memory: Memory) -> Reading | None:
    """Now, recently, soon."""
    value = match.get("ref")
    return Reading("DATE", "PAST_REF" if value is None else str(value))


def none(_match: Match, _memory: Memory) -> Reading | None:
    """What looks like a time expression and is none."""
    return None
