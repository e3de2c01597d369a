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


@given(
    st.lists(
        st.sampled_from(["“word one”", "“word", "two”", "Lee said,", "and the plan.", "„no“", "«so»"]),
        min_size=1,
        max_size=12,
    )
)
@settings(deadline=None, max_examples=150)
def test_what_is_between_marks_is_told(pieces: list[str]) -> None:
    text = " ".join(pieces)
    quotes, oddities, _ = marked(text)
    told = [quote.span for quote in quotes] + [one.span for one in oddities if one.span]
    for place, char in enumerate(text):
        if char in "“”„«»":
            assert any(span.start <= place < span.end for span in told), (text, place)


@pytest.mark.parametrize("added", ["The tide rose in the night.", "Boats lay in the bay; gulls cried.", "It was 1998."])
@pytest.mark.parametrize("place", [0, -1])
def test_a_paragraph_without_quotation_changes_no_other(added: str, place: int) -> None:
    paragraphs = STORY.split("\n\n")
    longer = [added, *paragraphs] if place == 0 else [*paragraphs, added]
    assert shown(newsparse.parse("\n\n".join(longer), language="en")) == shown(newsparse.parse(STORY, language="en"))


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
@pytest.mark.parametrize("piece", ["“", "“a «b ", "“a” ", '"', "'", "”", "“x” said Lee and ", "«", "‘a "])
def test_time_grows_with_the_text_only(piece: str) -> None:
    def took(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        start = time.process_time()
        marked(text)
        return time.process_time() - start

    took(2_000)
    assert took(40_000) < 12 * took(8_000) + 0.05
