"""Building blocks for plugins: amounts, places, officials, modality."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse import Article, Entity, Span
from newsparse.analysis import find_officials, find_places, find_quantities, find_status
from newsparse.analysis.numbers import number
from newsparse.testing.strategies import articles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $3.5 million.", [("$3.5 million", 3.5e6, "USD", "exact")]),
        ("about €4bn was lost", [("€4bn", 4e9, "EUR", "about")]),
        ("at least 12 people were killed", [("12 people", 12, "people", "at_least")]),
        (
            "Two police officers and a woman",
            [("Two police officers", 2, "police officers", "exact"), ("a woman", 1, "woman", "exact")],
        ),
        (
            "rose 3.5 percent, or 20 basis points",
            [("3.5 percent", 3.5, "%", "exact"), ("20 basis points", 20, "basis point", "exact")],
        ),
        (
            "cut by 50 bps, to 5.25%-5.50%",
            [("50 bps", 50, "basis point", "exact"), ("5.25%", 5.25, "%", "exact"), ("5.50%", 5.5, "%", "exact")],
        ),
        (
            "2 bln euros and 500 CFA francs",
            [("2 bln euros", 2e9, "EUR", "exact"), ("500 CFA francs", 500, "XOF", "exact")],
        ),
        ("half a million pounds", [("half a million pounds", 5e5, "GBP", "exact")]),
        ("three hundred and five yen", [("three hundred and five yen", 305, "JPY", "exact")]),
        ("fell by 30 cents", [("30 cents", 0.3, "USD", "exact")]),
        ("minus five per cent", [("minus five per cent", -5, "%", "exact")]),
        ("In 2019, 7-2, flight 370, room 12.", []),
    ],
)
def test_quantities(text: str, expected) -> None:
    assert [(one.text, one.value, one.unit, one.bound) for one in find_quantities(text)] == expected


@given(st.integers(0, 10**12))
def test_grouped_digits_are_read_back(value: int) -> None:
    assert number(f"{value:,}") == number(str(value)) == value


@settings(deadline=None)
@given(articles())
def test_spans_hold(text: str) -> None:
    for one in (*find_quantities(text), *find_places(text)):
        assert one.span.of(text) == one.text


def test_places() -> None:
    text = "The Kremlin and U.S. envoys met in Geneva; the French and South Korean delegations left for Tokyo."
    assert [(one.text, one.kind, one.country) for one in find_places(text)] == [
        ("Kremlin", "metonym", "RU"),
        ("U.S.", "country", "US"),
        ("Geneva", "city", "CH"),
        ("French", "demonym", "FR"),
        ("South Korean", "demonym", "KR"),
        ("Tokyo", "capital", "JP"),
    ]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The ministers met in Vienna.", "held"),
        ("The ministers will meet in Vienna next week.", "planned"),
        ("The talks are set to resume.", "planned"),
        ("The summit was called off.", "cancelled"),
        ("The ministry denied that a meeting had taken place.", "denied"),
        ("He proposed a summit in Vienna.", "proposed"),
        ("The delegations are meeting behind closed doors.", "ongoing"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert find_status(text).modality == modality


@pytest.mark.parametrize(
    ("text", "word", "modality"),
    [
        ("Chile won't join the talks in Lima.", "join", "denied"),
        ("They would have met on Monday.", "met", "cancelled"),
        ("The talks, which are due to begin on Thursday, are in Lima.", "talks", "planned"),
        ("The tour of five cities by the Danish envoy and his staff has been called off.", "tour", "cancelled"),
        ("The firm said it would buy its rival.", "buy", "planned"),
        ("The bank is under pressure to cut its rate.", "cut", "proposed"),
        ("Traders expect the bank to cut its rate.", "cut", "planned"),
    ],
)
def test_modality_of_an_act(text: str, word: str, modality: str) -> None:
    at = text.index(word)
    assert find_status(text, act=Span(at, at + len(word))).modality == modality


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "said Freedonian envoy. Kremlin spokesperson Ivan Orlov said",
            "Ivan Orlov",
            ("spokesperson", "Kremlin", "RU", False),
        ),
        (
            "France’s Deputy Foreign Minister Luc Marchand",
            "Luc Marchand",
            ("deputy foreign minister", None, "FR", False),
        ),
        ("Ana Costa, president of the European Council,", "Ana Costa", ("president", "European Council", "EU", False)),
        ("Nora Lind, former U.S. ambassador,", "Nora Lind", ("ambassador", None, "US", True)),
        ("Jens Berg, head of the Northern Grid Company,", "Jens Berg", ("head", "Northern Grid Company", None, False)),
        ("The house appointed Ana Costa finance minister", "Ana Costa", ("finance minister", None, None, False)),
        ("Once a spokesman for Unicef, Jens Berg now farms", "Jens Berg", ("spokesman", "Unicef", None, True)),
        ("Jens Berg, who is in charge of the Harbour Board,", "Jens Berg", ("head", "Harbour Board", None, False)),
        ("A walk with Jens Berg in the park", "Jens Berg", None),
    ],
)
def test_officials(text: str, name: str, expected) -> None:
    at = text.index(name)
    person = Entity(id=0, name=name, kind="person", mentions=(Span(at, at + len(name)),))
    article = Article(text=text, language="en", media_type="text/plain", children=(), entities=(person,))
    found = [(one.role, one.organization, one.country, one.former) for one in find_officials(article)]
    assert found == ([expected] if expected else [])
