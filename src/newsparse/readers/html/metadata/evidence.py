"""Everything on a page that may say something of the article, gathered in one pass and not yet judged."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from newsparse.readers.html.metadata.cleaning import LONGEST, clean
from newsparse.readers.html.metadata.json_ld import Graph, read_graph

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_MARKED = (
    "meta,title,h1,h2,h3,time,script[type*='ld+json' i],link[rel~=canonical],"
    "link[rel~=author],a[rel~=author],[itemprop],[property]"
)
_CLASSED = ",".join(
    f"[class*={name} i]"
    for name in ("author", "autor", "byline", "writer", "redakteur", "contributor", "verfasser", "creator", "signature")
)
_DATED = ",".join(
    f"[class*={name} i]" for name in ("date", "datum", "publish", "posted", "time", "fecha", "meta", "byline")
)
HEADINGS = frozenset({"h1", "h2", "h3"})
LESSER = frozenset({"h2", "h3"})
MOST_MARKED = 3_000
"""Marked elements that are looked at: beyond these a page only repeats itself."""
MOST_SELECTED = 300


@attrs.frozen(kw_only=True)
class Marked:
    """An element whose tag, class, id, `rel`, `itemprop` or `property` promises metadata."""

    tag: str
    names: str
    """Class and id, lower-cased."""
    properties: str
    """The properties of microdata and RDFa that it is, lower-cased."""
    attributes: dict[str, str | None]
    node: LexborNode = attrs.field(repr=False)

    @cached_property
    def _text(self) -> str:
        return clean(self.node.text(separator=" ")[:LONGEST])

    def text(self) -> str:
        """The element's text in one line, blocks apart."""
        return self._text

    def parts(self) -> Iterator[str]:
        """The texts of the element's text nodes."""
        for count, node in enumerate(self.node.traverse(include_text=True)):
            if count > 50:
                break
            parent = node.parent
            if node.tag == "-text" and parent is not None and parent.tag not in ("style", "script", "noscript"):
                text = clean(node.text(deep=False))
                if text:
                    yield text

    def is_link(self) -> bool:
        """Whether the element is, or holds, a link."""
        parent = self.node.parent
        return (parent is not None and parent.tag == "a") or self.node.css_first("a") is not None


@attrs.frozen(kw_only=True)
class Evidence:
    """What a page holds; `meta` has every `<meta>` by its lower-cased name, property or itemprop."""

    meta: dict[str, list[str]]
    graph: Graph
    page_title: str
    canonical: str
    url: str
    language: str
    marked: tuple[Marked, ...] = attrs.field(repr=False)
    headings: tuple[Marked, ...] = attrs.field(repr=False)
    """The page's headings of the first three ranks."""
    tree: LexborHTMLParser = attrs.field(repr=False)

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

    def signed(self) -> Iterator[Marked]:
        """Elements whose class promises an author. Looked for only where nothing surer is known: it takes time."""
        return self._select(_CLASSED)

    def dated(self) -> Iterator[Marked]:
        """Elements whose class promises a date."""
        return self._select(_DATED)

    def _select(self, selector: str) -> Iterator[Marked]:
        for node in self.tree.css(selector)[:MOST_SELECTED]:
            yield _mark(node, node.tag or "", node.attributes)


def _mark(node: LexborNode, tag: str, attributes: dict[str, str | None]) -> Marked:
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
    properties = ""
    if "itemprop" in attributes or "property" in attributes:
        properties = f"{attributes.get('itemprop') or ''} {attributes.get('property') or ''}".lower()
    return Marked(tag=tag, names=names, properties=properties, attributes=attributes, node=node)


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
            marked.append(_mark(node, tag, attributes))
    root = tree.root
    language = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "") if root is not None else ""
    return Evidence(
        meta=meta,
        graph=read_graph(scripts),
        page_title=next((title for title in titles if title), ""),
        canonical=canonical,
        url=url or canonical,
        language=language.strip(),
        marked=tuple(one for one in marked if one.tag not in LESSER or one.properties),
        headings=tuple([one for one in marked if one.tag in HEADINGS][:MOST_SELECTED]),
        tree=tree,
    )
