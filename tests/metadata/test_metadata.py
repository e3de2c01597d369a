"""What pages say of themselves: any JSON-LD, any date format, names from author lines."""

from __future__ import annotations

import json
import time
from datetime import date, datetime, timedelta, timezone
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

import newsparse
from newsparse.model import Metadata
from newsparse.readers.html.metadata import moments, read_metadata
from newsparse.readers.html.metadata.lenient_json import read_json
from newsparse.readers.html.metadata.moments import find_moments, read_moment
from newsparse.readers.html.metadata.names import is_person, names_in
from newsparse.readers.html.metadata.titles import without_site
from newsparse.readers.html.metadata.words import words


def metadata(html: str, url: str | None = None) -> Metadata:
    return read_metadata(LexborHTMLParser(html), html, url)


def page(ld: str, body: str = "") -> str:
    return f'<html><head><script type="application/ld+json">{ld}</script></head><body>{body}</body></html>'


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@graph", "@id", "author", "name", "headline", "datePublished", "publisher", "keywords", "x"]
            ),
            inner | st.sampled_from(["NewsArticle", "Person", "2021-05-03", "#1"]),
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_json_ld_is_read(data):
    metadata(page(json.dumps(data)))


@given(JSON, st.data())
def test_any_broken_json_ld_is_read(data, draw):
    text = json.dumps(data)
    cut = draw.draw(st.integers(0, len(text)))
    noise = draw.draw(st.text(alphabet="{}[]\",:'\\/*<>! \n\x00a1", max_size=10))
    metadata(page(text[:cut] + noise + text[cut:]))


@given(st.text(max_size=300))
def test_any_text_is_read_as_json(text):
    read_json(text)


@given(st.text(alphabet='<>/ab "=hp1mtespanrc:jsonld', max_size=200))
def test_any_page_has_metadata(html):
    assert isinstance(metadata(html), Metadata)


@given(JSON)
def test_the_lenient_reader_reads_what_the_strict_one_reads(data):
    assert read_json(json.dumps(data)) == data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": "b",}', {"a": "b"}),
        ('// <![CDATA[\n{"a": "b"}\n// ]]>', {"a": "b"}),
        ('{"a": "line\nbreak"}', {"a": "line\nbreak"}),
        ('{"a": "she said "no" again", "c": "d",}', {"a": 'she said "no" again', "c": "d"}),
        ("{a: 'b', /* c */ d: [1, 2,],}", {"a": "b", "d": ["1", "2"]}),
        ('{"a": {"b": "c"', {"a": {"b": "c"}}),
    ],
)
def test_broken_json_is_read_as_it_was_meant(text, expected):
    assert read_json(text) == expected


@pytest.mark.growth
@pytest.mark.parametrize("unit", ["{", "[", '{"a":', '"', '\\"', "/*", '" ', "'", "<!--", "[[],", '{"@graph":['])
def test_hostile_json_takes_linear_time(unit):
    started = time.perf_counter()
    metadata(page(unit * 50_000))
    assert time.perf_counter() - started < 3


@pytest.mark.growth
@pytest.mark.parametrize(
    "unit",
    [
        "<div class=author>",
        "<h1>a",
        "<time>",
        "<meta name=author content=x>",
        "By A B, ",
        "<a rel=author href=/a>",
        "<span itemprop=name>",
        "<p>Written by ",
        "<p>Last updated: 3 May 2021 ",
        "<script>author: 'A",
        "<p>3 May 2021<p>Jane",
        "<p>Jane Roe<p>jane.roe@paper.example",
        "<meta name=author content='Jane Roe'><p>John Doe",
        "<h2>A b c d e f",
        "<p>12 12/12 2021 1.1.",
    ],
)
def test_hostile_pages_take_linear_time(unit):
    started = time.perf_counter()
    metadata(f"<body><h1>A b c</h1>{unit * 5_000}")
    assert time.perf_counter() - started < 3


@pytest.mark.growth
def test_many_people_in_json_ld_take_linear_time():
    people = ",".join(f'{{"@type":"Person","name":"Jane Roe {chr(65 + n % 26)}{n}"}}' for n in range(3_000))
    started = time.perf_counter()
    metadata(page(f"[{people}]", "<p>Nothing to see" * 3_000))
    assert time.perf_counter() - started < 3


DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
FILLER = st.text(alphabet="ab 0123456789./-:,\n", max_size=400)


@given(DAYS, FILLER, FILLER, st.sampled_from(["%d.%m.%Y", "%d %B %Y, 10:30 Uhr", "%Y-%m-%d", "%d/%m/%y"]))
def test_stretches_of_a_long_text_have_all_its_dates(day, before, after, form):
    text = f"{before}{' -' * 150} {day.strftime(form)}{after}{' -' * 150}{after}"
    with patch.object(moments, "_stretches", lambda text: [(0, len(text))]):
        everywhere = list(find_moments(text))
    assert list(find_moments(text)) == everywhere


NAMED = [(number, name) for name, number in sorted(words().months.items())]


@given(DAYS)
def test_a_day_reads_back_from_every_numeric_form(day):
    for form in (
        "%Y-%m-%d",
        "%Y/%m/%d",
        "%Y%m%d",
        "%Y.%m.%d",
        "%d.%m.%Y",
        "%Y年%m月%d日",
        "%Y년 %m월 %d일",
        "%a, %d %b %Y 10:00:00 GMT",
    ):
        found = read_moment(day.strftime(form))
        assert found is not None, form
        assert (found.year, found.month, found.day) == (day.year, day.month, day.day), form


@given(
    DAYS,
    st.sampled_from(NAMED),
    st.sampled_from(["{d} {m} {y}", "{d}. {m} {y}", "{m} {d}, {y}", "{d} de {m} de {y}", "{d}th {m}, {y}"]),
)
def test_a_day_reads_back_from_every_language(day, named, form):
    number, name = named
    day = day.replace(month=number, day=min(day.day, 28))
    found = list(find_moments(f"Posted {form.format(d=day.day, m=name, y=day.year)} somewhere"))
    assert [moment.value for moment in found] == [day]


@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)), st.integers(-12 * 60, 14 * 60))
def test_a_moment_keeps_its_zone(moment, minutes):
    moment = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert read_moment(moment.isoformat()) == moment
    assert read_moment(moment.isoformat(sep=" ")) == moment


@given(st.text(max_size=80))
@settings(max_examples=200)
def test_reading_dates_and_names_never_fails(text):
    list(find_moments(text))
    read_moment(text)
    names_in([text])
    without_site(text, frozenset({"thepaper"}))


@given(DAYS)
def test_day_and_month_are_told_apart_by_the_language(day):
    british = metadata(f'<html lang="en-GB"><body><h1>Rain</h1><p>{day.day}/{day.month}/{day.year}</p>')
    american = metadata(f'<html lang="en-US"><body><h1>Rain</h1><p>{day.month}/{day.day}/{day.year}</p>')
    assert british.date_published is not None
    assert american.date_published is not None
    assert british.date_published.value == american.date_published.value == day


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe", ("Jane Roe",)),
        ("By Jane Roe and John Doe", ("Jane Roe", "John Doe")),
        ("Von Erika Muster und Hans Beispiel, 3. Mai 2021", ("Erika Muster", "Hans Beispiel")),
        ("Jane Roe, John Doe, and Max Poe", ("Jane Roe", "John Doe", "Max Poe")),
        ("Jane Roe, PhD", ("Jane Roe, PhD",)),
        ("Text: Jane Roe", ("Jane Roe",)),
        ("Jane Roe | jane@paper.example", ("Jane Roe",)),
        ("Staff", ()),
        ("Redaktion", ()),
        ("", ()),
    ],
)
def test_author_lines(line, names):
    assert names_in([line]) == names


def test_the_outlet_is_no_author():
    assert names_in(["The Paper"], outlets=frozenset({"thepaper"})) == ()


@pytest.mark.parametrize(
    ("name", "person"), [("Jane Roe", True), ("Share Article", False), ("jane", False), ("Ana de la Paz", True)]
)
def test_people(name, person):
    assert is_person(name) is person


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Flood closes bridge | The Paper", "Flood closes bridge"),
        ("Flood closes bridge - Politics | The Paper", "Flood closes bridge"),
        ("The Paper: Flood closes bridge", "The Paper: Flood closes bridge"),
        ("Flood closes bridge - and opens a road", "Flood closes bridge - and opens a road"),
        ("The Paper - Local - Flood closes bridge over the Wend", "Flood closes bridge over the Wend"),
        ("The Paper » Flood closes bridge", "Flood closes bridge"),
        ("»Keep the river clean!« - The Paper", "»Keep the river clean!«"),
    ],
)
def test_titles_without_the_site(title, bare):
    assert without_site(title, frozenset({"thepaper"})) == bare


def _signed(author: str, *, kind: str = "NewsArticle", byline: str = "") -> str:
    return (
        '<html><head><meta property="og:site_name" content="The Harbour Post"><script type="application/ld+json">'
        f'{{"@type": "{kind}", "headline": "Ferry back in service after a week", "author": {author}}}</script></head>'
        f"<body><h1>Ferry back in service after a week</h1>{byline}<p>The ferry sailed on Monday.</p></body></html>"
    )


@pytest.mark.parametrize(
    ("page", "authors"),
    [
        (_signed('[{"name": "Jane Roe"}, {"name": "AP"}]'), ("Jane Roe", "AP")),
        (_signed('{"name": "The Harbour Post"}'), ("The Harbour Post",)),
        (_signed('{"name": "The Harbour Post"}', kind="BlogPosting"), ()),
        (_signed('{"name": "The Harbour Post"}', byline="<p>By Jane Roe</p>"), ("Jane Roe",)),
        (_signed('{"name": "Staff"}'), ()),
        (_signed('{"name": "jroe7xkq2ma0"}'), ()),
    ],
)
def test_authors_that_json_ld_names(page, authors):
    assert tuple(author.name for author in newsparse.parse(page).authors) == authors


def test_agencies_and_outlets_are_organizations():
    kinds = {
        author.name: author.kind
        for author in newsparse.parse(_signed('["Jane Roe", "AP", "The Harbour Post"]')).authors
    }
    assert kinds == {"Jane Roe": "person", "AP": "organization", "The Harbour Post": "organization"}


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<script>var page = {"publishedAt": "2021-05-03T10:00:00Z"};</script>', "<p>The ferry sailed again.</p>"),
        ("<title>Ferry back | The Harbour Post | 3 May 2021</title>", "<p>The ferry sailed again.</p>"),
        ("", "<p>(3 May 2021) The ferry sailed again and all was well.</p>"),
        ("", "<p>The ferry that had been out of service since 1 April 2021 sailed again.</p><p>3 May 2021</p>"),
    ],
)
def test_dates_of_pages_that_say_little(head, body):
    article = newsparse.parse(f"<html><head>{head}</head><body><h1>Ferry back in service</h1>{body}</body></html>")
    published = article.date_published
    assert published is not None
    assert published.isoformat()[:10] == "2021-05-03"
