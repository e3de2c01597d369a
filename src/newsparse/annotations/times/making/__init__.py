"""From a match to its TIMEX3 reading: one maker for each `make` of the rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from newsparse.annotations.times.making import days, lengths, periods, years
from newsparse.annotations.times.reading import Match, Memory, Reading

__all__ = ["MAKERS", "Maker"]

Maker: TypeAlias = Callable[[Match, Memory], Reading | None]

MAKERS: dict[str, Maker] = {
    "ago": periods.ago,
    "calendar": days.calendar,
    "century": years.century,
    "day-again": days.day_again,
    "day-offset": days.day_away,
    "day-month": days.day_month,
    "day-number": days.day_number,
    "dayref": days.dayref,
    "days": days.days,
    "days-of-month": days.days_of_month,
    "decade": years.decade,
    "duration": lengths.duration,
    "frequency": lengths.frequency,
    "holiday": years.holiday,
    "latest": periods.latest,
    "month-short": years.month_short,
    "neighbour": periods.neighbour,
    "none": lengths.none,
    "nth-weekday": years.nth_weekday,
    "numeric": days.numeric,
    "period": periods.a_period,
    "quarter": periods.quarter,
    "ref": lengths.ref,
    "season": years.season,
    "set": lengths.a_set,
    "spoken-year": years.spoken_year,
    "whole-unit": lengths.whole_unit,
    "year": years.year,
    "year-ago": periods.year_ago,
    "year-end": years.year_end,
    "year-period": periods.year_period,
    "years": years.years,
}
"""What a rule's `make` may be."""
