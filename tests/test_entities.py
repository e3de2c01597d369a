"""Sentences, mentions and entities: properties over messy articles, and the hard cases one by one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.annotations.entities import find_mentions, resolve
from newsparse.annotations.sentences import RUNNING_TEXT, split_sentences
from newsparse.languages import load
from newsparse.model import Entity, Paragraph, Span
from newsparse.testing.strategies import articles

EN = load("en")
PIECES = st.sampled_from(
    [
        "Dr.Emma Hartwell", "Mr. Lund", "Hartwell", "he", "she", "said", "the minister", "“We go,”", "U.S.and", "3.5",
        "Ministry of Labour", "of", "and", "van der Berg", "Jr.", ".", "?", "…", ",", "(", ")", "«", "»", "\n", "\n\n",
        "J. R.", "d’Arcy", "UFW", "ABCDE", "\u00a0", "’s", "the", "Tove", "1.", "\u2028", "İ", "ß", "e\u0301", "🙂",
    ]
)  # fmt: skip


def paragraph(text: str) -> Paragraph:
    span = Span(0, len(text))
    return Paragraph(span=span, content=span, text=text, rule="test")


def names(text: str) -> list[str]:
    return [entity.name for entity in newsparse.parse(text, language="en").people]


@given(st.lists(PIECES, max_size=40).map(" ".join), st.sampled_from(["en", "de", "es", "fr", "it", "xx"]))
def test_sentences_tile_what_they_split(text, code):
    sentences = split_sentences(text, (paragraph(text),), load(code))
    position = 0
    for sentence in sentences:
        assert sentence.span.start >= position
        assert not text[position : sentence.span.start].strip()
        assert sentence.text == sentence.span.of(text) == sentence.text.strip() != ""
        position = sentence.span.end
    assert not text[position:].strip()


@settings(deadline=None, max_examples=60)
@given(articles())
def test_sentences_lie_in_leaves_and_entities_are_consistent(text):
    article = newsparse.parse(text)
    running = [leaf.content for leaf in article.leaves() if isinstance(leaf, RUNNING_TEXT)]
    assert all(any(content.covers(sentence.span) for content in running) for sentence in article.sentences)
    assert [entity.id for entity in article.entities] == list(range(len(article.entities)))
    firsts = [entity.mentions[0] for entity in article.entities if entity.mentions]
    assert firsts == sorted(firsts)
    for entity in article.entities:
        assert list(entity.mentions) == sorted(set(entity.mentions))
        assert all(0 <= mention.start < mention.end <= len(text) for mention in entity.mentions)
    for quote in article.quotes:
        assert quote.speaker is None or quote.speaker == article.entities[quote.speaker.id]
    for interview in article.interviews:
        assert all(
            turn.speaker is None or turn.speaker == article.entities[turn.speaker.id] for turn in interview.turns
        )


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_mentions_lie_in_sentences_in_order(text):
    sentences = split_sentences(text, (paragraph(text),), EN)
    mentions = find_mentions(text, sentences, EN)
    assert [mention.span for mention in mentions] == sorted(mention.span for mention in mentions)
    for mention in mentions:
        assert mention.name
        assert any(sentence.span.covers(mention.span) for sentence in sentences)
        assert mention.description is None or mention.description.of(text).strip()


@given(st.lists(PIECES, max_size=30).map(" ".join), st.data())
def test_any_source_and_any_person_is_taken(text, data):
    sentences = split_sentences(text, (paragraph(text),), EN)
    mentions = find_mentions(text, sentences, EN)
    places = st.integers(0, len(text))
    sources = [Span(*sorted(pair)) for pair in data.draw(st.lists(st.tuples(places, places), max_size=5))]
    people = [
        Entity(id=at + 7, name=name, kind="person") for at, name in enumerate(data.draw(st.lists(PIECES, max_size=3)))
    ]
    cast = resolve(text, sentences, mentions, people, sources, EN)
    assert set(cast.by_source) <= set(sources)
    assert set(cast.by_label) == {person.id for person in people}
    known = set(map(id, cast.entities))
    assert all(id(entity) in known for entity in (*cast.by_source.values(), *cast.by_label.values()))


@settings(max_examples=25, deadline=None)
@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_an_unrelated_end_changes_nothing_before_it(text):
    def cast(whole):
        lines = [line for line in (text, whole[len(text) :]) if line.strip()]
        leaves, position = [], 0
        for line in lines:
            start = whole.index(line, position)
            position = start + len(line)
            leaves.append(Paragraph(span=Span(start, position), content=Span(start, position), text=line, rule="test"))
        sentences = split_sentences(whole, tuple(leaves), EN)
        mentions = find_mentions(whole, sentences, EN)
        return resolve(whole, sentences, mentions, (), (), EN).entities

    before = cast(text)
    after = cast(text + "\n\nQuentin Zabriskie ate soup.")
    assert [entity.mentions for entity in before] == [entity.mentions for entity in after][: len(before)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("The mayor met Tove Hansrud. Hansrud's aide left.", ["Tove Hansrud"]),
        ("In May, Will Smith and Mark Reyes won. Reyes wept.", ["Will Smith", "Mark Reyes"]),
        ("The Tove Hansrud Foundation paid. Tove Hansrud did not.", ["Tove Hansrud"]),
        ("New York and South Carolina voted. The White House waited.", []),
        ("On Monday, former President Ines Calloway spoke to CNN.", ["Ines Calloway"]),
        ("“Yes,” said Marla Vexley, 45, of Ohio. Yesterday Vexley left.", ["Marla Vexley"]),
    ],
)
def test_people(text, people):
    assert names("Council votes on harbour plan\n\n" + text) == people


@pytest.mark.growth
@pytest.mark.parametrize(
    "make",
    [
        lambda n: "Tove Hansrud met him. " * n,
        lambda n: "".join(f"A{chr(97 + at % 26)}{chr(97 + at // 26 % 26)} Smith spoke. " for at in range(n)),
        lambda n: "“Yes,” he said. " * n,
        lambda n: "ABC " * 4 * n,
        lambda n: "of the Bank of the " * n,
        lambda n: "x. " * 5 * n,
        lambda n: "the minister, the minister, Tove " * n,
    ],
)
def test_time_is_linear(make):
    def seconds(n):
        text = make(n)
        sentences = split_sentences(text, (paragraph(text),), EN)
        start = time.process_time()
        mentions = find_mentions(text, sentences, EN)
        resolve(text, sentences, mentions, (), tuple(sentence.span for sentence in sentences), EN)
        return time.process_time() - start

    seconds(50)
    assert seconds(4_000) < 16 * max(seconds(500), 0.01)
