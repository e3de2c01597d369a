"""What several makers ask of the words of an expression: its modifier, its time of day, its year."""

from __future__ import annotations

from newsparse.annotations.times.amounts import number as amount_of
from newsparse.annotations.times.grammar import Token
from newsparse.annotations.times.reading import Match


def modifier(match: Match) -> str | None:
    """The TIMEX3 modifier that the words name: START of `early June`, APPROX of `about noon`."""
    for token in match.tokens:
        if "mod" in token.features:
            return str(token.features["mod"])
        if "about" in token.features:
            return _negated(match, str(token.features["about"]))
    return None


def about(match: Match) -> str | None:
    """The modifier of an amount: MORE_THAN of `over three years`, EQUAL_OR_LESS of `no more than three years`."""
    found = match.get("about")
    return None if found is None else _negated(match, str(found))


NEGATED = {"MORE_THAN": "EQUAL_OR_LESS", "LESS_THAN": "EQUAL_OR_MORE"}
"""What a modifier says when it is denied."""


def _negated(match: Match, found: str) -> str:
    return NEGATED.get(found, found) if match.get("not") is not None else found


def year_named(match: Match) -> int | None:
    """The year in digits or as spoken, `nineteen ninety-four`."""
    year = match.number("year")
    if year is None:
        for at, token in enumerate(match.tokens[:-1]):
            following = match.tokens[at + 1]
            if "teen" in token.features and "tens" in following.features:
                rest = amount_of(match.tokens[at + 1 : at + 3])
                return int(token.features["teen"]) * 100 + int(rest)
    return year


def clock_value(match: Match) -> str | None:
    """The time of day: `19:15`, a part of the day, or None. Z marks universal time."""
    named = match.number("clockname")
    if named is not None:
        return f"{named:02}:00"
    tokens = match.tokens
    for at, token in enumerate(tokens):
        if "hhmm" in token.features and match.rule.value == "clock":
            return f"{token.word[:2]}:{token.word[2:]}"
        if match.rule.value == "hour-of-part" and token.features.keys() & {"hour", "number", "one"}:
            return _hour_of_part(token, match)
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if "hour" in token.features and (
            _is_hour(after) or (at and tokens[at - 1].features.keys() & {"timemark", "hourmark"})
        ):
            seconds = next((f":{two.word}" for two in tokens[at + 2 : at + 3] if after and _is_second(after, two)), "")
            return f"{_hour(int(token.features['hour']), match):02}:{_minute(tokens[at + 1 : at + 3]):02}{seconds}"
    parts = [token.features for token in tokens if "dayref" not in token.features or day_offset(match) is None]
    return next((str(more[kind]) for more in parts for kind in ("part", "parts", "tonight") if kind in more), None)


def _is_hour(after: Token | None) -> bool:
    """Whether what follows a number makes it an hour: minutes, or a word like `p.m.`, `Uhr`."""
    if after is None:
        return False
    return "hourmark" in after.features or (after.mark in ":\u2236\u2022." and "minute" in after.features)


def _hour_of_part(token: Token, match: Match) -> str:
    """Las ocho de la tarde is 20:00, las dos de la madrugada 02:00."""
    hour = next(int(token.features[kind]) for kind in ("hour", "number", "one") if kind in token.features)
    part = next((more.features["part"] for more in reversed(match.tokens) if "part" in more.features), "MO")
    after = match.tokens[match.tokens.index(token) + 1 :]
    return f"{hour + 12 if part != 'MO' and hour < 12 else hour:02}:{_minute(after[:1]):02}"


def day_offset(match: Match) -> int | None:
    """Days from today: -1 of yesterday. After an article `mañana` is the morning, not tomorrow."""
    for at, token in enumerate(match.tokens):
        offset = token.features.get("dayref")
        is_part = "part" in token.features and at and "determiner" in match.tokens[at - 1].features
        if isinstance(offset, int) and not is_part:
            return offset
    return None


def _is_second(minute: Token, second: Token) -> bool:
    return all("minute" in token.features and token.mark in ":\u2236" for token in (minute, second))


def _hour(hour: int, match: Match) -> int:
    half = match.get("hourmark")
    if half == "pm" and hour < 12:
        return hour + 12
    return 0 if half == "am" and hour == 12 else hour


def _minute(after: tuple[Token, ...]) -> int:
    """The minutes after the hour, or after the word that follows it: `14 h 30`."""
    for token in after:
        if "minute" in token.features and (token is after[0] or token.mark in " _"):
            return int(token.features["minute"])
    return 0
