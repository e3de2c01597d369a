"""The laws of the design, as properties over messy articles."""

from __future__ import annotations

import html
import json
import os
import pickle
import re
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import newsparse
from newsparse import Article, Span
from newsparse.testing.strategies import LINE_ENDS, MARKS, articles, drafts

ANYTHING = st.one_of(articles(), st.text(max_size=400), st.text(alphabet="“”\"'«»„ \n:.-•Q|A1<>&;—", max_size=200))
INNER = frozenset("".join(mark for pair in MARKS.values() for mark in pair))
SETTINGS = settings(deadline=None, max_examples=60)


def values(thing):
    """Every value that an article stores, at any depth."""
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        yield one
        if isinstance(one, Span):
            continue
        if isinstance(one, tuple):
            waiting.extend(one)
        elif attrs.has(type(one)):
            waiting.extend(getattr(one, field.name) for field in attrs.fields(type(one)))


def content_nodes(article: Article) -> list[tuple[str, str]]:
    return [(leaf.type, leaf.text) for leaf in article.leaves() if leaf.type != "furniture"]


def told(article: Article) -> list[tuple[str | None, ...]]:
    """The leaves, sentences, quotations and dates, composed."""
    found: list[tuple[str | None, ...]] = [(leaf.type, leaf.text) for leaf in article.leaves()]
    found += [("sentence", one.text) for one in article.sentences]
    found += [(one.kind, one.function, one.text, one.speaker and one.speaker.name) for one in article.quotes]
    found += [(one.type, one.value, one.text) for one in article.dates]
    return [tuple(word and unicodedata.normalize("NFC", word) for word in one) for one in found]


@SETTINGS
@given(st.one_of(ANYTHING, st.binary(max_size=300), articles().map(str.encode)))
def test_1_parse_never_raises(content) -> None:
    assert newsparse.parse(content).text is not None


@SETTINGS
@given(st.one_of(st.text(max_size=40), st.sampled_from(["http://[news.example/a", "//[", "http://a:b:c", "http://℀/"])))
def test_1_any_address_will_do(url: str) -> None:
    page = (
        f'<link rel=canonical href="{html.escape(url)}"><base href="{html.escape(url)}"><p>Rain fell on 3/4/2024.</p>'
    )
    newsparse.parse(page)
    for content in (page, "Rain fell on 3/4/2024."):
        newsparse.parse(content, url=url)


@SETTINGS
@given(ANYTHING)
def test_2_leaves_tile_the_text(text: str) -> None:
    article = newsparse.parse(text, media_type="text/plain")
    assert article.text == text
    position = 0
    for leaf in article.leaves():
        assert leaf.span.start >= position
        assert not text[position : leaf.span.start].strip()
        assert leaf.span.covers(leaf.content)
        position = leaf.span.end
    assert not text[position:].strip()


@SETTINGS
@given(ANYTHING)
def test_3_spans_lie_in_the_text_and_texts_are_their_slices(text: str) -> None:
    article = newsparse.parse(text)
    for value in values(attrs.evolve(article, text="")):
        if isinstance(value, Span):
            assert 0 <= value.start <= value.end <= len(article.text)
        elif hasattr(value, "text") and hasattr(value, "span"):
            parts = getattr(value, "parts", None) or (getattr(value, "content", None) or value.span,)
            if value.__class__.__name__ != "Turn":
                assert value.text == " ".join(part.of(article.text) for part in parts)


@SETTINGS
@given(ANYTHING)
def test_4_same_input_same_output_in_threads(text: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(newsparse.parse, [text] * 4))
    assert all(result == results[0] for result in results)


def test_4_same_output_across_hash_seeds() -> None:
    code = """if True:
        import hashlib, newsparse
        from random import Random
        from newsparse.testing.defects import DEFECTS
        text = open('examples/harbour-talks.txt', encoding='utf-8').read()
        digest = hashlib.sha256()
        for at, defect in enumerate(DEFECTS):
            digest.update(newsparse.parse(defect(text, at)).to_json().encode())
        print(digest.hexdigest())
    """
    seen = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=Path(__file__).parent.parent,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"), ("3", "America/New_York"))
    }
    assert len(seen) == 1


@SETTINGS
@example("The strike ran from 2019 to 2021, with a pause between 3 and 5 March.")
@given(ANYTHING)
def test_5_json_and_pickle_round_trips_are_exact(text: str) -> None:
    article = newsparse.parse(text)
    data = article.to_dict()
    assert Article.from_dict(data) == article
    if not any("\ud800" <= char <= "\udfff" for char in text):
        assert Article.from_dict(json.loads(article.to_json())) == article
        assert json.loads(article.to_json()) == data
    assert pickle.loads(pickle.dumps(article)) == article


@SETTINGS
@given(drafts(), st.sampled_from(LINE_ENDS), st.sampled_from(["", "\ufeff"]), st.sampled_from(["NFC", "NFD"]))
def test_7_line_ends_and_normal_forms_change_nothing(draft, line_end: str, mark: str, form: str) -> None:
    text = draft.text()
    other = unicodedata.normalize(form, mark + text.replace("\n", line_end))
    one, two = newsparse.parse(text), newsparse.parse(other)
    assert told(two) == told(one)


@SETTINGS
@given(drafts(), st.sampled_from(["\u00ad", "\u200b", "\u2060"]), st.sampled_from(["\u00a0", "\u202f", " "]))
def test_7_invisible_characters_in_words_and_other_blanks_change_nothing(draft, invisible: str, blank: str) -> None:
    text = draft.text()
    other = re.sub("(?<=[a-z]{3})(?=[a-z]{3})", invisible, re.sub("(?<=[a-z]{2}) (?=[a-z])", blank, text))
    found = told(newsparse.parse(other))
    assert [tuple(word and word.replace(invisible, "").replace(blank, " ") for word in one) for one in found] == told(
        newsparse.parse(text)
    )


@SETTINGS
@given(drafts(), st.sampled_from(sorted(MARKS)))
def test_8_other_marks_find_the_same_quotations(draft, marks: str) -> None:
    def found(article: Article) -> list[tuple[str, str, str | None]]:
        # a quotation that is set off may have another in it, marks and all
        return [
            (
                quote.kind,
                "".join(char for char in quote.text if char not in INNER).strip(),
                quote.speaker and quote.speaker.name,
            )
            for quote in article.quotes
            if quote.kind != "indirect"
        ]

    assert found(newsparse.parse(draft.text(marks=marks))) == found(newsparse.parse(draft.text()))


@SETTINGS
@given(drafts())
def test_9_furniture_around_an_article_changes_none_of_its_content(draft) -> None:
    alone = content_nodes(newsparse.parse(draft.text(furniture=False)))
    assert content_nodes(newsparse.parse(draft.text())) == alone


@SETTINGS
@given(articles())
def test_10_the_clock_is_never_read(text: str) -> None:
    for one in newsparse.parse(text).dates:
        if one.start is not None and one.value:
            assert one.value[:4] == "PRES" or not one.value.startswith("XXXX")


@pytest.mark.parametrize("published", [datetime(1, 1, 1), datetime(9999, 12, 31), datetime(2024, 2, 29)])
@given(text=articles())
@settings(deadline=None, max_examples=10)
def test_1_any_publication_date_will_do(published: datetime, text: str) -> None:
    assert newsparse.parse(text, published=published).date_published == published
