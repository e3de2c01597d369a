"""Looks that spare a closer one: whatever they leave out, the closer look would not have found either."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse.annotations.times.finding import _in_leaf
from newsparse.annotations.times.grammar import compiled
from newsparse.annotations.times.needles import may_hold
from newsparse.annotations.times.reading import Memory
from newsparse.annotations.times.scanning import lowered
from newsparse.blocks import classify
from newsparse.blocks.credits import is_hopeless, read_credits
from newsparse.blocks.lexicon import lexicon
from newsparse.blocks.unit import Unit
from newsparse.languages import BUILT_IN, load
from newsparse.readers import Hints, Line, Source

BLANKS = st.sampled_from([" ", " ", " ", ", ", " - ", "\u00a0", ". ", "/", "’"])


def joined(words, blanks) -> str:
    return "".join(word + blank for word, blank in zip(words, blanks, strict=False)).strip(" ,-./\u00a0’")


@pytest.mark.parametrize("language", BUILT_IN)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_text_without_time_words_holds_no_time(language, data) -> None:
    grammar = compiled(load(language))
    known = sorted(word for word in grammar.lexicon.features if not word[0].isdigit())
    words = st.lists(
        st.sampled_from([*known, "harbour", "fähre", "łódź", "the", "l", "Ärger", "cafe\u0301"]), max_size=7
    )
    text = joined(data.draw(words), data.draw(st.lists(BLANKS, min_size=7, max_size=7)))
    found = list(_in_leaf(text, 0, attrs.evolve(grammar, needles=frozenset()), Memory(published=None)))
    assert may_hold(lowered(text), grammar.needles) or not found


@settings(max_examples=300)
@given(data=st.data())
def test_hopeless_lines_credit_nobody(data) -> None:
    known = lexicon(load(data.draw(st.sampled_from(["en", "de", "fr"]))))
    phrases = sorted(known.credit_words | known.role_words | known.layout["byline_roles"])
    word = st.sampled_from(
        [*phrases, "By", "Ann", "Lee", "Tom", "Ferry", "fares", "rise,", "|", "4", "2024", "May", "Élan"]
    )
    text = joined(
        data.draw(st.lists(word, min_size=1, max_size=7)), data.draw(st.lists(BLANKS, min_size=7, max_size=7))
    )
    if is_hopeless(text, 0, len(text), known):
        found = read_credits(text, 0, len(text), known)
        assert not found.whole or not (found.names or found.others or found.dated or found.role)


@given(st.text("aBé “”’'-.:1 \u00a0\u00ad\u0301½ﬁİ", min_size=1, max_size=90).map(str.strip).filter(bool))
def test_the_first_word_of_a_key_is_its_first(text) -> None:
    unit = Unit(text, 0, len(text), 0, 1, None)
    assert unit.first == unit.key.partition(" ")[0]


def labels(*lines: tuple[str, str]) -> list[tuple[str, str]]:
    """What the lines of a page are labelled, each given with the region that the reader says it is in."""
    text, found, at = "\n".join(line for line, _ in lines), [], 0
    for line, region in lines:
        hints = Hints(tag="h2" if region == "title" else "p", path="/p", region=region.replace("title", "content"))
        found.append(Line(at, at + len(line), hints=hints))
        at += len(line) + 1
    blocks = classify(Source(text=text, media_type="text/html", lines=tuple(found)), load("en"))
    return [(block.type, block.rule) for block in blocks]


PROSE = "The council said on Monday that nobody should expect the bridge to open before the summer."


def test_links_into_a_page_are_no_contents() -> None:
    menu = [("Contents", "furniture"), ("Main menu", "furniture"), ("Search", "furniture")]
    found = labels(*menu, ("Bridge closed", "content"), (PROSE, "content"), *menu[1:])
    assert {rule for type_, rule in found if type_ != "paragraph"} <= {"furniture.region", "headline.first"}


def test_contents_in_a_page_s_margin_name_headings_of_the_article() -> None:
    found = labels(
        ("Contents", "furniture"), ("The pillars", "furniture"), ("The money", "furniture"), ("Bridge closed", "content"),
        (PROSE, "content"), ("The pillars", "title"), (PROSE, "content"), ("The money", "title"), (PROSE, "content"),
    )  # fmt: skip
    assert [rule for _, rule in found].count("contents.entry") == 2
    assert [rule for _, rule in found].count("heading.contents-match") == 2
