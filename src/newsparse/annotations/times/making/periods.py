"""Periods counted from the publication or from the last one named: this week, the quarter, two years ago."""

from __future__ import annotations

from datetime import date

from newsparse.annotations.times import amounts
from newsparse.annotations.times.amounts import Amount
from newsparse.annotations.times.calendar import DAYS_OF, MONTHS_OF, Point, next_to, period, shifted
from newsparse.annotations.times.making.words import about, modifier
from newsparse.annotations.times.reading import Match, Memory, Reading

UNKNOWN = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX", "Q": "XXXX-QX", "WE": "XXXX-WXX-WE"}
"""What TIMEX3 writes for a period of which nothing else is known."""


FINER = {"C": (100, "Y"), "E": (10, "Y"), "Y": (12, "M"), "W": (7, "D")}
"""The unit in which half of another is counted."""


def a_period(match: Match, memory: Memory) -> Reading | None:
    """This week, last year, the month: a unit and where it lies from the publication or the last date named."""
    unit = str(match.get("unit") or ("W" if match.get("weekref") is not None else "Y"))
    grain = "WE" if match.rule.value == "weekend" else {"2W": "W"}.get(unit, unit)
    if grain not in ("Y", "Q", "M", "W", "D", "WE", "E", "C", "H"):
        return None
    shift = match.number("shift", "yearref", "weekref") or 0
    shift *= 2 if match.rule.value == "twice" else 1  # the year before last
    anaphoric = match.get("anaphoric") is not None
    base: date | None = memory.published
    if anaphoric and memory.last is not None:
        base = memory.antecedent(grain)
    if anaphoric and grain == "D" and memory.month_day is not None:
        return Reading("DATE", next_to(*memory.month_day, shift))
    if base is None:
        return Reading("DATE", UNKNOWN.get(grain), modifier(match))
    point: Point | None = period(grain, base)
    if grain == "Q" and (ended := _quarter_ended(match, base)) is not None:
        return Reading("DATE", ended.value(), modifier(match), ended)
    if grain == "Y" and (named := _year_of_end(match)) is not None:
        return Reading("DATE", f"{named:04}", modifier(match), Point("Y", date(named, 1, 1)))
    if grain == "W" and match.get("shift") is None and len(match.tokens) == 2 and base.isoweekday() == 1:
        shift = -1
    if grain == "Q" and shift == 0 and not anaphoric and match.get("shift") is None and point is not None:
        point = memory.last_quarter or shifted(point, -1)
    elif point is not None:
        if grain == "WE" and match.get("shift") is None:
            shift = -1 if base.weekday() < 5 and match.tense() <= 0 else 0
        point = shifted(point, shift)
    if point is None:
        return None
    mod = None if grain == "WE" else modifier(match)  # `fin de semana` is no end
    return Reading("DATE", point.value(), mod, point)


def _year_of_end(match: Match) -> int | None:
    """The year of `the year ending June 30, 2026`."""
    features = match.grammar.lexicon.features
    words = [features.get(word, {}) for word in match.scan.parts[match.last + 1 : match.last + 8 : 2]]
    if not words or "ended" not in words[0]:
        return None
    return next((int(more["year"]) for more in words if "year" in more), None)


def _quarter_ended(match: Match, base: date) -> Point | None:
    """The quarter that ended on the date which follows: of months that end no calendar quarter, the one before."""
    features = match.grammar.lexicon.features
    words = [features.get(word, {}) for word in match.scan.parts[match.last + 1 : match.last + 8 : 2]]
    if not words or "ended" not in words[0]:
        return None
    month = next((int(more["month"]) for more in words[1:] if "month" in more), None)
    if month is None:
        return None
    year = next((int(more["year"]) for more in words if "year" in more), base.year - (month > base.month))
    point = period("Q", date(year, month, 1))
    return point if month % 3 == 0 else shifted(point, -1)


def quarter(match: Match, memory: Memory) -> Reading | None:
    """The third quarter, last year's first half."""
    kinds = ("ordinal", "digit")
    number = next(
        (int(token.features[kind]) for token in match.tokens for kind in kinds if kind in token.features), None
    )
    grain = str(match.get("span") or ("H" if match.has("h") else "Q"))
    if number is not None and match.scan.codes[match.last : match.last + 1] == "_":
        return None  # the start of a longer name: `H1B`
    size = 6 if grain == "H" else 3
    if number is None:
        number = 12 // size
    if not 1 <= number <= 12 // size:
        return None
    year = _year_in_digits(match)
    if year is None and match.is_about("sport"):
        return None
    if year is None and memory.published is not None:
        if match.get("ago") is not None and match.get("unit") == "Y":
            year = memory.published.year - 1
        elif (shift := match.number("shift", "yearref")) is not None and match.get("unit", "yearref") is not None:
            year = memory.published.year + shift
        else:
            year = memory.published.year
            if (memory.published.month - 1) // size + 1 < number and match.tense() <= 0:
                year -= 1
            elif (memory.published.month - 1) // size - 1 > number and match.tense() > 0:
                year += 1
    if year is None:
        return Reading("DATE", f"XXXX-{grain}{number}", modifier(match))
    point = Point(grain, date(year, (number - 1) * size + 1, 1))
    return Reading("DATE", point.value(), modifier(match), point)


def _year_in_digits(match: Match) -> int | None:
    """The year in four digits, or in two at the end: `Q3 '24`."""
    year, last = match.number("year"), match.tokens[-1].features
    if year is None and len(match.tokens) > 2 and "two" in last:
        short = int(last["two"])
        return short + (2000 if short < 50 else 1900)
    return year


def latest(match: Match, memory: Memory) -> Reading | None:
    """The latest quarter: the last one named, or the last that was over."""
    if memory.published is None:
        return Reading("DATE", "XXXX-QX")
    grain = "Y" if match.get("unit") == "Y" else "Q"
    point = (
        memory.last_quarter if grain == "Q" and memory.last_quarter else shifted(period(grain, memory.published), -1)
    )
    return None if point is None else Reading("DATE", point.value(), None, point)


def year_period(match: Match, memory: Memory) -> Reading | None:
    """The 1988 period: the quarter that is spoken of, in that year."""
    number = match.number("year")
    if number is None or memory.last_quarter is None or not memory.by_quarter:
        return None if number is None else Reading("DATE", f"{number:04}")
    return Reading("DATE", memory.last_quarter._replace(first=memory.last_quarter.first.replace(year=number)).value())


def year_ago(match: Match, memory: Memory) -> Reading | None:
    """The year-earlier quarter: the last quarter named, a year before."""
    if memory.published is None:
        return Reading("DATE", "XXXX")
    base = (
        memory.last_quarter
        if memory.by_quarter and memory.last_quarter
        else Point("Y", date(memory.published.year, 1, 1))
    )
    number = match.number("ordinal")
    if number is not None:
        base = Point("Q", date(memory.published.year, 3 * number - 2, 1)) if number <= 4 else base
    point = shifted(base, -1, "Y")
    return None if point is None else Reading("DATE", point.value())


def _counted(amount: Amount, unit: str) -> tuple[Amount, str]:
    """What is counted in whole units: half a century is fifty years, a year and a half are eighteen months."""
    if isinstance(amount, str):
        return amount, unit
    if unit == "2W":
        amount, unit = 2 * amount, "W"
    if amount != int(amount) and unit in FINER:
        more, unit = FINER[unit]
        amount *= more
    return amount, unit


def ago(match: Match, memory: Memory) -> Reading | None:
    """Two weeks ago, a year earlier, three days later."""
    found = amounts.amounts(match.tokens)
    if not found:
        return None
    direction = match.number("ago")
    if direction is None:
        direction = 1
    amount, unit = _counted(*found[0])
    if match.rule.value is not None:
        amount, unit = int(match.rule.value), "Y"  # a quarter of a century ago
    if isinstance(amount, str):
        return Reading("DATE", "PAST_REF" if direction < 0 else "FUTURE_REF", modifier(match))
    count = int(amount) * direction
    base = memory.published
    anchored = match.get("anchored") is not None
    if anchored and unit in ("D", "W") and memory.month_day is not None:
        return Reading("DATE", next_to(*memory.month_day, count * DAYS_OF[unit]), about(match))
    if anchored and memory.last is not None:
        base = memory.antecedent(unit)
    if unit == "Y" and memory.last_quarter is not None and memory.by_quarter and amount == 1 and direction < 0:
        point = shifted(memory.last_quarter, count, "Y")
        return None if point is None else Reading("DATE", point.value(), about(match))
    if base is None or unit not in ("D", "W", "M", "Y", "Q", "E", "C"):
        if unit[0] == "T":
            return Reading("DURATION", amounts.duration(found), modifier(match))
        if anchored and memory.last is not None and unit in UNKNOWN:
            return Reading("DATE", UNKNOWN[unit], about(match))
        return Reading("DATE", "PAST_REF" if direction < 0 else "FUTURE_REF", modifier(match))
    point = shifted(period("Y" if unit in "EC" else unit, base), count, unit)
    if point is None:
        return None
    return Reading("DATE", point.value(), about(match), point)


def neighbour(match: Match, memory: Memory) -> Reading | None:
    """The day before, the week after: next to what was named last."""
    grain, direction = str(match.get("unit") or "D"), match.number("ago") or 1
    if grain == "D" and memory.month_day is not None:
        return Reading("DATE", next_to(*memory.month_day, direction))
    base = memory.antecedent(grain) if memory.last is not None else memory.published
    if base is None or grain not in MONTHS_OF.keys() | DAYS_OF.keys():
        return Reading("DATE", UNKNOWN.get(grain))
    point = shifted(period(grain, base), direction)
    return None if point is None else Reading("DATE", point.value(), None, point)
