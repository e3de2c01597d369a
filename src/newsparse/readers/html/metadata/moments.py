"""Dates and times as pages write them, in markup and beside headlines: never the clock, never a guess at a missing year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import islice
from typing import NamedTuple

import regex

from newsparse.languages import offset_of
from newsparse.readers.html.metadata.words import words

EARLIEST, LATEST = 1900, 2100

_TIME = (
    r"(?:[T\s,;|/·•@\u2013-]{0,4}+(?:[^\W\d_]{1,4}\.?\s+){0,2}\(?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?!\d|[./-]\d)"
    r"(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?)?\s?(?P<half>[aApP]\.?[mM]\b\.?)?\s{0,2}(?:Uhr\s|hrs\s)?\(?"
    r"(?P<zone>Z\b|(?:UTC|GMT)?\s?[+\u2212-]\d\d:?\d\d\b|[A-Z]{2,5}\b)?)?"
)
_LETTERS = r"[^\W\d_]"
_DATE = regex.compile(
    r"(?<![\d/])(?:"
    r"(?P<y1>(?:19|20)\d\d)(?P<sep1>[-/.])\s?(?P<m1>\d{1,2})(?P=sep1)\s?(?P<d1>\d{1,2})(?!\d)"
    r"|(?P<y2>(?:19|20)\d\d)\s?[年년]\s?(?P<m2>\d{1,2})\s?[月월]\s?(?P<d2>\d{1,2})\s?[日일]?"
    r"|(?P<y3>(?:19|20)\d\d)(?P<m3>[01]\d)(?P<d3>[0-3]\d)(?:T?(?P<h3>[0-2]\d)(?P<n3>[0-5]\d)(?:[0-5]\d)?)?(?!\d)"
    r"|(?P<a4>\d{1,2})(?P<sep4>[./-])\s?(?P<b4>\d{1,2})(?P=sep4)\s?(?P<y4>(?:19|20)\d\d|\d\d)(?![\d/])"
    rf"|(?P<d5>\d{{1,2}})(?:\.|st|nd|rd|th|º|ª|er|\.?-?(?:a|e)n?)?[\s.,-]{{0,3}}(?:(?:de|of)\s|d['’])?(?P<w5>{_LETTERS}{{3,14}})"
    r"[.,]{0,2}[\s'’-]{0,2}(?:(?:de|del|of)\s)?(?P<y5>(?:19|20)\d\d)(?!\d)"
    rf"|(?P<w6>\b{_LETTERS}{{3,14}})\.?\s?(?P<d6>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?:de\s|at\s)?(?P<y6>(?:19|20)\d\d)(?!\d)"
    rf"|(?P<y7>(?:19|20)\d\d)[\s.,-]{{1,2}}(?P<w7>{_LETTERS}{{3,14}})\.?[\s.,-]{{1,2}}(?P<d7>\d{{1,2}})(?!\d)"
    r")" + _TIME,
)
# What every date has: its year in four figures, or three numbers with the same mark between them.
_DATED = re.compile(r"\d(?:(?<=1)9\d\d|(?<=2)0\d\d|[./-]\s?\d\d?[./-]\s?\d\d)")
_REACH = 40
"""Characters from a date's first to its year, at most; its time may take three times as many."""
_ISO = regex.compile(r"\s*([12]\d{3}-[01]\d-[0-3]\d)(?:[T ]([0-2]\d:[0-5]\d(?::[0-5]\d)?)(?:[.,](\d{1,9}))?\s?(Z|[+-]\d\d:?\d\d)?)?\s*",  # noqa: E501
                  regex.IGNORECASE)  # fmt: skip
_EPOCH = regex.compile(r"\s*(1\d{9})(\d{3})?\s*")
_OFFSET = regex.compile(r"([+\u2212-])(\d\d):?(\d\d)")


class Moment(NamedTuple):
    """A date, or date and time, that a text gives. `swapped` is the other reading where day and month could be either."""

    value: date | datetime
    start: int
    end: int
    swapped: date | datetime | None = None


def read_moment(text: str, *, month_first: bool = False) -> date | datetime | None:
    """Return the moment that a machine-readable value is, whatever format it is in."""
    found = next(read_moments(text, month_first=month_first), None)
    return None if found is None else found.value


def read_moments(text: str, *, month_first: bool = False) -> Iterator[Moment]:
    """The moment that a machine-readable value is, if it is one."""
    value: date | datetime
    try:
        if match := _ISO.fullmatch(text):
            day, time, _, zone = match.groups()
            value = (
                date.fromisoformat(day)
                if time is None
                else datetime.fromisoformat(f"{day}T{time}{(zone or '').upper()}")
            )
        elif match := _EPOCH.fullmatch(text):
            value = datetime.fromtimestamp(int(match[1]), tz=UTC)
        else:
            yield from islice(find_moments(text[:200], month_first=month_first), 1)
            return
    except ValueError:
        return
    if EARLIEST <= value.year <= LATEST:
        yield Moment(value, 0, len(text))


def find_moments(text: str, *, month_first: bool = False) -> Iterator[Moment]:
    """Every full date in `text`, with its time where one follows."""
    for start, end in _stretches(text):
        for match in _DATE.finditer(text, start, end):
            part = match.groupdict()
            if part["a4"]:
                first, second, year = int(part["a4"]), int(part["b4"]), _year(part["y4"])
                if part["sep4"] == "." and second <= 12:  # 03.04.2021 is the third of April wherever dots are written
                    choices = [(second, first)]
                else:
                    choices = [(first, second), (second, first)] if month_first else [(second, first), (first, second)]
                days = [day for month, dom in choices if (day := _day(year, month, dom))]
            else:
                day = _named_day(part)
                days = [day] if day else []
            if not days:
                continue
            other = days[1] if len(days) > 1 and days[1] != days[0] else None
            yield Moment(_timed(days[0], part), match.start(), match.end(), other)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where in `text` there can be dates; the whole of it, if it is short."""
    if len(text) < 300:
        if _DATED.search(text):
            yield 0, len(text)
        return
    start, end = 0, -1
    for match in _DATED.finditer(text):
        at = match.start()
        if at - _REACH > end >= 0:
            yield start, end
        if at - _REACH > end:
            start = max(0, at - _REACH)
        end = match.end() + 3 * _REACH
    if end >= 0:
        yield start, end


def _named_day(part: dict[str, str | None]) -> date | None:
    for at in "123567":
        if year := part[f"y{at}"]:
            month = part.get(f"m{at}")
            number = int(month) if month else words().months.get((part[f"w{at}"] or "").lower(), 0)
            return _day(int(year), number, int(part[f"d{at}"] or 0))
    return None


def _year(digits: str | None) -> int:
    number = int(digits or 0)
    return number if number > 99 else 2000 + number if number < 70 else 1900 + number


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if EARLIEST <= year <= LATEST else None
    except ValueError:
        return None


def _timed(day: date, part: dict[str, str | None]) -> date | datetime:
    """`day` with the time that follows it; a lone number (`3 May 2021 12 comments`) is no time."""
    if part["h3"]:
        hour, minute = int(part["h3"]), int(part["n3"] or 0)
    elif part["hour"] and (part["minute"] or part["half"]):
        hour, minute = int(part["hour"]), int(part["minute"] or 0)
        if part["half"]:
            hour = hour % 12 + (12 if part["half"][0] in "pP" else 0)
    else:
        return day
    try:
        moment = datetime(day.year, day.month, day.day, hour, minute, int(part["second"] or 0))  # noqa: DTZ001
        return moment.replace(tzinfo=_zone(part["zone"], moment))
    except ValueError:
        return day


def _zone(name: str | None, moment: datetime) -> timezone | None:
    if not name:
        return None
    if match := _OFFSET.search(name):
        minutes = int(match[2]) * 60 + int(match[3])
        if minutes >= 24 * 60:
            return None
        return timezone(timedelta(minutes=-minutes if match[1] != "+" else minutes))
    offset = offset_of(name, moment)
    return None if offset is None else timezone(offset)


def day_of(moment: date | datetime) -> date:
    """The calendar day, as the page writes it."""
    return moment.date() if isinstance(moment, datetime) else moment
