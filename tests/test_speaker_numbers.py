"""Speakers in doubt: which answers are looked at again, and what a forest is shown of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import newsparse
from newsparse.annotations.quotations.answers import NOBODY, Choice
from newsparse.annotations.quotations.ranking import models_of
from newsparse.annotations.quotations.speaker_numbers import DOUBT, REACH, doubted, name_of
from newsparse.model import Span


def choices_of(*starts: int) -> list[Choice]:
    return [Choice((), NOBODY._replace(source=Span(start, start + 2))) for start in starts]


def test_what_is_far_ahead_is_beyond_doubt() -> None:
    assert doubted(choices_of(0, 5), [4.0, 4.0 - DOUBT - 0.1]) == []
    found = doubted(choices_of(0, 5, 9), [4.0, 4.0 - DOUBT + 0.1, 4.0 - REACH - 0.1])
    assert [one.place for one in found] == [0, 1]


def test_two_ways_to_the_same_source_are_no_doubt() -> None:
    assert doubted(choices_of(3, 3), [1.0, 0.9]) == []
    assert doubted(choices_of(3), [1.0]) == []
    assert doubted([], []) == []


def test_a_name_is_the_last_word_before_a_comma() -> None:
    text = "Ann Lee’s, the mayor of Exeter"
    assert name_of(text, Span(0, len(text))) == "lee"
    assert not name_of(text, Span(0, 0))


@given(st.lists(st.sampled_from(
    ["Ann Lee", "the mayor", "said", "called it", "“a risk,”", "while", "told the board of Mills", "“We go.”", "he", ","]
), max_size=40))  # fmt: skip
def test_doubts_change_who_says_it_and_nothing_else(words: list[str]) -> None:
    """Whatever the forest prefers is a source in the text; the quotations are those that were there."""
    text = " ".join(words)
    article = newsparse.parse(text, language="en")
    assert all(one.source is None or one.source.of(text).strip() for one in article.quotes)


def test_forests_belong_to_their_languages() -> None:
    assert models_of("en").doubts is not None
    assert models_of("xx").doubts is None
