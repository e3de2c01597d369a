"""Everything on a page that may say something of the article, gathered in one pass and not yet judged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from newsparse.readers.html.metadata.cleaning import LONGEST, clean
from newsparse.readers.html.metadata.json_ld import Graph, read_graph

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_MARKED = (
    "meta,title,h1,h2,h3,time,script[type*='ld+json' i],link[rel~=canonical],link[rel~=author],a[rel~=author],"
    "[itemprop],[property],[datetime],"
    "[class*=author i],[class*=byline i],[class*=autor i],[class*=writer i],[class*=redakteur i],[class*=creator i],"
    "[class*=contributor i],[class*=date i],[class*=publish i],[class*=datum i],[class*=posted i],[class*=meta i],"
    "[class*=time i],[class*=headline i],[class*=title i],[class*=verfasser i],[class*=signature i],[class*=fecha i],"
    "[id*=author i],[id*=byline i],[id*=date i]"
)
MOST_MARKED = 3_000
"""Marked elements that are looked at: beyond these a page only repeats itself."""
BLOCKS = frozenset(
    "address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hr html li main nav ol p pre section table tbody td tfoot th thead time tr ul".split()
)
_UNSEEN = frozenset("script style noscript template svg head select option button iframe object textarea".split())


@attrs.frozen(kw_only=True)
class Marked:
    """An element whose tag, class, id, `rel`, `itemprop` or `property` promises metadata; `at` counts them in page order."""

    at: int
    tag: str
    names: str
    """Class and id, lower-cased."""
    attributes: dict[str, str | None]
    node: LexborNode = attrs.field(repr=False)

    def text(self) -> str:
        """The element's text in one line, blocks apart."""
        return clean(self.node.text(separator=" ")[:LONGEST])


@attrs.frozen(kw_only=True)
class Evidence:
    """What a page holds; `meta` has every `<meta>` by its lower-cased name, property or itemprop."""

    meta: dict[str, list[str]]
    graph: Graph
    page_title: str
    canonical: str
    url: str
    language: str
    marked: tuple[Marked, ...] = attrs.field(repr=len)

    def first(self, *names: str) -> tuple[str, str] | None:
        """The first `<meta>` that has text among `names`: its name and that text."""
        for name in names:
            for text in self.meta.get(name, ()):
                if text:
                    return name, text
        return None

    def all(self, *names: str) -> Iterator[tuple[str, str]]:
        """Every `<meta>` that has text among `names`."""
        for name in names:
            for text in self.meta.get(name, ()):
                if text:
                    yield name, text


def gather(tree: LexborHTMLParser, url: str | None) -> Evidence:
    """Return the evidence of a parsed page."""
    meta: dict[str, list[str]] = {}
    scripts: list[str] = []
    marked: list[Marked] = []
    titles: list[str] = []
    canonical = ""
    for at, node in enumerate(tree.css(_MARKED)):
        tag = node.tag or ""
        attributes = node.attributes
        if tag == "meta":
            content = clean(attributes.get("content") or attributes.get("value"))
            for key in ("property", "name", "itemprop", "http-equiv"):
                if name := attributes.get(key):
                    meta.setdefault(name.strip().lower(), []).append(content)
        elif tag == "script":
            if "ld+json" in (attributes.get("type") or "").lower():
                scripts.append(node.text())
        elif tag == "title":
            titles.append(clean(node.text()))
        elif tag == "link":
            if "canonical" in (attributes.get("rel") or "").lower():
                canonical = canonical or (attributes.get("href") or "").strip()
        elif at < MOST_MARKED:
            names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
            marked.append(Marked(at=at, tag=tag, names=names, attributes=attributes, node=node))
    root = tree.root
    language = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root is not None else ""
    return Evidence(
        meta=meta,
        graph=read_graph(scripts),
        page_title=next((title for title in titles if title), ""),
        canonical=canonical,
        url=url or canonical,
        language=language.strip(),
        marked=tuple(marked),
    )
