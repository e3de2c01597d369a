"""From a match to its TIMEX3 reading: one function for each `make` of the rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from newsparse.annotations.times import amounts
from newsparse.annotations.times.calendar import Point, day_of, period, shifted
from newsparse.annotations.times.reading import Match, Memory, Reading

Maker = Callable[[Match, Memory], Reading | None]


def modifier(match: Match) -> str | None:
    """The TIMEX3 modifier that the words name."""
    negated = match.has("no", "not")
    for token in match.tokens:
        if "mod" in token.features:
            return str(token.features["mod"])
        if "about" in token.features:
            found = str(token.features["about"])
            if negated:
                return {"MORE_THAN": "EQUAL_OR_LESS", "LESS_THAN": "EQUAL_OR_MORE"}.get(found, found)
            return found
    return "APPROX" if match.has("so") else None


NEAR = 150
"""Code points within which a time of day belongs to the day named before it."""


def calendar(match: Match, memory: Memory) -> Reading | None:
    """Dates by month, day, weekday and year, with a time of day."""
    month, year = match.number("month"), year_named(match)
    time = clock_value(match)
    if month is None and year is not None and match.get("two", "day") is not None:
        return _digits(match, year, time)
    if month is not None:
        point = _in_month(match, memory, month, year)
    elif (weekday := match.number("weekday", "weekday_short")) is not None:
        point = _weekday(match, memory, weekday)
    elif (offset := match.number("dayref")) is not None:
        point = None if memory.published is None else shifted(Point("D", memory.published), offset)
    else:
        if time is None:
            return None
        near = memory.last is not None and memory.last.grain == "D" and memory.here - memory.last_at < NEAR
        base = memory.last.first if near and memory.last else memory.published
        return Reading("TIME", f"{'XXXX-XX-XX' if base is None else base.isoformat()}T{time}", modifier(match))
    if point is None and month is not None:
        return None  # 30 February
    if point is None or isinstance(point, str):
        value = point or "XXXX-XX-XX"
        return Reading("TIME" if time else "DATE", f"{value}T{time}" if time else value, modifier(match))
    if time:
        return Reading("TIME", f"{point.value()}T{time}", modifier(match), point)
    return Reading("DATE", point.value(), modifier(match), point)


def year_named(match: Match) -> int | None:
    """The year in digits or as spoken, `nineteen ninety-four`."""
    year = match.number("year")
    if year is None:
        for at, token in enumerate(match.tokens[:-1]):
            following = match.tokens[at + 1]
            if "teen" in token.features and "tens" in following.features:
                rest = amounts.number(match.tokens[at + 1 : at + 3])
                return int(token.features["teen"]) * 100 + int(rest)
    return year


def _digits(match: Match, year: int, time: str | None) -> Reading | None:
    month, day = [int(token.word) for token in match.tokens if "int" in token.features or "two" in token.features][1:3]
    found = day_of(year, month, day)
    if found is None:
        return None
    value = found.isoformat() + (f"T{time}" if time else "")
    return Reading("TIME" if time else "DATE", value, None, Point("D", found))


def clock_value(match: Match) -> str | None:
    """The time of day: `19:15`, a part of the day, or None."""
    tokens = match.tokens
    named = match.number("clockname")
    if named is not None:
        return f"{named:02}:00"
    for at, token in enumerate(tokens):
        if "hour" not in token.features:
            continue
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        is_clock = after is not None and (
            (after.mark in ":\u2236\u2022." and "minute" in after.features)
            or after.word in ("a", "p", "am", "pm", "o", "uhr", "h", "t")
        )
        before = at and tokens[at - 1].word == "t"
        if not is_clock and not before:
            continue
        hour = int(token.features["hour"])
        minute = 0
        following = tokens[at + 1 : at + 3]
        if following and "minute" in following[0].features:
            minute = int(following[0].features["minute"])
        elif len(following) > 1 and "minute" in following[1].features and following[1].mark in " _":
            minute = int(following[1].features["minute"])
        half = next((other.word[0] for other in tokens[at + 1 :] if other.word in ("a", "p", "am", "pm")), None)
        if half == "p" and hour < 12:
            hour += 12
        if half == "a" and hour == 12:
            hour = 0
        return f"{hour:02}:{minute:02}{'Z' if match.has('gmt', 'utc', 'z') else ''}"
    parts = [token.features for token in tokens if "dayref" not in token.features]
    return next((str(more[kind]) for more in parts for kind in ("part", "parts", "tonight") if kind in more), None)


def _in_month(match: Match, memory: Memory, month: int, year: int | None) -> Point | str | None:
    day = _day_beside_month(match)
    if year is None and memory.published is not None:
        if any(token.features.keys() & {"unit", "yearref"} for token in match.tokens):
            year = memory.published.year + (match.number("shift", "yearref") or 0)
        else:
            year = _year_for(match, memory.published, month, day)
    if year is None:
        return f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
    if day is None:
        return Point("M", date(year, month, 1))
    found = day_of(year, month, day)
    return None if found is None else Point("D", found)


def _day_beside_month(match: Match) -> int | None:
    """The number next to the month's name, the one after it first: in `5 p.m. Nov. 9` the second."""
    tokens = match.tokens
    at = next(at for at, token in enumerate(tokens) if "month" in token.features)
    for beside in (*tokens[at + 1 : at + 3], *reversed(tokens[max(at - 3, 0) : at])):
        for kind in ("day", "ordinal", "number"):
            if kind in beside.features:
                return int(beside.features[kind])
    return None


COST = {0: (1.0, 1.0), 1: (0.2, 1.0), -1: (4.0, 1.0)}
"""What a day ahead costs, and a day back, where the words around do not tell, speak of the future, of the past."""


MONTH_AHEAD = 2.0
"""The same for a whole month: months are named of the past rather."""


def _year_for(match: Match, published: date, month: int, day: int | None) -> int | None:
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


def _weekday(match: Match, memory: Memory, weekday: int) -> Point | str | None:
    if memory.published is None:
        return f"XXXX-WXX-{weekday}"
    shift = match.number("shift")
    if match.has("previous", "preceding") and memory.last is not None and memory.last.grain == "D":
        before = (memory.last.first.isoweekday() - weekday - 1) % 7 + 1
        return shifted(memory.last, -before)
    away = weekday - memory.published.isoweekday()
    tense = match.tense(telling=True)
    if shift == 0 and tense >= 0:
        away += 7 if away < 0 else 0
    elif shift == -1:
        away -= 7 if away >= 0 else 0
    elif shift == 1 and not match.has("this"):
        away += 7 if away <= 0 else 0
    elif tense > 0:
        away += 7 if away < 0 else 0
    else:
        away -= 7 if away > 0 else 0
    return shifted(Point("D", memory.published), away)


def dayref(match: Match, memory: Memory) -> Reading | None:
    """Today, yesterday, tonight, this morning, last night."""
    parts = [token.features for token in match.tokens if "dayref" not in token.features]
    part = next((str(more[kind]) for more in parts for kind in ("part", "parts", "tonight") if kind in more), None)
    offset = match.number("dayref")
    if match.get("lastnight") is not None:
        part, offset = str(match.get("lastnight")), -1
    if offset is None:
        offset = match.number("shift") or 0
    if match.number("dayref") is None and match.has("that", "the") and memory.last and memory.last.grain == "D":
        point = shifted(memory.last, offset)
    else:
        point = None if memory.published is None else shifted(Point("D", memory.published), offset)
    if memory.published is None and part is None and offset == 0:
        return Reading("DATE", "PRESENT_REF", modifier(match))
    value = "XXXX-XX-XX" if point is None else point.value()
    if part:
        return Reading("TIME", f"{value}T{part}", modifier(match), point)
    return Reading("DATE", value, modifier(match), point)


def year(match: Match, memory: Memory) -> Reading | None:
    """A bare year."""
    number = match.number("year")
    if number is None:
        short = match.number("short")
        if short is None:
            return None
        number = 1900 + short
    if len(match.tokens) == 1 and (not 1500 <= number <= 2100 or _is_counted(match)):
        return None
    return Reading("DATE", f"{number:04}", modifier(match), Point("Y", date(number, 1, 1)))


def _is_counted(match: Match) -> bool:
    """Whether the digits are part of a number, an amount or a telephone number: `1987.5`, `$2000`, `555-2010`."""
    codes, parts = match.scan.codes, match.scan.parts
    before, after = codes[match.first - 1], codes[match.last]
    previous = parts[match.first - 2] if match.first > 2 else ""
    following = parts[match.last + 1] if match.last + 1 < len(parts) else ""
    if (after in "\u2022\u201a\u2236" and following.isdigit()) or parts[match.first - 1][-1:] in "$€£¥#+":
        return bool(parts[match.first - 1]) or following.isdigit()
    if parts[match.last][:1] in ("%", "$", "€", "£"):
        return True
    if before in "-\u2022\u201a\u2236" and previous.isdigit():
        return "year" not in match.grammar.lexicon.features.get(previous, {})
    return before == "_"


def spoken_year(match: Match, memory: Memory) -> Reading | None:
    """`nineteen ninety-seven`, `two thousand`."""
    words = [token for token in match.tokens if token.features.keys() & {"one", "teen", "tens", "hundred"}]
    if "hundred" in words[-1].features or (len(words) > 1 and "hundred" in words[1].features):
        number = amounts.number(words)
    else:
        number = int(words[0].features["teen"]) * 100 + int(amounts.number(words[1:]))
    assert isinstance(number, int)
    return Reading("DATE", f"{number:04}", modifier(match), Point("Y", date(number, 1, 1)))


def decade(match: Match, memory: Memory) -> Reading | None:
    """The nineties, the 1920s, the '80s."""
    number = match.number("decade", "decadename")
    if number is None:
        return None
    if number < 100:
        number += 1900
    point = Point("E", date(number, 1, 1))
    return Reading("DATE", point.value(), modifier(match), point)


def century(match: Match, memory: Memory) -> Reading | None:
    """The 19th century is 18."""
    tens = match.number("tens") or 0
    numbers = [value for value in match.all("roman") or match.all("int") or match.all("ordinal") if isinstance(value, int)]
    number = numbers[-1] if numbers else None
    if number is None or not 1 <= number + tens <= 99:
        return None
    return Reading("DATE", f"{number + tens - 1:02}", modifier(match))


def quarter(match: Match, memory: Memory) -> Reading | None:
    """The third quarter, last year's first half."""
    number = next((int(token.features["ordinal"]) for token in match.tokens if "ordinal" in token.features), None)
    grain = str(match.get("span") or "Q")
    size = 6 if grain == "H" else 3
    if number is None:
        number = 12 // size
    if not 1 <= number <= 12 // size:
        return None
    year = match.number("year")
    if year is None and memory.published is not None:
        if match.has("ago", "earlier"):
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


def a_period(match: Match, memory: Memory) -> Reading | None:
    """This week, last year, the month: a unit and where it lies from the publication or the last date named."""
    unit = str(match.get("unit") or ("W" if match.get("weekref") is not None else "Y"))
    grain = {"2W": "W"}.get(unit, unit)
    if grain not in ("Y", "Q", "M", "W", "D", "WE", "E", "C", "H"):
        return None
    shift = match.number("shift", "yearref", "weekref") or 0
    anaphoric = match.has("that", "same", "following", "previous", "preceding")
    base: date | None = memory.published
    if anaphoric and memory.last is not None:
        base = memory.last.first
    if base is None:
        return Reading("DATE", {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX", "Q": "XXXX-QX", "WE": "XXXX-WXX-WE"}.get(grain), modifier(match))
    point: Point | None = period(grain, base)
    if grain == "Q" and (ended := _quarter_ended(match, base)) is not None:
        return Reading("DATE", ended.value(), modifier(match), ended)
    if grain == "W" and match.get("shift") is None and len(match.tokens) == 2 and base.isoweekday() == 1:
        shift = -1
    if grain == "Q" and shift == 0 and not anaphoric and not match.has("this", "current") and point is not None:
        point = memory.last_quarter or shifted(point, -1)
    elif point is not None:
        if grain == "WE" and match.get("shift") is None:
            shift = -1 if base.weekday() < 5 and match.tense() <= 0 else 0
        point = shifted(point, shift)
    if point is None:
        return None
    return Reading("DATE", point.value(), modifier(match), point)


def _quarter_ended(match: Match, base: date) -> Point | None:
    """The quarter that ended on the date which follows: of months that end no calendar quarter, the one before."""
    features = match.grammar.lexicon.features
    words = [features.get(word, {}) for word in match.scan.parts[match.last + 1 : match.last + 8 : 2]]
    if not words or "ended" not in words[0]:
        return None
    month = next((int(more["month"]) for more in words[1:] if "month" in more), None)
    if month is None:
        return None
    year = next((int(more["year"]) for more in words if "year" in more), base.year if month <= base.month else base.year - 1)
    point = period("Q", date(year, month, 1))
    return point if month % 3 == 0 else shifted(point, -1)


def season(match: Match, memory: Memory) -> Reading | None:
    """This summer, the winter of 1994."""
    name = str(match.get("season"))
    year = year_named(match)
    shift = match.number("shift")
    if year is None and memory.published is None:
        return Reading("DATE", f"XXXX-{name}", modifier(match))
    if year is None and memory.published is not None:
        year = memory.published.year
        start = period(name, memory.published).first
        if match.get("unit", "yearref") is not None:
            year += match.number("shift", "yearref") or 0
        elif shift == -1 and start.month + 3 > memory.published.month:
            year -= 1
        elif shift == 1 and start.month <= memory.published.month:
            year += 1
    assert year is not None
    return Reading("DATE", f"{year:04}-{name}", modifier(match))


def ago(match: Match, memory: Memory) -> Reading | None:
    """Two weeks ago, a year earlier, three days later."""
    found = amounts.amounts(match.tokens)
    if match.has("the") and found:
        found = [(1, found[0][1])]
    if not found:
        return None
    amount, unit = found[0]
    direction = match.number("ago")
    if direction is None:
        direction = -1 if match.has("before") else 1
    if isinstance(amount, str):
        return Reading("DATE", "PAST_REF" if direction < 0 else "FUTURE_REF", modifier(match))
    count = int(amount) * direction
    if unit == "2W":
        unit, count = "W", 2 * count
    base = memory.published
    anchored = match.has("earlier", "later", "before", "after")
    if anchored and memory.last is not None:
        base = memory.last.first
    if unit == "Y" and memory.last_quarter is not None and memory.by_quarter and amount == 1 and direction < 0:
        point = shifted(memory.last_quarter, count, "Y")
        return None if point is None else Reading("DATE", point.value(), _about(match))
    if base is None or unit not in ("D", "W", "M", "Y", "Q", "E", "C"):
        if unit[0] == "T":
            return Reading("DURATION", amounts.duration(found), modifier(match))
        return Reading("DATE", "PAST_REF" if direction < 0 else "FUTURE_REF", modifier(match))
    point = shifted(period("Y" if unit in "EC" else unit, base), count, unit)
    if point is None:
        return None
    return Reading("DATE", point.value(), _about(match), point)


def _about(match: Match) -> str | None:
    return next((str(token.features["about"]) for token in match.tokens if "about" in token.features), "APPROX" if match.has("so") else None)


def year_ago(match: Match, memory: Memory) -> Reading | None:
    """The year-earlier quarter: the last quarter named, a year before."""
    if memory.published is None:
        return Reading("DATE", "XXXX")
    base = memory.last_quarter if memory.by_quarter and memory.last_quarter else Point("Y", date(memory.published.year, 1, 1))
    number = match.number("ordinal")
    if number is not None:
        base = Point("Q", date(memory.published.year, 3 * number - 2, 1)) if number <= 4 else base
    point = shifted(base, -1, "Y")
    return None if point is None else Reading("DATE", point.value())


def duration(match: Match, memory: Memory) -> Reading | None:
    """Three years, a 30-day halt, the past two weeks."""
    found = amounts.amounts(match.tokens)
    if match.name == "time.year-ended":
        return Reading("DURATION", "P1Y")
    return Reading("DURATION", amounts.duration(found), _about(match)) if found else None


def a_set(match: Match, memory: Memory) -> Reading | None:
    """Every Tuesday, annually, each month."""
    part = match.get("part", "parts")
    ending = f"T{part}" if part else ""
    if (often := match.get("often")) is not None:
        return Reading("SET", str(often))
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


def ref(match: Match, memory: Memory) -> Reading | None:
    """Now, recently, soon."""
    value = match.get("ref", "ago")
    if match.has("past") or isinstance(value, int):
        value = "PAST_REF"
    return Reading("DATE", "PAST_REF" if value is None else str(value))


def numeric(match: Match, memory: Memory) -> Reading | None:
    """3/4/1998: month and day in the order of the language, the outlet or the rest of the text, X where none decides."""
    one, two, three = [int(token.word) for token in match.tokens]
    year = three if len(match.tokens[2].word) == 4 else three + (2000 if three < 50 else 1900)
    order = None if one == two or one > 12 or two > 12 else memory.day_first()
    if one == two or one > 12 or two > 12 or order is not None:
        first = one > 12 or (two <= 12 and order is True)
        found = day_of(year, two, one) if first else day_of(year, one, two)
        return None if found is None else Reading("DATE", found.isoformat(), None, Point("D", found))
    return Reading("DATE", f"{year:04}-XX-XX", ambiguous=True)


def year_end(match: Match, memory: Memory) -> Reading | None:
    """Year-end: 31 December, of the year before where the words around speak of the past."""
    if memory.published is None:
        return Reading("DATE", "XXXX-12-31")
    year = memory.published.year - (1 if match.tense() < 0 and memory.published.month < 7 else 0)
    return Reading("DATE", f"{year:04}-12-31", None, Point("D", date(year, 12, 31)))


def latest(match: Match, memory: Memory) -> Reading | None:
    """The latest quarter: the last one named, or the last that was over."""
    if memory.published is None:
        return Reading("DATE", "XXXX-QX")
    grain = "Y" if match.has("year") else "Q"
    point = memory.last_quarter if grain == "Q" and memory.last_quarter else shifted(period(grain, memory.published), -1)
    return None if point is None else Reading("DATE", point.value(), None, point)


def year_period(match: Match, memory: Memory) -> Reading | None:
    """The 1988 period: the quarter that is spoken of, in that year."""
    number = match.number("year")
    assert number is not None
    if memory.last_quarter is None:
        return Reading("DATE", f"{number:04}")
    return Reading("DATE", memory.last_quarter._replace(first=memory.last_quarter.first.replace(year=number)).value())


def day_again(match: Match, memory: Memory) -> Reading | None:
    """The day before, the same day: counted from the last day named."""
    direction = match.number("dayagain", "ago") or 0
    base = memory.last if memory.last is not None and memory.last.grain == "D" else None
    if base is None and memory.published is not None:
        base = Point("D", memory.published)
    point = None if base is None else shifted(base, direction)
    return Reading("DATE", "XXXX-XX-XX" if point is None else point.value(), None, point)


def day_month(match: Match, memory: Memory) -> Reading | None:
    """24.12. is a day and a month."""
    numbers = [int(token.word) for token in match.tokens]
    day, month = numbers if memory.day_first() is not False else numbers[::-1]
    if memory.published is None:
        return Reading("DATE", f"XXXX-{month:02}-{day:02}")
    year = _year_for(match, memory.published, month, day)
    found = day_of(year, month, day) if year else None
    return None if found is None else Reading("DATE", found.isoformat(), None, Point("D", found))


def days_of_month(match: Match, memory: Memory) -> Reading | None:
    """The first day of `3. und 4. Mai`, whose month comes later."""
    day = match.number("day")
    rest = match.grammar.lexicon.features
    month = next((int(more["month"]) for word in match.scan.parts[match.last + 1 : match.last + 14 : 2] if (more := rest.get(word)) and "month" in more), None)
    if day is None or month is None:
        return None
    if memory.published is None:
        return Reading("DATE", f"XXXX-{month:02}-{day:02}")
    year = _year_for(match, memory.published, month, day)
    found = day_of(year, month, day) if year else None
    return None if found is None else Reading("DATE", found.isoformat(), None, Point("D", found))


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
        year = _year_for(match, memory.published, month, numbers[0])
    if year is None:
        return Reading("DATE", f"XXXX-{month:02}-{numbers[0]:02}/XXXX-{month:02}-{numbers[1]:02}")
    first, last = day_of(year, month, numbers[0]), day_of(year, month, numbers[1])
    if first is None or last is None:
        return None
    return Reading("DATE", f"{first.isoformat()}/{last.isoformat()}", None, Point("D", first))


def holiday(match: Match, memory: Memory) -> Reading | None:
    """A feast by its date, its place in a month (`11-4-4`: November, fourth Thursday) or its distance from Easter."""
    written = str(match.get("holiday"))
    year = match.number("year")
    if year is None and memory.published is not None:
        year = memory.published.year + (match.number("shift") or 0)
    if year is None:
        return Reading("DATE", f"XXXX-{written}" if written[0] in "01" and len(written) == 5 else "XXXX-XX-XX")
    found = _feast(written, year)
    if found is not None and match.get("eve") is not None:
        found = date.fromordinal(found.toordinal() - 1)
    return None if found is None else Reading("DATE", found.isoformat(), None, Point("D", found))


def _feast(written: str, year: int) -> date | None:
    if written.startswith("easter"):
        from dateutil.easter import easter  # noqa: PLC0415 - dateutil is slow to import

        point = shifted(Point("D", easter(year)), int(written[6:]))
        return None if point is None else point.first
    month, *place = [int(part) for part in written.split("-")]
    if len(place) == 1:
        return day_of(year, month, place[0])
    weekday, count = place
    first = date(year, month, 1)
    return date.fromordinal(first.toordinal() + (weekday - first.isoweekday()) % 7 + 7 * (count - 1))


def month_short(match: Match, memory: Memory) -> Reading | None:
    """Marzo 92: a month and the last two digits of its year."""
    month, short = match.number("month"), match.number("short")
    if month is None or short is None:
        return None
    point = Point("M", date(short + (2000 if short < 50 else 1900), month, 1))
    return Reading("DATE", point.value(), None, point)


def none(match: Match, memory: Memory) -> Reading | None:
    """What looks like a time expression and is none."""
    return None


MAKERS: dict[str, Maker] = {
    "calendar": calendar, "dayref": dayref, "year": year, "spoken-year": spoken_year, "decade": decade,
    "century": century, "quarter": quarter, "period": a_period, "season": season, "ago": ago, "year-ago": year_ago,
    "duration": duration, "set": a_set, "ref": ref, "numeric": numeric,
    "latest": latest, "days": days, "month-short": month_short, "year-end": year_end, "day-again": day_again, "day-number": day_number, "day-month": day_month, "days-of-month": days_of_month, "holiday": holiday, "year-period": year_period, "none": none,
}  # fmt: skip
