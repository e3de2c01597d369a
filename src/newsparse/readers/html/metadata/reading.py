"""All that a page says of itself, each value from the surest source that has it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newsparse.model import Metadata, Sourced
from newsparse.readers.html.metadata.authors import find_authors, outlet_names
from newsparse.readers.html.metadata.dates import find_dates
from newsparse.readers.html.metadata.evidence import Evidence, gather
from newsparse.readers.html.metadata.json_ld import first_text, texts_of
from newsparse.readers.html.metadata.surroundings import look_around
from newsparse.readers.html.metadata.titles import find_title

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser


def read_metadata(tree: LexborHTMLParser, html: str, url: str | None) -> Metadata:
    """Return what the page says of itself; `html` is its decoded source, `tree` that source parsed, unchanged."""
    evidence = gather(tree, url)
    outlets = outlet_names(evidence)
    title, heading = find_title(evidence, outlets)
    around = look_around(evidence, heading)
    dates = find_dates(evidence, around, html)
    return Metadata(
        title=title,
        alternative_headline=_property(evidence, ("alternativeHeadline",), ()),
        description=_property(
            evidence, ("description",), ("og:description", "description", "twitter:description", "dc.description")
        ),
        authors=find_authors(evidence, around, outlets, title.value if title else "", html),
        date_published=dates.published,
        date_modified=dates.modified,
        section=_property(evidence, ("articleSection",), ("article:section", "section", "parsely-section", "category")),
        keywords=_keywords(evidence),
        language=_language(evidence),
        site_name=_property(evidence, (), ("og:site_name", "application-name")) or _publisher(evidence),
        url=_address(evidence),
        image=_property(evidence, (), ("og:image", "og:image:url", "twitter:image", "twitter:image:src")),
        type=_property(evidence, ("@type",), ("og:type",)),
    )


def _property(evidence: Evidence, keys: tuple[str, ...], names: tuple[str, ...]) -> Sourced[str] | None:
    """A property of the JSON-LD article, or else a `<meta>`."""
    for node in (*evidence.graph.articles, *evidence.graph.works):
        if text := first_text(node, *keys):
            return Sourced(value=text, source="json-ld")
    found = evidence.first(*names)
    return (
        None if found is None else Sourced(value=found[1], source="opengraph" if found[0].startswith("og:") else "meta")
    )


def _publisher(evidence: Evidence) -> Sourced[str] | None:
    for node in (*evidence.graph.articles, *evidence.graph.works, *evidence.graph.pages):
        if text := first_text(node, "publisher"):
            return Sourced(value=text, source="json-ld")
    return None


def _keywords(evidence: Evidence) -> Sourced[tuple[str, ...]] | None:
    for source, texts in (
        ("json-ld", [text for node in evidence.graph.articles for text in texts_of(node.get("keywords"))]),
        ("meta", [text for _, text in evidence.all("article:tag", "news_keywords", "keywords", "parsely-tags")]),
    ):
        words = [part.strip() for text in texts for part in text.split(",")]
        if found := tuple(dict.fromkeys(word for word in words if word)):
            return Sourced(value=found[:100], source=source)
    return None


def _language(evidence: Evidence) -> Sourced[str] | None:
    if evidence.language:
        return Sourced(value=evidence.language, source="html")
    return _property(evidence, ("inLanguage",), ("og:locale", "content-language", "language", "dc.language"))


def _address(evidence: Evidence) -> Sourced[str] | None:
    for source, address in (
        ("canonical", evidence.canonical),
        ("opengraph", (evidence.first("og:url") or ("", ""))[1]),
    ):
        if address:
            try:
                return Sourced(value=urljoin(evidence.url, address), source=source)
            except ValueError:
                continue
    return None
