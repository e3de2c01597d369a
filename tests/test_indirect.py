"""Properties of indirect quotations."""

import string
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newsparse
from newsparse import languages
from newsparse.annotations.quotations.indirect import find_indirect, places, scoring
from newsparse.annotations.quotations.indirect.clause import TOKEN, Clause, Forms, pieces_of
from newsparse.annotations.quotations.indirect.letters import LETTERS, NAME, NAMES, NUMBER, PAD, REPORTING, WORD
from newsparse.annotations.quotations.indirect.lexicon import lexicon_of
from newsparse.annotations.quotations.indirect.weights import SHAPES, columns_of, load_weights, read_tables, unpacked
from newsparse.model import Sentence, Span

LANGUAGES = ("en", "de", "fr", "es", "it", "")
CUES = (
    "said",
    "says that",
    "according to",
    "told",
    "believes",
    "claim that",
    "sagte,",
    "laut",
    "soll",
    "habe",
    "que",
    "dit",
)
PLAIN = (
    "the mayor",
    "Mary Hill",
    "he",
    "harbour",
    "will reopen",
    "in June",
    "der Hafen",
    "sei",
    "le pont",
    "12",
    "U.S.",
)
MARKS = (",", ".", ";", ":", "“", "”", '"', "«", "»", "—", "(", ")", "…", "’", "\n", "\u00a0")
words = st.sampled_from(CUES + PLAIN + MARKS) | st.text(string.printable + "äß“”\u200b\u2028", max_size=8)
messes = st.lists(words, max_size=60).map(" ".join)


def found_in(text, code, sentences=None):
    spans = sentences or [(0, len(text))] * bool(text)
    return find_indirect(
        text, (), [Sentence(span=Span(a, b), text=text[a:b]) for a, b in spans], (), languages.load(code)
    )


@given(messes, st.sampled_from(LANGUAGES))
def test_every_span_lies_in_its_sentence(text, code):
    for quote in found_in(text, code):
        assert quote.kind == "indirect"
        assert 0 <= quote.span.start < quote.span.end <= len(text)
        assert quote.parts[0].start == quote.content.start == quote.span.start
        assert quote.parts[-1].end == quote.content.end == quote.span.end
        assert quote.text == " ".join(part.of(text) for part in quote.parts)
        assert all(part.of(text).strip() for part in quote.parts)
        assert all(one.end <= other.start for one, other in pairwise(quote.parts))
        for span in (quote.cue, quote.source):
            assert span is None or span.of(text).strip()


@given(messes, st.sampled_from(LANGUAGES))
def test_contents_do_not_overlap_and_hold_no_cue(text, code):
    quotes = found_in(text, code)
    parts = sorted(part for quote in quotes for part in quote.parts)
    assert all(one.end <= other.start for one, other in pairwise(parts))
    for quote in quotes:
        assert quote.cue is None or not any(part.start <= quote.cue.start < part.end for part in quote.parts)


@given(messes, messes)
def test_a_sentence_counts_for_itself(one, other):
    """What stands in another sentence changes nothing, where no mood goes on reporting."""
    text = f"{one}{other}"
    split = [(a, b) for a, b in ((0, len(one)), (len(one), len(text))) if a < b]
    alone = [quote.span for quote in found_in(one, "en")]
    assert [quote.span for quote in found_in(text, "en", split) if quote.span.end <= len(one)] == alone


def clause_of(text, code="en"):
    return Clause(text, 0, len(text), pieces_of(text, 0, len(text)), Forms(lexicon_of(languages.load(code))))


@given(messes.filter(str.strip))
@example("U.S. \n")
def test_tokens_tell_the_whole_text(text):
    clause = clause_of(text)
    assert len(clause.kinds) == len(clause.words)
    at = 0
    for token in range(clause.first, clause.last):
        span = clause.span(token, token + 1)
        assert not text[at : span.start].strip()
        found = TOKEN.match(text, span.start, len(text.rstrip()))
        assert found
        assert found.end() == span.end
        at = span.end
    assert not text[at:].strip()


@settings(deadline=None)
@given(st.sampled_from(("ada holm", "Zoë O’Brien", "Q. R. Stone")))
def test_a_name_is_a_name(name):
    """Whose name it is does not matter."""
    name = name.title()
    text = f"A quiet night\n\n{name} said the harbour would close. The ferry will stay, according to {name}."
    texts = [quote.text for quote in newsparse.parse(text, language="en").quotes if quote.kind == "indirect"]
    assert texts == ["the harbour would close", "The ferry will stay"]


@pytest.mark.parametrize("code", ["en", "de"])
def test_weights_hold_no_names(code):
    """Features of words come from the classes, the cues and common lower-case words; names were written alike."""
    tables = read_tables(code)
    assert tables
    alike = {"Aa", "Aa’s"}
    parts = {part for table in tables.values() for feature in table for part in feature[1:]}
    classes = {*LETTERS.values(), *REPORTING.values(), WORD, NAME, NAMES, NUMBER, PAD}
    words = {part for part in parts - alike if not all(letter in classes or not letter.isalnum() for letter in part)}
    assert [word for word in words if word[0].isupper() and not word[1:].isdigit()] == []


@pytest.mark.parametrize(
    "unit", ["said, ", "he said that ", "“he said ", "according to the, ", "so laut sagte, ", "a " * 40]
)
def test_time_is_linear_in_adversarial_text(unit):
    """Looked at by counting work, not by a clock: no more content than there are cues, and none is longer than its bound."""
    text = unit * (20_000 // len(unit))
    for code in ("en", "de", "fr"):
        sentences = [(at, min(at + 2_900, len(text))) for at in range(0, len(text), 2_900)]
        assert len(found_in(text, code, sentences)) <= 12 * len(sentences)


@given(messes.filter(str.strip), st.sampled_from(("en", "de")))
def test_three_scores_in_one_number_do_not_mix(text, code):
    tables, weights = read_tables(code), load_weights(code)
    clause = clause_of(text, code)
    assert weights is not None
    for i, cue in clause.cues.items():
        near = scoring.around(clause, i)
        columns = [columns_of(tables[shape], {"shape": scoring.SHAPE})["shape"] for shape in SHAPES]
        apart = tuple(scoring.shape(one, clause, i, cue, near) for one in columns)
        assert unpacked(scoring.shape(weights.shape, clause, i, cue, near)) == apart


@given(messes.filter(str.strip), st.sampled_from(("en", "de")))
def test_what_may_name_a_source_lies_on_its_side_of_the_cue(text, code):
    clause = clause_of(text, code)
    for i in clause.cues:
        runs = [*places.sources(clause, i)]
        assert all(clause.first <= start < end <= i for start, end, side, _ in runs if side == "<")
        assert all(i < start < end <= clause.last for start, end, side, _ in runs if side == ">")
        assert len({(start, end) for start, end, _, _ in runs}) == len(runs)
