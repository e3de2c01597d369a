"""Which pages hold no article: fronts, archives, shops, forums, forms; and pages that look like them and hold one."""
# ruff: noqa: E501 - a page reads best in a row

from __future__ import annotations

import json

import pytest

from newsparse.readers.html import read_html

TEASERS = [
    ("Stadtrat stimmt für neue Schwimmhalle", "Nach langer Debatte hat der Rat den Bau beschlossen. Baubeginn ist im Herbst."),
    ("Bäckerei Lohmann schließt nach 90 Jahren", "Die Nachfolge blieb ungeklärt, nun gehen am Samstag die Lichter aus."),
    ("Schafe legen Regionalbahn lahm", "Eine Herde von 40 Tieren stand am Morgen auf den Gleisen bei Hohenau."),
    ("Neue Radwege lassen auf sich warten", "Der Landkreis nennt Personalmangel als Grund und verspricht Besserung."),
]  # fmt: skip
PARAGRAPHS = [
    "The harbour board voted on Monday to close the north quay for two years while divers replace its timber piles.",
    "“We looked at closing half of it, and half of it would have fallen in,” said the harbour master on the quay.",
    "Fishermen will land their catch at the south quay instead. They say that the road there floods at spring tides.",
    "The work is to cost nine million, of which the state pays half. The rest comes from a levy on passengers.",
]
TEXT = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
PUBLISHED = "<meta property=article:published_time content=2021-03-04T08:00:00Z>"


def page(body: str, head: str = "", *, title: str = "The Quay", names: str = "") -> str:
    nav = "<header><a href=/>The Quay</a><ul><li><a href=/a>News</a></li><li><a href=/b>Sport</a></li></ul></header>"
    return f"<!doctype html><title>{title}</title>{head}<body class='{names}'>{nav}<main>{body}</main>"


def linked_data(*types: str) -> str:
    graph = [{"@context": "https://schema.org", "@type": one, "name": "Quay"} for one in types]
    return f"<script type='application/ld+json'>{json.dumps(graph)}</script>"


def each(form: str) -> str:
    return "".join(form.format(at=at, title=title, text=text) for at, (title, text) in enumerate(TEASERS))


NONE = {
    "cards": page("<h1>Lokales</h1>" + each("<div class=c><a href=/{at}><h2>{title}</h2></a><p>{text}</p><i>vor 2 Std.</i></div>")),
    "list": page("<h1>Orte</h1><ul>" + each("<li><h3><a href=/{at}>{title}</a></h3><p>{text}</p><time>12/03</time></li>") + "</ul>"),
    "card is a link": page("<h1>Orte</h1>" + each("<a class=c href=/{at}><h2>{title}</h2><p>{text}</p></a>")),
    "titles no headings": page("<h1>Sport</h1>" + each("<div><div class=t><a href=/{at}>{title}</a></div><div>{text}</div></div>")),
    "intro": page(f"<h1>Hochwasser</h1><p>{PARAGRAPHS[0]}</p>" + each("<div><h3><a href=/{at}>{title}</a></h3><p>{text}</p></div>")),
    "archive": page(
        "<h1>Tag: Rat</h1>" + each("<article><h2><a href=/{at}>{title}</a></h2><p>{text} <a>Weiterlesen</a></p></article>"),
        linked_data("CollectionPage", "WebSite"), names="archive tag",
    ),
    "search": page("<h1>Results</h1><dl>" + each("<dt><a href=/{at}>{title}</a></dt><dd>{text} …</dd>") + "</dl>"),
    "product": page(f"<h1>Oak bench</h1><p>£249.00</p><button>Add to basket</button><p>{PARAGRAPHS[0]}</p>", linked_data("Product")),
    "product untold": page(f"<h1>Moka</h1><p>34,90 €</p><button>Aggiungi al carrello</button><p>{PARAGRAPHS[0]}</p>"),
    "video": page(f"<h1>The flood</h1><p>{PARAGRAPHS[0]}</p>", linked_data("VideoObject")),
    "forum": page(f"<h1>Wasps in the roof</h1>{TEXT}", linked_data("DiscussionForumPosting")),
    "login": page(f"<h1>Log in</h1><p>{PARAGRAPHS[0]}</p><form><input type=password></form>"),
    "job": page(f"<h1>Reporter wanted</h1>{TEXT}", linked_data("JobPosting")),
}  # fmt: skip
ARTICLES = {
    "plain": page(f"<h1>North quay to close</h1>{TEXT}"),
    "listicle": page("<h1>Four benches</h1>" + each("<section><h2><a href=/{at}>{title}</a></h2><p>{text}</p></section>"), PUBLISHED),
    "listicle untold": page("<h1>Vier Ausflüge</h1>" + each("<section><h2>{at}. {title}</h2><p>{text}</p></section>")),
    "live": page("<h1>Storm</h1>" + each("<div><h2><a href=#{at}>{title}</a></h2><p>{text}</p></div>"), linked_data("LiveBlogPosting")),
    "cards inside": page(
        "<h1>North quay to close</h1>"
        + "".join(f"<p>{one}</p><div><h3><a href=/1>{t}</a></h3><p>{s}</p></div>" for one, (t, s) in zip(PARAGRAPHS, TEASERS, strict=True)),
    ),
    "links under each": page("<h1>Tools</h1>" + each("<h3>{title}</h3><p>{text}</p><p><a href=/{at}>https://a.example/{at}</a></p>")),
    "video beside": page(f"<h1>North quay to close</h1>{TEXT}", linked_data("VideoObject")),
    "review": page(f"<h1>The bench</h1>{TEXT}", linked_data("Product", "Review")),
    "paywall": page(f"<h1>North quay to close</h1><p>{PARAGRAPHS[0]}</p><form><input type=password></form>", PUBLISHED),
    "recipe": page(f"<h1>Bean stew</h1>{TEXT}", linked_data("Recipe")),
}  # fmt: skip


@pytest.mark.parametrize("name", NONE)
def test_no_article(name: str) -> None:
    source = read_html(NONE[name], url="https://quay.example/2021/x")
    assert "page.no-article" in [one.code for one in source.diagnostics]
    left = [
        source.text[line.start : line.end] for line in source.lines if line.hints and line.hints.region == "content"
    ]
    assert not [text for text in left if len(text) < 60]  # the running text of what is sold or said may stay


@pytest.mark.parametrize("name", ARTICLES)
def test_article(name: str) -> None:
    source = read_html(ARTICLES[name], url="https://quay.example/2021/x")
    assert "page.no-article" not in [one.code for one in source.diagnostics]


@pytest.mark.parametrize("address", ["/tag/harbour/", "/category/sport/page/2/", "/author/ann-lee"])
def test_address_tells_a_front(address: str) -> None:
    two = "".join(f"<div><h3><a href=/{t}>{t}</a></h3><p>{s}</p></div>" for t, s in TEASERS[:2])
    source = read_html(page(f"<h1>Quay</h1>{two}", PUBLISHED), url=f"https://quay.example{address}")
    assert "page.no-article" in [one.code for one in source.diagnostics]


def test_address_alone_tells_nothing() -> None:
    source = read_html(page(f"<h1>North quay to close</h1>{TEXT}"), url="https://quay.example/category/harbour/")
    assert not source.diagnostics
