"""Bad input, and what blocks and structure promise for every text."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsparse
from newsparse import Article
from newsparse.blocks import classify, contents
from newsparse.languages import load
from newsparse.readers import read
from newsparse.structure import build

WHO = ("The council", "The port union", "A spokeswoman for the ferry company", "The mayor", "One of the engineers")
WHAT = (
    "said on Monday that nobody should expect the bridge to open before the summer.",
    "had asked for the report in March, and read it only after the second pillar cracked.",
    "will meet again next week, and wants to hear from the people who use the night ferry.",
    "called the decision a mistake, but would not say what should have been done instead.",
)
CLEAN = ["Harbour bridge closed until June", *(f"{who} {what}" for what in WHAT for who in WHO)]
BAD = {
    "empty": "",
    "white space only": " \t\n\u00a0\u2003\r\n ",
    "one letter": "a",
    "one mark": "“",
    "one bullet": "•",
    "NULs": "\0" * 50 + "a\0b\n\0",
    "control characters": "".join(map(chr, range(32))) + "\x7f\x80\x9f",
    "lone surrogates": "\ud800 text \udfff\n\udc00",
    "zero width": "\u200b\n\ufeff\n\u00ad\u2060",
    "right to left": "גשר הנמל נסגר\n\nהמועצה נפגשה ביום שני. המהנדסים מצאו סדקים.\nجسر الميناء مغلق",
    "only furniture": "Home\nSubscribe\nLEAVE A REPLY\nShare on Facebook\n© 2025 Courier",
    "only headings": "One Heading\nAnother Heading\nA Third",
    "only bullets": "•\n*\n- \n1.\n(a)",
    "Markdown marks": "#\n##\n**\n****\n__\n> \n>",
    "only a label": "Headline:",
    "combining marks": "e\u0301" * 40 + "\n\u0301\u0301",
    "UTF-16 without a mark": "Bridge closed. The council met.".encode("utf-16-le"),
    "random bytes": random.Random(1).randbytes(5_000),  # noqa: S311
}


def tiles(article: Article) -> bool:
    position = 0
    for leaf in article.leaves():
        if leaf.span.start < position or article.text[position : leaf.span.start].strip():
            return False
        position = leaf.span.end
    return not article.text[position:].strip()


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_bad_input_is_parsed_and_nothing_is_lost(content: str | bytes) -> None:
    assert tiles(newsparse.parse(content, media_type="text/plain"))


def structure(text: str) -> int:
    source = read(text, media_type="text/plain")
    return len(build(source, classify(source, load("en")), load("en")).children)


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 1_000_000 + "end",
        "the envoy said on Monday that talks go on. " * 120_000,
        "Read more\n" * 20_000,
        "Contents\n" + "- a\n" * 20_000,
        "Name: \n" * 20_000,
        "# x\n## x\n### x\n" * 7_000,
        "\u200b" * 1_000_000,
        " " * 3_000_000,
        "- " * 500_000,
        "1." * 500_000,
        "| a " * 100_000 + "|\n",
    ],
    ids=["blank lines", "long line", "buttons", "contents", "labels", "headings", "zero width", "blanks", "dashes",
         "numbers", "bars"],
)  # fmt: skip
def test_hurtful_input_takes_no_long_time(text: str) -> None:
    start = time.process_time()
    structure(text)
    assert time.process_time() - start < 20


def test_a_page_around_an_article_changes_none_of_it() -> None:
    words = ("Home", "World", "Business", "Ferries", "Weather", "Sport", "Culture", "Opinion", "Letters", "Jobs")
    menu = [f"* {word}" for word in words]
    foot = ["3 Comments", "Most read", "* Ferry fares to rise", "* Old lighthouse sold", "About us", "Contact us",
            "Privacy policy", "Terms of use", "© 2025 Harbour Courier"]  # fmt: skip

    def content(lines: list[str]) -> list[tuple[str, str]]:
        article = newsparse.parse("\n".join(lines))
        return [(leaf.type, leaf.text) for leaf in article.leaves() if leaf.type != "furniture"]

    assert content([*menu, *CLEAN, *foot]) == content(CLEAN)


def test_a_menu_around_a_transcript_takes_none_of_its_turns() -> None:
    menu = ["Home", "News | Sport | Weather", "Subscribe", "Log in", "Share post:", "Most read"] * 2
    turns = [
        line
        for at in range(12)
        for line in (
            f"Speaker {at % 2}: 00:0{at // 10}:{at % 10}0",
            ("Right.", "So we did.", "The pumps ran all night, and nobody on the quay had slept since Monday.")[at % 3],
        )
    ]
    asked = [
        "Q: And then?",
        "A: We waited.",
        "Q: How long?",
        "A: Two days.",
        "It was cold.",
        "Q: And now?",
        "A: No idea.",
    ]
    lines = [*menu, *turns, *asked, *menu]
    article = newsparse.parse("\n".join(lines))
    kept = [article.text[leaf.span.start : leaf.span.end] for leaf in article.leaves() if leaf.type == "paragraph"]
    assert kept == [*turns, *asked]


def test_an_article_alone_loses_nothing_to_furniture() -> None:
    assert not [leaf for leaf in newsparse.parse("\n".join(CLEAN)).leaves() if leaf.type == "furniture"]


@settings(deadline=None, max_examples=40)
@given(st.text(alphabet="aB1 .\n:-•*#|\t“”>{}©?&\u200b\u2028", max_size=300))
def test_blocks_tile_any_text(text: str) -> None:
    assert tiles(newsparse.parse(text, media_type="text/plain"))


def test_pages_without_blanks_between_words_are_left_to_the_rules() -> None:
    lines = [
        "Home",
        "Login",
        "Share this",
        *(f"港の新しい橋{n}" for n in range(60)),
        "橋は六月まで閉鎖されると市は発表した。" * 3,
    ]
    assert not [one for one in newsparse.parse("\n".join(lines)).leaves() if one.rule == "furniture.page"]


def test_titles_of_contents_without_entries_are_not_tried_without_end(monkeypatch) -> None:
    read = []
    named = contents._named
    monkeypatch.setattr(contents, "_named", lambda *given: read.append(given) or named(*given))
    newsparse.parse("At a glance\nAlpha beta gamma\nDelta epsilon zeta\n\n" * 60, media_type="text/plain")
    assert 0 < len(read) <= 3 * contents.TRIES
