"""Properties of quotations: marks that do not balance, sentences that are added, marks that are set anew."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.annotations.quotations.finding import find_marked
from newsparse.languages import load
from newsparse.model import Paragraph, Span

MARKS = "“”„‟«»‹›「」『』\"'’‘‚`´"
PIECES = st.sampled_from(
    [
        *MARKS,
        "''",
        "``",
        "&quot;",
        "â€œ",
        "â€",
        " ",
        ", ",
        ". ",
        "\n\n",
        "—",
        "(",
        ")",
        "Lee",
        "said",
        "She",
        "the",
        "word",
        "’90s",
        "6'2",
    ]
)
STYLES = {
    "straight": ('"', '"'),
    "german": ("„", "“"),
    "german guillemets": ("»", "«"),
    "french": ("«\u00a0", "\u00a0»"),
    "tex": ("``", "''"),
    "swedish": ("”", "”"),
    "corner": ("「", "」"),
    "single": ("‘", "’"),
    "straight single": ("'", "'"),
}
STORY = (
    "The harbour is closed. “We found cracks in May,” said Ann Lee, the chief engineer, “and we closed it.” "
    "She called the plan “a mistake”.\n\n“Nobody told us,” Omar Haddad said. The council’s answer came on Friday.\n\n"
    "According to Maria Sanchez, the union “will not wait”."
)


def marked(text: str):
    leaf = Paragraph(span=Span(0, len(text)), content=Span(0, len(text)), text=text, rule="test")
    return find_marked(text, (leaf,), load("en"))


@given(st.lists(PIECES, max_size=40).map("".join))
@example("“")
@example("“a\n\n“")
@example("— “x”\n\n—")
@settings(deadline=None, max_examples=150)
def test_marks_that_do_not_balance(text: str) -> None:
    article = newsparse.parse(text, language="en")
    for quote in article.quotes:
        assert quote.span.start <= quote.content.start < quote.content.end <= quote.span.end
        assert all(quote.span.covers(part) for part in quote.parts)
        assert quote.parts
        assert quote.text == " ".join(part.of(text) for part in quote.parts)
        if quote.function != "speech":
            assert (quote.source, quote.cue) == (None, None)


DOUBLES = '“”„«»「」『』"'
AROUND = st.sampled_from([" {}word", "word{} ", "word{}word", " {} ", "said,{} ", ".{} ", "\n{}word", "word.{}\n"])


@given(st.lists(st.tuples(AROUND, st.sampled_from(DOUBLES)), min_size=1, max_size=16))
@example([(" {}word", "“"), ("word{} ", "”"), (" {}word", "“")])
@example([(" {}word", "„"), ("word{} ", "“"), (" {}word", "«"), ("word{} ", "»"), (" {}word", "„")])
@settings(deadline=None, max_examples=300)
def test_what_is_between_marks_is_told(pieces: list[tuple[str, str]]) -> None:
    """Every double mark, and so all that is between two of them, lies in a quotation or a diagnostic."""
    text = "Lee".join(around.format(mark) for around, mark in pieces)
    quotes, oddities, _ = marked(text)
    told = [quote.span for quote in quotes] + [one.span for one in oddities if one.span]
    for place, char in enumerate(text):
        if char in DOUBLES:
            assert any(span.start <= place < span.end for span in told), (text, place)


TOLD = [
    "“We found cracks in May,” said Ann Lee, the chief engineer.",
    "“Nobody told us,” Omar Haddad said on Friday. “Not a word.”",
    "According to Maria Sanchez, the union “will not wait”.",
    "The mayor, Ida Berg, called the plan “a mistake” and the bridge “a gift”.",
    "“It is late,” said the pilot, “and we are tired.”",
]
UNTOLD = [
    "The tide rose in the night.",
    "Boats lay in the bay; gulls cried.",
    "It was 1998.",
    "Rain fell on the square.",
]


@given(
    st.lists(st.sampled_from(TOLD), min_size=1, max_size=5), st.sampled_from(UNTOLD), st.integers(0, 5), st.booleans()
)
@settings(deadline=None, max_examples=100)
def test_a_sentence_without_quotation_changes_no_other(paragraphs, added, place, apart):
    text = "\n\n".join(paragraphs)
    longer = [*paragraphs]
    if apart or place >= len(longer):
        longer.insert(place, added)
    else:
        longer[place] += f" {added}"
    assert shown(newsparse.parse("\n\n".join(longer), language="en")) == shown(newsparse.parse(text, language="en"))


@pytest.mark.parametrize("style", STYLES)
def test_marks_set_anew(style: str) -> None:
    opening, closing = STYLES[style]
    anew = STORY.replace("“", opening).replace("”", closing)
    assert shown(newsparse.parse(anew, language="en")) == shown(newsparse.parse(STORY, language="en"))


def shown(article: newsparse.Article) -> list[object]:
    return [
        (quote.text, quote.function, quote.kind, quote.source and quote.source.of(article.text))
        for quote in article.quotes
        if quote.kind != "indirect"
    ]


@pytest.mark.growth
@pytest.mark.parametrize("piece", ["“", "“a «b ", "“a” ", '"', "'", "”", "“x” said Lee and ", "«", "‘a ", "A “b” c\n"])
def test_time_grows_with_the_text_only(piece: str) -> None:
    def took(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        start = time.process_time()
        marked(text)
        return time.process_time() - start

    took(2_000)
    assert took(40_000) < 12 * took(8_000) + 0.05
