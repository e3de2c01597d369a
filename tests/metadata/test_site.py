"""The site's name where no `<meta>` has it: two witnesses that agree, or one that can mean nothing else."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from newsparse.readers.html.metadata import read_metadata

LD = '<script type="application/ld+json">'
FEED = '<link rel=alternate type="application/rss+xml" title="Wharf Post &raquo; Feed" href=/feed>'
TEXT = "<p>" + "The ferry was late again on Monday, as it had been on Sunday. " * 5


def site(head: str, body: str = "", url: str = "https://www.morningferry.example/ports/2021/late") -> str | None:
    html = f"<html><head>{head}</head><body>{body}<h1>Ferry late again</h1>{TEXT}</body></html>"
    found = read_metadata(LexborHTMLParser(html), html, url).site_name
    return f"{found.value} ({found.source})" if found else None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ferry late again - Morning Ferry", "Morning Ferry"),
        ("Ferry late again | Ports | The Morning Ferry", "The Morning Ferry"),
        ("Ferry late again — Morning Ferry", "Morning Ferry"),
        ("Morning Ferry: Ferry late again", "Morning Ferry"),
        ("Morning Ferry -- Ferry late again", "Morning Ferry"),
        ("The Morning Ferry :: Ports :: Ferry late again", "The Morning Ferry"),
        ("Ferry late again « Morning Ferry", "Morning Ferry"),
        ("Ferry late again &lsaquo; Morning Ferry", "Morning Ferry"),
        ("Ferry late again / Morning Ferry", "Morning Ferry"),
        ("Morning-Ferry.example - Ferry late again", "Morning-Ferry.example"),
    ],
)
def test_a_part_of_the_title_with_the_letters_of_the_address(title, name):
    assert site(f"<title>{title}</title>") == f"{name} (title)"


@pytest.mark.parametrize(
    ("head", "body", "name"),
    [
        # the title and the logo
        (
            "<title>Ferry late again - Boats &amp; Quays</title>",
            '<a href="/"><img src=l.png alt="Boats &amp; Quays logo"></a>',
            "Boats & Quays (title)",
        ),
        (
            "<title>Ferry late again - Boats &amp; Quays</title>",
            '<img src=/gif/head.gif alt="Boats and Quays">',
            "Boats & Quays (title)",
        ),
        (
            "<title>Ferry late again | Boats &amp; Quays</title>",
            '<div id=top><a href="http://bq.example/">Boats &amp; Quays</a></div>',
            "Boats & Quays (title)",
        ),
        # the title and who holds the rights
        (
            "<title>Boats &amp; Quays: Ferry late again</title>",
            "<p>© 1997-2003 Boats &amp; Quays, Inc. All rights reserved.</p>",
            "Boats & Quays (title)",
        ),
        (
            "<title>Ferry late again - Wharf Post</title>",
            "<p>Copyright (c) 2019 by Wharf Post Publishing Ltd</p>",
            "Wharf Post (title)",
        ),
        # the title and the feed
        (
            "<title>Ferry late again - Wharf Post</title>" + FEED,
            "",
            "Wharf Post (title)",
        ),
        # the title and the account
        (
            '<title>Ferry late again - Wharf Post</title><meta name="twitter:site" content="@wharfpost">',
            "",
            "Wharf Post (title)",
        ),
        # the logo and the rights, where the title is the headline alone
        (
            "<title>Ferry late again</title>",
            '<a href=/><img alt="Wharf Post" src=l.svg></a><p>© 2020 Wharf Post. All rights reserved.',
            "Wharf Post (logo)",
        ),
        ("<title>Ferry late again</title>", "<a href=/>Wharf Post</a><p>&copy; 2020 Wharf Post", "Wharf Post (logo)"),
        # the home link whose letters are those of the address
        ("<title>Ferry late again</title>", "<a href=/>Morning Ferry</a>", "Morning Ferry (logo)"),
        # a class that says it is the site's name
        (
            "<title>Ferry late again</title>",
            '<p class="site-title"><a href="/">Wharf Post</a></p>',
            "Wharf Post (logo)",
        ),
        ("<title>Ferry late again</title>", '<a class="navbar-brand" href="/">Wharf Post</a>', "Wharf Post (logo)"),
    ],
)
def test_two_that_agree(head, body, name):
    url = "https://www.morningferry.example/late" if "Morning" in name else "https://bq.example/n/7"
    assert site(head, body, url) == name


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ('<meta name="apple-mobile-web-app-title" content="Wharf Post">', "Wharf Post (meta)"),
        ('<meta name="DC.publisher" content="Wharf Post">', "Wharf Post (meta)"),
        (
            LD + '{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"Wharf Post"}}</script>',
            "Wharf Post (json-ld)",
        ),
        # the company publishes, the site is called what its title says
        (
            "<title>Ferry late again | Wharf Post</title>"
            + LD
            + '[{"@type":"NewsArticle","publisher":{"name":"Estuary Media Group"}},'
            + '{"@type":"WebSite","name":"Wharf Post"}]</script>',
            "Wharf Post (json-ld)",
        ),
    ],
)
def test_what_markup_says(head, name):
    assert site(head) == name


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<title>Ferry late again</title>", ""),
        ("<title>Ferry late again - Part Two</title>", ""),
        ("<title>Ferry late again | Ports</title>", '<a href="/ports">Ports</a>'),
        ("<title>Ferry late again</title>", '<a href="/">Home</a> <a href="/"><img alt="Logo"></a>'),
        ("<title>Ferry late again</title>", "<p>© 2020 All rights reserved"),
        # the address of a host of many sites says nothing of this one's name
        ("<title>Ferry late again - a wharf diary</title>", ""),
    ],
)
def test_nothing_where_nothing_says_it(head, body):
    assert site(head, body, "https://quay17.example/ports/late") is None


def test_a_title_that_names_a_person_and_what_they_said_is_no_site():
    assert site("<title>Ada Quill: Ferry late again</title>", "<p>By Jo March</p>") is None
