"""The model: views, JSON Schema, notebooks, errors that speak to a person."""

from __future__ import annotations

import json
from datetime import date, datetime

import attrs
import jsonschema
import pytest
from hypothesis import given, settings

import newsparse
from newsparse import Article
from newsparse.model.schema import SHIPPED, json_schema
from newsparse.testing.strategies import articles

VALIDATOR = jsonschema.Draft202012Validator(json_schema())
TEXT = """\
Harbour bridge reopens

Engineers had closed it in March. “It is safe,” Mayor Ines Albrecht said on Monday.

What Comes Next

Q: Will it last?
A: For fifty years.
Q: And the ferry?
A: It will stop.
"""


def test_every_public_name_is_exported_once_and_documented() -> None:
    assert len(newsparse.__all__) == len(set(newsparse.__all__))
    for name in newsparse.__all__:
        value = getattr(newsparse, name)
        if isinstance(value, type) or callable(value):
            assert value.__doc__, name


def test_the_shipped_schema_is_the_model_s() -> None:
    assert json.loads(SHIPPED.read_text("utf-8")) == json_schema(), "run: python -m newsparse.model.schema"
    jsonschema.Draft202012Validator.check_schema(json_schema())


@settings(deadline=None, max_examples=10)
@given(articles())
def test_to_dict_is_valid_against_the_schema(text: str) -> None:
    VALIDATOR.validate(newsparse.parse(text, published=datetime(2025, 3, 4)).to_dict())


def test_views() -> None:
    article = newsparse.parse(TEXT, published=date(2025, 3, 5))
    assert article.title == article.headline.text == "Harbour bridge reopens"
    assert article.date_published == date(2025, 3, 5)
    assert article.metadata.date_published.source == "argument"
    assert article.sections[0].heading is None
    assert all(leaf.text in article.body_text for leaf in article.leaves() if leaf.type == "paragraph")
    assert "Harbour bridge" not in article.body_text
    assert {node.type for node in article.walk()} >= {"headline", "section", "paragraph"}


def test_the_body_keeps_numbers_and_speakers_and_drops_bullets() -> None:
    article = newsparse.parse(
        "Tea for two\n\nIt is made of three things.\n\n1. Boil the water.\n\n2. Wait.\n\n* Drink it.\n"
    )
    assert article.body_text.splitlines()[1:] == ["1. Boil the water.", "2. Wait.", "Drink it."]


def test_an_article_is_frozen() -> None:
    article = newsparse.parse(TEXT)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        article.text = "other"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        next(article.leaves()).rule = "other"


def test_dates_and_moments_are_told_apart_in_json() -> None:
    for moment in (date(2025, 3, 5), datetime(2025, 3, 5), datetime.fromisoformat("2025-03-05T10:00:00+02:00")):
        article = newsparse.parse(TEXT, published=moment)
        again = Article.from_dict(json.loads(article.to_json()))
        assert again.date_published == moment
        assert type(again.date_published) is type(moment)


@pytest.mark.parametrize("data", [{}, {"format": 0}, {"format": 1}, {"format": 1, "entities": 3}, None, []])
def test_from_dict_says_what_is_wrong(data) -> None:
    with pytest.raises(ValueError, match="not an article"):
        Article.from_dict(data)


def test_a_notebook_shows_escaped_text() -> None:
    shown = newsparse.parse(
        "A <script>alert(1)</script> headline\n\nText & more.", media_type="text/plain"
    )._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_reprs_are_short() -> None:
    assert len(repr(newsparse.parse(TEXT * 50))) < 600
