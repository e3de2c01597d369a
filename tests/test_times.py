"""Laws of the time expressions: formats read back, intervals, shifting, the ends of the calendar, the machine."""

from __future__ import annotations

import locale
import os
import re
import time
import unicodedata
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.annotations.times import calendar, find_times, numeric, patterns, with_dates
from newsparse.annotations.times.grammar import compiled
from newsparse.annotations.times.making import MAKERS
from newsparse.languages import BUILT_IN, load
from newsparse.model import Metadata, Paragraph, Span

MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "it": [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
}
FORMATS = {
    "en": ("{month} {day}, {year}", "{day} {month} {year}", "{month} {day}th, {year}", "the {day}th of {month} {year}"),
    "de": ("{day}. {month} {year}", "{day}.{number}.{year}", "{day:02}.{number:02}.{year}"),
    "es": ("{day} de {month} de {year}", "el {day} de {month} del {year}", "{day}/{number}/{year}"),
    "fr": ("{day} {month} {year}", "le {day} {month} {year}", "{day:02}/{number:02}/{year}"),
    "it": ("{day} {month} {year}", "il {day} {month} {year}", "{day}/{number}/{year}"),
}
EVERYWHERE = ("{year}-{number:02}-{day:02}", "{year}/{number:02}/{day:02}")
CASES = [(language, form) for language in BUILT_IN for form in (*FORMATS[language], *EVERYWHERE)]
DEICTIC = [
    "yesterday",
    "tomorrow",
    "last week",
    "next week",
    "two days ago",
    "last Friday",
    "Tuesday",
    "three weeks ago",
]
READABLE = st.dates(date(1000, 1, 1), date(2499, 12, 31))
ANY = st.dates(date(1, 1, 1), date(9999, 12, 31))
WORDS = st.sampled_from(
    [
        "last",
        "next",
        "this",
        "the",
        "of",
        "in",
        "early",
        "late",
        "two",
        "third",
        "quarter",
        "year",
        "week",
        "May",
        "12",
        "30",
        "2024",
        "1/2",
        "Monday",
        "noon",
        "p.m.",
        "ago",
        "earlier",
        "February",
        "29",
        "31",
        "century",
        "1990s",
        "weekend",
        "summer",
        "Christmas",
        "every",
        "-",
        ",",
        ".",
        "/",
        ":",
        "months",
        "decades",
        "9999",
        "1000",
        "T10:00",
        "00",
    ]
)


def read(text: str, published: date | datetime | None = None, language: str = "en"):
    span = Span(0, len(text))
    leaf = Paragraph(span=span, content=span, text=text, rule="test")
    return find_times(text, (leaf,), published, load(language))


@pytest.mark.parametrize(("language", "form"), CASES)
@settings(max_examples=25)
@given(day=READABLE)
def test_a_date_written_in_any_format_is_read_back(language: str, form: str, day: date) -> None:
    text = form.format(day=day.day, month=MONTHS[language][day.month - 1], number=day.month, year=day.year)
    (found,) = read(text, language=language)
    assert (found.value, found.text) == (day.isoformat(), text)
    assert found.start == datetime(day.year, day.month, day.day)
    assert found.end == found.start + timedelta(1)


@given(day=ANY, grain=st.sampled_from(["D", "W", "M", "Q", "H", "Y"]))
def test_the_period_of_a_day_holds_it(day: date, grain: str) -> None:
    bounds = calendar.interval(calendar.period(grain, day).value())
    if bounds is not None:  # nothing comes after 9999
        assert bounds[0] <= datetime(day.year, day.month, day.day) < bounds[1]
    else:
        assert day.year in (1, 9999)


@given(day=st.dates(date(1, 2, 1), date(9999, 11, 1)), words=st.sampled_from(DEICTIC))
def test_a_week_later_deictic_values_are_a_week_later(day: date, words: str) -> None:
    (one,) = read(f"They met {words}.", day)
    (other,) = read(f"They met {words}.", day + timedelta(7))
    if one.start is not None and other.start is not None:
        assert other.start - one.start == timedelta(7)


@settings(max_examples=150)
@given(words=st.lists(WORDS, max_size=14), published=st.none() | ANY, language=st.sampled_from(BUILT_IN))
def test_anything_is_read_without_an_error_and_in_order(
    words: list[str], published: date | None, language: str
) -> None:
    text = " ".join(words)
    at = 0
    for found in read(text, published, language):
        assert at <= found.span.start < found.span.end <= len(text)
        assert found.text == found.span.of(text)
        assert (found.start is None) == (found.end is None)
        assert found.start is None or (found.end is not None and found.start < found.end)
        at = found.span.end


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29), date(2020, 12, 31), None])
@pytest.mark.parametrize("language", BUILT_IN)
def test_every_rule_survives_the_ends_of_the_calendar(published: date | None, language: str) -> None:
    words = "a year ago, last week, next month, yesterday, tomorrow, Monday, Feb. 29, this winter, the third quarter"
    assert read(words, published, language) is not None


@pytest.mark.parametrize("words", ["February 30, 2024", "31 April 2023", "2023-02-29", "30/02/2024"])
def test_a_day_that_does_not_exist_is_no_day(words: str) -> None:
    assert not any(found.value and found.value[:4] == words[-4:] and len(found.value) == 10 for found in read(words))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_may_stand_as_characters_of_their_own(form: str) -> None:
    text = unicodedata.normalize(form, "Né le 3 février 2021, été 2022.")
    found = read(text, language="fr")
    assert [one.value for one in found] == ["2021-02-03", "2022-SU"]
    assert [one.text for one in found] == [one.span.of(text) for one in found]


def test_week_53_belongs_to_the_year_of_its_thursday() -> None:
    (found,) = read("It rained last week.", date(2021, 1, 5))
    assert (found.value, found.start) == ("2020-W53", datetime(2020, 12, 28))


def test_clock_zone_and_locale_of_the_machine_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "They met Tuesday at 5 p.m., two weeks ago, and on March 3."
    before = read(text, datetime(2025, 3, 5, 23, 30))
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert read(text, datetime(2025, 3, 5, 23, 30)) == before
    monkeypatch.undo()
    time.tzset()
    monkeypatch.setitem(os.environ, "LC_ALL", "C")
    locale.setlocale(locale.LC_TIME, "C")
    assert read(text, datetime(2025, 3, 5, 23, 30)) == before


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        ("2024-02", ("2024-02-01", "2024-03-01")),
        ("2024-Q4", ("2024-10-01", "2025-01-01")),
        ("2024-WI", ("2024-12-01", "2025-03-01")),
        ("2024-W01", ("2024-01-01", "2024-01-08")),
        ("2024-W09-WE", ("2024-03-02", "2024-03-04")),
        ("198", ("1980-01-01", "1990-01-01")),
        ("18", ("1800-01-01", "1900-01-01")),
        ("2024-05-06TNI", ("2024-05-06T20:00", "2024-05-07T04:00")),
        ("2024-05-06T10:30", ("2024-05-06T10:30", "2024-05-06T10:31")),
        ("2024-05-06/2024-05-08", ("2024-05-06", "2024-05-09")),
    ],
)
def test_intervals(value: str, bounds: tuple[str, str]) -> None:
    assert calendar.interval(value) == tuple(datetime.fromisoformat(bound) for bound in bounds)


@pytest.mark.parametrize("value", ["PAST_REF", "XXXX-02-12", "P3Y", "2024-13", "2024-02-30", "9999", "0000", ""])
def test_values_that_name_no_interval(value: str) -> None:
    assert calendar.interval(value) is None


@pytest.mark.parametrize(
    ("text", "url", "expected"),
    [
        ("on 03/04/2025", "https://paper.co.uk/a", True),
        ("on 03/04/2025", "https://paper.example.us/a", False),
        ("on 03/04/2025, after 13/04/2025", None, True),
        ("on 03/04/2025, after 04/13/2025", None, False),
        ("on 03/04/2025, the 2 March 2025 deal", None, True),
        ("on 03/04/2025", None, None),
    ],
)
def test_day_or_month_first(text: str, url: str | None, *, expected: bool | None) -> None:
    assert numeric.day_first(text, load("en"), url) is expected


@pytest.mark.parametrize("language", BUILT_IN)
def test_every_language_has_rules_and_labels(language: str) -> None:
    table = load(language).table("times")
    assert compiled(load(language)) is not None
    assert {rule["make"] for rule in table["rules"].values()} <= MAKERS.keys()
    assert table["labels"]["published"]


@pytest.mark.parametrize("pattern", ["month (", "month )", "? month", "month {.}", "month {.}?", "month = day"])
def test_a_malformed_pattern_is_an_error_that_shows_it(pattern: str) -> None:
    with pytest.raises(ValueError, match="pattern"):
        patterns.parse(pattern, {})


def test_metadata_that_is_there_is_kept() -> None:
    given = newsparse.parse("x", url="https://paper.example/2025/02/18/x", published=date(2025, 1, 1)).metadata
    assert given.date_published is not None
    assert (given.date_published.value, given.date_published.source) == (date(2025, 1, 1), "argument")


@pytest.mark.parametrize(
    "url", ["https://paper.example/20259999/x", "https://paper.example/2025/13/40/", "::", "", None]
)
def test_no_date_is_better_than_a_wrong_one(url: str | None) -> None:
    assert with_dates("", (), Metadata(), url, load("en")) == Metadata()


MARKED = re.compile(r"\[([^\[\]|]+)\|([DTUS])\|([^\]|]+)(?:\|([A-Z_]+))?\]")
WORDINGS = [
    pytest.param(path.stem, line, id=f"{path.stem}-{number}")
    for path in sorted((Path(__file__).parent / "dates").glob("*.txt"))
    for number, line in enumerate(path.read_text("utf-8").splitlines())
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("language", "line"), WORDINGS)
def test_wordings(language: str, line: str) -> None:
    """Sentences of `dates/*.txt` with their expressions in brackets; what is in none is no expression of time."""
    found = read(MARKED.sub(r"\1", line), date(2025, 3, 5), language)
    types = {"D": "DATE", "T": "TIME", "U": "DURATION", "S": "SET"}
    wanted = [(match[1], types[match[2]], match[3]) for match in MARKED.finditer(line)]
    assert [(one.text, one.type, one.value) for one in found] == wanted
    assert all(match[4] in (None, one.mod) for match, one in zip(MARKED.finditer(line), found, strict=True))
