"""A page, parsed once, to text with lines and to metadata."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from newsparse.readers.decoding import decode
from newsparse.readers.html.deciding import Verdict, decide
from newsparse.readers.html.elements import TELLING, UNSEEN
from newsparse.readers.html.metadata import read_metadata
from newsparse.readers.html.walking import Passage, passages_of
from newsparse.readers.source import Hints, Line, Source


def read_html(content: str | bytes, *, url: str | None = None) -> Source:
    """Return the page's visible text, one block a line; each line says where in the page it stands and what it is there."""
    html = decode(content) if isinstance(content, bytes) else content
    tree = LexborHTMLParser(html.encode("utf-8", "replace"))
    metadata = read_metadata(tree, html, url)
    tree.strip_tags(list(UNSEEN))
    passages = passages_of(tree)
    lines: list[Line] = []
    at = 0
    for passage, verdict in zip(passages, decide(passages), strict=True):
        end = at + len(passage.text)
        lines.append(Line(start=at, end=end, blanks=0, hints=_hints(passage, verdict)))
        at = end + 1
    return Source(
        text="\n".join(passage.text for passage in passages),
        media_type="text/html",
        lines=tuple(lines),
        metadata=metadata,
    )


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
