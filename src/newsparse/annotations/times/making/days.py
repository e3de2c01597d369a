"""Days: by month, weekday or number, and from today or another day."""

from __future__ import annotations

from datetime import date
from itertools import takewhile

from newsparse.annotations.times.calendar import Point, day_of, next_to, shifted
from newsparse.annotations.times.making.nearest import year_for
from newsparse.annotations.times.making.words import clock_value, day_offset, modifier, year_named
from newsparse.annotations.times.making.zones import timed
from newsparse.annotations.times.reading import Match, Memory, Reading

NEAR = 150
"""Code points within which a time of day belongs to the day named before it."""


def calendar(match: Match, memory: Memory) -> Reading | None:
    """Dates by month, day, weekday and year, with a time of day."""
    month, year = match.number("month") or match.number("month_short"), year_named(match)
    time = clock_value(match)
    if month is None and year is not None and match.get("two", "day") is not None:
        return _digits(match, year, time)
    if month is not None:
        point = _in_month(match, memory, month, year)
    elif (weekday := match.number("weekday", "weekday_short")) is not None:
        point = _weekday(match, memory, weekday)
    elif (offset := day_offset(match)) is not None:
        point = None if memory.published is None else shifted(Point("D", memory.published), offset)
    else:
        if time is None or _is_lap(match):
            return None
        near = memory.last is not None and memory.last.grain == "D" and memory.here - memory.last_at < NEAR
        base = memory.last.first if near and memory.last else memory.published
        moment = timed(base, "XXXX-XX-XX", time, match)
        return Reading("TIME", moment.value, modifier(match), offset=moment.offset)
    if point is None and month is not None:
        return None  # 30 February
    if point is None or isinstance(point, str):
        value = point or "XXXX-XX-XX"
        value = timed(None, value, time, match).value if time else value
        return Reading("TIME" if time else "DATE", value, modifier(match))
    if time and point.grain == "D":
        moment = timed(point.first, "", time, match)
        return Reading("TIME", moment.value, modifier(match), point, offset=moment.offset)
    return Reading("DATE", point.value(), modifier(match), point)


def _is_lap(match: Match) -> bool:
    """Whether the digits go on as no time of day does: `in 2:05:30`."""
    scan, last = match.scan, match.last
    return scan.codes[last : last + 1] == "\u2236" and scan.parts[last + 1 : last + 2] != [""]


def _digits(match: Match, year: int, time: str | None) -> Reading | None:
    month, day = [int(token.word) for token in match.tokens if "int" in token.features or "two" in token.features][1:3]
    found = day_of(year, month, day)
    if found is None:
        return None
    if time is None:
        return Reading("DATE", found.isoformat(), None, Point("D", found))
    moment = timed(found, "", time, match)
    return Reading("TIME", moment.value, None, Point("D", found), offset=moment.offset)


def _in_month(match: Match, memory: Memory, month: int, year: int | None) -> Point | str | None:
    day = _day_beside_month(match)
    if year is None and memory.published is not None:
        if any(token.features.keys() & {"unit", "yearref"} for token in match.tokens):
            year = memory.published.year + (match.number("shift", "yearref") or 0)
        else:
            year = year_for(match, memory.published, month, day)
            goes_on = memory.through and memory.last is not None and memory.last.grain == ("D" if day else "M")
            if year is not None and goes_on and memory.last is not None and memory.last.first.year - year in (0, 1):
                year += date(year, month, 1) < memory.last.first.replace(day=1)  # `from November to February`
    if year is None:
        return f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
    if day is None:
        return Point("M", date(year, month, 1))
    found = day_of(year, month, day)
    return None if found is None else Point("D", found)


def _day_beside_month(match: Match) -> int | None:
    """The number next to the month's name, before it (`12 August 2023, 10:30`) or after it (`5 p.m. Nov. 9`)."""
    tokens = match.tokens
    at = next(at for at, token in enumerate(tokens) if token.features.keys() & {"month", "month_short"})
    before = takewhile(lambda token: "hourmark" not in token.features, reversed(tokens[max(at - 3, 0) : at]))
    after = takewhile(lambda token: "year" not in token.features, tokens[at + 1 : at + 3])
    for beside in (*(token for token in before if token is tokens[0] or token.mark not in ":\u2236\u2022"), *after):
        for kind in ("day", "ordinal", "number"):
            if kind in beside.features:
                return int(beside.features[kind])
    return None


def _weekday(match: Match, memory: Memory, weekday: int) -> Point | str | None:
    if memory.published is None:
        return f"XXXX-WXX-{weekday}"
    shift = match.number("shift")
    if memory.through and shift is None and memory.last is not None and _is_near(memory.last, memory.published):
        return shifted(memory.last, (weekday - memory.last.first.isoweekday() - 1) % 7 + 1)
    if match.get("anaphoric") is not None and memory.last is not None and memory.last.grain == "D":
        before = (memory.last.first.isoweekday() - weekday - 1) % 7 + 1
        return shifted(memory.last, -before)
    away = weekday - memory.published.isoweekday()
    tense = match.tense(telling=True)
    if shift == 0 and tense >= 0:
        away += 7 if away < 0 else 0
    elif shift == -1:
        away -= 7 if away >= 0 else 0
    elif shift == 1:
        away += 7 if away <= 0 else 0
    elif tense > 0:
        away += 7 if away < 0 else 0
    else:
        away -= 7 if away > 0 else 0
    return shifted(Point("D", memory.published), away)


def _is_near(point: Point, published: date) -> bool:
    """Whether a day is one that weekdays name: not `from Sept. 14 to Thursday`."""
    return point.grain == "D" and abs((point.first - published).days) <= 7


def dayref(match: Match, memory: Memory) -> Reading | None:
    """Today, yesterday, tonight, this morning, last night."""
    offset = day_offset(match)
    parts = [token.features for token in match.tokens if "dayref" not in token.features or offset is None]
    part = next((str(more[kind]) for more in parts for kind in ("part", "parts", "tonight") if kind in more), None)
    if match.rule.value is not None:
        part, offset = match.rule.value, 0
    if match.get("lastnight") is not None:
        part, offset = str(match.get("lastnight")), -1
    if offset is None:
        offset = match.number("shift") or 0
    if match.get("unit") == "D" and match.get("dayref") is not None:
        offset += match.number("ago") or 0  # the day before yesterday
    if (
        match.number("dayref") is None
        and match.get("anaphoric") is not None
        and memory.last
        and memory.last.grain == "D"
    ):
        point = shifted(memory.last, offset)
    else:
        point = None if memory.published is None else shifted(Point("D", memory.published), offset)
    nowadays = memory.published is None or (match.grammar.today_may_be_nowadays and not memory.names_days())
    if nowadays and part is None and offset == 0:
        return Reading("DATE", "PRESENT_REF", modifier(match))
    value = "XXXX-XX-XX" if point is None else point.value()
    if part:
        return Reading("TIME", f"{value}T{part}", modifier(match), point)
    return Reading("DATE", value, modifier(match), point)


def day_away(match: Match, memory: Memory) -> Reading | None:
    """Avant-hier: as many days from the publication as the rule says."""
    point = None if memory.published is None else shifted(Point("D", memory.published), int(match.rule.value or 0))
    return Reading("DATE", "XXXX-XX-XX" if point is None else point.value(), None, point)


def day_again(match: Match, memory: Memory) -> Reading | None:
    """The day before, the same day: counted from the last day named."""
    direction = int(match.rule.value or match.number("dayagain", "ago") or 0)
    if memory.month_day is not None:
        return Reading("DATE", next_to(*memory.month_day, direction))
    base = memory.last if memory.last is not None and memory.last.grain == "D" else None
    if base is None and memory.published is not None:
        base = Point("D", memory.published)
    point = None if base is None else shifted(base, direction)
    return Reading("DATE", "XXXX-XX-XX" if point is None else point.value(), None, point)


def day_month(match: Match, memory: Memory) -> Reading | None:
    """24.12. is a day and a month."""
    day, month = [int(token.word) for token in match.tokens]
    return _month_day(match, memory, month, day)


def _month_day(match: Match, memory: Memory, month: int, day: int) -> Reading | None:
    if memory.published is None:
        return Reading("DATE", f"XXXX-{month:02}-{day:02}")
    year = year_for(match, memory.published, month, day)
    found = day_of(year, month, day) if year else None
    return None if found is None else Reading("DATE", found.isoformat(), None, Point("D", found))


def days_of_month(match: Match, memory: Memory) -> Reading | None:
    """The first day of `3. und 4. Mai`, whose month comes later."""
    day = match.number("day")
    known = match.grammar.lexicon.features
    following = [known.get(word, {}) for word in match.scan.parts[match.last + 1 : match.last + 14 : 2]]
    month = next((int(more["month"]) for more in following if "month" in more), None)
    return None if day is None or month is None else _month_day(match, memory, month, day)


def day_number(match: Match, memory: Memory) -> Reading | None:
    """El día 12: the day of the month that is nearest."""
    day = match.number("day")
    if day is None or memory.published is None:
        return None if day is None else Reading("DATE", f"XXXX-XX-{day:02}")
    shift = match.number("shift") or match.tense()
    month = Point("M", memory.published.replace(day=1))
    choices = [point for count in (-1, 0, 1) if (point := shifted(month, count)) is not None]
    days = [found for point in choices if (found := day_of(point.first.year, point.first.month, day)) is not None]
    wanted = [found for found in days if shift == 0 or (found < memory.published) == (shift < 0)] or days
    nearest = min(wanted, key=lambda found: abs((found - memory.published).days) if memory.published else 0)
    return Reading("DATE", nearest.isoformat(), None, Point("D", nearest))


def days(match: Match, memory: Memory) -> Reading | None:
    """March 3-5: from one day of a month to another, as one interval."""
    month, numbers = match.number("month"), [value for value in match.all("day") if isinstance(value, int)]
    if month is None or len(numbers) != 2 or numbers[0] >= numbers[1]:
        return None
    year = match.number("year")
    if year is None and memory.published is not None:
        year = year_for(match, memory.published, month, numbers[0])
    if year is None:
        return Reading("DATE", f"XXXX-{month:02}-{numbers[0]:02}/XXXX-{month:02}-{numbers[1]:02}")
    first, last = day_of(year, month, numbers[0]), day_of(year, month, numbers[1])
    if first is None or last is None:
        return None
    return Reading("DATE", f"{first.isoformat()}/{last.isoformat()}", None, Point("D", first))


def numeric(match: Match, memory: Memory) -> Reading | None:
    """3/4/1998: month and day in the order of the language, the outlet or the rest of the text, X where none decides."""
    one, two, three = [int(token.word) for token in match.tokens]
    year = three if len(match.tokens[2].word) == 4 else three + (2000 if three < 50 else 1900)
    order = None if one == two or one > 12 or two > 12 else memory.day_first()
    if order is None and match.tokens[1].mark == "\u2022":
        order = True  # 3.4.2024: dots go with the day first
    if one == two or one > 12 or two > 12 or order is not None:
        first = one > 12 or (two <= 12 and order is True)
        found = day_of(year, two, one) if first else day_of(year, one, two)
        return None if found is None else Reading("DATE", found.isoformat(), None, Point("D", found))
    return Reading("DATE", f"{year:04}-XX-XX", ambiguous=True)
