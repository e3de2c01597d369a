"""Who wrote it: people's names, from markup that says so or from the line under the headline that does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from newsparse.model import Sourced
from newsparse.readers.html.metadata.evidence import Evidence
from newsparse.readers.html.metadata.json_ld import Json, first_text, texts_of, types_of
from newsparse.readers.html.metadata.names import folded, names_in

_PEOPLE_META = ("author", "article:author_name", "parsely-author", "sailthru.author", "byl", "citation_author", "authors",
                "dc.creator", "dcterms.creator", "creator", "article:author")  # fmt: skip
_ORGANISATIONS = frozenset({"organization", "newsmediaorganization", "corporation", "localbusiness", "website", "brand"})
_NAME_PART = re.compile(r"author[\w-]*name|name[\w-]*author|byline[\w-]*name|author[_-]+link|author[\w-]*title")


def find_authors(evidence: Evidence) -> Sourced[tuple[str, ...]] | None:
    """Return the authors of the surest source that names any."""
    outlets = outlet_names(evidence)
    for source, lines, strict in _lines(evidence):
        if names := names_in(lines, outlets=outlets, strict=strict):
            return Sourced(value=names, source=source)
    return None


def outlet_names(evidence: Evidence) -> frozenset[str]:
    """The site's own names, folded: an outlet is no author."""
    names = {text for _, text in evidence.all("og:site_name", "application-name", "al:ios:app_name", "dc.publisher", "publisher")}
    for node in (*evidence.graph.articles, *evidence.graph.pages, *evidence.graph.works):
        names.update(texts_of(node.get("publisher")))
    for node in evidence.graph.others:
        if not types_of(node).isdisjoint(_ORGANISATIONS):
            names.add(first_text(node, "name"))
    host = urlsplit(evidence.url).hostname or ""
    parts = host.removeprefix("www.").split(".")
    names.update((host, host.removeprefix("www."), "".join(parts[:-1]), parts[-2] if len(parts) > 1 else ""))
    return frozenset(key for name in names if (key := folded(name)))


def _lines(evidence: Evidence) -> Iterator[tuple[str, list[str], bool]]:
    """Author lines by source, surest first."""
    graph = evidence.graph
    for node in (*graph.articles, *graph.works, *graph.pages):
        if lines := _json_ld_names(evidence, node.get("author") or node.get("creator")):
            yield "json-ld", lines, False
    for name in _PEOPLE_META:
        lines = [text for text in evidence.meta.get(name, ()) if text and not text.startswith(("http", "/"))]
        if lines:
            yield "meta", lines, False
    for label, wanted in (("rel", "author"), ("itemprop", "author")):
        lines = [one.text() for one in evidence.marked if wanted in (one.attributes.get(label) or "").lower().split()]
        if lines := [line for line in lines if line]:
            yield label, lines[:1], False
    for one in evidence.marked:
        if _NAME_PART.search(one.names) and (text := one.text()):
            yield "byline", [text], False
            break
    for one in evidence.marked:
        if re.search(r"byline|author|autor", one.names) and (text := one.text()) and len(text) < 200:
            yield "byline", [text], True


def _json_ld_names(evidence: Evidence, value: Json) -> list[str]:
    """The names of `author`: persons, references to persons, or plain text."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        person = one
        if isinstance(one, dict) and isinstance(one.get("@id"), str) and not one.get("name"):
            person = evidence.graph.by_id.get(one["@id"], one)
        if isinstance(person, dict):
            found += [text for text in texts_of(person.get("name")) if not text.startswith("http")]
        else:
            found += [text for text in texts_of(person) if not text.startswith("http")]
    return found
