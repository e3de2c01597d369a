"""Years, decades, centuries, seasons, feasts."""

from __future__ import annotations

from datetime import date

from newsparse.annotations.times import amounts
from newsparse.annotations.times.calendar import Point, day_of, next_to, period, shifted, size
from newsparse.annotations.times.making.nearest import COST, year_for
from newsparse.annotations.times.making.words import modifier, year_named
from newsparse.annotations.times.reading import Match, Memory, Reading


def year(match: Match, _memory: Memory) -> Reading | None:
    """A bare year."""
    number = match.number("year")
    if number is None:
        short = match.number("short")
        if short is None:
            return None
        number = short + (1900 if short >= 50 else 2000)
    alone = len(match.tokens) == 1 or (len(match.tokens) == 2 and match.has("about", "around"))
    if alone and (not 1500 <= number <= 2100 or _is_counted(match)):
        return None
    return Reading("DATE", f"{number:04}", modifier(match), Point("Y", date(number, 1, 1)))


def _is_counted(match: Match) -> bool:
    """Whether the digits are part of a number, an amount or a telephone number: `1987.5`, `$2000`, `555-2010`."""
    codes, parts = match.scan.codes, match.scan.parts
    features = match.grammar.lexicon.features
    before, after = codes[match.first - 1], codes[match.last]
    previous = parts[match.first - 2] if match.first > 2 else ""
    following = parts[match.last + 1] if match.last + 1 < len(parts) else ""
    if "numbered" in features.get(previous, ()) and before in " _":
        return True  # Flight 1850
    if after == " " and "counted" in features.get(following, ()) and "yearly" not in features.get(previous, ()):
        return True  # 1998 votes
    if (after in "\u2022\u201a\u2236" and following.isdigit()) or parts[match.first - 1][-1:] in "$€£¥#+":
        return bool(parts[match.first - 1]) or following.isdigit()
    if parts[match.last][:1] in ("%", "$", "€", "£"):
        return True
    if before in "-\u2022\u201a\u2236" and previous.isdigit():
        return "year" not in features.get(previous, {})
    return before == "_"


def years(match: Match, _memory: Memory) -> Reading | None:
    """2015-16: two years, or a month where only that makes sense, `2016-05`."""
    first, short = match.number("year"), int(match.tokens[-1].word)
    if first is None or not 1500 <= first <= 2100:
        return None
    century, rest = divmod(first, 100)
    last = 100 * (century + (short < rest)) + short
    if last == first + 1 or (last - first < 100 and short > 12 and short > rest):
        return Reading("DATE", f"{first:04}/{last:04}", None, Point("Y", date(first, 1, 1)))
    if match.tokens[-1].mark == "-" and 1 <= short <= 12:
        return Reading("DATE", f"{first:04}-{short:02}", None, Point("M", date(first, short, 1)))
    return None


def spoken_year(match: Match, _memory: Memory) -> Reading | None:
    """`nineteen ninety-seven`, `two thousand`."""
    words = [token for token in match.tokens if token.features.keys() & {"one", "teen", "tens", "hundred"}]
    if "hundred" in words[-1].features or (len(words) > 1 and "hundred" in words[1].features):
        number = amounts.number(words)
    else:
        number = int(words[0].features["teen"]) * 100 + int(amounts.number(words[1:]))
    if not isinstance(number, int):
        return None
    return Reading("DATE", f"{number:04}", modifier(match), Point("Y", date(number, 1, 1)))


def decade(match: Match, _memory: Memory) -> Reading | None:
    """The nineties, the 1920s, the '80s."""
    number = match.number("decade", "decadename")
    if number is None:
        return None
    if number < 100:
        number += 1900
    grain = "C" if number % 100 == 0 and number < 2000 else "E"  # the 1800s
    point = Point(grain, date(number, 1, 1))
    return Reading("DATE", point.value(), modifier(match), point)


def century(match: Match, _memory: Memory) -> Reading | None:
    """The 19th century is 18."""
    tens = match.number("tens") or 0
    numbers = [
        value for value in match.all("roman") or match.all("int") or match.all("ordinal") if isinstance(value, int)
    ]
    number = numbers[-1] if numbers else None
    if number is None or not 1 <= number + tens <= 99:
        return None
    return Reading("DATE", f"{number + tens - 1:02}", modifier(match))


def season(match: Match, memory: Memory) -> Reading | None:
    """This summer, the winter of 1994."""
    name = str(match.get("season"))
    year = year_named(match)
    shift = match.number("shift")
    if year is None:
        if memory.published is None:
            return Reading("DATE", f"XXXX-{name}", modifier(match))
        year = memory.published.year
        start = period(name, memory.published).first
        if match.get("unit", "yearref") is not None:
            year += match.number("shift", "yearref") or 0
        elif shift == -1 and start.month + 3 > memory.published.month:
            year -= 1
        elif shift == 1 and start.month <= memory.published.month:
            year += 1
        elif shift is None and start.month - memory.published.month > 6 and match.tense() <= 0:
            year -= 1  # told in March, winter is the one that has just ended
        elif shift == 0 and name == "WI" and memory.published.month < 3:
            year -= 1  # winter goes by its December
    return Reading("DATE", f"{year:04}-{name}", modifier(match))


def year_end(match: Match, memory: Memory) -> Reading | None:
    """Year-end: 31 December, of the year before where the words around speak of the past."""
    if memory.published is None:
        return Reading("DATE", "XXXX-12-31")
    year = memory.published.year - (1 if match.tense() < 0 and memory.published.month < 7 else 0)
    return Reading("DATE", f"{year:04}-12-31", None, Point("D", date(year, 12, 31)))


def month_short(match: Match, _memory: Memory) -> Reading | None:
    """Marzo 92: a month and the last two digits of its year."""
    month, short = match.number("month"), match.number("short")
    if month is None or short is None:
        return None
    point = Point("M", date(short + (2000 if short < 50 else 1900), month, 1))
    return Reading("DATE", point.value(), None, point)


def holiday(match: Match, memory: Memory) -> Reading | None:
    """A feast by its date, its place in a month (`11-4-4`: November, fourth Thursday) or its distance from Easter."""
    written = match.rule.value or str(match.get("holiday"))
    year = match.number("year")
    eve = match.get("eve") is not None and match.rule.value is None
    if year is None and memory.published is not None:
        year = _year_of_feast(match, memory.published, written)
    elif year is None and memory.last is not None and size(memory.last.grain) <= size("Y"):
        year = memory.last.first.year  # no date of publication, but the text named a year
    if year is None:
        return Reading("DATE", _yearless(written, eve=eve))
    found = _feast(written, year)
    if found is not None and eve:
        found = date.fromordinal(found.toordinal() - 1)
    return None if found is None else Reading("DATE", found.isoformat(), None, Point("D", found))


def _year_of_feast(match: Match, published: date, written: str) -> int | None:
    """The year of the feast that is nearest, in the direction that the words around it speak of."""
    shift, (ahead, back) = match.number("shift"), COST[match.tense()]
    choices = []
    for year in range(max(published.year - 1, 1), min(published.year + 1, 9999) + 1):
        day = _feast(written, year)
        if day is not None and not (shift and (day == published or (day < published) != (shift < 0))):
            distance = (day - published).days
            choices.append((abs(distance) * (ahead if distance > 0 else back), year))
    return min(choices)[1] if choices else None


def nth_weekday(match: Match, memory: Memory) -> Reading | None:
    """The first Monday of June."""
    month, weekday, count = match.number("month"), match.number("weekday"), match.number("ordinal")
    if month is None or weekday is None or not 1 <= (count or 1) <= 5:
        return None
    year = match.number("year")
    if year is None and memory.published is not None:
        year = year_for(match, memory.published, month, None)
    if year is None:
        return Reading("DATE", f"XXXX-{month:02}")
    found = _in_month(year, month, weekday, "last" if count is None else str(count))
    return Reading("DATE", found.isoformat(), None, Point("D", found)) if found.month == month else None


def _yearless(written: str, *, eve: bool) -> str:
    """What is known of a feast without its year: day and month, or its month, or its weekday as of Easter."""
    if written.startswith("easter"):
        return f"XXXX-WXX-{(int(written[6:]) - eve - 1) % 7 + 1}"
    month, day, *place = written.split("-")
    return f"XXXX-{int(month):02}" if place else next_to(int(month), int(day), -int(eve))


def _feast(written: str, year: int) -> date | None:
    if written.startswith("easter"):
        from dateutil.easter import easter  # noqa: PLC0415 - dateutil is slow to import

        point = shifted(Point("D", easter(year)), int(written[6:]))
        return None if point is None else point.first
    written, _, after = written.partition("+")  # `11-4-4+1`, the day after the fourth Thursday of November
    month, day, *count = written.split("-")
    found = _in_month(year, int(month), int(day), count[0]) if count else day_of(year, int(month), int(day))
    return found if found is None or not after else date.fromordinal(found.toordinal() + int(after))


def _in_month(year: int, month: int, weekday: int, count: str) -> date:
    """The first, second, … or `last` of a weekday in a month."""
    first = date(year, month, 1)
    found = date.fromordinal(first.toordinal() + (weekday - first.isoweekday()) % 7)
    if count != "last":
        return date.fromordinal(found.toordinal() + 7 * (int(count) - 1))
    days = [date.fromordinal(found.toordinal() + 7 * weeks) for weeks in range(5 if found.day < 30 else 4)]
    return max(day for day in days if day.month == month)
