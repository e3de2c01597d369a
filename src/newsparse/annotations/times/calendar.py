"""Points of the calendar, what TIMEX3 writes for them, and the half-open interval that a TIMEX3 value names."""

# ruff: noqa: DTZ001 - a calendar date has no zone; where a time names one, the datetime is aware

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from typing import NamedTuple

Interval = tuple[datetime, datetime]

SEASONS = {"SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "AU": (9, 3), "WI": (12, 3)}
"""First month and number of months: meteorological seasons of the northern half; winter starts in its value's December."""
PARTS_OF_DAY = {"MO": (5, 12), "MI": (12, 13), "AF": (12, 18), "EV": (18, 22), "NI": (20, 28), "DT": (8, 18)}
"""First and last hour; NI runs into the next day."""


class Point(NamedTuple):
    """A calendar period: its grain and first day.

    Grains: D day, W week, WE weekend, M month, Q quarter, H half, Y year, E decade, C century, seasons SP, SU, FA, WI.
    """

    grain: str
    first: date

    def value(self) -> str:
        """Return the TIMEX3 value."""
        grain, day = self
        match grain:
            case "D":
                return day.isoformat()
            case "M":
                return f"{day.year:04}-{day.month:02}"
            case "Y":
                return f"{day.year:04}"
            case "Q":
                return f"{day.year:04}-Q{(day.month + 2) // 3}"
            case "H":
                return f"{day.year:04}-H{(day.month + 5) // 6}"
            case "W" | "WE":
                year, week, _ = day.isocalendar()
                return f"{year:04}-W{week:02}{'-WE' if grain == 'WE' else ''}"
            case "E":
                return f"{day.year // 10:03}"
            case "C":
                return f"{day.year // 100:02}"
            case _:
                return f"{day.year:04}-{grain}"


MONTHS_OF = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200}
DAYS_OF = {"D": 1, "W": 7, "WE": 7}


def size(grain: str) -> int:
    """Return about how many days a period of the grain has; a season is as long as a quarter."""
    return DAYS_OF.get(grain) or 30 * MONTHS_OF.get(grain, 3)


def next_to(month: int, day: int, count: int) -> str:
    """Return the value of the day so many days after a day without year, `XXXX-02-25`; all X where leap years tell."""
    found = {date(year, month, day) + timedelta(count) for year in (2001, 2004) if day_of(year, month, day)}
    values = {f"XXXX-{one.month:02}-{one.day:02}" for one in found}
    return values.pop() if len(values) == 1 else "XXXX-XX-XX"


def period(grain: str, day: date) -> Point:
    """Return the period of a grain that holds `day`."""
    match grain:
        case "D":
            return Point("D", day)
        case "W":
            return Point("W", back(day, day.weekday()))
        case "WE":
            return Point("WE", back(day, day.weekday()))
        case "M":
            return Point("M", day.replace(day=1))
        case "Q" | "H":
            size = MONTHS_OF[grain]
            return Point(grain, date(day.year, (day.month - 1) // size * size + 1, 1))
        case "Y":
            return Point("Y", date(day.year, 1, 1))
        case "E":
            return Point("E", date(max(day.year // 10 * 10, 1), 1, 1))
        case "C":
            return Point("C", date(max(day.year // 100 * 100, 1), 1, 1))
        case _:
            return Point(grain, date(day.year, SEASONS[grain][0], 1))


def back(day: date, days: int) -> date:
    """Return the day so many days before, or the first of all days."""
    return date.fromordinal(max(day.toordinal() - days, 1))


def shifted(point: Point, count: int, grain: str | None = None) -> Point | None:
    """Return the period `count` grains later, or None outside the years 1 to 9999. Each keeps its own grain."""
    by = grain or point.grain
    try:
        if by in DAYS_OF:
            return Point(point.grain, point.first + timedelta(days=DAYS_OF[by] * count))
        from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - dateutil is slow to import

        months = MONTHS_OF.get(by, 12) * count
        return Point(point.grain, point.first + relativedelta(months=months))
    except (ValueError, OverflowError):
        return None


def day_of(year: int, month: int, day: int) -> date | None:
    """Return that day, or None if there is none, as for 30 February."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(.*))?")
_CLOCK = re.compile(r"(\d\d)(?::?(\d\d))?(?::?(\d\d))?(?:\.\d+)?(Z|[+-]\d\d(?::?\d\d)?)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d?)(?:-(WE|\d))?(?:T(.*))?")
_MONTHS = re.compile(r"(?:FY)?(\d{4})(?:-(?:(\d\d)|F?Q([1-4])|H([12])|T([1-3])|(SP|SU|FA|AU|WI)|XX))?(?:-XX)?")
_LONG = re.compile(r"(\d\d)(\d)?X?")


@lru_cache(maxsize=512)
def interval(value: str) -> Interval | None:
    """Return the half-open interval that a TIMEX3 DATE or TIME value names; None for a value that names none.

    A time with a zone gives aware datetimes, all else naive ones.
    """
    if "/" in value:
        first, last = (interval(part) for part in value.split("/", 1))
        return None if first is None or last is None else (first[0], last[1])
    try:
        if found := _DAY.fullmatch(value):
            year, month, day, time = found.groups()
            return _within(datetime(int(year), int(month), int(day)), time)
        if found := _MONTHS.fullmatch(value):
            return _months(*found.groups())
        if found := _WEEK.fullmatch(value):
            return _week(*found.groups())
        if found := _LONG.fullmatch(value):
            start = int(found[1]) * 100 + int(found[2] or 0) * 10
            return datetime(max(start, 1), 1, 1), datetime(start + (10 if found[2] else 100), 1, 1)
    except (ValueError, OverflowError):
        return None
    return None


def _months(
    year: str, month: str | None, quarter: str | None, half: str | None, third: str | None, season: str | None
) -> Interval:
    first, count = 1, 12
    if month:
        first, count = int(month), 1
    elif quarter:
        first, count = 3 * int(quarter) - 2, 3
    elif half:
        first, count = 6 * int(half) - 5, 6
    elif third:
        first, count = 4 * int(third) - 3, 4
    elif season:
        first, count = SEASONS[season]
    after = int(year) * 12 + first - 1 + count
    return datetime(int(year), first, 1), datetime(after // 12, after % 12 + 1, 1)


def _week(year: str, number: str, part: str | None, time: str | None) -> Interval | None:
    monday = datetime.fromisocalendar(int(year), int(number), 1)
    if part is None:
        return None if time else (monday, monday + timedelta(7))
    if part == "WE":
        return monday + timedelta(5), monday + timedelta(7)
    return _within(monday + timedelta(int(part) - 1), time)


def _within(midnight: datetime, time: str | None) -> Interval | None:
    if time is None:
        return midnight, midnight + timedelta(1)
    if time in PARTS_OF_DAY:
        first, last = PARTS_OF_DAY[time]
        return midnight + timedelta(hours=first), midnight + timedelta(hours=last)
    clock = _CLOCK.fullmatch(time)
    if clock is None:
        return None
    hour, minute, second, zone = clock.groups()
    start = midnight + timedelta(hours=int(hour), minutes=int(minute or 0), seconds=int(second or 0))
    if zone:
        start = start.replace(tzinfo=_zone(zone))
    return start, start + (timedelta(seconds=1) if second else timedelta(minutes=1) if minute else timedelta(hours=1))


def _zone(zone: str) -> timezone:
    if zone == "Z":
        return UTC
    digits = zone[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if zone[0] == "-" else offset)
