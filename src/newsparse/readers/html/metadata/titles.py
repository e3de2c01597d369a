"""The headline: what the page's title, its metadata and its visible headings agree on, without the site's name."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from newsparse.model import Sourced
from newsparse.readers.html.metadata.evidence import Evidence
from newsparse.readers.html.metadata.json_ld import first_text
from newsparse.readers.html.metadata.names import folded

_JOINT = re.compile(r"\s+[|\-–—·•»:]+\s+|\s*[|｜»]\s*|：(?=[^：]{1,20}$)")


def find_title(evidence: Evidence) -> Sourced[str] | None:
    """Return the headline."""
    heading = _main_heading(evidence)
    named = _json_ld_title(evidence)
    og = (evidence.first("og:title", "twitter:title", "title", "dc.title") or ("", ""))[1]
    if named and folded(named) == folded(og) and heading:
        return Sourced(value=named, source="json-ld")
    if heading:
        return Sourced(value=heading, source="headline")
    if named:
        return Sourced(value=named, source="json-ld")
    if og:
        return Sourced(value=without_site(og, evidence), source="opengraph")
    if evidence.page_title:
        return Sourced(value=without_site(evidence.page_title, evidence), source="title")
    return None


def _json_ld_title(evidence: Evidence) -> str:
    for node in evidence.graph.articles:
        if text := first_text(node, "headline", "name"):
            return text
    return ""


def _main_heading(evidence: Evidence) -> str:
    """The `<h1>` that the page's titles repeat, or the only one."""
    headings = [text for one in evidence.marked if one.tag == "h1" and (text := one.text())]
    claims = [folded(text) for text in (evidence.page_title, _json_ld_title(evidence),
                                        (evidence.first("og:title") or ("", ""))[1]) if text]  # fmt: skip
    site = folded((evidence.first("og:site_name") or ("", ""))[1]) or folded((urlsplit(evidence.url).hostname or "x").split(".")[-2:][0])
    for heading in headings:
        key = folded(heading)
        if len(key) > 8 and key != site and any(key in claim or claim in key for claim in claims):
            return heading
    others = [heading for heading in headings if folded(heading) != site]
    return others[0] if others else ""


def without_site(title: str, evidence: Evidence) -> str:
    """`Flood closes road - Politics | The Paper` is `Flood closes road`."""
    del evidence
    pieces = _JOINT.split(title)
    return max(pieces[:1] + [piece for piece in pieces if len(piece) > 2 * len(pieces[0])], key=len) if len(pieces) > 1 else title
