"""Each value of the metadata, and the source that it is taken from, on pages made up for it."""

from __future__ import annotations

import pytest

import newsparse

TEXT = (
    "<p>The ferry between the two islands sailed again on Monday, a week after a crane had fallen on its ramp, and the "
    "first passengers were on board before sunrise.</p>"
)


def read(head: str = "", body: str = "", url: str = "https://www.harbourpost.example/ferry") -> newsparse.Metadata:
    page = f"<!doctype html><html><head>{head}</head><body><h1>Ferry back in service</h1>{body}{TEXT}</body></html>"
    return newsparse.parse(page, url=url).metadata


def said(value: newsparse.Sourced[object] | None) -> tuple[object, str] | None:
    return None if value is None else (value.value, value.source)


def json_ld(*graphs: str) -> str:
    return "".join(f'<script type="application/ld+json">{graph}</script>' for graph in graphs)


ARTICLE = """{"@type": "NewsArticle", "headline": "Ferry back in service", "articleSection": "Islands", "inLanguage": "en-GB",
 "keywords": ["ferry", "harbour, crane"], "alternativeHeadline": "Islands joined again",
 "image": {"@type": "ImageObject", "url": "/ferry.jpg"}, "publisher": {"name": "The Harbour Post"}}"""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("section", "Islands"),
        ("keywords", ("ferry", "harbour", "crane")),
        ("language", "en-GB"),
        ("site_name", "The Harbour Post"),
        ("image", "https://www.harbourpost.example/ferry.jpg"),
        ("alternative_headline", "Islands joined again"),
    ],
)
@pytest.mark.parametrize(
    "head",
    [
        json_ld(ARTICLE),
        json_ld(f'{{"@graph": [{{"@type": "WebSite", "name": "Other"}}, {ARTICLE}]}}'),
        json_ld('{"@type": "Organization", "name": "The Harbour Post"}', f"[[{ARTICLE}]]"),
        json_ld(f'{{"@type": "WebPage", "mainEntity": {ARTICLE}}}'),
        json_ld(ARTICLE[:-1] + ",}"),
        json_ld("<!-- " + ARTICLE + " -->"),
        json_ld(ARTICLE.replace('"NewsArticle"', '["Article", "http://schema.org/NewsArticle"]')),
        json_ld("{ not json at all", ARTICLE),
    ],
    ids=["plain", "graph", "two scripts", "nested", "trailing comma", "comment", "types", "one broken"],
)
def test_json_ld_in_every_shape(head: str, name: str, value: object) -> None:
    assert said(getattr(read(head), name)) == (value, "json-ld")


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        ('<meta property="article:section" content="Islands">', "section", ("Islands", "meta")),
        ('<meta name="news_keywords" content="ferry, harbour">', "keywords", (("ferry", "harbour"), "meta")),
        ('<meta name="dc.language" content="en">', "language", ("en", "meta")),
        ('<meta name="DC.creator" content="Jane Roe">', "authors", (("Jane Roe",), "meta")),
        ('<meta name="dc.description" content="It sails.">', "description", ("It sails.", "meta")),
        ('<meta property="og:site_name" content="The Post">', "site_name", ("The Post", "opengraph")),
        ('<link rel="canonical" href="/a">', "url", ("https://www.harbourpost.example/a", "canonical")),
        ('<meta property="og:url" content="/b">', "url", ("https://www.harbourpost.example/b", "opengraph")),
        (
            '<meta property="og:image" content="/c.png">',
            "image",
            ("https://www.harbourpost.example/c.png", "opengraph"),
        ),
        ('<meta property="og:type" content="article">', "type", ("article", "opengraph")),
    ],
)
def test_meta_elements(head: str, name: str, expected: tuple[object, str]) -> None:
    assert said(getattr(read(head), name)) == expected


@pytest.mark.parametrize(
    ("body", "name", "expected"),
    [
        ('<a itemprop="articleSection" href="/i">Islands</a>', "section", ("Islands", "microdata")),
        ('<span itemprop="keywords">ferry, harbour</span>', "keywords", (("ferry", "harbour"), "microdata")),
        ('<img itemprop="image" src="/d.jpg">', "image", ("https://www.harbourpost.example/d.jpg", "microdata")),
        ('<span itemprop="author">Jane Roe</span>', "authors", (("Jane Roe",), "itemprop")),
    ],
)
def test_microdata(body: str, name: str, expected: tuple[object, str]) -> None:
    assert said(getattr(read(body=body), name)) == expected


@pytest.mark.parametrize(
    ("head", "body", "names", "source"),
    [
        ("", "<p>By Jane Roe and John Doe</p>", ("Jane Roe", "John Doe"), "byline"),
        ("", "<p>3 May 2021, 13:30 by Jane Roe</p>", ("Jane Roe",), "byline"),
        ("", "<p>3 May 2021</p>" + TEXT + "<p>Written by Jane Roe</p>", ("Jane Roe",), "byline"),
        ("", TEXT + "<h4>Author</h4><p>Jane M. Roe</p>", ("Jane M. Roe",), "byline"),
        ("", '<span class="author vcard">by <a href="/author/jroe">jroe</a></span>', ("jroe",), "byline"),
        ('<meta name="author" content="Staff">', "<p>By Jane Roe</p>", ("Jane Roe",), "byline"),
        ('<meta name="author" content="jane[at]roe.example">', "", (), ""),
        ('<meta name="author" content="Admin">', "", (), ""),
        ('<meta name="author" content="https://social.example/thepost">', "", (), ""),
        ("", '<a rel="author" href="/x">View my complete profile</a>', (), ""),
        ("<script>var page = {'articleAuthor': 'Jane Roe'};</script>", "", ("Jane Roe",), "script"),
        ('<meta name="cXenseParse:author" content="Jane Roe">', "", ("Jane Roe",), "meta"),
        ('<title>Ferry back - Slow Roads</title><meta name="author" content="Slow Roads">', "", (), ""),
        (
            '<meta property="og:site_name" content="Museum of Ropes"><meta name="author" content="Museum of Ropes, Corry">',
            "",
            (),
            "",
        ),
    ],
)
def test_authors(head: str, body: str, names: tuple[str, ...], source: str) -> None:
    authors = read(head, body).authors
    assert said(authors) == ((names, source) if names else None)


def test_a_site_that_bears_a_persons_name_is_written_by_that_person() -> None:
    head = "<title>Ferry back in service | Anna Roe</title>"
    assert said(read(head, url="https://annaroe.example/ferry").authors) == (("Anna Roe",), "site")
    assert read(head, url="https://harbour.example/ferry").authors is None
    assert read(head.replace("Anna Roe", "Harbour Post"), url="https://harbourpost.example/ferry").authors is None


def test_the_person_below_the_headline_goes_before_the_account_that_entered_the_news() -> None:
    head = json_ld('{"@type": "NewsArticle", "headline": "Ferry", "author": {"@type": "Person", "name": "Miller"}}')
    assert said(read(head, "<div>Jane Roe</div><div>3 May 2021</div>").authors) == (("Jane Roe",), "byline")


def test_an_author_of_one_word_is_not_merged_with_somebody_of_the_text() -> None:
    head = '<meta name="author" content="Anna">'
    article = newsparse.parse(
        f"<html><head>{head}</head><body><h1>Rain</h1>{TEXT}<p>Anna Miller was there.</p></body></html>"
    )
    assert [author.name for author in article.authors] == ["Anna"]


@pytest.mark.parametrize(
    ("head", "body", "published", "source"),
    [
        ('<meta property="article:published_time" content="2021-05-03">', "", "2021-05-03", "opengraph"),
        ("", "<p>Last updated: 4 May 2021</p>", "2021-05-04", "updated"),
        ('<meta name="dateupdate" content="2021-05-04">', "", "2021-05-04", "updated"),
        ("", TEXT + TEXT + "<p>Last updated: 4 May 2021</p>", "2021-05-04", "updated"),
        # What the page shows goes before a date of the markup that it shows nowhere …
        ('<meta property="article:published_time" content="2023-01-09">', "<p>3 May 2021</p>", "2021-05-03", "byline"),
        # … but not before one that it shows, or that its address has.
        (
            '<meta property="article:published_time" content="2023-01-09">',
            f"<p>3 May 2021</p>{TEXT}<p>Published: 9 January 2023</p>",
            "2023-01-09",
            "opengraph",
        ),
    ],
)
def test_dates(head: str, body: str, published: str | None, source: str) -> None:
    found = read(head, body).date_published
    assert (None if found is None else found.value.isoformat()) == published
    assert ("" if found is None else found.source) == source


def test_the_number_of_an_article_may_begin_with_its_moment() -> None:
    found = read(url="https://harbourpost.example/news/A2021050310200001234").date_published
    assert found is not None
    assert found.value.isoformat() == "2021-05-03"


@pytest.mark.parametrize(
    "before",
    [
        "<style>p { color: red }</style>\n",
        "<br />\n<b>Warning</b>: no database in <b>x.php</b><br />\n",
        "<!doctypehtml>",
    ],
)
def test_a_page_is_a_page_whatever_stands_before_it(before: str) -> None:
    page = f"{before}<html><head><title>Ferry back</title></head><body><h1>Ferry back</h1>{TEXT}</body></html>"
    article = newsparse.parse(page)
    assert article.media_type == "text/html"
    assert article.title == "Ferry back"
    assert newsparse.parse(page.encode()).media_type == "text/html"


def test_plain_text_that_begins_with_a_tag_stays_plain_text() -> None:
    assert newsparse.parse("<b>Rain</b> is coming, they say.\n\nIt will be wet.").media_type == "text/plain"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:image:secure_url" content="https://paper.example/rain.jpg">',
        '<meta name="parsely-image-url" content="/rain.jpg">',
        """<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Rain","image":{"@id":"#i"}},
        {"@type":"ImageObject","@id":"#i","url":"https://paper.example/rain.jpg"}]}</script>""",
        """<script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain","image":[{"@type":"ImageObject",
        "contentUrl":"/rain.jpg"},"https://paper.example/other.jpg"]}</script>""",
    ],
)
def test_the_image_in_every_form(head):
    found = read(head, url="https://paper.example/weather/rain").image
    assert found is not None
    assert found.value == "https://paper.example/rain.jpg"
