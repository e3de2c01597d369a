"""The time zone that stands beside a time of day.

Universal time and an offset in digits are part of the value, as ISO 8601 writes them: `T14:00Z`, `T17:00+05:30`. A zone's name
is not, since people who annotate leave it out: `5 p.m. EST` is `T17:00`, but its interval is five hours later in Greenwich.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from newsparse.annotations.times.grammar import Token
from newsparse.annotations.times.reading import Match
from newsparse.languages import offset_of


class Moment(NamedTuple):
    """A time of day: its value, and the offset from universal time that the value does not tell."""

    value: str
    offset: timedelta | None = None


def timed(day: date | None, unknown: str, clock: str, match: Match) -> Moment:
    """Return the time on a day; `unknown` stands for a day that nothing tells."""
    value = f"{unknown if day is None else day.isoformat()}T{clock}"
    if not clock[0].isdigit():
        return Moment(value)
    tokens = match.tokens
    at = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at].mark in ("+", "-", "~")), None)
    if at is not None and any("zone" in token.features or token.mark in ":\u2236" for token in tokens[:at]):
        return Moment(value + _stated(tokens[at:]))
    kinds = ("zone", "zonename")
    name = next((str(more[kind]) for _, more, *_ in tokens[1:] for kind in kinds if kind in more), None)
    if name is None:
        return Moment(value)
    offset = offset_of(name, datetime.combine(day or date(2024, 1, 1), time(int(clock[:2]) % 24, int(clock[3:5]))))
    if name in ("GMT", "UTC", "Z"):
        return Moment(f"{value}Z")
    return Moment(value, None if day is None else offset)


def _stated(tokens: tuple[Token, ...]) -> str:
    """The offset in digits, as ISO 8601 has it: `GMT+3`, `+05:30`, `-0500`; nothing for one that no clock has."""
    first, *more = tokens
    digits = first.word
    hours, minutes = (digits[:2], digits[2:]) if len(digits) == 4 else (digits, "0")
    if more and more[0].mark in (":", "\u2236"):
        minutes = more[0].word
    if int(hours) > 23 or int(minutes) > 59:
        return ""
    return f"{'+' if first.mark == '+' else '-'}{int(hours):02}:{int(minutes):02}"
