"""Laws of the time expressions that hold for every date: read back, in the interval, shifted, whatever the machine."""

from __future__ import annotations

import copy
import locale
import os
import time
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.annotations.times import calendar, fault_of, find_times
from newsparse.annotations.times.joining import GAP
from newsparse.languages import BUILT_IN, Language, load, offset_of, zones
from newsparse.model import Paragraph, Span
from newsparse.registry import PluginError
from test_times import CASES, MONTHS, read

ANY = st.dates(date(1, 1, 1), date(9999, 12, 31))
ENDS = [date(1, 1, 1), date(9999, 12, 31), date(2000, 2, 29), date(2024, 2, 29), date(2020, 12, 31), date(2021, 1, 3)]
NEWS = st.dates(date(1000, 1, 1), date(2499, 12, 31))
CLOCK = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))

SHIFTED = [  # deictic, and what a week later does to it
    "yesterday", "tomorrow", "last week", "next week", "this week", "two days ago", "three weeks ago", "last Friday",
    "next Tuesday", "Tuesday", "Sunday night", "last night", "tonight", "this morning", "two weeks from now",
    "yesterday afternoon", "last weekend", "the day before yesterday", "the week before last",
]  # fmt: skip
MENTIONS = [
    "yesterday", "last month", "next year", "the third quarter", "early next week", "Monday", "in March", "on May 5",
    "last summer", "this quarter", "a decade ago", "the weekend", "the first half of the year", "Christmas Eve", "Easter",
    "Thanksgiving",
    "the 19th century", "the 1990s", "in winter", "year-end", "Q3", "fiscal 2019", "the first Monday of June", "2015-16",
    "the year before last", "on Dec. 31", "Feb. 29", "the end of the month", "the morning of March 3", "noon", "March 3-5",
]  # fmt: skip


MANY = int(os.environ.get("NEWSPARSE_EXAMPLES", "1"))
"""How many times as many examples as in the ordinary run."""


def examples(count: int) -> settings:
    return settings(max_examples=count * MANY, deadline=None)


def day_named(value: str) -> date | None:
    """The first day that a value names, worked out apart from the code under test."""
    try:
        if len(value) >= 10 and value[4] == value[7] == "-":
            return date.fromisoformat(value[:10])
        if "W" in value and value[4:6] == "-W" and "WI" not in value:
            return date.fromisocalendar(int(value[:4]), int(value[6:8]), 6 if value.endswith("WE") else 1)
        if value[4:6] == "-Q":
            return date(int(value[:4]), 3 * int(value[6]) - 2, 1)
        if value[4:6] == "-H":
            return date(int(value[:4]), 6 * int(value[6]) - 5, 1)
        if value[5:7] in ("SP", "SU", "FA", "WI"):
            return date(int(value[:4]), {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[value[5:7]], 1)
        if len(value) == 7:
            return date(int(value[:4]), int(value[5:]), 1)
        return date(int(value[:4].ljust(4, "0")) or 1, 1, 1)
    except ValueError:
        return None


@pytest.mark.parametrize(("language", "form"), CASES)
@examples(40)
@given(day=NEWS, around=st.sampled_from(["{}", "x {} y", "({})", "{}.", "{}, z", "“{}”"]))
def test_a_date_in_running_text_is_read_back(language: str, form: str, day: date, around: str) -> None:
    written = form.format(day=day.day, month=MONTHS[language][day.month - 1], number=day.month, year=day.year)
    found = read(around.format(written), language=language)
    assert [(one.value, one.text) for one in found] == [(day.isoformat(), written)]


@examples(150)
@given(day=NEWS, clock=CLOCK, minutes=st.integers(-14 * 4, 14 * 4).map(lambda quarters: 15 * quarters))
def test_a_moment_in_iso_is_read_back_with_its_zone(day: date, clock, minutes: int) -> None:
    moment = datetime.combine(day, clock, timezone(timedelta(minutes=minutes)))
    (found,) = read(f"At {moment.isoformat()} it fell.")
    assert found.start == moment
    assert found.start.utcoffset() == moment.utcoffset()


@examples(400)
@given(day=ANY | st.sampled_from(ENDS), words=st.sampled_from(MENTIONS))
def test_an_interval_holds_the_day_that_its_value_names(day: date, words: str) -> None:
    for found in read(f"They met {words}.", day):
        if found.start is None or found.end is None:
            continue
        named = day_named(found.value or "")
        assert named is not None, found
        assert found.start.date() <= named < found.end.date() or (
            found.type == "TIME" and found.start.date() - named <= timedelta(1)
        )
        assert found.start < found.end


@examples(400)
@given(
    day=st.dates(date(1, 3, 1), date(9999, 10, 1)) | st.sampled_from([date(2020, 12, 24), date(2024, 2, 22)]),
    words=st.sampled_from(SHIFTED),
)
def test_a_week_later_everything_deictic_is_a_week_later(day: date, words: str) -> None:
    ((one,), (other,)) = (read(f"They met {words}.", when) for when in (day, day + timedelta(7)))
    assert one.text == other.text == words
    assert one.start is not None
    assert other.start is not None
    assert other.start - one.start == timedelta(7)
    assert other.end - one.end == timedelta(7)


@examples(300)
@given(
    year=st.integers(1000, 2499), month=st.integers(1, 12), day=st.integers(1, 31), language=st.sampled_from(BUILT_IN)
)
def test_only_days_that_exist_are_read(year: int, month: int, day: int, language: str) -> None:
    (found,) = read(f"x {year}-{month:02}-{day:02} y", language=language) or (None,)
    exists = calendar.day_of(year, month, day)
    if exists is None:
        assert found is None or found.value is None or len(found.value) < 10
    else:
        assert found is not None
        assert found.value == exists.isoformat()


@examples(300)
@given(day=ANY | st.sampled_from(ENDS))
def test_weeks_are_those_of_iso_8601(day: date) -> None:
    year, week, _ = day.isocalendar()
    for found in read("It rained this week.", day):
        assert found.value == f"{year:04}-W{week:02}"
        if found.start is not None:
            assert found.start.date() == date.fromisocalendar(year, week, 1)


@contextmanager
def machine(zone: str, place: str):
    """Another time zone and locale."""
    before, old = os.environ.get("TZ"), locale.setlocale(locale.LC_ALL)
    os.environ["TZ"] = zone
    time.tzset()
    try:
        try:
            locale.setlocale(locale.LC_ALL, place)
        except locale.Error:
            locale.setlocale(locale.LC_ALL, "C")
        yield
    finally:
        locale.setlocale(locale.LC_ALL, old)
        os.environ.pop("TZ", None)
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


@examples(60)
@given(
    day=ANY,
    words=st.lists(
        st.sampled_from([*SHIFTED, *MENTIONS, "5 p.m. EST", "9:30 ET", "14:00 GMT"]), min_size=1, max_size=4
    ),
    zone=st.sampled_from(["Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu", "UTC"]),
    place=st.sampled_from(["C", "C.UTF-8", "de_DE.UTF-8", "POSIX"]),
)
def test_the_machine_changes_nothing(day: date, words: list[str], zone: str, place: str) -> None:
    text = "; ".join(words)
    before = read(text, day)
    with machine(zone, place):
        assert read(text, day) == before


def test_the_clock_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Never(datetime):
        @classmethod
        def now(cls, *_):
            raise AssertionError("the clock was read")

        today = utcnow = now

    for module in (
        "finding",
        "calendar",
        "making.days",
        "making.periods",
        "making.years",
        "making.zones",
        "publication",
    ):
        loaded = __import__(f"newsparse.annotations.times.{module}", fromlist=["x"])
        if hasattr(loaded, "datetime"):
            monkeypatch.setattr(loaded, "datetime", Never)
    assert newsparse.parse("Published: 3 May 2024\n\nThey met last week and on Tuesday at 5 p.m. EST, it was said.")


@examples(200)
@given(day=st.dates(date(2007, 1, 2), date(2400, 1, 1)), hour=st.integers(4, 23), name=st.sampled_from(sorted(zones())))
def test_a_named_zone_makes_aware_datetimes_where_it_is_one_zone(day: date, hour: int, name: str) -> None:
    assume(name != "Z")
    (found,) = read(f"It fell on {day:%B} {day.day}, {day.year} at {hour:02}:30 {name}.")
    assert found.text.endswith(name)
    expected = offset_of(name, datetime(day.year, day.month, day.day, hour, 30))
    assert found.start is not None
    assert found.start.utcoffset() == expected
    assert (found.start.tzinfo is None) == (expected is None)


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("5 p.m. EST", -5), ("5 p.m. ET", -5), ("5 p.m. Eastern time", -5), ("5pm PT", -8), ("17:00 CET", 1), ("1700 GMT", 0),
        ("17:00 UTC+5:30", 5.5), ("5 p.m. (EST)", -5), ("5 p.m. IST", None), ("5 p.m. CST", None), ("5 p.m. local time", None),
        ("5 p.m.", None), ("17:00 MSK", 3),
    ],
)  # fmt: skip
def test_zones(words: str, hours: float | None) -> None:
    (found,) = read(f"It fell at {words} there.", date(2025, 3, 5))
    assert found.text == words
    assert found.start is not None
    assert found.start.utcoffset() == (None if hours is None else timedelta(hours=hours))
    assert found.start.replace(tzinfo=None) == datetime(2025, 3, 5, 17)


@pytest.mark.parametrize("day", [date(2024, 7, 1), date(1998, 10, 20), date(2007, 3, 20), date(1990, 4, 10)])
def test_eastern_time_knows_its_summers(day: date) -> None:
    (found,) = read(f"It fell on {day:%B} {day.day}, {day.year} at 9:30 a.m. ET.")
    assert found.start.utcoffset() == timedelta(hours=-4)


@pytest.mark.parametrize(
    ("text", "bounds", "language"),
    [
        ("He led it from 2019 to 2021.", ("2019-01-01", "2022-01-01"), "en"),
        ("It is open between Monday and Friday.", ("2025-03-03", "2025-03-08"), "en"),
        ("It could come Sunday or early next week.", ("2025-03-09", "2025-03-17"), "en"),
        ("It ran from 9 a.m. to 5 p.m. on that day.", ("2025-03-05T09:00", "2025-03-05T17:00"), "en"),
        ("It ran March 3 through April 5.", ("2025-03-03", "2025-04-06"), "en"),
        ("The lake froze from November to February.", ("2024-11-01", "2025-03-01"), "en"),
        ("Er war von 2019 bis 2021 im Amt.", ("2019-01-01", "2022-01-01"), "de"),
        ("Gobernó entre 2019 y 2021.", ("2019-01-01", "2022-01-01"), "es"),
        ("Il gouverna entre 2019 et 2021.", ("2019-01-01", "2022-01-01"), "fr"),
        ("Governò tra il 2019 e il 2021.", ("2019-01-01", "2022-01-01"), "it"),
    ],
)
def test_two_joined_expressions_span_one_interval(text: str, bounds: tuple[str, str], language: str) -> None:
    first, last, *_ = read(text, date(2025, 3, 5), language)
    assert first.joined == last.joined == tuple(map(datetime.fromisoformat, bounds))
    assert first.start != last.start


@pytest.mark.parametrize(
    "text", ["They met in 2019 and 2021.", "Monday and Friday were wet.", "From now to 2021.", "In 2021 to 2019 it"]
)
def test_what_stands_side_by_side_is_not_joined(text: str) -> None:
    assert all(one.joined is None for one in read(text, date(2025, 3, 5)))


def test_the_gap_between_joined_expressions_is_bounded() -> None:
    assert all(one.joined is None for one in read(f"2019 to {' ' * GAP} 2021"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Published: 3 May 2024", "2024-05-03"), ("3 mai 2024", "2024-05-03"), ("3. April 2024", "2024-04-03"),
        ("2024-05-03", "2024-05-03"), ("Lunedì 3 giugno 2024", "2024-06-03"), ("3 de mayo de 2024", "2024-05-03"),
        ("03.05.2024", "2024-05-03"), ("25/12/2024", "2024-12-25"), ("May 3, 2024", "2024-05-03"),
        ("Le 3 mai 2024", "2024-05-03"),
    ],
)  # fmt: skip
def test_a_text_too_short_for_its_language_to_be_detected_has_dates(text: str, value: str) -> None:
    article = newsparse.parse(text)
    assert article.language is None
    assert [one.value for one in article.dates] == [value]


def test_a_language_that_is_named_but_unknown_has_dates_in_digits() -> None:
    found = newsparse.parse("Op 2024-05-03 en 3 May 2024", language="nl").dates
    assert [one.value for one in found] == ["2024-05-03"]


# What other people's language files may get wrong.

PROBE = (
    "Published: 3 May 2024. They met on Monday, March 3, 2025 at 5 p.m. EST, two weeks ago, in the third quarter of 1998 and "
    "early next week; last summer, every Tuesday, the 1990s, the 19th century, Christmas Eve, a year earlier, a year and a "
    "half, 2015-16, March 3-5, 3/4/1998, tonight, recently, the day before, FY2024, Q3 2024, on Good Friday, from Monday to "
    "Friday, half an hour."
)
TABLE = load("en").table("times")
WRONG = [
    None,
    5,
    "x",
    [],
    ["x"],
    {},
    True,
    -1,
    "(",
    [1],
    {"x": ["y"]},
    {"x": "y"},
    "month > > day",
    ["+"],
    [""],
    10**400,
    0.5,
]


def keys(table, before: tuple[str, ...] = ()):
    for key, value in table.items():
        yield (*before, key)
        if isinstance(value, dict):
            yield from keys(value, (*before, key))


KEYS = list(keys(TABLE))
COARSE = [path for path in KEYS if len(path) < 2]


def changed(path: tuple[str, ...], value: object, *, drop: bool) -> Language:
    table = copy.deepcopy(dict(TABLE))
    at = table
    for key in path[:-1]:
        at = at[key]
    if drop:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return Language(code="en", tables={**load("en").tables, "times": table})


def assert_harmless(language: Language) -> None:
    """Either refused with a sentence, or parsed with."""
    fault = fault_of(language)
    if fault is not None:
        assert "times" in fault
        return
    span = Span(0, len(PROBE))
    leaf = Paragraph(span=span, content=span, text=PROBE, rule="test")
    for published in (date(2025, 3, 5), None):
        find_times(PROBE, (leaf,), published, language)


@pytest.mark.parametrize("path", COARSE, ids=".".join)
def test_a_table_without_one_of_its_keys_is_refused_or_read(path: tuple[str, ...]) -> None:
    assert_harmless(changed(path, None, drop=True))


@example(path=("words", "long", "Y"), value=["+"], drop=False)
@examples(60)
@given(path=st.sampled_from(KEYS), value=st.sampled_from(WRONG), drop=st.booleans())
def test_a_broken_table_is_refused_or_read(path: tuple[str, ...], value: object, drop: bool) -> None:  # noqa: FBT001
    assert_harmless(changed(path, value, drop=drop))


@pytest.mark.parametrize(
    "tables",
    [{"times": 5}, {"times": {"rules": {"x": {"make": "calendar"}}}}, {"times": {"words": {"month": {"13": ["foo"]}}}}],
)
def test_a_plugin_with_a_broken_table_is_an_error_that_names_it(tables: dict[str, object]) -> None:
    class Broken:
        __name__ = "broken"

        @newsparse.hookimpl
        def newsparse_languages(self):
            return [Language(code="xx", tables=tables)]

    with pytest.raises(PluginError, match=r"broken.*'xx'.*times"):
        newsparse.Parser(plugins=[Broken()])
