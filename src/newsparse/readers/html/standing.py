"""What a page says it is, apart from what it shows: an article, a front, a product, a video, a forum, a form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import urlsplit

import attrs
from selectolax.lexbor import LexborHTMLParser

from newsparse.model import Metadata
from newsparse.readers.html.marking import markup
from newsparse.readers.html.metadata.vocabulary import vocabulary

_MOST = 2_000_000
_TYPE = re.compile(r'"@type"\s*:\s*(?:"([^"]{1,80})"|\[([^\[\]]{1,300})\])')
_NAME = re.compile(r"[A-Za-z]+(?=\"|$)")
_NUMBER = re.compile(r"(?:p|page|seite|pagina|página)?[-_]?\d{0,3}")
_WRITTEN = frozenset(("recipe", "review", "criticreview", "howto"))
"""Types of works that are texts to read, though no articles by name."""


@attrs.frozen
class Standing:
    """`article`: 2 if the page's JSON-LD describes one, 1 if a `<meta>` says so; `kinds`: what else it says it is.

    `form`: whether it asks for a password.
    """

    article: int = 0
    kinds: frozenset[str] = frozenset()
    form: bool = False


def standing_of(tree: LexborHTMLParser, metadata: Metadata, url: str | None) -> Standing:
    """Return what the page says it is. To be asked before the scripts are taken out of `tree`."""
    body = tree.body
    classes = (body.attributes.get("class") or "").lower().split() if body is not None else []
    address = url or (metadata.url.value if metadata.url else "")
    return Standing(
        _article(tree, metadata),
        frozenset((*_kinds("types", _types(tree)), *_kinds("opengraph", _opengraph(tree)),
                   *_kinds("classes", classes), *_kinds("address", _told_by(address)))),
        tree.css_first("input[type='password' i]") is not None,
    )  # fmt: skip


def _article(tree: LexborHTMLParser, metadata: Metadata) -> int:
    type_, published = metadata.type, metadata.date_published
    if type_ is not None and type_.source == "json-ld":
        name = type_.value.rpartition("/")[2].lower()
        if name in _WRITTEN or (name in vocabulary().articles and name != "discussionforumposting"):
            return 2
    said = published is not None and published.source in ("opengraph", "meta")
    return int(said or any(one.startswith("article") for one in _opengraph(tree)))


def _opengraph(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css('meta[property="og:type"]'):
        yield (node.attributes.get("content") or "").strip().lower()


def _types(tree: LexborHTMLParser) -> Iterator[str]:
    """The types of all that the page's JSON-LD describes, however deep."""
    for node in tree.css("script[type*='ld+json' i]"):
        text = node.text()
        if len(text) <= _MOST:
            for one, several in _TYPE.findall(text):
                yield from _NAME.findall((one or several).lower())


def _told_by(address: str) -> Iterator[str]:
    """The part of an address that names what a page lists, of which the last is the one: `/tag/harbour/page/2/`."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return
    steps = [step.lower() for step in parts.path.split("/") if step]
    while steps and _NUMBER.fullmatch(steps[-1]):
        steps.pop()
    yield from steps[-2:]
    if parts.netloc.startswith(("forum.", "forums.", "foro.")):
        yield "forum"
    if "/forum/" in parts.path or "/forums/" in parts.path or "/threads/" in parts.path:
        yield "forum"


def _kinds(table: str, names: Iterable[str]) -> Iterator[str]:
    known = _vocabulary()[table]
    for name in names:
        if name in known:
            yield known[name]


@cache
def _vocabulary() -> dict[str, dict[str, str]]:
    """By table of `markup.toml`: name to kind of page."""
    tables = markup()["standing"]
    return {
        table: {name: kind for kind, names in tables[table].items() for name in names}
        for table in ("types", "opengraph", "classes", "address")
    }
