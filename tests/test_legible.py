"""The text as the rules read it, and the way back: what is found is told in the characters that stand there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.readers import legible
from newsparse.readers.plain import read_plain

ODD = "ab é\u0301\u00ad\u200b\ufeff\r\n\x85\u2028\u1112\u1161\u11abか\u3099 1«»"


def test_spans_name_the_characters_that_stand_there() -> None:
    text = (
        "\ufeffFer\u00adry fares rise\r\u201cWe\u00a0will,\u201d said Rene\u0301e\u00a0Du\u00adbois\u200b"
        " on February\u00a012.\u2028\u200b"
    )
    article = newsparse.parse(text)
    assert article.text == text
    quote, date = article.quotes[0], article.dates[0]
    assert (quote.text, quote.span.of(text), date.text) == (
        "We\u00a0will,",
        "\u201cWe\u00a0will,\u201d",
        "February\u00a012",
    )
    assert quote.speaker is not None
    assert quote.speaker.name == "Renée Dubois"
    assert [one.of(text) for one in quote.speaker.mentions] == ["Rene\u0301e\u00a0Du\u00adbois"]
    assert next(leaf.span.of(text) for leaf in article.leaves()).startswith("\ufeffFer\u00adry")


@pytest.mark.parametrize(
    "text", ["", "Rain.\r\nWind.", "« Non\u00a0» et 1\u202f000", "\u200b\n\u00ad", "Q\u00a0Why?", "x\u030c"]
)
def test_what_needs_nothing_stays(text: str) -> None:
    source = read_plain(text)
    again, original = legible(source)
    assert again is source
    assert original.read == text


@settings(deadline=None)
@given(st.text(alphabet=ODD, max_size=40))
def test_lines_are_those_of_the_legible_text(text: str) -> None:
    source = read_plain(text)
    again, original = legible(source)
    for old, new in zip(source.lines, again.lines, strict=True):
        alone, _ = legible(read_plain(text[old.start : old.end]))
        assert again.text[new.start : new.end] == alone.text
    assert len(original.read) <= len(text)
