"""The year of a date that names none."""

from __future__ import annotations

from datetime import date

from newsparse.annotations.times.calendar import day_of
from newsparse.annotations.times.reading import Match

COST = {0: (1.15, 1.0), 1: (0.2, 1.0), -1: (4.0, 1.0)}
"""What a day ahead costs, and a day back, where the words around do not tell, speak of the future, of the past."""


MONTH_AHEAD = 1.75
"""The same for a whole month: months are named of the past rather."""


def year_for(match: Match, published: date, month: int, day: int | None) -> int | None:
    """The year of a date that names none: the nearest, in the direction that the words around it speak of."""
    shift = match.number("shift")
    ahead, back = COST[match.tense()]
    best: tuple[float, int] | None = None
    for year in range(published.year - (1 if day != 29 else 8), published.year + (2 if day != 29 else 9)):
        found = day_of(year, month, day or 1)
        if found is None:
            continue
        current = found == published if day else (found.year, found.month) == (published.year, published.month)
        distance = (found - published).days
        if shift and (current or (distance < 0) != (shift < 0)):
            continue
        cost = 0 if current else abs(distance) * (ahead * (1 if day else MONTH_AHEAD) if distance > 0 else back)
        if best is None or cost < best[0]:
            best = cost, year
    return best[1] if best else None
