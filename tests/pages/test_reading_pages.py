"""Properties of the HTML reader: it never raises, loses no visible text, and every path finds its element again."""

from __future__ import annotations

import json
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

import newsparse
from newsparse.readers.html import read_html
from newsparse.readers.html.elements import BLOCK, BOLD, RUNNING, UNSEEN, VOID
from newsparse.readers.html.encoding import decode_page
from newsparse.readers.html.taming import MANY_TAGS, tame

WORD = st.text("abcdefgäé", min_size=1, max_size=8)
BLOCKS = (
    "p",
    "div",
    "h2",
    "li",
    "ul",
    "blockquote",
    "section",
    "table",
    "td",
    "figure",
    "figcaption",
    "article",
    "x-card",
)
INLINE = ("b", "i", "a", "span", "em", "font")


@st.composite
def markup(draw, depth=0):
    words = " ".join(draw(st.lists(WORD, max_size=6)))
    if depth > 3:
        return words
    inner = "".join(draw(st.lists(markup(depth=depth + 1), max_size=3)))
    tag = draw(st.sampled_from((*BLOCKS, *INLINE)))
    name = draw(st.sampled_from(("", ' class="comments"', ' id="nav"', " class=story-body", ' class="a"b"')))
    close = f"</{tag}>" if draw(st.integers(0, 5)) else ""
    return f"<{tag}{name}>{words} {inner}{close} {words}"


def resolve(tree: LexborHTMLParser, path: str):
    """Follow a path of the two shapes that the reader writes, without an XPath engine."""
    if path.startswith("("):
        tag, at = re.fullmatch(r"\(//(.+)\)\[(\d+)\]", path).groups()
        return tree.css(tag)[int(at) - 1]
    node = tree.root
    for step in path.split("/")[2:]:
        tag, at = re.fullmatch(r"(?:\*\[name\(\)=')?([\w-]+?)(?:'\])?(?:\[(\d+)\])?", step).groups()
        node = [child for child in node.iter() if child.tag == tag][int(at or 1) - 1]
    return node


@settings(deadline=None, max_examples=120)
@given(markup())
def test_all_visible_words_are_kept_in_order(html):
    page = f"<html><body>{html}</body></html>"
    words = LexborHTMLParser(page).body.text(separator="").split()
    assert "".join(read_html(page).text.split()) == "".join(words)


@settings(deadline=None, max_examples=120)
@given(markup())
def test_every_path_finds_the_element_that_holds_the_line(html):
    page = f"<html><body>{html}</body></html>"
    source, tree = read_html(page), LexborHTMLParser(page)
    for line in source.lines:
        held = "".join(resolve(tree, line.hints.path).text(separator="").split())
        assert "".join(source.text[line.start : line.end].split()) in held


@settings(deadline=None, max_examples=100)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=300)))
def test_nothing_raises(content):
    source = read_html(content)
    assert all(0 <= line.start < line.end <= len(source.text) for line in source.lines)
    assert all(source.text[line.start : line.end].strip() for line in source.lines)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_in_the_source_are_white_space(ending):
    page = f"<html>{ending}<body><p>Rain fell{ending}all day.</p>{ending}<p>It stopped.</p></body></html>"
    assert read_html(page).text == "Rain fell all day.\nIt stopped."


def test_five_thousand_nested_elements_lose_nothing():
    page = (
        "<html><body>" + "<div>" * 5_000 + "<p>Rain fell.</p>" + "</div>" * 5_000 + "<p>It stopped.</p></body></html>"
    )
    source = read_html(page)
    assert source.text == "Rain fell.\nIt stopped."
    assert all(len(line.hints.path) < 2_000 for line in source.lines)


HOSTILE = {
    "nested": lambda n: "<div>" * n + "x",
    "attributes": lambda n: "<p " + " ".join(f"a{at}" for at in range(n)) + ">x</p>",
    "stray end tags": lambda n: "<div></x>" * n + "x",
    "formatting": lambda n: "<html>" + "".join(f"<p><b id={at}>x" for at in range(n // 10)),
    "angle brackets": lambda n: "<html><p>" + "<a" * n,
    "attributes with brackets": lambda n: "<p " + " ".join(f'a{at}=">"' for at in range(n)) + ">x</p>",
    "options": lambda n: "<html><select>" + "<option>x" * (n // 4),
    "hidden elements": lambda n: "<html><p>x" + "<div hidden>x" * (n // 4),
    "comments never closed": lambda n: "<html><p>x" + "<!-- x" * n,
    "article bodies never closed": lambda n: "<html><script>" + '"articleBody":"' * (n // 4) + "</script><p>x",
    "control characters": lambda n: "<html><p>" + "\0\x01\x1b x" * n,
    "entities": lambda n: "<html><p>" + "&amp;&bogus;&#x41;" * n,
    "open quotes": lambda n: "<html><p>" + "<a href='" * n,
    "list items": lambda n: "<ul><li>" * n,
    "vector graphics": lambda n: "<html><p>x" + "<svg><g>" * n,
    "verse": lambda n: "<html><p>" + "the rain<br>" * n,
    "teasers": lambda n: (
        "<html>" + "<div><h3><a href=x>Rain again</a></h3><p>Nobody had seen the like of it in the town." * (n // 40)
    ),
    "states never closed": lambda n: "<html><script>" + '{"a":[' * (n // 2) + "</script><p>x",
    "states": lambda n: "<html><script>" + '[1] "a" ' * (n // 4) + "</script><p>x",
    "states within states": lambda n: (
        "<html><script>" + json.dumps(json.dumps(json.dumps(["<p>x" * (n // 4)] * 2))) + "</script><p>x"
    ),
    "states nested": lambda n: "<html><script>" + json.dumps(["<p>" * 3 + "<div>" * n]) + "</script><p>x",
}


@pytest.mark.growth
@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_take_linear_time(make):
    def seconds(size):
        start = time.process_time()
        read_html(make(size))
        return time.process_time() - start

    small, large = max(0.02, seconds(25_000)), seconds(100_000)
    assert large < 12 * small


@pytest.mark.parametrize("name", ["nested", "attributes", "attributes with brackets", "formatting", "options"])
def test_tags_that_are_left_out_are_told(name):
    source = read_html(HOSTILE[name](40_000))
    assert "x" in source.text or name == "options"
    assert [one.code for one in source.diagnostics] == ["page.excessive-markup", "page.no-article"]


SENTENCE = st.lists(st.text("abcdefgäé", min_size=6, max_size=9), min_size=12, max_size=30).map(" ".join)


@given(
    st.lists(SENTENCE, min_size=6, max_size=9, unique=True),
    st.sampled_from(('<script type="application/json">{}</script>', "<script>window.a = b.c || {};</script>")),
    st.integers(0, 3),
    st.booleans(),
)
def test_an_article_in_a_state_is_read_as_it_would_be_shown(sentences, script, wrapped, in_parts):
    """Whichever way a script carries it: as markup or part by part, as JSON or as JSON within strings."""
    body = [{"type": "paragraph", "text": one} for one in sentences] if in_parts else "<p>" + "<p>".join(sentences)
    state = json.dumps({"story": {"id": 7, "body": body, "tags": ["a", "b"]}}).replace("<", "\\u003c")
    for _ in range(wrapped):
        state = json.dumps(state)
    source = read_html(f"<html><body><div>Loading</div>{script.replace('{}', state)}</body></html>")
    assert source.text.split("\n")[-len(sentences) :] == sentences
    assert [one.code for one in source.diagnostics] == ["page.body-in-script"]


def test_ordinary_pages_are_not_touched():
    page = "<html><body>" + '<p class="a"" id=b>Rain fell.</p>' * 5 + "<i>x</i>" * MANY_TAGS
    assert tame(page.encode()) == page.encode()


def test_a_stray_quotation_mark_in_a_tag_hides_nothing():
    page = "<html><body>" + "<i></i>" * MANY_TAGS + '<p class="a"">Rain fell.</p><p title="b">It stopped.</p>'
    assert read_html(page).text == "Rain fell.\nIt stopped."


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("\ufeff<p>Straße".encode("utf-8"), "<p>Straße"),
        ("\ufeff<p>Straße".encode("utf-16-le"), "<p>Straße"),
        ("<meta charset=iso-8859-1><p>Straße – “ja”".encode("cp1252"), "<meta charset=iso-8859-1><p>Straße – “ja”"),
        ('<?xml version="1.0" encoding="windows-1251"?><p>Дождь'.encode("cp1251"), None),
        ('<html lang="ru"><p>Дождь шёл весь день'.encode("cp1251"), '<html lang="ru"><p>Дождь шёл весь день'),
        ("<meta charset=shift_jis><p>雨が降った".encode("cp932"), "<meta charset=shift_jis><p>雨が降った"),
        ("<meta charset=iso-8859-1><p>Straße".encode(), "<meta charset=iso-8859-1><p>Straße"),  # the claim is wrong
        (b"<meta charset=hex><p>Stra\xdfe", "<meta charset=hex><p>Straße"),
    ],
)
def test_bytes_are_read_as_they_were_written(data, expected):
    text = decode_page(data)
    assert text == expected if expected else "Дождь" in text


def test_adding_furniture_changes_no_content_leaf():
    paragraphs = "".join(
        f"<p>The envoys of state number {word} signed the accord on Monday, and their parliaments will vote in June.</p>"
        for word in ("one", "two", "three", "four")
    )
    article = f"<article><h1>Five states sign</h1>{paragraphs}</article>"
    around = "<nav><ul><li><a href=/>Home</a></li></ul></nav>{}<footer class=footer><p>© River Post</p></footer>"

    def body(html):
        return newsparse.parse(f"<html><body>{html}</body></html>").body_text

    assert body(article) == body(around.format(article))


def test_labels_in_menus_and_teasers_are_nobodys_turns():
    paragraphs = "".join(
        f"<p>The envoys of state number {word} signed the accord on Monday, and their parliaments will vote in June.</p>"
        for word in ("one", "two", "three", "four")
    )
    teasers = "".join(
        f'<li><a href="/{place}">{place}: Why do we pay so much, and what can you do?</a></li>'
        for place in ("Norburg", "Lower Town", "Norburg", "Lower Town")
    )
    article = newsparse.parse(
        f"<html><body><nav class=related><ul>{teasers}</ul></nav><article><h1>Five states sign</h1>{paragraphs}</article>"
        f"<aside class=related><ul>{teasers}</ul></aside></body></html>"
    )
    assert article.headline.text == "Five states sign"
    assert not article.interviews


@pytest.mark.parametrize(
    "hiding",
    ["hidden", 'style="display:none"', 'style="color: red; DISPLAY: none;"', 'style="visibility: hidden"'],
)
def test_what_a_page_hides_is_not_its_text(hiding):
    page = f"<p>Rain fell all day.</p><div {hiding}><p>Log in.</p></div><p>It <span {hiding}>never</span> stopped.</p>"
    assert read_html(f"<html><body>{page}").text == "Rain fell all day.\nIt stopped."


def test_a_hidden_element_leaves_the_paths_of_the_others_as_they_are():
    source = read_html("<html><body><p>One.</p><p hidden>Two.</p><p>Three, and so on, for longer than two.</p>")
    assert [line.hints.path for line in source.lines] == ["/html/body/p[1]", "/html/body/p[3]"]


@pytest.mark.parametrize(
    "wrapper", ['<div class="story" hidden>', '<div hidden id="S:1">', '<body style="display:none">']
)
def test_an_article_that_a_script_shows_is_not_lost(wrapper):
    page = f"<html>{wrapper}<p>Rain fell in the valley all day on Monday, and it stopped at night.</p></div><p>Home</p>"
    assert "Rain fell" in read_html(page).text


LINKS = "<ul><li><a href=/n>News</a></li><li><a href=/s>Sport</a></li></ul>"
TEASERS = "".join(
    f"<article class=card><h3><a href=/{at}>The {at} story of the day</a></h3><p>A sentence on what it is about.</p></article>"
    for at in ("first", "second", "third", "fourth", "fifth", "sixth")
)
STORY = (
    "<p>The harbour bridge was closed on Monday after engineers found cracks in two of its cables, the council said.</p>"
    "<p>“We had no choice,” said the mayor, who had hoped to wait until the summer.</p><p>Drivers go round by the mill.</p>"
)
GONE = (
    "<p>Sorry, the page that you asked for is gone. It may have been moved, or its address may have been mistyped.</p>"
)


@pytest.mark.parametrize(
    ("page", "is_article"),
    [
        (f"<title>Bridge closed</title>{LINKS}<article><h1>Bridge closed</h1>{STORY}</article>{TEASERS}", True),
        (f"<title>Bridge closed</title>{LINKS}<article><h1>Bridge closed</h1>{STORY[:112]}</article>", True),
        (f"<title>Local news</title>{LINKS}<main><h1>Local news</h1>{TEASERS}</main>", False),
        (f"<title>Page not found</title>{LINKS}<h1>Page not found</h1>{GONE}", False),
        (f"<title>Watch it</title>{LINKS}<h1>Watch it</h1><div class=player></div><p>A drone above the bridge.</p>", False),
        ("<title>Story</title><div id=root></div>", False),
    ],
)  # fmt: skip
def test_a_page_without_an_article_says_so(page, is_article):
    source = read_html(f"<!doctype html><html>{page}")
    assert [one.code for one in source.diagnostics] == ([] if is_article else ["page.no-article"])


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p><b>Rain</b> <i>fell</i><u></u> <u>all</u>day.", "Rain fell allday."),
        ("<p><b>Rain </b><i> fell</i><span> </span>all<br>day.", "Rain fell all day."),
        ("<p>Rain<span hidden>\n<b>no snow</b></span>fell.", "Rain fell."),
        ("<p>Rain<i><b>f</b><b>ell</b></i>\n<i>all</i>\u00a0<i>day</i>.", "Rainfell all day."),
        ("<pre><b>rain</b><i> </i>fell\nall day</pre>", "rain fell\nall day"),
    ],
)
def test_words_run_together_only_where_they_do_in_the_page(page: str, text: str) -> None:
    assert read_html(f"<html><body>{page}").text == text


def test_every_tree_numbers_the_names_of_elements_alike() -> None:
    one, other = LexborHTMLParser("<p>"), LexborHTMLParser("<new-name><p>")
    for name in (*BLOCK, *BOLD, *RUNNING, *UNSEEN, *VOID, "a", "br"):
        assert one.create_node(name).tag_id == other.create_node(name).tag_id
