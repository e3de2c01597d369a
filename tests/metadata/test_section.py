"""The section an article stands in: what the page's paths, labels, address and menus say."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from newsparse.readers.html.metadata import read_metadata

TEXT = "<p>" + "The ferry was late again on Monday, as it had been on Sunday. " * 5
MENU = """<nav><a href=/>Home</a> <a href=/news/>News</a> <a href=/harbour/>Harbour</a>
<a href=/food-drink/>Food &amp; Drink</a></nav>"""
HEAD = "<head><title>Ferry late again</title>"


def section(head: str, before: str, after: str = "", path: str = "/2021/late-ferry") -> str | None:
    html = f"<html>{HEAD}{head}</head><body>{before}<h1>Ferry late again</h1>{after}{TEXT}</body></html>"
    found = read_metadata(LexborHTMLParser(html), html, f"https://wharfpost.example{path}").section
    return f"{found.value} ({found.source})" if found else None


@pytest.mark.parametrize(
    "name",
    [
        "article:section", "parsely-section", "sailthru.section", "cXenseParse:recs:category", "og:section",
        "mrf:sections", "prism.section", "article.section", "articleSection", "dcsext.section", "page-section",
        "rubrik", "ressort",
    ],
)  # fmt: skip
def test_what_meta_elements_call_it(name):
    assert section(f'<meta name="{name}" content="Harbour">', "") == "Harbour (meta)"


@pytest.mark.parametrize(
    "items",
    [
        '{"@type":"ListItem","position":1,"name":"Home"},{"@type":"ListItem","position":2,"name":"Harbour"}',
        '{"position":2,"item":{"@id":"/harbour","name":"Harbour"}},{"position":1,"item":{"@id":"/","name":"Wharf Post"}}',
        '{"position":"1","name":"Start"},{"position":"2","name":"Harbour"},{"position":"3","name":"Ferry late again"}',
    ],
)
def test_breadcrumbs_of_json_ld(items):
    script = f'<script type="application/ld+json">{{"@type":"BreadcrumbList","itemListElement":[{items}]}}</script>'
    assert section(script, "") == "Harbour (json-ld)"


@pytest.mark.parametrize(
    "before",
    [
        '<nav class="breadcrumb"><a href="/">Home</a> &gt; <a href="/harbour">Harbour</a></nav>',
        '<ol class="breadcrumbs"><li><a href="/">Home</a><li><a href="/harbour">Harbour</a><li>Ferry late again</ol>',
        '<div id="brotkrumen">Sie sind hier: Startseite » Harbour</div>',
        '<p class="ariane"><a href="/">Accueil</a> › <a href="/harbour">Harbour</a></p>',
        '<ul class="migas"><li>Portada</li><li>Harbour</li></ul>',
        '<div class="kruimel">Home / Harbour</div>',
        '<ul class=x1><li><a href="/">Home</a></li><li><a href="/harbour">Harbour</a></li></ul>',
        "<p>You are here: Home &gt; Harbour &gt; Ferry late again</p>",
        """<ol itemscope itemtype="https://schema.org/BreadcrumbList"><li itemprop="itemListElement"><a href=/>
        <span itemprop="name">Wharf Post</span></a><meta itemprop=position content=1></li><li itemprop="itemListElement">
        <a href=/harbour><span itemprop="name">Harbour</span></a></li></ol>""",
    ],
)
def test_breadcrumbs_of_the_page(before):
    assert section('<meta property="og:site_name" content="Wharf Post">', before) == "Harbour (breadcrumb)"


def test_the_deepest_crumb_that_the_address_or_a_menu_bears_out():
    crumbs = '<div class="crumbs">Home » Harbour » Ferries » Pier Nine</div>'
    assert section("", MENU + crumbs, path="/harbour/8812.html") == "Harbour (breadcrumb)"
    assert section("", MENU + crumbs, path="/harbour/ferries/8812.html") == "Ferries (breadcrumb)"
    assert section("", MENU + crumbs, path="/8812.html") == "Harbour (breadcrumb)"
    assert section("", crumbs, path="/8812.html") == "Pier Nine (breadcrumb)"


@pytest.mark.parametrize(
    ("before", "after", "path"),
    [
        ('<p class=cat><a href="/harbour/">Harbour</a></p>', "", "/harbour/late-ferry"),
        ('<a href="/category/harbour/" rel="category tag">Harbour</a>', "", "/2021/late-ferry"),
        ("", '<p>3 May 2021 in <a href="/category/harbour/" rel="category tag">Harbour</a></p>', "/2021/late-ferry"),
        ('<div class="kicker"><a href="/harbour">Harbour</a></div>', "", "/2021/late-ferry"),
        ('<a class="section-label" href="/news/harbour">Harbour</a>', "", "/a/77"),
        ('<div class="eyebrow">Harbour</div>', "", "/harbour/late-ferry"),
    ],
)
def test_a_label_by_the_headline_that_leads_to_the_section(before, after, path):
    assert section("", MENU + before, after, path) == "Harbour (label)"


@pytest.mark.parametrize(
    ("menu", "path", "name"),
    [
        (MENU, "/harbour/2021/05/late-ferry", "Harbour"),
        (MENU, "/food-drink/late-ferry.html", "Food & Drink"),
        ("<ul class=menu><li>Home</li><li>Harbour</li></ul>", "/harbour/late-ferry", "Harbour"),
        ('<nav><a href="https://wharfpost.example/harbour/">Harbour</a></nav>', "/harbour/x/late-ferry", "Harbour"),
        ("<nav><a href=/faits-divers>Faits divers</a></nav>", "/faits-divers/77", "Faits divers"),
        ("<nav><a href=/kultur>Kultur</a><a href=/markt/>Markt</a></nav>", "/markt/handel-77.html", "Markt"),
        ("<nav><a href=/sport>Sport</a> <a href=/sport/rowing>Rowing</a></nav>", "/sport/rowing/late-77", "Rowing"),
    ],
)  # fmt: skip
def test_the_address_and_a_menu(menu, path, name):
    assert section("", menu, "", path) == f"{name} (url)"


def test_a_middle_part_of_the_title_that_the_address_or_a_menu_bears_out():
    html = f"<title>Wharf Post - Harbour - Ferry late again</title><h2>Ferry late again</h2>{TEXT}"
    found = read_metadata(LexborHTMLParser(html), html, "https://wharfpost.example/harbour/0499/n7.html").section
    assert found is not None
    assert (found.value, found.source) == ("Harbour", "title")


@pytest.mark.parametrize(
    ("head", "before", "path"),
    [
        ("", "", "/2021/late-ferry"),
        ("", MENU, "/2021/05/late-ferry"),
        ("", MENU, "/story/late-ferry"),
        ("", MENU, "/"),
        ("", '<ol class="breadcrumb"><li>Home</li><li>Ferry late again</li></ol>', "/x"),
        ("", '<div class="kicker">The big interview</div>', "/x"),
        ("", '<div class="crumbs"><a href=/>Home</a></div>', "/x"),
        (
            '<meta property="og:site_name" content="Wharf Post"><meta property="article:section" content="Home">',
            "",
            "/x",
        ),
        # a section's own front
        ("", "<nav><a href=/harbour/>Harbour</a></nav>", "/harbour/"),
        # a link to a page of that name deep in the text is no menu
        ("", '<p>Ask the <a href="/harbour/about-the-master">harbour master of the port</a>', "/harbour/late"),
        ("", '<a href="/author/ada-quill">Ada Quill</a>', "/author/late"),
    ],
)
def test_nothing_where_nothing_says_it(head, before, path):
    assert section(head, before, "", path) is None
