"""A page, parsed once, to text with lines and to metadata."""

from __future__ import annotations

import json
import re
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from newsparse.readers.html.deciding import Verdict, decide
from newsparse.readers.html.encoding import decode_page
from newsparse.readers.html.evidence import Clues, letters
from newsparse.readers.html.elements import TELLING
from newsparse.readers.html.metadata import read_metadata
from newsparse.readers.html.taming import tame
from newsparse.readers.html.walking import Passage, passages_of
from newsparse.readers.source import Hints, Line, Source


def read_html(content: str | bytes, *, url: str | None = None) -> Source:
    """Return the page's visible text, one block a line; each line says where in the page it stands and what it is there."""
    html = decode_page(content) if isinstance(content, bytes) else content
    tree = parse_page(html)
    metadata = read_metadata(tree, html, url)
    clues = clues_of(tree, html)
    passages = passages_of(tree)
    lines: list[Line] = []
    at = 0
    for passage, verdict in zip(passages, decide(passages, clues), strict=True):
        end = at + len(passage.text)
        lines.append(Line(start=at, end=end, blanks=0, hints=_hints(passage, verdict)))
        at = end + 1
    return Source(
        text="\n".join(passage.text for passage in passages),
        media_type="text/html",
        lines=tuple(lines),
        metadata=metadata,
    )


def parse_page(html: str) -> LexborHTMLParser:
    """Return the page's tree, as a browser would build it."""
    return LexborHTMLParser(tame(html).encode("utf-8", "replace"))


def clues_of(tree: LexborHTMLParser, html: str) -> Clues:
    """Return what the page says of its article: the evidence that its blocks are compared with."""
    title = description = ""
    for node in tree.css('meta[property="og:title"],meta[name="description"],meta[property="og:description"]'):
        content = letters(node.attributes.get("content") or "")
        if node.attributes.get("property") == "og:title":
            title = title or content
        else:
            description = description or content
    if not title and (node := tree.css_first("title")) is not None:
        title = letters(node.text())
    return Clues(title, description, _article_body(html))


_ARTICLE_BODY = re.compile(r'"articleBody"\s*+:\s*+("(?:[^"\\]++|\\.)*+")', re.DOTALL)


def _article_body(html: str) -> str:
    """The letters of the page's own copy of its article in JSON-LD, or nothing."""
    if '"articleBody"' not in html:
        return ""
    found = []
    for match in _ARTICLE_BODY.finditer(html):
        try:
            found.append(str(json.loads(match[1], strict=False)))
        except ValueError:
            continue
    body = max(found, key=len, default="")
    if "<" in body:
        body = re.sub(r"<[^<>]{0,500}>", " ", body)
    return letters(unescape(body)) if len(body) > 200 else ""


def _hints(passage: Passage, verdict: Verdict) -> Hints:
    element, size = passage.element, len(passage.text)
    depth, ordered, quoted = 0, False, False
    above = element
    while above is not None:
        if above.tag in ("ul", "ol"):
            depth += 1
            if depth == 1:
                ordered = above.tag == "ol"
        elif above.tag == "blockquote":
            quoted = True
        above = above.parent
    return Hints(
        tag=element.tag if element.tag in TELLING else "div",
        path=element.path,
        region=verdict.region,
        kind=verdict.kind,
        role=verdict.role,
        emphasis=min(1.0, passage.bold / size),
        links=min(1.0, passage.links / size),
        depth=depth,
        ordered=ordered,
        quoted=quoted,
    )
