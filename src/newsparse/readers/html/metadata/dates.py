"""When it was published and when it was changed, never the one for the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from newsparse.model import Sourced
from newsparse.readers.html.metadata.evidence import Evidence
from newsparse.readers.html.metadata.json_ld import first_text
from newsparse.readers.html.metadata.moments import read_moment

_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished", "published_time",
    "publishdate", "publish_date", "publish-date", "published-date", "parsely-pub-date", "sailthru.date", "article.published",
    "pubdate", "publication_date", "article_date_original", "date_published", "cxenseparse:recs:publishtime", "originalpublicationdate",
    "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created",
    "dc.date", "dcterms.date", "date", "og:pubdate", "article:publish_date", "rnews:datepublished", "pdate", "datecreated", "created",
)  # fmt: skip
_MODIFIED_META = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "last-modified", "lastmod", "modified_time",
    "dcterms.modified", "dc.date.modified", "article:modified", "article:updated", "revised", "updated_time",
)  # fmt: skip
_IN_URL = re.compile(r"/((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2]|[1-9])[/_-]?(0[1-9]|[12]\d|3[01]|[1-9])(?=[/._-]|$)")


def find_published(evidence: Evidence) -> Sourced[date | datetime] | None:
    """Return when the article was published, from the surest source that says."""
    return next(_published(evidence), None)


def find_modified(evidence: Evidence) -> Sourced[date | datetime] | None:
    """Return when it was last changed."""
    graph = evidence.graph
    for node in (*graph.articles, *graph.works, *graph.pages):
        if (text := first_text(node, "dateModified")) and (value := read_moment(text)):
            return Sourced(value=value, source="json-ld")
    for _, text in evidence.all(*_MODIFIED_META):
        if value := read_moment(text):
            return Sourced(value=value, source="meta")
    for one in evidence.marked:
        if "datemodified" in (one.attributes.get("itemprop") or "").lower() and (value := _moment_of(one)):
            return Sourced(value=value, source="microdata")
    return None


def _published(evidence: Evidence) -> Iterator[Sourced[date | datetime]]:
    graph = evidence.graph
    for node in (*graph.articles, *graph.works, *graph.pages):
        for key in ("datePublished", "dateCreated", "uploadDate"):
            if (text := first_text(node, key)) and (value := read_moment(text)):
                yield Sourced(value=value, source="json-ld")
    for _, text in evidence.all(*_PUBLISHED_META):
        if value := read_moment(text):
            yield Sourced(value=value, source="meta")
    for one in evidence.marked:
        if "datepublished" in (one.attributes.get("itemprop") or "").lower() and (value := _moment_of(one)):
            yield Sourced(value=value, source="microdata")
    for one in evidence.marked:
        if one.tag == "time" and (value := _moment_of(one)):
            yield Sourced(value=value, source="time")
    if match := _IN_URL.search(evidence.url):
        if value := read_moment("-".join(part.zfill(2) for part in match.groups())):
            yield Sourced(value=value, source="url")
    for one in evidence.marked:
        if one.tag not in ("h1", "h2", "h3") and re.search(r"date|publish|datum|posted|time|byline|meta|fecha", one.names):
            text = one.text()
            if len(text) < 300 and (value := read_moment(text)):
                yield Sourced(value=value, source="byline")


def _moment_of(one: object) -> date | datetime | None:
    """The moment that an element names in an attribute or in its text."""
    for key in ("datetime", "content", "data-datetime", "title"):
        if (text := one.attributes.get(key)) and (value := read_moment(text)):  # type: ignore[attr-defined]
            return value
    return read_moment(one.text()[:200])  # type: ignore[attr-defined]
