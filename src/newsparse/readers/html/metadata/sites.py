"""The site's name: what markup calls it, else what two parts of the page agree on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import attrs

from newsparse.model import Sourced
from newsparse.readers.html.metadata.cleaning import clean
from newsparse.readers.html.metadata.evidence import Evidence
from newsparse.readers.html.metadata.json_ld import first_text, types_of
from newsparse.readers.html.metadata.names import folded
from newsparse.readers.html.metadata.vocabulary import vocabulary

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# Between headline, section and site: ` - `, ` | `, ` :: `; a colon only behind the site, `The Paper: Rain is coming`.
_JOINT = re.compile(r"\s+(?:[-–—·•»«›‹~/>＞|｜]|::|--|//|\|\|)+\s+|\s*[|｜]+\s*")
_COLON = re.compile(r"\s*:\s+")
_YEARS = re.compile(r"^(?:[\s©:,.–—-]|\(c\)|&copy;|copyright\b|by\b|\d{4}\b|&nbsp;|&ndash;)+", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,300}>")
_WORD = re.compile(r"[^\W_]+")
_FILE = re.compile(r"[-_.]logo|logo[-_.]|\.(?:png|svg|gif|jpe?g)$", re.IGNORECASE)
_FOOT = 40_000
_BRANDS = (
    "[class*=site-title i],[class*=site-name i],[class*=sitename i],[class*=site_name i],[class*=sitetitle i],[class*=brand i],"
    "[class*=logo i],[id*=logo i],[class*=masthead i]"
)


@attrs.frozen(kw_only=True)
class _Witnesses:
    """What may bear out that a text is the site's name."""

    hosts: tuple[str, ...]
    """The letters of the address's labels, longest first."""
    handle: str
    logos: tuple[str, ...]
    feeds: tuple[str, ...]
    holders: tuple[str, ...]

    def count(self, name: str) -> int:
        """How many kinds of them bear `name` out."""
        forms = _forms(name)
        return (
            2 * any(_fits(form, host) for form in forms for host in self.hosts)
            + (self.handle in forms)
            + any(not forms.isdisjoint(_forms(logo)) for logo in self.logos)
            + any(feed.startswith(form) for form in forms for feed in self.feeds if len(form) > 3)
            + any(form in holder for form in forms for holder in self.holders if len(form) > 3)
        )


def find_site(evidence: Evidence, html: str) -> Sourced[str] | None:
    """Return the site's name, from OpenGraph, JSON-LD or other markup, else from its title, logo and notice of rights."""
    if found := evidence.first("og:site_name", "application-name"):
        return Sourced(value=found[1], source="opengraph" if found[0].startswith("og:") else "meta")
    if name := _published(evidence):
        return Sourced(value=name, source="json-ld")
    for _, text in evidence.all(*vocabulary().site_names):
        if 1 < len(text) < 60 and "/" not in text:
            return Sourced(value=text, source="meta")
    return _agreed(evidence, html)


def _published(evidence: Evidence) -> str:
    """The name of the `WebSite` or publisher of JSON-LD; that with the address's letters where they differ."""
    graph = evidence.graph
    names: list[str] = []
    for node in (*graph.articles, *graph.works, *graph.pages):
        publisher = node.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("@id"), str) and not publisher.get("name"):
            publisher = graph.by_id.get(publisher["@id"], publisher)
        if text := first_text({"publisher": publisher}, "publisher"):
            names.append(text)
            break
    names += [text for node in graph.others if "website" in types_of(node) and (text := first_text(node, "name"))]
    if len(names) > 1:
        hosts = _host_letters(evidence.url)
        fitting = (name for name in names if any(_fits(form, host) for form in _forms(name) for host in hosts))
        titled = (name for name in names if evidence.page_title.endswith(name) or evidence.page_title.startswith(name))
        return next(fitting, "") or next(titled, names[0])
    return names[0] if names else ""


def _agreed(evidence: Evidence, html: str) -> Sourced[str] | None:
    """The part of the title that something else bears out, else a logo that something bears out or that can be nothing else."""
    hosts = _host_letters(evidence.url)
    headings = {folded(one.text()) for one in evidence.headings if one.tag == "h1" and not one.is_link()}
    parts = [part for part in _title_parts(evidence.page_title) if folded(part) not in headings]
    for part in parts:
        if any(_fits(form, host) for form in _forms(part) for host in hosts):
            return Sourced(value=part, source="title")
    logos = tuple((logo, named) for logo, named in _logos(evidence) if folded(logo) not in headings)
    witnesses = _Witnesses(
        hosts=hosts,
        handle=folded((evidence.first("twitter:site") or ("", ""))[1]),
        logos=tuple(logo for logo, _ in logos),
        feeds=tuple(_feeds(evidence)),
        holders=tuple(_holders(html)),
    )
    weights = [witnesses.count(part) for part in parts]
    if any(weights):
        return Sourced(value=parts[weights.index(max(weights))], source="title")
    for logo, named in logos:
        if named or witnesses.count(logo) > 1:
            return Sourced(value=logo, source="logo")
    return None


def _title_parts(title: str) -> Iterator[str]:
    """The parts of a title that may be the site: last, first, then those between, as short as names are."""
    parts = [part for part in _JOINT.split(title[:500]) if part]
    lead = _COLON.split(title[:500], maxsplit=1)
    ordered = [*parts[-1:], *parts[:1], *parts[1:-1], *(lead[:1] if len(lead) > 1 else ())]
    for part in dict.fromkeys(ordered):
        if 2 < len(part) < 50 and len(part.split()) < 7 and not part.endswith(("?", "!")):
            yield part.strip(" -–—|")


def _logos(evidence: Evidence) -> Iterator[tuple[str, bool]]:
    """What links to the home page say, and the texts of the first pictures; and whether a class says that it is the name."""
    found: dict[str, bool] = {}
    try:
        host = urlsplit(evidence.url).netloc
    except ValueError:
        host = ""
    roots = (
        "".join(f',a[href="{scheme}://{host}{end}"]' for scheme in ("http", "https") for end in ("/", ""))
        if _plain(host)
        else ""
    )
    for node in evidence.tree.css(f'a[href="/"],a[href="./"]{roots}')[:8]:
        image = node.css_first("img[alt]")
        text = _bare(clean(node.text(separator=" ")[:200])) or _bare(
            clean(image.attributes.get("alt")) if image else ""
        )
        if text:
            found[text] = found.get(text, False) or _is_named(node)
    for node in evidence.tree.css("img[alt]")[:6]:
        if text := _bare(clean(node.attributes.get("alt"))):
            found.setdefault(text, False)
    for node in evidence.tree.css(_BRANDS)[:4]:
        if text := _bare(clean(node.text(separator=" ")[:200])):
            found.setdefault(text, False)
    for text, named in found.items():
        if len(text) < 50 and len(text.split()) < 7:
            yield text, named


def _plain(host: str) -> bool:
    return bool(host) and all(char.isalnum() or char in ".-:" for char in host)


def _is_named(node: LexborNode) -> bool:
    """Whether the class of a link, or of what holds it, says that it is the site's name: `site-title`, `navbar-brand`."""
    parent = node.parent
    for one in (node, parent):
        if one is not None:
            attributes = one.attributes
            names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
            if any(
                mark in names
                for mark in (
                    "site-title",
                    "site-name",
                    "sitename",
                    "sitetitle",
                    "brand",
                    "logo",
                    "masthead",
                    "blog-title",
                )
            ):
                return True
    return False


def _bare(text: str) -> str:
    """A logo's text without what says that it is one: `The Paper logo` is `The Paper`, `Home` and `dm-logo` nothing."""
    beside = vocabulary().beside_names
    words = text.split()
    while words and words[-1].lower().strip("-–—|:,()") in beside:
        words.pop()
    while words and words[0].lower().strip(":") in ("logo", "home"):
        words = words[1:]
    if len(words) == 1 and _FILE.search(words[0]):
        return ""
    half = len(words) // 2
    if half and words[:half] == words[half:]:  # the logo twice, for screens small and large
        words = words[:half]
    kept = " ".join(words).strip(" -–—|:,»›")
    return "" if kept.lower() in beside or not any(char.isalpha() for char in kept) else kept


def _feeds(evidence: Evidence) -> Iterator[str]:
    for node in evidence.tree.css("link[rel=alternate][title][type*=xml]")[:4]:
        if key := folded(clean(node.attributes.get("title"))):
            yield key


def _holders(html: str) -> Iterator[str]:
    """Who holds the rights, folded: `© 1997-2003 The Paper, Inc.` is `thepaperinc`."""
    end = html[-_FOOT:]
    for mark in ("©", "&copy;", "&#169;", "(c) ", "opyright"):
        at = end.rfind(mark)
        if at >= 0:
            text = clean(_TAG.sub(" ", end[at + len(mark) : at + 240]))
            yield folded(_YEARS.sub("", text)[:60])


def _host_letters(url: str) -> tuple[str, ...]:
    """The labels of the address but the last, letters and digits only, and those of its subdomains joined."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ()
    labels = [folded(label) for label in host.removeprefix("www.").split(".")[:-1]]
    return tuple(dict.fromkeys(label for label in (*labels[::-1], "".join(labels)) if len(label) > 2))


def _fits(form: str, host: str) -> bool:
    """Whether a name has the letters of an address: all of them, or those of its beginning or end."""
    if form == host:
        return True
    if len(form) < 5 or len(host) < 5:
        return False
    if form.startswith(host):
        return len(form) <= 2 * len(host)
    return host.startswith(form) or host.endswith(form)


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(vocabulary().articles_of_names)})[\s'’]+", re.IGNORECASE)


@cache
def _joints() -> frozenset[str]:
    return frozenset(vocabulary().joints_of_names)


def _forms(name: str) -> set[str]:
    """The ways to write a name in letters: with and without its article, `&` and `and`; its initials, if they are three."""
    bare = _article().sub("", name, count=1) if _article().match(name) else name
    found = {folded(name), folded(bare)}
    words = _WORD.findall(bare)
    if "&" in bare:
        found.update(folded(bare.replace("&", f" {joint} ")) for joint in _joints())
    elif any(word in _joints() for word in words):
        found.add(folded("".join(word for word in words if word not in _joints())))
    initials = "".join(word[0] for word in words)
    if len(initials) > 2:
        found.add(folded(initials))
    return {form for form in found if form}
