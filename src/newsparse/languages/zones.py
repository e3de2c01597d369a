"""Time zones by the names that articles give them: `[metadata.zones]` of the built-in languages, in one table.

A zone is a number of hours, or a table from years to what held from that year on: hours, or a rule as POSIX writes it
(`EST5EDT,M3.2.0,M11.1.0`) where summer time comes and goes. Names that mean several zones (`IST`) have an empty table, so that
they are known and settle nothing. Nothing is read from the machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import TypeAlias

from newsparse.languages.loader import built_in

Zone: TypeAlias = float | str
"""Hours east of Greenwich, or a POSIX rule."""


@cache
def zones() -> Mapping[str, tuple[tuple[int, Zone], ...]]:
    """Return every zone by its name in capitals: the years from which something held, and what; none if ambiguous."""
    found: dict[str, tuple[tuple[int, Zone], ...]] = {}
    for language in built_in():
        for name, known in language.table("metadata").get("zones", {}).items():
            periods = known if isinstance(known, Mapping) else {"1": known}
            found.setdefault(name, tuple(sorted((int(year), zone) for year, zone in periods.items())))
    return found


def offset_of(name: str, moment: datetime) -> timedelta | None:
    """Return how far east of Greenwich the clocks of a zone are at a local time; None where the name does not tell."""
    past = [zone for year, zone in zones().get(name.upper(), ()) if year <= moment.year]
    if not past:
        return None
    return (
        timedelta(hours=past[-1]) if not isinstance(past[-1], str) else _by_rule(past[-1], moment.replace(tzinfo=None))
    )


@lru_cache(maxsize=256)
def _by_rule(rule: str, moment: datetime) -> timedelta | None:
    from dateutil.tz import tzstr  # noqa: PLC0415 - dateutil is slow to import

    return tzstr(rule).utcoffset(moment)
