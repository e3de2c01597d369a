"""Properties of indirect quotations."""

import string
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse import languages
from newsparse.annotations.quotations.indirect import features, find_indirect, scoring
from newsparse.annotations.quotations.indirect.clause import Clause
from newsparse.annotations.quotations.indirect.extents import neighbours
from newsparse.annotations.quotations.indirect.lexicon import lexicon_of
from newsparse.annotations.quotations.indirect.weights import SHAPES, load_weights, read_tables, unpacked
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


@given(messes)
def test_tokens_tell_the_whole_text(text):
    clause = Clause(text, 0, len(text), lexicon_of(languages.load("en")))
    spans = clause.spans[clause.first : clause.last]
    assert len(spans) == clause.last - clause.first
    at = 0
    for start, end in spans:
        assert not text[at:start].strip("_ \t\r\n\x0b\x0c\u00a0\u2028\x1c\x1d\x1e\x1f\x85")
        at = end


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
    alike = {"Aa", "Aa’s", "True", "False"}
    words = {word for table in tables.values() for feature in table for word in feature[2:].split()}
    assert [word for word in words - alike if word[0].isupper() and not word.isupper()] == []


@pytest.mark.parametrize(
    "unit", ["said, ", "he said that ", "“he said ", "according to the, ", "so laut sagte, ", "a " * 40]
)
def test_time_is_linear_in_adversarial_text(unit):
    """Looked at by counting work, not by a clock: no more content than there are cues, and none is longer than its bound."""
    text = unit * (20_000 // len(unit))
    for code in ("en", "de", "fr"):
        sentences = [(at, min(at + 2_900, len(text))) for at in range(0, len(text), 2_900)]
        assert len(found_in(text, code, sentences)) <= 12 * len(sentences)


@given(messes, st.sampled_from(("en", "de")), st.sampled_from(SHAPES))
def test_scores_are_the_sums_of_the_weights_of_the_features(text, code, shape):
    """Training makes the features by name; what adds them up without making them must say the same."""
    weights, tables = load_weights(code), read_tables(code)
    assert weights is not None

    def total(name, traits):
        return sum(tables[name].get(feature, 0) for feature in traits)

    clause = Clause(text, 0, len(text), lexicon_of(languages.load(code)))
    for i, cue, before, after in neighbours(clause):
        at = (clause, i, cue)
        assert scoring.gate(weights.cue, *at) == total("cue", features.gate_features(*at))
        near = (before, after)
        assert scoring.cue(weights.cue, *at, *near) == total("cue", features.cue_features(*at, *near))
        traits = features.shape_features(*at)
        assert unpacked(scoring.shape(weights.shape, *at)) == tuple(total(one, traits) for one in SHAPES)
        that = features.complementizer_behind(clause, i)
        for s in features.starts_behind(clause, i):
            expected = total("start", features.start_features(*at, shape, s, that))
            assert scoring.start(weights.start, *at, shape, s, that) == expected
            *ends, last = features.ends_behind(clause, s)
            expected = total("end", features.last_end_features(*at, shape, s, last))
            assert scoring.last_end(weights.end, *at, shape, s, last) == expected
            made = features.end_features(clause, cue, s, ends)
            assert scoring.ends(weights.end, clause, cue, s, ends) == [total("end", one) for one in made]
        ends = features.left_ends(clause, i)
        made = features.left_end_features(*at, shape, ends)
        assert scoring.left_ends(weights.lend, *at, shape, ends) == [total("lend", one) for one in made]
        starts = features.left_starts(clause, i)
        made = features.left_start_features(clause, cue, shape, i, starts)
        assert scoring.left_starts(weights.lstart, clause, cue, shape, i, starts) == [
            total("lstart", one) for one in made
        ]
        for one in features.sources(clause, i):
            expected = total("source", features.source_features(*at, shape, one, [(i, i + 3)]))
            assert scoring.source(weights.source, *at, shape, one, [(i, i + 3)]) == expected
        assert scoring.no_source(weights.source, *at, shape) == total("source", features.no_source_features(*at, shape))
